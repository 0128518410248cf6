import { compareEvaluations, defineScorecard, evaluate, reweigh } from "keyaccount";
import { describe, expect, test } from "vitest";

const grades = [
  { grade: "A", from: "80" },
  { grade: "B", from: "50" },
  { grade: "C", from: null },
] as const;

const pair = defineScorecard({
  id: "pair",
  version: "1",
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
  grades,
});

describe("C3.2 why a score changed, worked out by hand", () => {
  test("C3.2 excluded, then known: 45 of 60 is 75; with 40 of 40 it is 85; all 10 are the new fact's", () => {
    const comparison = compareEvaluations(evaluate(pair, { a: "0.75" }), evaluate(pair, { a: "0.75", b: 1 }));
    expect(comparison).toMatchObject({ scale: 4, change: 10, method: "shapley" });
    expect(comparison.parts).toEqual([
      {
        code: "became-known",
        indicator: "b",
        points: 10,
        before: { status: "unknown", actual: null, weight: 40, points: null },
        after: { status: "known", actual: 1, weight: 40, points: 40 },
        byIndicator: [],
      },
    ]);
  });

  test("C3.2 a known fact that falls while another becomes known: two orders, halved", () => {
    // v() = 75, v(a) = 30/60 = 50, v(b) = 45 + 40 = 85, v(a, b) = 30 + 40 = 70.
    // a: half of (50 − 75) + (70 − 85) = −20; b: half of (85 − 75) + (70 − 50) = 15.
    const { change, parts } = compareEvaluations(evaluate(pair, { a: "0.75" }), evaluate(pair, { a: "0.5", b: 1 }));
    expect(change).toBe(-5);
    expect(parts.map(({ code, indicator, points }) => [code, indicator, points])).toEqual([
      ["fact-changed", "a", -20],
      ["became-known", "b", 15],
    ]);
  });

  test("C3.2 two facts share a group's maximum of 50: 40 + 30, held to 50, from 10 + 10", () => {
    // v() = 20, v(a) = 40 + 10 = 50, v(b) = 10 + 30 = 40, v(a, b) = 70 held to 50.
    // a: half of 30 + 10 = 20; b: half of 20 + 0 = 10.
    const card = defineScorecard({
      id: "held",
      version: "1",
      groups: { g: { max: "50" } },
      indicators: { a: { kind: "share", weight: "60", group: "g" }, b: { kind: "share", weight: "40", group: "g" } },
      grades: [{ grade: "A", from: null }],
    });
    const before = evaluate(card, { a: "0.16666667", b: "0.25" });
    const after = evaluate(card, { a: "0.66666667", b: "0.75" });
    const { parts, change } = compareEvaluations(before, after);
    expect(change).toBe(30);
    expect(parts.map(({ indicator, points }) => [indicator, points])).toEqual([
      ["a", 20],
      ["b", 10],
    ]);
  });

  test("C3.2 other weights and another fact: 60/40 to 50/50, a from 1 to 0.5, b stays at 0.5", () => {
    // v() = 60 + 20 = 80, v(w) = 50 + 25 = 75, v(a) = 30 + 20 = 50, v(w, a) = 25 + 25 = 50.
    // w: half of −5 + 0 = −2.5; a: half of −30 − 25 = −27.5. Weight is worth what its share lies above the mean score, 65:
    // a, at 75 % in the mean, loses 10 × (0.75 − 0.65) = 1; b, at 50 %, gains 10 × (0.5 − 0.65) = −1.5.
    const other = reweigh(pair, { a: "50", b: "50" }, { version: "2" });
    const comparison = compareEvaluations(
      evaluate(pair, { a: 1, b: "0.5" }),
      evaluate(other, { a: "0.5", b: "0.50" }),
      {
        scorecards: [pair, other],
      },
    );
    expect(comparison.parts.map(({ code, indicator, points }) => [code, indicator, points])).toEqual([
      ["fact-changed", "a", -27.5],
      ["weights", null, -2.5],
    ]);
    expect(comparison.parts[1]?.byIndicator).toEqual([
      { indicator: "a", points: -1 },
      { indicator: "b", points: -1.5 },
    ]);
  });
});
