import type { Path } from "../ground/issue.js";
import type { Json } from "../ground/json.js";

interface Placed<T> {
  readonly item: T;
  readonly rank: readonly number[];
}

/**
 * Sorts by place in the input: members in the order in which the input has them, absent ones last; what stands at the same
 * place keeps its order.
 */
export function inInputOrder<T extends { readonly path: Path }>(json: Json, items: readonly T[]): T[] {
  const positions = new Map<Json, ReadonlyMap<string, number>>();
  const placed: Placed<T>[] = items.map((item) => ({ item, rank: rankOf(json, item.path, positions) }));
  return placed.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ item }) => item);
}

function rankOf(json: Json, path: Path, positions: Map<Json, ReadonlyMap<string, number>>): number[] {
  let value: Json | undefined = json;
  return path.map((key) => {
    const holder: Json | undefined = value;
    if (typeof holder !== "object" || holder === null) return Infinity;
    const keys = positions.get(holder) ?? new Map(Object.keys(holder).map((one, index) => [one, index]));
    positions.set(holder, keys);
    value = (holder as Readonly<Record<string, Json>>)[key];
    return keys.get(String(key)) ?? Infinity;
  });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  if (at < 0) return a.length - b.length;
  const right = b[at];
  return right === undefined || (a[at] as number) > right ? 1 : -1;
}
