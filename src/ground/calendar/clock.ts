import type { Instant } from "../dates.js";
import { isMoment } from "../moment.js";
import type { TimeOfDay } from "./calendar.js";
import { quickDayNumber, quickDayText } from "./days.js";

/** Minutes of a day. */
export const DAY_MINUTES = 1440;
const HOUR = 60;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
/** No clock on Earth is further from UTC than 14 hours: what is, is a mistake that would move whole days. */
const OFFSET = /^[+-](0\d|1[0-3]):[0-5]\d$|^[+-]14:00$/;

/** The minutes since midnight of a time of day; `null` for any other text. */
export function minutesOf(text: TimeOfDay): number | null {
  return TIME.test(text) ? clockMinutes(text) : null;
}

/** The minutes of an offset to UTC; `null` for any other text. */
export function offsetMinutes(text: string): number | null {
  if (!OFFSET.test(text)) return null;
  const minutes = clockMinutes(text.slice(1));
  return text.startsWith("-") ? 0 - minutes : minutes;
}

function clockMinutes(text: string): number {
  return Number(text.slice(0, 2)) * HOUR + Number(text.slice(3, 5));
}

/** The number of the minute that a moment lies in, counted in UTC from 1970-01-01 as 0; `null` for a text that is none. */
export function minuteOf(text: unknown): number | null {
  if (!isMoment(text)) return null;
  return (quickDayNumber(text.slice(0, 10)) as number) * DAY_MINUTES + clockMinutes(text.slice(11, 16));
}

/** The moment that a minute begins; `null` before the year 0001 and after 9999. */
export function instantText(minute: number): Instant | null {
  const day = quickDayText(Math.floor(minute / DAY_MINUTES));
  return day === null ? null : `${day}T${timeText(minuteOfDay(minute))}:00Z`;
}

/** A time of day, `HH:MM`. */
export function timeText(minutes: number): TimeOfDay {
  return `${twoDigits(Math.floor(minutes / HOUR))}:${twoDigits(minutes % HOUR)}`;
}

/** The minutes since midnight. */
export function minuteOfDay(minute: number): number {
  return minute - Math.floor(minute / DAY_MINUTES) * DAY_MINUTES;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
