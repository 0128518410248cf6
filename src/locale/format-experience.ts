import type {
  ExperienceEvidence,
  ExperienceHistoryPeriod,
  ExperienceResult,
  NamedStage,
} from "../experience/result.js";
import { headed } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import type { Locale, WordTable } from "./locale.js";
import { wordFor } from "./lookup.js";
import { fixed, percent } from "./numbers.js";
import { safeText } from "./safe-text.js";
import { type Align, tableLines } from "./table.js";
import { titleLine } from "./title.js";

/** Signals with any levels, as a host's own model may have them. */
type Signals = Readonly<Record<string, string>>;
type Result = ExperienceResult<Signals>;
type Evidence = ExperienceEvidence<Signals>;

const COLUMNS: readonly Align[] = ["left", "left"];
/** Signals that are told, those that moved the client most. */
const TOLD = 3;
/** Faults that are told. */
const TOLD_ISSUES = 3;

/**
 * Tells the story of one client's experience with a product line (B2) in about ten lines: at which stage it is and since when; the
 * probability of each stage; which way it moves, how far it went and how much of that no evidence supports; the next stage and when it comes
 * at today's pace; the three signals that moved it most over that time (where nothing moved: in the whole history), with day and source; what
 * speaks against it; how much is known; its course; and up to three faults of what was left out.
 *
 * Plain text for a fixed-width font, columns aligned for Chinese and Latin alike; it ends with a line end. Shares are percentages; ids of a host's
 * own signals and levels stand as they are unless the locale has words for them. A line of which there is nothing to tell is left out.
 *
 * @example
 * ```ts
 * import { classifyExperience, formatExperience } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const observations = [
 *   { at: "2026-09-03", levels: { decisionMakers: "senior-management", risk: "avoids", newApplications: "high" } },
 * ] as const;
 * const result = classifyExperience({ client: "acme", observations }, { asOf: "2026-09-30" });
 * const [title, , stage] = formatExperience(result, en).split("\n");
 * title; // => "acme: Customer experience (experience), version 1, 3d222844267f, as of 2026-09-30"
 * stage; // => "Stage        inexperienced generalist, since 2026-09-01"
 * ```
 */
export function formatExperience<S>(result: ExperienceResult<S>, locale: Locale): string {
  const shown = result as unknown as Result;
  const { experience: words } = locale;
  const rows = [
    ...headed(words.stage, [stageLine(shown, locale)]),
    ...headed(words.probability, [probabilityLine(shown, locale)]),
    ...headed(words.direction, directionLines(shown, locale)),
    ...headed(words.next, nextLines(shown, locale)),
    ...headed(words.evidence, evidenceLines(shown, locale)),
    ...headed(words.against, againstLines(shown, locale)),
    ...headed(words.known, [
      fill(words.knownOf, { known: String(shown.coverage.known), of: String(shown.coverage.of) }),
    ]),
    ...headed(words.unknown, nameLines(shown.unknown, locale)),
    ...headed(words.silent, nameLines(shown.silent, locale)),
    ...headed(words.course, courseLines(shown, locale)),
    ...headed(
      words.leftOut,
      shown.issues.slice(0, TOLD_ISSUES).map((issue) => formatIssue(issue, locale)),
    ),
  ];
  return [title(shown, locale), "", ...tableLines(rows, COLUMNS), ""].join("\n");
}

function title({ client, productLine, model, asOf }: Result, locale: Locale): string {
  const { name, titleOf } = locale.experience;
  const line = titleLine({ name, ...model, asOf }, locale);
  const who = [client, productLine].filter((one) => one !== null).join(" × ");
  return safeText(who === "" ? line : fill(titleOf, { who, title: line }));
}

function stageWord(stage: NamedStage, { experienceStages }: Locale): string {
  return wordFor(experienceStages, stage);
}

