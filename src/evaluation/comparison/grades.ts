import { canonicalJson, type Json } from "../../ground/json.js";
import type { LimitHit } from "../evaluation.js";
import { gradeAt, gradeName } from "../grade.js";
import type { Resolved } from "../resolved/resolve.js";
import type { ComparedSide, EvaluationComparison } from "./comparison.js";
import type { Side } from "./side.js";

/** One side as a comparison shows it. */
export function comparedSide({ evaluation, score: ticks }: Side, card: Resolved | null): ComparedSide {
  const { scorecard, asOf, total, scale, score, grade, coverage, low, high } = evaluation;
  const { id, version, hash } = scorecard;
  return {
    scorecard: { id, version, hash },
    asOf,
    total,
    scale,
    score,
    grade,
    gradeByScore: card === null ? apparentGrade(evaluation) : gradeName(card, gradeAt(card, numberOf(ticks), 0)),
    coverage,
    low,
    high,
  };
}

function numberOf(ticks: bigint | null): number | null {
  return ticks === null ? null : Number(ticks);
}

/** Without the scorecard: a grade that no limit leaves is the score's own. */
function apparentGrade({ grade, limits }: Side["evaluation"]): string | null {
  return limits.some((limit) => limit.grade === grade) ? null : grade;
}

/** The limits that bit on one side only, by what they say: their places may differ between scorecards. */
export function changedLimits(before: Side, after: Side): EvaluationComparison["limits"] {
  const [was, is] = [before.evaluation.limits, after.evaluation.limits];
  return { lifted: missingIn(was, is), biting: missingIn(is, was) };
}

function missingIn(hits: readonly LimitHit[], others: readonly LimitHit[]): LimitHit[] {
  const known = new Set(others.map(textOf));
  return hits.filter((hit) => !known.has(textOf(hit)));
}

function textOf({ when, grade }: LimitHit): string {
  return canonicalJson({ when, grade } as unknown as Json);
}
