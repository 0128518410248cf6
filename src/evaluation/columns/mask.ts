import type { Cells } from "./kernels/run.js";
import type { ReadColumn } from "./read-columns.js";

const UNKNOWN = 65_535;

/** Copies `count` cells from `start` on and makes those unknown that a mask marks. */
export function applyMasks(
  { cells, nulls, notApplicable }: ReadColumn,
  start: number,
  count: number,
  copy: Cells,
): void {
  const isCoded = !(cells instanceof Float64Array);
  const unknown = isCoded ? UNKNOWN : NaN;
  const none = cells instanceof Uint8Array ? 255 : UNKNOWN;
  for (let index = 0; index < count; index += 1) {
    const row = start + index;
    const cell = cells[row] as number;
    const isMarked = nulls?.[row] === 1 || notApplicable?.[row] === 1 || (isCoded && cell === none);
    copy[index] = isMarked ? unknown : cell;
  }
}
