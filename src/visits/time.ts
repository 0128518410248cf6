import { sortable } from "../ground/dates.js";

/** Orders times: by day, then a plain day before that day's moments, then by the moment; 0 where they are the same, however it is written. */
export function byTime(one: string, other: string): number {
  const [a, b] = [sortable(one), sortable(other)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
