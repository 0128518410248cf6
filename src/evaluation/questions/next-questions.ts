import { isSound } from "../definition/check.js";
import { soundScorecard } from "../definition/define.js";
import type { Scorecard } from "../definition/scorecard.js";
import { asRecord, type EvaluateOptions, readAsOf } from "../evaluate.js";
import { ticksToNumber } from "../exact/ticks.js";
import type { Facts } from "../facts.js";
import { gradeName } from "../grade.js";
import { resolve } from "../resolved/resolve.js";
import { isOpen, limitedBy, outcomeOf, readStandings } from "../standing.js";
import { periodOf } from "./narrowing.js";
import { questionOf } from "./question.js";
import { type NextQuestion, type NextQuestions, SETTLEMENTS } from "./questions.js";

/**
 * What to learn about a client next (A6.1 "information to learn", A4.4): the facts that are unknown, stale or faulty, each with what knowing
 * it would bring, exactly.
 *
 * Ranked by what an answer is sure to bring: first what settles the grade whatever the answer, then what may settle it, as the grade is what
 * is acted upon; then what bounds an unbounded interval, then what narrows it most for sure, then what may narrow it most, as a certain gain is worth more
 * than a possible one; then by weight, then in the order of the definition.
 *
 * `narrows` and `mayNarrow` are the least and the most over all answers, in points. Where indicators aren't applicable, both bounds are rescaled and
 * rounded, and the figures may, for weights with no common measure, err by one tick to the safe side. All questions together always settle
 * the grade; without open facts the list is empty.
 *
 * Throws a `KeyAccountError` with code `not-a-date` if `asOf` is neither a day nor a moment.
 *
 * @example
 * ```ts
 * import { defineScorecard, nextQuestions } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "payer", version: "1",
 *   indicators: {
 *     days: { kind: "ratio", weight: "50", standard: "45", better: "lower", cap: "1", floor: "0" },
 *     disputes: { kind: "flag", weight: "40", expect: false },
 *     engineers: { kind: "flag", weight: "10" },
 *   },
 *   grades: [{ grade: "A", from: "60" }, { grade: "B", from: "30" }, { grade: "C", from: null }],
 * });
 *
 * const { low, high, questions } = nextQuestions(card, { days: 45 });
 * [low, high]; // => [50, 100]
 * questions.map(({ indicator, settles, narrows }) => [indicator, settles, narrows]); // => [["disputes", "possibly", 40], ["engineers", "possibly", 10]]
 * questions[0]?.answers; // => [{ answer: true, grades: ["A", "B"], settles: false }, { answer: false, grades: ["A"], settles: true }]
 * ```
 */
export function nextQuestions<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  facts: NoInfer<Facts<I>>,
  options: EvaluateOptions = {},
): NextQuestions<I, G> {
  const card = isSound(scorecard) ? scorecard : soundScorecard<I, G, R>(scorecard);
  const resolved = resolve(card);
  const asOf = readAsOf((options as EvaluateOptions | null)?.asOf);
  const standings = readStandings(resolved, asRecord(facts, []), asOf);
  const now = outcomeOf(resolved, standings, limitedBy(resolved, standings));
  const period = periodOf(resolved, standings);
  const questions = standings.flatMap((standing, at) =>
    isOpen(standing) ? [questionOf({ resolved, standings, at }, card, now, period)] : [],
  );
  const shown = (ticks: number | null): number | null =>
    ticks === null || !Number.isFinite(ticks) ? null : ticksToNumber(ticks, resolved.unit);
  return {
    v: 1,
    asOf: asOf?.text ?? null,
    grade: gradeName(resolved, now.grade) as G | null,
    gradeCertain: now.isCertain,
    low: shown(now.low),
    high: shown(now.high),
    worstGrade: gradeName(resolved, now.worst) as G | null,
    bestGrade: gradeName(resolved, now.best) as G | null,
    questions: questions.sort(compareQuestions) as unknown as NextQuestions<I, G>["questions"],
  };
}

/** The more telling first; equal ones stay in the order of the definition. */
function compareQuestions(a: NextQuestion, b: NextQuestion): number {
  return (
    SETTLEMENTS.indexOf(a.settles) - SETTLEMENTS.indexOf(b.settles) ||
    Number(b.unbounded) - Number(a.unbounded) ||
    (b.narrows ?? 0) - (a.narrows ?? 0) ||
    (b.mayNarrow ?? 0) - (a.mayNarrow ?? 0) ||
    b.weight - a.weight
  );
}
