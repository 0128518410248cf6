import type { Scorecard } from "../../evaluation/definition/scorecard.js";
import type { Evaluation, GroupResult } from "../../evaluation/evaluation.js";
import { exactQuantity, sum } from "../../ground/numeral.js";
import { compare, times } from "../../ground/rational.js";
import { type GroupQualification, OPPORTUNITY_DECISIONS, type OpportunityDecision } from "./qualification.js";

/** An evaluation without its ids. */
export type Judged = Evaluation<Readonly<Record<string, string>>, OpportunityDecision>;

/** Judges one group of questions by itself: its points as if it were the whole, held to the limits on its questions. */
export function qualifyGroup(
  id: string,
  group: GroupResult,
  evaluation: Judged,
  grades: Scorecard["grades"],
  questions: readonly string[],
): GroupQualification {
  const isHere = (indicator: string): boolean => evaluation.indicators[indicator]?.group === id;
  const limits = evaluation.limits.filter(({ when }) => isHere(when.indicator));
  const counted = Object.values(evaluation.indicators).filter((row) => row.group === id && row.points !== null);
  const weights = counted.map(({ weight }) => weight);
  const earned = weights.length === 0 ? [] : [gradeOf(group.points, weights, evaluation.total, grades)];
  return {
    decision: earned.length === 0 ? null : worst([...earned, ...limits.map(({ grade }) => grade)]),
    points: group.points,
    weight: group.weight,
    coverage: group.coverage,
    reasons: evaluation.reasons.filter((reason) =>
      reason.code === "group-capped" ? reason.group === id : isHere(reason.indicator),
    ),
    strengths: evaluation.strengths.filter(({ indicator }) => isHere(indicator)),
    limits,
    ask: questions.filter(isHere),
  };
}

/** The first grade whose bound points ÷ weight × total reaches. */
function gradeOf(
  points: number,
  weights: readonly number[],
  total: number,
  grades: Scorecard["grades"],
): OpportunityDecision {
  const scored = times(exactQuantity(points), exactQuantity(total));
  const weight = sum(weights.map(exactQuantity));
  const found = grades.find(({ from }) => from === null || compare(scored, times(exactQuantity(from), weight)) >= 0);
  return found?.grade as OpportunityDecision;
}

function worst(decisions: readonly OpportunityDecision[]): OpportunityDecision {
  const places = decisions.map((one) => OPPORTUNITY_DECISIONS.indexOf(one));
  return OPPORTUNITY_DECISIONS[Math.max(...places)] as OpportunityDecision;
}
