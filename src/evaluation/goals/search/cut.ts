import type { Block, Problem } from "./block.js";
import type { Leaf } from "./label.js";
import { gainOf, type Split } from "./relax.js";

interface Place {
  readonly block: number;
  readonly item: number;
}

/**
 * A part in two, where the relaxation takes an item in part, otherwise in the middle of the longest list; the part itself where no list
 * can be cut.
 */
export function cut(part: Problem, split: Split | null): Problem[] {
  const at = split !== null && listAt(part.blocks, split).length > 1 ? split : longest(part.blocks);
  const list = listAt(part.blocks, at);
  const index = at === split ? list.findIndex((leaf) => gainOf(leaf) >= split.gain) : 0;
  const middle = index > 0 && index < list.length ? index : Math.floor(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)]
    .filter((leaves) => leaves.length > 0)
    .map((leaves) => ({ ...part, blocks: part.blocks.map((block, place) => withList(block, place, at, leaves)) }));
}

function listAt(blocks: readonly Block[], { block, item }: Place): readonly Leaf[] {
  return blocks[block]?.items[item] as readonly Leaf[];
}

function withList(block: Block, place: number, at: Place, leaves: readonly Leaf[]): Block {
  return place === at.block ? { ...block, items: block.items.with(at.item, leaves) } : block;
}

function longest(blocks: readonly Block[]): Place {
  const places = blocks.flatMap(({ items }, block) =>
    items.map((list, item) => ({ block, item, length: list.length })),
  );
  return places.reduce((best, place) => (place.length > best.length ? place : best));
}
