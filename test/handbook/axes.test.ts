import { evaluate } from "keyaccount";
import { creditScorecard, loyaltyScorecard, sellingScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { pointsOf } from "./points.js";

describe("C2, E4.1 loyaltyScorecard", () => {
  test.each([
    // 0.3 lies half between 0.1 → 0.2 and 0.5 → 0.8: 0.5 × 40; 2 years half between 0.3 and 0.7: 0.5 × 20
    [
      "a switcher half with us",
      { purchaseShare: 0.3, tradeRegularity: 0.75, relationStability: 2, brandLoyalty: "switcher" },
      [20, 15, 10, 6],
      51,
      "C",
    ],
    [
      "loyal in everything",
      { purchaseShare: "0.9", tradeRegularity: 1, relationStability: 7, brandLoyalty: "loyal" },
      [40, 20, 20, 20],
      100,
      "A",
    ],
    [
      "a stranger",
      { purchaseShare: 0, tradeRegularity: 0, relationStability: 0, brandLoyalty: "none" },
      [0, 0, 0, 0],
      0,
      "D",
    ],
  ] as const)("%s", (_, facts, points, score, grade) => {
    const result = evaluate(loyaltyScorecard, facts);
    expect(Object.values(pointsOf(result))).toEqual(points);
    expect([result.score, result.grade]).toEqual([score, grade]);
  });
});

describe("C4 creditScorecard", () => {
  test("pays a quarter late, three in ten of its invoices, and disputes one in twenty", () => {
    // 1.25 → 0.75 × 50; 0.3 half between 0.7 and 0 → 0.35 × 30; 0.05 → 0.5 × 20
    const result = evaluate(creditScorecard, { collectionToTerms: 1.25, latePayments: 0.3, disputedInvoices: 0.05 });
    expect(Object.values(pointsOf(result))).toEqual([37.5, 10.5, 10]);
    expect([result.score, result.grade]).toEqual([58, "C"]);
  });

  test("twice the agreed days is a C at best; not knowing them a B", () => {
    expect(evaluate(creditScorecard, { collectionToTerms: 2, latePayments: 0, disputedInvoices: 0 }).grade).toBe("C");
    const unasked = evaluate(creditScorecard, { latePayments: 0, disputedInvoices: 0 });
    expect([unasked.score, unasked.grade]).toEqual([100, "B"]);
  });
});

describe("C4 sellingScorecard", () => {
  test("a sitting merchant turns its stock, and doesn't grow", () => {
    // 5 ÷ 6 × 60 = 50; growth 0 → 0.4 × 40
    const result = evaluate(sellingScorecard, { sellThrough: 5, salesGrowth: 0 });
    expect(Object.values(pointsOf(result))).toEqual([50, 16]);
    expect(evaluate(sellingScorecard, { sellThrough: 9, salesGrowth: "0.3" }).score).toBe(115);
    expect(evaluate(sellingScorecard, { sellThrough: 2, salesGrowth: "-0.05" }).score).toBe(28);
  });
});

test("E4.1 attitude to brands: loyal, a switcher, none; a fifth of loyalty's points, three tenths of them, none of them", () => {
  const points = (brandLoyalty: "loyal" | "switcher" | "none"): unknown =>
    pointsOf(evaluate(loyaltyScorecard, { brandLoyalty }))["brandLoyalty"];
  expect([points("loyal"), points("switcher"), points("none")]).toEqual([20, 6, 0]);
  expect(evaluate(loyaltyScorecard, {}).indicators.brandLoyalty.points).toBeNull();
});
