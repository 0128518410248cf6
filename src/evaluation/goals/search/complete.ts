import { blockLabels, type LabelBlock } from "./block.js";
import { firstWhere } from "./first-where.js";
import { combine, type Label, NOTHING, type Rules, together } from "./label.js";
import { isBetter } from "./state.js";

/** The best label of a part, all lists combined but the longest, which completes them; `null` for none. */
export function complete(blocks: readonly LabelBlock[], needed: bigint, rules: Rules): Label | "spent" | null {
  const lists = listsOf(blocks, rules);
  if (lists === null) return "spent";
  const rest = lists.sort((a, b) => a.length - b.length);
  const last = rest.pop() as readonly Label[];
  const labels = combined(rest, rules);
  return labels === null ? "spent" : completed(labels, last, needed, rules.mustChange);
}

/** The lists of which one label each is to be chosen, caps apart; `null` where the budget is spent. */
function listsOf(blocks: readonly LabelBlock[], rules: Rules): Label[][] | null {
  const lists: Label[][] = [];
  for (const block of blocks) {
    if (isFree(block)) lists.push(...block.items.map((list) => list.map(merged)));
    else {
      const labels = blockLabels(block, rules);
      if (labels === null) return null;
      lists.push(labels);
    }
  }
  return lists;
}

function combined(lists: readonly (readonly Label[])[], rules: Rules): readonly Label[] | null {
  let labels: readonly Label[] | null = [NOTHING];
  for (const list of lists) {
    labels = combine(labels, list, rules);
    if (labels === null) return null;
  }
  return labels;
}

/** Whether a block's cap makes no difference. */
function isFree({ cap, items }: LabelBlock): boolean {
  if (cap === null) return true;
  const most = items.reduce((sum, list) => sum + list.reduce((top, { gain }) => (gain > top ? gain : top), 0n), 0n);
  return most <= cap;
}

/** A label with all that it adds in `gain`. */
function merged(label: Label): Label {
  return { ...label, gain: label.gain + label.extra, extra: 0n };
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
    const other = cheapestOf(last, needed - label.gain, mustChange && label.price === 0n);
    if (other === undefined) continue;
    const found = together(label, other);
    if (best === null || isBetter(found, best)) best = found;
  }
  return best;
}

/** The first that adds enough. Where change is a must, doing nothing may add more than what follows it, so it is looked at by itself. */
function cheapestOf(list: readonly Label[], needed: bigint, mustChange: boolean): Label | undefined {
  const idle = list[0]?.price === 0n ? list[0] : undefined;
  if (idle !== undefined && !mustChange && idle.gain >= needed) return idle;
  const start = idle === undefined ? 0 : 1;
  const at = firstWhere(list.length - start, (index) => (list[start + index] as Label).gain >= needed);
  return list[start + at];
}
