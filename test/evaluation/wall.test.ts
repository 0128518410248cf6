import { defineScorecard, evaluate, type IndicatorDefinition } from "keyaccount";
import { describe, expect, test } from "vitest";
import wall from "./golden/wall.json" with { type: "json" };
import { judgeOne, pointsOf } from "./one.js";

const GRADES = [
  { grade: "good", from: "100" },
  { grade: "poor", from: null },
] as const;

function wallCard(change: Partial<Record<string, unknown>> = {}) {
  const rows = wall.rows.map(({ id, weight, standard }): [string, IndicatorDefinition] => [
    id,
    { kind: "ratio", weight, standard, ...change },
  ]);
  return defineScorecard({ id: "wall", version: "1", indicators: Object.fromEntries(rows), grades: GRADES });
}

const actuals = Object.fromEntries(wall.rows.map(({ id, actual }) => [id, actual]));

describe("A7.6 classic Wall score", () => {
  test("A7.6 the published table: every row and the total, as printed", () => {
    const result = evaluate(wallCard(), actuals);
    for (const { id, points, relative } of wall.rows)
      expect([id, result.indicators[id]]).toEqual([id, expect.objectContaining({ points, relative })]);
    expect(result.score).toBe(wall.total);
    expect(result.grade).toBe("good");
  });

  test("A7.6 the same table with every relative ratio rounded to two decimals first", () => {
    const result = evaluate(wallCard({ relativeScale: 2 }), actuals);
    const relative = [0.83, 1.59, 0.74, 1.24, 1.44, 0.14, 0.13];
    expect(Object.values(result.indicators).map((row) => row.relative)).toEqual(relative);
    expect(Object.values(result.indicators).map((row) => row.points)).toEqual([
      20.75, 39.75, 11.1, 12.4, 14.4, 1.4, 0.65,
    ]);
    expect(result.score).toBe(100.45);
  });

  test("A7.6 numbers and texts of the same decimals give the same points", () => {
    const asNumbers = Object.fromEntries(wall.rows.map(({ id, actual }) => [id, Number(actual)]));
    expect(evaluate(wallCard(), asNumbers).score).toBe(wall.total);
  });

  test("A7.6 multiplied before divided: 7.5 × 1.3 ÷ 1.2 = 8.125, a tie at two decimals, rounds away from zero", () => {
    expect(pointsOf({ kind: "ratio", weight: "7.5", standard: "1.2" }, 1.3, { scale: 2 })).toBe(8.13);
    expect(pointsOf({ kind: "ratio", weight: "7.5", standard: "1.2" }, -1.3, { scale: 2 })).toBe(-8.13);
  });

  test("A7.6 lower is better turns the ratio round: 45 ÷ 60 of 20 is 15", () => {
    const days = { kind: "ratio", weight: "20", standard: "45", better: "lower" } as const;
    expect(judgeOne(days, 60).row).toMatchObject({ relative: 0.75, share: 0.75, points: 15, lost: 5 });
    expect(judgeOne(days, 30).row).toMatchObject({ relative: 1.5, share: 1.5, points: 30, lost: -10 });
    expect(judgeOne({ ...days, relativeScale: 1 }, 70).row).toMatchObject({ relative: 0.6, share: 0.6, points: 12 });
  });

  test("A7.6 cap and floor hold the share, not the relative ratio that is shown", () => {
    const held = { kind: "ratio", weight: "20", standard: "10", cap: "1.25", floor: "0.2" } as const;
    expect(judgeOne(held, 30).row).toMatchObject({ relative: 3, share: 1.25, points: 25, lost: -5 });
    expect(judgeOne(held, 1).row).toMatchObject({ relative: 0.1, share: 0.2, points: 4, lost: 16 });
    expect(judgeOne(held, -5).row).toMatchObject({ relative: -0.5, share: 0.2, points: 4 });
    expect(judgeOne({ ...held, relativeScale: 0 }, 30).row).toMatchObject({ relative: 3, share: 1.25, points: 25 });
  });

  test("A7.6 a ratio far beyond its cap is worth the cap; its relative ratio is left out where no double prints it", () => {
    const held = { kind: "ratio", weight: "20", standard: "1e-20", cap: "1.25", floor: "0" } as const;
    expect(judgeOne(held, 1e300).row).toMatchObject({ relative: null, share: 1.25, points: 25 });
    expect(judgeOne({ ...held, relativeScale: 2 }, 1e300).row).toMatchObject({
      relative: null,
      share: 1.25,
      points: 25,
    });
    expect(judgeOne({ ...held, relativeScale: 2 }, -1e300).row).toMatchObject({ relative: null, share: 0, points: 0 });
  });

  test("A7.6 lower is better at zero and below is worth the cap", () => {
    const days = { kind: "ratio", weight: "20", standard: "45", better: "lower", cap: "1.5" } as const;
    for (const actual of [0, -3, "0.00", "-1e-400"])
      expect(judgeOne(days, actual).row).toMatchObject({ relative: null, share: 1.5, points: 30 });
    expect(judgeOne(days, "1e-400").row).toMatchObject({ relative: null, share: 1.5, points: 30 });
  });
});

