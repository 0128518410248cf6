import type { Line } from "../exact/line.js";
import { divideRound, MOST_TICKS } from "../exact/ticks.js";

const EXACT_INTEGERS = 2 ** 53;
const FINEST = 1e6;

/**
 * The coarsest unit from `unit` on (1, 10, … 10^6) in which a double is a whole number of at most fifteen digits, so that it prints
 * just that decimal; 0 if there is none.
 */
export function unitOf(a: number, unit: number): number {
  for (let fine = unit; fine <= FINEST; fine *= 10) {
    const whole = Math.round(a * fine);
    if (whole / fine === a && Math.abs(whole) < MOST_TICKS) return fine;
  }
  return 0;
}

/**
 * A line at the decimal `whole ÷ unit`, rounded half away from zero, exactly: one division of whole doubles. NaN where they don't
 * stay below 2^53. A reciprocal is asked above 0 only.
 */
export function roundAt({ p, q, r, reciprocal }: Line, whole: number, unit: number): number {
  const [term, offset] = reciprocal ? [p * unit, 0] : [p * whole, q * unit];
  const divisor = r * (reciprocal ? whole : unit);
  const isExact = Math.abs(term) + Math.abs(offset) + divisor < EXACT_INTEGERS;
  return isExact && Math.abs(term + offset) / divisor <= MOST_TICKS ? divideRound(term + offset, divisor) + 0 : NaN;
}
