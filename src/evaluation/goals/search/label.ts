/** One way to treat one indicator, or several together, in whole numbers. */
export interface Label {
  /** What is to be kept small; 0 for no change, at least 1 otherwise. */
  readonly price: bigint;
  /** What it adds under its block's cap, and beside it. */
  readonly gain: bigint;
  readonly extra: bigint;
  /** By how much it is dearer than the bound; see `Bound`. */
  readonly excess: number;
  /** What it is made of: two labels, or one option of one item. */
  readonly parts: readonly [Label, Label] | null;
  readonly item: number;
  /** The option's place; −1 for staying as it is. */
  readonly option: number;
}

/** How labels are compared and counted. */
export interface Rules {
  /** Labels further above the bound are left out. */
  readonly window: number;
  /** Whether doing nothing is no plan: then it outdoes no other label. */
  readonly mustChange: boolean;
  /** How many labels may still be made. */
  readonly budget: { left: number };
}

/** The label of nothing. */
export const NOTHING: Label = { price: 0n, gain: 0n, extra: 0n, excess: 0, parts: null, item: -1, option: -1 };

/** All pairs of two lists that aren't outdone; `null` where the budget is spent. */
export function combine(first: readonly Label[], second: readonly Label[], rules: Rules): Label[] | null {
  const { budget, window } = rules;
  budget.left -= first.length * second.length;
  if (budget.left < 0) return null;
  const pairs: Label[] = [];
  for (const one of first) {
    for (const other of second) {
      const excess = one.excess + other.excess;
      if (excess > window) continue;
      pairs.push({
        price: one.price + other.price,
        gain: one.gain + other.gain,
        extra: one.extra + other.extra,
        excess,
        parts: [one, other],
        item: -1,
        option: -1,
      });
    }
  }
  return frontier(pairs, rules.mustChange);
}

function order(a: Label, b: Label): number {
  if (a.price !== b.price) return a.price < b.price ? -1 : 1;
  const difference = b.gain + b.extra - a.gain - a.extra;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The labels for which no other is as cheap and adds as much, cheapest first; of equal ones the first. */
export function frontier(labels: readonly Label[], mustChange: boolean): Label[] {
  const kept: Label[] = [];
  let tops: Label[] = [];
  for (const label of [...labels].sort(order)) {
    if (tops.some((top) => top.gain >= label.gain && top.extra >= label.extra)) continue;
    kept.push(label);
    if (mustChange && label.price === 0n) continue;
    tops = tops.filter((top) => top.gain > label.gain || top.extra > label.extra);
    tops.push(label);
  }
  return kept;
}

/** The options that a label is made of, by item. */
export function pickedBy(label: Label): Map<number, number> {
  const picked = new Map<number, number>();
  const open = [label];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.parts !== null) open.push(...next.parts);
    else if (next.option >= 0) picked.set(next.item, next.option);
  }
  return picked;
}
