import type { Resolved } from "../resolved/resolve.js";
import type { Outcome, Standing } from "../standing.js";
import type { AnswerRange } from "./answers.js";
import type { Foresight } from "./foresee.js";

/** The least and the most ticks that the interval can have; infinite where it has no bound. */
export interface Widths {
  readonly least: number;
  readonly most: number;
}

/** The width of an interval in ticks; infinite without a bound. Where a question is open something applies, so there are bounds. */
export function widthOf({ low, high }: Outcome): number {
  return (high as number) - (low as number);
}

/**
 * After how many ticks the rounding of rescaled points repeats itself; 1 where nothing is rescaled. Rescaling (for what isn't
 * applicable) rounds both bounds, and so lets a width waver by a tick.
 */
export function periodOf({ totalTicks }: Resolved, standings: readonly Standing[]): number {
  const applicable = standings.reduce(
    (sum, { status, indicator }) => (status === "not-applicable" ? sum : sum + indicator.full),
    0,
  );
  return applicable / greatestCommonDivisor(totalTicks, applicable);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The most ticks that are looked at one by one. */
const MOST_LOOKED_AT = 2_000;

/**
 * How wide the interval of a range of answers is, at least and at most. Without rescaling more points never widen it (its upper bound meets a
 * group's `max` first), so both ends tell. With rescaling each period tells, once below zero, across it and above. A period too long to look
 * at is taken to waver by a tick, to the safe side.
 */
export function widthsOf(foresight: Foresight, range: AnswerRange, period: number): Widths {
  const { first, last, pointsAt } = range;
  const at = (index: number): Outcome => foresight(pointsAt(index));
  const isShort = last - first < MOST_LOOKED_AT;
  const starts = isShort ? [first] : [first, firstFromZero(at, range, "high"), firstFromZero(at, range, "low")];
  const length = period === 1 ? 0 : Math.min(isShort ? last - first : period, MOST_LOOKED_AT);
  const indexes = [last, ...starts.flatMap((start) => from(start, Math.min(start + length, last)))];
  const widths = indexes.map((index) => widthOf(at(index)));
  const caution = !isShort && period > MOST_LOOKED_AT ? 1 : 0;
  return { least: Math.max(0, Math.min(...widths) - caution), most: Math.max(...widths) + caution };
}

function from(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The first place from which a bound isn't below zero; the last one if there is none. */
function firstFromZero(at: (index: number) => Outcome, { first, last }: AnswerRange, of: "low" | "high"): number {
  let [below, above] = [first - 1, last];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if ((at(middle)[of] as number) < 0) below = middle;
    else above = middle;
  }
  return above;
}
