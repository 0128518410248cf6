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
  readonly travel: number;
  /** What the week takes of the person once it is in: visits and all ways. */
  readonly usedSoFar: number;
}

/** A day's way so far. */
interface Day {
  readonly day: number;
  readonly spans: readonly Span[];
  readonly at: number;
  readonly place: string | null;
  /** The way home from there. */
  readonly home: number;
}

/**
 * Places visits in working time, one after the other: first what was planned before, in order of time, each at its hour where it fits; then the others as they come,
 * each on the first day with room for the way there, the visit within one span of work, and the way home before work ends. Nothing here depends on anybody's hours.
 */
export function tourOf(person: ReadPerson, wanted: readonly Wanted[], settings: WeekSettings): Tour {
  const days = openDays(person, settings);
  const placed: Placed[] = [];
  const failed = new Map<string, "no-room" | "travel-unknown">();
  const place = (one: Wanted, at: number | null): Misfit | null => {
    const home = settings.way(one.place, person.base);
    const tries = days.map((day) => tryOn(day, one, home, settings, at));
    const index = tries.findIndex((fit) => typeof fit === "object");
    const fit = tries[index];
    if (typeof fit !== "object") return tries.includes("travel-unknown") ? "travel-unknown" : "no-room";
    const day = days[index] as Day;
    const used = placed.at(-1)?.usedSoFar ?? 0;
    const usedSoFar = used + fit.travel + one.minutes + fit.home - day.home;
    days[index] = { ...day, at: fit.start + one.minutes, place: one.place, home: fit.home };
    placed.push({ wanted: one, day: day.day, start: fit.start, travel: fit.travel, usedSoFar });
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

function openDays({ base, daysOff }: ReadPerson, { firstDay, calendar }: WeekSettings): Day[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => firstDay + index).flatMap((day) => {
    const spans = hoursOn(calendar, day).spans.map((span) => passing(span, day, calendar));
    const first = spans[0];
    return first === undefined || daysOff.has(day) ? [] : [{ day, spans, at: first[0], place: base, home: 0 }];
  });
}

/** A span of work as it passes: where the clock is changed within it, it is longer or shorter than the clock says. */
function passing([from, to]: Span, day: number, calendar: Resolved): Span {
  return [minuteAt(calendar, day * DAY_MINUTES + from), minuteAt(calendar, day * DAY_MINUTES + to)];
}

interface Fit {
  readonly start: number;
  readonly travel: number;
  readonly home: number;
}

function tryOn(
  day: Day,
  { place, minutes }: Wanted,
  home: number | null,
  { way }: WeekSettings,
  planned: number | null,
): Fit | Misfit {
  const travel = way(day.place, place);
  if (travel === null || home === null) return "travel-unknown";
  const arrival = Math.max(day.at + travel, planned ?? -Infinity);
  const span = day.spans.find(([from, to]) => Math.max(from, arrival) + minutes <= to);
  if (span === undefined) return "no-room";
  const start = Math.max(span[0], arrival);
  const end = (day.spans.at(-1) as Span)[1];
  const isLate = planned !== null && start !== planned;
  return isLate || start + minutes + home > end ? "no-room" : { start, travel, home };
}
