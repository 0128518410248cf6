import fc from "fast-check";
import { RANKING_METHODS, type RankingMethod, weightsFromRanking } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { exactSum, faultsOf } from "./faults.js";
import { largestRemainder, Wide } from "./oracle.js";

describe("C3.1 weights from a ranking", () => {
  // Barron & Barrett, Decision quality using ranked attribute weights, Management Science 42 (1996), table 1.
  test.each<[RankingMethod, number, number[]]>([
    ["rank-order-centroid", 3, [0.6111, 0.2778, 0.1111]],
    ["rank-order-centroid", 4, [0.5208, 0.2708, 0.1458, 0.0625]],
    ["rank-sum", 3, [0.5, 0.3333, 0.1667]],
    ["rank-sum", 4, [0.4, 0.3, 0.2, 0.1]],
    ["rank-reciprocal", 3, [0.5455, 0.2727, 0.1818]],
    ["rank-reciprocal", 4, [0.48, 0.24, 0.16, 0.12]],
  ])("published: %s of %i", (method, count, shares) => {
    const ranking = deepFreeze(["a", "b", "c", "d"].slice(0, count));
    const result = weightsFromRanking(ranking, { method });
    expect(Object.values(result.shares).map((share) => Number(share.toFixed(4)))).toEqual(shares);
    expect([result.method, result.notes]).toEqual([method, []]);
  });

  test("the centroid is what is taken unless told, and what is left over goes to the first of equal remainders", () => {
    // 52.0833, 27.0833, 14.5833, 6.25: three remainders of a third of a hundredth, one hundredth left.
    expect(weightsFromRanking(["a", "b", "c", "d"])).toEqual({
      method: "rank-order-centroid",
      total: "100",
      scale: 2,
      weights: { a: "52.09", b: "27.08", c: "14.58", d: "6.25" },
      shares: { a: 0.520833, b: 0.270833, c: 0.145833, d: 0.0625 },
      notes: [],
    });
  });

  test("equals share their places", () => {
    const { weights } = weightsFromRanking(["a", ["b", "c"], ["d"]], { method: "rank-sum", total: 10, scale: 1 });
    expect(weights).toEqual({ a: "4", b: "2.5", c: "2.5", d: "1" });
    const { shares } = weightsFromRanking([["a", "b", "c"]], { method: "rank-order-centroid" });
    expect(shares).toEqual({ a: 0.333333, b: 0.333333, c: 0.333333 });
    expect(weightsFromRanking(["a"]).weights).toEqual({ a: "100" });
  });

  const rankings = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }).map((sizes) => {
    let next = 0;
    return sizes.map((size) => Array.from({ length: size }, () => `i${String(next++)}`));
  });

  test("each method is its formula, summed over the places of equals, cut by the largest remainder", () => {
    const share: Readonly<Record<RankingMethod, (place: number, count: number) => InstanceType<typeof Wide>>> = {
      "rank-order-centroid": (place, count) => {
        let sum = new Wide(0);
        for (let k = place; k <= count; k += 1) sum = sum.plus(new Wide(1).div(k));
        return sum.div(count);
      },
      "rank-sum": (place, count) => new Wide(2 * (count + 1 - place)).div(count * (count + 1)),
      "rank-reciprocal": (place) => new Wide(1).div(place),
    };
    fc.assert(
      fc.property(
        rankings,
        fc.constantFrom(...RANKING_METHODS),
        fc.integer({ min: 2, max: 5 }),
        (ranking, method, scale) => {
          const count = ranking.flat().length;
          let place = 0;
          const shares = ranking.flatMap((group) => {
            const taken = group.map(() => share[method]((place += 1), count));
            return group.map(() =>
              taken
                .reduce((sum, one) => sum.plus(one), new Wide(0))
                .div(group.length)
                .toDecimalPlaces(50),
            );
          });
          const { weights } = weightsFromRanking(ranking, { method, scale });
          const units = largestRemainder(shares, 10 ** (2 + scale));
          expect(Object.values(weights).map((text) => Math.round(Number(text) * 10 ** scale))).toEqual(units);
          expect(exactSum(weights)).toBe(100n * 10n ** 9n);
          expect(Object.keys(weights)).toEqual(ranking.flat());
        },
      ),
    );
  });

  test("who ranks higher never weighs less", () => {
    fc.assert(
      fc.property(rankings, fc.constantFrom(...RANKING_METHODS), (ranking, method) => {
        const weights = Object.values(weightsFromRanking(ranking, { method }).weights).map(Number);
        expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      }),
    );
  });

  test.each<[string, unknown, unknown, string[]]>([
    ["nothing", [], {}, [": too-few"]],
    ["an empty list of equals", [["a"], []], {}, ["1: too-few"]],
    ["an id twice", ["a", ["b", "a"]], {}, ["1.1: duplicate-id"]],
    ["unsafe ids", ["a", "12", ["$x"]], {}, ["1: unsafe-id", "2.0: unsafe-id"]],
    [
      "ids that are none",
      [1, null, [{}], [["a"]]],
      {},
      ["0: wrong-type", "1: wrong-type", "2.0: wrong-type", "3.0: wrong-type"],
    ],
    ["no list", "a", {}, [": wrong-type", ": too-few"]],
    ["an unknown method", ["a"], { method: "rank-exponent" }, ["options.method: unknown-value"]],
    ["a total too small", ["a", "b"], { total: 1, scale: 0 }, ["options.total: total-too-small"]],
  ])("refuses %s", (_, ranking, options, faults) => {
    expect(faultsOf(() => weightsFromRanking(ranking as never, options as never))).toEqual(faults);
  });

  test("a thousand ids are weighed, one more is refused", () => {
    const ids = Array.from({ length: 1001 }, (_, index) => `i${String(index)}`);
    expect(faultsOf(() => weightsFromRanking(ids, { scale: 4 }))).toEqual([": too-many"]);
    const { weights, notes } = weightsFromRanking(ids.slice(1), { scale: 4 });
    expect(exactSum(weights)).toBe(100n * 10n ** 9n);
    expect(notes).toEqual([]);
    const coarse = weightsFromRanking(ids.slice(1));
    expect(exactSum(coarse.weights)).toBe(100n * 10n ** 9n);
    expect(Object.values(coarse.weights).at(-1)).toBe("0.01");
    expect(coarse.notes.at(-1)).toEqual({ code: "raised-to-least", id: "i1000", share: 0.000001, weight: "0.01" });
  });
});
