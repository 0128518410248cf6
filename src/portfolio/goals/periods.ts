import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import { quickDayNumber, quickDayText } from "../../ground/calendar/days.js";
import { resolveCalendar } from "../../ground/calendar/resolve.js";
import { calendarWeeks } from "../../ground/calendar/weeks.js";
import { workingDaysIn } from "../../ground/calendar/working-days.js";
import type { PlainDate } from "../../ground/dates.js";
import { monthAt, monthNumber } from "../worth/month.js";
import type { GoalPart } from "./goals.js";

/** A part without its amount. */
export type Period = Omit<GoalPart, "amount" | "id" | "within">;

/** The months, weeks or days of a span of days, cut at its ends. */
export function periodsOf(
  calendar: WorkingCalendar,
  by: "month" | "week" | "day",
  from: PlainDate,
  to: PlainDate,
): Period[] {
  if (by === "week")
    return calendarWeeks(calendar, { from, to }).map(({ week, ...part }) => ({ period: week, ...part }));
  const resolved = resolveCalendar(calendar);
  return (by === "month" ? monthsOf(from, to) : daysOf(from, to)).map(({ period, first, last }) => ({
    period,
    from: quickDayText(first) as PlainDate,
    to: quickDayText(last) as PlainDate,
    workingDays: workingDaysIn(resolved, first, last + 1),
  }));
}

interface Span {
  readonly period: string;
  readonly first: number;
  readonly last: number;
}

function monthsOf(from: PlainDate, to: PlainDate): Span[] {
  const count = monthNumber(to) - monthNumber(from) + 1;
  return Array.from({ length: count }, (_, index) => {
    const month = monthNumber(from) + index;
    const next = index === count - 1 ? numberOf(to) + 1 : numberOf(`${monthAt(month + 1)}-01`);
    const first = index === 0 ? numberOf(from) : numberOf(`${monthAt(month)}-01`);
    return { period: monthAt(month), first, last: next - 1 };
  });
}

function daysOf(from: PlainDate, to: PlainDate): Span[] {
  const first = numberOf(from);
  return Array.from({ length: numberOf(to) - first + 1 }, (_, index) => {
    const day = first + index;
    return { period: quickDayText(day) as PlainDate, first: day, last: day };
  });
}

function numberOf(day: PlainDate): number {
  return quickDayNumber(day) as number;
}
