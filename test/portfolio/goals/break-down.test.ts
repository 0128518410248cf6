import { isWorkday } from "chinese-days";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { breakDownGoal, isKeyAccountError } from "keyaccount";
import { describe, expect, test } from "vitest";
import { china, days, plain } from "../../ground/calendar/calendars.js";
import { deepFreeze } from "../../support/deep-freeze.js";

const YEAR = deepFreeze({ amount: "1000000", from: "2026-01-01", to: "2026-12-31" });
const total = (parts: readonly { readonly amount: string }[]): string =>
  parts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed();

describe("E1.1 breakDownGoal", () => {
  test("by hand: 2026 has 248 working days in China; February's 16 have 64516.13 of a million", () => {
    const months = breakDownGoal(YEAR, { calendar: china, by: "month" });
    const worked = (month: string): number =>
      days("2026-01-01", "2026-12-31").filter((day) => day.startsWith(month) && isWorkday(day)).length;
    expect(months.map(({ workingDays }) => workingDays)).toEqual(months.map(({ period }) => worked(period)));
    expect(months.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(248);
    expect(months[1]).toEqual({
      id: "2026-02",
      within: null,
      period: "2026-02",
      from: "2026-02-01",
      to: "2026-02-28",
      workingDays: 16,
      amount: "64516.13",
    });
    expect(total(months)).toBe("1000000");
  });

  test("a week that straddles two months is cut: both pieces have its name, and each month adds up", () => {
    const months = breakDownGoal(YEAR, { calendar: plain, by: "month" });
    const [january, february] = months.slice(0, 2).map((one) => breakDownGoal(one, { calendar: plain, by: "week" }));
    expect(january?.at(-1)).toMatchObject({ period: "2026-W05", from: "2026-01-26", to: "2026-01-31", workingDays: 5 });
    expect(february?.[0]).toMatchObject({
      period: "2026-W05",
      from: "2026-02-01",
      to: "2026-02-01",
      workingDays: 0,
      amount: "0",
    });
    expect([total(january ?? []), total(february ?? [])]).toEqual([months[0]?.amount, months[1]?.amount]);
  });

  test("days off have nothing; equal days differ by at most one last decimal, the earlier the larger", () => {
    const parts = breakDownGoal(
      { amount: "100", from: "2026-11-20", to: "2026-11-24" },
      { calendar: plain, by: "day" },
    );
    expect(parts.map(({ period, amount }) => [period, amount])).toEqual([
      ["2026-11-20", "33.34"],
      ["2026-11-21", "0"],
      ["2026-11-22", "0"],
      ["2026-11-23", "33.33"],
      ["2026-11-24", "33.33"],
    ]);
    const whole = breakDownGoal(
      { amount: 10, from: "2026-11-23", to: "2026-11-26" },
      { calendar: plain, by: "day", scale: 0 },
    );
    expect(whole.map(({ amount }) => amount)).toEqual(["3", "3", "2", "2"]);
  });

  test("law: the parts of every level add up exactly, cover each day once and are as large as their working days, within a last decimal", () => {
    const goal = fc.record({
      amount: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => new Decimal(cents).div(100).toFixed()),
      start: fc.integer({ min: 0, max: 600 }),
      length: fc.integer({ min: 12, max: 400 }),
    });
    const text = (day: number): string => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(goal, fc.constantFrom("month", "week", "day"), ({ amount, start, length }, by) => {
        const [from, to] = [text(start), text(start + length)];
        const parts = breakDownGoal({ amount, from, to }, { calendar: china, by });
        expect(total(parts)).toBe(new Decimal(amount).toFixed());
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, to]);
        const worked = parts.reduce((sum, { workingDays }) => sum + workingDays, 0);
        parts.forEach((part, index) => {
          if (index > 0) expect(Date.parse(part.from) - Date.parse(parts[index - 1]?.to ?? "")).toBe(86_400_000);
          expect(part.from.startsWith(part.period) || by === "week").toBe(true);
          const share = new Decimal(amount).times(part.workingDays).div(worked);
          expect(share.minus(part.amount).abs().toNumber()).toBeLessThan(0.01);
        });
        const levels = parts.flatMap((part) =>
          part.workingDays === 0 ? [part] : breakDownGoal(part, { calendar: china, by: "day" }),
        );
        expect(total(levels)).toBe(new Decimal(amount).toFixed());
      }),
    );
  });

  test("the last month of all", () => {
    const parts = breakDownGoal({ amount: 1, from: "9999-11-30", to: "9999-12-31" }, { calendar: plain, by: "month" });
    expect(parts.map(({ period, from, to }) => [period, from, to])).toEqual([
      ["9999-11", "9999-11-30", "9999-11-30"],
      ["9999-12", "9999-12-01", "9999-12-31"],
    ]);
  });

  test("faulty arguments are errors, all at once", () => {
    const faults = (goal: unknown, options: unknown = { calendar: plain, by: "day" }): string[] => {
      try {
        breakDownGoal(goal as never, options as never);
      } catch (error) {
        if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
        throw error;
      }
      return [];
    };
    expect(faults({ ...YEAR, amount: "-1" })).toEqual(["negative at goal.amount"]);
    expect(faults({ ...YEAR, amount: "1.005" })).toEqual(["too-precise at goal.amount"]);
    expect(faults({ ...YEAR, amount: "1.500" })).toEqual([]);
    expect([{ id: 5 }, { id: " " }, { id: null }].map((one) => faults({ ...YEAR, ...one }))).toEqual([
      ["wrong-type at goal.id"],
      ["required at goal.id"],
      ["wrong-type at goal.id"],
    ]);
    expect(faults({ amount: "x", from: "y", to: null })).toEqual([
      "not-a-decimal at goal.amount",
      "not-a-date at goal.from",
      "not-a-date at goal.to",
    ]);
    expect(faults({ ...YEAR, to: "2025-12-31" })).toEqual(["out-of-order at goal.to"]);
    expect(faults({ ...YEAR, to: "2226-12-31" })).toEqual(["too-many at goal.to"]);
    expect(faults({ amount: 1, from: "2026-11-21", to: "2026-11-22" })).toEqual(["nothing-to-share at goal"]);
    expect(faults(YEAR, { calendar: plain, by: "year", scale: 13, per: 5 })).toEqual([
      "unknown-key at per",
      "unknown-value at by",
      "out-of-range at scale",
    ]);
    expect(faults(YEAR, { calendar: plain })).toEqual(["unknown-value at by"]);
    expect(faults(null, null)).toEqual([
      "wrong-type at goal",
      "wrong-type at ",
      "unknown-value at by",
      "required at calendar",
      "not-a-decimal at goal.amount",
      "not-a-date at goal.from",
      "not-a-date at goal.to",
    ]);
    expect(faults(YEAR, { by: "day" })).not.toEqual([]);
  });
});
