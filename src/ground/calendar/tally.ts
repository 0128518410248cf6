import { DAY_MINUTES } from "./clock.js";
import {
  type Hours,
  mondayOf,
  type Offset,
  type Resolved,
  type ResolvedDays,
  type Tally,
  WEEK_DAYS,
  weekdayOf,
} from "./resolved.js";

/** The hours of a day. */
export function hoursOn({ special, week }: ResolvedDays, day: number): Hours {
  return special.get(day) ?? (week[weekdayOf(day)] as Hours);
}

/** The working days and minutes before a day, counted from the Monday before 1970-01-01 as nothing; below zero before it. */
export function tallyBefore({ before, differences, specialDays }: ResolvedDays, day: number): Tally {
  const weeks = (mondayOf(day) - mondayOf(0)) / WEEK_DAYS;
  const whole = before[WEEK_DAYS] as Tally;
  const part = before[weekdayOf(day)] as Tally;
  const other = differences[countUpTo(specialDays, day - 1)] as Tally;
  return {
    days: weeks * whole.days + part.days + other.days,
    minutes: weeks * whole.minutes + part.minutes + other.minutes,
  };
}

/** The working minutes of the calendar's clock before one of its minutes. */
export function clockMinutesBefore(days: ResolvedDays, minute: number): number {
  const day = Math.floor(minute / DAY_MINUTES);
  const time = minute - day * DAY_MINUTES;
  const today = hoursOn(days, day).spans.reduce((sum, [from, to]) => sum + Math.max(Math.min(time, to) - from, 0), 0);
  return tallyBefore(days, day).minutes + today;
}

/** The working minutes before a minute in UTC. Where the clock is put back or forward, working time is the time that passes, not the clock's. */
export function minutesBefore(resolved: Resolved, minute: number): number {
  const { minutes, ahead } = offsetAt(resolved, minute);
  return clockMinutesBefore(resolved, minute + minutes) - ahead;
}

/** The offset that holds at a minute in UTC. */
export function offsetAt({ changes, offsets }: Resolved, minute: number): Offset {
  return offsets[countUpTo(changes, minute) - 1] as Offset;
}

/** How many numbers of a rising list aren't above a limit. */
export function countUpTo(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
