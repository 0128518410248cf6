/** A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone: `"2026-11-21"`. */
export type PlainDate = string;
/** A moment, RFC 3339 in UTC with up to nine decimals: `"2026-11-21T08:30:00Z"`. */
export type Instant = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?Z$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; month 1 … 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * The number of a day, counted from 1970-01-01 as 0; `null` for a text that is no day (2026-02-30, 26-1-1). Integer
 * arithmetic in the proleptic Gregorian calendar, so no zone and no clock can shift it.
 */
export function dayNumber(text: string): number | null {
  const parts = DAY.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || day < 1 || day > daysInMonth(year, month)) return null;
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear -
    719_468
  );
}

/** Whether a text is an existing day, `YYYY-MM-DD`, of the years 0001 … 9999. */
export function isPlainDate(text: string): boolean {
  return dayNumber(text) !== null;
}

/** Whether a text is a moment in UTC, RFC 3339 with `Z`. Leap seconds (`:60`) are no moments here. */
export function isInstant(text: string): boolean {
  return momentDay(text) !== null;
}

function momentDay(text: string): number | null {
  const day = MOMENT.exec(text)?.[1];
  return day === undefined ? null : dayNumber(day);
}

/** The day number of a day or of a moment (its day in UTC); `null` for any other text. */
export function dayOf(text: string): number | null {
  return dayNumber(text) ?? momentDay(text);
}

/**
 * Whether a day or moment has begun for nobody on Earth when the other is over everywhere. Two moments compare exactly; a
 * plain day lasts from its start at UTC+14 to its end at UTC−12, so no host's own zone makes today's fact a future one.
 * Both texts must be valid.
 */
export function isAfter(text: string, other: string): boolean {
  return (
    startSecond(text) > endSecond(other) || (startSecond(text) === endSecond(other) && fraction(text) > fraction(other))
  );
}

const HOUR = 3600;
const DAY_SECONDS = 24 * HOUR;

function startSecond(text: string): number {
  return isPlainDate(text) ? (dayOf(text) ?? 0) * DAY_SECONDS - 14 * HOUR : secondOf(text);
}

function endSecond(text: string): number {
  return isPlainDate(text) ? (dayOf(text) ?? 0) * DAY_SECONDS + DAY_SECONDS + 12 * HOUR : secondOf(text);
}

function secondOf(text: string): number {
  const [hours, minutes, seconds] = [text.slice(11, 13), text.slice(14, 16), text.slice(17, 19)].map(Number);
  return (dayOf(text) ?? 0) * DAY_SECONDS + (hours ?? 0) * HOUR + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function fraction(text: string): string {
  return isPlainDate(text) ? "" : text.slice(19, -1).replace(/\.?0*$/, "");
}
