import { dayOf, type Instant, type PlainDate } from "../ground/dates.js";
import { KeyAccountError } from "../ground/error.js";
import type { FactIssue } from "../ground/issue.js";
import { print } from "../ground/print.js";
import type { Scorecard } from "./definition/scorecard.js";
import type { Evaluation } from "./evaluation.js";
import type { Facts } from "./facts.js";
import { judge } from "./judge.js";
import type { AsOf } from "./read-fact.js";
import { resolve } from "./resolved/resolve.js";

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /** The day or moment of the judgement. Facts observed later aren't known yet (between a plain day and a moment, whose zones may differ, a day later still counts); ages are counted from it. Without it nothing ages. */
  readonly asOf?: PlainDate | Instant | null | undefined;
}

/**
 * Judges a client by a scorecard and explains the judgement (A7.6, C3). Pure: the same input gives the same bytes on every engine.
 *
 * Facts are plain values or values with provenance; absent ones are unknown and never count as zero. A fact that can't be read
 * (NaN, `"1,5"`, an unknown option) is listed in `issues` and counts as unknown; facts that the scorecard doesn't know are ignored, so that
 * one record of facts can serve several scorecards (ask `parseFacts` to be strict). Every indicator's points are rounded half away
 * from zero to the scorecard's scale from the exact value, and the total is their exact sum.
 *
 * Throws a `KeyAccountError` with code `not-a-date` if `asOf` is neither a day nor a moment, and with the definition's faults if the
 * scorecard was put together by hand and is faulty.
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluate } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "payer", version: "1",
 *   indicators: {
 *     collectionDays: { kind: "ratio", weight: "75", standard: "45", better: "lower", cap: "1", floor: "0", maxAgeDays: 365 },
 *     disputes: { kind: "flag", weight: "25", expect: false },
 *   },
 *   limits: [{ when: { indicator: "collectionDays", above: "120" }, grade: "C" }],
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: "50" }, { grade: "C", from: null }],
 * });
 *
 * const result = evaluate(card, { collectionDays: { value: 60, observedAt: "2026-10-01", source: "ledger" } }, { asOf: "2026-11-21" });
 * result.indicators.collectionDays.points; // => 56.25
 * result.indicators.collectionDays.ageDays; // => 51
 * result.score; // => 75
 * [result.low, result.high, result.coverage]; // => [56.25, 81.25, 0.75]
 * [result.grade, result.gradeCertain, result.worstGrade, result.bestGrade]; // => ["B", false, "B", "A"]
 * ```
 */
export function evaluate<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  facts: NoInfer<Facts<I>>,
  options: EvaluateOptions = {},
): Evaluation<I, G, R> {
  const resolved = resolve(scorecard);
  const issues: FactIssue[] = [];
  return judge(
    resolved,
    asRecord(facts, issues),
    readAsOf((options as EvaluateOptions | null)?.asOf),
    issues,
  ) as unknown as Evaluation<I, G, R>;
}

/** The day or moment of the judgement; a programming error if it is neither. */
export function readAsOf(text: string | null | undefined): AsOf | null {
  if (text === undefined || text === null) return null;
  const day = dayOf(text);
  if (day === null)
    throw new KeyAccountError([{ code: "not-a-date", path: ["asOf"], details: { received: print(text) } }]);
  return { text, day };
}

/** The facts if they are a record; otherwise an issue and no facts. */
export function asRecord(facts: unknown, issues: FactIssue[]): object {
  try {
    if (typeof facts === "object" && facts !== null && !Array.isArray(facts)) return facts;
    issues.push({ code: "wrong-type", path: [], details: { expected: "object", received: print(facts) } });
  } catch {
    issues.push({ code: "unreadable", path: [], details: {} });
  }
  return {};
}
