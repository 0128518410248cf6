import { roundHalfAway } from "../ground/rational.js";
import type { Whole } from "../ground/scaled.js";

const UNIT = 10_000;
const CLEAR = 1e-9;

/**
 * A part (zero or more) of a whole above zero that it doesn't exceed, as the number whose print is the share rounded half away from zero to
 * four decimals.
 */
export function shareOf(part: Whole, whole: Whole): number {
  if (typeof part === "number" && typeof whole === "number") {
    // Off by less than 1e-11: only next to a tie could it round to the wrong side.
    const nearly = (part / whole) * UNIT;
    if (Math.abs(nearly - Math.floor(nearly) - 0.5) > CLEAR) return Math.round(nearly) / UNIT;
  }
  return Number(roundHalfAway(BigInt(part) * BigInt(UNIT), BigInt(whole))) / UNIT;
}
