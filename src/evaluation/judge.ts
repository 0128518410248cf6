import type { FactIssue } from "../ground/issue.js";
import type { Evaluation, GroupResult, IndicatorResult, Reason, Strength } from "./evaluation.js";
import { mulDivRound, ticksToNumber } from "./exact/ticks.js";
import { applyLimits, gradeAt, gradeName } from "./grade.js";
import { type AsOf, newReading, type Reading, readFact } from "./read-fact.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";
import type { Resolved } from "./resolved/resolve.js";
import { explain, insertReason, rowOf } from "./row.js";
import { newScore, type Score, scoreFact } from "./score-fact.js";
import { addKnown, addUnknown, capped, type GroupTally, newTally, rescale, type Tally } from "./tally.js";

interface Explanation {
  readonly rows: Record<string, IndicatorResult>;
  readonly reasons: Reason[];
  readonly strengths: Strength[];
}

/** Judges facts by a prepared scorecard. */
export function judge(resolved: Resolved, facts: object, asOf: AsOf | null, issues: FactIssue[]): Evaluation {
  const { indicators, noRows } = resolved;
  const tally = newTally(resolved.groups.length);
  const reading = newReading();
  const score = newScore();
  const explanation: Explanation = { rows: { ...noRows }, reasons: [], strengths: [] };
  for (let place = 0; place < indicators.length; place += 1) {
    const indicator = indicators[place] as ResolvedIndicator;
    readFact(reading, indicator, facts, asOf, issues);
    scoreFact(score, indicator, reading, issues);
    const row = rowOf(indicator, reading, score, count(tally, indicator, reading, score), resolved);
    explain(explanation.reasons, explanation.strengths, indicator, row);
    explanation.rows[indicator.id] = row;
  }
  return conclude(resolved, tally, explanation, issues, asOf?.text ?? null);
}

function count(tally: Tally, indicator: ResolvedIndicator, { status }: Reading, { points }: Score): number | null {
  if (status === "known") {
    addKnown(tally, indicator, points);
    return points;
  }
  return status === "not-applicable" ? null : addUnknown(tally, indicator);
}

function conclude(
  resolved: Resolved,
  tally: Tally,
  { rows, reasons, strengths }: Explanation,
  issues: readonly FactIssue[],
  asOf: string | null,
): Evaluation {
  const { caps, unit, shareUnit, totalTicks } = resolved;
  const { applicable, counted, known } = tally;
  const earned = capped(tally, caps, "earned");
  const ticks = counted > 0 && !tally.isRefused ? rescale(earned, counted, totalTicks) : null;
  const isOpen = known < applicable;
  const low = isOpen ? rescale(capped(tally, caps, "low"), applicable, totalTicks) : ticks;
  const high = isOpen ? rescale(capped(tally, caps, "high"), applicable, totalTicks) : ticks;
  const limited = applyLimits(resolved, rows);
  const grade = gradeAt(resolved, ticks, limited.shown);
  const worst = gradeAt(resolved, low, limited.worst);
  const best = gradeAt(resolved, high, limited.best);
  return {
    v: 1,
    scorecard: resolved.ref,
    asOf,
    total: resolved.total,
    scale: resolved.scale,
    score: finite(ticks, unit),
    grade: gradeName(resolved, grade),
    gradeCertain: grade !== null && grade === worst && grade === best,
    coverage: coverage(known, applicable, shareUnit),
    low: finite(low, unit),
    high: finite(high, unit),
    worstGrade: gradeName(resolved, worst),
    bestGrade: gradeName(resolved, best),
    points: ticksToNumber(earned, unit),
    weight: counted / unit,
    groups: groupResults(resolved, tally, reasons),
    indicators: rows,
    limits: limited.hits,
    reasons,
    strengths,
    unknown: isOpen ? unknownIds(resolved, rows) : [],
    issues,
  };
}

function finite(ticks: number | null, unit: number): number | null {
  return ticks === null || !Number.isFinite(ticks) ? null : ticksToNumber(ticks, unit);
}

/** Known ÷ applicable weight; 0 and 1 are kept for nothing and everything. */
function coverage(known: number, applicable: number, unit: number): number {
  if (known === applicable) return 1;
  return Math.min(Math.max(mulDivRound(known, unit, applicable), Math.min(known, 1)), unit - 1) / unit;
}

function groupResults(
  { groups, unit, shareUnit }: Resolved,
  tally: Tally,
  reasons: Reason[],
): Record<string, GroupResult> {
  const results: Record<string, GroupResult> = {};
  for (let place = 0; place < groups.length; place += 1) {
    const { id, max } = groups[place] as Resolved["groups"][number];
    const { earned, weight, known } = tally.groups[place] as GroupTally;
    results[id] = {
      weight: weight / unit,
      points: ticksToNumber(Math.min(earned, max), unit),
      earned: ticksToNumber(earned, unit),
      max: finite(max, unit),
      coverage: coverage(known, weight, shareUnit),
    };
    if (earned > max)
      insertReason(reasons, { code: "group-capped", group: id, lost: ticksToNumber(earned - max, unit) });
  }
  return results;
}

function unknownIds({ indicators }: Resolved, rows: Readonly<Record<string, IndicatorResult>>): string[] {
  const unknown = indicators.filter(({ id }) => rows[id]?.missing != null);
  return unknown.sort((a, b) => b.full - a.full).map(({ id }) => id);
}
