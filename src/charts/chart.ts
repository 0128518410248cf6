import type { ChartWord, Locale } from "../locale/locale.js";

/** One mark's data. */
export type ChartRow = Readonly<Record<string, string | number | null>>;

/**
 * A chart as Vega-Lite 5 or 6 reads it: plain JSON with its data in it, to be stored, sent, or given to `vega-embed` as it is. It names no `$schema`; add one where a tool asks for it.
 */
export interface ChartSpecification {
  /** What is to be seen; screen readers say it. */
  readonly description: string;
  readonly title: string;
  readonly data: { readonly values: readonly ChartRow[] };
  /** The rest of the specification: marks, encodings, sizes. */
  readonly [part: string]: unknown;
}

/** How to draw. */
export interface ChartOptions {
  /** Clients' names by id; a client without one goes by its id. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** In what amounts are given, such as `"CNY"`; it is written beside the axis. */
  readonly currency?: string | undefined;
}

/** Width of a chart, in pixels. */
export const WIDTH = 640;
/** Height of a chart, in pixels. */
export const HEIGHT = 360;
/** The longest that a client's name may get beside an axis, in pixels. */
export const LABEL_LIMIT = 120;

/** A decimal text as the nearest number; `null` where there is none, or none that a chart could place. */
export function numberOf(text: string | null): number | null {
  const number = Number(String(text));
  return Number.isFinite(number) ? number : null;
}

/** An axis' name with its unit, as the locale writes it: `"Amount (CNY)"`. */
export function withUnit({ charts }: Locale, word: ChartWord, unit: string | undefined): string {
  return unit === undefined
    ? charts[word]
    : charts.withUnit.replace("{word}", () => charts[word]).replace("{unit}", () => unit);
}

/** What each client is called: its name, with its id where two go by the same. */
export function labeller(
  clients: readonly { readonly id: string }[],
  names: Readonly<Record<string, string>> = {},
): (id: string) => string {
  const nameOf = (id: string): string => (Object.hasOwn(names, id) ? (names[id] as string) : id);
  const counts = new Map<string, number>();
  for (const { id } of clients) counts.set(nameOf(id), (counts.get(nameOf(id)) ?? 0) + 1);
  return (id) => {
    const name = nameOf(id);
    return counts.get(name) === 1 || name === id ? name : `${name} (${id})`;
  };
}

/** A colour for each of some words, and a legend with them all. */
export function colourBy(
  field: string,
  words: readonly string[],
  colours: readonly string[],
  title: string | null,
): Readonly<Record<string, unknown>> {
  return { field, type: "nominal", scale: { domain: words, range: colours }, legend: { title, labelLimit: 0 } };
}
