import { Decimal } from "decimal.js";
import fc from "fast-check";
import { defineScorecard, type Evaluation, evaluate, hashScorecard, type Scorecard } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { judged, scorecards } from "./arbitrary.js";

const RUNS = { numRuns: 500, seed: 20261121 };
const plus = (values: readonly number[]): Decimal =>
  values.reduce((total, value) => total.plus(String(value)), new Decimal(0));

function pointsByGroup({ indicators, groups }: Evaluation): Decimal {
  const rows = Object.values(indicators);
  const alone = plus(rows.filter(({ group }) => group === null).map(({ points }) => points ?? 0));
  return Object.entries(groups).reduce((total, [id, { max }]) => {
    const earned = plus(rows.filter(({ group }) => group === id).map(({ points }) => points ?? 0));
    return total.plus(max === null ? earned : Decimal.min(earned, String(max)));
  }, alone);
}

describe("A7.6 laws", () => {
  test("A7.6 the parts sum exactly to the points, and points ÷ weight × total is the score", () => {
    fc.assert(
      fc.property(judged(), ({ card, facts }) => {
        const result = evaluate(card, facts);
        expect(pointsByGroup(result).toNumber()).toBe(result.points);
        if (result.score === null) return;
        const score = new Decimal(String(result.points)).times(String(result.total)).dividedBy(String(result.weight));
        expect(score.toDecimalPlaces(card.scale, Decimal.ROUND_HALF_UP).toNumber() + 0).toBe(result.score);
      }),
      RUNS,
    );
  });

  test("A7.6 with all facts known the score is the sum, the interval is the score and the grade is certain", () => {
    fc.assert(
      fc.property(judged(true), ({ card, facts }) => {
        const { score, low, high, points, coverage, gradeCertain } = evaluate(card, facts);
        expect([score, low, high, coverage, gradeCertain]).toEqual([points, points, points, 1, true]);
      }),
      RUNS,
    );
  });

  test("C3 dropping a fact never raises low nor lowers high, and costs coverage", () => {
    fc.assert(
      fc.property(judged(), fc.nat(), ({ card, facts }, pick) => {
        const known = Object.keys(facts).filter((id) => facts[id] !== undefined && typeof facts[id] !== "object");
        const dropped = known[pick % Math.max(known.length, 1)];
        if (dropped === undefined) return;
        const [before, after] = [evaluate(card, facts), evaluate(card, { ...facts, [dropped]: null })];
        expect(after.low ?? -Infinity).toBeLessThanOrEqual(before.low ?? -Infinity);
        expect(after.high ?? Infinity).toBeGreaterThanOrEqual(before.high ?? Infinity);
        expect(after.coverage).toBeLessThanOrEqual(before.coverage);
        if (after.gradeCertain) expect([before.worstGrade, before.bestGrade]).toEqual([after.grade, after.grade]);
      }),
      RUNS,
    );
  });

  test("C3 every completion of the unknown facts scores within low … high", () => {
    fc.assert(
      fc.property(
        judged(true).chain((whole) => fc.tuple(fc.constant(whole), fc.subarray(Object.keys(whole.facts)))),
        ([{ card, facts }, hidden]) => {
          const partial = evaluate(
            card,
            Object.fromEntries(Object.entries(facts).filter(([id]) => !hidden.includes(id))),
          );
          const { score, grade } = evaluate(card, facts);
          if (partial.gradeCertain) expect(grade).toBe(partial.grade);
          const order = card.grades.map((step) => step.grade);
          expect(order.indexOf(grade ?? "")).toBeLessThanOrEqual(order.indexOf(partial.worstGrade ?? ""));
          expect(order.indexOf(grade ?? "")).toBeGreaterThanOrEqual(order.indexOf(partial.bestGrade ?? ""));
          expect(score).not.toBeNull();
          expect(score).toBeGreaterThanOrEqual(partial.low ?? -Infinity);
          expect(score).toBeLessThanOrEqual(partial.high ?? Infinity);
        },
      ),
      RUNS,
    );
  });

  test("A7.6 monotone in each fact where the kind is: a better ratio, rating, share never costs points", () => {
    fc.assert(
      fc.property(judged(true), fc.double({ min: 0, max: 3, noNaN: true }), ({ card, facts }, step) => {
        const before = evaluate(card, facts);
        for (const [id, indicator] of Object.entries(card.indicators)) {
          const direction = directionOf(indicator);
          const better = Number(facts[id]) + step * direction;
          if (direction === 0 || !isWithin(indicator, better)) continue;
          const after = evaluate(card, { ...facts, [id]: better });
          expect(after.indicators[id]?.points).toBeGreaterThanOrEqual(before.indicators[id]?.points ?? Infinity);
          expect(after.score).toBeGreaterThanOrEqual(before.score ?? Infinity);
        }
      }),
      RUNS,
    );
  });

  test("A7.6 the order of definition changes no score", () => {
    fc.assert(
      fc.property(judged(), ({ card, facts }) => {
        const turned = defineScorecard({
          ...card,
          indicators: Object.fromEntries(Object.entries(card.indicators).reverse()),
        });
        const [one, other] = [evaluate(card, facts), evaluate(turned, facts)];
        expect(turned.indicators).toEqual(card.indicators);
        for (const key of ["score", "grade", "low", "high", "coverage", "points", "groups", "indicators"] as const) {
          expect(other[key]).toEqual(one[key]);
        }
        expect(hashScorecard(turned)).toBe(hashScorecard(card));
      }),
      RUNS,
    );
  });

  test("A7.6 inputs are never changed, results are JSON and repeat to the byte", () => {
    fc.assert(
      fc.property(judged(), ({ card, facts }) => {
        const result = evaluate(deepFreeze(card), deepFreeze(facts));
        const text = JSON.stringify(result);
        expect(JSON.parse(text)).toEqual(result);
        expect(JSON.stringify(evaluate(card, facts))).toBe(text);
        expect(JSON.stringify(evaluate(JSON.parse(JSON.stringify(card)) as Scorecard, facts))).toBe(text);
      }),
      RUNS,
    );
  });

  test("A7.6 reasons and strengths: every counted row is in exactly one list, ranked", () => {
    fc.assert(
      fc.property(judged(), ({ card, facts }) => {
        const { reasons, strengths, indicators } = evaluate(card, facts);
        const lost = reasons.map((reason) => reason.lost);
        const points = strengths.map((strength) => strength.points);
        expect(lost).toEqual([...lost].sort((a, b) => b - a));
        expect(points).toEqual([...points].sort((a, b) => b - a));
        const losers = Object.keys(indicators).filter((id) => (indicators[id]?.lost ?? 0) > 0);
        const winners = Object.keys(indicators).filter(
          (id) => indicators[id]?.status === "known" && (indicators[id].lost ?? 1) <= 0,
        );
        expect(reasons.flatMap((reason) => ("indicator" in reason ? [reason.indicator] : [])).sort()).toEqual(
          losers.sort(),
        );
        expect(strengths.map(({ indicator }) => indicator).sort()).toEqual(winners.sort());
      }),
      RUNS,
    );
  });

  test("A7.6 points of every kind equal decimal.js on the textbook's formula, rounded once", () => {
    fc.assert(
      fc.property(judged(true), ({ card, facts }) => {
        const { indicators } = evaluate(card, facts);
        for (const [id, indicator] of Object.entries(card.indicators)) {
          const points = formula(indicator, facts[id] as string | number | boolean);
          expect([id, indicators[id]?.points]).toEqual([id, points.toDecimalPlaces(card.scale).toNumber() + 0]);
        }
      }),
      { ...RUNS, numRuns: 2000 },
    );
  });

  test("A7.6 a scorecard survives JSON and hashes the same", () => {
    fc.assert(
      fc.property(scorecards, (card) => {
        const copy = JSON.parse(JSON.stringify(card)) as Scorecard;
        expect(copy).toEqual(card);
        expect(hashScorecard(copy)).toBe(hashScorecard(card));
        expect(defineScorecard(copy as never)).toEqual(card);
      }),
      RUNS,
    );
  });
});

