import type { Evaluation, IndicatorResult, Reason, Strength } from "keyaccount";
import type { BenchFacts } from "./subject.js";

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const REF = { id: "bench", version: "1", hash: "0".repeat(64) };

function row(
  kind: IndicatorResult["kind"],
  group: string | null,
  weight: number,
  standard: string | null,
  actual: number | string | boolean,
  relative: number | null,
  share: number,
): IndicatorResult {
  const points = round(weight * share);
  return {
    kind,
    status: "known",
    group,
    actual,
    standard,
    relative: relative === null ? null : round(relative),
    share: round(share),
    weight,
    points,
    lost: round(weight - points),
    missing: null,
    source: null,
    observedAt: null,
    verified: null,
    ageDays: null,
  };
}

const BRANDS = { none: 0, some: 0.6, exclusive: 1 };

function interpolate(actual: number): number {
  if (actual <= 0.402) return 1;
  if (actual <= 0.534) return 1 + ((actual - 0.402) / (0.534 - 0.402)) * (0.8 - 1);
  return actual <= 0.8 ? 0.8 + ((actual - 0.534) / (0.8 - 0.534)) * (0 - 0.8) : 0;
}

/** What a good engineer would write for this one card: float64, `Math.round`, the same shape as an `Evaluation`. */
export function byHand(facts: BenchFacts): Evaluation {
  const indicators: Record<string, IndicatorResult> = {
    sellThrough: row("ratio", "finance", 15, "6", facts.sellThrough, facts.sellThrough / 6, clamp(facts.sellThrough / 6, 0, 1.5)),
    collectionDays: row("ratio", "finance", 10, "45", facts.collectionDays, 45 / facts.collectionDays, clamp(45 / facts.collectionDays, 0.5, 1.5)),
    margin: row("standard-score", "finance", 15, "0.055", facts.margin, null, clamp(15 + (facts.margin - 0.055) / ((0.158 - 0.055) / 7.5), 7.5, 22.5) / 15),
    debtRatio: row("interpolate", "finance", 10, null, facts.debtRatio, null, interpolate(facts.debtRatio)),
    salesReps: row("bands", "market", 10, null, facts.salesReps, null, facts.salesReps < 3 ? 0 : facts.salesReps < 10 ? 0.5 : 1),
    reputation: row("rating", "market", 10, null, facts.reputation, null, (facts.reputation - 1) / 4),
    majorBrands: row("choice", "market", 5, null, facts.majorBrands, null, BRANDS[facts.majorBrands]),
    ownEngineers: row("flag", "service", 5, null, facts.ownEngineers, null, facts.ownEngineers ? 1 : 0),
    afterSales: row("rating", "service", 5, null, facts.afterSales, null, (facts.afterSales - 1) / 4),
    coverage: row("share", "market", 5, null, facts.coverage, null, facts.coverage),
    growth: row("ratio", null, 5, "0.1", facts.growth, facts.growth / 0.1, clamp(facts.growth / 0.1, -1, 2)),
    disputes: row("flag", null, 5, null, facts.disputes, null, facts.disputes ? 0 : 1),
  };
  const reasons: Reason[] = [];
  const strengths: Strength[] = [];
  const sums: Record<string, number> = { market: 0, finance: 0, service: 0, none: 0 };
  for (const id in indicators) {
    const { points, lost, group, kind, standard } = indicators[id] as IndicatorResult & { points: number; lost: number };
    sums[group ?? "none"] = (sums[group ?? "none"] ?? 0) + points;
    if (lost > 0) {
      reasons.push({ code: standard !== null ? "below-standard" : kind === "flag" ? "not-as-expected" : "below-full-share", indicator: id, lost });
    } else {
      const code = standard === null ? (kind === "flag" ? "as-expected" : "full-share") : lost < 0 ? "above-standard" : "meets-standard";
      strengths.push({ code, indicator: id, points });
    }
  }
  reasons.sort((a, b) => b.lost - a.lost);
  strengths.sort((a, b) => b.points - a.points);
  const { market = 0, finance = 0, service = 0, none = 0 } = sums;
  const score = round(market + Math.min(finance, 40) + service + none);
  const limits = facts.collectionDays > 120 ? [{ index: 0, when: { indicator: "collectionDays", above: "120" }, grade: "C" }] : [];
  const best = score >= 85 ? "A" : score >= 70 ? "B" : score >= 50 ? "C" : "D";
  const grade = limits.length > 0 && (best === "A" || best === "B") ? "C" : best;
  return {
    v: 1,
    scorecard: REF,
    asOf: null,
    total: 100,
    scale: 4,
    score,
    grade,
    gradeCertain: true,
    coverage: 1,
    low: score,
    high: score,
    worstGrade: grade,
    bestGrade: grade,
    points: score,
    weight: 100,
    groups: {
      market: { weight: 30, points: market, earned: market, max: null, coverage: 1 },
      finance: { weight: 50, points: Math.min(finance, 40), earned: finance, max: 40, coverage: 1 },
      service: { weight: 10, points: service, earned: service, max: null, coverage: 1 },
    },
    indicators,
    limits,
    reasons,
    strengths,
    unknown: [],
    issues: [],
  };
}
