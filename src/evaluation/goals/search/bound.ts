import type { Problem } from "./block.js";
import type { Leaf } from "./label.js";
import type { Relaxed } from "./relax.js";

/**
 * A lower bound of what every solution costs: the Lagrangian of the problem. Any prices with `0 ≤ inner ≤ outer` bound; those of the
 * linear relaxation bound closely. In floats: `slack` covers what they may lose.
 */
export interface Bound {
  readonly price: number;
  readonly slack: number;
  readonly outer: number;
  readonly inner: readonly number[];
  /** By block and item, what the cheapest of its leaves costs net of what it adds. */
  readonly least: readonly (readonly number[])[];
}

interface Part {
  readonly least: number;
  readonly size: number;
}

const SAFETY = 1e-9;

/** The bound of a problem at the prices of its relaxation. */
export function boundOf({ blocks, needed }: Problem, { outer, inner }: Relaxed): Bound {
  const parts = blocks.map(({ items }, at) => items.map((leaves) => priceItem(leaves, inner[at] as number, outer)));
  const wasted = blocks.map(({ cap }, at) => (cap === null ? 0 : (outer - (inner[at] as number)) * Number(cap)));
  const demand = outer * Number(needed);
  const [least, size] = [parts.flat().map((part) => part.least), parts.flat().map((part) => part.size)];
  const price = demand + total(least) - total(wasted);
  const whole = Math.abs(demand) + total(size) + total(wasted.map(Math.abs));
  const isBounding = Number.isFinite(whole);
  return {
    price: isBounding ? price : -Infinity,
    slack: isBounding ? whole * SAFETY : 0,
    outer,
    inner,
    least: parts.map((items) => items.map((part) => part.least)),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function priceItem(leaves: readonly Leaf[], own: number, outer: number): Part {
  let [least, size] = [Infinity, 0];
  for (const { floats } of leaves) {
    least = Math.min(least, floats.price - own * floats.gain - outer * floats.extra);
    size = Math.max(size, floats.price + Math.abs(own * floats.gain) + Math.abs(outer * floats.extra));
  }
  return { least, size };
}

/** What the bound grows by where a leaf is chosen. */
export function excessOf({ outer, inner, least, price }: Bound, { floats }: Leaf, block: number, item: number): number {
  if (price === -Infinity) return 0;
  const own = inner[block] as number;
  return floats.price - own * floats.gain - outer * floats.extra - (least[block]?.[item] as number);
}
