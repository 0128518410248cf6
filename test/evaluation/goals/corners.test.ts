import { defineScorecard, evaluate, type Goals, goalsFor } from "keyaccount";
import { describe, expect, test } from "vitest";
import { leaf } from "../../../src/evaluation/goals/search/label.js";
import { hullOf, relax } from "../../../src/evaluation/goals/search/relax.js";
import { rounded } from "../../../src/evaluation/goals/search/round.js";
import { solve, solveByCount } from "../../../src/evaluation/goals/search/solve.js";

const targets = (goals: Goals<never, string>): unknown[] =>
  goals.reachable ? goals.cheapest.changes.map(({ to }) => to) : ["out of reach"];

const one = (indicator: object) =>
  defineScorecard({
    id: "one",
    version: "1",
    scale: 0,
    indicators: { a: { weight: "100", ...indicator } as { kind: "ratio"; weight: "100"; standard: "10" } },
    grades: [
      { grade: "A", from: 80 },
      { grade: "B", from: 50 },
      { grade: "C", from: null },
    ],
  });

describe("C3.2 goals at the corners of a grid", () => {
  test("of two values equally near, the one of more points is taken; of equal points the lower", () => {
    const hill = one({
      kind: "interpolate",
      knots: [
        { at: 0, share: 1 },
        { at: 5, share: 0 },
        { at: 10, share: 1 },
      ],
    });
    const tilted = one({
      kind: "interpolate",
      knots: [
        { at: 0, share: "0.9" },
        { at: 5, share: 0 },
        { at: 10, share: 1 },
      ],
    });
    const costs = { a: { unit: 1 } };
    expect(targets(goalsFor(hill, { a: 5 }, { grade: "A", costs }) as never)).toEqual(["1"]);
    expect(evaluate(tilted, { a: 9 }).score).toBe(80);
    expect(targets(goalsFor(tilted, { a: 5 }, { grade: "A", costs, limits: { a: { step: 5 } } }) as never)).toEqual([
      "10",
    ]);
  });

  test("bounds between two values of the grid leave none", () => {
    const card = one({ kind: "ratio", standard: "10", cap: "1", floor: "0" });
    const goals = goalsFor(card, { a: 1 }, { grade: "A", limits: { a: { least: "8.2", most: "8.8", step: 1 } } });
    expect(goals.reachable).toBe(false);
  });

  test("bounds below zero, beside the grid", () => {
    const card = one({
      kind: "interpolate",
      knots: [
        { at: -10, share: 1 },
        { at: 0, share: 0 },
      ],
    });
    const limits = { a: { least: "-8.5", most: "-0.5", step: 1 } };
    expect(targets(goalsFor(card, { a: 0 }, { grade: "A", limits, costs: { a: { unit: 1 } } }) as never)).toEqual([
      "-8",
    ]);
  });

  test("a share without a step moves in hundredths", () => {
    const goals = goalsFor(one({ kind: "share" }), { a: "0.1" }, { grade: "B", costs: { a: { unit: 1 } } });
    expect(targets(goals as never)).toEqual(["0.5"]);
  });

  test("ends whose points no score could carry are left out, the rest is within reach", () => {
    const higher = one({ kind: "ratio", standard: "10" });
    const lower = one({ kind: "ratio", standard: "10", better: "lower" });
    const costs = { a: { unit: 1 } };
    const far = goalsFor(higher, { a: 1 }, { grade: "A", costs, limits: { a: { least: 1, most: "1e30" } } });
    expect(targets(far as never)).toEqual(["8"]);
    const near = goalsFor(
      lower,
      { a: 100 },
      { grade: "A", costs, limits: { a: { least: "-1e30", most: 100, step: "0.5" } } },
    );
    expect(targets(near as never)).toEqual(["12.5"]);
    const deep = goalsFor(higher, { a: 1 }, { grade: "A", costs, limits: { a: { least: "-1e30", most: 100 } } });
    expect(targets(deep as never)).toEqual(["8"]);
    const none = goalsFor(
      higher,
      { a: 1 },
      { grade: "A", limits: { a: { least: "1e30", most: "1e31", step: "1e30" } } },
    );
    expect(none.reachable).toBe(false);
  });
});

describe("C3.2 goals on grids too fine", () => {
  test("a step of more than twelve decimals is refused", () => {
    const card = one({ kind: "ratio", standard: "10" });
    expect(() => goalsFor(card, { a: 1 }, { grade: "A", limits: { a: { step: "1e-13" } } })).toThrow(
      "out-of-range at limits.a.step",
    );
    expect(() => goalsFor(card, { a: 1 }, { grade: "A", limits: { a: { step: 0 } } })).toThrow(
      "not-positive at limits.a.step",
    );
    expect(goalsFor(card, { a: 7.9 }, { grade: "A", limits: { a: { step: "1e-12" } } }).reachable).toBe(true);
  });

  test("a definition of a hundred decimals ends in time", () => {
    const card = one({ kind: "ratio", standard: `0.${"0".repeat(100)}7`, cap: 1, floor: 0 });
    const start = process.cpuUsage().user;
    expect(goalsFor(card, { a: 0 }, { grade: "A", costs: { a: { unit: 1 } } }).reachable).toBe(true);
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(10);
  });
});

describe("C3.2 prices that floats can't carry", () => {
  const huge = 10n ** 400n;
  const problem = {
    blocks: [
      { cap: null, items: [[leaf(0n, 0n, 0n, 0, -1), leaf(3n * huge, 5n, 0n, 0, 0), leaf(7n * huge, 9n, 0n, 0, 1)]] },
      { cap: null, items: [[leaf(0n, 0n, 0n, 1, -1), leaf(2n * huge, 4n, 0n, 1, 0)]] },
      { cap: null, items: [[leaf(0n, 1n, 0n, 2, -1)]] },
    ],
    needed: 9n,
    mustChange: false,
  };

  test("still find the cheapest: 3 + 2 rather than 7", () => {
    const { picked, isProven } = solve(problem);
    expect([[...(picked ?? [])], isProven]).toEqual([
      [
        [0, 0],
        [1, 0],
      ],
      true,
    ]);
  });

  test("and the fewest: one of 7", () => {
    const { picked, isProven } = solveByCount(problem, 0n);
    expect([picked !== null, isProven]).toEqual([true, true]);
    const fee = 100n * huge;
    const withFee = {
      ...problem,
      blocks: problem.blocks.map(({ cap, items }) => ({
        cap,
        items: items.map((list) =>
          list.map((l) => (l.option < 0 ? l : leaf(l.price + fee, l.gain, l.extra, l.item, l.option))),
        ),
      })),
    };
    expect([...(solveByCount({ ...withFee, needed: 10n }, fee).picked ?? [])]).toEqual([[0, 1]]);
  });
});

test("C3.2 where a full cap makes dearer leaves add less, the next whole solution is kept", () => {
  const list = [
    leaf(0n, 0n, 0n, 0, -1),
    leaf(1n, 0n, 10n, 0, 0),
    leaf(2n, 11n, 0n, 0, 1),
    leaf(3n, 12n, 0n, 0, 2),
    leaf(4n, 13n, 0n, 0, 3),
  ];
  const problem = { blocks: [{ cap: 5n, items: [list, [leaf(0n, 4n, 0n, 1, -1)]] }], needed: 12n, mustChange: false };
  const { price, gain } = rounded(problem, relax(problem, hullOf));
  expect([price, gain]).toEqual([1n, 14n]);
  expect([...(solve(problem).picked ?? [])]).toEqual([[0, 0]]);
});
