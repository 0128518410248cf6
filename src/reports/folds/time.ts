import { type ClockShift, clockTime } from "../../ground/calendar/host-clock.js";
import { dayNumber, isInstant, isPlainDate } from "../../ground/dates.js";

/** A day, and the time of day where it is known. */
export interface LocalTime {
  readonly date: string | null;
  readonly time: string | null;
}

/** The day and the time of day on the salesperson's clock. What is neither a day nor a moment, nor one of the years 0001 … 9999 there, is left for the form to refuse. */
export function localTime(at: unknown, clock: ClockShift): LocalTime {
  const shown = isInstant(at) ? clockTime(at, clock) : null;
  return shown === null ? { date: (at ?? null) as string | null, time: null } : { date: shown.day, time: shown.hour };
}

/** The Monday of a day's week; `null` for what is no day. */
export function mondayOf(day: unknown): number | null {
  const number = isPlainDate(day) ? dayNumber(day) : null;
  // 1970-01-01 was a Thursday.
  return number === null ? null : number - ((((number + 3) % 7) + 7) % 7);
}
