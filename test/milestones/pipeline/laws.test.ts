import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type PipelineRecord, type ProcessState, pipeline, workingDaysBetween } from "keyaccount";
import { describe, expect, test } from "vitest";
import { china } from "../../ground/calendar/calendars.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { type Selling, selling } from "../time/deals.js";

const MILESTONES = ["visit", "offer", "delivery"] as const;
const LIKELIHOODS = { visit: "0.1", offer: "0.45", delivery: "1" };
const AS_OF = "2026-11-20";
const DAY = 86_400_000;
const dayText = (day: number): string => new Date(Date.parse("2026-08-01") + day * DAY).toISOString().slice(0, 10);

/** A history that was imported: through some milestones, a day known or not for each, then open, won or lost. */
const history = fc.record({
  days: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 3 }),
  end: fc.constantFrom("open", "won", "lost"),
  amount: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((cents) => new Decimal(cents).div(100).toString())),
  currency: fc.constantFrom("CNY", "EUR"),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function stateOf({ days, end }: History): ProcessState<Selling> {
  let day = 0;
  const entered = days.map(([more, isKnown]) => {
    day += more;
    return isKnown ? dayText(day) : null;
  });
  const closedOn = dayText(day + 1);
  const stays = entered.map((from, index) => {
    const isLast = index === days.length - 1;
    const exit = !isLast || end === "won" ? "not-proven" : end === "lost" ? "lost" : null;
    const left = isLast ? (end === "open" ? null : closedOn) : (entered[index + 1] ?? null);
    return { milestone: MILESTONES[index] ?? "visit", entered: from, left, entry: "imported" as const, exit };
  });
  const closing = {
    as: end === "won" ? ("won" as const) : ("lost" as const),
    at: closedOn,
    by: "li",
    milestone: "visit" as const,
    cause: null,
    reopened: null,
  };
  return {
    v: 1,
    process: { id: "selling", version: "1", hash: "" },
    revision: 1,
    status: end,
    milestone: MILESTONES[days.length - 1] ?? "visit",
    at: "2026-11-19T00:00:00Z",
    won: end === "won" ? { at: closedOn, milestone: "offer" as const } : null,
    standards: [],
    tasks: [],
    forms: [],
    approvals: [],
    stays,
    pauses: [],
    overrides: [],
    closings: end === "open" ? [] : [closing],
    efforts: {},
    migrations: [],
    ids: ["e"],
  } as ProcessState<Selling>;
}
const next = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
const daysFrom = (from: string, to: string): number => workingDaysBetween(china, { from: next(from), to: next(to) });

describe("E9 laws of the pipeline, against sums deal by deal", () => {
  test("counts, conversion, velocity, forecast and ages agree, whatever the order of the records", () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 25 }), (histories) => {
        const records: readonly PipelineRecord<Selling>[] = deepFreeze(
          histories.map((one, index) => ({
            id: `d${String(index)}`,
            state: stateOf(one),
            amount: one.amount,
            currency: one.currency,
          })),
        );
        const options = { process: selling, calendar: china, asOf: AS_OF };
        const figures = pipeline(records, options);
        expect(figures.issues).toEqual([]);
        expect(pipeline(records.toReversed(), options)).toEqual(figures);
        expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);

        MILESTONES.forEach((milestone, place) => {
          const stays = records.flatMap(({ state }) => state.stays.filter((stay) => stay.milestone === milestone));
          const passed = stays.filter(({ exit }) => exit === "not-proven");
          const lost = stays.filter(({ exit }) => exit === "lost").length;
          const figure = figures.milestones[place];
          expect(figure).toMatchObject({
            entered: stays.length,
            passed: passed.length,
            lost,
            here: stays.length - passed.length - lost,
          });
          const rate =
            passed.length + lost === 0 ? null : Number(new Decimal(passed.length).div(passed.length + lost).toFixed(4));
          expect(figure?.conversion).toBe(rate);
          const days = passed
            .flatMap(({ entered, left }) => (entered === null || left === null ? [] : [daysFrom(entered, left)]))
            .toSorted((a, b) => a - b);
          const { velocity } = figure ?? {};
          expect([velocity?.count, velocity?.unknown]).toEqual([days.length, passed.length - days.length]);
          if (days.length > 0) {
            const half = days.length / 2;
            const median = Number.isInteger(half)
              ? ((days[half - 1] ?? 0) + (days[half] ?? 0)) / 2
              : days[Math.floor(half)];
            const mean = Number(new Decimal(days.reduce((sum, one) => sum + one, 0)).div(days.length).toFixed(4));
            expect([velocity?.median, velocity?.mean]).toEqual([median, mean]);
            const { p90 = null } = velocity ?? {};
            expect(days.filter((one) => one <= (p90 ?? -1)).length * 10).toBeGreaterThanOrEqual(days.length * 9);
            expect(days.filter((one) => one < (p90 ?? -1)).length * 10).toBeLessThan(days.length * 9);
          }
        });

        for (const { currency, amount, weighted, deals } of figures.forecast) {
          const open = records.filter(
            (one) => one.currency === currency && one.amount !== null && one.state.status === "open",
          );
          const sum = (read: (one: PipelineRecord<Selling>) => Decimal.Value): string =>
            open.reduce((all, one) => all.plus(read(one)), new Decimal(0)).toFixed();
          expect([deals, amount]).toEqual([open.length, sum((one) => one.amount ?? 0)]);
          expect(weighted).toBe(
            sum((one) => new Decimal(one.amount ?? 0).times(LIKELIHOODS[one.state.milestone ?? "visit"])),
          );
        }
        const byMilestone = figures.milestones.flatMap(({ forecast }) => forecast);
        for (const { currency, weighted } of figures.forecast) {
          const parts = byMilestone.filter((one) => one.currency === currency);
          expect(parts.reduce((all, one) => all.plus(one.weighted), new Decimal(0)).toFixed()).toBe(weighted);
        }

        const ages = figures.open.map(({ days }) => days);
        expect(ages).toEqual(ages.toSorted((a, b) => (b ?? -1) - (a ?? -1)));
        expect(figures.ageing.reduce((sum, { deals }) => sum + deals, 0) + figures.unknownAges).toBe(
          figures.open.length,
        );
        const rated = figures.outcomes.reduce((sum, { deals }) => sum + deals, 0);
        expect(rated).toBe(records.length);
        expect(figures.losses.reduce((sum, { deals }) => sum + deals, 0)).toBe(figures.statuses.lost);
      }),
    );
  });

  test("20,000 deals take a second or two", () => {
    const histories = fc.sample(history, 500);
    const states = histories.map(stateOf);
    const records = Array.from({ length: 20_000 }, (_, index) => ({
      id: `d${String(index)}`,
      state: states[index % 500] as ProcessState<Selling>,
      amount: histories[index % 500]?.amount ?? null,
      currency: "CNY",
    }));
    const start = process.cpuUsage();
    expect(pipeline(records, { process: selling, calendar: china, asOf: AS_OF }).deals).toBe(20_000);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
