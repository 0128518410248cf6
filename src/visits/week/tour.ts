import type { Span } from "../../ground/calendar/resolved.js";
import type { ReadPerson, WeekSettings } from "./read-week.js";
import type { WorkDay } from "./work-days.js";

/** A visit to place. */
export interface Wanted {
  readonly clientId: string;
  readonly place: string | null;
  readonly minutes: number;
  /** When it was planned before, in minutes of UTC. */
  readonly planned: number | null;
}

/** A visit with its place in time, in minutes of UTC. */
export interface Placed {
  readonly wanted: Wanted;
  readonly day: number;
  readonly start: number;
  /** What the week takes of the person once it is in: visits and all ways. */
  readonly usedSoFar: number;
}

/** Time of a day that nobody has taken yet: before a visit that keeps its hour, or behind all others. */
interface Opening {
  /** When it begins, where one is then, and how long the way home from there is. */
  readonly since: number;
  readonly from: string | null;
  readonly home: number;
  /** The visit that ends it; `null`: it is the last. */
  readonly next: Next | null;
}

/** A visit that keeps its hour, and the way there as it is so far. */
interface Next {
  readonly start: number;
  readonly place: string | null;
  readonly travel: number;
}

/** A day's working time, and what of it is still open, in order of time. */
interface Day extends WorkDay {
  readonly openings: readonly Opening[];
}

/**
 * Places visits in working time, one after the other: first what was planned before, in order of time, each at its hour where it fits; then the others as they come, each on the first day with
 * room for the way there, the visit within one span of work, and the way home before work ends: ahead of one that keeps its hour, where it is on time for that, or behind all others of
 * the day. Nothing here depends on anybody's hours.
 */
export function tourOf(person: ReadPerson, wanted: readonly Wanted[], settings: WeekSettings): Tour {
  const days = openDays(person, settings);
  const placed: Placed[] = [];
  const failed = new Map<string, Misfit>();
  const place = (one: Wanted, at: number | null): Misfit | null => {
    const found = findFit(days, one, at, person.base, settings);
    if (typeof found === "string") return found;
    const { index, day, fit } = found;
    days[index] = withVisit(day, fit, one, at !== null);
    const usedSoFar = (placed.at(-1)?.usedSoFar ?? 0) + fit.takes;
    placed.push({ wanted: one, day: day.day, start: fit.start, usedSoFar });
    return null;
  };
  const before = wanted.filter(({ planned }) => planned !== null).sort((a, b) => Number(a.planned) - Number(b.planned));
  const kept = new Set(before.filter((one) => place(one, one.planned) === null));
  const others = wanted.filter((one) => !kept.has(one));
  for (const one of others) {
    const misfit = place(one, null);
    if (misfit !== null) failed.set(one.clientId, misfit);
  }
  return { placed, failed, order: [...kept, ...others].map(({ clientId }) => clientId) };
}

/** Why a visit can't be placed. */
type Misfit = "no-room" | "travel-unknown";

/** What could be placed, in the order in which it was, and what couldn't. */
export interface Tour {
  readonly placed: readonly Placed[];
  readonly failed: ReadonlyMap<string, Misfit>;
  /** All clients, in the order in which they were tried. */
  readonly order: readonly string[];
}

function openDays({ base, daysOff }: ReadPerson, { days }: WeekSettings): Day[] {
  return days
    .filter(({ day }) => !daysOff.has(day))
    .map((one) => ({ ...one, openings: [{ since: one.spans[0][0], from: base, home: 0, next: null }] }));
}

/** Where a visit fits into a day. */
interface Fit {
  /** The place of its opening among the day's. */
  readonly position: number;
  readonly start: number;
  readonly travel: number;
  readonly home: number;
  /** The way on to the visit after it, or home. */
  readonly onward: number;
  /** What the day takes more with it. */
  readonly takes: number;
}

/** A day with one more visit. One that keeps its hour leaves what time there is ahead of it open; others leave none. */
function withVisit(day: Day, { position, start, travel, home, onward }: Fit, one: Wanted, isKept: boolean): Day {
  const opening = day.openings[position] as Opening;
  const next = opening.next && { ...opening.next, travel: onward };
  const both = [
    ...(isKept ? [{ ...opening, next: { start, place: one.place, travel } }] : []),
    { since: start + one.minutes, from: one.place, home, next },
  ].filter(({ since, next: visit }) => visit === null || since < visit.start);
  return { ...day, openings: [...day.openings.slice(0, position), ...both, ...day.openings.slice(position + 1)] };
}

/** The first fit of the first day that has one, or why there is none. */
function findFit(
  days: readonly Day[],
  one: Wanted,
  at: number | null,
  base: string | null,
  settings: WeekSettings,
): { readonly index: number; readonly day: Day; readonly fit: Fit } | Misfit {
  let misfit: Misfit = "no-room";
  for (const [index, day] of days.entries())
    for (const position of day.openings.keys()) {
      const fit = tryAt(day, position, one, at, base, settings);
      if (typeof fit === "object") return { index, day, fit };
      if (fit === "travel-unknown") misfit = fit;
    }
  return misfit;
}

function tryAt(
  { spans, openings }: Day,
  position: number,
  { place, minutes }: Wanted,
  at: number | null,
  base: string | null,
  { way }: WeekSettings,
): Fit | Misfit {
  const opening = openings[position] as Opening;
  const { since, from, next } = opening;
  const until = next?.start ?? Infinity;
  if (Math.max(since, at ?? since) + minutes > until) return "no-room";
  const home = way(place, base);
  const travel = way(from, place);
  const onward = next === null ? home : way(place, next.place);
  if (travel === null || home === null || onward === null) return "travel-unknown";
  const arrival = Math.max(since + travel, at ?? -Infinity);
  const span = spans.find(([opens, closes]) => Math.max(opens, arrival) + minutes <= closes);
  if (span === undefined) return "no-room";
  const start = Math.max(span[0], arrival);
  const isLate = (at !== null && start !== at) || start + minutes + onward > until;
  if (isLate || start + minutes + home > (spans.at(-1) as Span)[1]) return "no-room";
  const takes = travel + minutes + onward - (next?.travel ?? opening.home);
  return { position, start, travel, home, onward, takes };
}
