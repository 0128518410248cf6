import type { Resolved } from "../../ground/calendar/resolved.js";
import {
  daysOf,
  dueDay,
  isCovered,
  isLater,
  minutesIn,
  optionalPoint,
  overlap,
  type Point,
  type PointSpan,
  pointOf,
  textOf,
} from "./clock.js";
import type { Deal, DealStay } from "./deal.js";
import type { DueTime, StayTimes } from "./times.js";

/** What all stays of a deal are counted by. */
export interface Counting {
  readonly resolved: Resolved;
  readonly asOf: Point;
  readonly pauses: readonly PointSpan[];
}

/** What a stay took, but for the names. */
export type StayCount = Omit<StayTimes, "milestone" | "entered" | "left" | "entry" | "exit">;

/** How the stays of a deal are counted. A pause that lasts, lasts until `asOf`. */
export function countingOf(resolved: Resolved, asOf: Point, { pauses }: Deal): Counting {
  const spans = pauses.map(({ from, to }) => ({
    from: pointOf(resolved, from),
    to: optionalPoint(resolved, to) ?? asOf,
  }));
  return { resolved, asOf, pauses: spans };
}

/** What a stay took, and whether it is, or was, late. */
export function countStay(stay: DealStay, limit: number | null, counting: Counting): StayCount {
  const { resolved, asOf } = counting;
  const from = optionalPoint(resolved, stay.entered);
  const to = stay.exit === null ? asOf : optionalPoint(resolved, stay.left);
  if (from === null || to === null) return unknownStay(limit, from, counting);
  const span = { from, to };
  const paused = pausesIn(span, counting);
  const pausedDays = sumOf(paused, (one) => daysOf(resolved, one)) as number;
  const minutes = minutesIn(resolved, span);
  const pausedMinutes = sumOf(paused, (one) => minutesIn(resolved, one));
  const due = limit === null ? null : dueDay(resolved, from, limit + pausedDays);
  return {
    workingDays: daysOf(resolved, span) - pausedDays,
    workingMinutes: minutes === null || pausedMinutes === null ? null : minutes - pausedMinutes,
    pausedDays,
    ...dueTime(limit, due, to, resolved),
    certain: isCovered(resolved, from.day, Math.max(to.day, due ?? to.day)),
  };
}

/** Of a stay whose beginning is known, the due day is; where its end isn't, nobody knows whether it was kept. */
function unknownStay(limit: number | null, from: Point | null, { resolved }: Counting): StayCount {
  const due = limit === null || from === null ? null : dueDay(resolved, from, limit);
  const unknown = { workingDays: null, workingMinutes: null, pausedDays: 0, limit, due: textOf(due) };
  const late = limit === null ? false : null;
  const certain = from === null || due === null ? null : isCovered(resolved, from.day, due);
  return { ...unknown, overdue: late, overdueDays: limit === null ? 0 : null, certain };
}

function pausesIn(span: PointSpan, { pauses }: Counting): PointSpan[] {
  return pauses.flatMap((pause) => overlap(span, pause) ?? []);
}

/** `null` as soon as one is unknown. */
function sumOf<T>(list: readonly T[], read: (one: T) => number | null): number | null {
  let sum = 0;
  for (const one of list) {
    const value = read(one);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Whether something that ends at a time, or hasn't ended by then, is late. A limit beyond the last of all days is never over. */
export function dueTime(limit: number | null, due: number | null, end: Point, resolved: Resolved): DueTime {
  const overdue = due !== null && isLater({ day: end.day, minute: null }, { day: due, minute: null });
  const days = overdue ? daysOf(resolved, { from: { day: due, minute: null }, to: end }) : 0;
  return { limit, due: textOf(due), overdue, overdueDays: days };
}
