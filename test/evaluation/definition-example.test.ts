import { defineScorecard, evaluate } from "keyaccount";
import { expect, test } from "vitest";

const card = defineScorecard({
  id: "dealer",
  version: "1",
  total: "100",
  scale: 4,
  groups: { market: {}, finance: { max: "40" } },
  indicators: {
    sellThrough: {
      kind: "ratio",
      group: "finance",
      weight: "20",
      standard: "6",
      better: "higher",
      cap: "1.5",
      floor: "0",
    },
    collectionDays: { kind: "ratio", weight: "15", standard: "45", better: "lower", cap: "1.5", floor: "0.5" },
    margin: { kind: "standard-score", weight: "20", standard: "0.055", best: "0.158", max: "30", min: "10" },
    debtRatio: {
      kind: "interpolate",
      weight: "15",
      knots: [
        { at: "0.402", share: "1" },
        { at: "0.534", share: "0.8" },
        { at: "0.666", share: "0" },
      ],
    },
    salesReps: {
      kind: "bands",
      weight: "10",
      bands: [
        { from: null, share: "0" },
        { from: "3", share: "0.5" },
        { from: "10", share: "1" },
      ],
    },
    reputation: { kind: "rating", weight: "10", min: 1, max: 5 },
    majorBrands: { kind: "choice", weight: "5", options: { none: "0", some: "0.6", exclusive: "1" } },
    ownEngineers: { kind: "flag", weight: "5" },
  },
  missing: "exclude",
  limits: [{ when: { indicator: "collectionDays", above: "120" }, grade: "C" }],
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: "70" },
    { grade: "C", from: "50" },
    { grade: "D", from: null },
  ],
});

test("A7.6 the design's own scorecard: standards met earn exactly the weights", () => {
  const facts = {
    sellThrough: 6,
    collectionDays: 45,
    margin: "0.055",
    debtRatio: 0.402,
    salesReps: 10,
    reputation: 5,
    majorBrands: "exclusive",
    ownEngineers: true,
  } as const;
  const result = evaluate(card, facts);
  expect(Object.values(result.indicators).map(({ points }) => points)).toEqual([20, 15, 20, 15, 10, 10, 5, 5]);
  expect([result.score, result.grade, result.gradeCertain]).toEqual([100, "A", true]);
  const late = evaluate(card, { ...facts, collectionDays: 121 });
  // 45 ÷ 121 lies below the floor: half of 15. The score would be an A, the limit leaves a C.
  expect([late.indicators.collectionDays.points, late.score, late.grade]).toEqual([7.5, 92.5, "C"]);
});

test("A7.6 the design's own scorecard: values off the standard, worked by hand", () => {
  const result = evaluate(card, {
    sellThrough: 4.5, // 20 × 0.75
    collectionDays: 60, // 15 × 45 ÷ 60
    margin: "0.1065", // half-way from 0.055 to 0.158: 20 + 5
    debtRatio: "0.6", // 0.534 … 0.666: 0.8 × 0.066 ÷ 0.132 = 0.4 of 15
    salesReps: "9.99", // still the band from 3
    reputation: 4, // 3 ÷ 4 of 10
    majorBrands: "some", // 0.6 of 5
    ownEngineers: false,
  });
  expect(Object.values(result.indicators).map(({ points }) => points)).toEqual([15, 11.25, 25, 6, 5, 7.5, 3, 0]);
  expect([result.score, result.grade]).toEqual([72.75, "B"]);
});
