import { roundHalfAway } from "../../ground/rational.js";
import type { DaySpread } from "./figures.js";

const UNIT = 10_000;
const TENTH = 10;
const NINE = 9;

/** How some numbers of days spread; `null` are those that nobody knows. */
export function spreadOf(days: readonly (number | null)[]): DaySpread {
  const known = days.filter((one) => one !== null).sort((a, b) => a - b);
  const count = known.length;
  const counts = { count, unknown: days.length - count };
  const [least, most] = [known[0], known.at(-1)];
  if (least === undefined || most === undefined) {
    return { ...counts, least: null, median: null, p90: null, most: null, mean: null };
  }
  const at = (rank: number): number => known[rank - 1] as number;
  const sum = known.reduce((all, one) => all + one, 0);
  return {
    ...counts,
    least,
    median: (at(Math.ceil(count / 2)) + at(Math.floor(count / 2) + 1)) / 2,
    p90: at(Math.ceil((count * NINE) / TENTH)),
    most,
    mean: Number(roundHalfAway(BigInt(sum) * BigInt(UNIT), BigInt(count))) / UNIT,
  };
}
