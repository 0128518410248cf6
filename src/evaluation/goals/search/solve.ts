import { type Block, blockLabels, highest, type LabelBlock, type Problem } from "./block.js";
import { type Bound, boundOf, excessOf } from "./bound.js";
import { combine, type Label, type Leaf, labelOf, leavesOf, NOTHING, pickedBy, type Rules, together } from "./label.js";
import { hullOf, type Relaxed, relax, type Split } from "./relax.js";
import { countOnly, softened } from "./soften.js";

/** The option of each changed item, or none where nothing adds enough; not proven where the search gave up. */
export interface Solution {
  readonly picked: ReadonlyMap<number, number> | null;
  readonly isProven: boolean;
}

/** How many labels a search may make, and how many parts it may look at, before it gives up proving. */
const MOST_LABELS = 1_500_000;
const MOST_NODES = 5_000;
/** How many labels a part may make, and how long its lists may be, before it is cut in two instead. */
const LABELS_OF_NODE = 20_000;
const LENGTH_OF_NODE = 300;

interface State {
  best: Label;
  labels: number;
  nodes: number;
  readonly hulls: WeakMap<readonly Leaf[], readonly Leaf[]>;
}

/**
 * The cheapest solution, of equally cheap ones the one that adds most. Branch and bound: the linear relaxation bounds each part of the
 * problem; what lies between bound and best known solution is searched by dynamic programming over labels, which leaves out what is
 * outdone (cf. Pisinger 1995, A minimal algorithm for the multiple-choice knapsack problem); where that is too much, the part is cut in two at
 * the item that the relaxation takes in part.
 */
export function solve(problem: Problem): Solution {
  const budget = { left: MOST_LABELS };
  const top = highest(problem, budget);
  if (top === null || top.gain < problem.needed) return { picked: null, isProven: budget.left >= 0 };
  return branch(problem, pickedBy(top));
}

/** The same where every change costs `fee` besides, more than all else together: the fewest changes, of these the cheapest. */
export function solveByCount(problem: Problem, fee: bigint): Solution {
  const fewest = solve(countOnly(problem));
  if (fewest.picked === null || !fewest.isProven) return fewest;
  return branch(softened(problem, fee, fewest.picked.size), fewest.picked);
}

