import { ROUNDER } from "../filter.js";
import type { IndicatorPlan } from "../plan.js";
import type { Run } from "./run.js";

/** A rating or share: `slope · a + offset`, rounded, for values in range. */
export function scoreRanged(plan: IndicatorPlan, run: Run): number {
  const { at, count, ticks, undecided } = run;
  const cells = run.cells as Float64Array;
  const slope = Number(plan.line.slope);
  const offset = Number(plan.line.offset);
  const safe = Number(plan.filter.safe);
  const first = Number(plan.from);
  const beyond = Number(plan.to);
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    const value = slope * a + offset;
    const whole = value + ROUNDER - ROUNDER;
    ticks[index] = whole;
    if (!(Math.abs(value - whole) < safe && a >= first && a < beyond)) {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}
