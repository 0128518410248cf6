import { sortable } from "./dates.js";

/** `2026-11-21T08:30:00Z`, with up to nine decimals; whether the day exists is another question. */
export const MOMENT: RegExp = /^(?!0000)\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MIDNIGHT = "T00:00:00Z";
const PLAIN_LENGTH = 20;
const ZERO = 48;

function pair(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function isExistingDay(text: string): boolean {
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  return day > 0 && day <= monthLength(year, month);
}

/** How many days a month of the Gregorian calendar has; below 1 where there is no such month. */
export function monthLength(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return (DAYS[month - 1] ?? -1) + leap;
}

/** `isInstant` in a few instructions and bytes, for whoever reads thousands of moments in a small bundle. */
export function isMoment(value: unknown): value is string {
  return typeof value === "string" && MOMENT.test(value) && isExistingDay(value);
}

/** `isPlainDate` in the same manner. */
export function isDay(value: unknown): value is string {
  return typeof value === "string" && isMoment(value + MIDNIGHT);
}

/** Whether a moment is later than another. */
export function isLaterMoment(text: string, other: string): boolean {
  return text.length === PLAIN_LENGTH && other.length === PLAIN_LENGTH
    ? text > other
    : sortable(text) > sortable(other);
}
