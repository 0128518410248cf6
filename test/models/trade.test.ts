import fc from "fast-check";
import { evaluate } from "keyaccount";
import { keyAccountScorecard } from "keyaccount/handbook";
import {
  parseTradeRecord,
  type TradeFactsOptions,
  type TradeMonth,
  type TradeRecord,
  tradeFacts,
} from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { faults, issuesOf, stored, thrownBy, valueOf } from "./noun.js";

const record = (months: readonly TradeMonth[], from = "2025-05", to = "2026-10"): TradeRecord =>
  deepFreeze({ v: 1, currency: "CNY", from, to, months });
const asOf = "2026-11-21";

describe("D1.6 trade record", () => {
  const parse = (months: object[], more: object = {}): string[] =>
    faults(parseTradeRecord({ v: 1, currency: "CNY", from: "2026-01", to: "2026-10", months, ...more }));

  test("each month once, inside the span", () => {
    expect(
      parse([
        { month: "2026-01", sales: "1" },
        { month: "2026-01", sales: "2" },
        { month: "2026-11", sales: "3" },
        { month: "2025-12", sales: "3" },
      ]),
    ).toEqual([
      "duplicate-month at months.1.month",
      "outside-span at months.2.month",
      "outside-span at months.3.month",
    ]);
  });

  test("an outside month says which months the record covers", () => {
    const input = { v: 1, currency: "CNY", from: "2026-01", to: "2026-10", months: [{ month: "2026-11", sales: "1" }] };
    expect(issuesOf(parseTradeRecord(input))).toEqual([
      {
        code: "outside-span",
        path: ["months", 0, "month"],
        details: { month: "2026-11", from: "2026-01", to: "2026-10" },
      },
    ]);
  });

  test("amounts are decimal texts; only sales and margin may be negative", () => {
    expect(parse([{ month: "2026-01", sales: "-5.00", margin: "-1" }])).toEqual([]);
    expect(
      parse([{ month: "2026-01", sales: 5, purchases: "-1", orders: 1.5, returns: "x", products: [{ product: "A" }] }]),
    ).toEqual([
      "decimal-not-text at months.0.sales",
      "negative at months.0.purchases",
      "wrong-type at months.0.orders",
      "not-a-decimal at months.0.returns",
      "required at months.0.products.0.sales",
    ]);
  });

  test("a span that ends before it begins, or that isn't one", () => {
    expect(parse([], { from: "2026-11" })).toEqual(["out-of-order at to"]);
    expect(parse([{ month: "2026-01", sales: "1" }], { from: "2026-13" })).toEqual(["not-a-month at from"]);
    expect(parse([{ month: "2026-01", sales: "1" }], { to: 5 })).toEqual(["not-a-month at to"]);
    expect(parse([{ month: "2026-13", sales: "1" }])).toEqual(["not-a-month at months.0.month"]);
  });
});

