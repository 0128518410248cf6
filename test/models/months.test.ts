import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, isPlainMonth, lastDay, monthOf } from "../../src/ground/months.js";

const month = fc
  .tuple(fc.integer({ min: 200, max: 9800 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}`);

describe("D1.6 months", () => {
  test.each([
    ["2026-11", 2, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-05", 0, "2026-05"],
    ["2026-05", -60, "2021-05"],
    ["0099-12", 1, "0100-01"],
    ["0001-01", -1, "0001-01"],
    ["9999-12", 1, "9999-12"],
  ])("%s and %i months is %s", (from, count, to) => {
    expect(addMonths(from, count)).toBe(to);
  });

  test("adding is undone by subtracting, and months count like numbers", () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -1000, max: 1000 }), (from, count) => {
        const to = addMonths(from, count);
        const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
        expect(addMonths(to, -count)).toBe(from);
        expect(index(to) - index(from)).toBe(count);
      }),
    );
  });

  test.each([
    ["2026-02", "2026-02-28"],
    ["2024-02", "2024-02-29"],
    ["1900-02", "1900-02-28"],
    ["2026-12", "2026-12-31"],
  ])("%s ends on %s", (text, day) => {
    expect(lastDay(text)).toBe(day);
  });

  test("the month of a day, of a moment, of nothing", () => {
    expect([monthOf("2026-11-21"), monthOf("2026-11-30T23:59:59Z"), monthOf("2026-11"), monthOf("")]).toEqual([
      "2026-11",
      "2026-11",
      null,
      null,
    ]);
  });

  test("a month is YYYY-MM", () => {
    expect(["2026-11", "0001-01"].every(isPlainMonth)).toBe(true);
    expect(["2026-13", "2026-00", "0000-01", "2026-1", "2026-11-01", ""].some(isPlainMonth)).toBe(false);
  });
});
