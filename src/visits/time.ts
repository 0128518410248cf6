import { dayOf, isInstant } from "../ground/dates.js";

const DAY_MINUTES = 1440;
const HOUR_MINUTES = 60;

/** Minutes from one moment to another, each cut to its minute; `null` unless both are moments, the second not before the first. */
export function minutesBetween(from: string | null, to: string | null): number | null {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start === null || end === null || end < start ? null : end - start;
}

/** The number of a moment's minute in UTC; `null` for anything else. */
export function minuteOf(moment: string | null): number | null {
  if (!isInstant(moment)) return null;
  const clock = Number(moment.slice(11, 13)) * HOUR_MINUTES + Number(moment.slice(14, 16));
  return (dayOf(moment) as number) * DAY_MINUTES + clock;
}

/** Orders times: by day, then a plain day before that day's moments, then by the text of the moment. */
export function byTime(one: string, other: string): number {
  const days = (dayOf(one) as number) - (dayOf(other) as number);
  if (days !== 0) return days;
  return one === other ? 0 : one.replace(/Z$/, "") < other.replace(/Z$/, "") ? -1 : 1;
}
