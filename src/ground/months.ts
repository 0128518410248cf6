import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { dayNumber, dayOf, type PlainDate } from "./dates.js";

/** A month of the Gregorian calendar, `YYYY-MM`: `"2026-11"`. */
export type PlainMonth = string;

const FIRST: PlainMonth = "0001-01";
const LAST: PlainMonth = "9999-12";
const DAY_MILLISECONDS = 86_400_000;

/** Whether a text is a month, `YYYY-MM`, of the years 0001 … 9999. */
export function isPlainMonth(text: string): boolean {
  return dayNumber(`${text}-01`) !== null;
}

/** The month of a day or of a moment (its month in UTC); `null` for any other text. */
export function monthOf(text: string): PlainMonth | null {
  return dayOf(text) === null ? null : text.slice(0, 7);
}

/** The month so many months later, or earlier where `count` is negative; held to the years 0001 … 9999. */
export function addMonths(month: PlainMonth, count: number): PlainMonth {
  const moved = addMonthsTo(firstDay(month), count);
  if (moved.getTime() < firstDay(FIRST).getTime()) return FIRST;
  return moved.getTime() > firstDay(LAST).getTime() ? LAST : moved.toISOString().slice(0, 7);
}

/** The last day of a month: `"2026-02"` ends on `"2026-02-28"`. */
export function lastDay(month: PlainMonth): PlainDate {
  return lastDayOfMonth(firstDay(month)).toISOString().slice(0, 10);
}

/** In UTC, whose days all have 24 hours: local dates would shift in some zones. */
function firstDay(month: PlainMonth): Date {
  return new UTCDateMini((dayNumber(`${month}-01`) as number) * DAY_MILLISECONDS);
}
