import { dayText, type PlainDate } from "../dates.js";
import { throwIssues } from "../error.js";
import { demandDay, fieldsOf } from "./arguments.js";
import type { DaySpan, WorkingCalendar } from "./calendar.js";
import { resolveCalendar } from "./resolve.js";
import { mondayOf, WEEK_DAYS } from "./resolved.js";
import { workingDaysIn } from "./working-days.js";

const MOST_WEEKS = 10_000;
const THURSDAY = 3;

/** A week of a calendar, from Monday, or the part of it that a span of days has. */
export interface CalendarWeek {
  /** ISO 8601: `"2026-W53"`. */
  readonly week: string;
  /** Its first day in the span. */
  readonly from: PlainDate;
  /** Its last day in the span. */
  readonly to: PlainDate;
  readonly workingDays: number;
}

/**
 * The weeks of a span of days, both ends included, each with its number by ISO 8601 (a week belongs to the year that its Thursday lies in), cut at the span's
 * ends, with its working days. None where `to` lies before `from`.
 *
 * At most 10,000 weeks. Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { calendarWeeks, defineCalendar } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "17:00" }];
 * const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week });
 * const weeks = calendarWeeks(calendar, { from: "2026-12-30", to: "2027-01-05" });
 * weeks[0]; // => { week: "2026-W53", from: "2026-12-30", to: "2027-01-03", workingDays: 3 }
 * weeks[1]; // => { week: "2027-W01", from: "2027-01-04", to: "2027-01-05", workingDays: 2 }
 * ```
 */
export function calendarWeeks(calendar: WorkingCalendar, span: DaySpan): CalendarWeek[] {
  const { from, to } = fieldsOf(span, ["span"]);
  const [first, last] = [demandDay(from, ["span", "from"]), demandDay(to, ["span", "to"])];
  const count = Math.max((mondayOf(last) - mondayOf(first)) / WEEK_DAYS + 1, 0);
  if (count > MOST_WEEKS)
    throwIssues([{ code: "too-many", path: ["span"], details: { most: MOST_WEEKS, received: count } }]);
  const resolved = resolveCalendar(calendar);
  if (last < first) return [];
  return Array.from({ length: count }, (_, index) => {
    const monday = mondayOf(first) + index * WEEK_DAYS;
    const begin = Math.max(monday, first);
    const end = Math.min(monday + WEEK_DAYS - 1, last);
    return {
      week: weekText(monday),
      from: dayText(begin) as PlainDate,
      to: dayText(end) as PlainDate,
      workingDays: workingDaysIn(resolved, begin, end + 1),
    };
  });
}

/** The ISO 8601 name of the week that begins on a Monday. Its Thursday's year may be the one after 9999 or before 0001. */
function weekText(monday: number): string {
  const thursday = new Date((monday + THURSDAY) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const first = new Date(0).setUTCFullYear(year, 0, 1) / 86_400_000;
  const number = Math.floor((monday + THURSDAY - first) / WEEK_DAYS) + 1;
  return `${String(year).padStart(4, "0")}-W${String(number).padStart(2, "0")}`;
}
