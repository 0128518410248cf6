import type { Block, Problem } from "./block.js";
import type { Label } from "./label.js";

/** A solution and what it costs. */
export interface Priced {
  readonly price: bigint;
  readonly picked: ReadonlyMap<number, number>;
}

/** A solution made cheaper item by item, the dearest first, as long as it still adds enough. */
export function cheapened({ blocks, needed, mustChange }: Problem, picked: ReadonlyMap<number, number>): Priced {
  const chosen = blocks.map(({ items }) => items.map((labels) => labelOf(labels, picked)));
  const order = chosen.flatMap((labels, block) => labels.map(({ price }, item) => ({ block, item, price })));
  order.sort((a, b) => (a.price > b.price ? -1 : a.price < b.price ? 1 : 0));
  const priceOf = (): bigint => chosen.flat().reduce((sum, { price }) => sum + price, 0n);
  for (const { block, item, price } of order) {
    const row = chosen[block] as Label[];
    const others = row.filter((_, index) => index !== item);
    const rest = chosen.reduce((sum, labels, at) => (at === block ? sum : sum + added(blocks[at] as Block, labels)), 0n);
    const isIdle = mustChange && priceOf() === price;
    const enough = blocks[block]?.items[item]?.find(
      (label) =>
        !(isIdle && label.price === 0n) && rest + added(blocks[block] as Block, [...others, label]) >= needed,
    );
    row[item] = enough as Label;
  }
  const changed = chosen.flat().filter(({ option }) => option >= 0);
  return { price: priceOf(), picked: new Map(changed.map(({ item, option }) => [item, option])) };
}

function labelOf(labels: readonly Label[], picked: ReadonlyMap<number, number>): Label {
  const [first] = labels as readonly [Label];
  return labels.find(({ item, option }) => (picked.get(item) ?? -1) === option) ?? first;
}

function added({ cap }: Block, labels: readonly Label[]): bigint {
  const gain = labels.reduce((sum, label) => sum + label.gain, 0n);
  const extra = labels.reduce((sum, label) => sum + label.extra, 0n);
  return (cap !== null && gain > cap ? cap : gain) + extra;
}
