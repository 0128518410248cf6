import type { LabelBlock, Problem } from "./block.js";
import { type Bound, boundOf, excessOf } from "./bound.js";
import { complete } from "./complete.js";
import { cut } from "./cut.js";
import { type Label, labelOf } from "./label.js";
import { relax } from "./relax.js";
import { rounded } from "./round.js";
import { cachedHull, improve, isSpent, type State, softPrice } from "./state.js";

/** Solves a part, or cuts it in two. */
export function explore(node: Problem, state: State): Problem[] {
  const relaxed = relax(node, (leaves) => cachedHull(leaves, state));
  improve(state, node, rounded(node, relaxed));
  const bound = boundOf(node, relaxed);
  const window = softPrice(state.best) - bound.price + 2 * bound.slack;
  if (window < 0) return [];
  const kept = within(node, bound, window);
  state.labels -= sizeOf(node);
  const found = isTooMany(kept, state) || isSpent(state) ? "spent" : searched(kept, bound, window, state);
  if (found === "spent") return cut(kept, relaxed.split);
  if (found !== null) improve(state, node, found);
  return [];
}

/** The best label of a part, as far as it may be looked for. */
function searched(part: Problem, bound: Bound, window: number, state: State): Label | "spent" | null {
  const most = Math.min(state.effort.labelsOfNode, state.labels);
  const budget = { left: most };
  const found = complete(labelled(part, bound), part.needed, { window, mustChange: part.mustChange, budget });
  state.labels -= most - Math.max(0, budget.left);
  return found;
}

function sizeOf({ blocks }: Problem): number {
  return blocks.reduce((sum, { items }) => items.reduce((size, list) => size + list.length, sum), 0);
}

/** Whether a part is surely too much for labels: the longest list doesn't count, as it only completes the others. */
function isTooMany({ blocks }: Problem, { effort }: State): boolean {
  const lengths = blocks.flatMap(({ items }) => items.map((list) => list.length - 1)).sort((a, b) => a - b);
  return lengths.slice(0, -1).reduce((sum, length) => sum + length, 0) > effort.lengthOfNode;
}

/** What of a part isn't too far above the bound. */
function within(node: Problem, bound: Bound, window: number): Problem {
  const blocks = node.blocks.map(({ cap, items }, block) => ({
    cap,
    items: items.map((list, item) => {
      const kept = list.filter((one) => !(excessOf(bound, one, block, item) > window));
      return kept.length === list.length ? list : kept;
    }),
  }));
  return { ...node, blocks };
}

function labelled({ blocks }: Problem, bound: Bound): LabelBlock[] {
  return blocks.map(({ cap, items }, block) => ({
    cap,
    items: items.map((list, item) => list.map((one) => labelOf(one, excessOf(bound, one, block, item)))),
  }));
}
