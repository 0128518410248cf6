import { type ClockShift, clockTime } from "../ground/calendar/host-clock.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";

interface Shown {
  readonly day: string;
  readonly hour: string;
}

/** A time as people read it: a day as it is, a moment to the minute on the host's clock, or in UTC and saying so where none is told. */
export function localTime(time: string, shift: ClockShift, locale: Locale): string {
  const shown = clockTime(time, shift);
  return shown === null ? time : inZone(dayAndHour(shown), shift, locale);
}

/** From one time to another, the day once where both lie on it. What isn't known is left out. */
export function localSpan(from: string | null, to: string | null, shift: ClockShift, locale: Locale): string {
  const [start, end] = [from, to].map((time) => time && clockTime(time, shift));
  if (!start || !end)
    return [from, to].flatMap((time) => (time === null ? [] : localTime(time, shift, locale))).join(" – ");
  const until = start.day === end.day ? end.hour : dayAndHour(end);
  return inZone(`${dayAndHour(start)} – ${until}`, shift, locale);
}

function dayAndHour({ day, hour }: Shown): string {
  return `${day} ${hour}`;
}

function inZone(time: string, shift: ClockShift, locale: Locale): string {
  return shift === null ? fill(locale.visits.plan.utc, { time }, locale) : time;
}
