// Part of portfolio.ts: every chart of the portfolio as a Vega-Lite specification, in a file of its own. Open one in the Vega editor, or give it to
// vega-embed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EnthusiasmGap, enthusiasmGap, type Locale } from "keyaccount";
import {
  type ChartSpecification,
  toEnthusiasmChart,
  toParetoChart,
  toPruningChart,
  toQuadrantChart,
  toRiskChart,
  toWorthChart,
} from "keyaccount/charts";
import type { Portfolio } from "./portfolio.js";

/**
 * A client's touches and needs around a sale. Invented, for Northwind's books don't tell: we came every other week until the contract was signed, once
 * to deliver, and then no more, while the client asked, and complained.
 */
export function enthusiasm(): EnthusiasmGap {
  const touches = ["2013-11-05", "2013-11-19", "2013-12-03", "2013-12-17", "2014-01-08", "2014-02-12"];
  return enthusiasmGap(
    {
      signedOn: "2014-01-08",
      deliveredOn: "2014-02-12",
      touches: touches.map((at) => ({ at })),
      needs: [
        { at: "2013-12-10", kind: "request", answeredAt: "2013-12-11" },
        { at: "2014-02-20", kind: "request", answeredAt: "2014-03-10" },
        { at: "2014-03-11", kind: "complaint", answeredAt: "2014-03-25" },
        { at: "2014-03-28", kind: "request", unanswered: true },
        { at: "2014-04-16", kind: "complaint", unanswered: true },
      ],
    },
    { asOf: "2014-05-07" },
  );
}

/** Every chart of a portfolio by the name of its file. */
export function portfolioCharts(portfolio: Portfolio, locale: Locale): Readonly<Record<string, ChartSpecification>> {
  const options = { names: Object.fromEntries(portfolio.names) };
  const worth = portfolio.worth.map(({ id, value }) => ({ id, worth: value }));
  return {
    pareto: toParetoChart(portfolio.abc, locale, options),
    quadrants: toQuadrantChart(portfolio.placed, locale, options),
    risk: toRiskChart(portfolio.risk, locale, options),
    pruning: toPruningChart(portfolio.plan, locale, options),
    worth: toWorthChart(worth, locale, options),
    enthusiasm: toEnthusiasmChart(enthusiasm(), locale),
  };
}

/** Writes each chart to `<name>.vl.json`, the ending that the Vega editor knows. */
export function writeCharts(folder: string, charts: Readonly<Record<string, ChartSpecification>>): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(charts).map(([name, chart]) => {
    const path = join(folder, `${name}.vl.json`);
    writeFileSync(path, `${JSON.stringify(chart, null, 2)}\n`);
    return path;
  });
}
