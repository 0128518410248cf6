import { ROUNDER } from "../filter.js";
import type { IndicatorPlan } from "../plan.js";
import type { Run } from "./run.js";

/**
 * `slope · a + offset`, held to its bounds and rounded.
 *
 * `|v − low| − |v − high| + low + high` is twice v held to `low … high`, without a branch that the processor would have to guess;
 * `v + ROUNDER − ROUNDER` is the nearest whole number. NaN and infinite values fail the comparisons.
 */
export function scoreLine({ line, filter }: IndicatorPlan, run: Run): number {
  const { at, count, ticks, undecided } = run;
  const cells = run.cells as Float64Array;
  const slope = Number(line.slope);
  const offset = Number(line.offset);
  const low = Number(filter.low);
  const high = Number(filter.high);
  const limit = Number(filter.limit);
  const safe = Number(filter.safe);
  const both = low + high;
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const value = slope * (cells[at + index] as number) + offset;
    const held = (Math.abs(value - low) - Math.abs(value - high) + both) * 0.5;
    const whole = held + ROUNDER - ROUNDER;
    ticks[index] = whole;
    if (!(Math.abs(held - whole) < safe && Math.abs(value) < limit)) {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}

/** `slope ÷ a` for values above zero, held to its bounds and rounded. */
export function scoreReciprocal({ line, filter }: IndicatorPlan, run: Run): number {
  const { at, count, ticks, undecided } = run;
  const cells = run.cells as Float64Array;
  const slope = Number(line.slope);
  const low = Number(filter.low);
  const high = Number(filter.high);
  const limit = Number(filter.limit);
  const safe = Number(filter.safe);
  const both = low + high;
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    const value = slope / a;
    const held = (Math.abs(value - low) - Math.abs(value - high) + both) * 0.5;
    const whole = held + ROUNDER - ROUNDER;
    ticks[index] = whole;
    if (!(Math.abs(held - whole) < safe && value < limit && a > 0 && a < Infinity)) {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}
