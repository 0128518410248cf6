import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { print } from "../ground/print.js";
import { readScaled } from "../ground/scaled.js";
import type { Locale } from "../locale/locale.js";
import { rankByAmount } from "../portfolio/volumes.js";
import type { LifetimeValue } from "../portfolio/worth/lifetime.js";
import {
  type ChartOptions,
  clientsOf,
  colourBy,
  fillUnit,
  LABEL_LIMIT,
  numberOf,
  type ReadChartOptions,
  readChartOptions,
  WIDTH,
  withUnit,
} from "./chart.js";
import { drawn } from "./drawn.js";
import { figureText, labeller } from "./labels.js";
import type { ChartLayer, ChartRow, LayeredChart } from "./specification.js";

/** The value, what a point more retention adds. */
const COLOURS = ["#0072b2", "#e69f00"];
const MOST = 30;
const STEP = 22;
/** The change of retention that is drawn, where the result holds it. */
const POINT = "0.01";
const IS_GAIN = "datum.value !== null && datum.value >= 0";

/** A client and its lifetime value. */
export interface WorthChartClient {
  readonly id: string;
  /** What `lifetimeValue` says of it. */
  readonly worth: LifetimeValue;
}

/**
 * The lifetime values (`lifetimeValue`, B1.1) of several clients as bars, the greatest first, ties by id, and at the end of each what one point more retention adds, where
 * the result holds it. Clients of unknown value come last, without a bar, and are called unknown. Of many clients the first 30 are drawn unless `most` says otherwise; the
 * axis says how many of how many. Ids are distinct. Values in different currencies can't be ranked: that throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { lifetimeValue } from "keyaccount";
 * import { toWorthChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const worthOf = (margin: string) => lifetimeValue({ currency: "CNY", margin, retention: "0.8", discountRate: "0.1" });
 * const chart = toWorthChart([{ id: "s", worth: worthOf("3000") }, { id: "n", worth: worthOf("30000") }], en);
 * chart.data.values[0]; // => { client: "n", value: 80000, more: 83793.1, figure: "80,000 (+3,793)" }
 * ```
 */
export function toWorthChart(
  clients: readonly WorthChartClient[],
  locale: Locale,
  options: ChartOptions = {},
): LayeredChart {
  return drawn({ clients, locale }, () => draw(clients, locale, readChartOptions(options, MOST)));
}

function draw(
  clients: readonly WorthChartClient[],
  locale: Locale,
  { names, most, currency: asked }: ReadChartOptions,
): LayeredChart {
  const { charts } = locale;
  const currency = currencyOf(clients, asked);
  const drawn = ranked(clients).slice(0, most);
  const labelOf = labeller(drawn, names);
  const y = {
    field: "client",
    type: "nominal",
    sort: null,
    title: clientsOf(locale, drawn.length, clients.length),
    axis: { labelLimit: LABEL_LIMIT * 2 },
  };
  const x = { type: "quantitative", title: withUnit(locale, "lifetimeValue", currency) };
  return {
    description: charts.worth,
    title: charts.worth,
    width: WIDTH,
    height: { step: STEP },
    data: { values: drawn.map((client) => rowOf(client, labelOf(client.id), locale)) },
    layer: [
      barOf({ y, x: { ...x, field: "value", stack: null } }, charts.lifetimeValue, x.title, locale),
      {
        transform: [{ filter: "datum.more !== null" }],
        ...barOf({ y, x: { ...x, field: "value" }, x2: { field: "more" } }, charts.onePoint, x.title, locale),
      },
      figuresOf(IS_GAIN, y, { ...x, field: "end" }),
      figuresOf(`!(${IS_GAIN})`, y, { ...x, datum: 0 }),
    ],
  };
}

/** The one currency of all that have one, and the one that is asked for. */
function currencyOf(clients: readonly WorthChartClient[], asked: string | null): string | null {
  const [first = null] = [asked ?? [], ...clients.map(({ worth }) => worth.currency ?? [])].flat();
  const issues = clients.flatMap(({ worth: { currency } }, index): ArgumentIssue[] => {
    if (currency === null || first === null || currency === first) return [];
    const details = { received: print(currency), allowed: [first] };
    return [{ code: "unknown-value", path: ["clients", index, "worth", "currency"], details }];
  });
  throwIssues(issues);
  return first;
}

function ranked(clients: readonly WorthChartClient[]): readonly WorthChartClient[] {
  const { known, unknown } = rankByAmount(clients, ({ worth: { value } }) =>
    value === null ? null : readScaled(value),
  );
  return [...known, ...unknown];
}

function rowOf({ worth: { value, sensitivity } }: WorthChartClient, client: string, locale: Locale): ChartRow {
  const number = numberOf(value);
  const point = sensitivity.find(({ change }) => change === POINT);
  const [more = null, adds = null] = [point?.value, point?.difference].map((text = null) => numberOf(text));
  return { client, value: number, more, figure: figureOf(number, adds, locale) };
}

function figureOf(value: number | null, adds: number | null, locale: Locale): string {
  if (value === null) return locale.charts.unknown;
  if (adds === null) return figureText(value);
  return fillUnit(locale, figureText(value), (adds < 0 ? "" : "+") + figureText(adds));
}

function barOf(places: object, series: string, title: string, { charts }: Locale): ChartLayer {
  const words = [charts.lifetimeValue, charts.onePoint];
  const { scale } = colourBy("", words, COLOURS, null);
  return {
    mark: { type: "bar", height: { band: 0.7 } },
    encoding: {
      ...places,
      color: { datum: series, type: "nominal", scale, legend: { title: null, orient: "bottom", labelLimit: 0 } },
      tooltip: [
        { field: "client", type: "nominal", title: charts.client },
        { field: "figure", type: "nominal", title },
      ],
    },
  };
}

/** The figures at the ends of the bars; of bars that lead to the left, and where there is none, to the right of zero. */
function figuresOf(test: string, y: object, x: object): ChartLayer {
  return {
    transform: [{ calculate: "datum.more === null ? datum.value : datum.more", as: "end" }, { filter: test }],
    mark: { type: "text", align: "left", dx: 4 },
    encoding: { y, x, text: { field: "figure", type: "nominal" } },
  };
}
