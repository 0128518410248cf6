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
 * Places visits in working time, one after the other as they come: each on the first day with room for the way there, the visit within one span of work, and the way
 * home before work ends. Nothing here depends on anybody's hours.
 */
export function tourOf(person: ReadPerson, wanted: readonly Wanted[], settings: WeekSettings): Tour {
  const days = openDays(person, settings);
  const placed: Placed[] = [];
  const failed = new Map<string, "no-room" | "travel-unknown">();
  let used = 0;
  for (const one of wanted) {
    const home = settings.way(one.place, person.base);
    const tries = days.map((day) => tryOn(day, one, home, settings));
    const index = tries.findIndex((fit) => fit !== null && fit !== "unknown");
    const fit = tries[index];
    if (fit === undefined || fit === null || fit === "unknown") {
      failed.set(one.clientId, tries.includes("unknown") ? "travel-unknown" : "no-room");
      continue;
    }
    used += fit.travel + one.minutes + fit.home - (days[index] as Day).home;
    days[index] = { ...(days[index] as Day), at: fit.start + one.minutes, place: one.place, home: fit.home };
    placed.push({ wanted: one, day: days[index].day, start: fit.start, travel: fit.travel, usedSoFar: used });
  }
  return { placed, failed };
}

/** What could be placed, in the order of the visits, and what couldn't. */
export interface Tour {
  readonly placed: readonly Placed[];
  readonly failed: ReadonlyMap<string, "no-room" | "travel-unknown">;
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
): Fit | "unknown" | null {
  const travel = way(day.place, place);
  if (travel === null || home === null) return "unknown";
  const arrival = day.at + travel;
  const span = day.spans.find(([from, to]) => Math.max(from, arrival) + minutes <= to);
  if (span === undefined) return null;
  const start = Math.max(span[0], arrival);
  const end = (day.spans.at(-1) as Span)[1];
  return start + minutes + home <= end ? { start, travel, home } : null;
}
