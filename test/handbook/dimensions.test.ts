import { evaluate, type FactsOf } from "keyaccount";
import { dealerScorecard } from "keyaccount/handbook";
import { expect, test } from "vitest";

const groupOf = (facts: FactsOf<typeof dealerScorecard>, group: keyof typeof dealerScorecard.groups) =>
  evaluate(dealerScorecard, facts).groups[group];

test("A7.1 market position: 5.25 of 7, 3 of 5, 2 of 4 and 6 of 6 are 16.25 of 22", () => {
  const facts = { marketInfluence: 4, majorBrands: "some", relationNetwork: 3, reputation: 5 } as const;
  expect(groupOf(facts, "market")).toEqual({ weight: 22, points: 16.25, earned: 16.25, max: null, coverage: 1 });
  expect(evaluate(dealerScorecard, facts)).toMatchObject({ score: 73.86, coverage: 0.22, grade: "B" });
});

test("A7.2 finance: 8 of 8, 3.2 of 4, 3 of 6 and 8.4 of 12 are 22.6 of 30; 37 would be held to 33", () => {
  const facts = {
    sellThrough: 6,
    brandStrength: "0.45",
    distributionMargin: "0.06",
    creditRecord: "minor-delays",
  } as const;
  expect(groupOf(facts, "finance")).toMatchObject({ weight: 30, points: 22.6, earned: 22.6 });
  const best = { sellThrough: 9, brandStrength: "0.6", distributionMargin: "0.18", creditRecord: "prompt" } as const;
  expect(groupOf(best, "finance")).toMatchObject({ points: 33, earned: 37, max: 33 });
});

test("A7.3 management: 4 of 8, 4.5 of 6 and 1.5 of 6 are 10 of 20", () => {
  const facts = { salesTeam: 3, managementSystem: 4, topManagement: 2 };
  expect(groupOf(facts, "management")).toMatchObject({ weight: 20, points: 10 });
});

test("A7.4 technical service: own engineers 4 of 4, after-sales with the maker 3 of 6", () => {
  expect(groupOf({ ownEngineers: true, afterSales: "with-maker" }, "service")).toMatchObject({ weight: 10, points: 7 });
  expect(groupOf({ ownEngineers: false, afterSales: "none" }, "service")).toMatchObject({ points: 0, coverage: 1 });
});

test("A7.5 marketing: 6 of 6, 5.95 of 7 and 2.5 of 5 are 14.45 of 18", () => {
  const facts = { marketingNetwork: 5, networkEfficiency: "0.65", marketingTeam: 3 };
  expect(groupOf(facts, "marketing")).toMatchObject({ weight: 18, points: 14.45 });
});
