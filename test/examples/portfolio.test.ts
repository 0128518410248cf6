import { salesByClient } from "keyaccount";
import { describe, expect, test } from "vitest";
import { readAccounts } from "../../examples/northwind/ranking.js";
import { inChinese, inEnglish, portfolioOf, portfolioTables } from "../../examples/portfolio.js";
import { figuresOf, linesOf, rows, salesUnits, sum } from "./books.js";

const { accounts, asOf } = readAccounts();
const portfolio = portfolioOf(accounts, asOf);
/** Every client that ever ordered with its sales of the year in ten-thousandths, the largest first. */
const sales = rows.Customers.map(({ Id }) => Id)
  .filter((id) => rows.Orders.some(({ CustomerId }) => CustomerId === id))
  .map((id) => ({ id, units: Math.round(figuresOf(id).sales * 10_000) }))
  .sort((a, b) => b.units - a.units);
const total = sum(sales.map(({ units }) => units));
const lines = portfolioTables(portfolio, inEnglish);

describe("E4.2 the classes of Northwind's clients", () => {
  test("E4.2 are what adding up the rows finds", () => {
    let before = 0;
    const classes = sales.map(({ units }) => {
      before += units;
      return before <= total * 0.8 ? "A" : before <= total * 0.95 ? "B" : "C";
    });
    expect(portfolio.abc.clients.slice(0, sales.length).map((client) => client.class)).toEqual(classes);
    expect(portfolio.abc.clients.slice(0, 3).map(({ id }) => id)).toEqual(["QUICK", "SAVEA", "ERNSH"]);
    expect(lines.slice(1, 5)).toEqual([
      "Class  Clients  Sales (USD)    Share",
      "A           32    670727.99  79.09 %",
      "B           29    134649.19  15.88 %",
      "C           28     42676.38   5.03 %",
    ]);
    expect([670_727.99, 134_649.19, 42_676.38].reduce((a, b) => a + b)).toBeCloseTo(total / 10_000, 1);
  });

  test("E4.2 its order lines, summed up client by client, come to the same sales", () => {
    const days = new Map(
      rows.Orders.map(({ Id, CustomerId, OrderDate }) => [Id, { client: CustomerId, date: OrderDate }]),
    );
    const {
      clients,
      unassigned,
      faulty,
      outside,
      total: all,
    } = salesByClient(
      rows.OrderDetails.map(({ OrderId, Quantity, UnitPrice, Discount }) => {
        return { ...days.get(OrderId), quantity: Quantity, unitPrice: UnitPrice, discount: Discount };
      }),
      { from: "2013-05-01", to: "2014-04-30" },
    );
    const known = new Map(clients.map(({ id, amount }) => [id, amount]));
    for (const { id, amount } of portfolio.abc.clients.slice(0, sales.length)) {
      expect(known.get(id) ?? "0").toBe(amount);
    }
    expect([unassigned.lines, faulty, all.lines + outside]).toEqual([0, 0, rows.OrderDetails.length]);
  });

  test("E4.2 who never ordered has no class", () => {
    expect(portfolio.abc.clients.slice(-2).map(({ id, class: code }) => [id, code])).toEqual([
      ["FISSA", null],
      ["PARIS", null],
    ]);
  });
});

describe("C2 the quadrants of Northwind's clients", () => {
  test("C2 large are the fewest that make up 80 % of sales, loyal those that trade in 60 % of the months", () => {
    let before = 0;
    const expected = sales.map(({ id, units }) => {
      const isLarge = before < total * 0.8;
      before += units;
      const isLoyal = figuresOf(id).months / 12 >= 0.6;
      return isLarge ? (isLoyal ? "treasure" : "dangerous") : isLoyal ? "rising-star" : "no-value";
    });
    expect(portfolio.placed.clients.slice(0, sales.length).map(({ quadrant }) => quadrant)).toEqual(expected);
    const { quadrants } = portfolio.placed;
    expect(Object.values(quadrants).map(({ clients }) => clients)).toEqual([8, 1, 25, 55]);
  });

  test("C2 a fifth of what makes loyalty is known, so that no quadrant is certain", () => {
    expect(portfolio.placed.clients.filter(({ certain }) => certain)).toEqual([]);
  });
});

