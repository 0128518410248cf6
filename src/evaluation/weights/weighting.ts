import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** How the weights came about. */
export const WEIGHTING_METHODS = [
  "pairs",
  "rank-order-centroid",
  "rank-sum",
  "rank-reciprocal",
  "entropy",
  "critic",
  "direct",
  "swing",
] as const;
/** How the weights came about: pairwise comparisons, a ranking, data, points. */
export type WeightingMethod = (typeof WEIGHTING_METHODS)[number];

/** What whoever takes the weights over should know about them. */
export const WEIGHTING_NOTE_CODES = [
  "raised-to-least",
  "no-spread",
  "rows-left-out",
  "beyond-nine",
  "inconsistent",
  "no-random-index",
] as const;
/** A code of {@link WeightingNote}. */
export type WeightingNoteCode = (typeof WEIGHTING_NOTE_CODES)[number];

/** The details of each note. */
export interface WeightingNoteDetails<K extends string> {
  /** The share is too small for the scale, or zero: the weight would be 0, which no scorecard takes, and stands at the least. */
  readonly "raised-to-least": { readonly id: K; readonly share: number; readonly weight: DecimalString };
  /** The column has the same value everywhere: it tells nobody from anybody, and the method gives it no share. */
  readonly "no-spread": { readonly id: K };
  /** So many rows had an unknown value and weren't counted. */
  readonly "rows-left-out": { readonly count: number };
  /** The judgement lies outside of the method's scale of 1/9 to 9. */
  readonly "beyond-nine": { readonly a: K; readonly b: K; readonly ratio: string };
  /** The consistency ratio is above the limit of 0.1: the judgements contradict each other; look at the worst one. */
  readonly inconsistent: { readonly ratio: number; readonly limit: number };
  /** The table of random indexes ends below this number of ids: no consistency ratio. */
  readonly "no-random-index": { readonly size: number };
}

/** A note, as data: a code and what a sentence about it needs. Words stand in the locale. */
export type WeightingNote<K extends string = string> = {
  [C in WeightingNoteCode]: { readonly code: C } & WeightingNoteDetails<K>[C];
}[WeightingNoteCode];

/** What every `weightsFrom…` takes. */
export interface WeightingOptions {
  /** What the weights sum to: the scorecard's total; `"100"` unless told. */
  readonly total?: Quantity | undefined;
  /** Decimals of the weights, 0 … 9; 2 unless told. At most the scorecard's scale. */
  readonly scale?: number | undefined;
}

/** What every `weightsFrom…` returns: weights for `reweigh` or `extendScorecard`, and how they came about. Plain JSON. */
export interface Weighting<K extends string = string> {
  readonly method: WeightingMethod;
  readonly total: DecimalString;
  readonly scale: number;
  /** Decimals above zero that sum to `total` exactly (largest remainder, ties in the order of the ids). */
  readonly weights: { readonly [P in K]: DecimalString };
  /** The method's own result before it was cut to decimals: shares of 1, to 6 decimals. */
  readonly shares: { readonly [P in K]: number };
  readonly notes: readonly WeightingNote<K>[];
}
