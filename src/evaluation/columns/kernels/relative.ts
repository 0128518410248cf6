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
  const ratio = Number(relative.slope);
  const unit = Number(plan.relativeUnit);
  const bound = Number(relativeFilter.bound);
  const ratioSafe = Number(relativeFilter.safe);
  const slope = Number(line.slope);
  const low = Number(filter.low);
  const high = Number(filter.high);
  const limit = Number(filter.limit);
  const safe = Number(filter.safe);
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
