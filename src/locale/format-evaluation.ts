import type { Evaluation } from "../evaluation/evaluation.js";
import { ofShape } from "../ground/of-shape.js";
import { evaluationRows, ROW_ALIGNS } from "./evaluation-rows.js";
import { evaluationSummary } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { type Align, tableLines } from "./table.js";

const SHORT_HASH = 12;
const ONE_COLUMN: readonly Align[] = ["left"];
const TWO_COLUMNS: readonly Align[] = ["left", "left"];

/**
 * Writes an evaluation as the table that a manager reads: which scorecard judged and when; per indicator actual,
 * standard, weight, points and lost points, with the subtotals of groups and the total; score, interval, coverage and
 * grade; the limits that bit, the three main reasons, three strengths, what isn't known and what was wrong with the
 * facts.
 *
 * Plain text for a fixed-width font, columns aligned for Chinese and Latin alike; numbers have the scorecard's
 * decimals, so that the columns can be added again by hand. What isn't known is called unknown, and its weight stands
 * in parentheses where it didn't count; a score above or below what the unknown can still make of it says so. Ids and
 * values can't break lines or command a terminal. The same evaluation gives the same text everywhere; it ends with a
 * line end.
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluate, extendLocale, formatEvaluation } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const card = defineScorecard({
 *   id: "payer", version: "1", scale: 2,
 *   indicators: {
 *     collectionDays: { kind: "ratio", weight: "75", standard: "45", better: "lower", cap: "1", floor: "0" },
 *     disputes: { kind: "flag", weight: "25", expect: false },
 *   },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: "50" }, { grade: "C", from: null }],
 * });
 * const ours = extendLocale(en, { scorecards: { payer: "How it pays" }, indicators: { disputes: "Disputes" } });
 * const text = formatEvaluation(evaluate(card, { collectionDays: 60 }), ours);
 * text.split("\n").slice(2, 6).join("\n") === `
 * Indicator                  Actual  Standard  Weight   Points   Lost  Note
 * Collection period (days)       60        45   75.00    56.25  18.75
 * Disputes                  unknown            (25.00)                 unknown, left out
 * Total                                         75.00    56.25  18.75`.slice(1); // => true
 * ```
 */
export function formatEvaluation<I, G extends string, R extends string>(
  evaluation: Evaluation<I, G, R>,
  locale: Locale,
): string {
  return ofShape({ evaluation, locale }, () => write(evaluation as unknown as Evaluation, locale));
}

function write(judged: Evaluation, locale: Locale): string {
  return [
    ...tableLines(titleRows(judged, locale), ONE_COLUMN),
    "",
    ...tableLines(evaluationRows(judged, locale), ROW_ALIGNS),
    "",
    ...tableLines(evaluationSummary(judged, locale), TWO_COLUMNS),
    "",
  ].join("\n");
}

function titleRows({ scorecard, asOf }: Evaluation, { table, scorecards, plurals }: Locale): string[][] {
  const { id, version, hash } = scorecard;
  const title = fill(
    table.title,
    { name: wordFor(scorecards, id), id, version, hash: hash.slice(0, SHORT_HASH) },
    { plurals },
  );
  return asOf === null ? [[title]] : [[title], [fill(table.asOf, { asOf }, { plurals })]];
}
