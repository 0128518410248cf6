/** One mark's data. */
export type ChartRow = Readonly<Record<string, string | number | null>>;

/** Data in a specification. */
export interface ChartData {
  readonly values: readonly ChartRow[];
}

/** What a layer draws, and how. */
export interface ChartMark {
  readonly type: "bar" | "line" | "point" | "rule" | "text";
  readonly text?: string;
  readonly color?: string;
  readonly filled?: boolean;
  readonly size?: number;
  readonly point?: boolean | { readonly color: string };
  readonly strokeDash?: number[];
  readonly align?: "left" | "right";
  readonly baseline?: "top" | "bottom";
  readonly x?: number;
  readonly y?: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly limit?: number;
  readonly height?: { readonly band: number };
  readonly aria?: boolean;
}

/** Which rows a layer draws, or what it computes of them first. */
export type ChartTransform =
  | { readonly filter: string | { readonly field: string; readonly equal: string } }
  | { readonly calculate: string; readonly as: string };

/** One layer: marks, with what their places and colours mean. */
export interface ChartLayer {
  readonly data?: ChartData;
  readonly transform?: ChartTransform[];
  readonly mark: ChartMark | "bar";
  /** Vega-Lite's channels: places, colour, text, tooltip. */
  readonly encoding: object;
}

/** Layers over each other. */
export interface ChartLayers {
  readonly layer: (ChartLayer | ChartLayers)[];
}

/** Which scales the layers or facets have of their own. */
export interface ChartResolve {
  readonly scale: { readonly y: "independent" };
}

/** What every chart has. */
interface Titled {
  /** What is to be seen; screen readers say it. */
  readonly description: string;
  readonly title: string;
  readonly data: ChartData;
}

/** A chart of layers over each other. */
export interface LayeredChart extends Titled, ChartLayers {
  readonly width: number;
  readonly height: number | { readonly step: number };
  readonly resolve?: ChartResolve;
}

/** A chart of several pictures beside each other. */
export interface FacetedChart extends Titled {
  readonly facet: object;
  readonly columns: number;
  readonly spec: ChartLayers & {
    readonly width: number;
    readonly height: number;
    readonly view: { readonly stroke: null };
    readonly encoding: object;
  };
  readonly resolve: ChartResolve;
}

/**
 * A chart as Vega-Lite 5 or 6 reads it: plain JSON with its data in it, to be stored, sent, or given to `vega-embed` as it is. It names no `$schema`; add one where a tool asks for it.
 * By type it is vega-lite's `TopLevelSpec` and vega-embed's `VisualizationSpec`, without either being loaded.
 */
export type ChartSpecification = LayeredChart | FacetedChart;
