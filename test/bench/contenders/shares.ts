import type { BenchFacts } from "../subject.js";

export const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

function interpolate(ratio: number): number {
  if (ratio <= 0.402) return 1;
  if (ratio <= 0.534) return 1 - ((ratio - 0.402) / 0.132) * 0.2;
  return ratio <= 0.8 ? 0.8 - ((ratio - 0.534) / 0.266) * 0.8 : 0;
}

/** The card's shares as functions, for an engine that compares and doesn't compute. */
export const SHARES: { readonly [K in keyof BenchFacts]: (value: BenchFacts[K]) => number } = {
  sellThrough: (value) => clamp(value / 6, 0, 1.5),
  collectionDays: (value) => clamp(45 / value, 0.5, 1.5),
  margin: (value) => clamp(15 + (value - 0.055) / ((0.158 - 0.055) / 7.5), 7.5, 22.5) / 15,
  debtRatio: interpolate,
  salesReps: (value) => (value < 3 ? 0 : value < 10 ? 0.5 : 1),
  reputation: (value) => (value - 1) / 4,
  majorBrands: (value) => ({ none: 0, some: 0.6, exclusive: 1 })[value],
  ownEngineers: (value) => (value ? 1 : 0),
  afterSales: (value) => (value - 1) / 4,
  coverage: (value) => value,
  growth: (value) => clamp(value / 0.1, -1, 2),
  disputes: (value) => (value ? 0 : 1),
};