describe("C2.5 the risks of Northwind's portfolio", () => {
  test("C2.5 are what adding up the rows finds", () => {
    const shares = sales.map(({ units }) => units / total);
    const dangerous = new Set(
      portfolio.placed.clients.flatMap(({ id, quadrant }) => (quadrant === "dangerous" ? id : [])),
    );
    const expected = [
      sum(sales.filter(({ id }) => dangerous.has(id)).map(({ units }) => units / total)),
      sum(shares.map((share) => share * share)),
      sum(shares.slice(0, 5)),
      shares[0] ?? NaN,
    ];
    portfolio.risk.risks.forEach(({ value }, index) => {
      expect(value).toBeCloseTo(expected[index] ?? NaN, 3.9);
    });
    expect(portfolio.risk.risks.map(({ value }) => value)).toEqual([0.4039, 0.0364, 0.3429, 0.0976]);
    expect(portfolio.risk.departure?.id).toBe(sales.find(({ id }) => dangerous.has(id))?.id);
  });
});

describe("C2.6 a pruning of Northwind's clients, before anything is done", () => {
  test("C2.6 drops who bought for less than 1,000 dollars in the year, the smallest first, and nobody for lack of data", () => {
    const small = sales.filter(({ units }) => units < 10_000_000);
    const { plan } = portfolio;
    const counts = Object.entries(plan.verdicts).map(([verdict, { clients }]) => [verdict, clients]);
    expect(counts).toEqual([
      ["keep", sales.length - small.length],
      ["find-out", 2],
      ["drop", small.length],
    ]);
    expect(Number(plan.lost.volume)).toBeCloseTo(sum(small.map(({ units }) => units)) / 10_000, 1);
    const order = plan.stages.flatMap(({ drop }) => drop).map((id) => sales.find((one) => one.id === id)?.units ?? NaN);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe("B1.1 the worth of Northwind's ten largest clients", () => {
  test("B1.1 retention is the share of those who bought again", () => {
    const active = (from: string, to: string): Set<string> =>
      new Set(
        rows.Orders.filter(({ OrderDate }) => OrderDate.slice(0, 7) >= from && OrderDate.slice(0, 7) <= to).map(
          ({ CustomerId }) => CustomerId,
        ),
      );
    const [before, after] = [active("2012-07", "2013-05"), active("2013-06", "2014-04")];
    const again = [...before].filter((id) => after.has(id));
    expect(Number(portfolio.retention)).toBeCloseTo(again.length / before.size, 4);
  });

  test("B1.1 is a fifth of the year's sales × r ÷ (1.1 − r)", () => {
    const r = Number(portfolio.retention);
    expect(portfolio.worth.map(({ id }) => id)).toEqual(sales.slice(0, 10).map(({ id }) => id));
    for (const { id, value } of portfolio.worth) {
      const margin = figuresOf(id).sales / 5;
      expect(Number(value.value)).toBeCloseTo((margin * r) / (1.1 - r), 1);
    }
    const quick = linesOf(
      rows.Orders.filter(
        ({ CustomerId, OrderDate }) => CustomerId === "QUICK" && OrderDate > "2013-04-30" && OrderDate < "2014-05-01",
      ),
    );
    expect(sum(quick.map(salesUnits)) / 10_000).toBeCloseTo(82_741.465, 4);
  });
});

test("the tables have one line for each row, and in Chinese the same figures below Chinese headings", () => {
  const chinese = portfolioTables(portfolio, inChinese);
  expect(chinese).toHaveLength(lines.length);
  expect(lines.filter((line) => line === "")).toHaveLength(5);
  const figures = (text: readonly string[]): string[] => text.flatMap((line) => line.match(/\d+\.\d\d/g) ?? []);
  expect(figures(chinese)).toEqual(figures(lines));
  expect(chinese).toEqual(
    expect.arrayContaining(["按年销售额分ABC类", "销售额与忠诚度", "风险", "前十大客户的终生价值"]),
  );
});
