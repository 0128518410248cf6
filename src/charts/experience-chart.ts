import { EXPERIENCE_STAGES } from "../experience/model/model.js";
import type { ExperienceHistoryPeriod, ExperienceResult } from "../experience/result/result.js";
import type { ToldWarning } from "../experience/warnings/standing.js";
import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { Locale } from "../locale/locale.js";
import { type ChartOptions, colourBy, HEIGHT, type ReadChartOptions, readChartOptions, WIDTH } from "./chart.js";
import { drawn } from "./drawn.js";
import { markedAt } from "./marked.js";
import type { ChartLayer, ChartRow, LayeredChart } from "./specification.js";

/** How to draw a client's experience. */
export interface ExperienceChartOptions extends Pick<ChartOptions, "names"> {
  /** What `experienceWarnings` raised (B2.9), those that are over too: each is marked at the period in which it could be known. */
  readonly warnings?: readonly ToldWarning[] | null | undefined;
  /** How many periods are drawn at most, the last of the history, 1 … 1000000; 120 unless told. */
  readonly most?: number | undefined;
}

type Period = ExperienceHistoryPeriod<Readonly<Record<string, string>>>;

/** Generalist, in transition, specialist. */
const COLOURS = ["#0072b2", "#e69f00", "#d55e00"];
const MOST = 120;
/** A whole review will do: its classification is the one that is drawn. */
const KEYS = ["names", "most", "warnings", "experience"];
/** Between the words of two warnings, in pixels. */
const LINE = 14;

/**
 * The probability of each stage of `classifyExperience` (B2), period by period, with a line at each early warning (B2.9), where it could be known. Silent periods are
 * drawn too: there the transition weights alone move the client. A history without evidence has no curves. Options may be a whole review (`reviewExperience`).
 *
 * @example
 * ```ts
 * import { reviewExperience } from "keyaccount";
 * import { toExperienceChart } from "keyaccount/charts";
 * import { en } from "keyaccount/locale/en";
 *
 * const observations = [{ at: "2026-09-03", levels: { risk: "avoids" as const, guidance: "start-to-end" as const } }];
 * const { experience, warnings } = reviewExperience({ client: "n", productLine: "drives", observations }, { asOf: "2026-09-30" });
 * const chart = toExperienceChart(experience, en, { warnings, names: { n: "North" } });
 * chart.title; // => "North × drives: Customer experience"
 * chart.data.values[0]; // => { period: "2026-09-01", stage: "inexperienced generalist", probability: 0.8563, named: "inexperienced generalist" }
 * ```
 */
export function toExperienceChart<S>(
  result: ExperienceResult<S>,
  locale: Locale,
  options: ExperienceChartOptions = {},
): LayeredChart {
  const read = readChartOptions(options, MOST, KEYS);
  return drawn({ result, locale, options }, () => draw(result, locale, options.warnings ?? [], read));
}

function draw<S>(
  result: ExperienceResult<S>,
  locale: Locale,
  warnings: readonly ToldWarning[],
  { names, most }: ReadChartOptions,
): LayeredChart {
  const { charts, experienceStages } = locale;
  const periods = result.history.slice(-most) as readonly Period[];
  const title = titleOf(result, locale, names);
  const x = {
    field: "period",
    type: "ordinal",
    sort: null,
    title: charts.period,
    axis: { labelAngle: -45, labelOverlap: true },
  };
  const words = EXPERIENCE_STAGES.map((stage) => experienceStages[stage]);
  const y = { type: "quantitative", title: charts.probability, axis: { format: "%" }, scale: { domain: [0, 1] } };
  const curves: ChartLayer = {
    mark: { type: "line", point: true },
    encoding: {
      x,
      y: { ...y, field: "probability" },
      color: colourBy("stage", words, COLOURS, charts.stage),
      tooltip: [
        { field: "period", type: "ordinal", title: charts.period },
        { field: "stage", type: "nominal", title: charts.stage },
        { field: "probability", type: "quantitative", title: charts.probability, format: ".2%" },
        { field: "named", type: "nominal", title: charts.named },
      ],
    },
  };
  return {
    description: title,
    title,
    width: WIDTH,
    height: HEIGHT,
    data: { values: periods.flatMap((period) => rowsOf(period, locale)) },
    layer: [curves, ...ofShape({ options: warnings, locale }, () => marksOf(warnings, periods, x, locale))],
  };
}

function titleOf<S>(
  { client, productLine }: ExperienceResult<S>,
  { charts, experience }: Locale,
  names: ReadChartOptions["names"],
): string {
  const name = client !== null && Object.hasOwn(names, client) ? (names[client] ?? client) : client;
  const who = [name, productLine].filter((one) => one !== null).join(" × ");
  const parts: Readonly<Record<string, string>> = { "{who}": who, "{title}": charts.experience };
  return who === ""
    ? charts.experience
    : experience.titleOf.replace(/\{who\}|\{title\}/g, (part) => parts[part] as string);
}

function rowsOf({ period, probabilities, stage: named }: Period, { experienceStages }: Locale): ChartRow[] {
  return EXPERIENCE_STAGES.map((stage) => ({
    period,
    stage: experienceStages[stage],
    probability: probabilities[stage],
    named: experienceStages[named],
  }));
}

/** Warnings at the periods in which they were raised, their words below each other; those of earlier periods than are drawn aren't. */
function marksOf(
  warnings: readonly ToldWarning[],
  periods: readonly Period[],
  x: object,
  { experienceWarnings }: Locale,
): ChartLayer[] {
  const table: WordTable = experienceWarnings;
  const placed = warnings.flatMap(({ code, raisedAt }) => {
    const place = periods.findLastIndex(({ period }) => period <= raisedAt.slice(0, period.length));
    const at = periods[place];
    return at === undefined ? [] : [{ code, place, at: at.period }];
  });
  return placed.flatMap(({ code, place, at }, index) => {
    const word = Object.hasOwn(table, code) ? (table[code] as string) : code;
    return markedAt({ field: "period", at, word, isLate: place * 2 >= periods.length, y: index * LINE }, x);
  });
}
