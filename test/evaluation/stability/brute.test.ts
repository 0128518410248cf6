import fc from "fast-check";
import { evaluate, type Facts, type Scorecard, stability, type WeightChange, type WeightMoves } from "keyaccount";
import { expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { bruteForce, flipAt, swapAt } from "./brute.js";
import { closelyJudged, pairs } from "./small.js";

const SIDES = [
  ["down", -1],
  ["up", 1],
] as const;

type Searched = Readonly<Record<string, WeightMoves<WeightChange>>>;

function expectSame(card: Scorecard, searched: Searched, at: Parameters<typeof bruteForce>[3]): number {
  let changes = 0;
  Object.keys(card.indicators).forEach((id, index) => {
    for (const [side, sign] of SIDES) {
      const { change, proven } = searched[id]?.[side] ?? { change: null, proven: false };
      const brute = bruteForce(card, index, sign, at);
      expect([id, side, proven, change]).toEqual([id, side, true, brute && { ...change, ...brute }]);
      changes += brute === null ? 0 : 1;
    }
  });
  return changes;
}

test("the smallest flip of every weight, down and up, is the one that trying every tick finds", () => {
  let changes = 0;
  fc.assert(
    fc.property(closelyJudged, ({ card, facts }) => {
      const today = evaluate(card, facts).grade;
      changes += expectSame(card, stability(deepFreeze(card), deepFreeze(facts)).indicators, flipAt(facts, today));
    }),
    { numRuns: 40 },
  );
  expect(changes).toBeGreaterThan(30);
});

test("the smallest swap of two clients is the one that trying every tick finds", () => {
  let changes = 0;
  fc.assert(
    fc.property(pairs, ({ card, facts, other }) => {
      const { against } = stability(card, facts, { against: deepFreeze(other) });
      const scoreOf = (client: Facts): number => evaluate(card, client).score ?? NaN;
      changes += expectSame(card, against?.indicators ?? {}, swapAt(facts, other, scoreOf(facts) - scoreOf(other)));
    }),
    { numRuns: 60 },
  );
  expect(changes).toBeGreaterThan(40);
});
