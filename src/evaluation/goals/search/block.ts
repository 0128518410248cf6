import { combine, frontier, type Label, type Leaf, labelOf, NOTHING, type Rules, together } from "./label.js";

/** Items whose gains are held to a cap together; `null` for no cap. Each item is the list of what it can become, cheapest first. */
export interface Block {
  readonly cap: bigint | null;
  readonly items: readonly (readonly Leaf[])[];
}

/** What is to be solved: the cheapest leaves, one of each item, that together add at least `needed`. */
export interface Problem {
  readonly blocks: readonly Block[];
  readonly needed: bigint;
  readonly mustChange: boolean;
}

/** A block with labels. */
export interface LabelBlock {
  readonly cap: bigint | null;
  readonly items: readonly (readonly Label[])[];
}

/** The labels of a whole block, held to its cap, with all that they add in `gain`. */
export function blockLabels({ cap, items }: LabelBlock, rules: Rules): Label[] | null {
  let rest = items.reduce((sum, item) => sum + leastGain(item), 0n);
  let labels: Label[] | null = [NOTHING];
  for (const item of items) {
    labels = combine(labels, item, rules);
    if (labels === null) return null;
    rest -= leastGain(item);
    // What is above the cap whatever follows is as good as at it.
    if (cap !== null) labels = frontier(heldTo(labels, cap - rest), rules.mustChange);
  }
  return frontier(labels.map(merged), rules.mustChange);
}

function leastGain(labels: readonly Label[]): bigint {
  return labels.reduce((least, { gain }) => (gain < least ? gain : least), labels[0]?.gain ?? 0n);
}

function heldTo(labels: readonly Label[], most: bigint): Label[] {
  return labels.map((label) => (label.gain > most ? { ...label, gain: most } : label));
}

function merged(label: Label): Label {
  return { ...label, gain: label.gain + label.extra, extra: 0n };
}

/** The label that adds most, whatever its price; `null` where nothing may be changed though something must, or the budget is spent. */
export function highest({ blocks, mustChange }: Problem, budget: Rules["budget"]): Label | null {
  if (!mustChange) return highestOf(blocks, budget);
  const forced = blocks.flatMap((block, at) =>
    block.items.map((_, item) => highestOf(replaced(blocks, at, withChange(block, item)), budget)),
  );
  return forced.reduce(
    (best, label) => (best === null || (label !== null && label.gain > best.gain) ? label : best),
    null,
  );
}

function replaced(blocks: readonly Block[], at: number, block: Block): Block[] {
  return blocks.map((other, index) => (index === at ? block : other));
}

function withChange({ cap, items }: Block, item: number): Block {
  return { cap, items: items.map((list, index) => (index === item ? list.filter(({ option }) => option >= 0) : list)) };
}

function highestOf(blocks: readonly Block[], budget: Rules["budget"]): Label | null {
  const rules: Rules = { window: Infinity, mustChange: false, budget };
  let total = NOTHING;
  for (const { cap, items } of blocks) {
    const free = items.map((list) =>
      frontier(
        list.map((one) => ({ ...labelOf(one, 0), price: 0n })),
        false,
      ),
    );
    const best = blockLabels({ cap, items: free }, rules)?.[0];
    if (best === undefined) return null;
    total = together(total, best);
  }
  return total;
}
