import type { ColumnInterval, EarlierScores } from "./column-scores.js";
import { reused } from "./reuse.js";

/** Where a call writes its answer. */
export interface Output {
  readonly scores: Float64Array;
  readonly grades: Uint8Array;
  readonly coverage: Uint16Array | Int32Array;
  readonly interval: ColumnInterval | null;
}

/** Room for so many rows: zeroes, in the arrays of an earlier result where they fit. */
export function newOutput(
  rows: number,
  interval: boolean,
  coverageUnit: number,
  earlier: EarlierScores | null,
): Output {
  const makeCoverage = coverageUnit < 2 ** 16 ? Uint16Array : Int32Array;
  return {
    scores: reused(earlier?.scores, rows, Float64Array),
    grades: reused(earlier?.grades, rows, Uint8Array),
    coverage: reused<Uint16Array | Int32Array>(earlier?.coverage, rows, makeCoverage).fill(coverageUnit),
    interval: interval ? newInterval(rows, earlier?.interval ?? null) : null,
  };
}

function newInterval(rows: number, earlier: ColumnInterval | null): ColumnInterval {
  return {
    low: reused(earlier?.low, rows, Float64Array),
    high: reused(earlier?.high, rows, Float64Array),
    worstGrades: reused(earlier?.worstGrades, rows, Uint8Array),
    bestGrades: reused(earlier?.bestGrades, rows, Uint8Array),
    gradeCertain: reused(earlier?.gradeCertain, rows, Uint8Array),
  };
}
