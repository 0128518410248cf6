import type { Locale } from "../locale/locale.js";
import type { PruningPlan, PruningSums } from "../portfolio/pruning/pruning.js";
import { type ChartOptions, type ChartRow, type ChartSpecification, colourBy, numberOf, withUnit } from "./chart.js";

/** Before, after. */
const COLOURS = ["#9e9e9e", "#0072b2"];
const SIDE = 140;
const TALL = 240;

/**
 * What `planPruning` would do (C2.6): clients, volume, margin and visits before and after, each pair of bars on an axis of its own, with its figure above.
 *
 * @example
 * ```ts
 * import { planPruning } from "keyaccount";
 * import { toPruningChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const plan = planPruning([{ id: "north", volume: "900" }, { id: "south", volume: "80" }], { rules: { minVolume: "100" } });
 * const { data } = toPruningChart(plan, en, { currency: "CNY" });
 * data.values.slice(2, 4); // => [{ measure: "Volume (CNY)", when: "Before", value: 980 }, { measure: "Volume (CNY)", when: "After", value: 900 }]
 * ```
 */
export function toPruningChart(plan: PruningPlan, locale: Locale, options: ChartOptions = {}): ChartSpecification {
  const { charts } = locale;
  const values = MEASURES.flatMap(({ key, isMoney }): ChartRow[] => {
    const measure = withUnit(locale, key, isMoney ? options.currency : undefined);
    return [
      { measure, when: charts.before, value: valueOf(plan.before, key) },
      { measure, when: charts.after, value: valueOf(plan.after, key) },
    ];
  });
  const when = { field: "when", type: "nominal", sort: null, title: null, axis: { labelAngle: 0 } };
  const value = { field: "value", type: "quantitative" };
  return {
    description: charts.pruning,
    title: charts.pruning,
    data: { values },
    facet: { field: "measure", type: "nominal", sort: values.map(({ measure }) => measure), title: null },
    columns: MEASURES.length,
    spec: {
      width: SIDE,
      height: TALL,
      encoding: { x: when, y: { ...value, title: null } },
      layer: [
        { mark: "bar", encoding: { color: colourBy("when", [charts.before, charts.after], COLOURS, null) } },
        { mark: { type: "text", baseline: "bottom", dy: -2 }, encoding: { text: { ...value, format: "," } } },
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

function valueOf(sums: PruningSums, key: (typeof MEASURES)[number]["key"]): number | null {
  return numberOf(String(sums[key]));
}
