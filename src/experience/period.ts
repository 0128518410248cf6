import { dayOf, dayText, type PlainDate } from "../ground/dates.js";
import type { ExperiencePeriod } from "./model.js";

/** Periods that a history may have: a thousand years of months, thirty of days. */
export const MOST_PERIODS = 12_000;

const MONTHS = 12;
const FIRST_DAY: PlainDate = "0001-01-01";

/** The number of the period of a day or moment; periods are counted along the calendar, not from a history's beginning. */
export function periodOf(at: string, { unit, every }: ExperiencePeriod): number {
  return Math.floor((unit === "day" ? (dayOf(at) as number) : monthNumber(at)) / every);
}

function monthNumber(at: string): number {
  return Number(at.slice(0, 4)) * MONTHS + Number(at.slice(5, 7)) - 1;
}

/** The first day of a period; 0001-01-01 where it would lie before. */
export function firstDayOf(number: number, { unit, every }: ExperiencePeriod): PlainDate {
  const count = number * every;
  if (unit === "day") return dayText(count) ?? FIRST_DAY;
  const year = Math.floor(count / MONTHS);
  const text = `${pad(year, 4)}-${pad(count - year * MONTHS + 1, 2)}-01`;
  return year < 1 ? FIRST_DAY : text;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
