import {
  defineScorecard,
  evaluate,
  type Facts,
  type IndicatorDefinition,
  type Scorecard,
  type ScorecardDefinition,
  stability,
  type WeightChange,
  type WeightMoves,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { bruteForce, flipAt } from "./brute.js";

const SIDES = [
  ["down", -1],
  ["up", 1],
] as const;

/** Every side of every weight against trying all ticks; returns how many changes there are. */
function compare(definition: object, facts: Facts): number {
  const card: Scorecard = defineScorecard({ id: "any", version: "1", scale: 0, ...definition } as ScorecardDefinition);
  const { indicators, grade } = stability(card, facts);
  const moves: Readonly<Record<string, WeightMoves<WeightChange>>> = indicators;
  let changes = 0;
  Object.keys(card.indicators).forEach((id, index) => {
    for (const [side, sign] of SIDES) {
      const { change, proven } = moves[id]?.[side] ?? { change: null, proven: false };
      const brute = bruteForce(card, index, sign, flipAt(facts, grade));
      expect([id, side, proven, change]).toEqual([id, side, true, brute && { ...change, ...brute }]);
      changes += brute === null ? 0 : 1;
    }
  });
  return changes;
}

const grades = (...cuts: readonly number[]): object => ({
  grades: [...cuts.map((from, place) => ({ grade: `g${String(place)}`, from })), { grade: "last", from: null }],
});
const score = { kind: "standard-score", weight: 40, standard: 1, best: 2, max: 63, min: 11 };
const others: Readonly<Record<string, IndicatorDefinition>> = {
  a: { kind: "share", weight: 35 },
  b: { kind: "ratio", weight: 25, standard: 7 },
};

describe("against every tick", () => {
  test.each(["worst", "neutral", "exclude"])("an unknown standard score under %s", (missing) => {
    const indicators = { it: { ...score, missing }, ...others };
    expect(compare({ indicators, ...grades(70, 62, 55, 48, 40, 33) }, { a: 0.9, b: 2 })).toBeGreaterThan(0);
  });

  test.each([-40, 0.2, 1.4, 5])("a standard score at %d, held or not", (it) => {
    const held = compare({ indicators: { it: score, ...others }, ...grades(80, 65, 50, 40, 30) }, { it, a: 0.4, b: 5 });
    const free = compare(
      { indicators: { it: { ...score, clamp: false }, ...others }, ...grades(80, 65, 50, 40, 30) },
      { it, a: 0.4, b: 5 },
    );
    expect(held + free).toBeGreaterThan(0);
  });

  test("scores below zero, rescaled for an unknown fact", () => {
    const indicators = { ...others, c: { kind: "flag", weight: 40 } };
    const facts = { a: 0.1, b: -20 };
    expect(compare({ indicators, ...grades(20, -80, -100, -125, -150) }, facts)).toBeGreaterThan(0);
    expect(
      compare({ indicators, ...grades(20, -80, -100, -125, -150) }, { ...facts, c: { notApplicable: true } }),
    ).toBeGreaterThan(0);
  });

  test("capped groups, at and around their caps", () => {
    const indicators = {
      a: { kind: "share", weight: 30, group: "g" },
      b: { kind: "share", weight: 20, group: "g" },
      c: { kind: "share", weight: 50 },
    };
    for (const max of [20, 27, 33, 45]) {
      const card = { groups: { g: { max } }, indicators, ...grades(64, 58, 52, 45, 38) };
      expect(compare(card, { a: 0.8, b: 0.6, c: 0.5 })).toBeGreaterThan(0);
    }
  });
});

test("a card of twelve indicators at scale 4 is proven, within 0.3 s of processor time", () => {
  const weights = [8, 12, 7, 9, 10, 5, 6, 11, 8, 9, 7, 8];
  const indicators = Object.fromEntries(
    weights.map((weight, place) => [`i${String(place)}`, { kind: "share", weight } as const]),
  );
  const card = defineScorecard({
    id: "twelve",
    version: "1",
    indicators,
    grades: [
      { grade: "A", from: 60 },
      { grade: "B", from: null },
    ],
  });
  const facts = Object.fromEntries(
    weights.map((_, place) => [`i${String(place)}`, ((place * 37) % 100) / 100 + 0.003]),
  );
  stability(card, facts);
  const before = process.cpuUsage();
  const result = stability(card, facts);
  const { user, system } = process.cpuUsage(before);
  expect(result.proven).toBe(true);
  expect(evaluate(card, facts).grade).toBe(result.grade);
  expect((user + system) / 1e6).toBeLessThan(0.3);
});
