import type { WorkingCalendar } from "../ground/calendar/calendar.js";
import { minuteOf } from "../ground/calendar/clock.js";
import { resolveCalendar } from "../ground/calendar/resolve.js";
import type { Resolved } from "../ground/calendar/resolved.js";
import { workingDayFrom } from "../ground/calendar/working-days.js";
import { dayOfMinute } from "../ground/calendar/working-time.js";
import { dayOf } from "../ground/dates.js";
import { type Fields, fieldOf } from "./fields.js";

/** A calendar among options, checked; a faulty one throws. `null` where none is told. */
export function calendarOf(root: Fields): Resolved | null {
  const given = fieldOf(root, "calendar") ?? null;
  return given === null ? null : resolveCalendar(given as unknown as WorkingCalendar);
}

/** The number of the day of a day or moment: of a moment on the calendar's clock, in UTC without one. */
export function dayIn(calendar: Resolved | null, time: string): number {
  const minute = minuteOf(time);
  return calendar === null || minute === null ? (dayOf(time) as number) : dayOfMinute(calendar, minute);
}

/** The last working day on or before a day; the day itself without a calendar, or where there is none. */
export function workingDayUpTo(calendar: Resolved | null, day: number): number {
  return calendar === null ? day : (workingDayFrom(calendar, day + 1, -1) ?? day);
}

/** The first working day after a day; `null` where there is none. */
export function workingDayAfter(calendar: Resolved, day: number): number | null {
  return workingDayFrom(calendar, day, 1);
}
