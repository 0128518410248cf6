import type { Evaluation } from "../evaluation.js";
import type { Move } from "./grade-order.js";

/** A client whose score or grade differs, with what explains it. */
export interface Changed {
  readonly id: string;
  readonly index: number;
  readonly evaluations: readonly [Evaluation, Evaluation];
  /** In ticks of the finer scale; `null` where one side has no score. */
  readonly change: bigint | null;
  /** `null` where the grade is the same. */
  readonly move: Move | null;
}

/** The first clients of an order, kept while others come. */
export interface Ranking {
  readonly top: number;
  readonly kept: Changed[];
}

/** Keeps a client if it can still stand among the first. */
export function keep({ top, kept }: Ranking, changed: Changed): void {
  kept.push(changed);
  if (kept.length > 2 * top + 100) kept.splice(0, kept.length, ...kept.sort(byImpact).slice(0, top));
}

/** The first clients in order. */
export function first({ top, kept }: Ranking): Changed[] {
  return kept.toSorted(byImpact).slice(0, top);
}

/** Furthest moves first, then largest changes (one that has no number before all), then by id and place. */
function byImpact(a: Changed, b: Changed): number {
  return (
    (b.move?.steps ?? 0) - (a.move?.steps ?? 0) ||
    bySize(a.change, b.change) ||
    (a.id === b.id ? a.index - b.index : a.id < b.id ? -1 : 1)
  );
}

function bySize(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b];
  return left > right ? -1 : left < right ? 1 : 0;
}