type AnyIndicator = Scorecard["indicators"][string];

function directionOf(indicator: AnyIndicator): -1 | 0 | 1 {
  switch (indicator.kind) {
    case "ratio":
      return indicator.better === "lower" ? -1 : 1;
    case "standard-score":
      return Number(indicator.best) > Number(indicator.standard) ? 1 : -1;
    case "rating":
    case "share":
      return 1;
    default:
      return 0;
  }
}

function isWithin(indicator: AnyIndicator, value: number): boolean {
  if (indicator.kind === "rating") return value >= 1 && value <= 5;
  if (indicator.kind === "share") return value <= 1;
  return indicator.kind !== "ratio" || indicator.better !== "lower" || value > 0;
}

const Exact = Decimal.clone({ defaults: true, precision: 400, rounding: Decimal.ROUND_HALF_UP });
const D = (value: unknown): Decimal => new Exact(String(value));

/** The textbook's formulas in decimal.js, apart from the package's own code; divided last, so that a tie stays a tie. */
function formula(indicator: AnyIndicator, actual: string | number | boolean): Decimal {
  const weight = D(indicator.weight);
  switch (indicator.kind) {
    case "ratio": {
      const [top, bottom] =
        indicator.better === "lower" ? [D(indicator.standard), D(actual)] : [D(actual), D(indicator.standard)];
      const rounded =
        indicator.relativeScale === undefined ? null : top.dividedBy(bottom).toDecimalPlaces(indicator.relativeScale);
      const points = rounded === null ? weight.times(top).dividedBy(bottom) : weight.times(rounded);
      const raised = indicator.floor === undefined ? points : Exact.max(points, weight.times(indicator.floor));
      return indicator.cap === undefined ? raised : Exact.min(raised, weight.times(indicator.cap));
    }
    case "standard-score": {
      const gain = D(indicator.max).minus(weight);
      const distance = D(indicator.best).minus(indicator.standard);
      const points = weight.plus(D(actual).minus(indicator.standard).times(gain).dividedBy(distance));
      return indicator.clamp === false ? points : Exact.min(Exact.max(points, indicator.min), indicator.max);
    }
    case "interpolate":
      return interpolated(indicator, D(actual));
    case "bands":
      return weight.times(indicator.bands.findLast(({ from }) => from === null || D(actual).gte(from))?.share ?? "0");
    case "rating":
      return weight.times(D(actual).minus(1)).dividedBy(4);
    case "choice":
      return weight.times(indicator.options[String(actual)] ?? "0");
    case "flag":
      return weight.times(actual === indicator.expect ? 1 : 0);
    case "share":
      return weight.times(D(actual));
  }
}

function interpolated(indicator: Extract<AnyIndicator, { kind: "interpolate" }>, a: Decimal): Decimal {
  const { knots, beyond } = indicator;
  const at = knots.findIndex((knot) => a.lt(knot.at));
  const right = at === -1 ? knots.length - 1 : Math.max(at, 1);
  const [from, to] = [knots[right - 1], knots[right]] as [(typeof knots)[number], (typeof knots)[number]];
  const weight = D(indicator.weight);
  if (beyond === "hold" && a.lt(from.at)) return weight.times(from.share);
  if (beyond === "hold" && a.gte(to.at)) return weight.times(to.share);
  const distance = D(to.at).minus(from.at);
  const rise = a.minus(from.at).times(D(to.share).minus(from.share));
  return weight.times(D(from.share).times(distance).plus(rise)).dividedBy(distance);
}
