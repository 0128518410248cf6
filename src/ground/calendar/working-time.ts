import { dayText, type Instant, type PlainDate } from "../dates.js";
import { demandDay, demandMinute, demandTime, fieldsOf } from "./arguments.js";
import type { TimeOfDay, WorkingCalendar } from "./calendar.js";
import { DAY_MINUTES, instantText } from "./clock.js";
import { resolveCalendar } from "./resolve.js";
import type { Offset, Resolved } from "./resolved.js";
import { minutesBefore, offsetAt } from "./tally.js";

/**
 * The working time between two moments, in minutes; below zero where `to` lies before `from`. Both are cut to their minute, so that spans that follow each
 * other add up exactly. Where the clock is put forward or back during working hours, the time that passes counts, not the clock's.
 *
 * It takes the same time for a minute and for all years. Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { defineCalendar, workingMinutes } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "12:00" }, { from: "13:30", to: "18:00" }];
 * const calendar = defineCalendar({ id: "plain", zone: "+08:00", week: { monday: hours, tuesday: hours } });
 * workingMinutes(calendar, { from: "2026-11-23T03:00:00Z", to: "2026-11-24T02:00:00Z" }); // => 390
 * ```
 */
export function workingMinutes(
  calendar: WorkingCalendar,
  span: { readonly from: Instant; readonly to: Instant },
): number {
  const { from, to } = fieldsOf(span, ["span"]);
  const resolved = resolveCalendar(calendar);
  const [start, end] = [demandMinute(from, ["span", "from"]), demandMinute(to, ["span", "to"])];
  return minutesBefore(resolved, end) - minutesBefore(resolved, start);
}

/**
 * The day that a moment belongs to on the calendar's clock; `null` where that lies beyond the years 0001 … 9999.
 *
 * Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { dayAt, defineCalendar } from "keyaccount";
 *
 * const week = { monday: [{ from: "09:00", to: "17:00" }] };
 * dayAt(defineCalendar({ id: "east", zone: "+08:00", week }), "2026-11-23T20:00:00Z"); // => "2026-11-24"
 * ```
 */
export function dayAt(calendar: WorkingCalendar, moment: Instant): PlainDate | null {
  return dayText(dayOfMinute(resolveCalendar(calendar), demandMinute(moment, ["moment"])));
}

/** The number of the day that a minute in UTC belongs to on the calendar's clock. */
export function dayOfMinute(resolved: Resolved, minute: number): number {
  return Math.floor((minute + offsetAt(resolved, minute).minutes) / DAY_MINUTES);
}

/**
 * The moment at which the calendar's clock shows a time of a day. A time that comes twice, because the clock is put back, is the first of them; one that the
 * clock leaves out is as much later as the clock is put forward: 02:30 becomes 03:30. `null` where that lies beyond the years 0001 … 9999.
 *
 * Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { defineCalendar, momentAt } from "keyaccount";
 *
 * const week = { monday: [{ from: "09:00", to: "17:00" }] };
 * const calendar = defineCalendar({ id: "east", zone: "+08:00", week });
 * momentAt(calendar, { day: "2026-11-23", time: "09:00" }); // => "2026-11-23T01:00:00Z"
 * ```
 */
export function momentAt(
  calendar: WorkingCalendar,
  local: { readonly day: PlainDate; readonly time: TimeOfDay },
): Instant | null {
  const { day, time } = fieldsOf(local, ["local"]);
  const minute = demandDay(day, ["local", "day"]) * DAY_MINUTES + demandTime(time, ["local", "time"]);
  return instantText(minuteAt(resolveCalendar(calendar), minute));
}

/** The minute in UTC at which the clock shows one of its minutes. */
export function minuteAt({ changes, offsets }: Resolved, local: number): number {
  const place = offsets.findIndex(({ minutes }, index) => local < (changes[index + 1] ?? Infinity) + minutes);
  const { minutes } = offsets[place] as Offset;
  const isShown = local >= (changes[place] as number) + minutes;
  return local - (isShown ? minutes : (offsets[place - 1] as Offset).minutes);
}
