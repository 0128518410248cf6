import { throwIssues } from "../../ground/error.js";
import type { Scorecard } from "../definition/scorecard.js";
import { resolve } from "../resolved/resolve.js";
import type { ColumnIssue } from "./column-issue.js";
import type { ColumnOptions, ColumnScores, PointColumns } from "./column-scores.js";
import type { Columns } from "./columns.js";
import { type Job, newJob } from "./job.js";
import { newOutput } from "./output.js";
import { type Plan, planOf } from "./plan.js";
import { readColumns } from "./read-columns.js";
import { invalidCells, scoreChunks } from "./score-chunks.js";

/**
 * Judges many clients at once, a column of typed values for each indicator (C3, A7.6): the same scores, grades, coverage, points and
 * intervals as `evaluate` row by row, to the last digit, at the speed of a loop over floats.
 *
 * Numbers stand in a `Float64Array` (NaN: unknown), options and answers as codes in a `Uint8Array` (255: unknown; options count from 0 in the order of the definition; a flag is 0 or 1), each optionally
 * with masks: `{ values, nulls, notApplicable }`. A column that is absent is unknown in every row. Each number means the decimal that it prints, as in
 * `evaluate`, and points are rounded half away from zero. Cells that can't count (±Infinity, a rating off its scale, an unknown code) are
 * unknown and are listed in `invalid`. No rows give empty columns.
 *
 * Scores and points come as whole ticks, `10^scale` to the point, in typed arrays: the one result of this package that isn't JSON. Facts
 * have no dates here, so nothing ages.
 *
 * Throws a `KeyAccountError` with every fault of the columns (`unknown-indicator`, `wrong-type`, `length-mismatch` …), and with the definition's if the scorecard
 * was put together by hand and is faulty. A scorecard of more than 255 grades is refused (`too-many-values`).
 *
 * @example
 * ```ts
 * import { defineScorecard, scoreColumns } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "dealer", version: "1",
 *   indicators: {
 *     sellThrough: { kind: "ratio", weight: "60", standard: "6", cap: "1.5", floor: "0" },
 *     brands: { kind: "choice", weight: "40", options: { none: "0", some: "0.6", exclusive: "1" } },
 *   },
 *   grades: [{ grade: "A", from: "85" }, { grade: "B", from: "60" }, { grade: "C", from: null }],
 * });
 *
 * const { scores, scale, grades, gradeNames, coverage, coverageUnit, points } = scoreColumns(
 *   card,
 *   { sellThrough: Float64Array.of(4.5, 9, NaN), brands: Uint8Array.of(1, 2, 255) },
 *   { explain: true },
 * );
 * Array.from(scores, (ticks) => ticks / 10 ** scale); // => [69, 130, NaN]
 * Array.from(grades, (place) => gradeNames[place] ?? null); // => ["B", "A", null]
 * Array.from(coverage, (part) => part / coverageUnit); // => [1, 1, 0]
 * Array.from(points.sellThrough); // => [450000, 900000, -2147483648]
 * Array.from(points.brands, (ticks) => ticks); // => [240000, 400000, -2147483648]
 * ```
 */
export function scoreColumns<I, G extends string, R extends string, const O extends ColumnOptions = object>(
  scorecard: Scorecard<I, G, R>,
  columns: NoInfer<Columns<I>>,
  options?: O,
): ColumnScores<I, G, O> {
  const plan = planOf(resolve(scorecard));
  const issues: ColumnIssue[] = [];
  checkGrades(plan, issues);
  const wanted = { explain: isAsked(options, "explain", issues), interval: isAsked(options, "interval", issues) };
  const read = readColumns(columns, plan.indicators, issues);
  throwIssues(issues);
  const job = newJob(plan, read.columns, read.rows, wanted);
  const output = newOutput(read.rows, wanted.interval, plan.resolved.shareUnit);
  scoreChunks(job, output);
  const scores: ColumnScores<I, G> = {
    rows: read.rows,
    scale: plan.resolved.scale,
    scores: output.scores,
    grades: output.grades,
    gradeNames: plan.resolved.grades.map(({ grade }) => grade as G),
    coverage: output.coverage,
    coverageUnit: plan.resolved.shareUnit,
    invalid: invalidCells<keyof I & string>(job),
    interval: output.interval,
    points: pointsById<I>(job),
  };
  return scores;
}

function isAsked(options: ColumnOptions | null | undefined, key: keyof ColumnOptions, issues: ColumnIssue[]): boolean {
  try {
    return options?.[key] === true;
  } catch {
    issues.push({ code: "unreadable", path: ["options", key], details: {} });
    return false;
  }
}

function pointsById<I>({ plan, points }: Job): PointColumns<I> | null {
  const entries = points?.map((column, place) => [plan.indicators[place]?.indicator.id, column]);
  return entries === undefined ? null : (Object.fromEntries(entries) as PointColumns<I>);
}

const MOST_GRADES = 255;

function checkGrades({ resolved }: Plan, issues: ColumnIssue[]): void {
  if (resolved.grades.length <= MOST_GRADES) return;
  issues.push({ code: "too-many-values", path: ["grades"], details: { max: MOST_GRADES } });
}
