import { weightsFromData } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { exactSum, faultsOf, issuesOf } from "./faults.js";
import golden from "./golden.json" with { type: "json" };

type Rows = readonly Readonly<Record<string, number>>[];
const named = (rows: readonly (readonly number[])[]): Rows =>
  deepFreeze(rows.map((row) => Object.fromEntries(row.map((value, index) => [`c${String(index + 1)}`, value]))));

describe.each(golden.data)("C3.1 published: $name", ({ method, rows, weights, decimals }) => {
  test("shares as printed, weights that sum exactly", () => {
    const result = weightsFromData(named(rows), { method: method as "entropy" | "critic", scale: 9 });
    expect(Object.values(result.shares).map((share) => Number(share.toFixed(decimals)))).toEqual(weights);
    expect(exactSum(result.weights)).toBe(100n * 10n ** 9n);
    expect(result.rows).toEqual({ used: rows.length, leftOut: 0 });
    expect(result.method).toBe(method);
  });
});

describe("C3.1 weights from data", () => {
  test("entropy by hand: the parts 1 ÷ 4 and 3 ÷ 4 of two rows have 0.811278 of the largest entropy", () => {
    // E = −(¼ ln ¼ + ¾ ln ¾) ÷ ln 2 = 0.8112781; of the parts 0 and 1, E = 0. d = 0.1887219 and 1.
    const result = weightsFromData({ a: [1, 3], b: ["0", "7.0"] });
    expect(result).toEqual({
      method: "entropy",
      total: "100",
      scale: 2,
      weights: { a: "15.88", b: "84.12" },
      shares: { a: 0.15876, b: 0.84124 },
      notes: [],
      rows: { used: 2, leftOut: 0 },
      figures: { a: { entropy: 0.811278, divergence: 0.188722 }, b: { entropy: 0, divergence: 1 } },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("CRITIC by hand: two columns that run against each other, and one of them turned", () => {
    // Scaled 0, ½, 1 and 1, 0, ½: σ = √(1 ÷ 6) = 0.408248 for both, r = −½, so conflict 1.5 and information 0.612372.
    const columns = { a: [1, 2, 3], b: [30, 10, 20] };
    const result = weightsFromData(columns, { method: "critic" });
    expect(result.figures).toEqual({
      a: { deviation: 0.408248, conflict: 1.5, information: 0.612372 },
      b: { deviation: 0.408248, conflict: 1.5, information: 0.612372 },
    });
    expect(result.weights).toEqual({ a: "50", b: "50" });
    // b the lower the better: 0, 1, ½ beside 0, ½, 1: r = ½.
    const turned = weightsFromData(columns, { method: "critic", better: { b: "lower" } });
    expect(turned.figures.b).toEqual({ deviation: 0.408248, conflict: 0.5, information: 0.204124 });
    expect(weightsFromData(columns, { method: "critic", better: { a: "lower", b: "lower" } }).figures).toEqual(
      result.figures,
    );
  });

  test("CRITIC keeps the digits of columns that nearly agree, and knows those that do", () => {
    const near = weightsFromData({ a: [0, 1, 2], b: [0, 1, "2.000001"], c: [0, 2, 1] }, { method: "critic" });
    // 1 − r of a and b is 1.04e-14: lost in doubles beside 1, and nothing beside c's ½.
    expect(near.shares.a).toBeCloseTo(0.25, 5);
    const alike = weightsFromData({ a: [0, 1, 2], b: [0, 10, 20], c: [0, 2, 1] }, { method: "critic" });
    expect(alike.shares).toEqual({ a: 0.25, b: 0.25, c: 0.5 });
    expect(faultsOf(() => weightsFromData({ a: [0, 1, 2], b: [5, 7, 9] }, { method: "critic" }))).toEqual([
      ": nothing-to-share",
    ]);
    const hardly = weightsFromData({ a: [0, 1, 2], b: [0, 1, "2.000001"] }, { method: "critic" });
    expect(exactSum(hardly.weights)).toBe(100n * 10n ** 9n);
    expect(hardly.shares.a).toBeCloseTo(0.5, 5);
  });

  test("entropy of values that hardly differ is computed to more digits, not lost", () => {
    const [one, two, three] = ["1.0000000000000000000000000000001", "1", "1.0000000000000000000000000000003"];
    // Divergence grows with the square of the difference: 1 to 9.
    const { shares, figures } = weightsFromData({ a: [one, two, two], b: [two, two, three] });
    expect(shares).toEqual({ a: 0.1, b: 0.9 });
    expect(figures.a).toEqual({ entropy: 1, divergence: 0 });
  });

  test("entropy beyond all digits is nothing, not noise", () => {
    const close = `1.${"0".repeat(119)}1`;
    const { weights, notes } = weightsFromData({ a: [close, 1], b: [1, 3] });
    expect(weights).toEqual({ a: "0.01", b: "99.99" });
    expect(notes).toEqual([{ code: "raised-to-least", id: "a", share: 0, weight: "0.01" }]);
  });

  test("rows and columns are the same data; facts with provenance are read; ids choose and order", () => {
    const columns = { a: [1, 2, 4], b: [3, 3, 5], c: [9, 7, 5] };
    const rows = deepFreeze([
      { name: "Alfreds", a: 1, b: { value: 3, observedAt: "2026-01-31", source: "trade" }, c: "9" },
      { name: "Bon app", a: { value: "2" }, b: 3, c: 7 },
      { name: "Chop-suey", a: 4, b: 5, c: 5 },
    ]);
    const whole = weightsFromData(columns, { method: "critic" });
    expect(weightsFromData(rows, { method: "critic", ids: ["a", "b", "c"] })).toEqual(whole);
    const chosen = weightsFromData(rows, { ids: ["c", "a"] });
    expect(Object.keys(chosen.weights)).toEqual(["c", "a"]);
    expect(chosen.weights).toEqual(weightsFromData({ c: columns.c, a: columns.a }).weights);
  });

  test("rows with an unknown value are left out, counted and noted, or refused", () => {
    const rows = [
      { a: 1, b: 4 },
      { a: null, b: 9 },
      { a: 2, b: 4 },
      { b: 1 },
      { a: { notApplicable: true }, b: 2 },
      { a: 9, b: 5 },
    ] as const;
    const { rows: counted, notes, weights } = weightsFromData(rows, { ids: ["a", "b"] });
    expect(counted).toEqual({ used: 3, leftOut: 3 });
    expect(notes).toEqual([{ code: "rows-left-out", count: 3 }]);
    expect(weights).toEqual(weightsFromData({ a: [1, 2, 9], b: [4, 4, 5] }).weights);
    expect(issuesOf(() => weightsFromData(rows, { ids: ["a", "b"], missing: "refuse" }))).toEqual([
      { code: "required", path: [1, "a"], details: {} },
      { code: "required", path: [3, "a"], details: {} },
      { code: "required", path: [4, "a"], details: {} },
    ]);
    expect(weightsFromData({ a: [1, 2], b: [2, 1] }, { missing: "refuse" }).rows.used).toBe(2);
  });

  test("a column of equal values tells nothing: noted, and at the least weight", () => {
    for (const method of ["entropy", "critic"] as const) {
      const { weights, notes, shares } = weightsFromData({ a: [1, 2, 4], b: [5, 5, 5], c: [4, 3, 9] }, { method });
      expect(weights.b).toBe("0.01");
      expect(shares.b).toBe(0);
      expect(notes).toEqual([
        { code: "no-spread", id: "b" },
        { code: "raised-to-least", id: "b", share: 0, weight: "0.01" },
      ]);
      const without = weightsFromData({ a: [1, 2, 4], c: [4, 3, 9] }, { method });
      expect([shares.a, shares.c]).toEqual([without.shares.a, without.shares.c]);
      expect(faultsOf(() => weightsFromData({ a: [1, 1], b: [2, 2] }, { method }))).toEqual([": nothing-to-share"]);
      expect(weightsFromData({ a: [1, 1] }, { method })).toMatchObject({
        weights: { a: "100" },
        notes: [{ code: "no-spread" }],
      });
    }
    expect(weightsFromData({ a: [0, 0], b: [1, 2] }).weights).toEqual({ a: "0.01", b: "99.99" });
  });

  test("entropy by min-max takes negative values and asks what is better", () => {
    expect(issuesOf(() => weightsFromData({ a: [1, "-2.50"], b: [1, 2] }))).toEqual([
      { code: "negative", path: ["a"], details: { received: "-2.5" } },
    ]);
    // Scaled 0, 1, 3 of 3; turned 3, 2, 0.
    const data = { a: [-1, 0, 2], b: [5, 6, 9] };
    expect(weightsFromData(data, { scaling: "min-max" }).figures.a).toEqual(
      weightsFromData({ a: [0, 1, 3] }).figures.a,
    );
    expect(weightsFromData(data, { scaling: "min-max", better: { a: "lower", b: "higher" } }).figures.a).toEqual(
      weightsFromData({ a: [3, 2, 0] }).figures.a,
    );
    expect(weightsFromData({ a: [1, 2], b: [3, 5] }, { better: { a: "lower" } })).toEqual(
      weightsFromData({ a: [1, 2], b: [3, 5] }),
    );
    expect(weightsFromData({ a: [1, 2, 4], b: [9, 3, 5] }, { method: "critic", scaling: "sum" })).toEqual(
      weightsFromData({ a: [1, 2, 4], b: [9, 3, 5] }, { method: "critic", scaling: "min-max" }),
    );
  });

  test.each<[string, unknown, unknown, string[]]>([
    ["no table", 7, {}, [": wrong-type"]],
    ["null", null, {}, [": wrong-type"]],
    ["no rows", [], {}, [": too-few"]],
    ["no columns", {}, {}, [": too-few"]],
    ["a single row", [{ a: 1 }], {}, [": too-few"]],
    [
      "a single complete row",
      [
        { a: 1, b: 1 },
        { a: 2, b: null },
      ],
      {},
      [": too-few"],
    ],
    ["rows that are none", [{ a: 1 }, 5, [1]], {}, ["1: wrong-type", "2: wrong-type", ": too-few"]],
    ["columns of different lengths", { a: [1, 2], b: [1, 2, 3] }, {}, ["b: out-of-range"]],
    ["a column that is none", { a: [1, 2], b: "12" }, {}, ["b: wrong-type", "b: out-of-range", ": too-few"]],
    [
      "cells that are none",
      { a: [1, "x"], b: [true, 2], c: [[1], 2] },
      {},
      ["b.0: wrong-type", "c.0: wrong-type", "a.1: not-a-decimal", ": too-few"],
    ],
    ["unsafe ids", [{ "a.b": 1 }, { "a.b": 2 }], {}, ["a.b: unsafe-id"]],
    ["ids that aren't there", { a: [1, 2] }, { ids: ["b"] }, ["options.ids.0: unknown-indicator"]],
    ["ids of no column", [{ a: 1 }, { a: 2 }], { ids: ["b"] }, ["options.ids.0: unknown-indicator"]],
    ["no ids", [{ a: 1 }], { ids: [] }, [": too-few"]],
    ["ids twice", [{ a: 1 }, { a: 2 }], { ids: ["a", "a"] }, ["options.ids.1: duplicate-id"]],
    ["a direction of no column", { a: [1, 2] }, { better: { b: "lower" } }, ["options.better.b: unknown-value"]],
    ["an unknown direction", { a: [1, 2] }, { better: { a: "less" } }, ["options.better.a: unknown-value"]],
    ["an unknown scaling", { a: [1, 2] }, { scaling: "max" }, ["options.scaling: unknown-value"]],
    ["an unknown method", { a: [1, 2] }, { method: "merec" }, ["options.method: unknown-value"]],
    ["an unknown policy", { a: [1, 2] }, { missing: "zero" }, ["options.missing: unknown-value"]],
  ])("refuses %s", (_, data, options, faults) => {
    expect(faultsOf(() => weightsFromData(data as never, options as never))).toEqual(faults);
  });

  test("a faulty value names the row, and its value where it is a fact", () => {
    expect(faultsOf(() => weightsFromData([{ a: { value: "x" } }, { a: 1 }, { a: 2 }]))).toEqual([
      "0.a.value: not-a-decimal",
    ]);
  });

  test("with ids, nothing else of a row is read: what JSON can't carry may stand there", () => {
    const plain = [
      { a: 1, b: 7 },
      { a: 2, b: 5 },
      { a: 4, b: 6 },
    ];
    const rich = plain.map((row) => ({
      ...row,
      since: new Date(0),
      big: 1n,
      get trap(): never {
        throw new Error("read");
      },
    }));
    const ids = ["a", "b"] as const;
    expect(weightsFromData(rich, { ids })).toEqual(weightsFromData(plain, { ids }));
    expect(faultsOf(() => weightsFromData(rich as never))).toContain("0.since: not-json");
  });

  test("columns of other ids aren't read either, and a getter of a named id stays unread", () => {
    const since = [new Date(0)];
    expect(weightsFromData({ a: [1, 2], since } as never, { ids: ["a"] }).weights).toEqual({ a: "100" });
    const trap = {
      get a(): never {
        throw new Error("read");
      },
    };
    expect(faultsOf(() => weightsFromData([trap, { a: 2 }], { ids: ["a"] }))).toEqual(["0.a: accessor"]);
  });

  test("each misspelt id is named; one that some row has is none", () => {
    const rows = [{ volume: 1 }, { volume: 2 }, { volume: 3, visits: 1 }] as never;
    expect(faultsOf(() => weightsFromData(rows, { ids: ["volume", "vists", "visits", "x"] }))).toEqual([
      "options.ids.1: unknown-indicator",
      "options.ids.3: unknown-indicator",
    ]);
  });

  test("a hundred columns are weighed, one more is refused", () => {
    const columns = (count: number): Record<string, number[]> =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${String(index)}`, [1, 2 + index, 5]]));
    expect(faultsOf(() => weightsFromData(columns(101)))).toEqual([": too-many"]);
    expect(exactSum(weightsFromData(columns(100), { method: "critic" }).weights)).toBe(100n * 10n ** 9n);
  });
});
