import { type DecimalString, exactly } from "../../ground/numeral.js";
import { compare } from "../../ground/rational.js";
import type { BandOf } from "../definition/kinds.js";
import type { FactValue, Scorecard } from "../definition/scorecard.js";
import { ticksToNumber } from "../exact/ticks.js";
import { ascending, landmarks } from "../goals/grid.js";
import { holds } from "../grade.js";
import type { ResolvedLimit } from "../resolved/limit.js";
import type { Outcome, Standing } from "../standing.js";
import { type AnswerRange, answersTo } from "./answers.js";
import { type Asked, foresee, gradesOf, judgements } from "./foresee.js";
import { type Widths, widthOf, widthsOf } from "./narrowing.js";
import type { AnswerOutcome, LimitEffect, NextQuestion, NextQuestionLimit, Settlement } from "./questions.js";

/** A range of answers with what it comes to. */
interface Foreseen {
  readonly range: AnswerRange;
  readonly judged: readonly Outcome[];
  readonly widths: Widths;
}

/** What learning one fact would bring, where facts now come to `now`. */
export function questionOf(asked: Asked, card: Scorecard, now: Outcome, period: number): NextQuestion {
  const { resolved, standings, at } = asked;
  const { indicator, status, actual, ageDays } = standings[at] as Standing;
  const cuts = ascending([...landmarks(card, indicator.id), "0", "1"]);
  const foreseen = answersTo(indicator, cuts).map((range): Foreseen => {
    const foresight = foresee(asked, range);
    return { range, judged: judgements(foresight, range), widths: widthsOf(foresight, range, period) };
  });
  const judged = foreseen.flatMap((one) => one.judged);
  const width = widthOf(now);
  const narrowed = (ticks: number): number | null =>
    Number.isFinite(width - ticks) ? ticksToNumber(width - ticks, resolved.unit) : null;
  return {
    indicator: indicator.id,
    status: status as NextQuestion["status"],
    actual,
    ageDays,
    weight: indicator.weight,
    settles: settlementOf(judged),
    narrows: narrowed(Math.max(...foreseen.map(({ widths }) => widths.most))),
    mayNarrow: narrowed(Math.min(...foreseen.map(({ widths }) => widths.least))),
    unbounded: !Number.isFinite(indicator.most.points - indicator.least.points),
    grades: gradesOf(resolved, judged),
    answers: outcomesOf(asked, card, foreseen),
    limits: resolved.limits
      .filter(({ when }) => when.indicator === indicator.id)
      .flatMap((limit) => effectOn(limit, foreseen)),
  };
}

function settlementOf(judged: readonly Outcome[]): Settlement {
  if (judged.every(({ isCertain }) => isCertain)) return "always";
  return judged.some(({ isCertain }) => isCertain) ? "possibly" : "never";
}

function outcomesOf(
  { resolved, standings, at }: Asked,
  card: Scorecard,
  foreseen: readonly Foreseen[],
): AnswerOutcome[] | null {
  const { indicator } = standings[at] as Standing;
  const left = (judged: readonly Outcome[]): { grades: string[]; settles: boolean } => ({
    grades: gradesOf(resolved, judged),
    settles: judged.every(({ isCertain }) => isCertain),
  });
  if (indicator.answers !== null)
    return foreseen.map(({ range, judged }) => ({ answer: range.value as string | boolean, ...left(judged) }));
  const definition = card.indicators[indicator.id];
  if (definition?.kind !== "bands") return null;
  return definition.bands.map(({ from }, band) => {
    const within = foreseen.filter(({ range }) => bandOf(definition.bands, range.value) === band);
    return { from, ...left(within.flatMap(({ judged }) => judged)) };
  });
}

/** The place of the band of a number. */
function bandOf(bands: readonly BandOf<DecimalString>[], value: FactValue): number {
  const number = exactly(String(value));
  return bands.findLastIndex(({ from }) => from === null || compare(exactly(from), number) <= 0);
}

function effectOn(limit: ResolvedLimit, foreseen: readonly Foreseen[]): NextQuestionLimit[] {
  const { index, when, grade, isForUnknown } = limit;
  const tripping = foreseen.filter(({ range }) => holds(limit, range.value)).length;
  const effect: LimitEffect = isForUnknown ? "lifted" : tripping === foreseen.length ? "bites" : "may-bite";
  return isForUnknown || tripping > 0 ? [{ index, when, grade, effect }] : [];
}
