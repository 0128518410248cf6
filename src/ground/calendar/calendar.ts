import type { Instant, PlainDate } from "../dates.js";

/** The days of a week, from Monday (ISO 8601). */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A time of day on the calendar's own clock, `HH:MM` from `"00:00"` to `"24:00"`. */
export type TimeOfDay = string;

/** Time to UTC, `"+08:00"`, `"-03:30"`, from −14:00 to +14:00. */
export type ZoneOffset = string;

/** Working time without a break: from `from` on, until before `to`. */
export interface WorkingSpan {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** From when on the clock has which offset. */
export interface ZoneChange {
  /** The first moment with that offset, a whole minute; `null`: since ever, which the first change has. */
  readonly from: Instant | null;
  readonly offset: ZoneOffset;
}

/** The first and the last day of a span of days, both included. */
export interface DaySpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A day with hours of its own: a half day, a worked weekend 调休. */
export interface Workday {
  readonly day: PlainDate;
  readonly hours: readonly WorkingSpan[];
}

/** Hours for each day of the week; an empty list is a day off. */
export type WorkingWeek = { readonly [D in Weekday]: readonly WorkingSpan[] };

/**
 * When people work, as plain JSON: {@link defineCalendar} makes one. A day off counts no working time; every other day is a working day, a
 * half day too, however short.
 */
export interface WorkingCalendar {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly week: WorkingWeek;
  /** Days off besides those of the week, in order. */
  readonly holidays: readonly PlainDate[];
  /** Days with hours of their own, in order. */
  readonly workdays: readonly Workday[];
  /** The days whose holidays are known; `null`: all. Outside the week's pattern is taken as it is. */
  readonly covers: DaySpan | null;
  /** The clock: offsets to UTC, in order of time. */
  readonly zone: readonly ZoneChange[];
}

/** What {@link defineCalendar} takes. */
export interface CalendarDefinition {
  readonly v?: 1 | undefined;
  readonly id: string;
  /** Hours by day of the week; a day left out is a day off. */
  readonly week: { readonly [D in Weekday]?: readonly WorkingSpan[] | undefined };
  /** Days off besides those of the week. */
  readonly holidays?: readonly PlainDate[] | undefined;
  /** Half days and worked weekends 调休, each with its hours, or with those of a day of the week. */
  readonly workdays?:
    | readonly (Workday | { readonly day: PlainDate; readonly like: Weekday; readonly hours?: undefined })[]
    | undefined;
  /** The days whose holidays are known: a country publishes them year by year. Absent: all days. */
  readonly covers?: DaySpan | null | undefined;
  /** One offset for ever, or the list of its changes. */
  readonly zone: ZoneOffset | readonly ZoneChange[];
}
