import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { readAccounts } from "../../examples/northwind/ranking.js";
import { portfolioOf } from "../../examples/portfolio.js";
import { enthusiasm as enthusiasmOf, portfolioCharts, writeCharts } from "../../examples/portfolio-charts.js";
import { bars, render, symbols } from "../charts/svg.js";

const { accounts, asOf } = readAccounts();
const portfolio = portfolioOf(accounts, asOf);
const charts = portfolioCharts(portfolio, en);
const NAMES = ["pareto", "quadrants", "risk", "pruning", "worth", "enthusiasm"];

describe("the charts of Northwind's portfolio", () => {
  test.each(NAMES)("%s is drawn in both languages without a warning", async (name) => {
    for (const [locale, all] of [
      [en, charts],
      [zhCN, portfolioCharts(portfolio, zhCN)],
    ] as const) {
      const chart = all[name];
      if (chart === undefined) throw new Error(name);
      const { texts, warnings, svg } = await render(chart);
      expect(warnings).toEqual([]);
      expect(texts).toContain(Object.entries(locale.charts).find(([word]) => word === name)?.[1]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("E4.2 the Pareto curve has a bar for each of the 89 clients that ever ordered, by class", async () => {
    const { pareto } = charts;
    const { svg, texts } = await render(pareto as NonNullable<typeof pareto>);
    const colours = bars(svg).map(({ fill }) => fill);
    expect(["#0072b2", "#56b4e9", "#c7c7c7"].map((colour) => colours.filter((one) => one === colour).length)).toEqual([
      32, 29, 28,
    ]);
    expect(texts).toEqual(expect.arrayContaining(["QUICK-Stop", "Amount (USD)", "89 of 91 clients"]));
  });

  test("C2 the quadrants have a point for each of them, the largest above", async () => {
    const { quadrants } = charts;
    const points = symbols((await render(quadrants as NonNullable<typeof quadrants>)).svg);
    expect(points).toHaveLength(89);
    expect(points.map(({ y }) => y)).toEqual(points.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  test("B1.1 the worth of the ten largest falls from bar to bar", async () => {
    const { worth } = charts;
    const { svg, texts } = await render(worth as NonNullable<typeof worth>);
    const widths = bars(svg)
      .slice(0, 10)
      .map(({ width }) => width);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(texts).toContain("Lifetime value (USD)");
  });

  test("B1.2 the example's gap opens in the month after delivery", async () => {
    const { enthusiasm } = charts;
    const { texts, marks } = await render(enthusiasm as NonNullable<typeof enthusiasm>);
    expect(enthusiasmOf().openedIn).toBe("2014-03");
    expect([texts.includes("The gap opens"), marks("line"), marks("rule")]).toEqual([true, 2, 1]);
  });
});

test("each chart goes to a file of its own, as JSON that reads back the same", () => {
  const root = mkdtempSync(join(tmpdir(), "charts-"));
  try {
    const paths = writeCharts(join(root, "new"), charts);
    expect(paths).toEqual(NAMES.map((name) => join(root, "new", `${name}.vl.json`)));
    expect(readdirSync(join(root, "new"))).toHaveLength(NAMES.length);
    expect(paths.map((path) => JSON.parse(readFileSync(path, "utf8")) as unknown)).toEqual(Object.values(charts));
  } finally {
    rmSync(root, { recursive: true });
  }
});
