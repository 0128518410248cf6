import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logarithms } from "../../src/ground/logarithm.js";

const Wide = Decimal.clone({ defaults: true, precision: 170, maxE: 9e15, minE: -9e15 });
const power = (bits: number): Decimal => new Wide(2).pow(bits);

describe("natural logarithms by whole numbers", () => {
  test("of 1 is zero, of 2 is the printed one", () => {
    const ln = logarithms(128);
    expect(ln(1n)).toBe(0n);
    // OEIS A002162.
    expect(new Wide(String(ln(2n))).div(power(128)).toDecimalPlaces(30).toString()).toBe(
      "0.693147180559945309417232121458",
    );
  });

  test("keep the bound that they state: (k + 8) × 2 × bits units, against decimal.js", () => {
    const values = fc.oneof(
      fc.bigInt({ min: 1n, max: 1000n }),
      fc.bigInt({ min: 1n, max: 10n ** 40n }),
      fc.integer({ min: 1, max: 250 }).map((exponent) => 10n ** BigInt(exponent) - 1n),
    );
    fc.assert(
      fc.property(values, fc.constantFrom(128, 256, 512), (value, bits) => {
        const exact = new Wide(String(value)).ln().times(power(bits));
        const error = new Wide(String(logarithms(bits)(value))).minus(exact).abs();
        const bound = (value.toString(2).length + 7) * 2 * bits;
        expect(error.lte(bound)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("every step of the reduction is met: all numbers from 512 to 1,024", () => {
    const ln = logarithms(128);
    for (let value = 512; value <= 1024; value += 4) {
      const error = new Wide(String(ln(BigInt(value)))).minus(new Wide(value).ln().times(power(128))).abs();
      expect(error.lt(20 * 256)).toBe(true);
    }
  });
});
