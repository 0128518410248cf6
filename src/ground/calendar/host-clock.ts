import type { Instant, PlainDate } from "../dates.js";
import { throwIssues } from "../error.js";
import { noFields } from "../reader.js";
import { show } from "../show.js";
import type { WorkingCalendar, ZoneOffset } from "./calendar.js";
import { DAY_MINUTES, instantText, minuteOf, offsetMinutes } from "./clock.js";
import { quickDayNumber } from "./days.js";
import { resolveCalendar } from "./resolve.js";
import { offsetAt } from "./tally.js";

/** Whose clock tells the day and the hour of a moment: a calendar's, or one that is as far from UTC at all times. UTC where neither is told. */
export type HostClock =
  | { readonly calendar?: WorkingCalendar | undefined; readonly offset?: undefined }
  | { readonly calendar?: undefined; readonly offset?: ZoneOffset | undefined };

/** By how many minutes a clock is ahead of UTC at a minute in UTC; `null` where none is told, so that it is UTC's. */
export type ClockShift = ((minute: number) => number) | null;

/**
 * Reads a clock, by one rule wherever one is asked for: the calendar's, or an offset of the form `"+08:00"` within 14 hours, or `"Z"`. `null`: neither is told. Both at once (`unknown-key`), a
 * calendar that is none, and an offset that is none (`not-an-offset`) throw: which of two clocks is meant would be a guess.
 */
export function readClock(options: object): ClockShift {
  const { calendar, offset } = Object.assign(noFields(), options) as { calendar?: unknown; offset?: unknown };
  if (isAbsent(calendar)) return isAbsent(offset) ? null : shiftBy(offset);
  if (!isAbsent(offset))
    throwIssues([{ code: "unknown-key", path: ["offset"], details: { key: "offset", allowed: ["calendar"] } }]);
  return shiftOf(calendar as WorkingCalendar);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function shiftBy(offset: unknown): (minute: number) => number {
  const minutes = offsetAhead(offset);
  return () => minutes;
}

/** By how many minutes a clock of an offset is ahead of UTC; throws for what is no offset. */
export function offsetAhead(offset: unknown): number {
  const minutes = offset === "Z" ? 0 : typeof offset === "string" ? offsetMinutes(offset) : null;
  if (minutes === null) throwIssues([{ code: "not-an-offset", path: ["offset"], details: { received: show(offset) } }]);
  return Number(minutes);
}

/** By how many minutes a calendar's clock is ahead of UTC at a minute in UTC. A calendar that is none throws. */
function shiftOf(calendar: WorkingCalendar): (minute: number) => number {
  const resolved = resolveCalendar(calendar, ["calendar"]);
  return (minute) => offsetAt(resolved, minute).minutes;
}

/** The number of the day of a day or moment on a clock. */
export function clockDay(time: PlainDate | Instant, shift: ClockShift): number {
  const minute = minuteOf(time);
  if (minute === null || shift === null) return quickDayNumber(time.slice(0, 10)) as number;
  return Math.floor((minute + shift(minute)) / DAY_MINUTES);
}

/** The day and the time of day, `YYYY-MM-DD` and `HH:MM`, that a clock shows at a moment; `null` for a plain day, and beyond the years 0001 … 9999. */
export function clockTime(
  time: PlainDate | Instant,
  shift: ClockShift,
): { readonly day: string; readonly hour: string } | null {
  const minute = minuteOf(time);
  const shown = minute === null ? null : instantText(minute + (shift?.(minute) ?? 0));
  return shown === null ? null : { day: shown.slice(0, 10), hour: shown.slice(11, 16) };
}
