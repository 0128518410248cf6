import { evaluate, factsFromSurvey } from "keyaccount";
import { clientSurvey, dealerScorecard, distributorScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { FORM, visit } from "./form.js";

const AS_OF = { asOf: "2026-11-21" };

describe("A4.4 factsFromSurvey", () => {
  test("facts with value, day, source and verification, under the names of the facts", () => {
    const result = factsFromSurvey(
      FORM,
      [
        visit("v-1", "2026-11-02", {
          standing: { value: 4, source: "a rival", verified: true },
          creditRecord: { value: "prompt", observedAt: "2020-01-01" },
          salesReps: { value: 6 },
        }),
        visit("v-2", "2026-11-09", {
          salesReps: { value: 7 },
          ownEngineers: { value: null, notApplicable: true },
          rivals: { value: ["a"] },
        }),
        visit("v-3", "2026-11-10", { salesReps: { value: "x" } }),
      ],
      AS_OF,
    );
    expect(result).toEqual({
      v: 1,
      asOf: "2026-11-21",
      facts: {
        salesReps: { value: "7", observedAt: "2026-11-09", source: "v-2", verified: false },
        standing: { value: "4", observedAt: "2026-11-02", source: "a rival", verified: true },
        creditRecord: { value: "prompt", observedAt: "2020-01-01", source: "v-1", verified: false },
        ownEngineers: { notApplicable: true, observedAt: "2026-11-09", source: "v-2", verified: false },
      },
      contradicted: ["salesReps"],
      missing: ["marketSize"],
      issues: [{ code: "not-a-decimal", path: [2, "learnt", "salesReps", "value"], details: { received: "x" } }],
    });
  });

  test("A7.1 … A7.5 the filled form judges a dealer without a missing fact, the evaluation sharpening from visit to visit", () => {
    const first = visit("v-1", "2026-11-02", {
      marketInfluence: { value: 4 },
      majorBrands: { value: "exclusive" },
      relationNetwork: { value: 4 },
      reputation: { value: 5 },
      sellThrough: { value: 6 },
      brandStrength: { value: "0.6" },
      distributionMargin: { value: "0.12" },
      creditRecord: { value: "prompt" },
    });
    const second = visit("v-2", "2026-11-09", {
      salesTeam: { value: 4 },
      managementSystem: { value: 4 },
      topManagement: { value: 4 },
      ownEngineers: { value: true },
      afterSales: { value: "own-team" },
      marketingNetwork: { value: 4 },
      networkEfficiency: { value: "0.8" },
      marketingTeam: { value: 4 },
    });
    const after = [[first], [first, second]].map((visits) =>
      evaluate(dealerScorecard, factsFromSurvey(clientSurvey, visits, AS_OF).facts, AS_OF),
    );
    const width = ({ low, high }: (typeof after)[number]): number => (high ?? 0) - (low ?? 0);
    expect(after.map(({ coverage }) => coverage)).toEqual([0.52, 1]);
    expect(after.map(width)).toEqual([expect.any(Number), 0]);
    expect(width(after[0] as never)).toBeGreaterThan(0);
    expect(after[1]).toMatchObject({ grade: "A", gradeCertain: true, issues: [] });
    expect(after[1]?.indicators.salesTeam.source).toBe("v-2");
  });

  test("C3.1 it feeds the distributors' scorecard too", () => {
    const visits = [
      visit("v-1", "2026-11-02", {
        salesReps: { value: 8 },
        salesManagement: { value: 3 },
        salesNetwork: { value: "0.6" },
        promotionAbility: { value: 3 },
        afterSalesService: { value: 3 },
        relationship: { value: "supplier" },
      }),
    ];
    const { score, coverage } = evaluate(
      distributorScorecard,
      factsFromSurvey(clientSurvey, visits, AS_OF).facts,
      AS_OF,
    );
    // 16 + 7.5 + 20 + 7.5 + 5 + 14
    expect([score, coverage]).toEqual([70, 1]);
  });
});
