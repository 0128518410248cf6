import { evaluate, type FactsOf } from "keyaccount";
import { keyAccountScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { groupPointsOf, pointsOf } from "./points.js";

type Facts = FactsOf<typeof keyAccountScorecard>;

const good: Facts = deepFreeze({
  currentAssetRatio: "1.25",
  netMargin: "0.06",
  returnOnAssets: "0.09",
  collectionDays: 30,
  inventoryDays: 75,
  annualVolume: 8,
  purchaseShare: "0.36",
  orderFrequency: 18,
  marginContribution: "1.1",
  revenueShare: "0.03",
  lossImpact: "serious",
  relationStability: 2,
  effortWorth: "2.5",
  growthFit: 4,
});
const poor: Facts = deepFreeze({
  currentAssetRatio: "0.75",
  netMargin: "-0.02",
  returnOnAssets: 0,
  collectionDays: 90,
  inventoryDays: 120,
  annualVolume: 2,
  purchaseShare: "0.06",
  orderFrequency: 3,
  marginContribution: "0.5",
  revenueShare: "0.002",
  lossImpact: "replaceable",
  relationStability: "0.5",
  effortWorth: "0.8",
  growthFit: 2,
});

const judge = (facts: Facts) => evaluate(keyAccountScorecard, facts);

describe("keyAccountScorecard", () => {
  test.each([
    [
      "D1.2 operating figures",
      "finance",
      26,
      "currentAssetRatio netMargin returnOnAssets collectionDays inventoryDays",
    ],
    ["D1.6, E2.1 trade", "trade", 38, "annualVolume purchaseShare orderFrequency marginContribution"],
    ["E2.2 standing", "standing", 36, "revenueShare lossImpact relationStability effortWorth growthFit"],
  ])("%s has all its indicators", (_, group, weight, ids) => {
    const members = Object.entries(keyAccountScorecard.indicators).filter(([, indicator]) => indicator.group === group);
    expect(members.map(([id]) => id).join(" ")).toBe(ids);
    expect(members.reduce((sum, [, indicator]) => sum + Number(indicator.weight), 0)).toBe(weight);
  });

  test("D1.2, D1.6, E2.1, E2.2 a good account, point by point", () => {
    const evaluation = judge(good);
    expect(pointsOf(evaluation)).toEqual({
      currentAssetRatio: 4.5,
      netMargin: 7,
      returnOnAssets: 5,
      collectionDays: 9,
      inventoryDays: 3.2,
      annualVolume: 8,
      purchaseShare: 9.6,
      orderFrequency: 7.5,
      marginContribution: 15.4,
      revenueShare: 7.5,
      lossImpact: 6,
      relationStability: 4.2,
      effortWorth: 7.5,
      growthFit: 6,
    });
    expect(groupPointsOf(evaluation)).toEqual({ finance: 28.7, trade: 40.5, standing: 31.2 });
    expect(evaluation).toMatchObject({ score: 100.4, grade: "A", gradeCertain: true });
  });

  test("D1.2, D1.6, E2.1, E2.2 a poor account, point by point", () => {
    const evaluation = judge(poor);
    expect(pointsOf(evaluation)).toEqual({
      currentAssetRatio: 1.5,
      netMargin: 3,
      returnOnAssets: 2,
      collectionDays: 3,
      inventoryDays: 2,
      annualVolume: 2,
      purchaseShare: 1.6,
      orderFrequency: 1.5,
      marginContribution: 7,
      revenueShare: 1,
      lossImpact: 0,
      relationStability: 1.2,
      effortWorth: 2.4,
      growthFit: 2,
    });
    expect(evaluation).toMatchObject({ score: 30.2, grade: "D", gradeCertain: true });
  });

  test("E2.2 a prospect: trade doesn't apply, its books aren't published", () => {
    const none = { notApplicable: true } as const;
    const evaluation = judge({
      annualVolume: 10,
      effortWorth: 2,
      growthFit: 4,
      purchaseShare: none,
      orderFrequency: none,
      marginContribution: none,
      revenueShare: none,
      lossImpact: none,
      relationStability: none,
    });
    expect(evaluation).toMatchObject({ points: 22, weight: 24, score: 91.67, coverage: 0.48, low: 44, high: 116 });
    expect(evaluation).toMatchObject({ grade: "A", gradeCertain: false, worstGrade: "D", bestGrade: "A" });
    expect(evaluation.unknown).toEqual([
      "currentAssetRatio",
      "netMargin",
      "collectionDays",
      "returnOnAssets",
      "inventoryDays",
    ]);
  });

  test.each<[keyof Facts, string, number]>([
    ["netMargin", "-0.1", 0],
    ["netMargin", "-0.08", 0],
    ["netMargin", "-0.07", 0.5],
    ["netMargin", "0", 4],
    ["netMargin", "0.04", 6],
    ["netMargin", "0.2", 9],
    ["returnOnAssets", "-0.1", 0],
    ["returnOnAssets", "-0.06", 0],
    ["returnOnAssets", "-0.03", 1],
    ["returnOnAssets", "0", 2],
    ["returnOnAssets", "0.06", 4],
    ["returnOnAssets", "0.2", 6],
    ["currentAssetRatio", "0.3", 0],
    ["currentAssetRatio", "6", 6],
    ["collectionDays", "20", 9],
    ["collectionDays", "60", 4.5],
    ["inventoryDays", "0", 6],
  ])("D1.2 %s %s earns %d", (id, value, points) => {
    expect(judge({ [id]: value }).indicators[id].points).toBe(points);
  });

  test("C3.1 volume alone doesn't make a key account", () => {
    const evaluation = judge({
      ...poor,
      annualVolume: 15,
      purchaseShare: "0.45",
      orderFrequency: 15,
      marginContribution: "1.5",
    });
    expect(evaluation.groups.trade).toMatchObject({ earned: 55.5, points: 44 });
    expect(evaluation).toMatchObject({ score: 62.1, grade: "C" });
  });

  test.each<[string, Partial<Facts>, number, string]>([
    ["D1.2 half of what is due isn't covered", { currentAssetRatio: "0.4" }, 95.9, "C"],
    ["D1.2 it collects after more than 120 days", { collectionDays: 121 }, 93.63, "C"],
    ["D1.2 120 days are the last that pass", { collectionDays: 120 }, 93.65, "A"],
    ["E2.1 we earn nothing on it", { marginContribution: 0 }, 85, "C"],
    ["E2.1 we lose on it", { marginContribution: "-0.2" }, 85, "C"],
    ["E2.2 it grows away from us", { growthFit: 1 }, 94.4, "C"],
  ])("%s", (_, facts, score, grade) => {
    expect(judge({ ...good, ...facts })).toMatchObject({ score, grade });
  });

  test("E2.2 of two accounts, the one that fits our goals comes first", () => {
    const [fits, doesNot] = [judge({ ...good, growthFit: 5 }), judge({ ...good, growthFit: 3 })];
    expect([fits.score, doesNot.score]).toEqual([102.4, 98.4]);
  });

  test.each([
    ["D1.2", "netMargin", "2025-10-17", "2025-10-16"],
    ["D1.6", "annualVolume", "2026-07-24", "2026-07-23"],
    ["E2.2", "growthFit", "2025-11-21", "2025-11-20"],
  ] as const)("%s %s goes out of date", (_, id, last, first) => {
    const status = (observedAt: string) =>
      evaluate(keyAccountScorecard, { [id]: { value: 3, observedAt } }, { asOf: "2026-11-21" }).indicators[id].status;
    expect([status(last), status(first)]).toEqual(["known", "stale"]);
  });
});
