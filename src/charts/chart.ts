import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { checkKeys } from "../ground/keys.js";
import { checkRecord } from "../ground/record.js";
import { show } from "../ground/show.js";
import type { ChartWord, Locale } from "../locale/locale.js";
import { checkCurrency, integerIn } from "../portfolio/arguments.js";
import { figureText } from "./labels.js";
import type { ChartMark } from "./specification.js";

/** How to draw. */
export interface ChartOptions {
  /** Clients' names by id; a client without one goes by its id. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** In what amounts are given, such as `"CNY"`; the result's own currency unless told. It is written beside the axis. */
  readonly currency?: string | undefined;
  /** How many clients are drawn at most, the first of the result, 1 … 1000000; each chart says how many unless told. */
  readonly most?: number | undefined;
}

/** Width of a chart, in pixels. */
export const WIDTH = 640;
/** Height of a chart, in pixels. */
export const HEIGHT = 360;
/** Colour of lines that aren't data, and of what is written at them. */
export const CUT_COLOUR = "#666666";
/** A line at which clients part. */
export const CUT: ChartMark = { type: "rule", color: CUT_COLOUR, strokeDash: [4, 4] };
/** The scale of amounts where there are none: an empty one has no zero to draw. */
export const NOBODY: object = { domain: [0, 1] };
const MOST = 1_000_000;
const KEYS = ["names", "currency", "most"];
/** The longest that a client's name may get beside an axis, in pixels. */
export const LABEL_LIMIT = 120;

/** A decimal text as the nearest number; `null` where there is none, or none that a chart could place. */
export function numberOf(text: string | null): number | null {
  const number = Number(String(text));
  return Number.isFinite(number) ? number : null;
}

/** A word with another beside it, as the locale writes it: `"Amount (CNY)"`. */
export function fillUnit({ charts }: Locale, word: string, unit: string): string {
  return charts.withUnit.replace(/\{(word|unit)\}/g, (_, part) => (part === "word" ? word : unit));
}

/** An axis' name with its unit. */
export function withUnit(locale: Locale, word: ChartWord, unit: string | null): string {
  return unit === null ? locale.charts[word] : fillUnit(locale, locale.charts[word], unit);
}

/** The options as they were read. */
export interface ReadChartOptions {
  readonly names: Readonly<Record<string, string>>;
  readonly currency: string | null;
  readonly most: number;
}

/** Reads the options of a chart, or throws all that is wrong with them. */
export function readChartOptions(options: unknown, most: number, keys: readonly string[] = KEYS): ReadChartOptions {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, keys, [], issues);
  const names = checkRecord(given["names"] ?? {}, ["names"], issues);
  for (const [id, name] of Object.entries(names)) {
    if (typeof name === "string" || name === undefined) continue;
    const details = { expected: "string", received: show(name) } as const;
    issues.push({ code: "wrong-type", path: ["names", id], details });
  }
  const read = {
    names: names as Readonly<Record<string, string>>,
    currency: checkCurrency(given["currency"], issues),
    most: integerIn(given["most"] ?? most, 1, MOST, ["most"], issues),
  };
  throwIssues(issues);
  return read;
}

/** The word for the clients; with how many there are where not all are drawn: `"20 of 91 clients"`. */
export function clientsOf({ charts }: Locale, drawn: number, all: number): string {
  return drawn === all
    ? charts.clients
    : charts.drawn.replace("{drawn}", figureText(drawn)).replace("{clients}", figureText(all));
}

/** A colour for each of some words, and a legend with them all. */
export function colourBy(
  field: string,
  words: readonly string[],
  colours: readonly string[],
  title: string | readonly string[] | null,
): Readonly<Record<string, unknown>> {
  return { field, type: "nominal", scale: { domain: words, range: colours }, legend: { title, labelLimit: 0 } };
}
