import type { Block, Problem } from "./block.js";
import type { Leaf } from "./label.js";
import type { Relaxed } from "./relax.js";

/**
 * A lower bound of what every solution costs: the Lagrangian of the problem. Any prices with `0 ≤ inner ≤ outer` bound; those of the
 * linear relaxation bound closely. In floats: `slack` covers what they may lose.
 */
export interface Bound {
  readonly price: number;
  readonly slack: number;
  /** What the bound grows by where a leaf is chosen, by block, item and leaf. */
  readonly excess: readonly (readonly (readonly number[])[])[];
}

interface Part {
  readonly price: number;
  readonly size: number;
}

const SAFETY = 1e-9;

/** The bound of a problem at the prices of its relaxation. */
export function boundOf({ blocks, needed }: Problem, { outer, inner }: Relaxed): Bound {
  const demand = outer * Number(needed);
  const priced = blocks.map((block, at) => priceBlock(block, inner[at] as number, outer));
  const price = priced.reduce((sum, part) => sum + part.price, demand);
  const size = priced.reduce((sum, part) => sum + part.size, Math.abs(demand));
  if (Number.isFinite(size)) return { price, slack: size * SAFETY, excess: priced.map(({ excess }) => excess) };
  return { price: -Infinity, slack: 0, excess: blocks.map(({ items }) => items.map((list) => list.map(() => 0))) };
}

function priceBlock({ cap, items }: Block, own: number, outer: number): Part & { readonly excess: number[][] } {
  const wasted = cap === null ? 0 : (outer - own) * Number(cap);
  const priced = items.map((leaves) => priceItem(leaves, own, outer));
  return {
    excess: priced.map(({ excess }) => excess),
    price: priced.reduce((sum, { price }) => sum + price, -wasted),
    size: priced.reduce((sum, { size }) => sum + size, Math.abs(wasted)),
  };
}

function priceItem(leaves: readonly Leaf[], own: number, outer: number): Part & { readonly excess: number[] } {
  let [least, size] = [Infinity, 0];
  const reduced = leaves.map(({ floats: { price, gain, extra } }) => {
    const [worth, beside] = [own * gain, outer * extra];
    const value = price - worth - beside;
    least = Math.min(least, value);
    size = Math.max(size, price + Math.abs(worth) + Math.abs(beside));
    return value;
  });
  return { excess: reduced.map((value) => value - least), price: least, size };
}
