import type { Block, Problem } from "./block.js";
import { firstWhere } from "./first-where.js";
import { type Label, type Leaf, labelOf, NOTHING, together } from "./label.js";
import type { Relaxed } from "./relax.js";

/** The solution next to the relaxed one, the item that was taken in part cut down to what is needed. */
export function rounded({ blocks, needed }: Problem, { rounded: leaves, split }: Relaxed): Label {
  const whole = sumOf(blocks, leaves);
  if (split === null || whole.gain < needed) return whole;
  const list = blocks[split.block]?.items[split.item] as readonly Leaf[];
  const trials = list.filter(({ price }) => price >= split.below.price);
  const trial = (index: number): Label =>
    sumOf(
      blocks,
      leaves.map((row, block) => (block === split.block ? row.with(split.item, trials[index] as Leaf) : row)),
    );
  const at = firstWhere(trials.length - 1, (index) => trial(index).gain >= needed);
  const last = trial(at);
  // Where a cap makes a dearer leaf add less than a cheaper one, what suffices can be missed.
  return last.gain >= needed ? last : whole;
}

/** What leaves come to, one of each item; all that they add in `gain`. */
export function sumOf(blocks: readonly Block[], leaves: readonly (readonly Leaf[])[]): Label {
  return blocks.map((block, at) => blockSum(block, leaves[at] as readonly Leaf[])).reduce(together, NOTHING);
}

function blockSum({ cap }: Block, leaves: readonly Leaf[]): Label {
  const sum = leaves.reduce((total, one) => together(total, labelOf(one, 0)), NOTHING);
  const gain = cap !== null && sum.gain > cap ? cap : sum.gain;
  return { ...sum, gain: gain + sum.extra, extra: 0n };
}
