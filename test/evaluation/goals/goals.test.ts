import { defineScorecard, GOAL_OBSTACLE_CODES, type Goals, goalsFor, isKeyAccountError } from "keyaccount";
import { describe, expect, test } from "vitest";

const card = defineScorecard({
  id: "payer",
  version: "1",
  scale: 2,
  groups: { finance: { max: "50" } },
  indicators: {
    days: {
      kind: "ratio",
      group: "finance",
      weight: "40",
      standard: "45",
      better: "lower",
      cap: "1.5",
      floor: "0",
      maxAgeDays: 365,
    },
    reputation: { kind: "rating", weight: "20", min: 1, max: 5 },
    brands: { kind: "choice", weight: "20", options: { none: "0", some: "0.6", exclusive: "1" } },
    disputes: { kind: "flag", weight: "20", expect: false, missing: "refuse" },
  },
  limits: [
    { when: { indicator: "days", above: "90" }, grade: "C" },
    { when: { indicator: "brands", is: "exclusive" }, grade: "B" },
    { when: { indicator: "reputation", known: false }, grade: "C" },
  ],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "60" },
    { grade: "C", from: null },
  ],
});

const good = { days: 45, reputation: 3, brands: "some", disputes: false } as const;

function changes(goals: Goals<never>): unknown {
  const list = goals.reachable
    ? (goals.cheapest.changes as readonly { indicator: string; from: unknown; to: unknown; cost: string }[])
    : [];
  return list.map(({ indicator, from, to, cost }) => [indicator, from, to, cost]);
}

describe("C3.2 goals", () => {
  test("C3.2 a grade that is there needs no change", () => {
    const goals = goalsFor(card, good, { grade: "B" });
    const none = { changes: [], count: 0, cost: "0", score: 82, grade: "A" };
    expect(goals).toEqual({
      v: 1,
      reachable: true,
      wanted: "B",
      already: true,
      cheapest: none,
      fewest: none,
      proven: true,
    });
  });

  test("C3.2 a number goes no further than it must: 45 ÷ d × 40 is at least 38 from d = 47 down", () => {
    const goals = goalsFor(card, { ...good, days: 60 }, { grade: "A", actionable: ["days"] });
    // 40 × 45 ÷ 47 = 38.30, and 10 + 12 + 20 besides: 80.30; at 48 days 37.5, 79.50.
    expect(changes(goals as never)).toEqual([["days", 60, "47", "1"]]);
    expect(goals.reachable && [goals.cheapest.score, goals.cheapest.changes[0]?.pointsBefore]).toEqual([80.3, 30]);
  });

  test("C3.2 steps, bounds and prices are the host's own", () => {
    const goals = goalsFor(
      card,
      { ...good, days: 60 },
      {
        grade: "A",
        limits: { days: { least: "50", step: "0.5" }, reputation: { step: "0.5", most: 4 } },
        costs: { days: { unit: "2", change: "1" }, reputation: { unit: "30" } },
      },
    );
    // A rating of 3.5 (12.5) leaves 35.5 to the days: 40 × 45 ÷ 50.5 = 35.64.
    expect(changes(goals as never)).toEqual([
      ["days", 60, "50.5", "20"],
      ["reputation", 3, "3.5", "15"],
    ]);
  });

  test("C3.2 an unknown fact is learnt and reached, a stale one renewed", () => {
    const goals = goalsFor(
      card,
      { ...good, days: { value: 40, observedAt: "2024-01-01" }, reputation: null },
      {
        grade: "A",
        asOf: "2026-11-21",
        costs: { days: { unit: "1" }, reputation: { unit: "1", change: "3" } },
      },
    );
    // The stale days are left out: a rating of 4 gives 47 ÷ 60 × 100 = 78.33, one of 5 86.67.
    expect(changes(goals as never)).toEqual([["reputation", null, "5", "3"]]);
    const stale = goalsFor(
      card,
      { ...good, days: { value: 47, observedAt: "2024-01-01" }, reputation: 1 },
      {
        grade: "B",
        asOf: "2026-11-21",
        actionable: ["days"],
      },
    );
    expect(changes(stale as never)).toEqual([["days", 47, "47", "1"]]);
  });

  test("C3.2 options have their own prices", () => {
    const goals = goalsFor(
      card,
      { ...good, brands: "none", disputes: true },
      {
        grade: "B",
        costs: { brands: { change: 9, options: { some: "2.50" } }, disputes: { options: { false: 10 } } },
        actionable: ["brands", "disputes"],
      },
    );
    // 40 + 10: short by 10; brands give 12.
    expect(changes(goals as never)).toEqual([["brands", "none", "some", "2.5"]]);
  });
});

