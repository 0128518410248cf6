import { defineScorecard } from "keyaccount";

/** Twelve indicators of every kind, as a dealer's card has them. */
export const card = defineScorecard({
  id: "bench",
  version: "1",
  groups: { market: {}, finance: { max: "40" }, service: {} },
  indicators: {
    sellThrough: { kind: "ratio", group: "finance", weight: "15", standard: "6", cap: "1.5", floor: "0" },
    collectionDays: {
      kind: "ratio",
      group: "finance",
      weight: "10",
      standard: "45",
      better: "lower",
      cap: "1.5",
      floor: "0.5",
    },
    margin: {
      kind: "standard-score",
      group: "finance",
      weight: "15",
      standard: "0.055",
      best: "0.158",
      max: "22.5",
      min: "7.5",
    },
    debtRatio: {
      kind: "interpolate",
      group: "finance",
      weight: "10",
      knots: [
        { at: "0.402", share: "1" },
        { at: "0.534", share: "0.8" },
        { at: "0.8", share: "0" },
      ],
    },
    salesReps: {
      kind: "bands",
      group: "market",
      weight: "10",
      bands: [
        { from: null, share: "0" },
        { from: "3", share: "0.5" },
        { from: "10", share: "1" },
      ],
    },
    reputation: { kind: "rating", group: "market", weight: "10", min: 1, max: 5 },
    majorBrands: { kind: "choice", group: "market", weight: "5", options: { none: "0", some: "0.6", exclusive: "1" } },
    ownEngineers: { kind: "flag", group: "service", weight: "5" },
    afterSales: { kind: "rating", group: "service", weight: "5", min: 1, max: 5 },
    coverage: { kind: "share", group: "market", weight: "5" },
    growth: { kind: "ratio", weight: "5", standard: "0.1", cap: "2", floor: "-1" },
    disputes: { kind: "flag", weight: "5", expect: false },
  },
  limits: [{ when: { indicator: "collectionDays", above: "120" }, grade: "C" }],
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: "70" },
    { grade: "C", from: "50" },
    { grade: "D", from: null },
  ],
});

/** A client's facts, as plain values. */
export interface BenchFacts {
  readonly sellThrough: number;
  readonly collectionDays: number;
  readonly margin: number;
  readonly debtRatio: number;
  readonly salesReps: number;
  readonly reputation: number;
  readonly majorBrands: "none" | "some" | "exclusive";
  readonly ownEngineers: boolean;
  readonly afterSales: number;
  readonly coverage: number;
  readonly growth: number;
  readonly disputes: boolean;
}
