import fc from "fast-check";
import {
  CHANGE_CODES,
  compareEvaluations,
  defineScorecard,
  type EvaluationComparison,
  evaluate,
  type Scorecard,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { build } from "../../../src/evaluation/comparison/build.js";
import { cardPair } from "../../../src/evaluation/comparison/card-pair.js";
import { heldSum, type Setting, sideSums } from "../../../src/evaluation/comparison/game.js";
import { proportional } from "../../../src/evaluation/comparison/proportional.js";
import { shapley } from "../../../src/evaluation/comparison/shapley.js";
import { type Side, sideOf } from "../../../src/evaluation/comparison/side.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { pairs, twice } from "./arbitrary.js";
import { fraction } from "./oracle.js";

const RUNS = { numRuns: 300 };
const ticks = (values: readonly (number | null)[], scale: number): bigint =>
  values.reduce((sum, value) => sum + fraction(value ?? NaN, scale), 0n);

function expectSound(comparison: EvaluationComparison): void {
  const { parts, change, scale, before, after, method } = comparison;
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  if (change === null) {
    expect([before.score, after.score]).toContain(null);
    expect(method).toBeNull();
    for (const part of parts) expect([part.points, part.byIndicator]).toEqual([null, []]);
    return;
  }
  expect(ticks([change], scale)).toBe(ticks([after.score], scale) - ticks([before.score], scale));
  expect(
    ticks(
      parts.map(({ points }) => points),
      scale,
    ),
  ).toBe(ticks([change], scale));
  for (const { byIndicator, points, indicator, code } of parts) {
    const isSpread = ["weights", "definition", "missing-policy"].includes(code);
    expect(indicator === null).toBe(CHANGE_CODES.indexOf(code) >= CHANGE_CODES.indexOf("weights"));
    expect(
      ticks(
        byIndicator.map((share) => share.points),
        scale,
      ),
    ).toBe(isSpread ? ticks([points], scale) : 0n);
  }
  const sizes = parts.map(({ points }) => Math.abs(points ?? NaN));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
}

/** By cause, whatever the order: points, and points by indicator. */
function byCause({ parts }: EvaluationComparison, sign: 1 | -1 = 1): Map<string, unknown> {
  const turned = (points: number | null): number | null => (points === null ? null : points * sign + 0);
  return new Map(
    parts.map(({ code, indicator, points, byIndicator }) => [
      indicator ?? `(${code})`,
      [turned(points), new Map(byIndicator.map((share) => [share.indicator, turned(share.points)]))],
    ]),
  );
}

describe("C3.2 laws of comparison", { timeout: 60_000 }, () => {
  test("C3.2 one scorecard: parts sum to the change, swapping negates each, and it is plain JSON made of frozen input", () => {
    fc.assert(
      fc.property(twice, ({ card, before, after }) => {
        const [early, late] = [deepFreeze(evaluate(card, before)), deepFreeze(evaluate(card, after))];
        const comparison = compareEvaluations(early, late);
        expectSound(comparison);
        expect(byCause(compareEvaluations(late, early), -1)).toEqual(byCause(comparison));
        expect(compareEvaluations(early, late, { scorecards: [card, card] }).parts).toEqual(comparison.parts);
      }),
      RUNS,
    );
  });

  test("C3.2 two scorecards, at hand or not: the same laws", () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), ({ cards, facts }, isAtHand) => {
        const [early, late] = [evaluate(cards[0], facts[0]), evaluate(cards[1], facts[1])];
        const [one, other] = deepFreeze(cards);
        const comparison = compareEvaluations(early, late, isAtHand ? { scorecards: [one, other] } : {});
        expectSound(comparison);
        const swapped = compareEvaluations(late, early, isAtHand ? { scorecards: [other, one] } : {});
        expect(byCause(swapped, -1)).toEqual(byCause(comparison));
        expect(swapped.limits).toEqual({ lifted: comparison.limits.biting, biting: comparison.limits.lifted });
      }),
      RUNS,
    );
  });

  test("C3.2 both ways to split come to the unrounded change, to far below a tick", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom("at-hand", "rows", "same-facts"), ({ cards, facts }, how) => {
        const pair = how === "rows" ? null : cardPair(...cards);
        const both = how === "same-facts" ? ([facts[1], facts[1]] as const) : facts;
        const sides = [0, 1].map((which) =>
          sideOf(evaluate(cards[which] as Scorecard, both[which] as object), "", []),
        ) as [Side, Side];
        if (sides.some(({ score }) => score === null)) return;
        const { game } = build(sides, pair, how === "same-facts");
        const [from, to] = [false, true].map((isAfter) => {
          const [sums, setting] = [sideSums(game, isAfter), game.settings.at(isAfter ? -1 : 0) as Setting];
          return ((setting.total * heldSum(sums, setting)) << 100n) / sums.weight;
        }) as [bigint, bigint];
        for (const parts of [shapley(game), proportional(game)]) {
          if (parts === null) continue;
          const sum = [...parts.items, ...parts.cards].reduce((all, part) => all + part, 0n);
          const error = (sum << 28n) - (to - from);
          expect(error < 1n << 40n && error > -(1n << 40n)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("C3.2 nothing changed: no parts, no change", () => {
    fc.assert(
      fc.property(twice, ({ card, before }) => {
        const evaluation = evaluate(card, before);
        const { change, parts, limits } = compareEvaluations(evaluation, evaluate(card, before));
        expect([change, parts, limits]).toEqual([evaluation.score === null ? null : 0, [], { lifted: [], biting: [] }]);
      }),
      RUNS,
    );
  });

  test("C3.2 the order of the definition permutes parts and changes none", () => {
    fc.assert(
      fc.property(twice, ({ card, before, after }) => {
        const turned = defineScorecard({
          ...card,
          indicators: Object.fromEntries(Object.entries(card.indicators).reverse()),
        }) as Scorecard;
        const comparison = compareEvaluations(evaluate(card, before), evaluate(card, after));
        const other = compareEvaluations(evaluate(turned, before as never), evaluate(turned, after as never));
        expect(byCause(other)).toEqual(byCause(comparison));
      }),
      RUNS,
    );
  });

  test("C3.2 a fact that moves neither points nor weight has a part of 0", () => {
    fc.assert(
      fc.property(twice, ({ card, before, after }) => {
        const [early, late] = [evaluate(card, before), evaluate(card, after)];
        for (const { indicator, points } of compareEvaluations(early, late).parts) {
          const [was, is] = [early.indicators[indicator ?? ""], late.indicators[indicator ?? ""]];
          if (points !== null && was?.points === is?.points) expect(points).toBe(0);
        }
      }),
      RUNS,
    );
  });
});
