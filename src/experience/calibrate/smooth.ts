import { apportion } from "../../ground/apportion.js";
import { type DecimalString, exactly, printDecimal } from "../../ground/numeral.js";
import { type Rational, rational } from "../../ground/rational.js";
import { WEIGHT_UNIT } from "../chances.js";

/** Calibrated probabilities have six decimals. */
const UNITS = 1_000_000n;

/**
 * Probabilities from counts and from what was believed before, as if the latter had been seen `strength` times: (count + strength × base) ÷
 * (all counts + strength). To six decimals, by largest remainder so that they sum to exactly 1, none below 0.000001. Without any count
 * the row stays as it was.
 */
export function smoothRow(
  counts: readonly number[],
  base: readonly DecimalString[],
  strength: Rational,
): readonly DecimalString[] {
  if (counts.every((count) => count === 0)) return base;
  const values = base.map((one, place) => {
    const { n, d } = exactly(one);
    return BigInt(counts[place] as number) * strength.d * WEIGHT_UNIT + (strength.n * n * WEIGHT_UNIT) / d;
  });
  return atLeastOne(apportion(values, UNITS)).map((units) => printDecimal(rational(units, UNITS)));
}

/** Whole parts of which none is zero: what they lack is taken from the largest. */
function atLeastOne(parts: readonly bigint[]): bigint[] {
  const raised = parts.map((part) => (part === 0n ? 1n : part));
  const lacking = BigInt(parts.filter((part) => part === 0n).length);
  const largest = raised.reduce((best, part, place) => (part > (raised[best] as bigint) ? place : best), 0);
  return raised.map((part, place) => (place === largest ? part - lacking : part));
}
