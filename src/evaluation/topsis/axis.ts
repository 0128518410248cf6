import { printDecimal } from "../../ground/numeral.js";
import { rational } from "../../ground/rational.js";
import { rootIn, wholeRoot } from "../../ground/root.js";
import { type Column, rangeOf } from "../weights/data/table.js";
import { sixDecimals } from "../weights/weigh.js";
import type { TopsisEnd, TopsisNormalisation } from "./ranking.js";

/** Bits after the point of a squared distance; distances have half as many. */
const BITS = 256n;

const SIX_DECIMALS = 1_000_000n;

/** A criterion, ready to measure along. */
export interface Axis {
  readonly column: Column;
  /** Whole numbers in proportion to the weights, and their sum. */
  readonly weight: bigint;
  readonly sum: bigint;
  readonly best: bigint;
  readonly worst: bigint;
  /** Where values are counted from: 0, or the least one. */
  readonly origin: bigint;
  /** The square of what a value is divided by. */
  readonly square: bigint;
  /** The criterion tells nobody from anybody. */
  readonly isStill: boolean;
}

/** The axis of a criterion. */
export function axisOf(
  column: Column,
  weights: readonly bigint[],
  place: number,
  isLowerBetter: boolean,
  normalisation: TopsisNormalisation,
): Axis {
  const { least, most } = rangeOf(column.values);
  const length = column.values.reduce((added, value) => added + value * value, 0n);
  const isVector = normalisation === "vector";
  return {
    column,
    weight: weights[place] as bigint,
    sum: weights.reduce((added, weight) => added + weight, 0n),
    best: isLowerBetter ? least : most,
    worst: isLowerBetter ? most : least,
    origin: isVector ? 0n : least,
    square: isVector ? length : (most - least) * (most - least),
    isStill: least === most,
  };
}

/** The distance, in units of 2^-128, between a row and one end of all axes. */
export function distanceTo(end: "best" | "worst", axes: readonly Axis[], row: number): bigint {
  let squared = 0n;
  for (const { column, weight, sum, square, isStill, [end]: at } of axes) {
    const step = weight * ((column.values[row] as bigint) - at);
    if (!isStill) squared += ((step * step) << BITS) / (square * sum * sum);
  }
  return wholeRoot(squared);
}

/** What distances are counted in. */
export const DISTANCE_UNIT: bigint = 0x1_0000000000000000_0000000000000000n;

/** One end of a criterion, as it is and as it is measured by: normalised and weighted. */
export function endOf(end: "best" | "worst", { column, weight, sum, origin, square, [end]: at }: Axis): TopsisEnd {
  const length = weight * (at - origin);
  const size = square === 0n ? 0n : rootIn(rational(length * length, square * sum * sum), SIX_DECIMALS);
  return {
    value: printDecimal(rational(at, column.unit)),
    weighted: sixDecimals(rational(length < 0n ? -size : size, SIX_DECIMALS)),
  };
}
