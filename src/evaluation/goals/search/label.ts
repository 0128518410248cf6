/** One way to treat one item, or several together, in whole numbers. */
export interface Label {
  /** What is to be kept small; 0 for no change, at least 1 otherwise. */
  readonly price: bigint;
  /** What it adds under its block's cap, and beside it. */
  readonly gain: bigint;
  readonly extra: bigint;
  /** By how much it is dearer than the bound; see `Bound`. */
  readonly excess: number;
  /** What it is made of. */
  readonly parts: readonly [Label, Label] | Leaf;
}

/** What one item can become. */
export interface Leaf {
  readonly price: bigint;
  readonly gain: bigint;
  readonly extra: bigint;
  /** The same as floats, for the bounds; the price is one that bounds more closely, if there is one (see `soften`). */
  readonly floats: { readonly price: number; readonly gain: number; readonly extra: number };
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

/** A leaf from whole numbers. */
export function leaf(price: bigint, gain: bigint, extra: bigint, item: number, option: number): Leaf {
  const floats = { price: Number(price), gain: Number(gain), extra: Number(extra) };
  return { price, gain, extra, floats, item, option };
}

/** The leaves that a label is made of. */
export function leavesOf(label: Label): Leaf[] {
  const leaves: Leaf[] = [];
  const open = [label];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ("item" in next.parts) leaves.push(next.parts);
    else open.push(...next.parts);
  }
  return leaves;
}

/** The label of one leaf. */
export function labelOf(parts: Leaf, excess: number): Label {
  const { price, gain, extra } = parts;
  return { price, gain, extra, excess, parts };
}

/** The label of nothing. */
export const NOTHING: Label = {
  price: 0n,
  gain: 0n,
  extra: 0n,
  excess: 0,
  parts: { price: 0n, gain: 0n, extra: 0n, floats: { price: 0, gain: 0, extra: 0 }, item: -1, option: -1 },
};

/** Two labels together. */
export function together(one: Label, other: Label): Label {
  return {
    price: one.price + other.price,
    gain: one.gain + other.gain,
    extra: one.extra + other.extra,
    excess: one.excess + other.excess,
    parts: [one, other],
  };
}

/** All pairs of two lists that aren't outdone; `null` where the budget is spent. */
export function combine(first: readonly Label[], second: readonly Label[], rules: Rules): Label[] | null {
  const { budget, window } = rules;
  budget.left -= first.length * second.length;
  if (budget.left < 0) return null;
  const pairs: Label[] = [];
  for (const one of first) {
    for (const other of second) if (one.excess + other.excess <= window) pairs.push(together(one, other));
  }
  return frontier(pairs, rules.mustChange);
}

type Compared = Pick<Label, "price" | "gain" | "extra">;

function order(a: Compared, b: Compared): number {
  if (a.price !== b.price) return a.price < b.price ? -1 : 1;
  const difference = b.gain + b.extra - a.gain - a.extra;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The labels for which no other is as cheap and adds as much, cheapest first; of equal ones the first. */
export function frontier<T extends Compared>(labels: readonly T[], mustChange: boolean): T[] {
  const kept: T[] = [];
  let tops: T[] = [];
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
  return new Map(leavesOf(label).flatMap(({ item, option }) => (option >= 0 ? [[item, option] as const] : [])));
}
