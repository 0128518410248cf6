import type { ChartWord, Locale } from "../locale/locale.js";
import type { ProcessIds } from "../milestones/definition/process.js";
import type { Pipeline, PipelineMilestone } from "../milestones/pipeline/figures.js";
import { colourBy, fillUnit, LABEL_LIMIT, NOBODY, readChartOptions, WIDTH } from "./chart.js";
import { drawn } from "./drawn.js";
import { figureText, labeller, percentText } from "./labels.js";
import type { ChartLayer, ChartRow, LayeredChart } from "./specification.js";

/** How to draw a funnel. */
export interface FunnelChartOptions<M extends string = string> {
  /** Milestones' names by id, before the locale's; a milestone that neither knows goes by its id. */
  readonly names?: { readonly [K in M]?: string | undefined } | undefined;
}

/** What has become of the deals that have been in a milestone, in the order of the segments. */
const FATES = ["passed", "here", "back", "lost"] as const;
const WORDS: { readonly [F in (typeof FATES)[number]]: ChartWord } = {
  passed: "dealsPassed",
  here: "dealsHere",
  back: "dealsBack",
  lost: "dealsLost",
};
const COLOURS = ["#009e73", "#56b4e9", "#c7c7c7", "#d55e00"];
const KEYS = ["names"];
const STEP = 34;

/**
 * The funnel of `pipeline` (E7.1, E9): a bar for each milestone in the order of the process, as long as the number of deals that have been there, parted by what became of them: passed, there now, went back, lost
 * there. Behind each bar stand that number and the conversion: of those that passed or were lost there, how many passed; where nobody has done either, none is written. A milestone where no deal has been keeps
 * its line, without a bar.
 *
 * @example
 * ```ts
 * import { decide, defineProcess, pipeline, replay } from "keyaccount";
 * import { toFunnelChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const process = defineProcess({ id: "small", version: "1", milestones: { talk: { next: ["order"] }, order: { end: true } } });
 * const started = decide(process, replay(process, []), { id: "1", type: "start", at: "2026-11-02T09:00:00Z", by: "li" });
 * const state = replay(process, started.ok ? started.value : []);
 * const chart = toFunnelChart(pipeline([{ id: "a", state }], { process, asOf: "2026-11-09" }), en, { names: { talk: "Talk" } });
 * chart.data.values[1]; // => { milestone: "Talk", fate: "There now", deals: 1, entered: 1, conversion: null, place: 1 }
 * ```
 */
export function toFunnelChart<I extends ProcessIds>(
  pipeline: Pipeline<I>,
  locale: Locale,
  options: FunnelChartOptions<I["milestone"]> = {},
): LayeredChart {
  return drawn({ pipeline, locale }, () => {
    const { names } = readChartOptions(options, 1, KEYS);
    return draw(pipeline.milestones, locale, { ...locale.vocabulary.milestones, ...names });
  });
}

function draw(
  milestones: readonly PipelineMilestone[],
  locale: Locale,
  names: Readonly<Record<string, string>>,
): LayeredChart {
  const { charts } = locale;
  const labelOf = labeller(
    milestones.map(({ milestone: id }) => ({ id })),
    names,
  );
  const y = {
    field: "milestone",
    type: "nominal",
    sort: null,
    title: null,
    axis: { labelLimit: LABEL_LIMIT * 2 },
  };
  const isEmpty = milestones.every(({ entered }) => entered === 0);
  const x = { type: "quantitative", title: charts.deals, axis: { tickMinStep: 1 }, scale: isEmpty ? NOBODY : {} };
  return {
    description: charts.funnel,
    title: charts.funnel,
    width: WIDTH,
    height: { step: STEP },
    data: { values: milestones.flatMap((one) => rowsOf(one, labelOf(one.milestone), locale)) },
    layer: [barsOf(y, x, locale), figuresOf(milestones, labelOf, { y, x, locale })],
  };
}

function rowsOf(
  { entered, conversion, ...fates }: PipelineMilestone,
  milestone: string,
  { charts }: Locale,
): ChartRow[] {
  return FATES.map((fate, place) => ({
    milestone,
    fate: charts[WORDS[fate]],
    deals: fates[fate],
    entered,
    conversion,
    place,
  }));
}

function barsOf(y: object, x: object, { charts }: Locale): ChartLayer {
  const fates = FATES.map((fate) => charts[WORDS[fate]]);
  return {
    mark: { type: "bar", height: { band: 0.7 } },
    encoding: {
      y,
      x: { ...x, field: "deals" },
      color: colourBy("fate", fates, COLOURS, null),
      order: { field: "place", type: "quantitative" },
      tooltip: [
        { field: "milestone", type: "nominal", title: charts.milestone },
        { field: "fate", type: "nominal", title: charts.fate },
        { field: "deals", type: "quantitative", title: charts.deals },
        { field: "entered", type: "quantitative", title: charts.dealsEntered },
        { field: "conversion", type: "quantitative", title: charts.conversion, format: ".1%" },
      ],
    },
  };
}

interface Places {
  readonly y: object;
  readonly x: object;
  readonly locale: Locale;
}

/** How many have been there, and the conversion; rows of their own, so that each is written once. */
function figuresOf(
  milestones: readonly PipelineMilestone[],
  labelOf: (id: string) => string,
  { y, x, locale }: Places,
): ChartLayer {
  const values = milestones.map(({ milestone, entered, conversion }) => ({
    milestone: labelOf(milestone),
    entered,
    figure: conversion === null ? figureText(entered) : fillUnit(locale, figureText(entered), percentText(conversion)),
  }));
  return {
    data: { values },
    mark: { type: "text", align: "left", dx: 4 },
    encoding: { y, x: { ...x, field: "entered" }, text: { field: "figure", type: "nominal" } },
  };
}
