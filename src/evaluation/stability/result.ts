import type { Instant, PlainDate } from "../../ground/dates.js";
import type { FactTypes } from "../definition/scorecard.js";
import type { ScorecardRef } from "../evaluation.js";

/** What a search over weights found. */
export const STABILITY_STATUSES = ["changeable", "stable", "unproven", "no-score"] as const;
/**
 * What a search over weights found.
 * - `changeable`: some change of one weight does it; the smallest is given.
 * - `stable`: proven that no change of a single weight does it.
 * - `unproven`: none was found, but the search ended before every change was excluded.
 * - `no-score`: there is no score to begin with, so weights change nothing.
 */
export type StabilityStatus = (typeof STABILITY_STATUSES)[number];

/** A change of one weight, the others rescaled in proportion. */
export interface WeightChange<K extends string = string> {
  readonly indicator: K;
  /** The weight that it becomes, and the difference from today's, below zero where it falls. */
  readonly weight: number;
  readonly by: number;
  /** All weights then: `reweigh(scorecard, weights)` makes the scorecard that shows it. */
  readonly weights: { readonly [I in K]: number };
}

/** A change of one weight with which the grade is another. */
export interface GradeFlip<K extends string = string, G extends string = string> extends WeightChange<K> {
  readonly grade: G;
  readonly score: number;
}

/** A change of one weight with which two clients' order is another. */
export interface OrderSwap<K extends string = string> extends WeightChange<K> {
  /** The scores then, of the client and of the other one. */
  readonly score: number;
  readonly against: number;
}

/** What moving a weight one way can do. */
export interface WeightSearch<C> {
  /** The smallest change that does it; `null` where none was found. */
  readonly change: C | null;
  /** Whether it is proven that no smaller one does it, or, without a change, that none at all does. */
  readonly proven: boolean;
}

/** What lowering and raising one weight can do. */
export interface WeightMoves<C> {
  readonly weight: number;
  readonly down: WeightSearch<C>;
  readonly up: WeightSearch<C>;
}

/** The outcome of a search over all weights. */
export interface WeightReport<K extends string, C> {
  readonly status: StabilityStatus;
  /** The smallest change of all, ties in the order of the definition, down before up; `null` where there is none. */
  readonly smallest: C | null;
  /** Whether nothing smaller is left open. */
  readonly proven: boolean;
  readonly indicators: { readonly [I in K]: WeightMoves<C> };
}

/** How one client stands to another by score. */
export const SCORE_ORDERS = ["above", "equal", "below"] as const;
/** How one client stands to another by score. */
export type ScoreOrder = (typeof SCORE_ORDERS)[number];

/** How far two clients' order stands. */
export interface OrderStability<K extends string = string> extends WeightReport<K, OrderSwap<K>> {
  /** The other client's score today. */
  readonly score: number | null;
  /** How the client stands to the other one today, by score; `null` where one of them has none. */
  readonly order: ScoreOrder | null;
}

/** How far a grade stands when weights move. Plain JSON. */
export interface Stability<I = FactTypes, G extends string = string>
  extends WeightReport<keyof I & string, GradeFlip<keyof I & string, G>> {
  /** The version of this shape. */
  readonly v: 1;
  readonly scorecard: ScorecardRef;
  readonly asOf: PlainDate | Instant | null;
  /** Score and grade with today's weights. */
  readonly score: number | null;
  readonly grade: G | null;
  /** The places, in the scorecard's `limits`, of those that hold the client to this grade: whatever the weights, it gets no better one. */
  readonly heldBy: readonly number[];
  /** The order of two clients; `null` where no other one was given. */
  readonly against: OrderStability<keyof I & string> | null;
}