function stageLine({ stage, undetermined, since, confirmed }: Result, locale: Locale): string {
  const { stageOpen, stageSince, stageConfirmed } = locale.experience;
  const named = { stage: stageWord(stage, locale) };
  if (undetermined !== null)
    return fill(stageOpen, { ...named, reason: wordFor(locale.undeterminedReasons, undetermined) });
  const days = { since: String(since), confirmed: String(confirmed) };
  return fill(since === confirmed ? stageSince : stageConfirmed, { ...named, ...days });
}

function probabilityLine({ probabilities }: Result, locale: Locale): string {
  return Object.entries(probabilities)
    .map(([stage, share]) =>
      fill(locale.experience.probabilityOf, {
        stage: stageWord(stage as NamedStage, locale),
        percent: percent(share),
      }),
    )
    .join(locale.table.list);
}

function directionLines({ direction, movement, model }: Result, locale: Locale): string[] {
  if (direction === null) return [];
  const { periods, change, drift } = movement;
  const words = { direction: wordFor(locale.experienceDirections, direction), span: spanOf(periods, model, locale) };
  return [
    fill(locale.experience.directionOf, { ...words, change: signedPercent(change), drift: signedPercent(drift) }),
  ];
}

/** So many periods as days or months. */
function spanOf(periods: number, { period }: Result["model"], { periodUnits }: Locale): string {
  const count = periods * period.every;
  return fill(wordFor(periodUnits, period.unit), { count: String(count), ...(count === 1 ? {} : { many: true }) });
}

function signedPercent(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}

function nextLines({ speed, model, direction }: Result, locale: Locale): string[] {
  if (speed === null) return [];
  const { toward, threshold, probability, periods } = speed;
  const { nextOf, nextPast, nextNever } = locale.experience;
  const isPast = direction === "back" ? probability < threshold : probability >= threshold;
  return [
    fill(periods === null ? nextNever : isPast ? nextPast : nextOf, {
      stage: stageWord(toward, locale),
      threshold: percent(threshold),
      percent: percent(probability),
      ...(periods === null ? {} : { span: spanOf(periods, model, locale) }),
    }),
  ];
}

function evidenceLines({ ledger }: Result, locale: Locale): string[] {
  const hasMoved = ledger.some(({ share }) => share !== null);
  const moved = (one: Evidence): number => (hasMoved ? one.shift : one.shiftInAll);
  return [...ledger]
    .sort((a, b) => Math.abs(moved(b)) - Math.abs(moved(a)))
    .slice(0, TOLD)
    .map((one) => evidenceLine(one, moved(one), locale));
}

function evidenceLine({ signal, level, at, source, ref, ratio }: Evidence, shift: number, locale: Locale): string {
  return fill(locale.experience.evidenceOf, {
    ...namesOf(signal, level, locale),
    at: at.slice(0, "2026-11-21".length),
    ratio: fixed(ratio, 0),
    shift: signedPercent(shift),
    ...(source === null ? {} : { source }),
    ...(ref === null ? {} : { ref }),
  });
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

function againstLines({ contradictions }: Result, locale: Locale): string[] {
  return contradictions.map(({ code, signal, level }) =>
    fill(locale.experience.againstOf, {
      ...namesOf(signal, level, locale),
      contradiction: wordFor(locale.contradictions, code),
    }),
  );
}

function nameLines(signals: readonly string[], { experienceSignals, table }: Locale): string[] {
  return signals.length === 0 ? [] : [signals.map((one) => wordFor(experienceSignals, one)).join(table.list)];
}

/** The stages that the client went through, each with the period in which it was named. */
function courseLines({ history }: Result, locale: Locale): string[] {
  const turns = history.filter(({ stage }, index) => stage !== history[index - 1]?.stage);
  const line = (one: ExperienceHistoryPeriod<Signals>): string =>
    fill(locale.experience.courseOf, { stage: stageWord(one.stage, locale), since: one.period });
  return turns.length === 0 ? [] : [turns.map(line).join(locale.table.list)];
}
