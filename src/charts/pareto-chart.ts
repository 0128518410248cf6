import type { Locale } from "../locale/locale.js";
import { ABC_CLASSES, type AbcPlace, type AbcResult } from "../portfolio/abc/abc.js";
import {
  type ChartOptions,
  CUT,
  CUT_COLOUR,
  clientsOf,
  colourBy,
  HEIGHT,
  LABEL_LIMIT,
  NOBODY,
  numberOf,
  type ReadChartOptions,
  readChartOptions,
  WIDTH,
  withUnit,
} from "./chart.js";
import { drawn } from "./drawn.js";
import { labeller, percentText } from "./labels.js";
import type { ChartLayer, ChartMark, ChartRow, LayeredChart } from "./specification.js";

/** One for each class; they can be told apart in grey too. */
const COLOURS = ["#0072b2", "#56b4e9", "#c7c7c7"];
const CURVE = "#d55e00";
const MOST = 500;
/** Of more clients, neither points on the curve nor ticks below the bars can be told apart. */
const APART = 60;
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * The Pareto curve of `classifyAbc` (E4.2): a bar for each client's amount, the largest first, in the colour of its class, the curve of the cumulative share, and lines at the cuts.
 * Zero is at one height on both axes, also where returns lead below it. Clients of unknown amount aren't drawn, and of a large portfolio only the 500 largest unless `most`
 * says otherwise; the axis says how many of how many.
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
export function toParetoChart(abc: AbcResult, locale: Locale, options: ChartOptions = {}): LayeredChart {
  return drawn({ abc, locale }, () => draw(abc, locale, readChartOptions(options, MOST)));
}

function draw(abc: AbcResult, locale: Locale, options: ReadChartOptions): LayeredChart {
  const { charts } = locale;
  const values = rowsOf(abc.clients, locale, options);
  const x = {
    field: "client",
    type: "nominal",
    sort: null,
    title: clientsOf(locale, values.length, abc.clients.length),
    axis: { labelAngle: -45, labelLimit: LABEL_LIMIT, labelOverlap: true, ticks: values.length <= APART },
  };
  const domains = domainsOf(values);
  return {
    description: charts.pareto,
    title: charts.pareto,
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      barsOf(x, domains.amounts, locale, options.currency ?? abc.currency),
      { layer: [curveOf(x, domains.shares, values.length <= APART, locale), ...cutsOf(abc)] },
    ],
    resolve: { scale: { y: "independent" } },
  };
}

function rowsOf(clients: readonly AbcPlace[], { abcClasses }: Locale, { names, most }: ReadChartOptions): ChartRow[] {
  const drawn = clients.filter((client) => client.class !== null).slice(0, most);
  const labelOf = labeller(drawn, names);
  return drawn.map(({ id, amount, cumulative, class: code }) => ({
    client: labelOf(id),
    amount: numberOf(amount),
    cumulative,
    class: code && abcClasses[code],
  }));
}

interface Domains {
  readonly amounts: object;
  readonly shares: readonly [number, number];
}

/** Where amounts go below zero, the shares' axis goes as far below, so that zero is at one height. */
function domainsOf(values: readonly ChartRow[]): Domains {
  const amounts = values.map(({ amount }) => Number(amount));
  const least = amounts.reduce((a, b) => Math.min(a, b), 0);
  const greatest = amounts.reduce((a, b) => Math.max(a, b), 0);
  return least < 0 && greatest > 0
    ? { amounts: { domain: [least, greatest], nice: false }, shares: [least / greatest, 1] }
    : { amounts: values.length === 0 ? NOBODY : {}, shares: [0, 1] };
}

function barsOf(x: object, scale: object, locale: Locale, currency: string | null): ChartLayer {
  const { charts, abcClasses } = locale;
  const classes = ABC_CLASSES.map((code) => abcClasses[code]);
  const amount = { field: "amount", type: "quantitative", title: withUnit(locale, "amount", currency) };
  return {
    mark: "bar",
    encoding: {
      x,
      y: { ...amount, scale },
      color: colourBy("class", classes, COLOURS, charts.class),
      tooltip: tooltipOf(locale, amount),
    },
  };
}

function curveOf(x: object, domain: readonly [number, number], hasPoints: boolean, { charts }: Locale): ChartLayer {
  const axis = { format: ".0%", values: SHARES, grid: false };
  const y = {
    field: "cumulative",
    type: "quantitative",
    title: charts.cumulative,
    axis,
    scale: { domain, nice: false },
  };
  return { mark: { type: "line", color: CURVE, point: hasPoints && { color: CURVE } }, encoding: { x, y } };
}

/** Lines with a row of their own, so that each is drawn once, and below them their shares at the right, where the curve is above them. */
function cutsOf({ cuts }: AbcResult): ChartLayer[] {
  return [cuts.A, cuts.B].flatMap((cut) => {
    const share = Number(cut);
    const data = { values: [{}] };
    const y = { datum: share };
    const text: ChartMark = { type: "text", text: percentText(share), color: CUT_COLOUR };
    const place: Partial<ChartMark> = { x: WIDTH, align: "right", baseline: "top", dx: -4, dy: 2 };
    return [
      { data, mark: CUT, encoding: { y } },
      { data, mark: { ...text, ...place }, encoding: { y } },
    ];
  });
}

function tooltipOf({ charts }: Locale, amount: object): unknown[] {
  return [
    { field: "client", type: "nominal", title: charts.client },
    amount,
    { field: "cumulative", type: "quantitative", title: charts.cumulative, format: ".1%" },
    { field: "class", type: "nominal", title: charts.class },
  ];
}
