import type { BenchFacts } from "../subject.js";

/** What every engine must answer: what each indicator earned, what it comes to, and, if it explains itself, where points went. */
export interface Answer {
  readonly points: Readonly<Record<string, number>>;
  readonly score: number;
  readonly grade: string;
  readonly reasons?: readonly Loss[];
}

/** An indicator that lost points. */
export interface Loss {
  readonly indicator: string;
  readonly lost: number;
}

/** An engine that only answers through a promise. */
export type Judge = (facts: BenchFacts) => Promise<Answer>;

/** The weight of every indicator, for engines that are told them one by one. */
export const WEIGHTS: Readonly<Record<keyof BenchFacts, number>> = {
  sellThrough: 15,
  collectionDays: 10,
  margin: 15,
  debtRatio: 10,
  salesReps: 10,
  reputation: 10,
  majorBrands: 5,
  ownEngineers: 5,
  afterSales: 5,
  coverage: 5,
  growth: 5,
  disputes: 5,
};

export const IDS = Object.keys(WEIGHTS) as readonly (keyof BenchFacts)[];

/** Who belongs to which group. */
export const GROUPS = {
  finance: ["sellThrough", "collectionDays", "margin", "debtRatio"],
  market: ["salesReps", "reputation", "majorBrands", "coverage"],
  service: ["ownEngineers", "afterSales"],
} as const;

/** Who belongs to none. */
export const UNGROUPED = ["growth", "disputes"] as const;
