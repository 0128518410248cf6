import { minuteOf } from "../ground/calendar/clock.js";
import { dayOf, isInstant } from "../ground/dates.js";

/** Whole minutes from one moment to another, half a minute up; `null` unless both are moments, the second not before the first. */
export function minutesBetween(from: string | null, to: string | null): number | null {
  const [start, end] = [secondOf(from), secondOf(to)];
  return start === null || end === null || end < start ? null : Math.floor((end - start) / 60 + 0.5);
}

function secondOf(time: string | null): number | null {
  return isInstant(time) ? (minuteOf(time) as number) * 60 + Number(time.slice(17, 19)) : null;
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
