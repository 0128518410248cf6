import type { Locale } from "../locale/locale.js";
import { RISK_LEVELS, type RiskFigure, type RiskResult } from "../portfolio/risk/risk.js";
import {
  type ChartOptions,
  colourBy,
  fillUnit,
  HEIGHT,
  type ReadChartOptions,
  readChartOptions,
  WIDTH,
  withUnit,
} from "./chart.js";
import { drawn } from "./drawn.js";
import { labeller } from "./labels.js";
import type { ChartLayer, ChartRow, LayeredChart } from "./specification.js";

/** Low, moderate, high, unknown. */
const COLOURS = ["#009e73", "#e69f00", "#d55e00", "#9e9e9e"];
/** The bands behind the bars: up to the moderate mark, up to the high one, beyond it. */
const BANDS = ["#d5eee6", "#fbedcd", "#f8dfd0"] as const;

/**
 * The risks of `portfolioRisk` (C2.5): each figure as a bar in the colour of its level, on bands that change where the risk is moderate and where it is high, with the
 * figure and its level at the right. A figure that isn't known has no bar and is called unknown; how many clients may hide a risk stands below.
 *
 * @example
 * ```ts
 * import { portfolioRisk } from "keyaccount";
 * import { toRiskChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const risk = portfolioRisk([
 *   { id: "n", volume: "500", quadrant: "dangerous" },
 *   { id: "s", volume: "500", quadrant: "treasure" },
 * ]);
 * const { data } = toRiskChart(risk, en, { names: { n: "North" } });
 * data.values[0]; // => { risk: "Share of large clients without loyalty", value: 0.5, level: "high", figure: "0.5 (high)", moderate: 0.1, high: 0.25, behind: 1, largest: "North" }
 * ```
 */
export function toRiskChart(result: RiskResult, locale: Locale, options: ChartOptions = {}): LayeredChart {
  return drawn({ result, locale }, () => draw(result, locale, readChartOptions(options, 1)));
}

function draw(result: RiskResult, locale: Locale, { names }: ReadChartOptions): LayeredChart {
  const { charts } = locale;
  const y = { field: "risk", type: "nominal", sort: null, title: null, axis: { labelLimit: 0 } };
  const title = withUnit(locale, "figure", "0–1");
  const axis = { format: ".1f", title: [title, ...hidingOf(result, locale)] };
  const x = { type: "quantitative", title, axis, scale: { domain: [0, 1] }, stack: null };
  const labelOf = labellerOf(result, names);
  const values = result.risks.map((figure) => rowOf(figure, labelOf, locale));
  const band = (end: object, colour: string): ChartLayer => ({
    mark: { type: "bar", color: colour, aria: false, height: { band: 0.8 } },
    encoding: { y, x: { ...x, ...end } },
  });
  return {
    description: charts.risk,
    title: charts.risk,
    width: WIDTH,
    height: HEIGHT / 2,
    data: { values },
    layer: [
      band({ datum: 1 }, BANDS[2]),
      band({ field: "high" }, BANDS[1]),
      band({ field: "moderate" }, BANDS[0]),
      {
        mark: { type: "bar", height: { band: 0.4 } },
        encoding: { y, x: { ...x, field: "value" }, color: levelsOf(values, locale), tooltip: tooltipOf(locale) },
      },
      {
        mark: { type: "text", align: "left", dx: 6 },
        encoding: { y, x: { value: WIDTH }, text: { field: "figure", type: "nominal" } },
      },
    ],
  };
}

function labellerOf({ risks }: RiskResult, names: ReadChartOptions["names"]): (id: string) => string {
  return labeller(
    risks.flatMap(({ clients }) => clients.map((id) => ({ id }))),
    names,
  );
}

function rowOf(
  { risk, value, level, moderate, high, clients }: RiskFigure,
  labelOf: (id: string) => string,
  locale: Locale,
): ChartRow {
  const word = level === null ? locale.charts.unknown : locale.riskLevels[level];
  const [largest] = clients;
  return {
    risk: locale.risks[risk],
    value,
    level: word,
    figure: value === null ? word : fillUnit(locale, String(value), word),
    moderate,
    high,
    behind: clients.length,
    largest: largest === undefined ? null : labelOf(largest),
  };
}

function hidingOf({ unknown }: RiskResult, { charts }: Locale): string[] {
  return unknown.length === 0 ? [] : [charts.hiding.replace("{clients}", String(unknown.length))];
}

/** The legend stands below, for the figures stand at the right; it speaks of the unknown only where there is some. */
function levelsOf(values: readonly ChartRow[], { charts, riskLevels }: Locale): object {
  const words = RISK_LEVELS.map((level) => riskLevels[level]);
  const all = values.some(({ level }) => level === charts.unknown) ? [...words, charts.unknown] : words;
  const colour = colourBy("level", all, COLOURS.slice(0, all.length), charts.level);
  return { ...colour, legend: { title: charts.level, orient: "bottom" } };
}

function tooltipOf({ charts }: Locale): unknown[] {
  return [
    { field: "risk", type: "nominal", title: charts.riskName },
    { field: "figure", type: "nominal", title: charts.figure },
    { field: "moderate", type: "quantitative", title: charts.moderateFrom },
    { field: "high", type: "quantitative", title: charts.highFrom },
    { field: "behind", type: "quantitative", title: charts.behind },
    { field: "largest", type: "nominal", title: charts.largest },
  ];
}
