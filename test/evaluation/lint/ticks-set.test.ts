import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  capSet,
  hull,
  meets,
  NOTHING,
  plusSet,
  type Run,
  setOf,
  sumsWithout,
  type TicksSet,
  within,
} from "../../../src/evaluation/lint/ticks-set.js";

const runs = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat({ max: 3 })), { minLength: 1, maxLength: 4 })
  .map((drawn) => drawn.map(([from, length]): Run => [from, from + length]));
const sets = runs.map(setOf);
const members = (set: TicksSet): number[] =>
  set.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
const unique = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
const plenty = (): { left: number } => ({ left: 1e6 });

describe("sets of ticks against plain lists", () => {
  test("runs merge where they overlap or touch", () => {
    expect(
      setOf([
        [5, 6],
        [1, 2],
        [3, 3],
        [6, 9],
      ]),
    ).toEqual([
      [1, 3],
      [5, 9],
    ]);
    fc.assert(
      fc.property(runs, (drawn) => {
        expect(members(setOf(drawn))).toEqual(unique(members(drawn)));
      }),
    );
  });

  test("sums, caps, parts and hulls", () => {
    fc.assert(
      fc.property(sets, sets, fc.integer({ min: -25, max: 25 }), fc.nat({ max: 10 }), (a, b, from, length) => {
        const [one, other] = [members(a), members(b)];
        expect(members(plusSet(a, b, plenty()))).toEqual(unique(one.flatMap((x) => other.map((y) => x + y))));
        expect(members(capSet(a, from))).toEqual(unique(one.map((x) => Math.min(x, from))));
        const inside = one.filter((x) => x >= from && x <= from + length);
        expect(members(within(a, from, from + length))).toEqual(inside);
        expect(meets(a, from, from + length)).toBe(inside.length > 0);
        expect(hull(a)).toEqual([Math.min(...one), Math.max(...one)]);
      }),
    );
  });

  test("nothing meets an interval that ends before it starts", () => {
    expect(meets([[1, 9]], 5, 4)).toBe(false);
    expect(meets([], 5, 6)).toBe(false);
  });

  test("the sum of all but one", () => {
    fc.assert(
      fc.property(fc.array(sets, { minLength: 1, maxLength: 5 }), (all) => {
        const others = all.map((_, place) =>
          all.filter((__, index) => index !== place).reduce((sum, set) => plusSet(sum, set, plenty()), NOTHING),
        );
        expect(sumsWithout(all, plenty())).toEqual(others);
      }),
    );
  });

  test("beyond the work allowed a sum is the hull, which holds more, never less; work is spent by pairs", () => {
    const work = { left: 5 };
    const holes = setOf([
      [0, 0],
      [10, 10],
    ]);
    expect(plusSet(holes, holes, work)).toEqual([
      [0, 0],
      [10, 10],
      [20, 20],
    ]);
    expect(work.left).toBe(1);
    expect(plusSet(holes, holes, work)).toEqual([[0, 20]]);
    expect(plusSet(holes, NOTHING, { left: 2 })).toEqual(holes);
  });

  test("unbounded runs stay so", () => {
    expect(plusSet([[-Infinity, 4]], [[1, Infinity]], plenty())).toEqual([[-Infinity, Infinity]]);
    expect(capSet([[0, Infinity]], 40)).toEqual([[0, 40]]);
  });
});
