import { highest, type Problem } from "./block.js";
import { explore } from "./explore.js";
import { type Label, type Leaf, pickedBy } from "./label.js";
import { sumOf } from "./round.js";
import { countOnly, softened } from "./soften.js";
import { EFFORT, type Effort, isSpent, newState } from "./state.js";

/** The option of each changed item, or none where nothing adds enough; not proven where the search gave up. */
export interface Solution {
  readonly picked: ReadonlyMap<number, number> | null;
  readonly isProven: boolean;
}

/**
 * The cheapest solution, of equally cheap ones the one that adds most. Branch and bound: the linear relaxation bounds each part of the
 * problem; what lies between bound and best known solution is searched by dynamic programming over labels, which leaves out what is
 * outdone (cf. Pisinger 1995, A minimal algorithm for the multiple-choice knapsack problem); where that is too much, the part is cut in two at
 * the item that the relaxation takes in part.
 */
export function solve(problem: Problem, effort: Effort = EFFORT): Solution {
  const budget = { left: effort.labels };
  const top = highest(problem, budget);
  if (top === null || top.gain < problem.needed) return { picked: null, isProven: budget.left >= 0 };
  return branch(problem, pickedBy(top), effort);
}

/** The same where every change costs `fee` besides, more than all else together: the fewest changes, of these the cheapest. */
export function solveByCount(problem: Problem, fee: bigint, effort: Effort = EFFORT): Solution {
  const fewest = solve(countOnly(problem), effort);
  if (fewest.picked === null || !fewest.isProven) return fewest;
  return branch(softened(problem, fee, fewest.picked.size), fewest.picked, effort);
}

/** Betters a solution until no part can hold a better one. */
function branch(problem: Problem, picked: ReadonlyMap<number, number>, effort: Effort): Solution {
  const state = newState(solutionOf(problem, picked), effort);
  const open: Problem[] = [problem];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    state.nodes -= 1;
    if (isSpent(state)) return { picked: pickedBy(state.best), isProven: false };
    open.push(...explore(node, state));
  }
  return { picked: pickedBy(state.best), isProven: true };
}

/** The label of a solution. */
function solutionOf({ blocks }: Problem, picked: ReadonlyMap<number, number>): Label {
  const leaves = blocks.map(({ items }) =>
    items.map((list) => list.find(({ item, option }) => (picked.get(item) ?? -1) === option) as Leaf),
  );
  return sumOf(blocks, leaves);
}
