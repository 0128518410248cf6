import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formatEvaluation } from "keyaccount";
import { describe, expect, test } from "vitest";
import { salesValue } from "../../examples/northwind/money.js";
import { type Judged, largest, rank, readAccounts } from "../../examples/northwind/ranking.js";
import { chinese, english, scorecard } from "../../examples/northwind/scorecard.js";
import { rankingInChinese, rankingInEnglish, rankingTable } from "../../examples/northwind/table.js";
import { type Figures, figuresOf, linesOf, quantile, rows, salesUnits, sum } from "./books.js";

const { books, asOf, accounts } = readAccounts();
const judged = rank(accounts, asOf);
const one = (id: string): Judged => judged.find(({ client }) => client.id === id) ?? expect.fail(`no client ${id}`);
const active = rows.Customers.map(({ Id }) => Id).filter((id) =>
  rows.Orders.some(({ CustomerId }) => CustomerId === id),
);
const figures = new Map(active.map((id) => [id, figuresOf(id)]));

describe("D1.6 the trade record of Northwind's clients", () => {
  test("D1.6 the books hold 91 customers, 830 orders and 2,155 lines", () => {
    expect(books.counts).toEqual({ customers: 91, orders: 830, lines: 2155, products: 77 });
    expect([books.firstDay, books.lastDay, asOf]).toEqual(["2012-07-04", "2014-05-06", "2014-05-07"]);
  });

  test("D1.6 sales after discount come to the published totals, to the last digit", () => {
    const sales = (id?: string): string => {
      const chosen = accounts.filter(({ client }) => id === undefined || client.id === id);
      return salesValue(chosen.flatMap(({ orders }) => orders.flatMap(({ lines }) => lines))).toFixed();
    };
    expect(sales()).toBe("1265793.0395");
    expect([sales("QUICK"), sales("ERNSH"), sales("SAVEA")]).toEqual(["110277.305", "104874.9785", "104361.95"]);
  });

  test("D1.6 months of the record add up to the client's sales before the running month", () => {
    for (const { client } of accounts) {
      const orders = rows.Orders.filter(
        ({ CustomerId, OrderDate }) => CustomerId === client.id && OrderDate < "2014-05-01",
      );
      const months = client.trade?.months ?? [];
      const units = (amount: string): number => Math.round(Number(amount) * 10_000);
      expect(sum(months.map(({ sales }) => units(sales)))).toBe(sum(linesOf(orders).map(salesUnits)));
      expect(sum(months.flatMap(({ products = [] }) => products.map(({ sales }) => units(sales))))).toBe(
        sum(linesOf(orders).map(salesUnits)),
      );
      expect(sum(months.map(({ orders: count }) => count ?? 0))).toBe(orders.length);
    }
  });

  test("D1.6 every fact is what plain loops over the rows find", () => {
    for (const { client, evaluation } of judged.filter(({ orders }) => orders.length > 0)) {
      const { indicators } = evaluation;
      const expected = figures.get(client.id) as Figures;
      expect(Number(indicators.annualSales.actual)).toBeCloseTo(expected.sales, 4);
      expect(Number(indicators.orderFrequency.actual)).toBe(expected.orders);
      expect(Number(indicators.tradeRegularity.actual)).toBeCloseTo(expected.months / 12, 4);
      expect(Number(indicators.productRange.actual)).toBe(expected.products);
      expectClose(indicators.volumeGrowth.actual, expected.growth);
      expectClose(indicators.averageDiscount.actual, expected.discount);
      expectClose(indicators.lateShipments.actual, expected.late);
    }
  });

  test("D1.6 a fact says where it comes from and how old it is", () => {
    const { annualSales, lateShipments } = one("QUICK").evaluation.indicators;
    expect(annualSales).toMatchObject({ source: "trade", observedAt: "2014-04-30", ageDays: 7 });
    expect(lateShipments).toMatchObject({ source: "orders", observedAt: "2014-05-07", ageDays: 0 });
  });
});

function expectClose(actual: string | number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(0.000_051);
}

