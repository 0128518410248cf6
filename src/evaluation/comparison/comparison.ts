import type { Instant, PlainDate } from "../../ground/dates.js";
import type { FactValue } from "../definition/scorecard.js";
import type { FactStatus, LimitHit, ScorecardRef } from "../evaluation.js";

/** Why a score, or the grade made of it, changed: first what became of a fact, then what became of the scorecard. */
export const CHANGE_CODES = [
  "fact-changed",
  "became-known",
  "became-unknown",
  "became-stale",
  "became-invalid",
  "became-applicable",
  "became-not-applicable",
  "fact-and-definition",
  "weights",
  "definition",
  "missing-policy",
  "limits",
  "grades",
] as const;
/**
 * Why a score, or the grade made of it, changed.
 * - `fact-changed`: another value of the same status.
 * - `became-known`, `became-unknown`, `became-stale`, `became-invalid`: what became of the fact.
 * - `became-applicable`, `became-not-applicable`: whether the question arises.
 * - `fact-and-definition`: the fact changed, and perhaps its indicator too; only the two scorecards could separate them.
 * - `weights`: the weights of indicators that both scorecards have.
 * - `definition`: standards, bands, kinds, groups and their `max`, total, scale, indicators added or removed; without the
 *   scorecards whatever a different scorecard did to unchanged facts.
 * - `missing-policy`: what unknown facts do.
 * - `limits`, `grades`: knock-outs, and the scores from which grades start. They change no score: 0 points.
 */
export type ChangeCode = (typeof CHANGE_CODES)[number];

/** How the parts were found, see {@link EvaluationComparison}. */
export const COMPARISON_METHODS = ["shapley", "proportional"] as const;
/** How the parts were found, see {@link EvaluationComparison}. */
export type ComparisonMethod = (typeof COMPARISON_METHODS)[number];

/** An indicator in one of the two evaluations. */
export interface ComparedRow<V = FactValue> {
  readonly status: FactStatus;
  readonly actual: V | null;
  readonly weight: number;
  /** `null` where the indicator didn't count. */
  readonly points: number | null;
}

/** What one indicator contributes to a part that belongs to the scorecard; `null`: the total, the groups' maxima, the scale. */
export interface IndicatorShare<K extends string = string> {
  readonly indicator: K | null;
  readonly points: number;
}

/** One cause of the change. */
export interface ChangePart<K extends string = string> {
  readonly code: ChangeCode;
  /** The indicator whose fact changed; `null` where the scorecard did. */
  readonly indicator: K | null;
  /** Its part of the change of score; `null` where one side has no score. */
  readonly points: number | null;
  /** The fact's row on both sides; `null` for a part of the scorecard. */
  readonly before: ComparedRow | null;
  readonly after: ComparedRow | null;
  /** For `weights`, `definition` and `missing-policy`: how the part spreads over indicators, summing exactly to it; otherwise empty. */
  readonly byIndicator: readonly IndicatorShare<K>[];
}

/** One of the two evaluations. */
export interface ComparedSide<G extends string = string> {
  readonly scorecard: ScorecardRef;
  readonly asOf: PlainDate | Instant | null;
  readonly total: number;
  readonly scale: number;
  readonly score: number | null;
  readonly grade: G | null;
  /** The grade that the score alone would give, without limits; `null` where there is no score, or where only the scorecard could tell. */
  readonly gradeByScore: G | null;
  readonly coverage: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Why an evaluation differs from an earlier one (C3.3). Plain JSON.
 *
 * The parts sum exactly to `change`. `method` is `shapley` where they are the Shapley value of the unrounded score over all causes, and
 * `proportional` where that can't be had (more than ten causes that interact, or a mixture of both sides without a score):
 * then points count at the mean of the two factors total ÷ weight, weights at the mean of the two sums of points, and a group's `max` by
 * the portion of the straight way from one side to the other on which it doesn't bind (Aumann & Shapley 1974). `null` where a side has no score.
 */
export interface EvaluationComparison<K extends string = string, G extends string = string> {
  /** The version of this shape. */
  readonly v: 1;
  readonly before: ComparedSide<G>;
  readonly after: ComparedSide<G>;
  /** The decimals of `change` and points: the finer of the two scales. */
  readonly scale: number;
  /** After − before; `null` where one of them has no score. */
  readonly change: number | null;
  readonly method: ComparisonMethod | null;
  /** Largest first; ties in the order of `after`'s indicators, then those only in `before`, then the scorecard's. */
  readonly parts: readonly ChangePart<K>[];
  /** Limits that bit before and no longer do, and that bite now and didn't before. */
  readonly limits: { readonly lifted: readonly LimitHit<G>[]; readonly biting: readonly LimitHit<G>[] };
}
