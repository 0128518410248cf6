import { Decimal } from "decimal.js";
import type { BenchFacts } from "../subject.js";
import type { Answer } from "./rival.js";

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** The card in decimal.js, as one who wants exact points would write it: points, score and grade without an explanation. */
export function decimalAnswer(facts: BenchFacts): Answer {
  const ratio = (weight: number, value: Decimal, low: number, high: number): Decimal =>
    value.clamp(low, high).times(weight).toDP(4);
  const part = (weight: number, share: number | Decimal): Decimal => new Exact(share).times(weight).toDP(4);
  const rated = (weight: number, value: number): Decimal => part(weight, new Exact(value).minus(1).div(4));
  const margin = new Exact(facts.margin).minus("0.055").times("7.5").div("0.103").plus(15);
  const debt = new Exact(facts.debtRatio);
  const points = {
    sellThrough: ratio(15, new Exact(facts.sellThrough).div(6), 0, 1.5),
    collectionDays: ratio(10, new Exact(45).div(facts.collectionDays), 0.5, 1.5),
    margin: margin.clamp(7.5, 22.5).toDP(4),
    debtRatio: part(10, debtShare(debt)),
    salesReps: part(10, facts.salesReps < 3 ? 0 : facts.salesReps < 10 ? 0.5 : 1),
    reputation: rated(10, facts.reputation),
    majorBrands: part(5, { none: 0, some: 0.6, exclusive: 1 }[facts.majorBrands]),
    ownEngineers: part(5, facts.ownEngineers ? 1 : 0),
    afterSales: rated(5, facts.afterSales),
    coverage: part(5, facts.coverage),
    growth: ratio(5, new Exact(facts.growth).div("0.1"), -1, 2),
    disputes: part(5, facts.disputes ? 0 : 1),
  };
  const finance = Exact.min(
    40,
    points.sellThrough.plus(points.collectionDays).plus(points.margin).plus(points.debtRatio),
  );
  const market = points.salesReps.plus(points.reputation).plus(points.majorBrands).plus(points.coverage);
  const score = finance
    .plus(market)
    .plus(points.ownEngineers)
    .plus(points.afterSales)
    .plus(points.growth)
    .plus(points.disputes);
  return {
    points: Object.fromEntries(Object.entries(points).map(([id, value]) => [id, value.toNumber()])),
    score: score.toNumber(),
    grade: gradeOf(score, facts.collectionDays > 120),
  };
}

function debtShare(debt: Decimal): Decimal {
  if (debt.lte("0.402")) return new Exact(1);
  if (debt.lte("0.534")) return new Exact(1).minus(debt.minus("0.402").times("0.2").div("0.132"));
  return debt.lte("0.8") ? new Exact("0.8").minus(debt.minus("0.534").times("0.8").div("0.266")) : new Exact(0);
}

function gradeOf(score: Decimal, isLate: boolean): string {
  if (score.lt(50)) return "D";
  if (isLate || score.lt(70)) return "C";
  return score.lt(85) ? "B" : "A";
}
