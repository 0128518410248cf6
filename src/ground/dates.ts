/** A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone: `"2026-11-21"`. */
export type PlainDate = string;
/** A moment, RFC 3339 in UTC with up to nine decimals: `"2026-11-21T08:30:00Z"`. */
export type Instant = string;

const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;
const MOMENT = /^(.{10})T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?Z$/;
const DAY_MS = 86_400_000;

/**
 * The number of a day, counted from 1970-01-01 as 0; `null` for a text that is no day (2026-02-30, 26-1-1). A day's text is read in
 * UTC by every engine (ECMAScript, Date Time String Format), so no zone and no clock can shift it.
 */
export function dayNumber(text: string): number | null {
  const time = DAY.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text) ? null : time / DAY_MS;
}

/** The day with a number, `null` before the year 0001 and after 9999. */
export function dayText(day: number): PlainDate | null {
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return dayNumber(text) === day ? text : null;
}

/**
 * Whether a value is an existing day, `YYYY-MM-DD`, of the years 0001 … 9999.
 *
 * @example
 * ```ts
 * import { isPlainDate } from "keyaccount";
 *
 * ["2024-02-29", "2026-02-29", "2026-11-21T08:00:00Z"].map(isPlainDate); // => [true, false, false]
 * ```
 */
export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === "string" && dayNumber(value) !== null;
}

/**
 * Whether a value is a moment in UTC, RFC 3339 with `Z` and at most nine decimals. Leap seconds (`:60`) are no moments here.
 *
 * @example
 * ```ts
 * import { isInstant } from "keyaccount";
 *
 * ["2026-11-21T08:00:00Z", "2026-11-21T08:00:00+08:00", "2026-11-21"].map(isInstant); // => [true, false, false]
 * ```
 */
export function isInstant(value: unknown): value is Instant {
  return typeof value === "string" && momentDay(value) !== null;
}

function momentDay(text: string): number | null {
  const day = MOMENT.exec(text)?.[1];
  return day === undefined ? null : dayNumber(day);
}

/** The day number of a day or of a moment (its day in UTC); `null` for anything else. */
export function dayOf(text: unknown): number | null {
  return typeof text === "string" ? (dayNumber(text) ?? momentDay(text)) : null;
}

/**
 * Whether a day or moment is certainly later than another. Two days, and two moments, compare exactly. Between a day and a
 * moment the day's zone is unknown (UTC−12 … UTC+14), so the UTC day after still counts as the same time: no host's own zone
 * makes today's fact a future one. Both texts must be valid.
 */
export function isAfter(text: string, other: string): boolean {
  if (isPlainDate(text) === isPlainDate(other)) return sortable(text) > sortable(other);
  return (dayOf(text) as number) > (dayOf(other) as number) + 1;
}

/** A day, or a moment without the zeros at the end of its decimals and without `Z`, so that texts sort like times. */
export function sortable(text: string): string {
  return text.replace(/(?:\.0+|(\.\d*?)0*)?Z$/, "$1");
}
