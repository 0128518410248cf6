import { evaluate, type FactsOf } from "keyaccount";
import { dealerScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { groupPointsOf, pointsOf } from "./points.js";

type Facts = FactsOf<typeof dealerScorecard>;

const good: Facts = deepFreeze({
  marketInfluence: 5,
  majorBrands: "exclusive",
  relationNetwork: 4,
  reputation: 4,
  sellThrough: "7.5",
  brandStrength: "0.45",
  distributionMargin: "0.15",
  creditRecord: "prompt",
  salesTeam: 4,
  managementSystem: 3,
  topManagement: 5,
  ownEngineers: true,
  afterSales: "own-team",
  marketingNetwork: 4,
  networkEfficiency: "0.65",
  marketingTeam: 3,
});
const poor: Facts = deepFreeze({
  marketInfluence: 2,
  majorBrands: "none",
  relationNetwork: 2,
  reputation: 2,
  sellThrough: 3,
  brandStrength: "0.1",
  distributionMargin: "0.04",
  creditRecord: "minor-delays",
  salesTeam: 2,
  managementSystem: 1,
  topManagement: 3,
  ownEngineers: false,
  afterSales: "with-maker",
  marketingNetwork: 2,
  networkEfficiency: "0.2",
  marketingTeam: 1,
});
const firstVisit: Facts = deepFreeze({ marketInfluence: 3, majorBrands: "some", salesTeam: 3, afterSales: "own-team" });

const judge = (facts: Facts, asOf?: string) => evaluate(dealerScorecard, facts, { asOf });

describe("dealerScorecard", () => {
  test.each([
    ["A7.1 market position", "market", ["marketInfluence", "majorBrands", "relationNetwork", "reputation"], 22],
    ["A7.2 finance", "finance", ["sellThrough", "brandStrength", "distributionMargin", "creditRecord"], 30],
    ["A7.3 management", "management", ["salesTeam", "managementSystem", "topManagement"], 20],
    ["A7.4 technical service", "service", ["ownEngineers", "afterSales"], 10],
    ["A7.5 marketing", "marketing", ["marketingNetwork", "networkEfficiency", "marketingTeam"], 18],
  ])("%s has all its indicators", (_, group, ids, weight) => {
    const members = Object.entries(dealerScorecard.indicators).filter(([, indicator]) => indicator.group === group);
    expect(members.map(([id]) => id)).toEqual(ids);
    expect(members.reduce((sum, [, indicator]) => sum + Number(indicator.weight), 0)).toBe(weight);
  });

  test("A7.6 a good dealer, point by point", () => {
    const evaluation = judge(good);
    expect(pointsOf(evaluation)).toEqual({
      marketInfluence: 7,
      majorBrands: 5,
      relationNetwork: 3,
      reputation: 4.5,
      sellThrough: 10,
      brandStrength: 3.2,
      distributionMargin: 7.5,
      creditRecord: 12,
      salesTeam: 6,
      managementSystem: 3,
      topManagement: 6,
      ownEngineers: 4,
      afterSales: 6,
      marketingNetwork: 4.5,
      networkEfficiency: 5.95,
      marketingTeam: 2.5,
    });
    expect(groupPointsOf(evaluation)).toEqual({
      market: 19.5,
      finance: 32.7,
      management: 15,
      service: 10,
      marketing: 12.95,
    });
    expect(evaluation).toMatchObject({ score: 90.15, grade: "A", gradeCertain: true, coverage: 1 });
  });

  test("A7.6 a poor dealer, point by point", () => {
    const evaluation = judge(poor);
    expect(pointsOf(evaluation)).toEqual({
      marketInfluence: 1.75,
      majorBrands: 0,
      relationNetwork: 1,
      reputation: 1.5,
      sellThrough: 4,
      brandStrength: 0.8,
      distributionMargin: 2,
      creditRecord: 8.4,
      salesTeam: 2,
      managementSystem: 0,
      topManagement: 3,
      ownEngineers: 0,
      afterSales: 3,
      marketingNetwork: 1.5,
      networkEfficiency: 1.96,
      marketingTeam: 0,
    });
    expect(evaluation).toMatchObject({ score: 30.91, grade: "D", gradeCertain: true });
  });

  test("A4.4 after the first visit the rest is unknown and left out, also the credit record", () => {
    const evaluation = judge(firstVisit);
    expect(evaluation).toMatchObject({ points: 16.5, weight: 26, score: 63.46, coverage: 0.26, low: 16.5, high: 93.5 });
    expect(evaluation).toMatchObject({ grade: "C", gradeCertain: false, worstGrade: "D", bestGrade: "A" });
    expect(evaluation.indicators.creditRecord).toMatchObject({ status: "unknown", missing: "exclude", points: null });
    expect(evaluation.unknown[0]).toBe("creditRecord");
  });

  test("A7.6 with no facts at all there is no score and no grade", () => {
    const evaluation = judge({});
    expect(evaluation).toMatchObject({ score: null, grade: null, coverage: 0, points: 0, weight: 0, reasons: [] });
  });

  test("A7.2 an unknown credit record costs a good dealer no points, but holds it to a B", () => {
    const { creditRecord: _, ...unasked } = good;
    const evaluation = judge(unasked);
    expect(evaluation).toMatchObject({ points: 78.15, weight: 88, score: 88.81, coverage: 0.88 });
    expect(evaluation).toMatchObject({ low: 78.15, high: 90.15, worstGrade: "D", bestGrade: "A" });
    expect(evaluation).toMatchObject({ grade: "B", gradeCertain: false });
    expect(evaluation.limits).toEqual([{ index: 2, when: { indicator: "creditRecord", known: false }, grade: "B" }]);
  });

  test("A7.2 who is a D stays one while the credit record is unknown", () => {
    const { creditRecord: _, ...unasked } = poor;
    expect(judge(unasked)).toMatchObject({ points: 22.51, weight: 88, score: 25.58, grade: "D" });
  });

  test("A7.2 riches beyond a tenth above the weight of finance don't count", () => {
    const evaluation = judge({ ...good, sellThrough: 9, brandStrength: 1, distributionMargin: "0.18" });
    expect(evaluation.groups.finance).toMatchObject({ earned: 37, points: 33, max: 33 });
    expect(evaluation.reasons[0]).toEqual({ code: "group-capped", group: "finance", lost: 4 });
    expect(evaluation.score).toBe(90.45);
  });

  test("A7.2 a loss on distribution costs no more than the weight", () => {
    expect(judge({ ...good, distributionMargin: "-0.3" }).indicators.distributionMargin.points).toBe(0);
  });

  test.each<[string, Partial<Facts>, number, string]>([
    ["A7.2 a default is a D", { creditRecord: "defaulted" }, 78.15, "D"],
    ["A7.2 repeated delays leave a B", { creditRecord: "repeated-delays" }, 81.75, "B"],
    ["A7.1 the worst reputation leaves a C", { reputation: 1 }, 85.65, "C"],
    ["A7.3 a top management below 2 leaves a C", { topManagement: "1.5" }, 84.9, "C"],
    ["A7.3 a top management of 2 knocks nobody out", { topManagement: 2 }, 85.65, "A"],
  ])("%s", (_, facts, score, grade) => {
    expect(judge({ ...good, ...facts })).toMatchObject({ score, grade });
  });

  test("A5.2 who sells slower and pays ranks above who sells faster and pays late", () => {
    const fast = judge({ ...good, sellThrough: 9, creditRecord: "repeated-delays" });
    const slow = judge({ ...good, sellThrough: 6 });
    expect([slow.score, fast.score]).toEqual([88.15, 83.75]);
  });

  test.each([
    ["180 days", "2026-05-25", "known", 12],
    ["181 days", "2026-05-24", "stale", null],
  ] as const)("A7.2 a credit record of %s is %s … %s", (_, observedAt, status, points) => {
    const { creditRecord } = judge({ ...good, creditRecord: { value: "prompt", observedAt } }, "2026-11-21").indicators;
    expect(creditRecord).toMatchObject({ status, points });
  });

  test.each([
    ["sellThrough", 400, "2025-10-17", "2025-10-16"],
    ["reputation", 365, "2025-11-21", "2025-11-20"],
    ["ownEngineers", 365, "2025-11-21", "2025-11-20"],
  ] as const)("E3 %s goes out of date after %i days", (id, _, last, first) => {
    const value = good[id];
    const at = (observedAt: string) =>
      judge({ ...good, [id]: { value, observedAt } }, "2026-11-21").indicators[id].status;
    expect([at(last), at(first)]).toEqual(["known", "stale"]);
  });
});
