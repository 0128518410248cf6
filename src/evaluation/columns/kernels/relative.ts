import { ROUNDER } from "../filter.js";
import type { IndicatorPlan } from "../plan.js";
import type { Run } from "./run.js";

/** The ratio to the standard is rounded first, then the points of the rounded ratio, held to their bounds. */
export function scoreRelative(plan: IndicatorPlan, run: Run): number {
  const { line, filter, relative, relativeFilter } = plan;
  const { at, count, ticks, undecided } = run;
  const cells = run.cells as Float64Array;
  const isReciprocal = plan.isReciprocal;
  const least = isReciprocal ? 0 : -Infinity;
  const ratio = 1 * relative.slope;
  const unit = 1 * plan.relativeUnit;
  const bound = 1 * relativeFilter.bound;
  const ratioSafe = 1 * relativeFilter.safe;
  const slope = 1 * line.slope;
  const low = 1 * filter.low;
  const high = 1 * filter.high;
  const limit = 1 * filter.limit;
  const safe = 1 * filter.safe;
  const both = low + high;
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    const exact = isReciprocal ? ratio / a : ratio * a;
    const rounded = exact + ROUNDER - ROUNDER;
    const value = slope * (rounded / unit);
    const held = (Math.abs(value - low) - Math.abs(value - high) + both) * 0.5;
    const whole = held + ROUNDER - ROUNDER;
    ticks[index] = whole;
    const isRatio = a > least && a < Infinity && Math.abs(exact - rounded) < ratioSafe && Math.abs(exact) < bound;
    if (!(isRatio && Math.abs(held - whole) < safe && Math.abs(value) < limit)) {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}
