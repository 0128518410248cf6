import type { Evaluation, GroupResult, IndicatorResult, LimitHit, Reason, Strength } from "keyaccount";
import type { BenchFacts } from "../subject.js";

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const REF = { id: "bench", version: "1", hash: "0".repeat(64) };
const BRANDS = { none: 0, some: 0.6, exclusive: 1 };

/** A row whose fact is known: all of this card's. */
interface Row extends IndicatorResult {
  readonly points: number;
  readonly lost: number;
}

function row(
  kind: Row["kind"],
  group: string | null,
  weight: number,
  standard: string | null,
  actual: number | string | boolean,
  relative: number | null,
  share: number,
): Row {
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

function interpolate(actual: number): number {
  if (actual <= 0.402) return 1;
  if (actual <= 0.534) return 1 + ((actual - 0.402) / (0.534 - 0.402)) * (0.8 - 1);
  return actual <= 0.8 ? 0.8 + ((actual - 0.534) / (0.8 - 0.534)) * (0 - 0.8) : 0;
}

function rowsOf(facts: BenchFacts) {
  const { sellThrough, collectionDays, margin, growth } = facts;
  return {
    sellThrough: row("ratio", "finance", 15, "6", sellThrough, sellThrough / 6, clamp(sellThrough / 6, 0, 1.5)),
    collectionDays: row(
      "ratio",
      "finance",
      10,
      "45",
      collectionDays,
      45 / collectionDays,
      clamp(45 / collectionDays, 0.5, 1.5),
    ),
    margin: row(
      "standard-score",
      "finance",
      15,
      "0.055",
      margin,
      null,
      clamp(15 + (margin - 0.055) / ((0.158 - 0.055) / 7.5), 7.5, 22.5) / 15,
    ),
    debtRatio: row("interpolate", "finance", 10, null, facts.debtRatio, null, interpolate(facts.debtRatio)),
    salesReps: row(
      "bands",
      "market",
      10,
      null,
      facts.salesReps,
      null,
      facts.salesReps < 3 ? 0 : facts.salesReps < 10 ? 0.5 : 1,
    ),
    reputation: row("rating", "market", 10, null, facts.reputation, null, (facts.reputation - 1) / 4),
    majorBrands: row("choice", "market", 5, null, facts.majorBrands, null, BRANDS[facts.majorBrands]),
    ownEngineers: row("flag", "service", 5, null, facts.ownEngineers, null, facts.ownEngineers ? 1 : 0),
    afterSales: row("rating", "service", 5, null, facts.afterSales, null, (facts.afterSales - 1) / 4),
    coverage: row("share", "market", 5, null, facts.coverage, null, facts.coverage),
    growth: row("ratio", null, 5, "0.1", growth, growth / 0.1, clamp(growth / 0.1, -1, 2)),
    disputes: row("flag", null, 5, null, facts.disputes, null, facts.disputes ? 0 : 1),
  };
}

function explain(
  reasons: Reason[],
  strengths: Strength[],
  indicator: string,
  { points, lost, kind, standard }: Row,
): void {
  const isFlag = kind === "flag";
  if (lost > 0) {
    const code = standard !== null ? "below-standard" : isFlag ? "not-as-expected" : "below-full-share";
    reasons.push({ code, indicator, lost });
    return;
  }
  const code =
    standard === null ? (isFlag ? "as-expected" : "full-share") : lost < 0 ? "above-standard" : "meets-standard";
  strengths.push({ code, indicator, points });
}

function group(weight: number, earned: number, max: number | null): GroupResult {
  return { weight, points: max === null ? earned : Math.min(earned, max), earned, max, coverage: 1 };
}

function gradeOf(score: number, isLimited: boolean): string {
  if (score >= 85) return isLimited ? "C" : "A";
  if (score >= 70) return isLimited ? "C" : "B";
  return score >= 50 ? "C" : "D";
}

/** What a good engineer would write for this one card: float64, `Math.round`, the same shape as an `Evaluation`. */
export function byHand(facts: BenchFacts): Evaluation {
  const rows = rowsOf(facts);
  const { sellThrough, collectionDays, margin, debtRatio, salesReps, reputation, majorBrands, ownEngineers } = rows;
  const { afterSales, coverage, growth, disputes } = rows;
  const reasons: Reason[] = [];
  const strengths: Strength[] = [];
  for (const id in rows) explain(reasons, strengths, id, rows[id as keyof typeof rows]);
  const market = round(salesReps.points + reputation.points + majorBrands.points + coverage.points);
  const finance = round(sellThrough.points + collectionDays.points + margin.points + debtRatio.points);
  const service = round(ownEngineers.points + afterSales.points);
  if (finance > 40) reasons.push({ code: "group-capped", group: "finance", lost: round(finance - 40) });
  reasons.sort((a, b) => b.lost - a.lost);
  strengths.sort((a, b) => b.points - a.points);
  const score = round(market + Math.min(finance, 40) + service + growth.points + disputes.points);
  const isLimited = facts.collectionDays > 120;
  const limits: LimitHit[] = isLimited
    ? [{ index: 0, when: { indicator: "collectionDays", above: "120" }, grade: "C" }]
    : [];
  const grade = gradeOf(score, isLimited);
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
    groups: { market: group(30, market, null), finance: group(50, finance, 40), service: group(10, service, null) },
    indicators: rows,
    limits,
    reasons,
    strengths,
    unknown: [],
    issues: [],
  };
}
