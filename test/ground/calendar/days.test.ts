import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickDayNumber, quickDayOf, quickDayText } from "../../../src/ground/calendar/days.js";
import { dayNumber, dayOf, dayText } from "../../../src/ground/dates.js";

const FIRST = -719_162;
const LAST = 2_932_896;

describe("days by arithmetic are the engine's days", () => {
  test("every day of two cycles of 400 years, every 97th of all, and both ends", () => {
    for (let day = FIRST; day <= LAST; day += day > -200_000 && day < 100_000 ? 1 : 97) {
      const text = dayText(day);
      if (quickDayText(day) !== text || quickDayNumber(text ?? "") !== day)
        throw new Error(`${String(day)} ${String(text)}`);
    }
    expect([FIRST - 1, FIRST, LAST, LAST + 1, NaN, Infinity].map(quickDayText)).toEqual([
      null,
      "0001-01-01",
      "9999-12-31",
      null,
      null,
      null,
    ]);
  });

  test("what is no day is none", () => {
    const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, "0"));
    const text = fc.oneof(
      fc.tuple(two, two, two, two).map(([century, year, month, day]) => `${century}${year}-${month}-${day}`),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        "2026-1-01",
        "2026-01-1a",
        "202a-01-01",
        "2026/01/01",
        "2026-01/01",
        "0000-01-01",
        "2026-00-01",
        "2026-13-01",
        "2026-01-00",
        "1900-02-29",
        "2000-02-29",
      ),
      fc.constantFrom(
        "2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.5Z",
        "2026-02-30T08:00:00Z",
        "2026-11-21T08:00:00+08:00",
        "2026-11-21T24:00:00Z",
      ),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(quickDayNumber(one)).toBe(dayNumber(one));
        expect(quickDayOf(one)).toBe(dayOf(one));
      }),
      { numRuns: 2000 },
    );
    expect([quickDayOf(5), quickDayOf(null)]).toEqual([null, null]);
  });
});
