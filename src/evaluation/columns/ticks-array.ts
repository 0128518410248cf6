import type { ResolvedIndicator } from "../resolved/indicator.js";
import type { PointColumn } from "./column-scores.js";
import type { Ticks } from "./kernels/run.js";

const UNCOUNTED_16 = 65_535;
const UNCOUNTED_32: number = -(2 ** 31);

/** An array that holds all points of an indicator, of one of two kinds only: loops over more kinds are slow. */
export function ticksArray(indicator: ResolvedIndicator, length: number): Ticks {
  return is32(indicator) ? new Int32Array(length) : new Float64Array(length);
}

/** The smallest array that holds all points of an indicator and one value more, which says that it doesn't count. */
export function pointColumn(indicator: ResolvedIndicator, rows: number): PointColumn {
  const { least, most } = indicator;
  if (least.points >= 0 && most.points < UNCOUNTED_16) return new Uint16Array(rows);
  return is32(indicator) ? new Int32Array(rows) : new Float64Array(rows);
}

function is32({ least, most }: ResolvedIndicator): boolean {
  return least.points > UNCOUNTED_32 && most.points < -UNCOUNTED_32;
}

/** The value in an array of points that says that the indicator doesn't count: 65535, −2^31 or NaN. */
export function uncounted(ticks: PointColumn): number {
  if (ticks.BYTES_PER_ELEMENT === 2) return UNCOUNTED_16;
  return ticks.BYTES_PER_ELEMENT === 4 ? UNCOUNTED_32 : NaN;
}
