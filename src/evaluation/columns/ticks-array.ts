import type { ResolvedIndicator } from "../resolved/indicator.js";
import type { PointColumn } from "./column-scores.js";
import type { Ticks } from "./kernels/run.js";

const UNCOUNTED_16 = 65_535;
const UNCOUNTED_32: number = -(2 ** 31);

/** An array that holds all points of an indicator, of one of two kinds only: loops over more kinds are slow. */
export function ticksArray({ least, most }: ResolvedIndicator, length: number): Ticks {
  const is32 = least.points > UNCOUNTED_32 && most.points < -UNCOUNTED_32;
  return is32 ? new Int32Array(length) : new Float64Array(length);
}

/** The smallest array that holds all points of an indicator and one value more, which says that it doesn't count. */
export function pointColumn(indicator: ResolvedIndicator, length: number): PointColumn {
  const { least, most } = indicator;
  const is16 = least.points >= 0 && most.points < UNCOUNTED_16;
  return is16 ? new Uint16Array(length) : ticksArray(indicator, length);
}

/** The value in an array of points that says that the indicator doesn't count: 65535, −2^31 or NaN. */
export function uncounted(ticks: PointColumn): number {
  if (ticks.BYTES_PER_ELEMENT === 2) return UNCOUNTED_16;
  return ticks.BYTES_PER_ELEMENT === 4 ? UNCOUNTED_32 : NaN;
}
