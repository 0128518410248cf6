import type { Problem } from "./block.js";
import type { Leaf } from "./label.js";

/**
 * The greedy solution of the linear relaxation: the hulls of all items, the best value first, a block no further than its cap (Sinha &
 * Zoltners 1979, The Multiple-Choice Knapsack Problem).
 */
export interface Relaxed {
  /** What a unit of gain is worth: on the whole, and within each block, where a cap makes it worth less. */
  readonly outer: number;
  readonly inner: readonly number[];
  /** The whole solution nearest to it that adds no less, unless there is none. */
  readonly rounded: readonly (readonly Leaf[])[];
  /** The last item that it takes in part; `null` for none. */
  readonly split: Split | null;
  /** What it lacks even with everything at its most; 0 where it reaches what is needed. */
  readonly lacking: number;
}

/** An item that is taken in part. */
export interface Split {
  readonly block: number;
  readonly item: number;
  /** The leaf up to which it is taken whole. */
  readonly below: Leaf;
  /** What it is to add. */
  readonly gain: number;
}

interface Segment extends Split {
  readonly above: Leaf;
  readonly ratio: number;
}

/** Solves the linear relaxation, nearly: in floats. */
export function relax({ blocks, needed }: Problem, hullOf: (leaves: readonly Leaf[]) => readonly Leaf[]): Relaxed {
  const hulls = blocks.map(({ items }) => items.map(hullOf));
  const chosen = hulls.map((items) => items.map(([first]) => first as Leaf));
  const bases = chosen.map((leaves) => leaves.reduce((sum, one) => sum + gainOf(one), 0));
  const rooms = blocks.map(({ cap }, at) =>
    (chosen[at] as Leaf[]).reduce((room, { floats }) => room - floats.gain, cap === null ? Infinity : Number(cap)),
  );
  const inner = rooms.map((room) => (room > 0 ? NaN : 0));
  let lacking = bases.reduce((rest, base, at) => rest - base - Math.min(0, rooms[at] as number), Number(needed));
  let [outer, split]: [number, Split | null] = [0, null];
  for (const segment of segmentsOf(hulls)) {
    const { block, item, gain, ratio } = segment;
    const room = rooms[block] as number;
    if (lacking <= 0) break;
    if (room <= 0) continue;
    if (gain >= room) inner[block] = ratio;
    if (gain > Math.min(room, lacking)) split = { ...segment, gain: gainOf(segment.below) + Math.min(room, lacking) };
    (chosen[block] as Leaf[])[item] = segment.above;
    rooms[block] = room - gain;
    lacking -= Math.min(gain, room);
    outer = ratio;
  }
  return { outer, inner: inner.map((own) => (Number.isNaN(own) ? outer : own)), rounded: chosen, split, lacking };
}

/** All that a leaf adds. */
export function gainOf({ floats }: Leaf): number {
  return floats.gain + floats.extra;
}

function segmentsOf(hulls: readonly (readonly (readonly Leaf[])[])[]): Segment[] {
  const segments = hulls.flatMap((items, block) =>
    items.flatMap((hull, item) =>
      hull.slice(1).map((above, index) => {
        const below = hull[index] as Leaf;
        return { block, item, below, above, gain: gainOf(above) - gainOf(below), ratio: ratioOf(below, above) };
      }),
    ),
  );
  return segments.sort((a, b) => a.ratio - b.ratio);
}

function ratioOf(a: Leaf, b: Leaf): number {
  return (b.floats.price - a.floats.price) / (gainOf(b) - gainOf(a));
}

/** The leaves on the lower hull of price over gain, cheapest first: the only ones that a relaxed solution mixes. */
export function hullOf(leaves: readonly Leaf[]): Leaf[] {
  const hull: Leaf[] = [];
  for (const one of leaves) {
    const last = hull.at(-1);
    if (last !== undefined && gainOf(one) <= gainOf(last)) continue;
    while (hull.length > 1 && isAbove(hull.at(-2) as Leaf, hull.at(-1) as Leaf, one)) hull.pop();
    hull.push(one);
  }
  return hull;
}

function isAbove(a: Leaf, b: Leaf, c: Leaf): boolean {
  return ratioOf(a, b) >= ratioOf(b, c);
}
