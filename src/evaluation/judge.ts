import type { FactIssue } from "../ground/issue.js";
import type { Evaluation, GroupResult, IndicatorResult, Reason, Strength } from "./evaluation.js";
import { mulDivRound, ticksToNumber } from "./exact/ticks.js";
import { applyLimits, gradeAt, gradeName } from "./grade.js";
import { type AsOf, newReading, type Reading, readFact } from "./read-fact.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";
import type { Resolved } from "./resolved/resolve.js";
import { explain, rowOf } from "./row.js";
import { newScore, type Score, scoreFact } from "./score-fact.js";
import { addKnown, addUnknown, capped, newTally, rescale, type Tally } from "./tally.js";

/** Judges facts by a prepared scorecard. */
export function judge(resolved: Resolved, facts: object, asOf: AsOf | null, issues: FactIssue[]): Evaluation {
  const { indicators, groups } = resolved;
  const tally = newTally(groups.length);
  const [reading, score] = [newReading(), newScore()];
  const rows: Record<string, IndicatorResult> = {};
  const list: IndicatorResult[] = [];
  const reasons: Reason[] = [];
  const strengths: Strength[] = [];
  for (const indicator of indicators) {
    readFact(reading, indicator, facts, asOf, issues);
    scoreFact(score, indicator, reading, issues);
    const row = rowOf(indicator, reading, score, count(tally, indicator, reading, score), resolved);
    explain(reasons, strengths, indicator, row);
    rows[indicator.id] = row;
    list.push(row);
  }
  return conclude(resolved, tally, { rows, list, reasons, strengths, issues, asOf: asOf?.text ?? null });
}

function count(tally: Tally, indicator: ResolvedIndicator, { status }: Reading, { points }: Score): number | null {
  if (status === "known") {
    addKnown(tally, indicator, points);
    return points;
  }
  return status === "not-applicable" ? null : addUnknown(tally, indicator);
}

interface Explained {
  readonly rows: Record<string, IndicatorResult>;
  readonly list: readonly IndicatorResult[];
  readonly reasons: Reason[];
  readonly strengths: Strength[];
  readonly issues: readonly FactIssue[];
  readonly asOf: string | null;
}

function conclude(resolved: Resolved, tally: Tally, explained: Explained): Evaluation {
  const { groups, unit, shareUnit, totalWeight, weightUnit } = resolved;
  const applicable = total(tally.weight);
  const earned = capped(tally.earned, groups);
  const hasScore = tally.counted > 0 && !tally.isRefused;
  const ticks = hasScore ? rescale(earned, tally.counted, totalWeight) : null;
  const low = applicable > 0 ? rescale(capped(tally.low, groups), applicable, totalWeight) : null;
  const high = applicable > 0 ? rescale(capped(tally.high, groups), applicable, totalWeight) : null;
  const { hits, certain, possible } = applyLimits(resolved, explained.list);
  const grade = gradeAt(resolved, ticks, certain);
  const worst = gradeAt(resolved, low, possible);
  const best = gradeAt(resolved, high, certain);
  return {
    v: 1,
    scorecard: resolved.ref,
    asOf: explained.asOf,
    total: resolved.total,
    scale: resolved.scale,
    score: finite(ticks, unit),
    grade: gradeName(resolved, grade),
    gradeCertain: grade !== null && grade === worst && grade === best,
    coverage: coverage(total(tally.known), applicable, shareUnit),
    low: finite(low, unit),
    high: finite(high, unit),
    worstGrade: gradeName(resolved, worst),
    bestGrade: gradeName(resolved, best),
    points: ticksToNumber(earned, unit),
    weight: tally.counted / weightUnit,
    groups: groupResults(resolved, tally, explained.reasons),
    indicators: explained.rows,
    limits: hits,
    reasons: explained.reasons.sort((a, b) => b.lost - a.lost),
    strengths: explained.strengths.sort((a, b) => b.points - a.points),
    unknown: unknownIds(resolved, explained.list),
    issues: explained.issues,
  };
}

function total(sums: readonly number[]): number {
  return sums.reduce((sum, value) => sum + value, 0);
}

function finite(ticks: number | null, unit: number): number | null {
  return ticks === null || !Number.isFinite(ticks) ? null : ticksToNumber(ticks, unit);
}

function coverage(known: number, applicable: number, unit: number): number {
  return applicable === 0 ? 1 : mulDivRound(known, unit, applicable) / unit;
}

function groupResults({ groups, unit, shareUnit, weightUnit }: Resolved, tally: Tally, reasons: Reason[]): Record<string, GroupResult> {
  const results: Record<string, GroupResult> = {};
  groups.forEach(({ id, max }, place) => {
    const [earned = 0, weight = 0, known = 0] = [tally.earned[place], tally.weight[place], tally.known[place]];
    results[id] = {
      weight: weight / weightUnit,
      points: ticksToNumber(Math.min(earned, max), unit),
      earned: ticksToNumber(earned, unit),
      max: finite(max, unit),
      coverage: coverage(known, weight, shareUnit),
    };
    if (earned > max) reasons.push({ code: "group-capped", group: id, lost: ticksToNumber(earned - max, unit) });
  });
  return results;
}

function unknownIds({ indicators }: Resolved, rows: readonly IndicatorResult[]): string[] {
  const unknown = indicators.filter((_, place) => rows[place]?.missing != null);
  return unknown.sort((a, b) => b.weightUnits - a.weightUnits).map(({ id }) => id);
}
