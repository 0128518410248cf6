import { defineScorecard, hashScorecard, isKeyAccountError, type KeyAccountErrorCode, reweigh } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const base = defineScorecard({
  id: "base",
  version: "1",
  scale: 2,
  indicators: {
    potential: { kind: "rating", weight: "40", min: 1, max: 5 },
    margin: { kind: "standard-score", weight: "30", standard: "0.05", best: "0.15", max: "45", min: "10" },
    service: { kind: "flag", weight: "30" },
  },
  missing: "worst",
  limits: [{ when: { indicator: "service", is: false }, grade: "B" }],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});

function faultsOf(run: () => unknown): [KeyAccountErrorCode, string, object][] {
  try {
    run();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path, details }) => [code, path.join("."), details]);
    throw error;
  }
  return [];
}

describe("C3.1 reweigh", () => {
  test("changes the weights that are given and nothing else", () => {
    const before = JSON.stringify(base);
    const swapped = reweigh(base, deepFreeze({ potential: "30.0", service: 40 }));
    expect(swapped).toEqual({
      ...base,
      indicators: {
        potential: { ...base.indicators.potential, weight: "30" },
        margin: base.indicators.margin,
        service: { ...base.indicators.service, weight: "40" },
      },
    });
    expect(Object.keys(swapped.indicators)).toEqual(["potential", "margin", "service"]);
    expect(Object.isFrozen(swapped.indicators.service)).toBe(true);
    expect(JSON.stringify(base)).toBe(before);
    expect(hashScorecard(swapped)).not.toBe(hashScorecard(base));
  });

  test("without weights gives the same scorecard, with undefined ones too", () => {
    expect(hashScorecard(reweigh(base, {}))).toBe(hashScorecard(base));
    expect(hashScorecard(reweigh(base, { margin: undefined } as never))).toBe(hashScorecard(base));
  });

  test.each([
    // 45 × 20 ÷ 30 and 10 × 20 ÷ 30, rounded half away from zero to the scale's two decimals.
    ["20", "30", "6.67"],
    ["40", "60", "13.33"],
    ["15", "22.5", "5"],
    ["30.01", "45.02", "10"],
    // 45 ÷ 30 × 0.01 = 0.015 and 10 ÷ 30 × 0.01: a tie that goes up.
    ["0.01", "0.02", "0"],
  ])("a standard score's bounds keep their proportion: weight %s, max %s, min %s", (weight, max, min) => {
    const rest = (70 - Number(weight)).toFixed(2);
    const { margin } = reweigh(base, { margin: weight, potential: 30, service: rest }).indicators;
    expect(margin).toEqual({ ...base.indicators.margin, weight, max, min });
  });

  test("takes a new id and version; undefined ones stay as they are", () => {
    const named = reweigh(base, {}, { id: "segment", version: "2" });
    expect([named.id, named.version]).toEqual(["segment", "2"]);
    const kept = reweigh(base, {}, { id: undefined, version: undefined });
    expect([kept.id, kept.version]).toEqual(["base", "1"]);
  });

  test("the weights must sum to the total exactly", () => {
    expect(faultsOf(() => reweigh(base, { potential: 41 }))).toEqual([
      ["weights-not-total", "indicators", { sum: "101", total: "100" }],
    ]);
  });

  test("all unknown ids are named at once", () => {
    expect(faultsOf(() => reweigh(base, { potental: 1, service: 2, toString: 3 } as never))).toEqual([
      ["unknown-indicator", "weights.potental", { indicator: "potental" }],
      ["unknown-indicator", "weights.toString", { indicator: "toString" }],
    ]);
  });

  test("all faulty weights are named at once", () => {
    expect(faultsOf(() => reweigh(base, { potential: "1,5", margin: "-3", service: null } as never))).toEqual([
      ["not-a-decimal", "indicators.potential.weight", { received: "1,5" }],
      ["not-positive", "indicators.margin.weight", { received: "-3" }],
      ["wrong-type", "indicators.service.weight", { expected: "decimal", received: "null" }],
    ]);
  });

  test("a base that was never parsed is checked with the rest", () => {
    const copy = JSON.parse(JSON.stringify(base)) as typeof base;
    expect(hashScorecard(reweigh(copy, { potential: 30, service: 40 }))).toBe(
      hashScorecard(reweigh(base, { potential: 30, service: 40 })),
    );
    for (const scale of [-1, 2.5, 1e9, Number.NaN]) {
      expect(
        faultsOf(() => reweigh({ ...copy, scale }, { margin: 20, service: 40 })).map(
          ([code, path]) => `${path}: ${code}`,
        ),
      ).toEqual(["scale: out-of-range"]);
    }
    const faulty = {
      ...copy,
      indicators: { ...copy.indicators, margin: { ...copy.indicators.margin, max: "much" } },
    };
    expect(faultsOf(() => reweigh(faulty, { margin: 20 })).map(([code, path]) => `${path}: ${code}`)).toEqual([
      "indicators.margin.max: not-a-decimal",
    ]);
  });
});
