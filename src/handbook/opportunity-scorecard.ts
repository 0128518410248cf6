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
 * The ten questions 十问 (E7.2): is there an opportunity, and can we compete? **The grade is the decision.** `go`: every
 * question that applies is answered, and the answers carry it; so nine `notApplicable` and one yes are a certain go as
 * well, and a question should be waived only where it really doesn't arise. `no-go`: a knock-out, or so little that no
 * answer to an open question can make it a go. `find-out`: everything else, be it that answers are missing or that
 * those found aren't good enough.
 *
 * **How to read the rest.** `gradeCertain`: no answer to an open question would change the grade. A `go` always is
 * certain; a certain `no-go` needs no further question; a certain `find-out` isn't helped by more questions but by
 * better answers (another budget, a reason to hurry). `bestGrade` and `worstGrade`: what the open answers can still make
 * of it, once they are in. `bestGrade` below `go`: something known stands in the way, so mend that first. `worstGrade`
 * `go`, while the grade is `find-out`: what is open can't take the go away, asking is a formality. `unknown`: what to
 * ask, heaviest first.
 *
 * **Weights.** Both groups 50, for an opportunity that can't be won is none. *Opportunity*: funds 14, for without money
 * there is no project; compelling event 12, for without a date there is no decision; project 10; finances 8; business
 * profile 6, as we can learn it. *Competition*: fit 14, the first reason to choose us; unique value 12, the reason to
 * choose nobody else; relationship 10; criteria 8, as they can be influenced; resources 6, as they are ours to decide.
 *
 * **Answers.** Yes 1, partly 0.5, no 0, as the worksheet's plus, question mark and minus.
 *
 * **Age.** Answers hold for 90 days (`maxAgeDays`): a project of the last quarter is another project, so a go has to be
 * renewed.
 *
 * **Knock-outs.** No project, no funds, no fit: no-go, whatever else is good. Project or funds only partly there, no
 * event, no sound finances, no unique value: find out first, as each of them may have an answer that hasn't been found
 * yet (an offer that only we can make, payment in advance).
 *
 * **Unknown.** A go commits the largest cost of sale (E7.3), so none is given while a question is open: unknown, each of
 * the ten leaves find-out at best. All ten, and not only the six that have a knock-out: each of the other four could be
 * spared, but four times no, together with one weak answer, takes a go away; and three of the four ask about ourselves,
 * where not knowing is not having thought. In the score an open question counts as the middle (`neutral`), so that by
 * themselves open questions lead neither up nor down; left out (`exclude`), the first no would read no-go.
 *
 * **Grades.** Go from 70: seven of ten. No-go below 35, half of a go: as an open question counts half, even a yes to
 * every open question can't more than double such a score. Find out between.
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
      { when: { indicator: "clientProject", known: false }, grade: "find-out" },
      { when: { indicator: "businessProfile", known: false }, grade: "find-out" },
      { when: { indicator: "financialCondition", known: false }, grade: "find-out" },
      { when: { indicator: "accessToFunds", known: false }, grade: "find-out" },
      { when: { indicator: "compellingEvent", known: false }, grade: "find-out" },
      { when: { indicator: "decisionCriteria", known: false }, grade: "find-out" },
      { when: { indicator: "solutionFit", known: false }, grade: "find-out" },
      { when: { indicator: "resourceRequirements", known: false }, grade: "find-out" },
      { when: { indicator: "currentRelationship", known: false }, grade: "find-out" },
      { when: { indicator: "uniqueValue", known: false }, grade: "find-out" },
    ],
    grades: [
      { grade: "go", from: "70" },
      { grade: "find-out", from: "35" },
      { grade: "no-go", from: null },
    ],
  });