describe("C3.2 obstacles", () => {
  const codes = (goals: Goals<never>): unknown => (goals.reachable ? [] : goals.obstacles.map(({ code }) => code));

  test("C3.2 a limit on what can't be changed", () => {
    const goals = goalsFor(card, { ...good, days: 100 }, { grade: "B", actionable: ["reputation", "brands"] });
    expect(goals).toEqual({
      v: 1,
      reachable: false,
      wanted: "B",
      bestScore: 78,
      bestGrade: "C",
      obstacles: [{ code: "limit", indicator: "days", index: 0, when: { indicator: "days", above: "90" }, grade: "C" }],
      proven: true,
    });
  });

  test("C3.2 a limit that every value within reach trips, and one on what isn't known", () => {
    const far = goalsFor(card, { ...good, days: 100 }, { grade: "B", limits: { days: { least: 95 } } });
    expect(codes(far as never)).toEqual(["limit"]);
    const never = goalsFor(card, { ...good, reputation: null }, { grade: "B", actionable: ["days"] });
    expect(codes(never as never)).toEqual(["limit"]);
  });

  test("C3.2 an unknown fact without which there is no score", () => {
    const goals = goalsFor(card, { ...good, disputes: null }, { grade: "C", actionable: ["days"] });
    expect(goals).toMatchObject({
      bestScore: null,
      bestGrade: null,
      obstacles: [{ code: "unknown-refused", indicator: "disputes" }],
    });
  });

  test("C3.2 nothing that counts", () => {
    const notApplicable = { notApplicable: true } as const;
    const none = { days: notApplicable, reputation: notApplicable, brands: notApplicable, disputes: notApplicable };
    expect(codes(goalsFor(card, none, { grade: "C" }) as never)).toEqual(["nothing-counts"]);
    const only = { days: null, reputation: notApplicable, brands: null, disputes: notApplicable };
    expect(codes(goalsFor(card, only, { grade: "C", actionable: [] }) as never)).toEqual(["nothing-counts"]);
    expect(goalsFor(card, only, { grade: "C" })).toMatchObject({
      reachable: true,
      already: false,
      fewest: { count: 1 },
    });
  });

  test("C3.2 too few points even at best, and the limit that the best value would trip", () => {
    const low = goalsFor(
      card,
      { ...good, days: 90 },
      { grade: "B", actionable: ["reputation"], limits: { reputation: { most: 3.5 } } },
    );
    // 20 + 12.5 + 12 + 20 = 64.5 reaches B; A needs 80.
    expect(low.reachable).toBe(true);
    const lower = goalsFor(
      card,
      { ...good, days: 90 },
      { grade: "A", actionable: ["reputation"], limits: { reputation: { most: 3.5, step: "0.5" } } },
    );
    expect(lower).toMatchObject({
      bestScore: 64.5,
      bestGrade: "B",
      obstacles: [{ code: "score-too-low", highest: 64.5, needed: 80 }],
    });
    const traded = goalsFor(card, { ...good, days: 60 }, { grade: "A", actionable: ["brands"] });
    expect(traded).toMatchObject({
      bestScore: 80,
      obstacles: [
        { code: "score-too-low", highest: 72, needed: 80 },
        { code: "limit-at-best", indicator: "brands", index: 1 },
      ],
    });
  });

  test("C3.2 the codes are these", () => {
    expect(GOAL_OBSTACLE_CODES).toEqual([
      "limit",
      "limit-at-best",
      "unknown-refused",
      "nothing-counts",
      "score-too-low",
    ]);
  });
});

