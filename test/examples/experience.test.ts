import { describe, expect, test } from "vitest";
import { experienceOf, experienceReport, inChinese, inEnglish, quartersOf } from "../../examples/experience.js";
import { readAccounts } from "../../examples/northwind/ranking.js";
import { rows, salesUnits, sum } from "./books.js";

const { accounts, asOf } = readAccounts();
const judged = experienceOf(accounts, asOf);
const { stories, portfolio, fastest } = judged;
const report = experienceReport(judged, inEnglish);

const products = (
  rows as unknown as { readonly Products: readonly { readonly Id: number; readonly CategoryId: number }[] }
).Products;
const categoryOf = new Map(products.map(({ Id, CategoryId }) => [Id, CategoryId]));
const order = new Map(rows.Orders.map((one) => [one.Id, one]));
const quarter = (from: string, breadth: string, discount: string, size: string, interval: string) => ({
  from,
  levels: [
    ["breadth", breadth],
    ["discount", discount],
    ["size", size],
    ["interval", interval],
  ],
});
const inYear = (day: string): boolean => day > "2013-04-30" && day < "2014-05-01";

describe("B2.11 Northwind's clients, category by category", () => {
  test("B2.11 every pair of a client and a category that it has bought stands once", () => {
    const pairs = new Set(
      rows.OrderDetails.map(
        (line) => `${order.get(line.OrderId)?.CustomerId ?? ""} ${String(categoryOf.get(line.ProductId))}`,
      ),
    );
    expect(portfolio.total.lines).toBe(pairs.size);
    expect(portfolio.issues).toEqual([]);
    const lines = portfolio.matrix.flatMap(({ stages }) => Object.values(stages).map((one) => one.lines));
    expect(sum(lines)).toBe(pairs.size);
  });

  test("B2.10 their sales of the year are those of the books", () => {
    const year = rows.OrderDetails.filter(({ OrderId }) => inYear(order.get(OrderId)?.OrderDate ?? ""));
    expect(Number(portfolio.total.revenue)).toBeCloseTo(sum(year.map(salesUnits)) / 10_000, 2);
  });

  test("B2.3, B2.7 breadth, discount, size and interval of the fastest mover's last order, by plain sums", () => {
    const [first] = fastest;
    const { client, category } = first?.history ?? { client: "", category: "" };
    const placed = rows.Orders.filter(({ CustomerId }) => CustomerId === client)
      .map(({ Id, OrderDate }) => ({
        day: OrderDate,
        lines: rows.OrderDetails.filter((line) => line.OrderId === Id && categoryOf.get(line.ProductId) === 1),
      }))
      .filter(({ lines }) => lines.length > 0)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    expect(category).toBe("Beverages");
    const last = placed.at(-1);
    const before = placed.slice(0, -1);
    const ids = (some: typeof placed): number =>
      new Set(some.flatMap(({ lines }) => lines.map(({ ProductId }) => ProductId))).size;
    const value = (some: typeof placed): number => sum(some.flatMap(({ lines }) => lines.map(salesUnits)));
    const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const breadth = ids(last === undefined ? [] : [last]) / ids(placed);
    const size = value(last === undefined ? [] : [last]) / (value(before) / before.length);
    const gap = days(before.at(-1)?.day ?? "", last?.day ?? "");
    const interval = gap / (days(before[0]?.day ?? "", before.at(-1)?.day ?? "") / (before.length - 1));
    const discounted = last?.lines.every(({ Discount }) => Discount >= 0.1);
    const seen = first?.review.experience.ledger.map(({ signal, level }) => [signal, level]);
    expect(seen).toEqual([
      ["breadth", breadth >= 0.6 ? "broad" : breadth >= 0.3 ? "usual" : "narrow"],
      ["discount", discounted === true ? "high" : "some"],
      ["size", size <= 0.67 ? "smaller" : size < 1.5 ? "usual" : "larger"],
      ["interval", interval >= 1.5 ? "longer" : interval > 0.67 ? "usual" : "shorter"],
    ]);
  });

  test("B2 who has ordered a category less than three times is undetermined: there is nothing to compare with", () => {
    for (const { history, review } of stories) {
      if (history.orders.length < 3) expect([review.experience.stage, review.warnings]).toEqual(["undetermined", []]);
    }
    expect(stories.filter(({ history }) => history.orders.length < 3).length).toBeGreaterThan(100);
  });
});

