import type { ChartSpecification } from "keyaccount/charts";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** A rendered chart: its SVG, the texts in it, the labels of its marks, and what vega-lite complained of. */
export interface Rendered {
  readonly svg: string;
  readonly texts: readonly string[];
  readonly warnings: readonly string[];
  /** How many marks of each kind: `rect`, `line`, `symbol`, `rule`, `text`. */
  readonly marks: (kind: string) => number;
}

/** Draws a chart as a host would, without a canvas; first through JSON, as it is stored. */
export async function render(chart: ChartSpecification): Promise<Rendered> {
  const warnings: string[] = [];
  const logger: vega.LoggerInterface = {
    level: () => logger,
    error: (...messages) => note(messages),
    warn: (...messages) => note(messages),
    info: () => logger,
    debug: () => logger,
  };
  const note = (messages: readonly unknown[]): vega.LoggerInterface => {
    warnings.push(messages.map(String).join(" "));
    return logger;
  };
  const stored = JSON.parse(JSON.stringify(chart)) as TopLevelSpec;
  const { spec } = compile(stored, { logger });
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return {
    svg,
    texts: Array.from(svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g), ([, text = ""]) => text.replaceAll("&amp;", "&")),
    warnings,
    marks: (kind) => marksOf(svg, kind),
  };
}

/** Axes, legends and titles have marks too; those of the data go by the role "mark". Each curve has a group of its own. */
function marksOf(svg: string, kind: string): number {
  const groups = svg.split(/<g class="mark-/).slice(1);
  const ours = groups.filter((group) => group.startsWith(`${kind} role-mark`));
  const drawn = ours.map((group) => group.split("</g>")[0] ?? "");
  return drawn.reduce((sum, group) => sum + Array.from(group.matchAll(/<(path|text|line)[ >]/g)).length, 0);
}

/** A bar of a rendered chart, in pixels. */
export interface Bar {
  readonly fill: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bars of the data, in the order in which they are drawn; the corners that lie left and above may be the last. */
export function bars(svg: string): Bar[] {
  const groups = svg.split('<g class="mark-').filter((group) => group.startsWith("rect role-mark"));
  return groups.flatMap((group) =>
    Array.from(
      (group.split("</g>")[0] ?? "").matchAll(
        / d="M([-\d.e]+),([-\d.e]+)h([-\d.e]+)v([-\d.e]+)h[^"]*" fill="([^"]+)"/g,
      ),
      ([, x, y, width, height, fill = ""]) => ({
        fill,
        x: Number(x),
        y: Number(y),
        width: Number(width),
        height: Number(height),
      }),
    ),
  );
}

/** Where the points of the data are, in pixels, in the order in which they are drawn. */
export function symbols(svg: string): { readonly x: number; readonly y: number }[] {
  const groups = svg.split('<g class="mark-').filter((group) => group.startsWith("symbol role-mark"));
  return groups.flatMap((group) =>
    Array.from(
      (group.split("</g>")[0] ?? "").matchAll(/ transform="translate\(([-\d.e]+),([-\d.e]+)\)"/g),
      ([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      }),
    ),
  );
}
