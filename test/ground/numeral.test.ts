import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalDecimal,
  decimalsOf,
  exactly,
  exactQuantity,
  isNumeral,
  middle,
  printDecimal,
  sum,
} from "../../src/ground/numeral.js";

const Wide = Decimal.clone({ defaults: true, precision: 3000, toExpNeg: -9e15, toExpPos: 9e15 });

const NUMERALS = [
  "0",
  "-0",
  "5",
  "-5",
  "1.5",
  "0.05",
  "1.50",
  "10",
  "1e3",
  "1E3",
  "1e+3",
  "1e-3",
  "-1.5E-300",
  "0e0",
  "1e400",
  "1e999",
];
const REFUSED = [
  "",
  " ",
  " 5",
  "5 ",
  "5\n",
  "+5",
  ".5",
  "5.",
  "-",
  "-.5",
  "1,5",
  "1.5.1",
  "1 000",
  "1_000",
  "00",
  "05",
  "-05",
  "0x1",
  "0b1",
  "0o7",
  "1n",
  "1e",
  "e5",
  "1e1.5",
  "1e1000",
  "NaN",
  "Infinity",
  "-Infinity",
  "null",
  "5%",
  "٣",
  "５",
  "−5",
  "--5",
  "1e--3",
];

describe("the grammar of decimals is that of JSON numbers", () => {
  test.each(NUMERALS)("%j is one", (text) => {
    expect(isNumeral(text)).toBe(true);
    expect(JSON.parse(text)).toBe(Number(text));
  });

  test.each(REFUSED)("%j isn't", (text) => {
    expect(isNumeral(text)).toBe(false);
  });

  test("a hundred and twenty-eight characters are read, one more isn't", () => {
    expect(isNumeral("9".repeat(128))).toBe(true);
    expect(isNumeral("9".repeat(129))).toBe(false);
    expect(isNumeral(`0.${"1".repeat(126)}`)).toBe(true);
    expect(isNumeral(`0.${"1".repeat(127)}`)).toBe(false);
  });

  test("every finite number prints one", () => {
    const law = fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => isNumeral(String(value)));
    fc.assert(law);
  });

  test("a long text of digits or zeros doesn't hold the reader up", () => {
    const start = performance.now();
    for (const text of ["9".repeat(1e6), `${"0".repeat(1e6)}x`, `1.${"0".repeat(1e6)}e`])
      expect(isNumeral(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("the canonical text of a decimal", () => {
  test.each([
    ["0", "0"],
    ["-0", "0"],
    ["-0.000", "0"],
    ["0e5", "0"],
    ["1.50", "1.5"],
    ["15e-1", "1.5"],
    ["0.15E1", "1.5"],
    ["-1.50", "-1.5"],
    ["1E3", "1000"],
    ["1e+3", "1000"],
    ["1.25e1", "12.5"],
    ["12.5e-4", "0.00125"],
    ["-5e-1", "-0.5"],
    ["100", "100"],
    ["100.00", "100"],
    ["0.10", "0.1"],
  ])("of %s is %s", (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical);
  });

  test("a number means the decimal that it prints", () => {
    expect(canonicalDecimal(0.1)).toBe("0.1");
    expect(canonicalDecimal(-0)).toBe("0");
    expect(canonicalDecimal(1e21)).toBe(`1${"0".repeat(21)}`);
    expect(canonicalDecimal(1.5e-7)).toBe("0.00000015");
    expect(canonicalDecimal(5e-324)).toBe(`0.${"0".repeat(323)}5`);
    expect(canonicalDecimal(1.7976931348623157e308)).toBe(`17976931348623157${"0".repeat(292)}`);
    expect(canonicalDecimal(Number.MAX_SAFE_INTEGER + 1)).toBe("9007199254740992");
  });

  test("is decimal.js's, for every number and text, and canonical itself", () => {
    const texts = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.nat({ max: 30 }),
        fc.integer({ min: -400, max: 400 }),
      )
      .map(([digits, decimals, power]) => `${digits}.${"7".repeat(decimals + 1)}e${power}`);
    const quantities = fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true }));
    const law = fc.property(quantities, (quantity) => {
      const canonical = canonicalDecimal(quantity);
      expect(canonical).toBe(new Wide(String(quantity)).plus(0).toFixed());
      expect(canonicalDecimal(canonical)).toBe(canonical);
      expect(Number(canonical) + 0).toBe(Number(quantity) + 0);
    });
    fc.assert(law, { numRuns: 500 });
  });

  test("of a thousand decimals is found quickly", () => {
    const start = performance.now();
    for (let run = 0; run < 2_000; run += 1) expect(canonicalDecimal("3e-999")).toHaveLength(1_001);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("exact values", () => {
  test("are in lowest terms", () => {
    expect(exactly("1.50")).toEqual({ n: 3n, d: 2n });
    expect(exactly("-0.125")).toEqual({ n: -1n, d: 8n });
    expect(exactly("12e2")).toEqual({ n: 1200n, d: 1n });
    expect(exactly("-0")).toEqual({ n: 0n, d: 1n });
    expect(exactQuantity(0.1)).toEqual({ n: 1n, d: 10n });
    expect(exactQuantity("2.50")).toEqual({ n: 5n, d: 2n });
  });

  test("print and read back unchanged", () => {
    const law = fc.property(fc.bigInt(), fc.nat({ max: 60 }), (digits, decimals) => {
      const value = exactly(`${digits}e-${decimals}`);
      expect(exactly(printDecimal(value))).toEqual(value);
    });
    fc.assert(law);
  });

  test.each([
    [1n, 1n, 0],
    [0n, 1n, 0],
    [1n, 2n, 1],
    [1n, 4n, 2],
    [1n, 5n, 1],
    [-3n, 40n, 3],
    [7n, 1000n, 3],
    [1n, 2n ** 333n, 333],
    [1n, 5n ** 64n, 64],
    [1n, 2n ** 7n * 5n ** 90n, 90],
    [3n, 10n ** 999n, 999],
    [1n, 2n ** 1000n, 1000],
  ])("%s/%s takes %s decimals", (n, d, decimals) => {
    expect(decimalsOf({ n, d })).toBe(decimals);
  });

  test("as many decimals as are needed, none more", () => {
    const powers = fc.nat({ max: 60 });
    const law = fc.property(powers, powers, (twos, fives) => {
      expect(decimalsOf({ n: 1n, d: 2n ** BigInt(twos) * 5n ** BigInt(fives) })).toBe(Math.max(twos, fives));
    });
    fc.assert(law);
  });

  test("sum and middle are exact, and nothing sums to 0", () => {
    expect(sum([])).toEqual({ n: 0n, d: 1n });
    expect(printDecimal(sum(["0.1", "0.2", "-0.3", "1e-30"].map(exactly)))).toBe(`0.${"0".repeat(29)}1`);
    expect(printDecimal(middle(exactly("0.1"), exactly("0.2")))).toBe("0.15");
    expect(printDecimal(middle(exactly("-1"), exactly("1")))).toBe("0");
  });
});
