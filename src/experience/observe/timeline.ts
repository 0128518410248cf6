import { dayOf, sortable } from "../../ground/dates.js";
import type { Row } from "./rows.js";

/** Rows in order of time, with the number of each one's day. */
export interface Timeline<T extends Row> {
  readonly rows: readonly T[];
  readonly days: readonly number[];
}

/** Rows by their time, those of one time by their ids. */
export function timelineOf<T extends Row>(rows: readonly T[]): Timeline<T> {
  const sorted = rows
    .map((row) => ({ row, day: dayOf(row.at) as number, key: `${sortable(row.at)}\0${row.id}` }))
    .sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1));
  return { rows: sorted.map(({ row }) => row), days: sorted.map(({ day }) => day) };
}

/** A stretch of a timeline: from the place `from` up to, without, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The rows of so many days, the last of which is `end`. */
export function spanOf({ days }: Timeline<Row>, end: number, length: number): Span {
  return { from: firstAfter(days, end - length), to: firstAfter(days, end) };
}

/** The place of the first day after another, by halving. */
function firstAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    if ((days[half] as number) > day) high = half;
    else low = half + 1;
  }
  return low;
}

/** The latest rows of a span, at most so many, the latest first. */
export function latestOf<T extends Row>({ rows }: Timeline<T>, { from, to }: Span, most: number): T[] {
  return rows.slice(Math.max(from, to - most), to).reverse();
}
