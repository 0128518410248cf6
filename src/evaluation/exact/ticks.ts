import { roundHalfAway } from "../../ground/rational.js";

/**
 * Ticks are whole numbers of the last decimal place that a score shows (at scale 4, 1 tick = 0.0001), held in a double. Up
 * to 10^15 of them, 15 digits, the number that is printed is the exact decimal; above, doubles print neighbours alike.
 */
export const MOST_TICKS = 1e15;

/** 2^53 */
export const EXACT_INTEGERS = 9_007_199_254_740_992;

/** The number whose shortest print is `ticks × 10^-scale`. Never −0. */
export function ticksToNumber(ticks: number, unit: number): number {
  return ticks / unit + 0;
}

/**
 * a × b ÷ c, rounded half away from zero to a whole number, exactly; `c > 0`, all three whole and within 10^15.
 */
export function mulDivRound(a: number, b: number, c: number): number {
  const product = a * b;
  if (Math.abs(product) + c < EXACT_INTEGERS) return divideRound(product, c);
  return Number(roundHalfAway(BigInt(a) * BigInt(b), BigInt(c)));
}

/**
 * n ÷ d, rounded half away from zero to a whole number, exactly; both whole, `d > 0`, `|n| + d < 2^53`. The float quotient can't
 * reach the next whole number k too early: k − 1/d would have to lie within k × 2^-53 of k, and k × d is below 2^53.
 */
export function divideRound(n: number, d: number): number {
  const size = Math.abs(n);
  const quotient = Math.floor(size / d);
  const rounded = (size - quotient * d) * 2 >= d ? quotient + 1 : quotient;
  return n < 0 ? -rounded : rounded;
}