describe("options of goalsFor", () => {
  function faults(options: unknown): unknown {
    try {
      return goalsFor(card, good, options as never);
    } catch (error) {
      if (!isKeyAccountError(error)) throw error;
      return error.issues.map(({ code, path }) => `${path.join(".")}: ${code}`);
    }
  }
  const cyclic: { grade: string; limits?: unknown } = { grade: "A" };
  cyclic.limits = cyclic;

  test.each<[string, unknown, readonly string[]]>([
    ["nothing", undefined, [": not-json"]],
    ["null", null, [": wrong-type"]],
    ["no grade", {}, ["grade: required"]],
    ["a strange grade and day", { grade: "Z", asOf: "today" }, ["grade: unknown-grade", "asOf: not-a-date"]],
    ["a number for a day", { grade: "A", asOf: 5 }, ["asOf: not-a-date"]],
    ["a key of nobody", { grade: "A", goal: 1 }, ["goal: unknown-key"]],
    [
      "strange indicators",
      { grade: "A", actionable: ["x", 1], limits: { y: {} }, costs: { z: 1 } },
      [
        "actionable.1: wrong-type",
        "actionable.0: unknown-indicator",
        "limits.y: unknown-indicator",
        "costs.z: unknown-indicator",
      ],
    ],
    ["no records", { grade: "A", limits: [], costs: 3 }, ["limits: wrong-type", "costs: wrong-type"]],
    ["a range upside down", { grade: "A", limits: { days: { least: 5, most: 4 } } }, ["limits.days: empty-range"]],
    ["no step", { grade: "A", limits: { days: { step: 0 } } }, ["limits.days.step: not-positive"]],
    [
      "an option of nobody",
      { grade: "A", limits: { brands: { options: ["all"] } } },
      ["limits.brands.options.0: unknown-value"],
    ],
    [
      "the reach of another kind",
      { grade: "A", limits: { days: { options: [] }, disputes: { least: 1 } } },
      ["limits.days.options: unknown-key", "limits.disputes.least: unknown-key"],
    ],
    [
      "prices below zero",
      { grade: "A", costs: { days: { unit: "-1" }, brands: -2, disputes: { options: { true: "-0.5" } } } },
      ["costs.days.unit: out-of-range", "costs.brands: out-of-range", "costs.disputes.options.true: out-of-range"],
    ],
    [
      "prices that are none",
      { grade: "A", costs: { days: "cheap", brands: true, disputes: null } },
      ["costs.days: not-a-decimal", "costs.brands: wrong-type", "costs.disputes: wrong-type"],
    ],
    ["itself", cyclic, ["limits: cyclic"]],
    [
      "a getter",
      {
        grade: "A",
        get costs() {
          throw new Error("hostile");
        },
      },
      ["costs: accessor"],
    ],
    ["a forbidden key", JSON.parse('{"grade":"A","limits":{"__proto__":{}}}'), ["limits: forbidden-key"]],
  ])("%s", (_, options, expected) => {
    expect(faults(options)).toEqual(expected);
  });

  test("a scorecard out of JSON, facts that are none and a getter that throws are taken as evaluate takes them", () => {
    const copy = JSON.parse(JSON.stringify(card)) as typeof card;
    expect(goalsFor(copy, good, { grade: "B" })).toEqual(goalsFor(card, good, { grade: "B" }));
    expect(goalsFor(card, null as never, { grade: "C" }).reachable).toBe(true);
    const hostile = {
      ...good,
      get days(): number {
        throw new Error("hostile");
      },
    };
    expect(goalsFor(card, hostile, { grade: "A" }).reachable).toBe(true);
  });
});
