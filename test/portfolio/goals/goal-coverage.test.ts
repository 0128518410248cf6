import {
  breakDownGoal,
  defineCalendar,
  type GoalPart,
  goalCoverage,
  isKeyAccountError,
  type SalesGoal,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const YEAR: SalesGoal = {
  id: "2026",
  period: "year",
  from: "2026-01-01",
  to: "2026-12-31",
  unit: "CNY",
  ideal: "1000000.50",
  feasible: "800000.25",
  achieved: "250000",
  items: [
    { id: "fair", worth: "150000", owner: "li", due: "2026-05-31" },
    { id: "rebate", worth: "20000", due: "2026-06-30" },
    { id: "idea", owner: "wang" },
    { id: "done", worth: 10, owner: "li", due: "2026-03-31", done: "2026-04-02" },
    { id: "next-year", worth: 1, owner: "li", due: "2027-01-01" },
    { id: "last-year", worth: 1, owner: " ", due: "2025-12-31", done: "2025-12-31" },
  ],
};
const month = (id: string, ideal: string, more: Partial<SalesGoal> = {}): SalesGoal => ({
  id,
  period: "month",
  from: `${id}-01`,
  to: `${id}-28`,
  unit: "CNY",
  ideal,
  feasible: ideal,
  within: "2026",
  ...more,
});
const cover = (goals: readonly SalesGoal[], asOf = "2026-06-01") => goalCoverage(goals, { asOf });

describe("E1.1 goalCoverage", () => {
  test("by hand: gap, plan, coverage, and what the plan lacks", () => {
    const { goals, issues } = cover(deepFreeze([YEAR]));
    expect(issues).toEqual([]);
    expect(goals).toEqual([
      {
        id: "2026",
        period: "year",
        from: "2026-01-01",
        to: "2026-12-31",
        unit: "CNY",
        ideal: "1000000.5",
        feasible: "800000.25",
        gap: "200000.25",
        planned: "170012",
        // The fair is late, next year's and last year's item lie outside: 20000 + 10.
        counted: "20010",
        // 20010 ÷ 200000.25 = 0.10004…
        coverage: 0.1,
        achieved: "250000",
        attained: 0.25,
        parts: [],
        partsIdeal: null,
        findings: [
          { code: "gap-uncovered", amount: "179990.25" },
          { code: "item-late", item: "fair", due: "2026-05-31" },
          { code: "item-without-owner", item: "rebate" },
          { code: "item-without-worth", item: "idea" },
          { code: "item-without-due", item: "idea" },
          { code: "item-outside-period", item: "next-year", due: "2027-01-01" },
          { code: "item-without-owner", item: "last-year" },
          { code: "item-outside-period", item: "last-year", due: "2025-12-31" },
        ],
      },
    ]);
  });

  test("what covers a gap, by hand: done in the period, or still to be done in it and not late", () => {
    const goal = (items: NonNullable<SalesGoal["items"]>) =>
      cover([{ ...month("2026-02", "1000", { feasible: "900" }), within: null, items }], "2026-02-15").goals[0];
    const counted = (item: object): string | undefined =>
      goal([{ id: "i", worth: "40", owner: "li", ...item }])?.counted;
    // The period is 1 … 28 February, the question of the 15th.
    expect(counted({ due: "2026-02-15" })).toBe("40");
    expect(counted({ due: "2026-02-28" })).toBe("40");
    expect(counted({ due: "2026-02-14" })).toBe("0");
    expect(counted({ due: "2026-03-01" })).toBe("0");
    expect(counted({ due: "2026-01-31" })).toBe("0");
    expect(counted({})).toBe("40");
    expect(counted({ due: "2026-02-10", done: "2026-02-12" })).toBe("40");
    expect(counted({ due: "2026-03-10", done: "2026-02-12T08:00:00Z" })).toBe("40");
    expect(counted({ due: "2026-02-10", done: "2026-01-31" })).toBe("0");
    expect(counted({ done: "2026-02-01" })).toBe("40");
    const [a, b] = [
      { id: "a", worth: "60", owner: "li", due: "2026-02-20" },
      { id: "b", worth: "40", owner: "li", due: "2026-03-02" },
    ];
    expect(goal([a, b])).toMatchObject({ planned: "100", counted: "60", coverage: 0.6 });
    expect(goal([a, b])?.findings).toEqual([
      { code: "gap-uncovered", amount: "40" },
      { code: "item-outside-period", item: "b", due: "2026-03-02" },
    ]);
  });

  test("E1.1 year → month → week → day go straight from breakDownGoal into goalCoverage: none is lost, all add up", () => {
    const hours = [{ from: "09:00", to: "17:00" }];
    const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
    const calendar = defineCalendar({ id: "office", zone: "+08:00", week });
    const goal = ({ id, within, from, to, amount }: GoalPart, period: SalesGoal["period"]): SalesGoal => {
      return { id, within, period, from, to, unit: "CNY", ideal: amount, feasible: amount };
    };
    const year = { id: "2026", from: "2026-01-01", to: "2026-12-31", amount: "1200000" };
    const months = breakDownGoal(year, { calendar, by: "month" });
    const weeks = months.flatMap((one) => breakDownGoal(one, { calendar, by: "week" }));
    const days = weeks.flatMap((one) => (one.amount === "0" ? [] : breakDownGoal(one, { calendar, by: "day" })));
    const whole = { ...goal({ ...year, within: null, period: "2026", workingDays: 261 }, "year") };
    const { goals, issues } = cover([
      whole,
      ...months.map((one) => goal(one, "month")),
      ...weeks.map((one) => goal(one, "week")),
      ...days.map((one) => goal(one, "day")),
    ]);
    expect(issues).toEqual([]);
    expect(goals).toHaveLength(1 + months.length + weeks.length + days.length);
    expect(goals.flatMap(({ findings }) => findings)).toEqual([]);
    expect(weeks.filter(({ period }) => period === "2026-W05").map(({ id, within }) => [id, within])).toEqual([
      ["2026/2026-01/2026-W05", "2026/2026-01"],
      ["2026/2026-02/2026-W05", "2026/2026-02"],
    ]);
  });

  test("an item is late from the day after it was due; a moment counts by its day", () => {
    const late = (asOf: string): boolean =>
      cover([YEAR], asOf).goals[0]?.findings.some(({ code }) => code === "item-late") ?? false;
    expect(["2026-05-31", "2026-05-31T23:59:59Z", "2026-06-01", "2026-06-01T00:00:00Z"].map(late)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("what isn't said is unknown, not zero; where enough is feasible there is no gap", () => {
    const { feasible: _, achieved: __, ...bare } = YEAR;
    expect(cover([{ ...bare, items: null }]).goals[0]).toMatchObject({
      feasible: null,
      gap: null,
      planned: "0",
      coverage: null,
      achieved: null,
      attained: null,
      findings: [{ code: "feasible-unknown" }],
    });
    expect(cover([{ ...bare, feasible: "2e6" }]).goals[0]).toMatchObject({ gap: "0", coverage: 1 });
    expect(cover([{ ...bare, ideal: 0, feasible: 0, achieved: 0 }]).goals[0]).toMatchObject({
      gap: "0",
      coverage: 1,
      attained: 1,
    });
    const exact = [{ ...bare, ideal: 10, feasible: 4, items: [{ id: "a", worth: 6, owner: "li", due: "2026-09-01" }] }];
    expect(cover(exact).goals[0]).toMatchObject({ coverage: 1, findings: [] });
  });

  test("goals nest: the parts of a goal add up to it, or the difference is named", () => {
    const half = month("2026-01", "600000.5");
    const { goals } = cover([month("2026-02", "400000"), half, YEAR]);
    expect(goals.map(({ id }) => id)).toEqual(["2026", "2026-01", "2026-02"]);
    expect(goals[0]).toMatchObject({ parts: ["2026-01", "2026-02"], partsIdeal: "1000000.5" });
    expect(goals[0]?.findings.map(({ code }) => code)).not.toContain("parts-differ");
    const { goals: other } = cover([
      YEAR,
      half,
      month("2026-02", "5", { unit: "visits" }),
      month("2026-03", "1", { from: "2025-12-31" }),
      month("2026-04", "1", { to: "2027-01-01" }),
    ]);
    expect(other[0]?.partsIdeal).toBe("600002.5");
    expect(other[0]?.findings.slice(-4)).toEqual([
      { code: "parts-differ", ideal: "1000000.5", parts: "600002.5" },
      { code: "part-outside-period", part: "2026-03" },
      { code: "part-in-other-unit", part: "2026-02" },
      { code: "part-outside-period", part: "2026-04" },
    ]);
  });

  test("year, month, week and day, each within the one above; on one day by id", () => {
    const goal = (id: string, period: SalesGoal["period"], within?: string): SalesGoal => ({
      ...month("2026-06", "7"),
      id,
      period,
      within,
    });
    const { goals, issues } = cover([
      goal("d", "day", "w"),
      goal("w", "week", "m"),
      goal("b", "week", "m"),
      goal("m", "month", "y"),
      goal("y", "year"),
    ]);
    expect(issues).toEqual([]);
    expect(goals.map(({ id, parts }) => [id, parts])).toEqual([
      ["y", ["m"]],
      ["m", ["b", "w"]],
      ["b", []],
      ["w", ["d"]],
      ["d", []],
    ]);
  });

  test.each<[string, unknown, string[]]>([
    ["no record", 5, ["wrong-type at 0"]],
    ["null", null, ["required at 0"]],
    [
      "nothing in it",
      {},
      [
        "required at 0.id",
        "required at 0.from",
        "required at 0.to",
        "required at 0.unit",
        "required at 0.period",
        "required at 0.ideal",
      ],
    ],
    ["blank texts", { ...YEAR, id: " ", unit: "" }, ["required at 0.id", "required at 0.unit"]],
    ["another period", { ...YEAR, period: "quarter" }, ["unknown-value at 0.period"]],
    ["a moment as a day", { ...YEAR, from: "2026-01-01T00:00:00Z" }, ["not-a-date at 0.from"]],
    ["the wrong way round", { ...YEAR, to: "2025-12-31" }, ["out-of-order at 0.to"]],
    [
      "amounts that are none",
      { ...YEAR, ideal: "1,5", feasible: -1, achieved: NaN },
      ["not-json at 0.achieved", "not-a-decimal at 0.ideal", "out-of-range at 0.feasible"],
    ],
    ["within itself", { ...YEAR, within: "2026" }, ["unknown-value at 0.within"]],
    ["within nothing", { ...YEAR, period: "month", within: "x" }, ["unknown-value at 0.within"]],
    ["items that are no list", { ...YEAR, items: {} }, ["wrong-type at 0.items"]],
    [
      "items that are none",
      { ...YEAR, items: [5, { id: "" }, { id: "a" }, { id: "a" }] },
      ["wrong-type at 0.items.0", "required at 0.items.1.id", "duplicate-id at 0.items.3.id"],
    ],
    [
      "faulty fields of items",
      { ...YEAR, items: [{ id: "a", worth: -1, owner: 5, due: "x", done: "y" }] },
      [
        "out-of-range at 0.items.0.worth",
        "wrong-type at 0.items.0.owner",
        "not-a-date at 0.items.0.due",
        "not-a-date at 0.items.0.done",
      ],
    ],
  ])("%s is an issue, and in no figure", (_, goal, expected) => {
    const { goals, issues } = cover([goal as SalesGoal, { ...YEAR, id: "good" }]);
    expect(issues.map(({ code, path }) => `${code} at ${path.join(".")}`).toSorted()).toEqual(expected.toSorted());
    expect(goals.map(({ id }) => id)).toEqual(["good"]);
  });

  test("the same id again, goals that are no list", () => {
    const { goals, issues } = cover([YEAR, YEAR]);
    expect([goals.length, issues]).toEqual([1, [{ code: "duplicate-id", path: [1, "id"], details: { id: "2026" } }]]);
    expect(cover(null as never).issues.map(({ code, path }) => [code, path])).toEqual([["required", []]]);
    expect(cover({} as never).issues.map(({ code }) => code)).toEqual(["wrong-type"]);
    const { issues: within } = cover([month("2026-02", "5", { within: "x" }), YEAR]);
    expect(within).toEqual([
      { code: "unknown-value", path: [0, "within"], details: { received: "x", allowed: ["2026"] } },
    ]);
  });

  test("is plain JSON; faulty options are errors", () => {
    const result = cover([YEAR, month("2026-01", "5")]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    for (const options of [null, {}, { asOf: "x" }, { asOf: "2026-01-01", when: 5 }]) {
      let code = "";
      try {
        goalCoverage([], options as never);
      } catch (error) {
        if (isKeyAccountError(error)) code = error.code;
      }
      expect(code).toMatch(/^(wrong-type|not-a-date|unknown-key)$/);
    }
  });
});
