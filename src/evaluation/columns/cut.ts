import { compareTo, type Threshold } from "../exact/threshold.js";

/**
 * The least double whose decimal isn't below a threshold, so that `a >= cutAt(at)` compares exactly. Doubles print in their own
 * order, so one cut parts them.
 */
export function cutAt(at: Threshold): number {
  return compareTo(at, at.value, null) < 0 ? doubleAbove(at.value) : at.value;
}

/** The least double whose decimal lies above a threshold: `a >= cutAbove(at)` is "above", `a < cutAbove(at)` "at most". */
export function cutAbove(at: Threshold): number {
  return compareTo(at, at.value, null) <= 0 ? doubleAbove(at.value) : at.value;
}

/** The next double above a finite one: its bits, read as a whole number, plus one (minus one below zero). */
function doubleAbove(value: number): number {
  const double = new Float64Array([value + 0]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] as bigint) + (value < 0 ? -1n : 1n);
  return double[0] as number;
}
