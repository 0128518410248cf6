import { DAY_MINUTES } from "../../ground/calendar/clock.js";
import type { Resolved, Span } from "../../ground/calendar/resolved.js";
import { hoursOn } from "../../ground/calendar/tally.js";
import { minuteAt } from "../../ground/calendar/working-time.js";
import type { ReadPerson, WeekSettings } from "./read-week.js";

const WEEK_DAYS = 7;

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

/** A visit of a day. */
interface Stop {
  readonly start: number;
  readonly end: number;
  readonly place: string | null;
  /** The way there, and the way home from there. */
  readonly travel: number;
  readonly home: number;
  /** Whether it keeps its hour from before, so that there may be room ahead of it. */
  readonly isKept: boolean;
}

/** A day's visits so far, in order of time. */
interface Day {
  readonly day: number;
  readonly spans: readonly Span[];
  readonly stops: readonly Stop[];
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
    const tries = days.map((day) => tryOn(day, one, at, person.base, settings));
    const index = tries.findIndex((fit) => typeof fit === "object");
    const fit = tries[index];
    if (typeof fit !== "object") return tries.includes("travel-unknown") ? "travel-unknown" : "no-room";
    const day = days[index] as Day;
    days[index] = withStop(day, fit, one, at !== null);
    placed.push({
      wanted: one,
      day: day.day,
      start: fit.start,
      usedSoFar: (placed.at(-1)?.usedSoFar ?? 0) + fit.takes,
    });
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

function openDays({ daysOff }: ReadPerson, { firstDay, calendar }: WeekSettings): Day[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => firstDay + index).flatMap((day) => {
    const spans = withoutSeams(hoursOn(calendar, day).spans.map((span) => passing(span, day, calendar)));
    return spans.length === 0 || daysOff.has(day) ? [] : [{ day, spans, stops: [] }];
  });
}

/** A span of work as it passes: where the clock is changed within it, it is longer or shorter than the clock says. */
function passing([from, to]: Span, day: number, calendar: Resolved): Span {
  return [minuteAt(calendar, day * DAY_MINUTES + from), minuteAt(calendar, day * DAY_MINUTES + to)];
}

/** Spans that touch are one: there is no break between them. */
function withoutSeams(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((joined, [from, to]) => {
    const last = joined.at(-1);
    return last?.[1] === from ? [...joined.slice(0, -1), [last[0], to]] : [...joined, [from, to]];
  }, []);
}

/** Where a visit fits into a day. */
interface Fit {
  /** Its place among the day's visits. */
  readonly position: number;
  readonly start: number;
  readonly travel: number;
  readonly home: number;
  /** The way on to the visit after it, if there is one. */
  readonly onward: number;
  /** What the day takes more with it. */
  readonly takes: number;
}

function withStop(day: Day, { position, start, travel, home, onward }: Fit, one: Wanted, isKept: boolean): Day {
  const stop = { start, end: start + one.minutes, place: one.place, travel, home, isKept };
  const [next, ...rest] = day.stops.slice(position);
  const behind = next === undefined ? [] : [{ ...next, travel: onward }, ...rest];
  return { ...day, stops: [...day.stops.slice(0, position), stop, ...behind] };
}

/** The first fit ahead of one that keeps its hour or behind all others, or why there is none. */
function tryOn(day: Day, one: Wanted, at: number | null, base: string | null, settings: WeekSettings): Fit | Misfit {
  let misfit: Misfit = "no-room";
  for (let position = 0; position <= day.stops.length; position += 1) {
    if (day.stops[position]?.isKept === false) continue;
    const fit = tryAt(day, position, one, at, base, settings);
    if (typeof fit === "object") return fit;
    if (fit === "travel-unknown") misfit = fit;
  }
  return misfit;
}

function tryAt(
  { spans, stops }: Day,
  position: number,
  { place, minutes }: Wanted,
  at: number | null,
  base: string | null,
  { way }: WeekSettings,
): Fit | Misfit {
  const [last, next] = [stops[position - 1], stops[position]];
  const since = last?.end ?? (spans[0] as Span)[0];
  const until = next?.start ?? Infinity;
  if (since + minutes > until) return "no-room";
  const home = way(place, base);
  const travel = way(last === undefined ? base : last.place, place);
  const onward = next === undefined ? home : way(place, next.place);
  if (travel === null || home === null || onward === null) return "travel-unknown";
  const arrival = Math.max(since + travel, at ?? -Infinity);
  const span = spans.find(([from, to]) => Math.max(from, arrival) + minutes <= to);
  if (span === undefined) return "no-room";
  const start = Math.max(span[0], arrival);
  const isLate = (at !== null && start !== at) || start + minutes + onward > until;
  if (isLate || start + minutes + home > (spans.at(-1) as Span)[1]) return "no-room";
  const instead = next?.travel ?? last?.home ?? 0;
  return { position, start, travel, home, onward, takes: travel + minutes + onward - instead };
}
