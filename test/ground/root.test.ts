import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational } from "../../src/ground/rational.js";
import { quotientIn, rootIn, wholeRoot } from "../../src/ground/root.js";

const Wide = Decimal.clone({ defaults: true, precision: 200, rounding: Decimal.ROUND_HALF_UP });

describe("square roots", () => {
  test("of small numbers", () => {
    expect([0n, 1n, 2n, 3n, 4n, 8n, 9n, 15n, 16n].map(wholeRoot)).toEqual([0n, 1n, 1n, 1n, 2n, 2n, 3n, 3n, 4n]);
  });

  test("the whole part is the largest number whose square isn't above", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (value) => {
        const root = wholeRoot(value);
        expect(root * root <= value && value < (root + 1n) * (root + 1n)).toBe(true);
        expect(wholeRoot(value * value)).toBe(value);
      }),
    );
  });

  test("are rounded to the nearest unit, ties away from zero", () => {
    // √2 = 1.41421356…, √(1 ÷ 4) = 0.5.
    expect(rootIn(rational(2n, 1n), 1_000_000n)).toBe(1_414_214n);
    expect(rootIn(rational(1n, 4n), 1n)).toBe(1n);
    expect(rootIn(rational(24n, 100n), 1n)).toBe(0n);
    expect(rootIn(rational(0n, 1n), 10n)).toBe(0n);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }), (n, d) => {
        const exact = new Wide(String(n)).div(String(d)).sqrt().times(1e9);
        expect(String(rootIn(rational(n, d), 10n ** 9n))).toBe(exact.toDecimalPlaces(0).toFixed());
      }),
    );
  });
});

test("quotients are rounded to the nearest unit, ties away from zero", () => {
  expect(quotientIn(1n, 3n, 100n)).toEqual(rational(33n, 100n));
  expect(quotientIn(1n, 8n, 100n)).toEqual(rational(13n, 100n));
  expect(quotientIn(-1n, 8n, 100n)).toEqual(rational(-13n, 100n));
});
