import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import { minuteOf } from "../../ground/calendar/clock.js";
import { shiftOf } from "../../ground/calendar/host-clock.js";
import type { Instant } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import { show } from "../../ground/show.js";

/**
 * How far the salesperson's clock is ahead of UTC, `"+08:00"`; where clocks are changed, a function that says it for a moment. A day of a record is the
 * day on that clock.
 */
export type Offset = string | ((at: Instant) => string);

/** The salesperson's clock: how far it is ahead of UTC, or a calendar with that clock, as the other functions take it. */
export type ReportClock =
  | { readonly offset: Offset; readonly calendar?: undefined }
  | { readonly calendar: WorkingCalendar; readonly offset?: undefined };

/** How many minutes a clock is ahead of UTC at a moment. */
export type Clock = (at: Instant) => number;

const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;

/** The options that say it. */
export const CLOCK_KEYS = ["offset", "calendar"] as const;

/** Reads which clock is meant; throws at once where it could never be one. */
export function readClock({ offset, calendar }: Readonly<Record<string, unknown>>): Clock {
  if (calendar === undefined || calendar === null) return clockOf(offset);
  const path = ["offset"];
  if (offset !== undefined)
    throwIssues([{ code: "unknown-key", path, details: { key: "offset", allowed: ["calendar"] } }]);
  const shift = shiftOf(calendar as WorkingCalendar);
  return (at) => shift(minuteOf(at) as number);
}

function clockOf(offset: unknown): Clock {
  if (typeof offset === "function") return (at) => minutesAhead((offset as (at: Instant) => unknown)(at));
  const minutes = minutesAhead(offset);
  return () => minutes;
}

function minutesAhead(text: unknown): number {
  if (text === "Z") return 0;
  const [, sign = "", hours = "", minutes = ""] = OFFSET.exec(typeof text === "string" ? text : "") ?? [];
  if (sign === "")
    throwIssues([{ code: "wrong-format", path: ["offset"], details: { format: "+08:00", received: show(text) } }]);
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}
