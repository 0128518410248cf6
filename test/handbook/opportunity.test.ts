import * as fc from "fast-check";
import { evaluate, type FactsOf } from "keyaccount";
import { opportunityScorecard } from "keyaccount/handbook";
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

/** Money, project, fit in part, finances; no date, no criteria, no relation, nothing that only we have. */
const hopeless: Facts = deepFreeze({
  ...allPartly,
  clientProject: "yes",
  decisionCriteria: "no",
  currentRelationship: "no",
  uniqueValue: "no",
  compellingEvent: "no",
});
/** The four questions that no knock-out asks for: 30 points. */
const sides = (answer: "no" | null) => ({
  businessProfile: answer,
  decisionCriteria: answer,
  resourceRequirements: answer,
  currentRelationship: answer,
});
const open = (id: keyof Facts): Facts => ({ [id]: null });

const judge = (facts: Facts) => evaluate(opportunityScorecard, facts);
/** The decision, whether it is certain, the score, and what the open answers can make of it. */
const decision = (facts: Facts): readonly unknown[] => {
  const { grade, gradeCertain, score, worstGrade, bestGrade } = judge(facts);
  return [grade, gradeCertain, score, `${worstGrade ?? "?"} … ${bestGrade ?? "?"}`];
};

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

  test.each<[string, Facts, number, string]>([
    ["all is well", allYes, 100, "go … go"],
    ["seven of ten points, no more", seventy, 70, "go … go"],
  ])("E7.2 go: %s", (_, facts, score, open) => {
    expect(decision(facts)).toEqual(["go", true, score, open]);
  });

  test.each<[string, Facts, boolean, number, string]>([
    ["just below seven of ten", { ...seventy, financialCondition: "partly" }, true, 66, "find-out … find-out"],
    ["everything is half clear", allPartly, true, 50, "find-out … find-out"],
    ["money in part", { ...allYes, accessToFunds: "partly" }, true, 93, "find-out … find-out"],
    ["a project in part", { ...allYes, clientProject: "partly" }, true, 95, "find-out … find-out"],
    ["no date", { ...allYes, compellingEvent: "no" }, true, 88, "find-out … find-out"],
    ["unsound finances", { ...allYes, financialCondition: "no" }, true, 92, "find-out … find-out"],
    ["nothing that only we have", { ...allYes, uniqueValue: "no" }, true, 88, "find-out … find-out"],
    ["half of a go", { ...sides("no"), ...open("accessToFunds") }, false, 35, "no-go … go"],
    ["nothing is known", {}, false, 50, "no-go … go"],
    ["nobody has asked for the budget", { ...allYes, ...open("accessToFunds") }, false, 93, "no-go … go"],
    ["nobody has asked for a date", { ...allYes, ...open("compellingEvent") }, false, 94, "find-out … go"],
    ["a small question is open, a formality", { ...allYes, ...open("resourceRequirements") }, false, 97, "go … go"],
    [
      "four small ones, with a weak fit",
      { ...allYes, ...sides(null), solutionFit: "partly" },
      false,
      78,
      "find-out … go",
    ],
    [
      "a small question is open, where asking doesn't help",
      { ...allYes, ...open("resourceRequirements"), compellingEvent: "no" },
      true,
      85,
      "find-out … find-out",
    ],
  ])("E7.2 find out first: %s", (_, facts, gradeCertain, score, left) => {
    expect(decision(facts)).toEqual(["find-out", gradeCertain, score, left]);
  });

  test.each<[string, Facts, boolean, number, string]>([
    ["no money, all else open", { accessToFunds: "no" }, true, 43, "no-go … no-go"],
    ["no money, all else well", { ...allYes, accessToFunds: "no" }, true, 86, "no-go … no-go"],
    ["no project", { ...allYes, clientProject: "no" }, true, 90, "no-go … no-go"],
    ["no fit", { ...allYes, solutionFit: "no" }, true, 86, "no-go … no-go"],
    ["a real project that others will win", hopeless, true, 34, "no-go … no-go"],
    ["below half of a go, the rest open", { ...sides("no"), compellingEvent: "no" }, false, 29, "no-go … find-out"],
  ])("E7.2 no-go: %s", (_, facts, gradeCertain, score, left) => {
    expect(decision(facts)).toEqual(["no-go", gradeCertain, score, left]);
  });

  test("E7.2 a go has every answer and is certain; a no-go can't become a go by answers", () => {
    const answers = fc.record(
      Object.fromEntries(Object.keys(allYes).map((id) => [id, fc.constantFrom("yes", "partly", "no", null)])),
    ) as fc.Arbitrary<Facts>;
    fc.assert(
      fc.property(answers, (facts) => {
        const { grade, gradeCertain, bestGrade, unknown } = judge(facts);
        expect(grade).not.toBeNull();
        if (grade === "go") expect([gradeCertain, unknown]).toEqual([true, []]);
        if (grade === "no-go") expect(bestGrade).not.toBe("go");
      }),
    );
  });

  test("E7.2 an answer that is stale or can't be read is none; one that doesn't apply isn't missed", () => {
    const stale = { value: "yes", observedAt: "2026-08-01" } as const;
    const old = evaluate(opportunityScorecard, { ...allYes, uniqueValue: stale }, { asOf: "2026-11-21" });
    const misread = judge({ ...allYes, uniqueValue: "perhaps" as "yes" });
    const when = { indicator: "uniqueValue", known: false };
    for (const { grade, limits } of [old, misread]) {
      expect({ grade, limits }).toEqual({ grade: "find-out", limits: [{ index: 17, when, grade: "find-out" }] });
    }
    expect(judge({ ...allYes, uniqueValue: { notApplicable: true } })).toMatchObject({ grade: "go", score: 100 });
  });

  test("E7.2 one yes and nine questions that don't apply are a certain go, one of them open isn't", () => {
    const waived = Object.keys(allYes).map((id) => [id, { notApplicable: true }]);
    const facts = { ...(Object.fromEntries(waived) as Facts), businessProfile: "yes" } as const;
    expect(decision(facts)).toEqual(["go", true, 100, "go … go"]);
    expect(judge({ ...facts, uniqueValue: null }).grade).toBe("find-out");
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
