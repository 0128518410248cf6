import type { Locale } from "../locale/locale.js";
import type { EnthusiasmGap, EnthusiasmMonth } from "../portfolio/worth/enthusiasm.js";
import { colourBy, HEIGHT, WIDTH } from "./chart.js";
import { drawn } from "./drawn.js";
import { markedAt } from "./marked.js";
import type { ChartLayer, ChartRow, LayeredChart } from "./specification.js";

/** Our touches, the client's needs. */
const COLOURS = ["#0072b2", "#d55e00"];

/**
 * The two curves of `enthusiasmGap` (B1.2): our touches and the client's needs, month by month, with a line at the month in which the gap opened that is still open.
 *
 * @example
 * ```ts
 * import { enthusiasmGap } from "keyaccount";
 * import { toEnthusiasmChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const gap = enthusiasmGap(
 *   { touches: [{ at: "2026-01-10" }], needs: [{ at: "2026-02-03", kind: "complaint" }] },
 *   { asOf: "2026-02-28" },
 * );
 * toEnthusiasmChart(gap, en).data.values[3]; // => { month: "2026-02", curve: "The client's needs", count: 1 }
 * ```
 */
export function toEnthusiasmChart(gap: EnthusiasmGap, locale: Locale): LayeredChart {
  return drawn({ gap, locale }, () => draw(gap, locale));
}

function draw(gap: EnthusiasmGap, { charts }: Locale): LayeredChart {
  const month = {
    field: "month",
    type: "ordinal",
    sort: null,
    title: charts.month,
    axis: { labelAngle: -45, labelOverlap: true },
  };
  const words = [charts.touches, charts.needs];
  const curves: ChartLayer = {
    mark: { type: "line", point: true },
    encoding: {
      x: month,
      y: { field: "count", type: "quantitative", title: charts.perMonth, axis: { tickMinStep: 1 } },
      color: colourBy("curve", words, COLOURS, null),
      tooltip: [
        { field: "month", type: "ordinal", title: charts.month },
        { field: "curve", type: "nominal", title: charts.curve },
        { field: "count", type: "quantitative", title: charts.perMonth },
      ],
    },
  };
  const opened = gap.openedIn === null ? [] : openingAt(gap, gap.openedIn, charts.opened, month);
  return {
    description: charts.enthusiasm,
    title: charts.enthusiasm,
    width: WIDTH,
    height: HEIGHT,
    data: { values: [...rowsOf(gap.months, "touches", charts.touches), ...rowsOf(gap.months, "needs", charts.needs)] },
    layer: [curves, ...opened],
  };
}

function rowsOf(months: readonly EnthusiasmMonth[], key: "touches" | "needs", curve: string): ChartRow[] {
  return months.map((one) => ({ month: one.month, curve, count: one[key] }));
}

function openingAt({ months }: EnthusiasmGap, at: string, word: string, month: object): ChartLayer[] {
  const isLate = months.findIndex((one) => one.month === at) * 2 >= months.length;
  return markedAt({ field: "month", at, word, isLate, y: 0 }, month);
}
