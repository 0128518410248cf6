import { DAY_MINUTES, minuteOf } from "../../ground/calendar/clock.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import { minuteAt } from "../../ground/calendar/working-time.js";
import { isPlainDate } from "../../ground/dates.js";
import { dayIn } from "../calendar-days.js";
import { type Fields, idOf, lineOf, recordsOf, timeOf } from "../fields.js";
import type { Way } from "../travel.js";
import type { AppointmentFinding } from "./check.js";

/** Minutes of UTC, from one until before another. */
interface Minutes {
  readonly start: number;
  readonly end: number;
}

/** What an appointment or a booking takes of somebody's time. */
export interface Taken {
  /** What it takes for certain; where its end isn't known to the minute, that of its beginning; `null`: only the day of its beginning is known. */
  readonly certain: Minutes | null;
  /** All that it can take: of a beginning or an end of which only the day is known the whole day, and without an end what is left of the day. */
  readonly possible: Minutes;
  readonly place: string | null;
}

/** What one of ours is booked for. */
export interface ReadBooking extends Taken {
  readonly booking: string;
  readonly people: readonly string[];
  /** Whether ways lead to and from it: those of which only the day of the beginning or the end is known have none. */
  readonly hasWays: boolean;
}

/** What a time takes. */
export function takenFrom(startsAt: string, endsAt: string | null, place: string | null, calendar: Resolved): Taken {
  const [start, end] = [minuteOf(startsAt), minuteOf(endsAt)];
  const certain = start === null ? null : { start, end: Math.max(end ?? start, start + 1) };
  if (certain !== null && end !== null) return { certain, possible: certain, place };
  const first = dayIn(calendar, startsAt);
  const from = start ?? midnight(calendar, first);
  const until = end ?? midnight(calendar, dayIn(calendar, endsAt ?? startsAt) + 1);
  return { certain, possible: { start: from, end: until > from ? until : midnight(calendar, first + 1) }, place };
}

/** The minute at which a day begins on the calendar's clock. */
function midnight(calendar: Resolved, day: number): number {
  return minuteAt(calendar, day * DAY_MINUTES);
}

/** What our people are booked for; of ours only those with an id count. */
export function readBookings(root: Fields): ((calendar: Resolved) => ReadBooking)[] {
  return (recordsOf(root, "booked") ?? []).flatMap((fields) => {
    const [startsAt, endsAt] = [timeOf(fields, "startsAt"), timeOf(fields, "endsAt")];
    const place = lineOf(fields, "place");
    const [ours, personId] = [recordsOf(fields, "ours") ?? [], idOf(fields, "personId")];
    const people = [...ours.map((one) => idOf(one, "id")), personId].flatMap((id) => id ?? []);
    const booking = idOf(fields, "id") ?? idOf(fields, "clientId") ?? "";
    if (startsAt === null) return [];
    const hasWays = !(isPlainDate(startsAt) || isPlainDate(endsAt));
    return [(calendar) => ({ ...takenFrom(startsAt, endsAt, place, calendar), booking, people, hasWays })];
  });
}

/** Clashes, certain and possible, and ways, by person and booking. */
export function bookingFindings(
  taken: Taken,
  people: readonly string[],
  booked: readonly ReadBooking[],
  way: Way,
): BookingFinding[] {
  return [...new Set(people)].sort().flatMap((person) => {
    const own = booked.filter((one) => one.people.includes(person));
    return [...clashFindings(taken, person, own), ...wayFindings(taken, person, own, way)].sort(byBooking);
  });
}

/** A finding that names a booking. */
type BookingFinding = Extract<AppointmentFinding, { readonly booking: string }>;

function byBooking({ booking: one }: BookingFinding, { booking: other }: BookingFinding): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function clashFindings(taken: Taken, person: string, own: readonly ReadBooking[]): BookingFinding[] {
  const isClash = ({ certain }: ReadBooking): boolean =>
    certain !== null && taken.certain !== null && overlap(certain, taken.certain);
  const possible = own.filter((one) => !isClash(one) && overlap(one.possible, taken.possible));
  return [
    ...own.filter(isClash).map(({ booking }): BookingFinding => ({ code: "clash", person, booking })),
    ...[...new Set(possible.map(({ booking }) => booking))].map(
      (booking): BookingFinding => ({ code: "may-clash", person, booking }),
    ),
  ];
}

function overlap(one: Minutes, other: Minutes): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The ways from the last to end before and to the first to begin after. */
function wayFindings(
  { certain, place }: Taken,
  person: string,
  own: readonly ReadBooking[],
  way: Way,
): BookingFinding[] {
  if (certain === null) return [];
  const beside = own.flatMap((one): Beside[] =>
    one.hasWays && one.certain !== null ? [{ ...one.certain, place: one.place, booking: one.booking }] : [],
  );
  const before = beside
    .filter(({ end }) => end <= certain.start)
    .sort(byEnd)
    .at(-1);
  const after = beside.filter(({ start }) => start >= certain.end).sort(byStart)[0];
  return [
    ...(before === undefined ? [] : wayFinding(person, before, certain.start - before.end, way(before.place, place))),
    ...(after === undefined ? [] : wayFinding(person, after, after.start - certain.end, way(place, after.place))),
  ];
}

/** A booking that a way leads to or from. */
interface Beside extends Minutes {
  readonly booking: string;
  readonly place: string | null;
}

function byEnd(one: Beside, other: Beside): number {
  return one.end - other.end || one.start - other.start || byName(one, other);
}

function byStart(one: Beside, other: Beside): number {
  return one.start - other.start || one.end - other.end || byName(one, other);
}

/** Ties by id, then by place. */
function byName(one: Beside, other: Beside): number {
  const [a, b] = [
    [one.booking, one.place],
    [other.booking, other.place],
  ].map((key) => JSON.stringify(key));
  return String(a) < String(b) ? -1 : 1;
}

/** A day between leaves time for any way. */
function wayFinding(person: string, { booking }: Beside, available: number, needed: number | null): BookingFinding[] {
  if (available >= DAY_MINUTES) return [];
  if (needed === null) return [{ code: "travel-unknown", person, booking }];
  return needed <= available ? [] : [{ code: "travel-short", person, booking, needed, available }];
}
