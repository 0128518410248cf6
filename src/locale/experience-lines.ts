import type {
  ExperienceEvidence,
  ExperienceHistoryPeriod,
  ExperienceResult,
  NamedStage,
} from "../experience/result/result.js";
import type { ToldWarning } from "../experience/warnings/standing.js";
import type { Instant, PlainDate } from "../ground/dates.js";
import type { WordTable } from "../ground/words.js";
import { fill, textOf } from "./fill.js";
import { issueText } from "./format-issue.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { fixed, percent } from "./numbers.js";

/** Signals with any levels, as a host's own model may have them. */
type Signals = Readonly<Record<string, string>>;
/** A result of any model. */
export type Result = ExperienceResult<Signals>;
type Evidence = ExperienceEvidence<Signals>;

/** What is taken of a warning; every `ExperienceWarning` will do. */
export interface StoryWarning extends ToldWarning {
  readonly since: PlainDate | Instant;
  readonly joins?: readonly string[] | undefined;
}

const DAY = "2026-11-21".length;

function stageWord(stage: NamedStage, { experienceStages }: Locale): string {
  return wordFor(experienceStages, stage);
}

export function stageLine({ stage, undetermined, since, confirmed }: Result, locale: Locale): string {
  const { stageOpen, stageSince, stageConfirmed } = locale.experience;
  const named = { stage: stageWord(stage, locale) };
  if (undetermined !== null)
    return fill(stageOpen, { ...named, reason: wordFor(locale.undeterminedReasons, undetermined) }, locale);
  const days = { since: String(since), confirmed: String(confirmed) };
  return fill(since === confirmed ? stageSince : stageConfirmed, { ...named, ...days }, locale);
}

export function probabilityLine({ probabilities }: Result, locale: Locale): string {
  return Object.entries(probabilities)
    .map(([stage, share]) =>
      fill(
        locale.experience.probabilityOf,
        {
          stage: stageWord(stage as NamedStage, locale),
          percent: percent(share),
        },
        locale,
      ),
    )
    .join(locale.table.list);
}

export function directionLines({ direction, movement, model }: Result, locale: Locale): string[] {
  if (direction === null) return [];
  const { periods, change, drift } = movement;
  const words = { direction: wordFor(locale.experienceDirections, direction), span: spanOf(periods, model, locale) };
  return [
    fill(
      locale.experience.directionOf,
      { ...words, change: signedPercent(change), drift: signedPercent(drift) },
      locale,
    ),
  ];
}

/** So many periods as days or months. */
function spanOf(periods: number, { period }: Result["model"], { periodUnits, plurals }: Locale): string {
  const count = periods * period.every;
  return fill(wordFor(periodUnits, period.unit), { count: String(count) }, { plurals });
}

function signedPercent(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}

export function nextLines({ speed, model, direction }: Result, locale: Locale): string[] {
  if (speed === null) return [];
  const { toward, threshold, probability, periods } = speed;
  const { nextOf, nextPast, nextNever } = locale.experience;
  const isPast = direction === "back" ? probability < threshold : probability >= threshold;
  return [
    fill(
      periods === null ? nextNever : isPast ? nextPast : nextOf,
      {
        stage: stageWord(toward, locale),
        threshold: percent(threshold),
        percent: percent(probability),
        ...(periods === null ? {} : { span: spanOf(periods, model, locale) }),
      },
      locale,
    ),
  ];
}

export function evidenceLines({ ledger }: Result, most: number, locale: Locale): string[] {
  const hasMoved = ledger.some(({ share }) => share !== null);
  const moved = (one: Evidence): number => (hasMoved ? one.shift : one.shiftInAll);
  return [...ledger]
    .sort((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)))
    .slice(0, most)
    .map((one) => evidenceLine(one, moved(one), locale));
}

function evidenceLine({ signal, level, at, source, ref, ratio }: Evidence, shift: number, locale: Locale): string {
  return fill(
    locale.experience.evidenceOf,
    {
      ...namesOf(signal, level, locale),
      at: at.slice(0, DAY),
      ratio: fixed(ratio, 0),
      shift: signedPercent(shift),
      ...(source === null ? {} : { source }),
      ...(ref === null ? {} : { ref }),
    },
    locale,
  );
}

function namesOf(
  signal: string,
  level: string,
  { experienceSignals, experienceLevels }: Locale,
): { signal: string; level: string } {
  const levels: Readonly<Record<string, WordTable>> = experienceLevels;
  const own = Object.hasOwn(levels, signal) ? levels[signal] : undefined;
  return { signal: wordFor(experienceSignals, signal), level: wordFor(own ?? {}, level) };
}

export function warningLines(warnings: readonly StoryWarning[], locale: Locale): string[] {
  const standing = warnings.filter(({ endedAt }) => endedAt === null || endedAt === undefined);
  const joined = new Set(standing.flatMap(({ joins }) => joins ?? []));
  const told = standing.filter(({ code }) => !joined.has(code));
  const line = ({ code, since, raisedAt }: StoryWarning): string =>
    fill(
      locale.experience.warningOf,
      {
        warning: wordFor(locale.experienceWarnings, textOf(code)),
        since: since.slice(0, DAY),
        raisedAt: raisedAt.slice(0, DAY),
      },
      locale,
    );
  return listed(told.map(line), locale);
}

export function againstLines({ contradictions }: Result, locale: Locale): string[] {
  const line = ({ code, signal, level }: Result["contradictions"][number]): string =>
    fill(
      locale.experience.againstOf,
      {
        ...namesOf(signal, level, locale),
        contradiction: wordFor(locale.contradictions, code),
      },
      locale,
    );
  return listed(contradictions.map(line), locale);
}

/** All in one line; none where there is nothing. */
function listed(parts: readonly string[], { experience }: Locale): string[] {
  return parts.length === 0 ? [] : [parts.join(experience.and)];
}

export function knownLine({ coverage, unknown, silent }: Result, locale: Locale): string {
  const names = (signals: readonly string[]): string =>
    signals.map((one) => wordFor(locale.experienceSignals, one)).join(locale.table.list);
  return fill(
    locale.experience.knownOf,
    {
      known: String(coverage.known),
      of: String(coverage.of),
      ...(unknown.length === 0 ? {} : { unknown: names(unknown) }),
      ...(silent.length === 0 ? {} : { silent: names(silent) }),
    },
    locale,
  );
}

export function leftOutLines({ issues }: Result, locale: Locale): string[] {
  const [first, ...others] = issues;
  if (first === undefined) return [];
  const more = others.length === 0 ? {} : { more: String(others.length) };
  return [fill(locale.experience.leftOutOf, { issue: issueText(first, locale), ...more }, locale)];
}

/** The stages that the client went through, each with the period in which it was named. */
export function courseLines({ history }: Result, locale: Locale): string[] {
  const turns = history.filter(({ stage }, index) => stage !== history[index - 1]?.stage);
  const line = (one: ExperienceHistoryPeriod<Signals>): string =>
    fill(locale.experience.courseOf, { stage: stageWord(one.stage, locale), since: one.period }, locale);
  return turns.length === 0 ? [] : [turns.map(line).join(locale.table.list)];
}
