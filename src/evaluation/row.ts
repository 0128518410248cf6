import type { IndicatorResult, Reason, Strength } from "./evaluation.js";
import { ticksToNumber } from "./exact/ticks.js";
import type { Reading } from "./read-fact.js";
import type { ResolvedIndicator } from "./resolved/indicator.js";
import type { Resolved } from "./resolved/resolve.js";
import type { Score } from "./score-fact.js";

/** The row of an indicator that scored `ticks`; `null` if it doesn't count. */
export function rowOf(
  indicator: ResolvedIndicator,
  reading: Reading,
  score: Score,
  ticks: number | null,
  { unit, shareUnit }: Resolved,
): IndicatorResult {
  return {
    kind: indicator.kind,
    status: reading.status,
    group: indicator.groupId,
    actual: reading.value,
    standard: indicator.standard,
    relative: shown(score.relative, indicator.numeric?.relativeUnit ?? shareUnit),
    share: shown(score.share, shareUnit),
    weight: indicator.weight,
    points: ticks === null ? null : ticksToNumber(ticks, unit),
    lost: ticks === null ? null : ticksToNumber(indicator.full - ticks, unit),
    missing: reading.status === "known" || reading.status === "not-applicable" ? null : indicator.missing,
    source: reading.source,
    observedAt: reading.observedAt,
    verified: reading.verified,
    ageDays: reading.ageDays,
  };
}

function shown(ticks: number, unit: number): number | null {
  return Number.isFinite(ticks) ? ticksToNumber(ticks, unit) : null;
}

/** Adds an indicator to the reasons if it lost points, to the strengths if its known fact lost none. */
export function explain(
  reasons: Reason[],
  strengths: Strength[],
  indicator: ResolvedIndicator,
  row: IndicatorResult,
): void {
  const { lost, points, missing } = row;
  if (lost === null || points === null) return;
  if (lost > 0) {
    insertReason(reasons, { code: reasonCode(indicator, row), indicator: indicator.id, lost });
  } else if (missing === null) {
    const isAbove = lost < 0 || (row.relative ?? 0) > 1;
    insertStrength(strengths, {
      code: isAbove ? indicator.exceeded : indicator.reached,
      indicator: indicator.id,
      points,
    });
  }
}

/** Inserts a reason behind all that lost as much or more: ties stay in the order in which they come. */
export function insertReason(reasons: Reason[], reason: Reason): void {
  let place = reasons.length;
  for (; place > 0 && (reasons[place - 1] as Reason).lost < reason.lost; place -= 1)
    reasons[place] = reasons[place - 1] as Reason;
  reasons[place] = reason;
}

function insertStrength(strengths: Strength[], strength: Strength): void {
  let place = strengths.length;
  for (; place > 0 && (strengths[place - 1] as Strength).points < strength.points; place -= 1)
    strengths[place] = strengths[place - 1] as Strength;
  strengths[place] = strength;
}

function reasonCode(
  indicator: ResolvedIndicator,
  { missing }: IndicatorResult,
): Exclude<Reason["code"], "group-capped"> {
  if (missing === null) return indicator.reason;
  return missing === "worst" ? "unknown-as-worst" : "unknown-as-neutral";
}
