import type { Line } from "../exact/line.js";

/**
 * Adding it and taking it away again rounds a double below 2^51 to a whole number. Where the fraction is one half this rounds to
 * even, not away from zero, but there no kernel trusts it. 1.5 × 2^52.
 */
export const ROUNDER: number = 6_755_399_441_055_744;

/** 2^30. Points beyond it, where an indicator has no bound of its own, are left to the exact code: kernels write 32 bits. */
const FURTHEST = 1_073_741_824;
/** Beyond so many times the bound a clamp in floats could lose too much. */
const OUTLIER = 64;
/** 2^-52 */
const U = 2.220446049250313e-16;
/** 2^-49 */
const UNDERFLOW = 1.7763568394002505e-15;

/** What a kernel needs to round in floats and to know when that is certain. */
export interface Filter {
  /** The clamp. Where there is no bound it lies half a tick beyond the furthest, so that what is clamped looks like a tie. */
  readonly low: number;
  readonly high: number;
  /** Values from here on, up or down, are not certain: before the clamp, and where there is none. */
  readonly limit: number;
  readonly bound: number;
  /** A rounding is certain if it moved the value by less. Below zero where floats never are. */
  readonly safe: number;
}

/**
 * The filter for lines that are held to `low … high` ticks (infinite: no bound).
 *
 * Within the bound B the line loses at most 6u of |term| + |offset| ≤ B + 2|offset| (see `roundLine`), the clamp up to 64 B another
 * 67u of B, u = 2^-53. The slack is more than twice that, plus what subnormal operands may lose.
 */
export function filterOf(lines: readonly Line[], low: number, high: number): Filter {
  const [bottom, top] = [low === -Infinity ? -FURTHEST - 0.5 : low, high === Infinity ? FURTHEST + 0.5 : high];
  const bound = Math.max(Math.abs(bottom), Math.abs(top), 1);
  const offset = lines.reduce((most, line) => Math.max(most, Math.abs(line.offset)), 0);
  const slack = (80 * bound + 16 * offset) * U + UNDERFLOW;
  return { low: bottom, high: top, limit: OUTLIER * bound, bound: bound + 1, safe: slack < 0.5 ? 0.5 - slack : -1 };
}
