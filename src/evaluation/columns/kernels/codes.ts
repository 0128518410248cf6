import type { IndicatorPlan } from "../plan.js";
import type { Run } from "./run.js";

/** What the option or answer of each code earns. */
export function scoreCodes(plan: IndicatorPlan, run: Run): number {
  const { at, count, ticks, undecided } = run;
  const cells = run.cells as Uint8Array;
  const earned = plan.ticks;
  const codes = plan.answers.length;
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const code = cells[at + index] as number;
    if (code < codes) {
      ticks[index] = earned[code] as number;
    } else {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}
