import { minuteOf } from "../../ground/calendar/clock.js";
import { quickDayNumber, quickDayText } from "../../ground/calendar/days.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import { minutesBefore } from "../../ground/calendar/tally.js";
import { workingDayFrom, workingDaysIn } from "../../ground/calendar/working-days.js";
import { dayOfMinute } from "../../ground/calendar/working-time.js";
import type { PlainDate } from "../../ground/dates.js";

/** A time on a calendar's clock: a day, and its minute where a moment is known. */
export interface Point {
  readonly day: number;
  /** In UTC. */
  readonly minute: number | null;
}

/** From one time to another. */
export interface PointSpan {
  readonly from: Point;
  readonly to: Point;
}

/** A day or moment on a calendar's clock. */
export function pointOf(resolved: Resolved, time: string): Point {
  const day = quickDayNumber(time);
  if (day !== null) return { day, minute: null };
  const minute = minuteOf(time) as number;
  return { day: dayOfMinute(resolved, minute), minute };
}

/** {@link pointOf}, of what may be unknown. */
export function optionalPoint(resolved: Resolved, time: string | null): Point | null {
  return time === null ? null : pointOf(resolved, time);
}

/** The working days after the first day up to the last: none on the same day, one from a day to the next working day. */
export function daysOf(resolved: Resolved, { from, to }: PointSpan): number {
  return workingDaysIn(resolved, from.day + 1, to.day + 1);
}

/** The working minutes between two moments; `null` where only a day is known. */
export function minutesIn(resolved: Resolved, { from, to }: PointSpan): number | null {
  if (from.minute === null || to.minute === null) return null;
  return minutesBefore(resolved, to.minute) - minutesBefore(resolved, from.minute);
}

/** The part of a span that lies in another; `null` where there is none. A day counts as its end beside a moment of it. */
export function overlap(one: PointSpan, other: PointSpan): PointSpan | null {
  const from = isLater(one.from, other.from) ? one.from : other.from;
  const to = isLater(one.to, other.to) ? other.to : one.to;
  return isLater(from, to) ? null : { from, to };
}

/** Whether a time certainly lies after another: by day, and within a day by minute where both are known. */
function isLater(one: Point, other: Point): boolean {
  if (one.day !== other.day || one.minute === null || other.minute === null) return one.day > other.day;
  return one.minute > other.minute;
}

/** The day so many working days after one. */
export function dueDay(resolved: Resolved, { day }: Point, workingDays: number): number | null {
  return workingDayFrom(resolved, day, workingDays);
}

/** Whether a calendar knows its holidays on all days of a span. */
export function isCovered({ covers }: Resolved, from: number, to: number): boolean {
  return covers === null || (from >= covers.from && to <= covers.to);
}

/** A day's text; `null` beyond the last of all days. */
export function textOf(day: number | null): PlainDate | null {
  return day === null ? null : quickDayText(day);
}
