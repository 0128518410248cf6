import type { Block } from "./block.js";
import type { Label } from "./label.js";

/** What a unit of gain is worth: on the whole, and within each block, where a cap makes it worth less. */
export interface Prices {
  readonly outer: number;
  readonly inner: readonly number[];
}

interface Segment {
  readonly block: number;
  readonly gain: number;
  readonly ratio: number;
}

/**
 * Prices from the greedy solution of the linear relaxation: the hulls of all items, the best value first, a block no further than its cap
 * (Sinha & Zoltners 1979, The Multiple-Choice Knapsack Problem).
 */
export function pricesOf(blocks: readonly Block[], needed: number): Prices {
  const hulls = blocks.map(({ items }) => items.map(hullOf));
  const bases = hulls.map((items) => items.reduce((sum, hull) => sum + gainOf(hull[0]), 0));
  const rooms = blocks.map(({ cap }, at) => (cap === null ? Infinity : Number(cap) - (bases[at] as number)));
  const inner = rooms.map((room) => (room > 0 ? NaN : 0));
  let lacking = bases.reduce((rest, base, at) => rest - base - Math.min(0, rooms[at] as number), needed);
  let outer = 0;
  for (const { block, gain, ratio } of segmentsOf(hulls)) {
    if (lacking <= 0) break;
    const room = rooms[block] as number;
    if (room <= 0) continue;
    if (gain >= room) inner[block] = ratio;
    rooms[block] = room - gain;
    lacking -= Math.min(gain, room);
    outer = ratio;
  }
  return { outer, inner: inner.map((own) => (Number.isNaN(own) ? outer : own)) };
}

function gainOf(label: Label | undefined): number {
  return label === undefined ? 0 : Number(label.gain + label.extra);
}

function segmentsOf(hulls: readonly (readonly (readonly Label[])[])[]): Segment[] {
  const segments = hulls.flatMap((items, block) =>
    items.flatMap((hull) =>
      hull.slice(1).map((label, index) => {
        const before = hull[index] as Label;
        return { block, gain: gainOf(label) - gainOf(before), ratio: ratioOf(before, label) };
      }),
    ),
  );
  return segments.sort((a, b) => a.ratio - b.ratio);
}

function ratioOf(a: Label, b: Label): number {
  return Number(b.price - a.price) / Number(b.gain + b.extra - a.gain - a.extra);
}

/** The labels on the lower hull of price over gain, cheapest first: the only ones that a relaxed solution mixes. */
function hullOf(labels: readonly Label[]): Label[] {
  const hull: Label[] = [];
  for (const label of labels) {
    if (hull.length > 0 && gainOf(label) <= gainOf(hull.at(-1))) continue;
    while (hull.length > 1 && ratioOf(hull.at(-2) as Label, hull.at(-1) as Label) >= ratioOf(hull.at(-1) as Label, label))
      hull.pop();
    hull.push(label);
  }
  return hull;
}
