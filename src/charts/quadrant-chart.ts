import type { Locale } from "../locale/locale.js";
import { QUADRANTS, type VolumeLoyaltyPlace, type VolumeLoyaltyResult } from "../portfolio/quadrants/volume-loyalty.js";
import {
  type ChartOptions,
  CUT,
  clientsOf,
  colourBy,
  HEIGHT,
  NOBODY,
  numberOf,
  type ReadChartOptions,
  readChartOptions,
  WIDTH,
  withUnit,
} from "./chart.js";
import { drawn } from "./drawn.js";
import { labeller } from "./labels.js";
import { NAME_LIMIT, type Point, sidesOf } from "./name-places.js";
import type { ChartLayer, ChartMark, ChartRow, LayeredChart } from "./specification.js";

/** Treasure, rising star, dangerous, no value. */
const COLOURS = ["#009e73", "#56b4e9", "#d55e00", "#9e9e9e"];
/** How much is seen of a client that could still move. */
const FAINT = 0.35;
const MOST = 500;

/**
 * The four quadrants of `classifyVolumeLoyalty` as a scatter (C2): loyalty to the right, volume upwards, a point for each client in the colour of its quadrant; faint where
 * what is unknown could still move it. The ten largest have their names beside them, where one doesn't cover another. Lines show the cuts; that of the volume runs through
 * the smallest large client. Clients of unknown volume or loyalty aren't drawn, and of a large portfolio only the 500 largest unless `most` says otherwise; the legend says
 * how many of how many.
 *
 * @example
 * ```ts
 * import { classifyVolumeLoyalty } from "keyaccount";
 * import { toQuadrantChart } from "keyaccount/charts";
 * import { zhCN } from "keyaccount/locale/zh-CN";
 *
 * const placed = classifyVolumeLoyalty([
 *   { id: "north", volume: "800", loyalty: { score: 30, low: 20, high: 40 } },
 *   { id: "south", volume: "100", loyalty: { score: 90, low: 85, high: 95 } },
 * ]);
 * const chart = toQuadrantChart(placed, zhCN);
 * chart.data.values[0]; // => { client: "north", volume: 800, loyalty: 30, quadrant: "最危险的客户", certain: "确定", label: "north", side: "right" }
 * ```
 */
export function toQuadrantChart(result: VolumeLoyaltyResult, locale: Locale, options: ChartOptions = {}): LayeredChart {
  return drawn({ result, locale }, () => draw(result, locale, readChartOptions(options, MOST)));
}

function draw(result: VolumeLoyaltyResult, locale: Locale, options: ReadChartOptions): LayeredChart {
  const { charts } = locale;
  const values = rowsOf(result.clients, locale, options);
  const title = withUnit(locale, "volume", options.currency ?? result.currency);
  const volume = { field: "volume", type: "quantitative", title };
  const loyalty = { field: "loyalty", type: "quantitative", title: charts.loyalty };
  const at = {
    x: { ...loyalty, scale: { domain: loyaltyDomain(values) } },
    y: { ...volume, scale: values.length === 0 ? NOBODY : {} },
  };
  const counted = clientsOf(locale, values.length, result.clients.length);
  return {
    description: charts.quadrants,
    title: charts.quadrants,
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      {
        mark: { type: "point", filled: true, size: 80 },
        encoding: {
          ...at,
          ...lookOf(locale, values.length === result.clients.length ? [] : [counted], volume, loyalty),
        },
      },
      namesAt("right", at),
      namesAt("left", at),
      ...cutsOf(result),
    ],
  };
}

function rowsOf(
  clients: readonly VolumeLoyaltyPlace[],
  { charts, quadrants }: Locale,
  { names, most }: ReadChartOptions,
): ChartRow[] {
  const drawn = clients.filter(({ quadrant }) => quadrant !== null).slice(0, most);
  const labelOf = labeller(drawn, names);
  const rows = drawn.map(({ id, volume, loyalty, quadrant, certain }) => ({
    client: labelOf(id),
    volume: numberOf(volume),
    loyalty: loyalty && loyalty.score,
    quadrant: quadrant && quadrants[quadrant],
    certain: certain ? charts.certain : charts.uncertain,
  }));
  const sides = sidesOf(rows.map(pointOf), loyaltyDomain(rows));
  return rows.map((row, index) => {
    const side = sides[index] ?? null;
    return { ...row, label: side && row.client, side };
  });
}

function pointOf({ client, volume, loyalty }: ChartRow): Point {
  return { name: String(client), x: Number(loyalty), y: Number(volume) };
}

/** Scores go from 0 to 100, but a host's own may go further. */
function loyaltyDomain(rows: readonly ChartRow[]): readonly [number, number] {
  const scores = rows.map(({ loyalty }) => Number(loyalty));
  return [scores.reduce((a, b) => Math.min(a, b), 0), scores.reduce((a, b) => Math.max(a, b), 100)];
}

function lookOf({ charts, quadrants }: Locale, counted: readonly string[], volume: object, loyalty: object): object {
  const words = QUADRANTS.map((code) => quadrants[code]);
  const isCertain = { test: { field: "certain", equal: charts.certain }, value: 1 };
  return {
    color: colourBy("quadrant", words, COLOURS, [charts.quadrant, ...counted]),
    opacity: { condition: isCertain, value: FAINT },
    tooltip: [
      { field: "client", type: "nominal", title: charts.client },
      volume,
      loyalty,
      { field: "quadrant", type: "nominal", title: charts.quadrant },
      { field: "certain", type: "nominal", title: charts.certainty },
    ],
  };
}

/** The names on one side of their points. */
function namesAt(side: "left" | "right", at: object): ChartLayer {
  const mark: ChartMark = {
    type: "text",
    align: side === "right" ? "left" : "right",
    dx: side === "right" ? 8 : -8,
    limit: NAME_LIMIT,
  };
  const text = { field: "label", type: "nominal" };
  return { transform: [{ filter: { field: "side", equal: side } }], mark, encoding: { ...at, text } };
}

function cutsOf({ clients, cuts }: VolumeLoyaltyResult): ChartLayer[] {
  const large = clients.filter(({ reasons }) => reasons[0] === "volume-large");
  const [cut = null] = large.slice(-1).map(({ volume }) => numberOf(volume));
  // A row of its own, so that each line is drawn once.
  const data = { values: [{}] };
  const loyalty = { datum: cuts.loyalty };
  return [
    ...(Number.isFinite(cuts.loyalty) ? [{ data, mark: CUT, encoding: { x: loyalty } }] : []),
    ...(cut === null ? [] : [{ data, mark: CUT, encoding: { y: { datum: cut } } }]),
  ];
}
