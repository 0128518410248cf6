import { Decimal as HostDecimal } from "decimal.js";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { decimal, divideDecimals, sumDecimals } from "../../src/ground/decimal.js";

const digits = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat({ max: 20 }));
const quantities = digits.map(([whole, decimals]) => `${whole}e-${decimals}`);

afterEach(() => {
  HostDecimal.set({ defaults: true });
});

describe("a host's settings of decimal.js", () => {
  test("change nothing of ours", () => {
    HostDecimal.set({ precision: 2, rounding: HostDecimal.ROUND_FLOOR, toExpNeg: 0, toExpPos: 0, maxE: 9, minE: -9 });
    expect(new HostDecimal("1.2345").plus("1.2345").toString()).toBe("2.4e+0");
    expect(sumDecimals(["1.2345", "1.2345"])).toBe("2.469");
    expect(sumDecimals(["1e30", "1e-30"])).toBe(`1${"0".repeat(30)}.${"0".repeat(29)}1`);
    expect(divideDecimals("2", "3", 5)).toBe("0.66667");
    expect(decimal("2").div("3").toDecimalPlaces(4).toString()).toBe("0.6667");
    expect(decimal("-0.00005").toDecimalPlaces(4).toString()).toBe("-0.0001");
  });

  test("are left alone", () => {
    HostDecimal.set({ precision: 7 });
    sumDecimals(["1", "2"]);
    expect(HostDecimal.precision).toBe(7);
    expect(new HostDecimal(1).div(3).toString()).toBe("0.3333333");
  });
});

describe("decimal", () => {
  test("reads texts and numbers as the decimals that they print, and prints without exponents", () => {
    expect(decimal(0.1).plus(0.2).toString()).toBe("0.3");
    expect(decimal("1e21").toString()).toBe(`1${"0".repeat(21)}`);
    expect(decimal(5e-324).toString()).toBe(`0.${"0".repeat(323)}5`);
  });
});

describe("sumDecimals", () => {
  test.each([
    [[], "0"],
    [["-0"], "0"],
    [[0.1, 0.2], "0.3"],
    [["0.10", 0.2, "-0.3"], "0"],
    [["100.00"], "100"],
    [["0.1", "0.01", "0.001"], "0.111"],
    [["9999999999999999.99", "0.01"], "10000000000000000"],
    [[1e300, "-1e300", "1e-300"], `0.${"0".repeat(299)}1`],
  ] satisfies [(string | number)[], string][])("of %j is %s", (values, total) => {
    expect(sumDecimals(values)).toBe(total);
  });

  test("the widest decimals that can be read lose no digit", () => {
    const most = `${"9".repeat(124)}e999`;
    const fewest = `0.${"9".repeat(121)}e-999`;
    expect(sumDecimals([most, fewest, `-${most}`])).toBe(`0.${"0".repeat(999)}${"9".repeat(121)}`);
  });

  test("doesn't depend on the order, and is exact", () => {
    const law = fc.property(fc.array(quantities), (values) => {
      const total = values.reduce((sum, value) => {
        const [whole = "", power = ""] = value.split("e-");
        return sum + BigInt(whole) * 10n ** BigInt(20 - Number(power));
      }, 0n);
      expect(decimal(sumDecimals(values)).times("1e20").toString()).toBe(String(total));
      expect(sumDecimals([...values].reverse())).toBe(sumDecimals(values));
    });
    fc.assert(law);
  });
});

describe("divideDecimals", () => {
  test.each([
    ["1", "3", 4, "0.3333"],
    ["2", "3", 4, "0.6667"],
    ["-2", "3", 4, "-0.6667"],
    ["2", "-3", 4, "-0.6667"],
    // Ties go away from zero.
    ["1", "8", 2, "0.13"],
    ["-1", "8", 2, "-0.13"],
    ["1", "2", 0, "1"],
    ["-1", "2", 0, "-1"],
    ["5", "2", 0, "3"],
    [0.05, 10, 2, "0.01"],
    ["-1", "300", 2, "0"],
    ["7", "7", 9, "1"],
    ["0", "-5", 2, "0"],
    ["1e999", "1e999", 3, "1"],
  ])("%s ÷ %s to %s decimals is %s", (a, b, decimals, quotient) => {
    expect(divideDecimals(a, b, decimals)).toBe(quotient);
  });

  test("there is no quotient by zero", () => {
    for (const zero of [0, -0, "0", "-0.00", "0e9"]) expect(divideDecimals("1", zero, 2)).toBeNull();
    expect(divideDecimals("0", "0", 2)).toBeNull();
  });

  test("rounds once: 0.33449999… by way of four decimals would end at 0.335", () => {
    expect(divideDecimals(`0.3344${"9".repeat(120)}`, "1", 3)).toBe("0.334");
    expect(divideDecimals(`1${"0".repeat(127)}`, `2${"0".repeat(126)}1`, 0)).toBe("0");
    expect(divideDecimals(`1${"0".repeat(126)}`, `1${"9".repeat(126)}`, 0)).toBe("1");
  });

  test("is decimal.js's correctly rounded quotient", () => {
    const law = fc.property(quantities, quantities, fc.nat({ max: 12 }), (a, b, decimals) => {
      if (decimal(b).isZero()) return;
      const quotient = decimal(a).div(decimal(b)).toDecimalPlaces(decimals, HostDecimal.ROUND_HALF_UP);
      expect(divideDecimals(a, b, decimals)).toBe(quotient.plus(0).toFixed());
    });
    fc.assert(law);
  });
});
