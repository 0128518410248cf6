import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ceiling,
  compare,
  greatest,
  least,
  minus,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  roundHalfAway,
  tenTo,
  times,
  ZERO,
} from "../../src/ground/rational.js";

const Wide = Decimal.clone({ defaults: true, precision: 200, rounding: Decimal.ROUND_HALF_UP });
const bigs = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const rationals = fc
  .tuple(
    bigs,
    bigs.filter((d) => d !== 0n),
  )
  .map(([n, d]) => rational(n, d));
const law = (...check: Parameters<typeof fc.property<[Rational, Rational, Rational]>>): void =>
  fc.assert(fc.property(...check));

describe("fractions", () => {
  test("are in lowest terms, the sign above the line", () => {
    expect(rational(6n, 4n)).toEqual({ n: 3n, d: 2n });
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(rational(-6n, -4n)).toEqual({ n: 3n, d: 2n });
    expect(rational(0n, -7n)).toEqual({ n: 0n, d: 1n });
    expect(rational(7n, 7n)).toEqual(ONE);
  });

  test("add, subtract, multiply and divide by hand", () => {
    const [half, third] = [rational(1n, 2n), rational(1n, 3n)];
    expect(plus(half, third)).toEqual({ n: 5n, d: 6n });
    expect(minus(third, half)).toEqual({ n: -1n, d: 6n });
    expect(times(half, third)).toEqual({ n: 1n, d: 6n });
    expect(over(half, third)).toEqual({ n: 3n, d: 2n });
    expect(over(half, rational(-1n, 3n))).toEqual({ n: -3n, d: 2n });
  });

  test("obey the laws of arithmetic, each result in lowest terms", () => {
    law(rationals, rationals, rationals, (a, b, c) => {
      expect(plus(a, b)).toEqual(plus(b, a));
      expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)));
      expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
      expect(minus(plus(a, b), b)).toEqual(a);
      if (b.n !== 0n) expect(times(over(a, b), b)).toEqual(a);
      const { n, d } = times(a, b);
      expect(rational(n, d)).toEqual({ n, d });
      expect(d > 0n).toBe(true);
    });
  });

  test("compare as numbers do, also where doubles are equal", () => {
    expect(compare(rational(1n, 3n), rational(2n, 6n))).toBe(0);
    expect(compare(rational(10n ** 30n, 3n), rational(10n ** 30n + 1n, 3n))).toBe(-1);
    expect(compare(rational(-1n, 3n), rational(-1n, 2n))).toBe(1);
    law(rationals, rationals, rationals, (a, b) => {
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
      expect(compare(a, b)).toBe(
        new Wide(a.n.toString()).div(a.d.toString()).cmp(new Wide(b.n.toString()).div(b.d.toString())),
      );
      expect([a, b]).toContain(least(a, b));
      expect(compare(least(a, b), greatest(a, b))).toBeLessThanOrEqual(0);
      expect(plus(least(a, b), greatest(a, b))).toEqual(plus(a, b));
    });
  });

  test("of equals, least and greatest take the first", () => {
    const twin = { n: 1n, d: 1n };
    expect(least(ONE, twin)).toBe(ONE);
    expect(greatest(ONE, twin)).toBe(ONE);
    expect([least(ZERO, ONE), greatest(ZERO, ONE)]).toEqual([ZERO, ONE]);
  });
});

describe("rounding", () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [3n, 2n, 2n],
    [0n, 9n, 0n],
    [7n, 3n, 2n],
    [8n, 3n, 3n],
    [-7n, 3n, -2n],
    [-8n, 3n, -3n],
    [25n, 10n, 3n],
    [249n, 100n, 2n],
    [-249n, 100n, -2n],
  ])("%s/%s is nearest to %s, ties away from zero", (n, d, rounded) => {
    expect(roundHalfAway(n, d)).toBe(rounded);
  });

  test("is decimal.js's ROUND_HALF_UP, ties and negatives included", () => {
    const ties = bigs.map((n): [bigint, bigint] => [2n * n + 1n, 2n]);
    const any = fc.tuple(bigs, fc.bigInt({ min: 1n, max: 10n ** 12n }));
    fc.assert(
      fc.property(fc.oneof(ties, any), ([n, d]) => {
        const expected = new Wide(n.toString()).div(d.toString()).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
        expect(roundHalfAway(n, d).toString()).toBe(expected.plus(0).toFixed());
        expect(roundHalfAway(-n, d)).toBe(-roundHalfAway(n, d));
      }),
    );
  });

  test("ceiling goes up, never down, and stays at whole numbers", () => {
    const cases: [bigint, bigint, bigint][] = [
      [7n, 2n, 4n],
      [-7n, 2n, -3n],
      [6n, 2n, 3n],
      [-6n, 2n, -3n],
      [0n, 5n, 0n],
      [1n, 9n, 1n],
      [-1n, 9n, 0n],
    ];
    for (const [n, d, up] of cases) expect([n, d, ceiling(n, d)]).toEqual([n, d, up]);
    fc.assert(
      fc.property(bigs, fc.bigInt({ min: 1n, max: 10n ** 12n }), (n, d) => {
        const up = ceiling(n, d);
        expect(up * d >= n && (up - 1n) * d < n).toBe(true);
      }),
    );
  });

  test("powers of ten", () => {
    expect([tenTo(0), tenTo(1), tenTo(25)]).toEqual([1n, 10n, 10n ** 25n]);
  });
});
