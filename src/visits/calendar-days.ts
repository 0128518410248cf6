import type { WorkingCalendar } from "../ground/calendar/calendar.js";
import { minuteOf } from "../ground/calendar/clock.js";
import { checkCalendar } from "../ground/calendar/define-calendar.js";
import { resolveCalendar } from "../ground/calendar/resolve.js";
import type { Resolved } from "../ground/calendar/resolved.js";
import { workingDayFrom } from "../ground/calendar/working-days.js";
import { dayOfMinute } from "../ground/calendar/working-time.js";
import { dayOf, isPlainDate } from "../ground/dates.js";
import type { PortfolioIssue } from "../ground/issue.js";
import { type Fields, fieldOf } from "./fields.js";
import { byTime } from "./time.js";

/** A calendar among options, checked; what is wrong with it is noted. `null` where none is told, or a faulty one. */
export function calendarOf(root: Fields): Resolved | null {
  const calendar = soundCalendarOf(root);
  return calendar && resolveCalendar(calendar);
}

/** As {@link calendarOf}, to hand on. */
export function soundCalendarOf(root: Fields): WorkingCalendar | null {
  const given = fieldOf(root, "calendar") ?? null;
  if (given === null) return null;
  const { calendar, issues } = checkCalendar(given, [...root.path, "calendar"]);
  root.reader.issues.push(...(issues as readonly PortfolioIssue[]));
  return calendar;
}

/** The number of the day of a day or moment: of a moment on the calendar's clock, in UTC without one. */
export function dayIn(calendar: Resolved | null, time: string): number {
  const minute = minuteOf(time);
  return calendar === null || minute === null ? (dayOf(time) as number) : dayOfMinute(calendar, minute);
}

/** Orders times by the days that a clock shows, of UTC's without one; a plain day before that day's moments, then by the moment. */
export function byTimeOn(calendar: Resolved | null): (one: string, other: string) => number {
  return (one, other) =>
    dayIn(calendar, one) - dayIn(calendar, other) ||
    Number(isPlainDate(other)) - Number(isPlainDate(one)) ||
    byTime(one, other);
}

/** The last working day on or before a day; the day itself without a calendar, or where there is none. */
export function workingDayUpTo(calendar: Resolved | null, day: number): number {
  return calendar === null ? day : (workingDayFrom(calendar, day + 1, -1) ?? day);
}

/** The first working day after a day; `null` where there is none. */
export function workingDayAfter(calendar: Resolved, day: number): number | null {
  return workingDayFrom(calendar, day, 1);
}