describe("D1.6 E2.1 tradeFacts", () => {
  test("twelve months worked out by hand", () => {
    const facts = tradeFacts(
      record([
        { month: "2025-10", sales: "900", orders: 9 }, // the span before: 2024-11 … 2025-10 isn't covered
        { month: "2025-11", sales: "100.10", purchases: "400", orders: 2, margin: "20" },
        { month: "2026-03", sales: "200.20", purchases: "400", orders: 1, margin: "30" },
        { month: "2026-10", sales: "-0.30", purchases: "0", orders: 0, margin: "0" },
      ]),
      { asOf, revenue: "100000", averageMargin: "0.2", averageSales: "50" },
    );
    const fact = (value: string): object => ({ value, observedAt: "2026-10-31", source: "trade" });
    expect(facts).toEqual({
      annualSales: fact("300"),
      orderFrequency: fact("3"),
      activeMonths: fact("2"),
      tradeRegularity: fact("0.1667"),
      marginContribution: fact("0.8333"), // 50 ÷ (300 × 0.2)
      revenueShare: fact("0.003"),
    });
    expect(Object.keys(facts)).toEqual(
      "annualSales orderFrequency activeMonths tradeRegularity marginContribution revenueShare".split(" "),
    );
  });

  test("growth against the span before; its purchases where all months are known; scaled to a year", () => {
    const months = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"].map((month, index) => ({
      month,
      sales: index < 3 ? "100" : "150",
      purchases: "1000",
      orders: 1,
    }));
    const facts = tradeFacts(record(months), { asOf, months: 3, averageSales: "2400" });
    expect(facts.annualSales?.value).toBe("1800");
    expect(facts.annualPurchases?.value).toBe("12000");
    expect(facts.annualVolume?.value).toBe("5"); // 12,000 a year ÷ 2,400
    expect(facts.orderFrequency?.value).toBe("12");
    expect(facts.volumeGrowth?.value).toBe("0.5");
    expect(facts.purchaseShare?.value).toBe("0.15");
    expect(facts.marginContribution).toBeUndefined();
  });

  test("rounds half away from zero, once", () => {
    const one = record([{ month: "2026-10", sales: "0.00125", purchases: "2.5" }]);
    const facts = tradeFacts(one, { asOf, months: 1 });
    expect(facts.purchaseShare?.value).toBe("0.0005");
    expect(facts.annualSales?.value).toBe("0.02"); // 0.015
    expect(
      tradeFacts(record([{ month: "2026-10", sales: "-0.00125", purchases: "2.5" }]), { asOf, months: 1 }).annualSales
        ?.value,
    ).toBe("-0.02");
  });

  test("nothing is known of a span that the record doesn't wholly cover", () => {
    expect(tradeFacts(record([], "2025-12"), { asOf })).toEqual({});
    expect(tradeFacts(record([], "2025-11", "2026-09"), { asOf })).toEqual({});
    expect(tradeFacts(record([]), { asOf: "0001-01-05" })).toEqual({});
  });

  test("a covered month without an entry had no sales and no orders, but its purchases are unknown", () => {
    expect(tradeFacts(record([]), { asOf, averageSales: "1", averageMargin: "0.1", revenue: "0" })).toEqual({
      annualSales: { value: "0", observedAt: "2026-10-31", source: "trade" },
      orderFrequency: { value: "0", observedAt: "2026-10-31", source: "trade" },
      activeMonths: { value: "0", observedAt: "2026-10-31", source: "trade" },
      tradeRegularity: { value: "0", observedAt: "2026-10-31", source: "trade" },
    });
  });

  test("orders of one month unknown: no frequency; sales before of zero: no growth", () => {
    const facts = tradeFacts(record([{ month: "2026-10", sales: "5" }]), { asOf, months: 1 });
    expect(facts.orderFrequency).toBeUndefined();
    expect(facts.volumeGrowth).toBeUndefined();
    expect(facts.annualSales?.value).toBe("60");
  });

  test("a moment's month is its month in UTC; the running month doesn't count", () => {
    const trade = record([{ month: "2026-10", sales: "5" }]);
    expect(tradeFacts(trade, { asOf: "2026-11-01T00:00:00Z", months: 1 }).annualSales?.value).toBe("60");
    expect(tradeFacts(trade, { asOf: "2026-10-31T23:59:59Z", months: 1 }).annualSales?.value).toBe("0");
  });

  const month = { month: "2026-10", sales: "5" };
  const trade = { v: 1, currency: "CNY", from: "2025-05", to: "2026-10", months: [month] };
  const fault = (code: string, path: readonly (string | number)[], details: object): object => ({
    code,
    path,
    details,
  });

  test.each<[object | undefined, object]>([
    [undefined, fault("wrong-type", ["options"], { expected: "object", received: "undefined" })],
    [{}, fault("not-a-date", ["asOf"], { received: "undefined" })],
    [{ asOf: "21.11.2026" }, fault("not-a-date", ["asOf"], { received: "21.11.2026" })],
    [{ asOf: new Date(0) }, fault("not-a-date", ["asOf"], { received: "object" })],
    [{ asOf, months: 0 }, fault("out-of-range", ["months"], { received: "0", least: 1, most: 120 })],
    [{ asOf, months: 121 }, fault("out-of-range", ["months"], { received: "121", least: 1, most: 120 })],
    [{ asOf, months: 1.5 }, fault("out-of-range", ["months"], { received: "1.5", least: 1, most: 120 })],
    [{ asOf, months: "12" }, fault("out-of-range", ["months"], { received: "12", least: 1, most: 120 })],
    [{ asOf, revenue: "1,000" }, fault("not-a-decimal", ["revenue"], { received: "1,000" })],
    [{ asOf, revenue: "" }, fault("not-a-decimal", ["revenue"], { received: "" })],
    [{ asOf, revenue: null }, fault("not-a-decimal", ["revenue"], { received: "null" })],
    [{ asOf, revenue: NaN }, fault("not-a-decimal", ["revenue"], { received: "NaN" })],
    [{ asOf, revenue: "-0.01" }, fault("out-of-range", ["revenue"], { received: "-0.01", least: 0 })],
    [{ asOf, averageSales: "-1" }, fault("out-of-range", ["averageSales"], { received: "-1", least: 0 })],
    [{ asOf, averageMargin: "20 %" }, fault("not-a-decimal", ["averageMargin"], { received: "20 %" })],
  ])("a programmer's mistake throws: %j", (options, expected) => {
    expect(thrownBy(() => tradeFacts(record([]), options as TradeFactsOptions))).toEqual([expected]);
  });

  test.each<[unknown, object]>([
    [undefined, fault("wrong-type", ["trade"], { expected: "object", received: "undefined" })],
    [null, fault("wrong-type", ["trade"], { expected: "object", received: "null" })],
    [[], fault("wrong-type", ["trade"], { expected: "object", received: "array" })],
    [{ ...trade, from: "2025-13" }, fault("not-a-date", ["trade", "from"], { received: "2025-13" })],
    [{ ...trade, to: undefined }, fault("required", ["trade", "to"], {})],
    [{ ...trade, to: 5 }, fault("wrong-type", ["trade", "to"], { expected: "string", received: "5" })],
    [{ ...trade, months: undefined }, fault("required", ["trade", "months"], {})],
    [{ ...trade, months: {} }, fault("wrong-type", ["trade", "months"], { expected: "array", received: "object" })],
    [{ ...trade, months: [5] }, fault("wrong-type", ["trade", "months", 0], { expected: "object", received: "5" })],
    [{ ...trade, months: [{ sales: "5" }] }, fault("required", ["trade", "months", 0, "month"], {})],
    [{ ...trade, months: [{ month: "2026-10" }] }, fault("required", ["trade", "months", 0, "sales"], {})],
    ...["sales", "purchases", "orders", "margin"].map((key): [unknown, object] => [
      {
        ...trade,
        months: [
          { month: "1999-01", sales: "5" },
          { ...month, [key]: "x" },
        ],
      },
      fault("not-a-decimal", ["trade", "months", 1, key], { received: "x" }),
    ]),
  ])("so does a record that nobody has parsed: %j", (unparsed, expected) => {
    expect(thrownBy(() => tradeFacts(unparsed as TradeRecord, { asOf }))).toEqual([expected]);
  });

  test("all mistakes at once", () => {
    const unparsed = { ...trade, months: [{ ...month, sales: "x", orders: "y" }] };
    const issues = thrownBy(() => tradeFacts(unparsed as unknown as TradeRecord, { asOf: "x", revenue: "y" }));
    expect(issues).toHaveLength(4);
  });

  test("a share of nothing is no fact, nor is a multiple of a margin of zero or less", () => {
    const traded = record([{ month: "2026-10", sales: "5", purchases: "0", margin: "1" }]);
    const options = { asOf, months: 1, revenue: "0", averageSales: "0", averageMargin: "-0.1" };
    const facts = tradeFacts(traded, options);
    expect(Object.keys(facts)).toEqual(["annualSales", "annualPurchases", "activeMonths", "tradeRegularity"]);
  });

  test("the order of the months doesn't matter", () => {
    const month = fc.record({
      month: fc.constantFrom("2026-08", "2026-09", "2026-10"),
      sales: fc.integer().map(String),
      orders: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.uniqueArray(month, { selector: (one) => one.month }), (months) => {
        const backwards = record([...months].reverse());
        expect(tradeFacts(record(months), { asOf, months: 3 })).toEqual(tradeFacts(backwards, { asOf, months: 3 }));
      }),
    );
  });

  test("E2.1 facts go straight into the handbook's scorecard, as old as their span", () => {
    const trade = valueOf(parseTradeRecord(stored("trade-record")));
    const facts = tradeFacts(trade, { asOf, revenue: "5000000", averageMargin: "0.15" });
    const { indicators } = evaluate(keyAccountScorecard, facts, { asOf });
    expect(facts.revenueShare?.value).toBe("0.0239"); // 119,500 ÷ 5,000,000
    expect(indicators.orderFrequency.status).toBe("known");
    expect(indicators.revenueShare.status).toBe("known");
  });
});

describe("D1.6 our share of its purchases", () => {
  const shareOf = (sales: string, purchases: string): unknown =>
    tradeFacts(record([{ month: "2026-10", sales, purchases }]), { asOf, months: 1 }).purchaseShare?.value;

  test("D1.6 lies between 0 and 1; a record that contradicts itself gives none", () => {
    expect([shareOf("100", "400"), shareOf("400", "400"), shareOf("0", "400")]).toEqual(["0.25", "1", "0"]);
    expect([shareOf("1000", "400"), shareOf("-100", "400"), shareOf("100", "0")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
