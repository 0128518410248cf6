import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type Quantity, weightsFromPoints } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { exactSum, faultsOf, issuesOf } from "./faults.js";
import { largestRemainder } from "./oracle.js";

describe("C3.1 weights from points", () => {
  test("direct: in proportion, whatever the scale of the points", () => {
    expect(weightsFromPoints(deepFreeze({ a: 30, b: "15.0", c: 15 }))).toEqual({
      method: "direct",
      total: "100",
      scale: 2,
      weights: { a: "50", b: "25", c: "25" },
      shares: { a: 0.5, b: 0.25, c: 0.25 },
      notes: [],
    });
    expect(weightsFromPoints({ a: "3e10", b: "1.5e10" }, { total: "1", scale: 4 }).weights).toEqual({
      a: "0.6667",
      b: "0.3333",
    });
    expect(weightsFromPoints({ a: 0.003, b: 0.001 }, { method: "direct" }).weights).toEqual({ a: "75", b: "25" });
  });

  test("swing: the largest swing is 100", () => {
    const result = weightsFromPoints({ a: 60, b: 100, c: "40" }, { method: "swing" });
    expect([result.method, result.weights]).toEqual(["swing", { a: "30", b: "50", c: "20" }]);
    expect(issuesOf(() => weightsFromPoints({ a: 60, b: "99.9" }, { method: "swing" }))).toEqual([
      { code: "largest-not-hundred", path: [], details: { largest: "99.9" } },
    ]);
    expect(issuesOf(() => weightsFromPoints({ a: 100, b: 100.5, c: 200 }, { method: "swing" }))).toEqual([
      { code: "out-of-range", path: ["b"], details: { received: "100.5", least: 0, most: 100 } },
      { code: "out-of-range", path: ["c"], details: { received: "200", least: 0, most: 100 } },
    ]);
  });

  test("zero points leave the least weight and say so; all zero leave nothing to share", () => {
    expect(weightsFromPoints({ a: 1, b: 0, c: 0 }, { scale: 0 })).toMatchObject({
      weights: { a: "98", b: "1", c: "1" },
      notes: [
        { code: "raised-to-least", id: "b", share: 0, weight: "1" },
        { code: "raised-to-least", id: "c", share: 0, weight: "1" },
      ],
    });
    expect(faultsOf(() => weightsFromPoints({ a: 0, b: "-0" }))).toEqual([": nothing-to-share"]);
  });

  test("who had a unit but for those raised keeps one", () => {
    // 10 units: quotas 9.4, 0.6, 0 give 9, 1, 0; raising c leaves 9, of which b's quota is 0.54: again one.
    expect(weightsFromPoints({ a: 94, b: 6, c: 0 }, { scale: 0, total: 10 }).weights).toEqual({
      a: "8",
      b: "1",
      c: "1",
    });
    // 4 units: 2.2, 1.4, 0.2, 0.2 give 2, 1, … and 1 to b; both of the last are raised, and 2 are left for a and b.
    expect(weightsFromPoints({ a: 11, b: 7, c: 1, d: 1 }, { scale: 0, total: 4 })).toMatchObject({
      weights: { a: "1", b: "1", c: "1", d: "1" },
      notes: [{ id: "c" }, { id: "d" }],
    });
    // Raising d takes the unit that c had got by its remainder: it is raised in turn.
    expect(weightsFromPoints({ a: 60, b: 30, c: 9, d: 1 }, { scale: 0, total: 6 })).toMatchObject({
      weights: { a: "3", b: "1", c: "1", d: "1" },
    });
  });

  test("the weights are the largest remainder's wherever nobody is raised, and always sum exactly", () => {
    const points = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer({ min: 1, max: 1000 }), {
      minKeys: 1,
      maxKeys: 12,
    });
    fc.assert(
      fc.property(points, (given) => {
        const { weights, notes, shares } = weightsFromPoints(given);
        const exact = Object.values(given).map((value) => new Decimal(value));
        const sum = exact.reduce((added, value) => added.plus(value), new Decimal(0));
        expect(exactSum(weights)).toBe(100n * 10n ** 9n);
        expect(Object.keys(weights)).toEqual(Object.keys(given));
        expect(Object.values(shares)).toEqual(exact.map((value) => value.div(sum).toDecimalPlaces(6).toNumber()));
        if (notes.length > 0) return;
        expect(Object.values(weights).map((text) => Math.round(Number(text) * 100))).toEqual(
          largestRemainder(exact, 10_000),
        );
      }),
    );
  });

  test.each<[string, unknown, string[]]>([
    ["no points", {}, [": too-few"]],
    ["a list", [1, 2], [": wrong-type", ": too-few"]],
    ["null", null, [": wrong-type", ": too-few"]],
    ["negative points", { a: -1, b: 2 }, ["a: out-of-range"]],
    ["texts and gaps", { a: "many", b: null, c: "1,5" }, ["a: not-a-decimal", "b: wrong-type", "c: not-a-decimal"]],
    ["unsafe ids", { 12: 1, "a b": 2, constructor: 3 }, ["12: unsafe-id", "a b: unsafe-id", "constructor: unsafe-id"]],
  ])("refuses %s", (_, points, faults) => {
    expect(faultsOf(() => weightsFromPoints(points as Record<string, Quantity>))).toEqual(faults);
  });

  test("refuses unknown options, and more than a thousand ids", () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`i${String(index)}`, 1]));
    expect(faultsOf(() => weightsFromPoints(many))).toEqual([": too-many"]);
    expect(faultsOf(() => weightsFromPoints({ a: 1 }, { method: "smart" } as never))).toEqual([
      "options.method: unknown-value",
    ]);
  });
});
