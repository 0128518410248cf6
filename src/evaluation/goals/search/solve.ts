import { type Block, blockLabels, highest, type LabelBlock, type Problem } from "./block.js";
import { type Bound, boundOf } from "./bound.js";
import { combine, type Label, labelOf, type Leaf, NOTHING, pickedBy, type Rules, together } from "./label.js";
import { hullOf, relax, type Relaxed, type Split } from "./relax.js";

/** The option of each changed item, or none where nothing adds enough; not proven where the search gave up. */
export interface Solution {
  readonly picked: ReadonlyMap<number, number> | null;
  readonly isProven: boolean;
}

/** How many labels a search may make, and how many parts it may look at, before it gives up proving. */
const MOST_LABELS = 3_000_000;
const MOST_NODES = 5_000;
/** How many labels a part may make before it is cut in two instead. */
const LABELS_OF_NODE = 20_000;

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
  const state: State = { best: priced(problem, top), labels: budget.left, nodes: MOST_NODES, hulls: new WeakMap() };
  const open: Problem[] = [problem];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    state.nodes -= 1;
    if (state.nodes < 0 || state.labels < 0) return { picked: pickedBy(state.best), isProven: false };
    open.push(...explore(node, state));
  }
  return { picked: pickedBy(state.best), isProven: true };
}

/** The label of a solution with its price. */
function priced({ blocks }: Problem, label: Label): Label {
  const picked = pickedBy(label);
  const leaves = blocks.flatMap(({ items }) =>
    items.flatMap((list) => list.filter(({ item, option }) => option >= 0 && picked.get(item) === option)),
  );
  return { ...label, price: leaves.reduce((sum, { price }) => sum + price, 0n) };
}

/** Solves a part, or cuts it in two. */
function explore(node: Problem, state: State): Problem[] {
  const relaxed = relax(node, (leaves) => cachedHull(leaves, state));
  improve(state, node, rounded(node, relaxed));
  const bound = boundOf(node, relaxed);
  const window = Number(state.best.price) - bound.price + 2 * bound.slack;
  if (window < 0) return [];
  const kept = within(node, bound, window);
  const budget = { left: Math.min(LABELS_OF_NODE, state.labels) };
  const before = budget.left;
  if ((globalThis as any).DBG) console.log("node", bound.price, window, kept.blocks.map(b=>b.items.map(i=>i.length).join("+")).join(" "), performance.now());
  const found = search(kept, { window, mustChange: node.mustChange, budget });
  state.labels -= before - Math.max(0, budget.left);
  if (found === "spent") return cut(kept, relaxed.split);
  if (found !== null) improve(state, node, found);
  return [];
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
  const trial = (one: Leaf): Label => sumOf(blocks, rest.map((row, block) => (block === split.block ? [...row, one] : row)));
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

/** A part of a problem with labels besides. */
interface Kept extends Problem {
  readonly labels: readonly LabelBlock[];
}

/** What of a part isn't too far above the bound. */
function within(node: Problem, { excess }: Bound, window: number): Kept {
  const pairs = node.blocks.map(({ cap, items }, block) => ({
    cap,
    items: items.map((list, item) => {
      const above = excess[block]?.[item] ?? [];
      const isKept = (index: number): boolean => !((above[index] as number) > window);
      const isAll = list.every((_, index) => isKept(index));
      return {
        leaves: isAll ? list : list.filter((_, index) => isKept(index)),
        labels: list.flatMap((one, index) => (isKept(index) ? [labelOf(one, above[index] as number)] : [])),
      };
    }),
  }));
  return {
    ...node,
    blocks: pairs.map(({ cap, items }) => ({ cap, items: items.map(({ leaves }) => leaves) })),
    labels: pairs.map(({ cap, items }) => ({ cap, items: items.map(({ labels }) => labels) })),
  };
}

/** The best label of a part. */
function search({ labels: blocks, needed, mustChange }: Kept, rules: Rules): Label | "spent" | null {
  const lists: Label[][] = [];
  const free: Rules = { window: Infinity, mustChange, budget: { left: Infinity } };
  for (const block of blocks) {
    const own = isFree(block)
      ? block.items.map((items) => blockLabels({ cap: null, items: [items] }, free))
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
  return completed(labels, last, needed, mustChange);
}

/** The best completion of labels by one of a list. */
function completed(labels: readonly Label[], last: readonly Label[], needed: bigint, mustChange: boolean): Label | null {
  let best: Label | null = null;
  for (const label of labels) {
    const isIdle = mustChange && label.price === 0n;
    const at = firstWhere(last.length, (index) => {
      const { gain, price } = last[index] as Label;
      return label.gain + gain >= needed && !(isIdle && price === 0n);
    });
    const found = last[at] === undefined ? null : together(label, last[at]);
    if (found === null) continue;
    if (best === null || found.price < best.price || (found.price === best.price && found.gain > best.gain)) best = found;
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
function cut({ blocks, needed, mustChange }: Kept, split: Split | null): Problem[] {
  const at = split === null ? longest(blocks) : split;
  const list = blocks[at.block]?.items[at.item] ?? [];
  const index = split === null ? -1 : list.indexOf(split.below) + 1;
  const middle = index > 0 && index < list.length ? index : Math.floor(list.length / 2);
  const part = (leaves: readonly Leaf[]): Problem => ({
    blocks: blocks.map((block, place) =>
      place === at.block ? { ...block, items: block.items.map((own, item) => (item === at.item ? leaves : own)) } : block,
    ),
    needed,
    mustChange,
  });
  return [part(list.slice(0, middle)), part(list.slice(middle))];
}

function longest(blocks: readonly Block[]): { block: number; item: number } {
  const places = blocks.flatMap(({ items }, block) => items.map((list, item) => ({ block, item, length: list.length })));
  return places.reduce((best, place) => (place.length > best.length ? place : best));
}
