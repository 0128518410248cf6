import type { Resolved } from "../resolved/resolve.js";
import type { Count, Item } from "./item.js";
import type { Option } from "./options.js";
import type { Block, Problem } from "./search/block.js";
import { frontier, type Leaf, leaf } from "./search/label.js";
import type { Target } from "./target.js";

/** What an option is to cost in the search: cost and count in one number, above 0. */
export type Pricing = (option: Option) => bigint;

/** Cost first, then count. */
export function costFirst(options: readonly (readonly Option[])[]): Pricing {
  const count = BigInt(options.length) + 1n;
  return ({ cost }) => cost * count + 1n;
}

/** More than all options cost together: with this fee for each change, count comes first. */
export function feeOf(options: readonly (readonly Option[])[]): bigint {
  return options.reduce((sum, list) => sum + list.reduce((most, { cost }) => (cost > most ? cost : most), 0n), 1n);
}

/** Whether no weight counts unless something is changed: then there is no score to begin with. */
function hasNoScore(items: readonly Item[]): boolean {
  return items.every(({ stay }) => stay === null || stay.weight === 0);
}

/** The search for options that reach a target. */
export function problemOf(
  { caps }: Resolved,
  items: readonly Item[],
  options: readonly (readonly Option[])[],
  target: Target,
  pricing: Pricing,
): Problem {
  const mustChange = hasNoScore(items);
  const blocks = new Map<string, { cap: bigint | null; items: Leaf[][] }>();
  items.forEach((item, at) => {
    const { place } = item.standing.indicator;
    const cap = caps[place] as number;
    const isCapped = cap !== Infinity;
    const labels = labelsOf(item, at, options[at] as readonly Option[], pricing, (count) =>
      gains(target, count, isCapped),
    );
    const key = isCapped ? `group ${String(place)}` : `item ${String(at)}`;
    const block = blocks.get(key) ?? { cap: isCapped ? target.perPoint * BigInt(cap) : null, items: [] };
    block.items.push(frontier(labels, mustChange));
    blocks.set(key, block);
  });
  return { blocks: [...blocks.values()] satisfies Block[], needed: target.needed, mustChange };
}

type Gains = Pick<Leaf, "gain" | "extra">;

function labelsOf(
  { stay, standing }: Item,
  item: number,
  options: readonly Option[],
  pricing: Pricing,
  gainsOf: (count: Count) => Gains,
): Leaf[] {
  const weight = standing.indicator.full;
  const leafOf = (count: Count, price: bigint, option: number): Leaf => {
    const { gain, extra } = gainsOf(count);
    return leaf(price, gain, extra, item, option);
  };
  const changed = options.map((option, index) => leafOf({ points: option.points, weight }, pricing(option), index));
  return stay === null ? changed : [leafOf(stay, 0n, -1), ...changed];
}

function gains({ perPoint, perWeight }: Target, { points, weight }: Count, isCapped: boolean): Gains {
  const [gain, extra] = [perPoint * BigInt(points), perWeight * BigInt(weight)];
  return isCapped ? { gain, extra } : { gain: gain + extra, extra: 0n };
}
