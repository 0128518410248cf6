import fc from "fast-check";
import {
  defineScorecard,
  effortLedger,
  evaluate,
  extendScorecard,
  isKeyAccountError,
  nextQuestions,
  qualifyOpportunity,
} from "keyaccount";
import {
  distributorScorecard,
  type OpportunityAnswer,
  type OpportunityFacts,
  opportunityScorecard,
} from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const QUESTIONS = Object.keys(opportunityScorecard.indicators) as (keyof OpportunityFacts)[];
const FIRST = QUESTIONS.slice(0, 5);
const say = (
  answer: OpportunityAnswer,
  questions: readonly (keyof OpportunityFacts)[] = QUESTIONS,
): Partial<OpportunityFacts> => Object.fromEntries(questions.map((question) => [question, answer]));
const codes = (issues: readonly { readonly code: string; readonly path: readonly unknown[] }[]): string[] =>
  issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
const decisions = (answers: Partial<OpportunityFacts>): unknown => {
  const { decision, groups } = qualifyOpportunity(opportunityScorecard, answers);
  return [decision, groups.opportunity.decision, groups.competition.decision];
};

describe("E7.2 qualifyOpportunity", () => {
  test("E7.2 by hand: go, no-go, find out first, as a whole and by group", () => {
    expect(decisions(say("yes"))).toEqual(["go", "go", "go"]);
    expect(decisions(say("no"))).toEqual(["no-go", "no-go", "no-go"]);
    expect(decisions({})).toEqual(["find-out", "find-out", "find-out"]);
    // No money: a knock-out of the first group alone.
    expect(decisions({ ...say("yes"), accessToFunds: "no" })).toEqual(["no-go", "no-go", "go"]);
    // The solution doesn't fit: there is an opportunity, but not for us.
    expect(decisions({ ...say("yes"), solutionFit: "no" })).toEqual(["no-go", "go", "no-go"]);
    expect(decisions({ ...say("yes"), compellingEvent: "no" })).toEqual(["find-out", "find-out", "go"]);
    // Half of the second group's points: 25 of 50 are 50 of 100, between 35 and 70.
    expect(decisions({ ...say("yes", FIRST), ...say("partly", QUESTIONS.slice(5)) })).toEqual(["go", "go", "find-out"]);
    // 10 + 6 of 50 points: 32 of 100 are below 35, without a knock-out that says so.
    expect(
      decisions({
        ...say("yes"),
        solutionFit: "partly",
        uniqueValue: "no",
        currentRelationship: "no",
        decisionCriteria: "no",
        resourceRequirements: "no",
      }),
    ).toEqual(["find-out", "go", "no-go"]);
  });

  test("E7.2 a group's decision turns exactly at the bounds: from 35 of its 50 points on a go, below 17.5 a no-go", () => {
    const second = (answers: Partial<OpportunityFacts>): unknown => {
      const all = { ...say("yes", FIRST), ...say("no", QUESTIONS.slice(5)), ...answers };
      const { points, decision } = qualifyOpportunity(opportunityScorecard, all).groups.competition;
      return [points, decision];
    };
    const strong = { solutionFit: "yes", uniqueValue: "yes" } as const;
    expect(second({ ...strong, decisionCriteria: "partly", currentRelationship: "partly" })).toEqual([35, "go"]);
    expect(second({ ...strong, decisionCriteria: "yes" })).toEqual([34, "find-out"]);
    const weak = { solutionFit: "partly", uniqueValue: "partly" } as const;
    expect(second({ ...weak, currentRelationship: "partly" })).toEqual([18, "find-out"]);
    expect(second({ ...weak, decisionCriteria: "partly" })).toEqual([17, "no-go"]);
  });

  test("E7.2 a group has its points, reasons, strengths, limits and what to ask", () => {
    const answers = { ...say("yes"), accessToFunds: "no", decisionCriteria: "partly" } as const;
    const { groups } = qualifyOpportunity(opportunityScorecard, {
      ...answers,
      compellingEvent: null,
      uniqueValue: null,
    });
    const { opportunity, competition } = groups;
    expect([opportunity.points, opportunity.weight, opportunity.coverage]).toEqual([30, 50, 0.76]);
    expect(opportunity.reasons).toEqual([
      { code: "below-full-share", indicator: "accessToFunds", lost: 14 },
      { code: "unknown-as-neutral", indicator: "compellingEvent", lost: 6 },
    ]);
    expect(opportunity.strengths.map(({ indicator }) => indicator)).toEqual([
      "clientProject",
      "financialCondition",
      "businessProfile",
    ]);
    expect(opportunity.limits.map(({ when, grade }) => [when.indicator, grade])).toEqual([
      ["accessToFunds", "no-go"],
      ["compellingEvent", "find-out"],
    ]);
    expect([opportunity.ask, competition.ask]).toEqual([["compellingEvent"], ["uniqueValue"]]);
    expect(competition.limits.map(({ when }) => when.indicator)).toEqual(["uniqueValue"]);
  });

  test("E7.2 the whole is the scorecard's own judgement, with its questions", () => {
    const answers = { ...say("yes"), uniqueValue: "partly", solutionFit: null } as const;
    const asOf = "2026-11-21";
    const result = qualifyOpportunity(opportunityScorecard, answers, { asOf });
    const evaluation = evaluate(opportunityScorecard, answers, { asOf });
    const { grade, gradeCertain, bestGrade, worstGrade, score, coverage, reasons, limits } = evaluation;
    expect(result).toMatchObject({
      v: 1,
      asOf,
      decision: grade,
      certain: gradeCertain,
      best: bestGrade,
      worst: worstGrade,
      score,
      coverage,
      reasons,
      limits,
    });
    expect(result.questions).toEqual(nextQuestions(opportunityScorecard, answers, { asOf }).questions);
    expect([result.position, result.spend, result.warnings, result.issues]).toEqual([null, null, [], []]);
    expect(qualifyOpportunity(opportunityScorecard, {}).asOf).toBe(null);
  });

  test("E7.2 answers grow old", () => {
    const old = { value: "yes", observedAt: "2026-01-01" } as const;
    const answers = Object.fromEntries(QUESTIONS.map((one) => [one, old]));
    const decisionOn = (asOf: string): unknown => qualifyOpportunity(opportunityScorecard, answers, { asOf }).decision;
    expect([decisionOn("2026-02-01"), decisionOn("2026-11-21")]).toEqual(["go", "find-out"]);
  });

  test("E7.2 a host's extension keeps its groups; a question without a group belongs to none; what doesn't apply leaves a group without a decision", () => {
    const weights = Object.fromEntries(QUESTIONS.map((one) => [one, opportunityScorecard.indicators[one].weight]));
    const ours = extendScorecard(opportunityScorecard, {
      id: "ours",
      indicators: { partner: { kind: "flag", weight: "4" } },
      weights: { ...(weights as Record<keyof OpportunityFacts, string>), clientProject: "6", partner: "4" },
    });
    const result = qualifyOpportunity(ours, { ...say("yes"), partner: false });
    expect([result.decision, result.groups.opportunity.decision, result.groups.competition.points]).toEqual([
      "go",
      "go",
      50,
    ]);
    const waived = Object.fromEntries(FIRST.map((one) => [one, { notApplicable: true }]));
    const half = qualifyOpportunity(opportunityScorecard, { ...say("yes"), ...waived });
    expect([half.decision, half.groups.opportunity.decision, half.groups.competition.decision]).toEqual([
      "go",
      null,
      "go",
    ]);
  });

  test("E7.2 a group that is held to its maximum has that among its reasons", () => {
    const capped = extendScorecard(opportunityScorecard, {
      id: "capped",
      groups: { opportunity: { max: "50" }, competition: { max: "30" } },
    });
    const { groups } = qualifyOpportunity(capped as typeof opportunityScorecard, say("yes"));
    expect(groups.competition.reasons).toEqual([{ code: "group-capped", group: "competition", lost: 20 }]);
    expect(groups.opportunity.reasons).toEqual([]);
  });

  test("E7.2 law: a better answer never makes a decision worse, in the whole or in a group", () => {
    const answer = fc.option(fc.constantFrom("yes", "partly", "no"));
    const ORDER = ["no-go", "find-out", "go"];
    const rank = (decision: unknown): number => ORDER.indexOf(decision as string);
    fc.assert(
      fc.property(fc.tuple(...QUESTIONS.map(() => answer)), fc.constantFrom(...QUESTIONS), (all, question) => {
        const answers = Object.fromEntries(QUESTIONS.map((one, at) => [one, all[at]])) as Partial<OpportunityFacts>;
        const before = qualifyOpportunity(opportunityScorecard, deepFreeze(answers));
        const after = qualifyOpportunity(opportunityScorecard, { ...answers, [question]: "yes" });
        expect(rank(after.decision)).toBeGreaterThanOrEqual(rank(before.decision));
        for (const group of ["opportunity", "competition"] as const) {
          expect(rank(after.groups[group].decision)).toBeGreaterThanOrEqual(rank(before.groups[group].decision));
        }
        const asked = [...before.groups.opportunity.ask, ...before.groups.competition.ask];
        expect(asked.sort()).toEqual(before.questions.map(({ indicator }) => indicator).sort());
        expect(JSON.parse(JSON.stringify(before))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("E7.1 E7.3 D2 what stands beside the decision", () => {
  test("E7.1 the funnel follows from the answers unless evidence says otherwise", () => {
    const funnel = (answers: Partial<OpportunityFacts>, evidence: object = {}): unknown =>
      qualifyOpportunity(opportunityScorecard, answers, { evidence }).funnel.stages.flatMap((stage) =>
        stage.evidence.filter(({ state }) => state !== "unknown").map((one) => `${one.evidence} ${one.state}`),
      );
    expect(funnel(say("yes"))).toEqual(["need met", "resources met", "driver met", "unique-value met"]);
    expect(funnel({ clientProject: "partly", accessToFunds: "no" })).toEqual(["need unmet", "resources unmet"]);
    expect(funnel(say("yes"), { need: false, driver: null, "our-value": true })).toEqual([
      "our-value met",
      "need unmet",
      "resources met",
      "driver met",
      "unique-value met",
    ]);
    const position = { ours: { "less-waste": true }, rivals: [] };
    const unique = (answers: Partial<OpportunityFacts>, given: object): unknown =>
      qualifyOpportunity(opportunityScorecard, answers, { position: given }).funnel.stages[2]?.evidence[0]?.state;
    expect([unique({}, position), unique({ uniqueValue: "no" }, position), unique({}, { rivals: [] })]).toEqual([
      "met",
      "unmet",
      "unknown",
    ]);
  });

  test("E7.1 only a choice with a yes answers for the funnel", () => {
    const flags = defineScorecard({
      id: "flags",
      version: "1",
      indicators: {
        clientProject: { kind: "flag", weight: "60" },
        accessToFunds: { kind: "choice", weight: "40", options: { yes: "1", no: "0" } },
      },
      grades: [
        { grade: "go", from: "70" },
        { grade: "no-go", from: null },
      ],
    });
    const result = qualifyOpportunity(flags, { clientProject: true, accessToFunds: "yes" });
    expect([result.decision, result.groups]).toEqual(["go", {}]);
    expect(result.funnel.stages[1]?.evidence[2]).toEqual({ evidence: "resources", state: "met" });
    expect(result.funnel.stages[1]?.evidence[0]).toEqual({ evidence: "need", state: "unknown" });
  });

  test("E7.3 spend stands against stage and likelihood, with the ledger's advice", () => {
    const ledger = effortLedger({
      currency: "CNY",
      marginIfWon: "90000",
      stage: "approval",
      costToCome: "1000",
      contacts: [{ cost: "5000.50" }],
    });
    const { spend, warnings } = qualifyOpportunity(opportunityScorecard, {}, { effort: deepFreeze(ledger) });
    expect(spend).toEqual({
      currency: "CNY",
      spent: "5000.5",
      stage: "approval",
      likelihood: 0.1,
      expectedValue: "9000",
      spendShare: 0.5556,
      decision: "escalate",
      certain: true,
    });
    expect(warnings).toEqual([{ code: "spent-without-go", amount: "5000.5" }, { code: "effort-escalates" }]);
    const stopped = effortLedger({
      currency: "CNY",
      marginIfWon: "1000",
      stage: "visit",
      costToCome: "9000",
      contacts: [],
    });
    expect(qualifyOpportunity(opportunityScorecard, {}, { effort: stopped }).warnings).toEqual([
      { code: "effort-stops" },
    ]);
    expect(qualifyOpportunity(opportunityScorecard, say("yes"), { effort: ledger }).warnings).toEqual([
      { code: "effort-escalates" },
    ]);
    const bare = qualifyOpportunity(opportunityScorecard, {}, { effort: {} as never });
    expect([bare.spend, bare.warnings]).toEqual([
      {
        currency: null,
        spent: null,
        stage: null,
        likelihood: null,
        expectedValue: null,
        spendShare: null,
        decision: null,
        certain: false,
      },
      [],
    ]);
  });

  test("E7.1 D2 warnings where things don't go together", () => {
    const none = {
      "lower-purchase-cost": false,
      "more-income": false,
      "less-waste": false,
      "better-efficiency": false,
      "real-solutions": false,
      "intangible-value": false,
    };
    const warn = (answers: Partial<OpportunityFacts>, options: object): unknown =>
      qualifyOpportunity(opportunityScorecard, answers, options).warnings;
    expect(warn(say("yes"), { evidence: { "our-value": false } })).toEqual([{ code: "go-but-not-qualified" }]);
    expect(warn(say("yes"), { evidence: { "decision-process": false } })).toEqual([{ code: "go-but-not-qualified" }]);
    expect(warn(say("yes"), { evidence: { "client-trust": false } })).toEqual([]);
    expect(warn({}, { evidence: { "our-value": false } })).toEqual([]);
    const stronger = { ...none, "less-waste": true };
    const rivals = [
      { id: "b", advantages: stronger },
      { id: "a", standing: "incumbent", advantages: stronger },
      { id: "c", standing: "excluded", advantages: stronger },
      { id: "d", advantages: none },
    ];
    expect(warn({}, { position: { ours: none, rivals } })).toEqual([
      { code: "rival-leads", rival: "a" },
      { code: "rival-leads", rival: "b" },
    ]);
  });
});

describe("hostile input", () => {
  test("faulty answers, evidence, positions and efforts are issues and unknown", () => {
    const result = qualifyOpportunity(
      opportunityScorecard,
      { clientProject: "maybe" } as never,
      {
        evidence: { need: 1 },
        position: { rivals: [{}] },
        effort: { total: { cost: "-1" }, likelihood: 2, decision: "wait", certain: "yes", currency: 5 },
      } as never,
    );
    expect(codes(result.issues)).toEqual([
      "unknown-option at clientProject",
      "wrong-type at evidence.need",
      "required at position.rivals.0.id",
      "wrong-type at effort.currency",
      "out-of-range at effort.total.cost",
      "out-of-range at effort.likelihood",
      "unknown-value at effort.decision",
      "wrong-type at effort.certain",
    ]);
    const odd = qualifyOpportunity(opportunityScorecard, {}, { evidence: 5, position: 5, effort: [] } as never);
    expect(codes(odd.issues)).toEqual(["wrong-type at evidence", "wrong-type at position", "wrong-type at effort"]);
    expect(qualifyOpportunity(opportunityScorecard, null as never).decision).toBe("find-out");
  });

  test("a programmer's faults throw", () => {
    const faults = (card: unknown, options: unknown): string[] => {
      try {
        qualifyOpportunity(card as typeof opportunityScorecard, {}, options as never);
      } catch (error) {
        if (isKeyAccountError(error)) return codes(error.issues);
        throw error;
      }
      return [];
    };
    expect(faults(opportunityScorecard, { asof: 1, efort: 2 })).toEqual([
      "unknown-key at asof",
      "unknown-key at efort",
    ]);
    expect(faults(opportunityScorecard, null)).toEqual(["wrong-type at "]);
    expect(faults(opportunityScorecard, { asOf: "soon" })).toEqual(["not-a-date at asOf"]);
    expect(faults(opportunityScorecard, { asOf: () => 1 })).toEqual(["not-json at asOf"]);
    expect(faults(opportunityScorecard, { asOf: 5 }).length).toBe(1);
    expect(faults(distributorScorecard, {})).toEqual(
      ["A", "B", "C", "D"].map((_, at) => `unknown-grade at grades.${String(at)}.grade`),
    );
    expect(faults({}, {}).length).toBeGreaterThan(0);
    expect(faults(null, {}).length).toBeGreaterThan(0);
  });
});
