import { ceiling } from "../../ground/rational.js";
import type { Resolved, ResolvedGrade } from "../resolved/resolve.js";
import type { Count, Item } from "./item.js";

/**
 * The condition for a score of so many ticks, without a division: `points ÷ weight × total`, rounded half away from zero, is at least g
 * where `2 · total · points − (2g − 1) · weight` is at least 0, or 1 where g isn't positive, as ties then round down.
 */
export interface Target {
  readonly perPoint: bigint;
  readonly perWeight: bigint;
  readonly needed: bigint;
}

/** The condition for a number of ticks; `null` for any score at all. */
export function targetOf({ totalTicks }: Resolved, ticks: bigint | null): Target {
  if (ticks === null) return { perPoint: 0n, perWeight: 0n, needed: 0n };
  return { perPoint: 2n * BigInt(totalTicks), perWeight: 1n - 2n * ticks, needed: ticks > 0n ? 0n : 1n };
}

/** The least ticks of a grade; `null` for the worst, which has none. */
export function ticksOf({ grades }: Resolved, place: number): bigint | null {
  const { from } = grades[place] as ResolvedGrade;
  return from === -Infinity ? null : BigInt(from);
}

/** What each indicator counts for, at least so many points, with the weights that could count. */
export interface Rest {
  readonly floors: readonly number[];
  readonly leastWeight: number;
  readonly mostWeight: number;
}

/** The weights that could count, and the least points of each item. */
export function restOf(items: readonly Item[], floors: readonly number[]): Rest {
  const weights = items.map(({ stay, standing }) => {
    const full = standing.status === "not-applicable" ? 0 : standing.indicator.full;
    const isChangeable = stay === null || stay.weight < full;
    return { least: stay?.weight ?? full, most: isChangeable ? full : stay.weight };
  });
  return {
    floors,
    leastWeight: weights.reduce((sum, { least }) => sum + least, 0),
    mostWeight: weights.reduce((sum, { most }) => sum + most, 0),
  };
}

/** The points beyond which an item's points are no use, whatever becomes of the others. */
export function usefulPoints(
  resolved: Resolved,
  items: readonly Item[],
  target: Target,
  rest: Rest,
  at: number,
): number {
  const { leastWeight, mostWeight, floors } = rest;
  const counts = floors.map((points, index) => ({ points: index === at ? 0 : points, weight: 0 }));
  const weight = target.perWeight < 0n ? mostWeight : leastWeight;
  return lackingPoints(resolved, items, counts, target, weight, at);
}

/** The least points with which an item makes the others reach the target; above what its group can hold, as much as that. */
export function lackingPoints(
  { caps }: Resolved,
  items: readonly Item[],
  counts: readonly Count[],
  { perPoint, perWeight, needed }: Target,
  weight: number,
  at: number,
): number {
  if (perPoint === 0n) return -Infinity;
  const own = (items[at] as Item).standing.indicator.place;
  const sums = caps.map(() => 0);
  items.forEach(({ standing }, index) => {
    const { place } = standing.indicator;
    if (index !== at) sums[place] = (sums[place] as number) + (counts[index] as Count).points;
  });
  const others = sums.reduce(
    (sum, points, place) => (place === own ? sum : sum + Math.min(points, caps[place] as number)),
    0,
  );
  const points = Number(ceiling(needed - perWeight * BigInt(weight), perPoint)) - others;
  return Math.min(points, caps[own] as number) - (sums[own] as number);
}
