import type { Locale } from "../locale/locale.js";
import { ABC_CLASSES, type AbcPlace, type AbcResult } from "../portfolio/abc/abc.js";
import {
  type ChartOptions,
  type ChartRow,
  type ChartSpecification,
  colourBy,
  HEIGHT,
  LABEL_LIMIT,
  labeller,
  numberOf,
  WIDTH,
  withUnit,
} from "./chart.js";

/** One for each class; they can be told apart in grey too. */
const COLOURS = ["#0072b2", "#56b4e9", "#c7c7c7"];
const CURVE = "#d55e00";

/**
 * The Pareto curve of `classifyAbc` (E4.2): a bar for each client's amount, the largest first, in the colour of its class, and the curve of the cumulative share.
 * Clients of unknown amount aren't drawn. Of a very large portfolio draw the first: `{ ...abc, clients: abc.clients.slice(0, 200) }`.
 *
 * @example
 * ```ts
 * import { classifyAbc } from "keyaccount";
 * import { toParetoChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const abc = classifyAbc([{ id: "n", amount: "700" }, { id: "s", amount: "300" }]);
 * const chart = toParetoChart(abc, en, { names: { n: "North" }, currency: "CNY" });
 * chart.data.values[0]; // => { client: "North", amount: 700, cumulative: 0.7, class: "A" }
 * ```
 */
export function toParetoChart(abc: AbcResult, locale: Locale, options: ChartOptions = {}): ChartSpecification {
  const { charts, abcClasses } = locale;
  const classes = ABC_CLASSES.map((code) => abcClasses[code]);
  const amount = withUnit(locale, "amount", options.currency);
  const client = {
    field: "client",
    type: "nominal",
    sort: null,
    title: charts.clients,
    axis: { labelAngle: -45, labelLimit: LABEL_LIMIT, labelOverlap: true },
  };
  const share = { field: "cumulative", type: "quantitative", title: charts.cumulative, axis: { format: ".0%" } };
  const tooltip = [
    { field: "client", type: "nominal", title: charts.client },
    { field: "amount", type: "quantitative", title: amount },
    { field: "cumulative", type: "quantitative", title: charts.cumulative, format: ".1%" },
    { field: "class", type: "nominal", title: charts.class },
  ];
  return {
    description: charts.pareto,
    title: charts.pareto,
    width: WIDTH,
    height: HEIGHT,
    data: { values: rowsOf(abc.clients, locale, options) },
    encoding: { x: client, tooltip },
    layer: [
      {
        mark: "bar",
        encoding: {
          y: { field: "amount", type: "quantitative", title: amount },
          color: colourBy("class", classes, COLOURS, charts.class),
        },
      },
      {
        mark: { type: "line", color: CURVE, point: { color: CURVE } },
        encoding: { y: { ...share, scale: { domain: [0, 1] } } },
      },
    ],
    resolve: { scale: { y: "independent" } },
  };
}

function rowsOf(clients: readonly AbcPlace[], { abcClasses }: Locale, { names }: ChartOptions): ChartRow[] {
  const labelOf = labeller(clients, names);
  return clients.flatMap(({ id, amount, cumulative, class: code }) =>
    code === null ? [] : [{ client: labelOf(id), amount: numberOf(amount), cumulative, class: abcClasses[code] }],
  );
}
