import type { Resolved } from "../../ground/calendar/resolved.js";
import {
  daysOf,
  dueDay,
  isCovered,
  minutesIn,
  optionalPoint,
  overlap,
  type Point,
  type PointSpan,
  pointOf,
} from "./clock.js";
import type { Deal, DealStay } from "./deal.js";

/** What all stays of a deal are counted by. */
export interface Counting {
  readonly resolved: Resolved;
  readonly asOf: Point;
  readonly pauses: readonly PointSpan[];
}

/** What a stay took in days; `due` is the number of a day. */
export interface StayCount {
  readonly workingDays: number | null;
  readonly pausedDays: number;
  readonly limit: number | null;
  readonly due: number | null;
  readonly overdue: boolean | null;
  readonly overdueDays: number | null;
  readonly certain: boolean | null;
}

/** How the stays of a deal are counted. A pause that lasts, lasts until `asOf`. */
export function countingOf(resolved: Resolved, asOf: Point, { pauses }: Deal): Counting {
  const spans = pauses.map(({ from, to }) => ({
    from: pointOf(resolved, from),
    to: optionalPoint(resolved, to) ?? asOf,
  }));
  return { resolved, asOf, pauses: spans };
}

/** From when to when a stay lasted; `null`: unknown. */
function spanOf(
  { entered, left, exit }: DealStay,
  { resolved, asOf }: Counting,
): { from: Point | null; to: Point | null } {
  return { from: optionalPoint(resolved, entered), to: exit === null ? asOf : optionalPoint(resolved, left) };
}

/** How many working days a stay took, and whether it is, or was, late. */
export function countStay(stay: DealStay, limit: number | null, counting: Counting): StayCount {
  const { resolved } = counting;
  const { from, to } = spanOf(stay, counting);
  if (from === null || to === null) return unknownStay(limit, from, resolved);
  const pausedDays = pausedDaysIn({ from, to }, counting);
  const due = limit === null ? null : dueDay(resolved, from, limit + pausedDays);
  return {
    workingDays: Math.max(0, daysOf(resolved, { from, to }) - pausedDays),
    pausedDays,
    limit,
    due,
    ...lateness(due, to, resolved),
    certain: isCovered(resolved, from.day, Math.max(to.day, due ?? to.day)),
  };
}

/** Of a stay whose beginning is known, the due day is; where its end isn't, nobody knows whether it was kept. */
function unknownStay(limit: number | null, from: Point | null, resolved: Resolved): StayCount {
  const due = limit === null || from === null ? null : dueDay(resolved, from, limit);
  return {
    workingDays: null,
    pausedDays: 0,
    limit,
    due,
    overdue: limit === null ? false : null,
    overdueDays: limit === null ? 0 : null,
    certain: from === null || due === null ? null : isCovered(resolved, from.day, due),
  };
}

/** The working minutes of a stay without its pauses; `null` unless both ends are known as moments. A pause's always are. */
export function minutesOfStay(stay: DealStay, counting: Counting): number | null {
  const { from, to } = spanOf(stay, counting);
  if (from === null || to === null) return null;
  const span = { from, to };
  const minutes = minutesIn(counting.resolved, span);
  if (minutes === null) return null;
  return pausesIn(span, counting).reduce((left, one) => left - (minutesIn(counting.resolved, one) as number), minutes);
}

/**
 * How many days of a span were paused: paused working time in days as long as the week's longest, whole ones only, so that pausing overnight stops no clock. Where only days are known,
 * working days.
 */
function pausedDaysIn(span: PointSpan, counting: Counting): number {
  const { resolved } = counting;
  const longest = Math.max(...resolved.week.map(({ minutes }) => minutes));
  let [days, paused] = [0, 0];
  for (const pause of pausesIn(span, counting)) {
    const minutes = minutesIn(resolved, pause);
    if (minutes === null) days += daysOf(resolved, pause);
    else paused += minutes;
  }
  return days + Math.floor(paused / longest);
}

function pausesIn(span: PointSpan, { pauses }: Counting): PointSpan[] {
  return pauses.flatMap((pause) => overlap(span, pause) ?? []);
}

/** Whether something that ends at a time, or hasn't ended by then, is late: once a working day after the due one has begun; on days off behind it nobody could have done it. A due day beyond the last of all days is never over. */
export function lateness(
  due: number | null,
  end: Point,
  resolved: Resolved,
): { readonly overdue: boolean; readonly overdueDays: number } {
  if (due === null || end.day <= due) return { overdue: false, overdueDays: 0 };
  const overdueDays = daysOf(resolved, { from: { day: due, minute: null }, to: end });
  return { overdue: overdueDays > 0, overdueDays };
}
