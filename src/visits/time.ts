import { minuteOf } from "../ground/calendar/clock.js";
import { dayOf } from "../ground/dates.js";

/** Minutes from one moment to another, each cut to its minute; `null` unless both are moments, the second not before the first. */
export function minutesBetween(from: string | null, to: string | null): number | null {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start === null || end === null || end < start ? null : end - start;
}

/** Orders times: by day, then a plain day before that day's moments, then by the moment. */
export function byTime(one: string, other: string): number {
  const days = (dayOf(one) as number) - (dayOf(other) as number);
  if (days !== 0 || one === other) return days;
  return sortable(one) < sortable(other) ? -1 : 1;
}

function sortable(moment: string): string {
  return moment.replace(/Z$/, "");
}
