import { dayText, type PlainDate } from "../dates.js";
import { demandDay, demandInteger, fieldsOf } from "./arguments.js";
import type { DaySpan, WorkingCalendar } from "./calendar.js";
import { resolveCalendar } from "./resolve.js";
import type { ResolvedDays } from "./resolved.js";
import { hoursOn, tallyBefore } from "./tally.js";

const MOST_WORKING_DAYS = 10_000_000;
/** 0001-01-01 and 9999-12-31. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/**
 * Whether people work on a day, be it only for an hour: a worked weekend 调休 and a half day are working days, a holiday isn't.
 *
 * A day that is none, or a faulty calendar, throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { defineCalendar, isWorkingDay } from "keyaccount";
 *
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week: { monday: [{ from: "09:00", to: "17:00" }] } });
 * ["2026-11-23", "2026-11-24"].map((day) => isWorkingDay(calendar, day)); // => [true, false]
 * ```
 */
export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): boolean {
  return hoursOn(resolveCalendar(calendar), demandDay(day, ["day"])).minutes > 0;
}

/**
 * The day so many working days later: with 1 the first working day after `from`, whether `from` is one or not; with 0 `from` itself; below 0 so many
 * working days earlier. A half day counts as one. `null` where that lies beyond the years 0001 … 9999.
 *
 * `days` is whole, at most ten million. It takes the same time for a day and for a thousand years. Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { addWorkingDays, defineCalendar } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "17:00" }];
 * const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week, holidays: ["2026-12-25"] });
 * addWorkingDays(calendar, { from: "2026-12-24", days: 1 }); // => "2026-12-28"
 * addWorkingDays(calendar, { from: "2026-12-27", days: -1 }); // => "2026-12-24"
 * addWorkingDays(calendar, { from: "9999-12-30", days: 9 }); // => null
 * ```
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  span: { readonly from: PlainDate; readonly days: number },
): PlainDate | null {
  const { from, days } = fieldsOf(span, ["span"]);
  const start = demandDay(from, ["span", "from"]);
  const count = demandInteger(days, -MOST_WORKING_DAYS, MOST_WORKING_DAYS, ["span", "days"]);
  const day = workingDayFrom(resolveCalendar(calendar), start, count);
  return day === null ? null : dayText(day);
}

/** {@link addWorkingDays} on numbers of days. */
export function workingDayFrom(resolved: ResolvedDays, from: number, count: number): number | null {
  if (count === 0) return from;
  const wanted =
    count > 0 ? tallyBefore(resolved, from + 1).days + count : tallyBefore(resolved, from).days + count + 1;
  const day = firstDayWith(resolved, wanted);
  return day < FIRST_DAY || day > LAST_DAY ? null : day;
}

/** The first day at whose end so many working days have been; where there is none, one beyond the last or before the first of all days. */
function firstDayWith(resolved: ResolvedDays, wanted: number): number {
  let low = FIRST_DAY - 1;
  let high = LAST_DAY + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (tallyBefore(resolved, middle + 1).days >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The first working day on or after a day; `null` where there is none before the year 10000.
 *
 * A day that is none, or a faulty calendar, throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { defineCalendar, nextWorkingDay } from "keyaccount";
 *
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week: { monday: [{ from: "09:00", to: "17:00" }] } });
 * ["2026-11-23", "2026-11-24"].map((day) => nextWorkingDay(calendar, day)); // => ["2026-11-23", "2026-11-30"]
 * ```
 */
export function nextWorkingDay(calendar: WorkingCalendar, day: PlainDate): PlainDate | null {
  const next = workingDayFrom(resolveCalendar(calendar), demandDay(day, ["day"]) - 1, 1);
  return next === null ? null : dayText(next);
}

/**
 * How many working days a span of days has, `from` included, `to` not, so that spans that follow each other add up: none from a day to itself; below zero
 * where `to` lies before `from`.
 *
 * It takes the same time for a day and for all years. Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { defineCalendar, workingDaysBetween } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "17:00" }];
 * const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
 * const calendar = defineCalendar({ id: "plain", zone: "+00:00", week });
 * workingDaysBetween(calendar, { from: "2026-11-20", to: "2026-11-24" }); // => 2
 * ```
 */
export function workingDaysBetween(calendar: WorkingCalendar, span: DaySpan): number {
  const { from, to } = fieldsOf(span, ["span"]);
  const resolved = resolveCalendar(calendar);
  return workingDaysIn(resolved, demandDay(from, ["span", "from"]), demandDay(to, ["span", "to"]));
}

/** {@link workingDaysBetween} on numbers of days. */
export function workingDaysIn(resolved: ResolvedDays, from: number, to: number): number {
  return tallyBefore(resolved, to).days - tallyBefore(resolved, from).days;
}
