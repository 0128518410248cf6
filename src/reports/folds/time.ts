import { DAY_MINUTES, minuteOf, minuteOfDay, timeText } from "../../ground/calendar/clock.js";
import { dayNumber, dayText, isInstant, isPlainDate } from "../../ground/dates.js";
import type { Clock } from "./clock.js";

/** A day, and the time of day where it is known. */
export interface LocalTime {
  readonly date: string | null;
  readonly time: string | null;
}

/** The day and the time of day on the salesperson's clock. What is neither a day nor a moment is left for the form to refuse. */
export function localTime(at: unknown, clock: Clock): LocalTime {
  if (!isInstant(at)) return { date: (at ?? null) as string | null, time: null };
  const minute = (minuteOf(at) as number) + clock(at);
  return { date: dayText(Math.floor(minute / DAY_MINUTES)) ?? at, time: timeText(minuteOfDay(minute)) };
}

/** The Monday of a day's week; `null` for what is no day. */
export function mondayOf(day: unknown): number | null {
  const number = isPlainDate(day) ? dayNumber(day) : null;
  // 1970-01-01 was a Thursday.
  return number === null ? null : number - ((((number + 3) % 7) + 7) % 7);
}
