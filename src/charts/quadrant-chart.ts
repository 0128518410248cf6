import type { Locale } from "../locale/locale.js";
import {
  QUADRANTS,
  VOLUME_LOYALTY_CUTS,
  type VolumeLoyaltyPlace,
  type VolumeLoyaltyResult,
} from "../portfolio/quadrants/volume-loyalty.js";
import {
  type ChartOptions,
  type ChartRow,
  type ChartSpecification,
  colourBy,
  HEIGHT,
  labeller,
  numberOf,
  WIDTH,
  withUnit,
} from "./chart.js";

/** Treasure, rising star, dangerous, no value. */
const COLOURS = ["#009e73", "#56b4e9", "#d55e00", "#9e9e9e"];
/** How much is seen of a client that could still move. */
const FAINT = 0.35;
const CUT = { type: "rule", color: "#666666", strokeDash: [4, 4] };
/** So many of the largest clients have their names beside them; more would cover each other. */
const NAMED = 10;

/** How to draw the four quadrants. */
export interface QuadrantChartOptions extends ChartOptions {
  /** The score from which on loyalty was high, as it was told to `classifyVolumeLoyalty`; that of `VOLUME_LOYALTY_CUTS` unless told. */
  readonly loyalty?: number | undefined;
}

/**
 * The four quadrants of `classifyVolumeLoyalty` as a scatter (C2): loyalty to the right, volume upwards, a point for each client in the colour of its quadrant; faint where
 * what is unknown could still move it. The ten largest have their names beside them. Lines show the cuts; that of the volume runs through the smallest large client.
 * Clients of unknown volume or loyalty aren't drawn.
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
 * chart.data.values[0]; // => { client: "north", volume: 800, loyalty: 30, quadrant: "最危险的客户", certain: "确定", label: "north" }
 * ```
 */
export function toQuadrantChart(
  result: VolumeLoyaltyResult,
  locale: Locale,
  options: QuadrantChartOptions = {},
): ChartSpecification {
  const { charts, quadrants } = locale;
  const words = QUADRANTS.map((code) => quadrants[code]);
  const volume = { field: "volume", type: "quantitative", title: withUnit(locale, "volume", options.currency) };
  const loyalty = { field: "loyalty", type: "quantitative", title: charts.loyalty };
  const quadrant = colourBy("quadrant", words, COLOURS, charts.quadrant);
  const isCertain = { test: { field: "certain", equal: charts.certain }, value: 1 };
  const tooltip = [
    { field: "client", type: "nominal", title: charts.client },
    volume,
    loyalty,
    { field: "quadrant", type: "nominal", title: charts.quadrant },
    { field: "certain", type: "nominal", title: charts.certainty },
  ];
  return {
    description: charts.quadrants,
    title: charts.quadrants,
    width: WIDTH,
    height: HEIGHT,
    data: { values: rowsOf(result.clients, locale, options) },
    layer: [
      {
        mark: { type: "point", filled: true, size: 80 },
        encoding: { x: loyalty, y: volume, color: quadrant, opacity: { condition: isCertain, value: FAINT }, tooltip },
      },
      {
        mark: { type: "text", align: "left", dx: 8, limit: WIDTH / 4 },
        encoding: { x: loyalty, y: volume, text: { field: "label", type: "nominal" } },
      },
      ...cutsOf(result.clients, options),
    ],
  };
}

function rowsOf(
  clients: readonly VolumeLoyaltyPlace[],
  { charts, quadrants }: Locale,
  { names }: ChartOptions,
): ChartRow[] {
  const labelOf = labeller(clients, names);
  const drawn = clients.filter(({ quadrant }) => quadrant !== null);
  return drawn.map(({ id, volume, loyalty, quadrant, certain }, index) => ({
    client: labelOf(id),
    volume: numberOf(volume),
    loyalty: loyalty && loyalty.score,
    quadrant: quadrant && quadrants[quadrant],
    certain: certain ? charts.certain : charts.uncertain,
    label: index < NAMED ? labelOf(id) : "",
  }));
}

function cutsOf(clients: readonly VolumeLoyaltyPlace[], options: QuadrantChartOptions): unknown[] {
  const large = clients.filter(({ reasons }) => reasons[0] === "volume-large");
  const [cut = null] = large.slice(-1).map(({ volume }) => numberOf(volume));
  // A row of its own, so that each line is drawn once.
  const data = { values: [{}] };
  const loyalty = { datum: options.loyalty ?? VOLUME_LOYALTY_CUTS.loyalty };
  return [
    { data, mark: CUT, encoding: { x: loyalty } },
    ...(cut === null ? [] : [{ data, mark: CUT, encoding: { y: { datum: cut } } }]),
  ];
}