/** Betters a solution until no part can hold a better one. */
function branch(problem: Problem, picked: ReadonlyMap<number, number>): Solution {
  const best = solutionOf(problem, picked);
  const state: State = { best, labels: MOST_LABELS, nodes: MOST_NODES, hulls: new WeakMap() };
  const open: Problem[] = [problem];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    state.nodes -= 1;
    if (state.nodes < 0 || state.labels < 0) return { picked: pickedBy(state.best), isProven: false };
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

/** Solves a part, or cuts it in two. */
function explore(node: Problem, state: State): Problem[] {
  const relaxed = relax(node, (leaves) => cachedHull(leaves, state));
  improve(state, node, rounded(node, relaxed));
  const bound = boundOf(node, relaxed);
  const window = softPrice(state.best) - bound.price + 2 * bound.slack;
  if (window < 0) return [];
  const kept = within(node, bound, window);
  state.labels -= sizeOf(node);
  if (isTooMany(kept)) return cut(kept, relaxed.split);
  const budget = { left: Math.min(LABELS_OF_NODE, state.labels) };
  const before = budget.left;
  const found = search(labelled(kept, bound), node.needed, { window, mustChange: node.mustChange, budget });
  state.labels -= before - Math.max(0, budget.left);
  if (found === "spent") return cut(kept, relaxed.split);
  if (found !== null) improve(state, node, found);
  return [];
}

/** What a label costs by the prices that the bounds go by. */
function softPrice(label: Label): number {
  return leavesOf(label).reduce((sum, { floats }) => sum + floats.price, 0);
}

function sizeOf({ blocks }: Problem): number {
  return blocks.reduce((sum, { items }) => items.reduce((size, list) => size + list.length, sum), 0);
}

/** Whether a part is surely too much for labels: the longest list doesn't count, as it only completes the others. */
function isTooMany({ blocks }: Problem): boolean {
  const lengths = blocks.flatMap(({ items }) => items.map((list) => list.length - 1)).sort((a, b) => a - b);
  return lengths.slice(0, -1).reduce((sum, length) => sum + length, 0) > LENGTH_OF_NODE;
}

function cachedHull(leaves: readonly Leaf[], { hulls }: State): readonly Leaf[] {
  const known = hulls.get(leaves);
  if (known !== undefined) return known;
  const hull = hullOf(leaves);
  hulls.set(leaves, hull);
  return hull;
}

function improve(state: State, { needed, mustChange }: Problem, label: Label): void {
  const { best } = state;
  if (label.gain < needed || (mustChange && label.price === 0n)) return;
  const isBetter = label.price < best.price || (label.price === best.price && label.gain > best.gain);
  if (isBetter) state.best = label;
}

/** The solution next to the relaxed one, the item that was taken in part cut down to what is needed. */
function rounded({ blocks, needed }: Problem, { rounded: leaves, split }: Relaxed): Label {
  const whole = sumOf(blocks, leaves);
  if (split === null || whole.gain < needed) return whole;
  const list = blocks[split.block]?.items[split.item] ?? [];
  const trials = list.filter(({ price }) => price >= split.below.price);
  const rest = leaves.map((row, block) => (block === split.block ? row.filter((_, item) => item !== split.item) : row));
  const trial = (one: Leaf): Label =>
    sumOf(
      blocks,
      rest.map((row, block) => (block === split.block ? [...row, one] : row)),
    );
  const at = firstWhere(trials.length, (index) => trial(trials[index] as Leaf).gain >= needed);
  const cutDown = trials[at];
  return cutDown === undefined ? whole : trial(cutDown);
}

/** The first place where a test holds that holds ever after; `length` for none. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sumOf(blocks: readonly Block[], leaves: readonly (readonly Leaf[])[]): Label {
  const sums = leaves.map((row, block): Label => {
    const sum = row.reduce((total, one) => together(total, labelOf(one, 0)), NOTHING);
    const cap = blocks[block]?.cap ?? null;
    return { ...sum, gain: (cap !== null && sum.gain > cap ? cap : sum.gain) + sum.extra, extra: 0n };
  });
  return sums.reduce(together, NOTHING);
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

/** The best label of a part. */
function search(blocks: readonly LabelBlock[], needed: bigint, rules: Rules): Label | "spent" | null {
  const lists: Label[][] = [];
  for (const block of blocks) {
    const own = isFree(block)
      ? block.items.map((list) => climbing(list, rules.mustChange))
      : [blockLabels(block, rules)];
    for (const list of own) {
      if (list === null) return "spent";
      lists.push(list);
    }
  }
  lists.sort((a, b) => a.length - b.length);
  const last = lists.pop() ?? [];
  let labels: Label[] | null = [NOTHING];
  for (const list of lists) {
    labels = combine(labels, list, rules);
    if (labels === null) return "spent";
  }
  return completed(labels, last, needed, rules.mustChange);
}

/** The labels of a list, cheapest first, that add more than all cheaper ones, with all that they add in `gain`. */
function climbing(list: readonly Label[], mustChange: boolean): Label[] {
  const kept: Label[] = [];
  let best: bigint | null = null;
  for (const label of list) {
    const gain = label.gain + label.extra;
    if (best !== null && gain <= best) continue;
    kept.push({ ...label, gain, extra: 0n });
    if (!(mustChange && label.price === 0n)) best = gain;
  }
  return kept;
}

/** The best completion of labels by one of a list. */
function completed(
  labels: readonly Label[],
  last: readonly Label[],
  needed: bigint,
  mustChange: boolean,
): Label | null {
  let best: Label | null = null;
  for (const label of labels) {
    const isIdle = mustChange && label.price === 0n;
    const at = firstWhere(last.length, (index) => {
      const { gain, price } = last[index] as Label;
      return label.gain + gain >= needed && !(isIdle && price === 0n);
    });
    const found = last[at] === undefined ? null : together(label, last[at]);
    if (found === null) continue;
    if (best === null || found.price < best.price || (found.price === best.price && found.gain > best.gain))
      best = found;
  }
  return best;
}

/** Whether a block's cap makes no difference. */
function isFree({ cap, items }: LabelBlock): boolean {
  if (cap === null) return true;
  const most = items.reduce((sum, list) => sum + list.reduce((top, { gain }) => (gain > top ? gain : top), 0n), 0n);
  return most <= cap;
}

/** A part in two, at the item that the relaxation takes in part, otherwise in the middle of the longest list. */
function cut({ blocks, needed, mustChange }: Problem, split: Split | null): Problem[] {
  const at = split === null ? longest(blocks) : split;
  const list = blocks[at.block]?.items[at.item] ?? [];
  const index = split === null ? -1 : list.indexOf(split.below) + 1;
  const middle = index > 0 && index < list.length ? index : Math.floor(list.length / 2);
  const part = (leaves: readonly Leaf[]): Problem => ({
    blocks: blocks.map((block, place) =>
      place === at.block
        ? { ...block, items: block.items.map((own, item) => (item === at.item ? leaves : own)) }
        : block,
    ),
    needed,
    mustChange,
  });
  return [part(list.slice(0, middle)), part(list.slice(middle))];
}

function longest(blocks: readonly Block[]): { block: number; item: number } {
  const places = blocks.flatMap(({ items }, block) =>
    items.map((list, item) => ({ block, item, length: list.length })),
  );
  return places.reduce((best, place) => (place.length > best.length ? place : best));
}
