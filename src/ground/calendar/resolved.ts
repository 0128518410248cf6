/** Working time of a day in minutes of its clock: from, until before. */
export type Span = readonly [from: number, to: number];

/** The hours of a kind of day. */
export interface Hours {
  readonly spans: readonly Span[];
  readonly minutes: number;
}

/** How many working days and minutes lie before something. */
export interface Tally {
  readonly days: number;
  readonly minutes: number;
}

/** A calendar's days prepared for arithmetic. */
export interface ResolvedDays {
  /** By day of the week, from Monday. */
  readonly week: readonly Hours[];
  /** Days that aren't as the week says, with their hours. */
  readonly special: ReadonlyMap<number, Hours>;
  /** Their numbers, rising. */
  readonly specialDays: readonly number[];
  /** For each of them and for the end: by how much all before it differ from the week. */
  readonly differences: readonly Tally[];
  /** By day of the week: what lies before it in a week that begins on a Monday; last, the whole week. */
  readonly before: readonly Tally[];
  readonly covers: { readonly from: number; readonly to: number } | null;
}

/** An offset to UTC, in minutes. */
export interface Offset {
  readonly minutes: number;
  /** By how many working minutes the clock has been ahead of the time that passed, all changes up to this one together. */
  readonly ahead: number;
}

/** A calendar prepared for arithmetic. */
export interface Resolved extends ResolvedDays {
  /** The first minute, in UTC, of each offset. */
  readonly changes: readonly number[];
  readonly offsets: readonly Offset[];
}

/** Days of a week. */
export const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday. */
const THURSDAY = 3;

/** The day of the week of a day, 0 for Monday. */
export function weekdayOf(day: number): number {
  return day + THURSDAY - Math.floor((day + THURSDAY) / WEEK_DAYS) * WEEK_DAYS;
}

/** The Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}
