/** How much work is left, counted in points of indicators worked out. */
export interface Budget {
  left: number;
}

/** The first step at which something holds. `isProven` is false where the budget ended before all smaller steps were excluded. */
export interface Found<T> {
  readonly value: T | null;
  readonly isProven: boolean;
}

/** What is searched. */
export interface Quest<T> {
  /** The last step. */
  readonly most: number;
  /** False only where a bound proves that it holds at no step of the interval. */
  readonly isPossible: (from: number, to: number) => boolean;
  /** The finding at a step, `null` for none. */
  readonly at: (step: number) => T | null;
}

const SMALL = 8;

/**
 * The finding of the first step from 1 to `most` that has one. Halves the range, nearest half first, and leaves out whatever the bound
 * excludes, so that only steps around a crossing are worked out one by one.
 */
export function firstStep<T>({ most, isPossible, at }: Quest<T>, budget: Budget): Found<T> {
  const open: (readonly [number, number])[] = most >= 1 ? [[1, most]] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    if (budget.left <= 0) return { value: null, isProven: false };
    if (!isPossible(from, to)) continue;
    if (to - from >= SMALL) {
      const middle = from + Math.floor((to - from) / 2);
      open.push([middle + 1, to], [from, middle]);
      continue;
    }
    for (let step = from; step <= to; step += 1) {
      const value = at(step);
      if (value !== null) return { value, isProven: true };
    }
  }
  return { value: null, isProven: true };
}
