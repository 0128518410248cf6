import type { Rational } from "../../../ground/rational.js";
import type { PairRatio } from "./ratio.js";

/** One comparison: `a` is `ratio` times as important as `b`. */
export interface PairJudgement<K extends string = string> {
  readonly a: K;
  readonly b: K;
  /** On Saaty's scale 1 equal, 3 moderate, 5 strong, 7 very strong, 9 extreme, and their reciprocals. */
  readonly ratio: PairRatio;
}

/** A comparison of the ids in two places. */
export interface Compared {
  readonly a: number;
  readonly b: number;
  readonly ratio: Rational;
}

/** Complete comparisons: every two ids once. */
export interface Comparisons {
  readonly ids: readonly string[];
  readonly pairs: readonly Compared[];
}
