import type { Matrix } from "../matrix.js";
import type { DaySizes } from "./split.js";

/** Days that exchanges change: where every client stands, and how many a day may have. */
export interface Days {
  readonly days: Int32Array[];
  readonly dayOf: Int32Array;
  readonly at: Int32Array;
  readonly least: number;
  readonly most: number;
  readonly matrix: Matrix;
}

/** Two days after an exchange, and by how much they are shorter. */
export interface Exchange {
  readonly gain: number;
  readonly changed: readonly (readonly [day: number, clients: Int32Array])[];
  /** Places whose legs changed. */
  readonly touched: readonly number[];
}

/** Some days, ready for exchanges. */
export function daysOf(days: readonly Int32Array[], { large, size }: DaySizes, matrix: Matrix): Days {
  const clients = matrix.size - 1;
  const most = large > 0 ? size + 1 : size;
  const all: Days = {
    days: [...days],
    dayOf: new Int32Array(clients),
    at: new Int32Array(clients),
    least: size,
    most,
    matrix,
  };
  days.forEach((day, index) => putDay(all, index, day));
  return all;
}

/** Puts clients in the place of a day's. */
export function putDay({ days, dayOf, at }: Days, index: number, clients: Int32Array): void {
  days[index] = clients;
  clients.forEach((client, position) => {
    dayOf[client] = index;
    at[client] = position;
  });
}

/** Whether a day may have so many clients. */
export function mayHave({ least, most }: Days, clients: number): boolean {
  return clients >= least && clients <= most;
}

/** The client at a position of a day; the start before its first and behind its last. */
export function stopAt({ matrix }: Days, day: Int32Array, position: number): number {
  return position < 0 || position >= day.length ? matrix.size - 1 : (day[position] as number);
}

/** The distance between two places. */
export function between({ matrix: { size, units } }: Days, a: number, b: number): number {
  return units[a * size + b] as number;
}

/** A part of a day, turned around if told. */
export function partOf(day: Int32Array, from: number, to: number, isTurned = false): Int32Array {
  const part = day.slice(from, to);
  return isTurned ? part.reverse() : part;
}

/** Parts of days, one after the other. */
export function joined(...parts: readonly Int32Array[]): Int32Array {
  return Int32Array.from(parts.flatMap((part) => Array.from(part)));
}
