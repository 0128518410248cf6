import type { Block, Problem } from "./block.js";
import type { Label } from "./label.js";
import { type Prices, pricesOf } from "./prices.js";

/**
 * A lower bound of what every solution costs: the Lagrangian of the problem. Any prices with `0 ≤ inner ≤ outer` bound; good ones
 * bound closely. A label's `excess` is what the bound grows by where it is chosen. In floats: `slack` covers what they may
 * lose.
 */
export interface Bound {
  readonly price: number;
  readonly slack: number;
  readonly blocks: readonly Block[];
}

interface Part {
  readonly price: number;
  readonly size: number;
}

interface PricedBlock extends Part {
  readonly block: Block;
}

interface PricedItem extends Part {
  readonly labels: readonly Label[];
}

const SAFETY = 1e-9;

/** The bound of a problem, and its blocks with each label's excess. */
export function boundOf({ blocks, needed }: Problem): Bound {
  const prices = pricesOf(blocks, Number(needed));
  const demand = prices.outer * Number(needed);
  const priced = blocks.map((block, at) => priceBlock(block, prices, at));
  const price = priced.reduce((sum, part) => sum + part.price, demand);
  const size = priced.reduce((sum, part) => sum + part.size, Math.abs(demand));
  if (!Number.isFinite(size)) return { price: -Infinity, slack: 0, blocks };
  return { price, slack: size * SAFETY, blocks: priced.map(({ block }) => block) };
}

function priceBlock({ cap, items }: Block, { outer, inner }: Prices, at: number): PricedBlock {
  const own = inner[at] as number;
  const wasted = cap === null ? 0 : (outer - own) * Number(cap);
  const priced = items.map((labels) => priceItem(labels, own, outer));
  return {
    block: { cap, items: priced.map(({ labels }) => labels) },
    price: priced.reduce((sum, { price }) => sum + price, -wasted),
    size: priced.reduce((sum, { size }) => sum + size, Math.abs(wasted)),
  };
}

function priceItem(labels: readonly Label[], own: number, outer: number): PricedItem {
  const terms = labels.map(({ price, gain, extra }) => [Number(price), own * Number(gain), outer * Number(extra)]);
  const reduced = terms.map(([price = 0, gain = 0, extra = 0]) => price - gain - extra);
  const least = smallest(reduced);
  const sizes = terms.map(([price = 0, gain = 0, extra = 0]) => -(price + Math.abs(gain) + Math.abs(extra)));
  return {
    labels: labels.map((label, index) => ({ ...label, excess: (reduced[index] as number) - least })),
    price: least,
    size: -smallest(sizes),
  };
}

/** Not `Math.min(...)`, which can't take very long lists. */
function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => (value < least ? value : least), Infinity);
}