describe("B2.9 the three fastest movers", () => {
  test("B2.9 move most in a year, and each is told in a title and at most ten lines", () => {
    const paces = portfolio.movers.map(({ perYear }) => perYear ?? Number.NaN);
    expect(paces).toEqual(paces.toSorted((a, b) => b - a));
    expect(fastest.map(({ name }) => name)).toEqual(portfolio.movers.slice(0, 3).map(({ client }) => client));
    expect(report.filter((line) => line.includes("as of 2014-05-07")).length).toBe(3);
    for (const told of report.filter((line) => line.includes("\n")))
      expect(told.split("\n").length).toBeLessThanOrEqual(12);
  });

  test("B3.2, B3.3 what to do about them: new applications from the books, services and an unbundled offer by assumptions that the report names", () => {
    for (const { advice, history } of fastest) {
      expect(advice.strategies).toEqual(["new-applications", "added-services", "unbundled-offer"]);
      expect(history.neverOrdered.length).toBeGreaterThan(0);
      expect(report.join("\n")).toContain(`never ordered yet: ${history.neverOrdered.join(", ")}`);
    }
    expect(report.filter((line) => line.startsWith("To do: new applications"))).toHaveLength(3);
    expect(report.filter((line) => line.startsWith("Mind:"))).toHaveLength(3);
    expect(report.join("\n")).toContain("two of the eight signals of B2");
    expect(report.filter((line) => line.startsWith("Assumed by us, not in the books:"))).toHaveLength(1);
  });

  test("B3.3 who has paid less than the least of the list price has no margin left; who bought nothing in the year, an unknown one", () => {
    const conditions = stories.map(({ advice }) =>
      advice.options.find(({ strategy }) => strategy === "unbundled-offer"),
    );
    const states = conditions.map((option) => option?.conditions.find(({ condition }) => condition === "margin-left"));
    expect(new Set(states.map((one) => one?.state))).toEqual(new Set(["held", "unknown", "not-held"]));
  });

  test("B3.2 products never ordered are those of the category, still sold, that no order of the client's has", () => {
    const named = rows as unknown as {
      readonly Products: readonly { Id: number; CategoryId: number; ProductName: string; Discontinued: number }[];
    };
    const { history } = fastest[0] as (typeof fastest)[number];
    const own = rows.OrderDetails.filter(({ OrderId }) => order.get(OrderId)?.CustomerId === history.client);
    const never = named.Products.filter(
      ({ Id, CategoryId, Discontinued }) =>
        CategoryId === 1 && Discontinued === 0 && !own.some(({ ProductId }) => ProductId === Id),
    );
    expect(history.neverOrdered).toEqual(never.map(({ ProductName }) => ProductName));
  });

  test("B2.3, B2.7 breadth, discount, size and interval are told over time, quarter by quarter, as they were known at its end", () => {
    const [, second] = fastest;
    expect(quartersOf(second as (typeof fastest)[number])).toEqual([
      quarter("2013-01-01", "usual", "high", "smaller", "usual"),
      quarter("2013-10-01", "usual", "none", "smaller", "longer"),
      quarter("2014-01-01", "narrow", "high", "usual", "shorter"),
      quarter("2014-04-01", "narrow", "high", "larger", "shorter"),
    ]);
    expect(report).toContain(
      "  quarter from 2013-10-01: Breadth of order: a part of it, Discount: none, Order size: smaller than before, Interval: longer than before",
    );
  });
});

test("B2 in Chinese the report has the same figures", () => {
  const figures = (lines: readonly string[]): string[] =>
    lines.slice(0, 6).flatMap((line) => line.match(/\d+\.\d\d/g) ?? []);
  const chinese = experienceReport(judged, inChinese);
  expect(figures(chinese)).toEqual(figures(report));
  expect(chinese.join("\n")).toContain("可做：");
});
