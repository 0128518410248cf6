import type { FactIssue } from "../../ground/issue.js";
import type { FactTypes } from "../definition/scorecard.js";

/** Cells of one indicator that have the same issue. They count as unknown. */
export interface InvalidCells<K extends string = string> {
  readonly indicator: K;
  /** The code that `evaluate` would give; `wrong-type` for a flag's code other than 0 and 1. */
  readonly code: FactIssue["code"];
  readonly count: number;
  /** The first of their rows, from 0. */
  readonly firstRow: number;
}

/** What the unknown facts of each row leave open, as in an `Evaluation`. */
export interface ColumnInterval {
  /** The lowest and the highest score, in ticks; NaN where there is no bound or nothing applies. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The worst and the best grade, as places in `gradeNames`; 255 where nothing applies. */
  readonly worstGrades: Uint8Array;
  readonly bestGrades: Uint8Array;
  /** 1 where every possible value of the unknown facts gives the row's grade, else 0. */
  readonly gradeCertain: Uint8Array;
}

/**
 * Points of one indicator in ticks, in the smallest array that holds all that it can earn. A row in which it doesn't count has 65535 in a
 * `Uint16Array`, −2^31 in an `Int32Array`, NaN in a `Float64Array`; `pointsAt` reads them all.
 */
export type PointColumn = Uint16Array | Int32Array | Float64Array;

/** Points by indicator. */
export type PointColumns<I = FactTypes> = { readonly [K in keyof I]: PointColumn };

/** Options of {@link scoreColumns}. */
export interface ColumnOptions {
  /** Return every indicator's points as well. */
  readonly explain?: boolean | undefined;
  /** Return what the unknown facts leave open as well. */
  readonly interval?: boolean | undefined;
}

/** `T` if the options `O` ask for it under the key `K`, `null` if they don't, either where the compiler can't know. */
export type AskedColumns<O, K extends string, T> = O extends { readonly [Q in K]: true }
  ? T
  : O extends { readonly [Q in K]?: false | undefined }
    ? null
    : T | null;

/**
 * The judgement of many clients, a row each. Typed arrays, for speed: the one result of this package that isn't JSON.
 *
 * Scores and points are whole **ticks**: divide by 10^scale to get the numbers of an `Evaluation`.
 */
export interface ColumnScores<I = FactTypes, G extends string = string, O = ColumnOptions> {
  readonly rows: number;
  /** Decimals of scores and points: 10^scale ticks are one point. */
  readonly scale: number;
  /** Ticks; NaN where nothing is known, nothing applies, or a fact is missing whose policy is `refuse`. */
  readonly scores: Float64Array;
  /** Places in `gradeNames`; 255 where there is no score. */
  readonly grades: Uint8Array;
  /** The scorecard's grades from the best to the worst. */
  readonly gradeNames: readonly G[];
  /** Known ÷ applicable weight, in units of 1 ÷ `coverageUnit`. */
  readonly coverage: Uint16Array | Int32Array;
  readonly coverageUnit: number;
  /** What was wrong with cells, in the order of the definition, then of the rows. */
  readonly invalid: readonly InvalidCells<keyof I & string>[];
  /** What the unknown facts leave open; `null` unless asked for. */
  readonly interval: AskedColumns<O, "interval", ColumnInterval>;
  /** Points by indicator; `null` unless asked for. */
  readonly points: AskedColumns<O, "explain", PointColumns<I>>;
}
