import { roundHalfAway } from "../ground/rational.js";

const UNIT = 10_000;

/** A part of a whole above zero, as the number whose print is the share rounded half away from zero to four decimals. */
export function shareOf(part: bigint, whole: bigint): number {
  return Number(roundHalfAway(part * BigInt(UNIT), whole)) / UNIT;
}
