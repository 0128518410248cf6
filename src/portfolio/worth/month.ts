import type { PlainMonth } from "../../ground/months.js";

const YEAR = 12;

/** The number of the month of a day or moment, counted from the year 0. */
export function monthNumber(at: string): number {
  return Number(at.slice(0, 4)) * YEAR + Number(at.slice(5, 7)) - 1;
}

/** The month of a number. */
export function monthAt(number: number): PlainMonth {
  const year = String(Math.floor(number / YEAR)).padStart(4, "0");
  return `${year}-${String((number % YEAR) + 1).padStart(2, "0")}`;
}
