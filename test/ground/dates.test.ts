import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, dayOf, isInstant, isPlainDate } from "../../src/ground/dates.js";

const DAY_MS = 86_400_000;
const numberOf = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS;
};
const textOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

const NO_DAYS = [
  "",
  "2026",
  "2026-11",
  "2026-11-",
  "26-11-21",
  "2026-1-1",
  "2026-11-1",
  "2026/11/21",
  "20261121",
  "2026-W47-6",
  "2026-325",
  "2026-00-10",
  "2026-13-01",
  "2026-11-00",
  "2026-11-31",
  "2026-02-29",
  "2026-02-30",
  "1900-02-29",
  "2100-02-29",
  "2026-04-31",
  "2026-12-32",
  "0000-01-01",
  "-0001-01-01",
  "+002026-11-21",
  "10000-01-01",
  " 2026-11-21",
  "2026-11-21 ",
  "2026-11-21\n",
  "2026-11-21Z",
  "2026-11-21T08:00:00Z",
  "٢٠٢٦-١١-٢١",
  "21.11.2026",
  "today",
];

describe("days", () => {
  test("are counted from 1970-01-01", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("1969-12-31")).toBe(-1);
    expect(dayNumber("2000-03-01")).toBe(11_017);
    expect(dayNumber("0001-01-01")).toBe(-719_162);
    expect(dayNumber("9999-12-31")).toBe(2_932_896);
  });

  test.each([
    [1, 5],
    [1580, 1584],
    [1890, 1910],
    [1960, 2110],
    [9990, 9999],
  ])("every day of the years %d to %d has the number that Date.UTC gives it", (from, to) => {
    const wrong: string[] = [];
    for (let number = numberOf(from, 1, 1); number <= numberOf(to, 12, 31); number += 1) {
      if (dayNumber(textOf(number)) !== number) wrong.push(textOf(number));
    }
    expect(wrong).toEqual([]);
  });

  test("any two of them lie as far apart as their numbers say", () => {
    const numbers = fc.integer({ min: numberOf(1, 1, 1), max: numberOf(9999, 12, 31) });
    fc.assert(fc.property(numbers, (number) => dayNumber(textOf(number)) === number && isPlainDate(textOf(number))));
  });

  test("leap days are days in leap years only", () => {
    const leap = [1896, 1900, 1904, 2000, 2024, 2026, 2100, 2400].filter((year) => isPlainDate(`${year}-02-29`));
    expect(leap).toEqual([1896, 1904, 2000, 2024, 2400]);
  });

  test.each(NO_DAYS)("%j is no day", (text) => {
    expect(dayNumber(text)).toBeNull();
    expect(isPlainDate(text)).toBe(false);
  });
});

describe("moments", () => {
  test.each([
    "2026-11-21T08:00:00Z",
    "2026-11-21T00:00:00Z",
    "2026-11-21T23:59:59Z",
    "2026-11-21T08:00:00.5Z",
    "2026-11-21T08:00:00.000Z",
    "2026-11-21T08:00:00.123456789Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z",
    "2024-02-29T12:00:00Z",
  ])("%s is one", (text) => {
    expect(isInstant(text)).toBe(true);
    expect(isPlainDate(text)).toBe(false);
  });

  test.each([
    "",
    "2026-11-21",
    "2026-11-21T08:00Z",
    "2026-11-21T08:00:00",
    "2026-11-21T08:00:00z",
    "2026-11-21t08:00:00Z",
    "2026-11-21 08:00:00Z",
    "2026-11-21T08:00:00+00:00",
    "2026-11-21T08:00:00-08:00",
    "2026-11-21T24:00:00Z",
    "2026-11-21T23:60:00Z",
    "2026-11-21T23:59:60Z",
    "2026-11-21T08:00:00.Z",
    "2026-11-21T08:00:00,5Z",
    "2026-11-21T08:00:00.1234567890Z",
    "2026-02-30T08:00:00Z",
    "2025-02-29T08:00:00Z",
    "0000-01-01T00:00:00Z",
    "2026-11-21T08:00:00Z ",
    "2026-11-21T08:00:00Z\n",
    "2026-11-21T8:00:00Z",
    "20261121T080000Z",
    "2026-11-21T08:00:00ZZ",
  ])("%j isn't", (text) => {
    expect(isInstant(text)).toBe(false);
  });

  test("a moment's day is its day in UTC", () => {
    expect(dayOf("2026-11-21T23:59:59.999999999Z")).toBe(dayNumber("2026-11-21"));
    expect(dayOf("2026-11-21T00:00:00Z")).toBe(dayNumber("2026-11-21"));
    expect(dayOf("2026-11-21")).toBe(dayNumber("2026-11-21"));
  });

  test("nothing else has a day", () => {
    const others = ["yesterday", "2026-02-30", "", 20_778, null, undefined, true, new Date(0), {}, ["2026-11-21"]];
    for (const other of others) expect(dayOf(other)).toBeNull();
  });
});
