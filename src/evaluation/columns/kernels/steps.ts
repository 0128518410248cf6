import { ROUNDER } from "../filter.js";
import type { IndicatorPlan } from "../plan.js";
import type { Run } from "./run.js";

/** The place of every cell among the thresholds, by adding comparisons, four thresholds at a time. */
function findPlaces(starts: Float64Array, run: Run): void {
  for (let from = 0; from < starts.length; from += 4) addFour(starts, from, run);
}

function addFour(starts: Float64Array, from: number, run: Run): void {
  const { at, count, places } = run;
  const cells = run.cells as Float64Array;
  const one = Number(starts[from]);
  const two = Number(starts[from + 1]);
  const three = Number(starts[from + 2]);
  const four = Number(starts[from + 3]);
  const isFirst = from === 0;
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    const passed = Number(a >= one) + Number(a >= two) + Number(a >= three) + Number(a >= four);
    places[index] = isFirst ? passed : passed + (places[index] as number);
  }
}

/** `slope · a + offset` of the piece in which the value lies, rounded. */
export function scorePieces(plan: IndicatorPlan, run: Run): number {
  findPlaces(plan.starts, run);
  const { at, count, ticks, undecided, places } = run;
  const cells = run.cells as Float64Array;
  const { slopes, offsets } = plan;
  const bound = 1 * plan.filter.bound;
  const safe = 1 * plan.filter.safe;
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const place = places[index] as number;
    const a = cells[at + index] as number;
    const value = (slopes[place] as number) * a + (offsets[place] as number);
    const whole = value + ROUNDER - ROUNDER;
    ticks[index] = whole;
    if (!(Math.abs(value - whole) + (a - a) < safe && Math.abs(value) < bound)) {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}

/** What the band in which the value lies earns. */
export function scoreBands(plan: IndicatorPlan, run: Run): number {
  findPlaces(plan.starts, run);
  const { at, count, undecided, places } = run;
  const cells = run.cells as Float64Array;
  const earned = plan.ticks;
  const ticks = run.ticks;
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const a = cells[at + index] as number;
    ticks[index] = earned[places[index] as number] as number;
    if (a - a !== 0) {
      undecided[found] = index;
      found += 1;
    }
  }
  return found;
}
