import {
  INPUT_BY_LEVER,
  LIFETIME_LEVERS,
  type LifetimeFacts,
  type LifetimeTiming,
  lifetimeValue,
  type Quantity,
  RETENTION_CHANGES,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const money = (margin: Quantity, retention: Quantity, discountRate: Quantity): LifetimeFacts =>
  deepFreeze({ currency: "CNY", margin, retention, discountRate });

describe("B1.1 the closed form m·r ÷ (1 + i − r)", () => {
  // Gupta & Lehmann, Customers as Assets, Journal of Interactive Marketing 17 (2003): the margin multiple by retention and discount rate.
  test.each([
    ["0.6", [1.2, 1.15, 1.11, 1.07]],
    ["0.7", [1.75, 1.67, 1.59, 1.52]],
    ["0.8", [2.67, 2.5, 2.35, 2.22]],
    ["0.9", [4.5, 4.09, 3.75, 3.46]],
  ])("margin multiples of Gupta & Lehmann at a retention of %s", (retention, multiples) => {
    const rates = ["0.1", "0.12", "0.14", "0.16"];
    expect(rates.map((rate) => lifetimeValue(money("1", retention, rate)).value)).toEqual(multiples.map(String));
  });

  test("r = 0.8, i = 0.1: a multiple of 2.6667, rounded once from 8/3", () => {
    const worth = lifetimeValue({ ...money("30000", "0.8", "0.1"), acquisitionCost: "50000" });
    expect(worth).toMatchObject({
      v: 1,
      currency: "CNY",
      timing: "after-first-period",
      periods: "for-ever",
      multiple: 2.6667,
    });
    expect(worth).toMatchObject({ value: "80000", net: "30000", byPeriod: [], unknown: [], issues: [] });
    expect(lifetimeValue(money("10000", "0.8", "0.1")).value).toBe("26666.67");
    expect(lifetimeValue(money("10000", "0.8", "0.1"), { scale: 0 }).value).toBe("26667");
  });

  test("numbers mean the decimals that they print", () => {
    expect(lifetimeValue(money(30000, 0.8, 0.1))).toEqual(lifetimeValue(money("30000", "0.8", "0.1")));
  });

  test("nobody stays: nothing; everybody stays: the perpetuity m ÷ i", () => {
    expect(lifetimeValue(money("100", "0", "0.1"))).toMatchObject({ value: "0", multiple: 0 });
    expect(lifetimeValue(money("100", "1", "0.08"))).toMatchObject({ value: "1250", multiple: 12.5 });
  });

  test("a loss in every period is worth a loss", () => {
    expect(lifetimeValue(money("-30000", "0.8", "0.1")).value).toBe("-80000");
  });

  test("without discount a margin of 100 at r = 0.5 is worth another 100; below zero even more", () => {
    expect(lifetimeValue(money("100", "0.5", "0")).value).toBe("100");
    expect(lifetimeValue(money("100", "0.5", "-0.25")).value).toBe("200");
  });

  test("rounds half away from zero", () => {
    // r = 0.5, i = 0: a multiple of exactly 1.
    expect(lifetimeValue(money("0.005", "0.5", "0")).value).toBe("0.01");
    expect(lifetimeValue(money("-0.005", "0.5", "0")).value).toBe("-0.01");
    expect(lifetimeValue(money("0.004999", "0.5", "0")).value).toBe("0");
    // 1/16 = 0.0625 at i = 0.6, r = 0.1: 0.1 ÷ 1.5 = 0.0667; r = 0.5, i = 7.5: 0.5 ÷ 8 = 0.0625.
    expect(lifetimeValue(money("1", "0.5", "7.5"), { scale: 3 }).value).toBe("0.063");
  });

  test("net is rounded once, from the exact value: 1 · 0.5 ÷ (1 + 0.5 − 0.5) = 0.5, less 0.2 is 0.3, and not 1 less 0.2", () => {
    const worth = (margin: string, acquisitionCost: string, scale: number): object =>
      lifetimeValue({ ...money(margin, "0.5", "0.5"), acquisitionCost }, { scale });
    expect(worth("1", "0.2", 0)).toMatchObject({ value: "1", net: "0" });
    expect(worth("1", "0.2", 1)).toMatchObject({ value: "0.5", net: "0.3" });
    // 0.005 less 0.001 is 0.004; 0.5 less 1.005 is −0.505, a tie, away from zero.
    expect(worth("0.01", "0.001", 2)).toMatchObject({ value: "0.01", net: "0" });
    expect(worth("1", "1.005", 2)).toMatchObject({ value: "0.5", net: "-0.51" });
    // By periods 0.5 + 0.25 · 2/3 … : 1 ÷ 3 + 1 ÷ 9 = 0.4444…, less 0.44 is 0.0044…
    const finite = { ...money("1", "0.5", "0.5"), periods: 2, acquisitionCost: "0.44" };
    expect(lifetimeValue(finite)).toMatchObject({ value: "0.44", net: "0" });
    expect(lifetimeValue(finite, { scale: 3 })).toMatchObject({ value: "0.444", net: "0.004" });
  });

  test("of a horizon that is faulty the result says that it isn't known, never that it is for ever", () => {
    const worth = lifetimeValue({ ...money("1", "0.5", "0"), periods: 0 });
    expect(worth).toMatchObject({ periods: null, value: null, unknown: ["periods", "acquisitionCost"] });
    expect(worth.issues).toMatchObject([{ code: "out-of-range", path: ["periods"] }]);
  });
});

describe("B1.1 timing of the first margin", () => {
  test.each<[LifetimeTiming, string, number]>([
    ["after-first-period", "80000", 2.6667],
    ["at-once", "110000", 3.6667],
    ["end-of-first-period", "100000", 3.3333],
  ])("%s: %s", (timing, value, multiple) => {
    expect(lifetimeValue(money("30000", "0.8", "0.1"), { timing })).toMatchObject({ timing, value, multiple });
  });

  test("at-once: Berger & Nasr 1998, case 1, the insurer: 260 a year, 75 % stay, 20 % discount, ten years after the first", () => {
    const worth = lifetimeValue({ ...money("260", "0.75", "0.2"), periods: 11 }, { timing: "at-once" });
    expect(worth.value).toBe("689.39");
    // Less 50 a year for promotion in the middle of each year: 568.78 as printed there. Half years aren't ours: floats will do.
    const promotion = Array.from({ length: 10 }, (_, year) => (50 * 0.75 ** year) / 1.2 ** (year + 0.5));
    expect(Number(worth.value) - promotion.reduce((sum, part) => sum + part, 0)).toBeCloseTo(568.78, 2);
  });

  test("by period: the first margin is certain, or not, and discounted, or not", () => {
    const facts = { currency: "CNY", margin: "100", retention: "0.5", discountRate: "0.25", periods: 3 };
    const parts = (timing: LifetimeTiming): unknown =>
      lifetimeValue(facts, { timing }).byPeriod.map(({ survival, presentValue }) => [survival, presentValue]);
    // q = 0.5 ÷ 1.25 = 0.4
    expect(parts("after-first-period")).toEqual([
      [0.5, "40"],
      [0.25, "16"],
      [0.125, "6.4"],
    ]);
    expect(parts("at-once")).toEqual([
      [1, "100"],
      [0.5, "40"],
      [0.25, "16"],
    ]);
    expect(parts("end-of-first-period")).toEqual([
      [1, "80"],
      [0.5, "32"],
      [0.25, "12.8"],
    ]);
  });
});

describe("B1.1 finite horizon, margins and retention by period", () => {
  test("parts are differences of the rounded sums so far, so that they sum exactly to the value", () => {
    // q = 8/11: 72.727…, 52.892…, 38.467…; sums 72.727, 125.620, 164.087.
    const worth = lifetimeValue({ ...money("100", "0.8", "0.1"), periods: 3 }, { scale: 0 });
    expect(worth.byPeriod.map(({ presentValue }) => presentValue)).toEqual(["73", "53", "38"]);
    expect(worth).toMatchObject({ value: "164", periods: 3, multiple: 1.6409 });
  });

  test("margins by period set the horizon; retention may differ too", () => {
    const worth = lifetimeValue({
      currency: "CNY",
      margin: ["100", 110],
      retention: ["0.9", "0.8"],
      discountRate: "0.25",
    });
    // 100 × 0.9 ÷ 1.25 = 72; 110 × 0.72 ÷ 1.5625 = 50.688
    expect(worth.byPeriod).toEqual([
      { period: 1, margin: "100", survival: 0.9, presentValue: "72" },
      { period: 2, margin: "110", survival: 0.72, presentValue: "50.69" },
    ]);
    expect(worth).toMatchObject({ value: "122.69", periods: 2, multiple: null });
  });

  test("retention by period sets the horizon: with a certain first margin one margin more", () => {
    const facts = { currency: "CNY", margin: "100", retention: ["0.5", "0.1"], discountRate: "0" };
    expect(lifetimeValue(facts)).toMatchObject({ periods: 2, value: "55", multiple: 0.55 });
    expect(lifetimeValue(facts, { timing: "at-once" })).toMatchObject({ periods: 3, value: "155" });
    const three = { ...facts, margin: ["100", "10", "1"] };
    expect(lifetimeValue(three, { timing: "at-once" }).value).toBe("105.05");
    expect(lifetimeValue({ ...three, retention: ["0.5", "0.1", "0.9"] }, { timing: "at-once" }).value).toBe("105.05");
  });

  test("an empty list sets no horizon, a list that is too long none beyond 1200", () => {
    expect(lifetimeValue({ ...money("1", "0.5", "0"), margin: [] })).toMatchObject({ periods: null, value: null });
    const long = new Array<string>(1201).fill("1");
    expect(lifetimeValue({ ...money("1", "0.5", "0"), margin: long })).toMatchObject({ periods: 1200, value: null });
  });

  test("a number of periods as text, or with an exponent, is that number", () => {
    const three = "3" as unknown as number;
    const ten = "1e1" as unknown as number;
    expect(lifetimeValue({ ...money("100", "1", "0"), periods: three })).toMatchObject({ periods: 3, value: "300" });
    expect(lifetimeValue({ ...money("100", "1", "0"), periods: ten })).toMatchObject({ periods: 10, value: "1000" });
  });

  test("once everybody has left nothing more comes in", () => {
    const facts = { currency: "CNY", margin: "100", retention: ["0.5", "0", "1"], discountRate: "0" };
    expect(lifetimeValue(facts).byPeriod.map(({ presentValue }) => presentValue)).toEqual(["50", "0", "0"]);
  });

  test.each<[string, Partial<LifetimeFacts>, object]>([
    [
      "a margin too many",
      { margin: ["1", "2", "3"], periods: 2 },
      { code: "too-many", path: ["margin"], details: { most: 2, received: 3 } },
    ],
    [
      "a margin too few",
      { margin: ["1"], periods: 2 },
      { code: "too-few", path: ["margin"], details: { least: 2, received: 1 } },
    ],
    [
      "a retention too few",
      { retention: ["1"], periods: 2 },
      { code: "too-few", path: ["retention"], details: { least: 2, received: 1 } },
    ],
    [
      "a retention too many",
      { retention: ["1", "1", "1"], periods: 2 },
      { code: "too-many", path: ["retention"], details: { most: 2, received: 3 } },
    ],
    ["no margins", { margin: [] }, { code: "too-few", path: ["margin"], details: { least: 1, received: 0 } }],
    [
      "1201 margins",
      { margin: new Array(1201).fill("1") },
      { code: "too-many", path: ["margin"], details: { most: 1200, received: 1201 } },
    ],
    [
      "a period of none",
      { periods: 0 },
      { code: "out-of-range", path: ["periods"], details: { received: "0", least: 1, most: 1200 } },
    ],
    [
      "1201 periods",
      { periods: 1201 },
      { code: "out-of-range", path: ["periods"], details: { received: "1201", least: 1, most: 1200 } },
    ],
    [
      "half a period",
      { periods: 2.5 },
      { code: "wrong-type", path: ["periods"], details: { expected: "integer", received: "2.5" } },
    ],
    [
      "periods that are no number",
      { periods: Number.NaN },
      { code: "not-json", path: ["periods"], details: { received: "NaN" } },
    ],
  ])("%s: an issue and no value, never for ever", (_, facts, issue) => {
    const worth = lifetimeValue({ ...money("1", "0.5", "0.1"), ...facts });
    expect(worth.issues).toEqual([issue]);
    expect(worth).toMatchObject({ value: null, multiple: null });
    expect(worth.sensitivity.every(({ value }) => value === null)).toBe(true);
  });

  test("1200 periods of four decimals are quick and meet the closed form", () => {
    const facts = money("30000.12", "0.9876", "0.0123");
    const start = performance.now();
    const worth = lifetimeValue({ ...facts, periods: 1200 });
    expect(performance.now() - start).toBeLessThan(1500);
    expect(worth.byPeriod).toHaveLength(1200);
    expect(worth.value).toBe(lifetimeValue(facts).value);
  });

  test("1200 margins and retentions of 30 decimals stay bounded", () => {
    const long = `0.9${"123456789".repeat(3)}12`;
    const list = new Array<string>(1200).fill(long);
    const start = performance.now();
    const worth = lifetimeValue(
      { currency: "CNY", margin: list, retention: list, discountRate: long },
      { changes: [] },
    );
    expect(performance.now() - start).toBeLessThan(5000);
    expect(worth.issues).toEqual([]);
  });
});

describe("B1.3 four levers", () => {
  test.each(LIFETIME_LEVERS)("B1.3 %s: a tenth more of the input that it moves is worth more", (lever) => {
    const base = { currency: "CNY", margin: "100", retention: "0.8", discountRate: "0.1" };
    const more = {
      ...base,
      [INPUT_BY_LEVER[lever]]: { margin: "110", retention: "0.88" }[INPUT_BY_LEVER[lever] as "margin"],
    };
    // 100 · 0.8 ÷ 0.3 = 266.67; a margin of 110: 293.33; a retention of 0.88: 88 ÷ 0.22 = 400.
    const value = INPUT_BY_LEVER[lever] === "margin" ? "293.33" : "400";
    expect([lifetimeValue(base).value, lifetimeValue(more).value]).toEqual(["266.67", value]);
  });
});

describe("B1.1, B1.3 sensitivity to retention: what the lever of loyalty is worth", () => {
  test("one point more or less, five points more or less", () => {
    const { sensitivity } = lifetimeValue(money("30000", "0.8", "0.1"));
    expect(sensitivity.map(({ change }) => change)).toEqual([...RETENTION_CHANGES]);
    expect(sensitivity.map(({ retention }) => retention)).toEqual(["0.75", "0.79", "0.81", "0.85"]);
    // 30000 × 0.81 ÷ 0.29 = 83793.103…; × 0.79 ÷ 0.31 = 76451.612…; × 0.75 ÷ 0.35 = 64285.714…; × 0.85 ÷ 0.25 = 102000
    expect(sensitivity.map(({ value }) => value)).toEqual(["64285.71", "76451.61", "83793.1", "102000"]);
    expect(sensitivity.map(({ difference }) => difference)).toEqual(["-15714.29", "-3548.39", "3793.1", "22000"]);
    expect(sensitivity.map(({ multiple }) => multiple)).toEqual([2.1429, 2.5484, 2.7931, 3.4]);
  });

  test("a change that leaves 0 … 1, or that has no bound for ever, has no value", () => {
    const tried = (retention: Quantity, rate: Quantity, change: Quantity): unknown => {
      const { retention: at, value } =
        lifetimeValue(money("1", retention, rate), { changes: [change] }).sensitivity[0] ?? {};
      return [at, value];
    };
    expect(tried("0.98", "0.1", "0.05")).toEqual([null, null]);
    expect(tried("0.02", "0.1", "-0.05")).toEqual([null, null]);
    expect(tried("0.95", "0", "0.05")).toEqual(["1", null]);
    expect(tried("0.95", "0.1", "0.05")).toEqual(["1", "10"]);
    expect(tried("0.05", "0.1", "-0.05")).toEqual(["0", "0"]);
  });

  test("by period every retention moves", () => {
    const facts = { currency: "CNY", margin: ["100", "100"], retention: ["0.5", "0.9"], discountRate: "0" };
    const { sensitivity } = lifetimeValue(facts, { changes: ["0.1", "0.2"] });
    // 0.6 + 0.6 × 1 = 1.2 instead of 0.5 + 0.45 = 0.95
    expect(sensitivity[0]).toEqual({ change: "0.1", retention: null, value: "120", difference: "25", multiple: null });
    expect(sensitivity[1]).toEqual({ change: "0.2", retention: null, value: null, difference: null, multiple: null });
  });

  test("none asked, none given", () => {
    expect(lifetimeValue(money("1", "0.5", "0.1"), { changes: [] }).sensitivity).toEqual([]);
  });
});

describe("B1.1 unknown is never zero", () => {
  test("without margin the multiple is known, the value isn't", () => {
    const worth = lifetimeValue({ currency: "CNY", margin: null, retention: "0.8", discountRate: "0.1" });
    expect(worth).toMatchObject({ value: null, net: null, multiple: 2.6667, unknown: ["margin", "acquisitionCost"] });
    expect(worth.sensitivity[0]).toEqual({
      change: "-0.05",
      retention: "0.75",
      value: null,
      difference: null,
      multiple: 2.1429,
    });
    expect(lifetimeValue({ currency: "CNY", retention: "0.5", discountRate: 0, periods: 2 })).toMatchObject({
      byPeriod: [],
      multiple: 0.75,
      value: null,
    });
  });

  test("without retention or discount rate nothing is known", () => {
    const worth = lifetimeValue({ currency: "CNY", margin: "1", acquisitionCost: "5" });
    expect(worth).toMatchObject({
      value: null,
      net: null,
      multiple: null,
      unknown: ["retention", "discountRate"],
      issues: [],
    });
  });

  test("one unknown margin of several makes the sum unknown; the horizon stays that of the list", () => {
    const list = ["1", null, "2"] as unknown as string[];
    expect(lifetimeValue({ currency: "CNY", margin: list, retention: "0.5", discountRate: "0" })).toMatchObject({
      value: null,
      periods: 3,
      unknown: ["margin", "acquisitionCost"],
    });
  });
});

describe("B1.1 faulty data are issues", () => {
  test.each<[unknown, object]>([
    [
      { retention: "1.01" },
      { code: "out-of-range", path: ["retention"], details: { received: "1.01", least: 0, most: 1 } },
    ],
    [
      { retention: -0.1 },
      { code: "out-of-range", path: ["retention"], details: { received: "-0.1", least: 0, most: 1 } },
    ],
    [
      { discountRate: "-1" },
      {
        code: "out-of-range",
        path: ["discountRate"],
        details: { received: "-1", least: -1, exclusive: true, most: 1_000_000 },
      },
    ],
    [
      { discountRate: "1e999", periods: 1200 },
      {
        code: "out-of-range",
        path: ["discountRate"],
        details: { received: "1e999", least: -1, exclusive: true, most: 1_000_000 },
      },
    ],
    [
      { retention: 1, discountRate: 0 },
      { code: "out-of-range", path: ["discountRate"], details: { received: "0", least: 0, exclusive: true } },
    ],
    [
      { discountRate: "-0.5" },
      { code: "out-of-range", path: ["discountRate"], details: { received: "-0.5", least: -0.5, exclusive: true } },
    ],
    [{ margin: "1,5" }, { code: "not-a-decimal", path: ["margin"], details: { received: "1,5" } }],
    [{ margin: true }, { code: "wrong-type", path: ["margin"], details: { expected: "decimal", received: "true" } }],
    [
      { margin: { value: 1 } },
      { code: "wrong-type", path: ["margin"], details: { expected: "decimal", received: "object" } },
    ],
    [{ margin: ["x"] }, { code: "not-a-decimal", path: ["margin", 0], details: { received: "x" } }],
    [{ margin: Number.POSITIVE_INFINITY }, { code: "not-json", path: ["margin"], details: { received: "Infinity" } }],
    [{ margin: "1e-31" }, { code: "too-precise", path: ["margin"], details: { received: "1e-31" } }],
    [
      { acquisitionCost: -1 },
      { code: "out-of-range", path: ["acquisitionCost"], details: { received: "-1", least: 0 } },
    ],
    [{ currency: undefined }, { code: "required", path: ["currency"], details: {} }],
    [{ currency: 7 }, { code: "wrong-type", path: ["currency"], details: { expected: "string", received: "7" } }],
  ])("%j", (facts, issue) => {
    const worth = lifetimeValue({ ...money("1", "0.5", "0.1"), ...(facts as object) });
    expect(worth.issues).toEqual([issue]);
  });

  test("a finite horizon needs no bound on the discount rate but −1", () => {
    expect(lifetimeValue({ ...money("100", "1", "0"), periods: 3 })).toMatchObject({ value: "300", issues: [] });
    expect(lifetimeValue({ ...money("100", "1", "-0.5"), periods: 2 })).toMatchObject({ value: "600", issues: [] });
  });

  test("30 decimals are carried, 31 aren't, however they are written", () => {
    const tiny = `0.${"0".repeat(30)}1`;
    expect(lifetimeValue(money(tiny, "0.5", "0")).issues).toEqual([
      { code: "too-precise", path: ["margin"], details: { received: tiny } },
    ]);
    expect(lifetimeValue(money(`1.${"0".repeat(40)}`, "0.5", "0"))).toMatchObject({ value: "1", issues: [] });
    expect(lifetimeValue({ ...money("1e-30", "0.5", "0") }, { scale: 12 })).toMatchObject({ value: "0", issues: [] });
  });

  test("a multiple beyond 10^11 isn't printed, its value is", () => {
    const worth = lifetimeValue(money("1", "1", "1e-12"));
    expect(worth).toMatchObject({ multiple: null, value: "1000000000000" });
    expect(lifetimeValue(money("1", "1", "1e-11")).multiple).toBe(100_000_000_000);
  });
});
