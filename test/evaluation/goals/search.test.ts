import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Problem } from "../../../src/evaluation/goals/search/block.js";
import { frontier, type Leaf, leaf } from "../../../src/evaluation/goals/search/label.js";
import { type Solution, solve, solveByCount } from "../../../src/evaluation/goals/search/solve.js";
import { EFFORT, type Effort } from "../../../src/evaluation/goals/search/state.js";

/** What solutions come to: price, then what they add; `null` for none. */
type Sum = readonly [price: bigint, adds: bigint] | null;

function sumOf({ blocks }: Problem, chosen: readonly (readonly Leaf[])[]): readonly [bigint, bigint] {
  let [price, adds] = [0n, 0n];
  chosen.forEach((leaves, at) => {
    const cap = blocks[at]?.cap ?? null;
    const gain = leaves.reduce((sum, one) => sum + one.gain, 0n);
    adds += leaves.reduce((sum, one) => sum + one.extra, cap !== null && gain > cap ? cap : gain);
    price += leaves.reduce((sum, one) => sum + one.price, 0n);
  });
  return [price, adds];
}

/** The best of all that could be chosen. */
function bruteForce(problem: Problem): Sum {
  let chosen: Leaf[][][] = [[]];
  for (const { items } of problem.blocks) {
    const rows = items.reduce<Leaf[][]>((made, list) => made.flatMap((row) => list.map((one) => [...row, one])), [[]]);
    chosen = chosen.flatMap((made) => rows.map((row) => [...made, row]));
  }
  return chosen
    .map((made) => sumOf(problem, made))
    .filter(([price, adds]) => adds >= problem.needed && !(problem.mustChange && price === 0n))
    .reduce<Sum>((best, sum) => {
      if (best === null) return sum;
      return sum[0] < best[0] || (sum[0] === best[0] && sum[1] > best[1]) ? sum : best;
    }, null);
}

function found(problem: Problem, { picked }: Solution): Sum {
  if (picked === null) return null;
  return sumOf(
    problem,
    problem.blocks.map(({ items }) =>
      items.flatMap((list) => list.filter(({ item, option }) => (picked.get(item) ?? -1) === option)),
    ),
  );
}

const small = (least: number, most: number): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: BigInt(least), max: BigInt(most) });
const way = fc.tuple(small(1, 30), small(-3, 20));
const drawnItem = fc.record({
  stay: fc.option(fc.tuple(small(-2, 5), small(-4, 4))),
  ways: fc.array(way, { minLength: 1, maxLength: 4 }),
  extra: small(-4, 4),
  block: fc.nat({ max: 2 }),
});

interface Drawn {
  readonly problem: Problem;
  readonly fee: bigint;
  readonly byCount: Problem;
}

/** Problems of up to six items in three blocks, the last one without a cap; also with a fee for each change. */
const problems = fc
  .record({
    items: fc.array(drawnItem, { minLength: 1, maxLength: 6 }),
    caps: fc.tuple(small(0, 30), small(0, 30)),
    needed: small(-5, 60),
    mustChange: fc.boolean(),
  })
  .map(({ items, caps, needed, mustChange }): Drawn => {
    const fee = 1n + 30n * BigInt(items.length);
    const withFee = (each: bigint): Problem => {
      const blocks = [caps[0], caps[1], null].map(
        (cap, at): Block => ({
          cap,
          items: items.flatMap(({ stay, ways, extra, block }, item) => {
            if (block !== at) return [];
            const changed = ways.map(([price, gain], option) => leaf(price + each, gain, extra, item, option));
            const kept = stay === null ? [] : [leaf(0n, stay[0], stay[1], item, -1)];
            return [frontier([...kept, ...changed], mustChange)];
          }),
        }),
      );
      return { blocks: blocks.filter((block) => block.items.length > 0), needed, mustChange };
    };
    return { problem: withFee(0n), fee, byCount: withFee(fee) };
  });

const efforts = fc.record({
  labels: fc.constant(1_000_000),
  nodes: fc.constant(5_000),
  labelsOfNode: fc.constantFrom(12, 60, EFFORT.labelsOfNode),
  lengthOfNode: fc.constantFrom(0, 1, 3, EFFORT.lengthOfNode),
});

describe("C3.2 the search for goals, against trying everything", () => {
  test("C3.2 however early parts are cut, price and sum are the best, and so they are by count", () => {
    fc.assert(
      fc.property(problems, efforts, ({ problem, fee, byCount }, effort) => {
        const solution = solve(problem, effort);
        expect(found(problem, solution)).toEqual(bruteForce(problem));
        const counted = solveByCount(byCount, fee, effort);
        expect(found(byCount, counted)?.[0]).toEqual(bruteForce(byCount)?.[0]);
        expect([solution.isProven, counted.isProven]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  test("C3.2 with too little effort it still solves, if anything does, and claims a proof only for the best", () => {
    const few = fc.record({
      labels: fc.nat({ max: 400 }),
      nodes: fc.nat({ max: 12 }),
      labelsOfNode: fc.integer({ min: 8, max: 40 }),
      lengthOfNode: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(problems, few, ({ problem, fee, byCount }, effort: Effort) => {
        for (const [one, solution] of [
          [problem, solve(problem, effort)],
          [byCount, solveByCount(byCount, fee, effort)],
        ] as const) {
          const [best, own] = [bruteForce(one), found(one, solution)];
          if (solution.isProven) expect(own?.[0]).toEqual(best?.[0]);
          if (own === null) continue;
          expect(best).not.toBeNull();
          expect(own[1] >= one.needed && !(one.mustChange && own[0] === 0n)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
