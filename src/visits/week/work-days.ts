import { DAY_MINUTES } from "../../ground/calendar/clock.js";
import { type Resolved, type Span, WEEK_DAYS } from "../../ground/calendar/resolved.js";
import { hoursOn } from "../../ground/calendar/tally.js";

/** A day that somebody works on. */
export interface WorkDay {
  readonly day: number;
  /** Its working time in minutes of UTC, in order; never empty. */
  readonly spans: readonly [Span, ...Span[]];
}

/** The days of a week on which there is working time. */
export function workDays(calendar: Resolved, firstDay: number): WorkDay[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => firstDay + index).flatMap((day) => {
    const [first, ...rest] = withoutSeams(
      hoursOn(calendar, day)
        .spans.flatMap((span) => passing(span, day, calendar))
        .sort(([one], [other]) => one - other),
    );
    return first === undefined ? [] : [{ day, spans: [first, ...rest] }];
  });
}

/** A span of work as it passes: what the clock leaves out is none, and what it shows twice passes twice. */
function passing([from, to]: Span, day: number, { changes, offsets }: Resolved): Span[] {
  return offsets.flatMap(({ minutes }, index): Span[] => {
    const ahead = day * DAY_MINUTES - minutes;
    const start = Math.max(ahead + from, changes[index] as number);
    const end = Math.min(ahead + to, changes[index + 1] ?? Infinity);
    return start < end ? [[start, end]] : [];
  });
}

/** Spans that touch are one: there is no break between them. */
function withoutSeams(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((joined, [from, to]) => {
    const last = joined.at(-1);
    return last?.[1] === from ? [...joined.slice(0, -1), [last[0], to]] : [...joined, [from, to]];
  }, []);
}
