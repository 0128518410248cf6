import type { Problem } from "./block.js";
import { type Label, type Leaf, leavesOf } from "./label.js";
import { hullOf } from "./relax.js";

/** How far a search goes before it gives up proving, or cuts a part in two. */
export interface Effort {
  /** How many labels it may make, and how many parts it may look at, in all. */
  readonly labels: number;
  readonly nodes: number;
  /** How many labels a part may make, and how long its lists may be together, before it is cut in two instead. */
  readonly labelsOfNode: number;
  readonly lengthOfNode: number;
}

/** As far as takes about a second. */
export const EFFORT: Effort = { labels: 1_500_000, nodes: 5_000, labelsOfNode: 20_000, lengthOfNode: 300 };

/** Where a search has got to. */
export interface State {
  readonly effort: Effort;
  /** The best solution so far. */
  best: Label;
  /** What is left to spend. */
  labels: number;
  nodes: number;
  readonly hulls: WeakMap<readonly Leaf[], readonly Leaf[]>;
}

/** A search that starts from a solution. */
export function newState(best: Label, effort: Effort): State {
  return { effort, best, labels: effort.labels, nodes: effort.nodes, hulls: new WeakMap() };
}

/** Whether a search has spent all that it may. */
export function isSpent({ labels, nodes }: State): boolean {
  return labels < 0 || nodes < 0;
}

/** Takes a label for the best solution if it is one, and better. */
export function improve(state: State, { needed, mustChange }: Problem, label: Label): void {
  if (label.gain < needed || (mustChange && label.price === 0n)) return;
  if (isBetter(label, state.best)) state.best = label;
}

/** Whether a solution is cheaper, or as cheap and adds more. */
export function isBetter(label: Label, other: Label): boolean {
  return label.price < other.price || (label.price === other.price && label.gain > other.gain);
}

/** What a label costs by the prices that the bounds go by. */
export function softPrice(label: Label): number {
  return leavesOf(label).reduce((sum, { floats }) => sum + floats.price, 0);
}

/** The hull of a list, found once. */
export function cachedHull(leaves: readonly Leaf[], { hulls }: State): readonly Leaf[] {
  const known = hulls.get(leaves);
  if (known !== undefined) return known;
  const hull = hullOf(leaves);
  hulls.set(leaves, hull);
  return hull;
}
