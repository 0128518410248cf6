import { CUT, CUT_COLOUR } from "./chart.js";
import type { ChartLayer, ChartMark } from "./specification.js";

/** A place on an axis of words, and what is written there. */
export interface Marked {
  readonly field: string;
  readonly at: string;
  readonly word: string;
  /** In the later half the word stands before the line, inside the picture. */
  readonly isLate: boolean;
  /** How far below the upper edge, in pixels. */
  readonly y: number;
}

/** A dashed line across the picture with a word at it: layers with a row of their own, so that the line is drawn once. */
export function markedAt({ field, at, word, isLate, y }: Marked, x: object): ChartLayer[] {
  const data = { values: [{ [field]: at, word }] };
  const side: Partial<ChartMark> = isLate ? { align: "right", dx: -4 } : { align: "left", dx: 4 };
  return [
    { data, mark: CUT, encoding: { x } },
    {
      data,
      mark: { type: "text", color: CUT_COLOUR, baseline: "top", y, ...side },
      encoding: { x, text: { field: "word", type: "nominal" } },
    },
  ];
}