describe("C3.1 the scorecard of Northwind's distributors", () => {
  const quantiles = (of: (client: Figures) => number | null, ...parts: number[]): number[] => {
    const known = [...figures.values()].map(of).filter((value) => value !== null);
    return parts.map((part) => quantile(known, part));
  };
  /** Standards are rounded to be remembered: within two per cent of the quantile. */
  const expectNear = (standards: readonly (string | null | undefined)[], expected: readonly number[]): void => {
    expect(standards).toHaveLength(expected.length);
    standards.forEach((standard, place) => {
      expect(Math.abs(Number(standard) / (expected[place] ?? NaN) - 1)).toBeLessThan(0.02);
    });
  };
  const knots = (indicator: { kind: string }): string[] =>
    "knots" in indicator ? (indicator.knots as { at: string }[]).map(({ at }) => at) : [];
  const bands = (indicator: { kind: string }): (string | null)[] =>
    "bands" in indicator ? (indicator.bands as { from: string | null }[]).map(({ from }) => from) : [];
  const standard = (indicator: { kind: string }): string =>
    "standard" in indicator ? String(indicator.standard) : "none";

  test("C3.1 standards are quartiles of Northwind's own clients", () => {
    const { annualSales, orderFrequency, tradeRegularity, productRange, averageDiscount } = scorecard.indicators;
    expectNear(
      knots(annualSales).slice(1),
      quantiles(({ sales }) => sales, 0.25, 0.5, 0.75, 0.9),
    );
    expectNear(
      [standard(orderFrequency)],
      quantiles(({ orders }) => orders, 0.75),
    );
    expectNear(
      [standard(tradeRegularity)],
      quantiles(({ months }) => months / 12, 0.75),
    );
    expectNear(
      bands(productRange).slice(2),
      quantiles(({ products }) => products, 0.25, 0.5, 0.75),
    );
    expectNear(
      knots(averageDiscount).slice(1),
      quantiles(({ discount }) => discount, 0.5, 0.75, 0.9, 1),
    );
  });

  test("C3.1 every score is the one that a float function finds from the rows", () => {
    for (const { client, evaluation } of judged.filter(({ orders }) => orders.length > 0)) {
      expect(Math.abs((evaluation.score ?? NaN) - scoreByFloats(figures.get(client.id) as Figures))).toBeLessThan(0.03);
    }
  });

  test("C3.1 clients stand by score, the best first", () => {
    const expected = [...figures].sort(([, a], [, b]) => scoreByFloats(b) - scoreByFloats(a)).map(([id]) => id);
    const actual = judged.map(({ client }) => client.id).filter((id) => figures.has(id));
    expect(actual.slice(0, 10)).toEqual(expected.slice(0, 10));
    expect(new Set(actual)).toEqual(new Set(expected));
    const scores = judged.map(({ evaluation }) => evaluation.score ?? -1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test("C3.1 who bought most doesn't stand first: volume alone is a bad standard", () => {
    const first = largest(judged);
    expect(first?.client.id).toBe([...figures].sort(([, a], [, b]) => b.sales - a.sales)[0]?.[0]);
    expect(judged[0]).not.toBe(first);
  });

  test("C3.1 customers without orders are unknown, not bad", () => {
    expect(judged.slice(-2).map(({ client }) => client.id)).toEqual(["FISSA", "PARIS"]);
    for (const { client, evaluation } of judged.slice(-2)) {
      expect(client.trade).toBeUndefined();
      expect(evaluation).toMatchObject({
        score: null,
        grade: null,
        coverage: 0,
        low: 0,
        high: 100,
        worstGrade: "D",
        bestGrade: "A",
        reasons: [],
      });
      expect(Object.values(evaluation.indicators).map(({ status, points }) => [status, points])).toEqual(
        Array.from({ length: 10 }, () => ["unknown", null]),
      );
    }
  });

  test("C3.1 who once bought and stopped is known to have bought nothing", () => {
    const { indicators, score, unknown } = one("CENTC").evaluation;
    expect([indicators.annualSales.actual, indicators.orderFrequency.actual, indicators.productRange.actual]).toEqual([
      "0",
      "0",
      0,
    ]);
    expect(unknown).toEqual(expect.arrayContaining(["averageDiscount", "lateShipments"]));
    expect(score).toBe(0);
  });

  test("C3.1 nobody's coverage counts what the books can't tell", () => {
    for (const { evaluation } of judged) {
      expect(evaluation.unknown).toEqual(expect.arrayContaining(["relationship", "salesReps", "promotionAbility"]));
      expect(evaluation.coverage).toBeLessThanOrEqual(0.8);
      expect(evaluation.issues).toEqual([]);
      expect((evaluation.high ?? NaN) - (evaluation.low ?? NaN)).toBeCloseTo(100 - evaluation.coverage * 100, 6);
    }
  });
});

function scoreByFloats({ sales, orders, months, growth, products, discount, late }: Figures): number {
  const between = (value: number, ...knots: [number, number][]): number => {
    const above = knots.findIndex(([at]) => value <= at);
    const [[x0, y0], [x1, y1]] = [knots[Math.max(above - 1, 0)] ?? [0, 0], knots[above] ?? knots.at(-1) ?? [0, 0]];
    return above === 0 ? y1 : above === -1 ? y1 : y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
  };
  const parts: [number, number | null][] = [
    [15, between(sales, [0, 0], [2400, 0.25], [4450, 0.5], [10_800, 0.75], [20_500, 1])],
    [15, Math.min(orders / 8, 1)],
    [10, Math.min(months / 6, 1)],
    [10, growth === null ? null : between(growth, [-0.5, 0], [0, 0.5], [0.5, 1])],
    [10, products === 0 ? 0 : products < 8 ? 0.25 : products < 11 ? 0.5 : products < 17 ? 0.75 : 1],
    [10, discount === null ? null : between(discount, [0, 1], [0.032, 0.75], [0.07, 0.5], [0.095, 0.25], [0.25, 0])],
    [10, late === null ? null : late < 0.05 ? 1 : late < 0.15 ? 0.5 : 0],
  ];
  const known = parts.filter(([, share]) => share !== null);
  return (sum(known.map(([weight, share]) => weight * (share ?? 0))) / sum(known.map(([weight]) => weight))) * 100;
}

describe("C3.3 the demo's output", () => {
  const languages = [
    ["English", rankingTable(judged, rankingInEnglish, english)],
    ["Chinese", rankingTable(judged, rankingInChinese, chinese)],
  ] as const;
  /** Columns on a terminal, by Unicode's own properties. */
  const columns = (text: string): number =>
    Array.from(text).length + Array.from(text.matchAll(/\p{Script=Han}|[\uff01-\uff5e、。]/gu)).length;

  /** Adds up what is printed: rows to groups, groups to the total, and the total to the score that is said below. */
  function expectReadded(text: string, totalWord: string, score: string): void {
    const lines = text
      .split("\n")
      .map((line) => ({ line, cells: line.match(/ \d+\.\d{2}(?= |$)/g)?.map(Number) ?? [] }));
    const table = lines.filter(({ line, cells }) => cells.length === 3 && !line.includes("≈"));
    const added = (chosen: typeof table): string[] =>
      [0, 1, 2].map((column) => sum(chosen.map(({ cells }) => Math.round((cells[column] ?? NaN) * 100)))).map(String);
    const total = table.filter(({ line }) => line.startsWith(totalWord));
    const rows = table.filter(({ line }) => line.startsWith("  "));
    const groups = table.filter((row) => !rows.includes(row) && !total.includes(row));
    expect([rows.length, groups.length, total.length]).toEqual([7, 3, 1]);
    expect(added(rows)).toEqual(added(total));
    expect(added(groups)).toEqual(added(total));
    const [weight = NaN, points = NaN] = total[0]?.cells ?? [];
    expect(score).toContain(((points / weight) * 100).toFixed(2));
    expect(text).toContain(score);
  }

  test.each(languages)(
    "C3.3 the ranking in %s has a line for each client, in 120 columns, numbers below numbers",
    (_, lines) => {
      expect(lines).toHaveLength(92);
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(120);
      const dots = lines.slice(1, 90).map((line) => columns(line.slice(0, line.indexOf(" … "))));
      expect(new Set(dots).size).toBe(1);
      const percents = lines.slice(1).map((line) => columns(line.slice(0, line.indexOf(" %"))));
      expect(new Set(percents).size).toBe(1);
    },
  );

  test("C3.3 the first line says rank, grade, score, interval, coverage and reason in words", () => {
    expect(languages[0][1][1]?.replaceAll(/ +/g, " ")).toBe(
      " 1 Königlich Essen A (C–A) 97.46 77.97 … 97.97 80 % Average discount (0–1): 2.03 of 10 lost",
    );
    expect(languages[1][1][1]).toContain("平均折扣（0～1）：10分中失2.03分");
  });

  test("C3.3 is the same in every time zone, with the largest client explained in both languages", {
    timeout: 60_000,
  }, async () => {
    const script = fileURLToPath(new URL("../../examples/northwind/main.ts", import.meta.url));
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const run = async (zone: string): Promise<string> => {
      const env = { ...process.env, TZ: zone, LANG: zone === "Asia/Shanghai" ? "zh_CN.UTF-8" : "C" };
      return (await promisify(execFile)(process.execPath, ["--import", "tsx", script], { env, cwd: root })).stdout;
    };
    const outputs = await Promise.all(["America/New_York", "Asia/Shanghai"].map(run));
    expect(new Set(outputs).size).toBe(1);
    const [output = ""] = outputs;
    for (const line of languages[0][1]) expect(output).toContain(`${line}\n`);
    for (const line of output.split("\n")) expect(columns(line)).toBeLessThanOrEqual(120);
    expect(output).toContain("QUICK-Stop bought most in the year, and yet stands at 3.");
    const { evaluation } = one("QUICK");
    const inFull = [formatEvaluation(evaluation, english), formatEvaluation(evaluation, chinese)] as const;
    expect(output).toContain(inFull.join("\n"));
    expectReadded(inFull[0], "Total", "94.51 of 100");
    expectReadded(inFull[1], "合计", "94.51（满分100）");
  });
});
