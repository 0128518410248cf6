import { EXACT_INTEGERS, MOST_TICKS } from "../exact/ticks.js";
import type { Run } from "./kernels/run.js";
import type { IndicatorPlan } from "./plan.js";

const FINEST = 1e6;

/**
 * Decides cells by whole doubles: where a = A ÷ unit with whole A of at most fifteen digits, which is the decimal that a prints, the line
 * `(P·a + Q) ÷ R` is one division of whole numbers, exact below 2^53. Returns how many cells are left, moved to the front.
 *
 * In decimal data ties are common (a weight of 7.5 on a standard of 1.2 ties in 19 % of rows), so this loop stands for itself, without calls; the
 * same steps as `roundOnGrid` and `divideRound`, and for reciprocals `P ÷ (R·a)`.
 */
export function settleOnGrid(plan: IndicatorPlan, run: Run, found: number): number {
  const { ps, qs, rs, isReciprocal, indicator } = plan;
  const { at, ticks, undecided, places } = run;
  const cells = run.cells as Float64Array;
  const isPieced = plan.pieces.length > 1;
  const from = 1 * plan.from;
  const to = 1 * plan.to;
  const low = 1 * indicator.least.points;
  const high = 1 * indicator.most.points;
  const highest = 1 * indicator.highest;
  let unit = 1;
  let left = 0;
  for (let turn = 0; turn < found; turn += 1) {
    const index = undecided[turn] as number;
    const a = cells[at + index] as number;
    let whole = Math.round(a * unit);
    const finest = a === a ? FINEST : 1;
    while (whole / unit !== a && unit < finest) {
      unit *= 10;
      whole = Math.round(a * unit);
    }
    const place = isPieced ? (places[index] as number) : 0;
    const term = (ps[place] as number) * (isReciprocal ? unit : whole);
    const offset = (qs[place] as number) * unit;
    const divisor = (rs[place] as number) * (isReciprocal ? whole : unit);
    const size = Math.abs(term + offset);
    const quotient = Math.floor(size / divisor);
    const rounded = (size - quotient * divisor) * 2 >= divisor ? quotient + 1 : quotient;
    const points = term + offset < 0 ? 0 - rounded : rounded;
    const held = points < low ? low : points > high ? high : points;
    const isOnGrid = whole / unit === a && Math.abs(whole) < MOST_TICKS && a >= from && a < to;
    const isExact = Math.abs(term) + Math.abs(offset) + divisor < EXACT_INTEGERS && size / divisor <= MOST_TICKS;
    if (isOnGrid && isExact && Math.abs(held) <= highest) {
      ticks[index] = held;
    } else {
      undecided[left] = index;
      left += 1;
      unit = 1;
    }
  }
  return left;
}

/** The same for a ratio that is rounded before it is weighted: two divisions. */
export function settleOnTwoGrids(plan: IndicatorPlan, run: Run, found: number): number {
  const { relative, line, isReciprocal, indicator } = plan;
  const { at, ticks, undecided } = run;
  const cells = run.cells as Float64Array;
  const p = 1 * relative.p;
  const r = 1 * relative.r;
  const weight = 1 * line.p;
  const shares = line.r * plan.relativeUnit;
  const from = 1 * plan.from;
  const low = 1 * indicator.least.points;
  const high = 1 * indicator.most.points;
  const highest = 1 * indicator.highest;
  let unit = 1;
  let left = 0;
  for (let turn = 0; turn < found; turn += 1) {
    const index = undecided[turn] as number;
    const a = cells[at + index] as number;
    let whole = Math.round(a * unit);
    const finest = a === a ? FINEST : 1;
    while (whole / unit !== a && unit < finest) {
      unit *= 10;
      whole = Math.round(a * unit);
    }
    const term = Math.abs(p * (isReciprocal ? unit : whole));
    const divisor = r * (isReciprocal ? whole : unit);
    const quotient = Math.floor(term / divisor);
    const ratio = (term - quotient * divisor) * 2 >= divisor ? quotient + 1 : quotient;
    const size = weight * ratio;
    const part = Math.floor(size / shares);
    const rounded = (size - part * shares) * 2 >= shares ? part + 1 : part;
    const points = a < 0 ? 0 - rounded : rounded;
    const held = points < low ? low : points > high ? high : points;
    const isOnGrid = whole / unit === a && Math.abs(whole) < MOST_TICKS && a >= from;
    const isExact = term + divisor < EXACT_INTEGERS && ratio < MOST_TICKS && size + shares < EXACT_INTEGERS;
    if (isOnGrid && isExact && Math.abs(held) <= highest) {
      ticks[index] = held;
    } else {
      undecided[left] = index;
      left += 1;
      unit = 1;
    }
  }
  return left;
}
