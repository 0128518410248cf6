import type { ColumnInterval } from "./column-scores.js";

/** Where a call writes its answer. */
export interface Output {
  readonly scores: Float64Array;
  readonly grades: Uint8Array;
  readonly coverage: Uint16Array | Int32Array;
  readonly interval: ColumnInterval | null;
}

/** Room for so many rows. */
export function newOutput(rows: number, interval: boolean, coverageUnit: number): Output {
  const coverage = coverageUnit < 2 ** 16 ? new Uint16Array(rows) : new Int32Array(rows);
  return {
    scores: new Float64Array(rows),
    grades: new Uint8Array(rows),
    coverage: coverage.fill(coverageUnit),
    interval: interval ? newInterval(rows) : null,
  };
}

function newInterval(rows: number): ColumnInterval {
  return {
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    worstGrades: new Uint8Array(rows),
    bestGrades: new Uint8Array(rows),
    gradeCertain: new Uint8Array(rows),
  };
}
