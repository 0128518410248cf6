import { type Evaluation, evaluate, type FactsOf } from "keyaccount";
import { type OpportunityFacts, type OpportunityGrade, opportunityScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { pointsOf } from "./points.js";

type Facts = FactsOf<typeof opportunityScorecard>;

const allYes: Facts = deepFreeze({
  clientProject: "yes",
  businessProfile: "yes",
  financialCondition: "yes",
  accessToFunds: "yes",
  compellingEvent: "yes",
  decisionCriteria: "yes",
  solutionFit: "yes",
  resourceRequirements: "yes",
  currentRelationship: "yes",
  uniqueValue: "yes",
});
const allPartly = deepFreeze(Object.fromEntries(Object.keys(allYes).map((id) => [id, "partly"]))) as Facts;
/** 70 points: project 10, finances 8, funds 14, event 12, fit 14, unique value 12. */
const seventy: Facts = deepFreeze({
  ...allYes,
  businessProfile: "no",
  decisionCriteria: "no",
  resourceRequirements: "no",
  currentRelationship: "no",
});

const judge = (facts: Facts) => evaluate(opportunityScorecard, facts);
const decide = ({ grade, gradeCertain }: Evaluation<OpportunityFacts, OpportunityGrade>) =>
  gradeCertain ? grade : "find-out";

describe("opportunityScorecard", () => {
  test("E7.2 asks ten questions, five about the opportunity and five about us, both with half of the weight", () => {
    expect(pointsOf(judge(allYes))).toEqual({
      clientProject: 10,
      businessProfile: 6,
      financialCondition: 8,
      accessToFunds: 14,
      compellingEvent: 12,
      decisionCriteria: 8,
      solutionFit: 14,
      resourceRequirements: 6,
      currentRelationship: 10,
      uniqueValue: 12,
    });
    expect(judge(allYes).groups).toMatchObject({ opportunity: { points: 50 }, competition: { points: 50 } });
  });

  test.each<[string, Facts, number, string, boolean, string]>([
    ["all is well", allYes, 100, "go", true, "go"],
    ["seven of ten points, no more", seventy, 70, "go", true, "go"],
    ["just below", { ...seventy, financialCondition: "partly" }, 66, "find-out", true, "find-out"],
    ["everything is half clear", allPartly, 50, "find-out", true, "find-out"],
    ["nobody has asked for the budget", { ...allYes, accessToFunds: null }, 93, "go", false, "find-out"],
    ["a small question is open", { ...allYes, resourceRequirements: null }, 97, "go", true, "go"],
    ["nothing is known", {}, 50, "find-out", false, "find-out"],
    ["no money, all else open", { accessToFunds: "no" }, 43, "no-go", true, "no-go"],
    ["no money, all else well", { ...allYes, accessToFunds: "no" }, 86, "no-go", true, "no-go"],
    ["no project", { ...allYes, clientProject: "no" }, 90, "no-go", true, "no-go"],
    ["no fit", { ...allYes, solutionFit: "no" }, 86, "no-go", true, "no-go"],
    ["money in part", { ...allYes, accessToFunds: "partly" }, 93, "find-out", true, "find-out"],
    ["a project in part", { ...allYes, clientProject: "partly" }, 95, "find-out", true, "find-out"],
    ["no date", { ...allYes, compellingEvent: "no" }, 88, "find-out", true, "find-out"],
    ["unsound finances", { ...allYes, financialCondition: "no" }, 92, "find-out", true, "find-out"],
    ["nothing that only we have", { ...allYes, uniqueValue: "no" }, 88, "find-out", true, "find-out"],
    [
      "a real project that others will win",
      {
        ...allPartly,
        clientProject: "yes",
        decisionCriteria: "no",
        currentRelationship: "no",
        uniqueValue: "no",
        compellingEvent: "no",
      },
      34,
      "no-go",
      true,
      "no-go",
    ],
  ])("E7.2 %s", (_, facts, score, grade, gradeCertain, decision) => {
    const evaluation = judge(facts);
    expect(evaluation).toMatchObject({ score, grade, gradeCertain });
    expect(decide(evaluation)).toBe(decision);
  });

  test("E7.2 what to find out first comes first, with the reasons", () => {
    const evaluation = judge({ ...allYes, businessProfile: undefined, accessToFunds: null, compellingEvent: "partly" });
    expect(evaluation.unknown).toEqual(["accessToFunds", "businessProfile"]);
    expect(evaluation.reasons).toEqual([
      { code: "unknown-as-neutral", indicator: "accessToFunds", lost: 7 },
      { code: "below-full-share", indicator: "compellingEvent", lost: 6 },
      { code: "unknown-as-neutral", indicator: "businessProfile", lost: 3 },
    ]);
  });

  test("E7.2 an answer of the last quarter has to be asked again", () => {
    const status = (observedAt: string) =>
      evaluate(opportunityScorecard, { solutionFit: { value: "yes", observedAt } }, { asOf: "2026-11-21" }).indicators
        .solutionFit.status;
    expect([status("2026-08-23"), status("2026-08-22")]).toEqual(["known", "stale"]);
  });
});
