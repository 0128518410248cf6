import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactQuantity } from "../../../src/ground/numeral.js";
import { type Rational, ZERO } from "../../../src/ground/rational.js";
import {
  ABOVE,
  BELOW,
  type Interval,
  isPoint,
  less,
  negative,
  order,
  point,
  product,
  span,
} from "../../../src/portfolio/worth/interval.js";

const whole = (n: number): Rational => exactQuantity(n);
const between = (low: number | null, high: number | null): Interval => ({
  low: low === null ? BELOW : whole(low),
  high: high === null ? ABOVE : whole(high),
});
const interval = fc
  .tuple(fc.option(fc.integer({ min: -9, max: 9 })), fc.option(fc.integer({ min: 0, max: 9 })))
  .map(([low, width]) => between(low, width === null ? null : (low ?? 0) + width));
/** Whole numbers of an interval, far ones for open ends. */
const members = ({ low, high }: Interval): number[] =>
  [-1000, ...Array.from({ length: 41 }, (_, index) => index - 20), 1000].filter(
    (n) => order(whole(n), low) >= 0 && order(whole(n), high) <= 0,
  );
const holds = ({ low, high }: Interval, value: number): boolean =>
  order(low, whole(value)) <= 0 && order(whole(value), high) <= 0;

test("order: open ends lie beyond every number and beside themselves", () => {
  expect([order(BELOW, whole(-1e9)), order(whole(1e9), ABOVE), order(BELOW, ABOVE), order(ABOVE, BELOW)]).toEqual([
    -1, -1, -1, 1,
  ]);
  expect([order(ABOVE, ABOVE), order(BELOW, BELOW), order(whole(2), whole(1))]).toEqual([0, 0, 1]);
});

describe("bounds hold every result, and the bounded ends are reached", () => {
  test.each([
    ["difference", less, (a: number, b: number): number => a - b],
    ["product", product, (a: number, b: number): number => a * b],
  ] as const)("%s", (_, combine, exact) => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const bounds = combine(a, b);
        const results = members(a).flatMap((x) => members(b).map((y) => exact(x, y)));
        for (const result of results) expect(holds(bounds, result)).toBe(true);
        if (bounds.low.d !== 0n) expect(results).toContain(Number(bounds.low.n));
        if (bounds.high.d !== 0n) expect(results).toContain(Number(bounds.high.n));
        if (bounds.low.d === 0n) expect(Math.min(...results)).toBeLessThan(-500);
        if (bounds.high.d === 0n) expect(Math.max(...results)).toBeGreaterThan(500);
      }),
    );
  });
});

test("an open end against an open end: a lower bound stays open below, an upper one above", () => {
  expect(less(point(ABOVE), point(ABOVE))).toEqual({ low: BELOW, high: ABOVE });
  expect(less(point(ABOVE), point(ZERO))).toEqual({ low: ABOVE, high: ABOVE });
  expect(less(point(ZERO), point(ABOVE))).toEqual({ low: BELOW, high: BELOW });
});

test("nothing times anything is nothing", () => {
  expect(product(point(ZERO), between(null, null))).toEqual(point(ZERO));
});

test("a point is a bounded number", () => {
  expect([isPoint(point(ABOVE)), isPoint(between(1, 2)), isPoint(between(1, 1)), isPoint(between(1, null))]).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

test("negative turns the sign, span is the farthest move either way", () => {
  expect(negative(between(1, 3))).toEqual(between(-3, -1));
  expect(span(between(1, 3), between(-5, 2))).toEqual(whole(10));
  expect(span(between(1, 3), between(-1, 2))).toEqual(whole(4));
  expect(span(between(1, null), between(0, 1))).toEqual(ABOVE);
  expect(span(between(null, 1), between(-1, 0))).toEqual(ABOVE);
  expect(span(between(1, null), point(ZERO))).toEqual(ZERO);
});
