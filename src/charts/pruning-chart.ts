import type { Locale } from "../locale/locale.js";
import type { PruningPlan, PruningSums } from "../portfolio/pruning/pruning.js";
import { type ChartOptions, colourBy, numberOf, readChartOptions, withUnit } from "./chart.js";
import { drawn } from "./drawn.js";
import { figureText } from "./labels.js";
import type { ChartLayer, ChartMark, ChartRow, FacetedChart } from "./specification.js";

/** Before, after. */
const COLOURS = ["#9e9e9e", "#0072b2"];
const SIDE = 150;
const TALL = 240;
/** Above and below the bars there is room for their figures. */
const ROOM = 16;
const Y = { field: "value", type: "quantitative", axis: null, scale: { range: [TALL - ROOM, ROOM] } };
const FIGURE = { field: "figure", type: "nominal" };

/**
 * What `planPruning` would do (C2.6): clients, volume, margin and visits before and after, each pair of bars on a scale of its own, with its figure at its end.
 * What isn't known of any client has no bar and is called unknown; where it isn't known of some, the bar is the sum of the others, and `unknown` counts them.
 *
 * @example
 * ```ts
 * import { planPruning } from "keyaccount";
 * import { toPruningChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const plan = planPruning([{ id: "north", volume: "900" }, { id: "south", volume: "80" }], { rules: { minVolume: "100" } });
 * const { data } = toPruningChart(plan, en, { currency: "CNY" });
 * data.values[3]; // => { measure: "Volume (CNY)", when: "After", value: 900, figure: "900", unknown: 0 }
 * data.values[4]; // => { measure: "Margin (CNY)", when: "Before", value: null, figure: "unknown", unknown: 2 }
 * ```
 */
export function toPruningChart(plan: PruningPlan, locale: Locale, options: ChartOptions = {}): FacetedChart {
  return drawn({ plan, locale }, () => {
    const { currency } = readChartOptions(options, 1);
    return draw(plan, locale, currency ?? plan.currency);
  });
}

function draw(plan: PruningPlan, locale: Locale, currency: string | null): FacetedChart {
  const { charts } = locale;
  const values = MEASURES.flatMap(({ key, isMoney }): ChartRow[] => {
    const measure = withUnit(locale, key, isMoney ? currency : null);
    return [
      { measure, when: charts.before, ...figureOf(plan.before, key, locale) },
      { measure, when: charts.after, ...figureOf(plan.after, key, locale) },
    ];
  });
  const x = {
    field: "when",
    type: "nominal",
    sort: null,
    title: null,
    axis: { labelAngle: 0, domain: false, ticks: false },
  };
  const color = colourBy("when", [charts.before, charts.after], COLOURS, null);
  return {
    description: charts.pruning,
    title: charts.pruning,
    data: { values },
    facet: { field: "measure", type: "nominal", sort: values.map(({ measure }) => measure), title: null },
    columns: MEASURES.length,
    spec: {
      width: SIDE,
      height: TALL,
      view: { stroke: null },
      encoding: { x },
      layer: [
        { mark: "bar", encoding: { y: Y, color, tooltip: tooltipOf(locale) } },
        figuresOf("datum.value !== null && datum.value >= 0", { baseline: "bottom", dy: -3 }),
        figuresOf("datum.value !== null && datum.value < 0", { baseline: "top", dy: 3 }),
        unknownAt(),
      ],
    },
    resolve: { scale: { y: "independent" } },
  };
}

/** What is drawn, in this order. */
const MEASURES = [
  { key: "clients", isMoney: false },
  { key: "volume", isMoney: true },
  { key: "margin", isMoney: true },
  { key: "visits", isMoney: false },
] as const;

function figureOf(sums: PruningSums, key: (typeof MEASURES)[number]["key"], { charts }: Locale): ChartRow {
  const unknown = key === "clients" ? 0 : sums.unknown[key];
  // Of no client at all nothing is unknown: what is left of it is zero.
  const value = unknown > 0 && unknown === sums.clients ? null : numberOf(String(sums[key]));
  return { value, figure: value === null ? charts.unknown : figureText(value), unknown };
}

/** The figures at the ends of the bars. */
function figuresOf(test: string, place: Partial<ChartMark>): ChartLayer {
  return { transform: [{ filter: test }], mark: { type: "text", ...place }, encoding: { y: Y, text: FIGURE } };
}

/** What is unknown stands where its bar would. */
function unknownAt(): ChartLayer {
  const mark: ChartMark = { type: "text", baseline: "bottom", dy: -3, y: TALL - ROOM };
  return { transform: [{ filter: "datum.value === null" }], mark, encoding: { text: FIGURE } };
}

function tooltipOf({ charts }: Locale): unknown[] {
  return [
    { field: "measure", type: "nominal", title: charts.measure },
    { field: "figure", type: "nominal", title: charts.figure },
    { field: "unknown", type: "quantitative", title: charts.unknownOf },
  ];
}