describe("A7.6 modified Wall score", () => {
  const margin = { kind: "standard-score", weight: "20", standard: "5.5", best: "15.8", max: "30", min: "10" } as const;

  test("A7.6 the published case: 10 % against a standard of 5.5 % and a best of 15.8 % scores 24.3689", () => {
    expect(judgeOne(margin, "10").row).toMatchObject({
      points: 24.3689,
      lost: -4.3689,
      share: 1.2184,
      standard: "5.5",
      relative: null,
    });
  });

  test.each([
    ["at the standard", 5.5, 20],
    ["at the best", 15.8, 30],
    ["beyond the best", 99, 30],
    ["10.3 below the standard: the lower score", -4.8, 10],
    ["further below", -50, 10],
  ])("A7.6 %s", (_, actual, points) => {
    expect(pointsOf(margin, actual)).toBe(points);
  });

  test("A7.6 the textbooks' unclamped form goes on: 26.1 is twice as far as the best, 40; −15.1 is 0; below it, negative", () => {
    const open = { ...margin, clamp: false } as const;
    expect([26.1, -15.1, -25.4].map((actual) => pointsOf(open, actual))).toEqual([40, 0, -10]);
  });

  test("A7.6 lower is better where the best is below the standard: 52.5 days between 60 and 45 earn half of the gain", () => {
    const days = { kind: "standard-score", weight: "10", standard: "60", best: "45", max: "16", min: "4" } as const;
    expect([52.5, 45, 60, 75, 90].map((actual) => pointsOf(days, actual))).toEqual([13, 16, 10, 4, 4]);
  });

  test("A7.6 a standard of zero is no obstacle: nothing is divided by it", () => {
    expect(
      pointsOf({ kind: "standard-score", weight: "10", standard: "0", best: "0.2", max: "15", min: "5" }, 0.1),
    ).toBe(12.5);
  });
});

describe("A7.6 efficacy bands", () => {
  const debt = {
    kind: "interpolate",
    weight: "12",
    knots: [
      { at: "53.4", share: "0.8" },
      { at: "40.2", share: "1" },
    ],
  } as const;

  test("A7.6 the published case: a debt ratio of 52 between 53.4 (0.8) and 40.2 (1) scores 9.8545 of 12", () => {
    expect(judgeOne(debt, "52").row).toMatchObject({ points: 9.8545, share: 0.8212 });
  });

  test("A7.6 ends hold: 12 below 40.2, 9.6 above 53.4", () => {
    expect([40.2, 10, 53.4, 90].map((actual) => pointsOf(debt, actual))).toEqual([12, 12, 9.6, 9.6]);
  });

  test("A7.6 or extend: 66.6 is one more step of 13.2, share 0.6; 27 is share 1.2", () => {
    const open = { ...debt, beyond: "extend" } as const;
    expect([66.6, 27, 53.4, 40.2].map((actual) => pointsOf(open, actual))).toEqual([7.2, 14.4, 9.6, 12]);
  });

  test("A7.6 several knots, in either order, need not be monotone", () => {
    const knots = [
      { at: 0, share: 0 },
      { at: 10, share: 1 },
      { at: 20, share: "0.4" },
      { at: 30, share: "0.4" },
    ];
    for (const order of [knots, [...knots].reverse()]) {
      const hump = { kind: "interpolate", weight: "10", knots: order } as const;
      expect([-5, 2.5, 10, 15, 25, 40].map((actual) => pointsOf(hump, actual))).toEqual([0, 2.5, 10, 7, 4, 4]);
    }
  });
});

describe("A7.6 the other kinds", () => {
  test("A7.6 bands include their lower bound and exclude the next: 2.999 → 0, 3 → 5, 9.999 → 5, 10 → 10", () => {
    const reps = {
      kind: "bands",
      weight: "10",
      bands: [
        { from: null, share: 0 },
        { from: 3, share: "0.5" },
        { from: 10, share: 1 },
      ],
    } as const;
    expect([-1, 2.999, 3, 9.999, 10, 1e9].map((actual) => pointsOf(reps, actual))).toEqual([0, 0, 5, 5, 10, 10]);
    expect(pointsOf(reps, "2.99999999999999999999")).toBe(0);
  });

  test("A7.6 bands need not be monotone", () => {
    const age = {
      kind: "bands",
      weight: "10",
      bands: [
        { from: null, share: "0.2" },
        { from: 2, share: 1 },
        { from: 20, share: "-0.1" },
      ],
    } as const;
    expect([1, 5, 30].map((actual) => pointsOf(age, actual))).toEqual([2, 10, -1]);
  });

  test("A7.6 a rating of 4 on 1 … 5 earns three quarters; half steps count", () => {
    const rating = { kind: "rating", weight: "10", min: 1, max: 5 } as const;
    expect([1, 3.5, 4, 5].map((actual) => pointsOf(rating, actual))).toEqual([0, 6.25, 7.5, 10]);
  });

  test("A7.6 a choice earns its option's share; a flag all or nothing, turned round by expect", () => {
    const brands = { kind: "choice", weight: "5", options: { none: 0, some: "0.6", exclusive: 1 } } as const;
    expect(["none", "some", "exclusive"].map((actual) => judgeOne(brands, actual).row)).toMatchObject([
      { points: 0, share: 0, lost: 5 },
      { points: 3, share: 0.6, lost: 2 },
      { points: 5, share: 1, lost: 0 },
    ]);
    expect([true, false].map((actual) => pointsOf({ kind: "flag", weight: "5" }, actual))).toEqual([5, 0]);
    expect([true, false].map((actual) => pointsOf({ kind: "flag", weight: "5", expect: false }, actual))).toEqual([
      0, 5,
    ]);
  });

  test("A7.6 a share from 0 to 1 counts as it is", () => {
    expect([0, 0.125, "1"].map((actual) => pointsOf({ kind: "share", weight: "5" }, actual))).toEqual([0, 0.625, 5]);
  });

  test("A7.6 at scale 0 points are whole, shares and coverage keep four decimals", () => {
    const { row, result } = judgeOne({ kind: "rating", weight: "10", min: 1, max: 5 }, 3.5, { scale: 0 });
    expect(row).toMatchObject({ points: 6, share: 0.625 });
    expect(result.coverage).toBe(1);
  });
});
