import type { ComparedSide, EvaluationComparison } from "../evaluation/comparison/comparison.js";
import { ofShape } from "../ground/of-shape.js";
import { comparisonParts, PART_ALIGNS } from "./comparison-parts.js";
import { headed, limitLines } from "./evaluation-summary.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { fixed, percent, signed } from "./numbers.js";
import { type Align, tableLines } from "./table.js";
import { titleOf } from "./title.js";

const ONE_COLUMN: readonly Align[] = ["left"];
const TWO_COLUMNS: readonly Align[] = ["left", "left"];

/**
 * Writes a comparison as a manager reads it: which scorecards judged and when; score, grade, coverage and interval before and after; the parts of
 * the change, largest first, with what each fact was and is, which add up to the change; the limits that were lifted and that bite now.
 *
 * Plain text for a fixed-width font, columns aligned for Chinese and Latin alike; points have a sign and the decimals of the
 * finer scale. Where limits hold the grade, it says what the score alone would give, if that is known. Ids and values can't break lines or
 * command a terminal. The same comparison gives the same text everywhere; it ends with a line end.
 *
 * @example
 * ```ts
 * import { compareEvaluations, defineScorecard, evaluate, formatComparison } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const card = defineScorecard({
 *   id: "two", version: "1", scale: 1,
 *   indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * });
 * const comparison = compareEvaluations(evaluate(card, { a: "0.75" }), evaluate(card, { a: "0.75", b: 1 }));
 * const lines = formatComparison(comparison, en).split("\n");
 * lines.slice(3, 5).join("\n") === `
 * Score     75.0 → 85.0 (+10.0)
 * Grade     B → A`.slice(1); // => true
 * lines.slice(8, 11).join("\n") === `
 * Points  Cause   What happened   Before  After
 *  +10.0  b       became known   unknown      1
 *  +10.0  Change`.slice(1); // => true
 * ```
 */
export function formatComparison<K extends string, G extends string>(
  comparison: EvaluationComparison<K, G>,
  locale: Locale,
): string {
  return ofShape({ comparison, locale }, () => write(comparison as EvaluationComparison, locale));
}

function write(compared: EvaluationComparison, locale: Locale): string {
  const { nothing } = locale.comparison;
  const parts = compared.parts.length === 0 ? [nothing] : tableLines(comparisonParts(compared, locale), PART_ALIGNS);
  return [
    ...tableLines(titleRows(compared, locale), ONE_COLUMN),
    "",
    ...tableLines(summaryRows(compared, locale), TWO_COLUMNS),
    "",
    ...parts,
    "",
    ...foot(tableLines(footRows(compared, locale), TWO_COLUMNS)),
  ].join("\n");
}

function foot(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ""];
}

function titleRows({ before, after }: EvaluationComparison, locale: Locale): string[][] {
  const { from, to } = locale.comparison;
  return [
    [fill(from, { title: titleOf(before, locale) }, locale)],
    [fill(to, { title: titleOf(after, locale) }, locale)],
  ];
}

function summaryRows({ before, after, change, scale }: EvaluationComparison, locale: Locale): string[][] {
  const { table, comparison: words } = locale;
  const [score, interval] = [scoreOf(before, locale), intervalOf(before, locale)];
  const scores = { before: score, after: scoreOf(after, locale) };
  return [
    [
      table.score,
      change === null
        ? fill(words.step, scores, locale)
        : fill(words.stepBy, { ...scores, change: signed(change, scale) }, locale),
    ],
    [table.grade, fill(words.step, { before: gradeOf(before, locale), after: gradeOf(after, locale) }, locale)],
    [table.coverage, fill(words.step, { before: coverageOf(before), after: coverageOf(after) }, locale)],
    [table.interval, fill(words.step, { before: interval, after: intervalOf(after, locale) }, locale)],
  ];
}

function scoreOf({ score, scale }: ComparedSide, { comparison }: Locale): string {
  return score === null ? comparison.none : fixed(score, scale);
}

function gradeOf({ grade, gradeByScore }: ComparedSide, { grades, comparison, plurals }: Locale): string {
  if (grade === null) return comparison.none;
  const name = wordFor(grades, grade);
  if (gradeByScore === null || gradeByScore === grade) return name;
  return fill(comparison.byScore, { grade: name, byScore: wordFor(grades, gradeByScore) }, { plurals });
}

function coverageOf({ coverage }: ComparedSide): string {
  return `${percent(coverage)} %`;
}

function intervalOf({ low, high, scale }: ComparedSide, { table, plurals }: Locale): string {
  const bound = (value: number | null): string => (value === null ? table.unbounded : fixed(value, scale));
  return fill(table.intervalOf, { low: bound(low), high: bound(high) }, { plurals });
}

function footRows({ limits, method }: EvaluationComparison, locale: Locale): string[][] {
  const { comparison: words, methods } = locale;
  return [
    ...headed(words.lifted, limitLines(limits.lifted, locale)),
    ...headed(words.biting, limitLines(limits.biting, locale)),
    ...headed(words.note, method === "proportional" ? [methods.proportional] : []),
  ];
}
