import { throwIssues } from "../../ground/error.js";
import type { Quantity } from "../../ground/numeral.js";
import { soundScorecard } from "./define.js";
import { override } from "./override.js";
import type { Scorecard } from "./scorecard.js";
import { reweighed, unknownWeights } from "./weight.js";

/** The name of a reweighed scorecard; the base's unless told. Results also carry the hash, which differs with the weights. */
export interface ReweighOptions {
  readonly id?: string | undefined;
  readonly version?: string | undefined;
}

/**
 * The same scorecard with some other weights, for instance for one segment of clients. The weights must still sum to the total
 * exactly; if they don't, or an id is unknown, it throws a `KeyAccountError` (`weights-not-total`, `unknown-indicator`). A
 * standard score's `max` and `min` keep their proportion to its weight.
 *
 * @example
 * ```ts
 * import { reweigh } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 *
 * const { salesReps, relationship } = distributorScorecard.indicators;
 * const swapped = reweigh(distributorScorecard, { salesReps: relationship.weight, relationship: salesReps.weight });
 * swapped.indicators.relationship.weight === salesReps.weight; // => true
 * ```
 */
export function reweigh<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  weights: { readonly [K in keyof I]?: Quantity },
  options: ReweighOptions = {},
): Scorecard<I, G, R> {
  const known: Scorecard = scorecard;
  const asked: Readonly<Record<string, Quantity | undefined>> = weights;
  throwIssues(unknownWeights(asked, known.indicators));
  return soundScorecard({
    ...override(known, options),
    indicators: reweighed(known.indicators, asked, known.scale),
  });
}
