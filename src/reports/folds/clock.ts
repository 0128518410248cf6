import type { WorkingCalendar, ZoneOffset } from "../../ground/calendar/calendar.js";
import { instantText } from "../../ground/calendar/clock.js";
import { type ClockShift, offsetAhead, readClock as readHostClock } from "../../ground/calendar/host-clock.js";
import type { Instant } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import { noFields } from "../../ground/reader.js";

/**
 * How far the salesperson's clock is ahead of UTC, `"+08:00"`; where clocks are changed, a function that says it for the minute that a moment lies in. A day of a
 * record is the day on that clock.
 */
export type Offset = ZoneOffset | ((at: Instant) => ZoneOffset);

/** The salesperson's clock: how far it is ahead of UTC, or a calendar with that clock, as the other functions take it. */
export type ReportClock =
  | { readonly offset: Offset; readonly calendar?: undefined }
  | { readonly calendar: WorkingCalendar; readonly offset?: undefined };

/** The options that say it. */
export const CLOCK_KEYS = ["offset", "calendar"] as const;

/** Reads which clock is meant; throws at once where it could never be one, or where none is told: no default could be right. */
export function readClock(options: Readonly<Record<string, unknown>>): NonNullable<ClockShift> {
  const clock = readAnyClock(options);
  if (clock === null) throwIssues([{ code: "required", path: ["offset"], details: {} }]);
  return clock as NonNullable<ClockShift>;
}

/** The same where a clock may be missing: `null`. */
export function readAnyClock(options: Readonly<Record<string, unknown>>): ClockShift {
  const { offset, calendar = null } = Object.assign(noFields(), options) as Readonly<Record<string, unknown>>;
  if (typeof offset !== "function" || calendar !== null) return readHostClock({ offset, calendar });
  // The minute of a moment that there is has a moment too.
  return (minute) => offsetAhead((offset as (at: Instant) => unknown)(instantText(minute) as Instant));
}
