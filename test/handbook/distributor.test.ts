import { evaluate, extendScorecard, type FactsOf, reweigh } from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { pointsOf } from "./points.js";

type Facts = FactsOf<typeof distributorScorecard>;

const good: Facts = deepFreeze({
  salesReps: 9,
  salesManagement: 4,
  salesNetwork: "0.75",
  promotionAbility: 3,
  afterSalesService: 5,
  relationship: "partner",
});
const poor: Facts = deepFreeze({
  salesReps: 1,
  salesManagement: 2,
  salesNetwork: "0.15",
  promotionAbility: 1,
  afterSalesService: 2,
  relationship: "friend",
});

const judge = (facts: Facts) => evaluate(distributorScorecard, facts);

describe("distributorScorecard", () => {
  test("C3.1 asks for six indicators, none of them volume", () => {
    expect(Object.keys(distributorScorecard.indicators)).toEqual([
      "salesReps",
      "salesManagement",
      "salesNetwork",
      "promotionAbility",
      "afterSalesService",
      "relationship",
    ]);
  });

  test.each<[string, Facts, Record<string, number>, number, string]>([
    [
      "good",
      good,
      {
        salesReps: 16,
        salesManagement: 11.25,
        salesNetwork: 25,
        promotionAbility: 7.5,
        afterSalesService: 10,
        relationship: 20,
      },
      89.75,
      "A",
    ],
    [
      "poor",
      poor,
      {
        salesReps: 6,
        salesManagement: 3.75,
        salesNetwork: 5,
        promotionAbility: 0,
        afterSalesService: 2.5,
        relationship: 8,
      },
      25.25,
      "D",
    ],
  ])("C3.1 a %s distributor, point by point", (_, facts, points, score, grade) => {
    const evaluation = judge(facts);
    expect(pointsOf(evaluation)).toEqual(points);
    expect(evaluation).toMatchObject({ score, grade, gradeCertain: true });
  });

  test("C3.1 an incomplete distributor: what is known is rescaled, what isn't opens the interval", () => {
    const evaluation = judge({ salesReps: 15, relationship: "friend" });
    expect(evaluation).toMatchObject({ points: 28, weight: 40, score: 70, coverage: 0.4, low: 28, high: 98 });
    expect(evaluation).toMatchObject({ grade: "B", gradeCertain: false, worstGrade: "D", bestGrade: "A" });
  });

  test.each([
    [0, 0],
    [1, 6],
    [3, 6],
    [4, 12],
    [7, 12],
    [8, 16],
    [14, 16],
    [15, 20],
    [200, 20],
  ])("C3.1 development potential: %i salespeople earn %i points", (salesReps, points) => {
    expect(judge({ salesReps }).indicators.salesReps.points).toBe(points);
  });

  test("C2.2 an outsider is no better than C, whatever else it has", () => {
    expect(judge({ ...good, relationship: "outsider" })).toMatchObject({
      score: 69.75,
      grade: "C",
      limits: [{ index: 0, grade: "C" }],
    });
  });

  test("C3.2 the better client comes first", () => {
    const ranked = [poor, good].map(judge).sort((a, b) => Number(b.score) - Number(a.score));
    expect(ranked.map(({ grade }) => grade)).toEqual(["A", "D"]);
  });

  test("C3.3 a judgement goes out of date after a year", () => {
    const status = (observedAt: string) =>
      evaluate(distributorScorecard, { salesReps: { value: 9, observedAt } }, { asOf: "2026-11-21" }).indicators
        .salesReps.status;
    expect([status("2025-11-21"), status("2025-11-20")]).toEqual(["known", "stale"]);
  });

  test("C3.1 a host adds an indicator of its own in five lines", () => {
    const ours = extendScorecard(distributorScorecard, {
      id: "our-distributors",
      indicators: { lateness: { kind: "ratio", standard: "0.05", better: "lower", cap: 1, floor: 0 } },
      weights: {
        salesReps: 15,
        salesManagement: 15,
        salesNetwork: 20,
        promotionAbility: 15,
        afterSalesService: 10,
        relationship: 15,
        lateness: 10,
      },
    });
    const evaluation = evaluate(ours, { ...good, lateness: "0.1" });
    expect(evaluation.indicators.lateness.points).toBe(5);
    expect(evaluation.score).toBe(12 + 11.25 + 25 + 7.5 + 10 + 15 + 5);
  });

  test("C3.1 a host changes two weights", () => {
    const ours = reweigh(distributorScorecard, { salesReps: 25, relationship: 15 });
    expect(evaluate(ours, good).score).toBe(89.75 + 4 - 5);
  });
});
