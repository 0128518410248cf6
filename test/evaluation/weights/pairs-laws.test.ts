import type { Decimal } from "decimal.js";
import fc from "fast-check";
import { type PairJudgement, weightsFromPairs } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { exactSum } from "./faults.js";
import { principal, Wide } from "./oracle.js";

const SCALE = "123456789".split("").flatMap((digit) => [digit, `1/${digit}`]);
const idsOf = (size: number): string[] => Array.from({ length: size }, (_, index) => `i${String(index)}`);

/** Complete judgements of 1 … 9 ids on Saaty's scale, wildly inconsistent ones too. */
const judgements = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc
    .array(fc.constantFrom(...SCALE), { minLength: (size * (size - 1)) / 2, maxLength: (size * (size - 1)) / 2 })
    .map((ratios) => {
      const ids = idsOf(size);
      let next = 0;
      const list = ids.flatMap((a, index) =>
        ids.slice(index + 1).map((b) => ({ a, b, ratio: ratios[next++] as `${number}/${number}` })),
      );
      return deepFreeze({ ids, list });
    }),
);

const toDecimal = (ratio: string): Decimal => {
  const [above = "", below = "1"] = ratio.split("/");
  return new Wide(above).div(below);
};

function matrixOf(ids: readonly string[], list: readonly PairJudgement[]): Decimal[][] {
  const matrix = ids.map(() => ids.map(() => new Wide(1)));
  for (const { a, b, ratio } of list) {
    const [row, column] = [ids.indexOf(a), ids.indexOf(b)];
    (matrix[row] as Decimal[])[column] = toDecimal(String(ratio));
    (matrix[column] as Decimal[])[row] = new Wide(1).div(toDecimal(String(ratio)));
  }
  return matrix;
}

describe("C3.1 pairwise comparisons, laws", () => {
  test("shares, weights, λ and ratio are those of a forty-digit power iteration, to every decimal shown; weights sum exactly", () => {
    fc.assert(
      fc.property(judgements, ({ ids, list }) => {
        const { vector, value } = principal(matrixOf(ids, list));
        const { shares, weights, consistency } = weightsFromPairs(list, {
          total: 1,
          scale: 9,
          randomIndex: "saaty-2005",
        });
        ids.forEach((id, index) => {
          const off = (vector[index] as Decimal).minus(weights[id] ?? NaN).abs();
          expect(off.toNumber()).toBeLessThan(1e-9);
          expect(Math.abs((shares[id] ?? NaN) - (vector[index] as Decimal).toNumber())).toBeLessThan(5.0001e-7);
        });
        expect(exactSum(weights)).toBe(10n ** 9n);
        expect(Math.abs(consistency.lambdaMax - value.toNumber())).toBeLessThan(5.0001e-7);
        const index = value.minus(ids.length).div(ids.length - 1);
        expect(Math.abs(consistency.index - index.toNumber())).toBeLessThan(5.0001e-7);
        const table = [NaN, NaN, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45][ids.length] as number;
        if (table > 0)
          expect(Math.abs((consistency.ratio ?? NaN) - index.div(table).toNumber())).toBeLessThan(5.0001e-7);
      }),
    );
  });

  test("the worst pair is the one with the largest ε, and mending it never makes the judgements worse here", () => {
    fc.assert(
      fc.property(judgements, ({ list }) => {
        const { worst, pairs, consistency } = weightsFromPairs(list);
        if (worst === null) return;
        const size = ({ error }: { readonly error: number }): number => Math.max(error, 1 / error);
        const most = Math.max(...pairs.map(size));
        expect(size(worst)).toBeGreaterThan(most * (1 - 1e-4));
        expect(worst.consistencyThen).toBeLessThanOrEqual((consistency.ratio ?? NaN) + 1e-6);
      }),
    );
  });

  test("consistent judgements a = w ÷ v give the weights back", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, (points) => {
        const ids = idsOf(points.length);
        const list = ids.flatMap((a, index) =>
          ids.slice(index + 1).map((b, step) => ({
            a,
            b,
            ratio: `${String(points[index])}/${String(points[index + 1 + step])}` as `${number}/${number}`,
          })),
        );
        const total = points.reduce((sum, one) => sum + one, 0);
        const { weights, consistency, worst } = weightsFromPairs(list, { ids, total, scale: 0 });
        expect(Object.values(weights)).toEqual(points.map(String));
        expect([consistency.ratio ?? 0, consistency.index, consistency.lambdaMax, worst]).toEqual([
          0,
          0,
          points.length,
          null,
        ]);
      }),
    );
  });

  test("the order of judgements changes nothing, that of ids only the order of the result and who wins a tie", () => {
    fc.assert(
      fc.property(judgements, fc.infiniteStream(fc.nat()), ({ ids, list }, orders) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, order: orders.next().value as number }))
            .sort((a, b) => a.order - b.order)
            .map(({ item }) => item);
        const plain = weightsFromPairs(list, { ids });
        const other = weightsFromPairs(shuffled(list), { ids });
        expect([other.weights, other.shares, other.consistency]).toEqual([
          plain.weights,
          plain.shares,
          plain.consistency,
        ]);
        const renamed = weightsFromPairs(list, { ids: shuffled(ids) });
        expect(renamed.shares).toEqual(plain.shares);
        expect(renamed.consistency).toEqual(plain.consistency);
        for (const id of ids) {
          expect(Math.abs(Number(renamed.weights[id]) - Number(plain.weights[id]))).toBeLessThan(0.0101);
        }
      }),
    );
  });

  test("ids that nothing tells apart get equal weights but for what is left over, first come first served", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 2, 9), (size, odd) => {
        const ids = idsOf(size);
        const list = ids.flatMap((a, index) =>
          ids.slice(index + 1).map((b) => ({ a, b, ratio: index === 0 ? odd : 1 })),
        );
        const { weights } = weightsFromPairs(list, { ids });
        const equals = Object.values(weights).slice(1).map(Number);
        expect(equals).toEqual(equals.toSorted((a, b) => b - a));
        expect(Math.max(0, ...equals) - Math.min(100, ...equals)).toBeLessThan(0.0101);
      }),
    );
  });

  test("results are plain JSON", () => {
    fc.assert(
      fc.property(judgements, ({ list }) => {
        const result = weightsFromPairs(list);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 20 },
    );
  });
});
