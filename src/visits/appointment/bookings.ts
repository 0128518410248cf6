import { minuteOf } from "../../ground/calendar/clock.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import { dayOfMinute } from "../../ground/calendar/working-time.js";
import { isPlainDate } from "../../ground/dates.js";
import { dayIn } from "../calendar-days.js";
import { type Fields, idOf, lineOf, recordsOf, timeOf } from "../fields.js";
import type { Way } from "../travel.js";
import type { AppointmentFinding } from "./check.js";

const DAY_MINUTES = 1440;

/** A time that somebody is somewhere. */
export interface Slot {
  readonly start: number;
  /** After the start, so that a time without an end still takes a minute. */
  readonly end: number;
  readonly place: string | null;
}

/** What one of ours is booked for. */
export interface ReadBooking extends Slot {
  readonly booking: string;
  readonly people: readonly string[];
  /** Whether nobody says when it ends. */
  readonly isOpenEnded: boolean;
}

/** A time from moments; `null` without a start to the minute. */
export function slotOf(startsAt: string | null, endsAt: string | null, place: string | null): Slot | null {
  const start = minuteOf(startsAt);
  return start === null ? null : { start, end: Math.max(minuteOf(endsAt) ?? start, start + 1), place };
}

/** What one of ours is booked for on days of which no hour is known. */
export interface DayBooking {
  readonly booking: string;
  readonly people: readonly string[];
  /** The first and the last of its days, by number. */
  readonly from: number;
  readonly to: number;
}

/** What our people are booked for, by the hour and by the day. */
export interface Booked {
  readonly timed: readonly ReadBooking[];
  readonly daily: readonly DayBooking[];
}

/** Bookings of which only a day is known, when they begin or when they end. */
export function readDayBookings(root: Fields, calendar: Resolved): DayBooking[] {
  return (recordsOf(root, "booked") ?? []).flatMap((fields) => {
    const [startsAt, endsAt] = [timeOf(fields, "startsAt"), timeOf(fields, "endsAt")];
    if (startsAt === null || !(isPlainDate(startsAt) || isPlainDate(endsAt))) return [];
    return [{ ...whoseOf(fields), ...daysOf(startsAt, endsAt, calendar) }];
  });
}

/** The days that a time touches; one that ends at midnight doesn't touch the day that begins then. */
export function daysOf(startsAt: string, endsAt: string | null, calendar: Resolved): Pick<DayBooking, "from" | "to"> {
  const [from, end] = [dayIn(calendar, startsAt), minuteOf(endsAt)];
  const to = end === null ? dayIn(calendar, endsAt ?? startsAt) : dayOfMinute(calendar, end - 1);
  return { from, to: Math.max(from, to) };
}

/** A booking by its days alone. */
export function dayBooking({ start, end, booking, people }: ReadBooking, calendar: Resolved): DayBooking {
  return { booking, people, from: dayOfMinute(calendar, start), to: dayOfMinute(calendar, end - 1) };
}

/** Bookings that may take place at a time, on days from one to another, person by person. */
export function dayFindings(
  days: Pick<DayBooking, "from" | "to">,
  people: readonly string[],
  daily: readonly DayBooking[],
): AppointmentFinding[] {
  const near = daily.filter(({ from, to }) => from <= days.to && days.from <= to);
  return [...new Set(people)].sort().flatMap((person) => {
    const own = near.filter((one) => one.people.includes(person)).map(({ booking }) => booking);
    return [...new Set(own)].sort().map((booking): AppointmentFinding => ({ code: "may-clash", person, booking }));
  });
}

function whoseOf(fields: Fields): Pick<DayBooking, "booking" | "people"> {
  const ours = (recordsOf(fields, "ours") ?? []).flatMap((one) => idOf(one, "id") ?? []);
  const people = [...ours, ...[idOf(fields, "personId")].flatMap((one) => one ?? [])];
  return { booking: idOf(fields, "id") ?? idOf(fields, "clientId") ?? "", people };
}

/** Bookings whose time is known to the minute, with those of ours who have an id. */
export function readBookings(root: Fields): ReadBooking[] {
  return (recordsOf(root, "booked") ?? []).flatMap((fields) => {
    const endsAt = timeOf(fields, "endsAt");
    const slot = slotOf(timeOf(fields, "startsAt"), endsAt, lineOf(fields, "place"));
    if (slot === null || isPlainDate(endsAt)) return [];
    return [{ ...slot, ...whoseOf(fields), isOpenEnded: minuteOf(endsAt) === null }];
  });
}

/** Clashes and ways, person by person. */
export function bookingFindings(
  slot: Slot,
  people: readonly string[],
  booked: readonly ReadBooking[],
  way: Way,
): AppointmentFinding[] {
  return [...new Set(people)].sort().flatMap((person) => {
    const own = booked.filter((one) => one.people.includes(person)).sort(byEnd);
    const clashes = own.filter((one) => one.start < slot.end && slot.start < one.end);
    const before = own.filter((one) => one.end <= slot.start).at(-1);
    const after = own.filter((one) => one.start >= slot.end).sort(byStart)[0];
    return [
      ...clashes.map(({ booking }): AppointmentFinding => ({ code: "clash", person, booking })),
      ...(before === undefined
        ? []
        : wayFinding(person, before, slot.start - before.end, way(before.place, slot.place))),
      ...(after === undefined ? [] : wayFinding(person, after, after.start - slot.end, way(slot.place, after.place))),
    ];
  });
}

function byEnd(one: ReadBooking, other: ReadBooking): number {
  return one.end - other.end || one.start - other.start || byName(one, other);
}

function byStart(one: ReadBooking, other: ReadBooking): number {
  return one.start - other.start || one.end - other.end || byName(one, other);
}

/** Ties by id, then by place. */
function byName(one: ReadBooking, other: ReadBooking): number {
  const [a, b] = [
    [one.booking, one.place],
    [other.booking, other.place],
  ].map((key) => JSON.stringify(key));
  return String(a) < String(b) ? -1 : 1;
}

/** A day between leaves time for any way. */
function wayFinding(
  person: string,
  { booking }: ReadBooking,
  available: number,
  needed: number | null,
): AppointmentFinding[] {
  if (available >= DAY_MINUTES) return [];
  if (needed === null) return [{ code: "travel-unknown", person, booking }];
  return needed <= available ? [] : [{ code: "travel-short", person, booking, needed, available }];
}
