import { minuteOf } from "./calendar/clock.js";
import { isInstant } from "./dates.js";

/**
 * How long a visit or another contact took (D5.3), in whole minutes: by its moments, else as told. One rule for the effort ledger, what visits feed, activities and the forms, so that their
 * totals agree to the minute. Days alone don't say how long.
 */
export function visitMinutes<T>(startedAt: unknown, endedAt: unknown, told: T): number | T {
  return minutesBetween(startedAt, endedAt) ?? told;
}

/** Whole minutes from one moment to another by their whole seconds, half a minute up; below zero where the second lies before the first; `null` unless both are moments. */
export function minutesBetween(from: unknown, to: unknown): number | null {
  if (!isInstant(from) || !isInstant(to)) return null;
  const seconds = secondOf(to) - secondOf(from);
  return Math.floor(seconds / 60 + (seconds < 0 ? 0 : 0.5));
}

function secondOf(moment: string): number {
  return (minuteOf(moment) as number) * 60 + Number(moment.slice(17, 19));
}
