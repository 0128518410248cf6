import { defineScorecard } from "../evaluation/definition/define.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";

/**
 * An answer to one of the ten questions. A question that nobody has answered has no fact: that is `unknown`, not `no`.
 */
export type OpportunityAnswer = "yes" | "partly" | "no";

/** The ten questions of E7.2, with the terms of the target-account-selling worksheet. */
export type OpportunityFacts = {
  /** 1 Are project and requirements clear? */
  readonly clientProject: OpportunityAnswer;
  /** 2 Do we understand the client's business? */
  readonly businessProfile: OpportunityAnswer;
  /** 3 Are the client's finances sound? */
  readonly financialCondition: OpportunityAnswer;
  /** 4 Is there money for the project? */
  readonly accessToFunds: OpportunityAnswer;
  /** 5 Is there a compelling event, a date? */
  readonly compellingEvent: OpportunityAnswer;
  /** 6 Are the decision criteria clear? */
  readonly decisionCriteria: OpportunityAnswer;
  /** 7 Does our solution fit? */
  readonly solutionFit: OpportunityAnswer;
  /** 8 Are the resources needed reasonable? */
  readonly resourceRequirements: OpportunityAnswer;
  /** 9 Is there a relation to build on? */
  readonly currentRelationship: OpportunityAnswer;
  /** 10 Can our unique value show? */
  readonly uniqueValue: OpportunityAnswer;
};

/** Is there an opportunity? Can we compete? */
export type OpportunityGroup = "opportunity" | "competition";

/** Go, find out first, or leave it. */
export type OpportunityGrade = "go" | "find-out" | "no-go";

/**
 * The ten questions 十问 (E7.2): is there an opportunity, and can we compete? The decision is the grade **where it is
 * certain**, and to find out first in every other case:
 *
 * `gradeCertain ? grade : "find-out"`
 *
 * `gradeCertain` means that no answer to an open question would change the grade, limits included. So a missing budget
 * is a certain `no-go` while six questions are open, and nine good answers are no `go` while nobody has asked for the
 * budget; `unknown` lists what to ask, heaviest first.
 *
 * **Weights.** Both groups 50, for an opportunity that can't be won is none. *Opportunity*: funds 14, for without money
 * there is no project; compelling event 12, for without a date there is no decision; project 10; finances 8; business
 * profile 6, as we can learn it. *Competition*: fit 14, the first reason to choose us; unique value 12, the reason to
 * choose nobody else; relationship 10; criteria 8, as they can be influenced; resources 6, as they are ours to decide.
 *
 * **Answers.** Yes 1, partly 0.5, no 0, as the worksheet's plus, question mark and minus.
 *
 * **Age.** Answers hold for 90 days (`maxAgeDays`): a project of the last quarter is another project.
 *
 * **Unknown.** Counts as the middle (`neutral`), so that open questions by themselves lead neither to go nor to no-go
 * but to the grade between them.
 *
 * **Limits.** No project, no funds, no fit: no-go, whatever else is good. Project or funds only partly there, no event,
 * no sound finances, no unique value: find out first, as each of them may have an answer that hasn't been found yet
 * (another budget, a reason to hurry, payment in advance, an offer that only we can make).
 *
 * **Grades.** Go from 70: seven of ten. Find out from 40: below that even luck with open questions seldom helps. No-go
 * below.
 */
export const opportunityScorecard: Scorecard<OpportunityFacts, OpportunityGrade, OpportunityGroup> =
  /* @__PURE__ */ defineScorecard({
    id: "opportunity",
    version: "1",
    scale: 2,
    groups: { opportunity: {}, competition: {} },
    indicators: {
      clientProject: {
        kind: "choice",
        group: "opportunity",
        weight: "10",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      businessProfile: {
        kind: "choice",
        group: "opportunity",
        weight: "6",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      financialCondition: {
        kind: "choice",
        group: "opportunity",
        weight: "8",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      accessToFunds: {
        kind: "choice",
        group: "opportunity",
        weight: "14",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      compellingEvent: {
        kind: "choice",
        group: "opportunity",
        weight: "12",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      decisionCriteria: {
        kind: "choice",
        group: "competition",
        weight: "8",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      solutionFit: {
        kind: "choice",
        group: "competition",
        weight: "14",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      resourceRequirements: {
        kind: "choice",
        group: "competition",
        weight: "6",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      currentRelationship: {
        kind: "choice",
        group: "competition",
        weight: "10",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
      uniqueValue: {
        kind: "choice",
        group: "competition",
        weight: "12",
        options: { yes: "1", partly: "0.5", no: "0" },
        maxAgeDays: 90,
      },
    },
    missing: "neutral",
    limits: [
      { when: { indicator: "clientProject", is: "no" }, grade: "no-go" },
      { when: { indicator: "accessToFunds", is: "no" }, grade: "no-go" },
      { when: { indicator: "solutionFit", is: "no" }, grade: "no-go" },
      { when: { indicator: "clientProject", is: "partly" }, grade: "find-out" },
      { when: { indicator: "accessToFunds", is: "partly" }, grade: "find-out" },
      { when: { indicator: "compellingEvent", is: "no" }, grade: "find-out" },
      { when: { indicator: "financialCondition", is: "no" }, grade: "find-out" },
      { when: { indicator: "uniqueValue", is: "no" }, grade: "find-out" },
    ],
    grades: [
      { grade: "go", from: "70" },
      { grade: "find-out", from: "40" },
      { grade: "no-go", from: null },
    ],
  });
