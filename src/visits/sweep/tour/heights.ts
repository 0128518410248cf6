import type { Matrix } from "../matrix.js";

/**
 * Where heights rise like the distance from the start, and where they rise no more, as shares of the clients that are nearer. In between they rise ever less. The first has none.
 */
export const PROFILES: readonly (readonly [steep: number, flat: number])[] = [
  [0, 0],
  [0.1, 0.5],
  [0.25, 0.75],
  [0.5, 0.75],
  [0.5, 1],
  [1, 1],
];

/** Heights of all places by a profile, in whole units; the start's is 0. */
export function heightsOf({ size, units }: Matrix, [steep, flat]: readonly [number, number]): Float64Array {
  const start = size - 1;
  const distances = Float64Array.from({ length: start }, (_, client) => units[client * size + start] as number);
  const sorted = Float64Array.from(distances).sort();
  const [low, high] = [rankAt(sorted, steep), rankAt(sorted, flat)];
  const heights = new Float64Array(size);
  distances.forEach((distance, client) => {
    heights[client] = Math.floor(heightAt(distance, low, high));
  });
  return heights;
}

/** The distance that such a share of the clients doesn't exceed; 0 for none of them. */
function rankAt(sorted: Float64Array, share: number): number {
  return share === 0 ? 0 : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number);
}

function heightAt(distance: number, low: number, high: number): number {
  if (distance <= low || low === high) return Math.min(distance, low);
  const over = Math.min(distance, high) - low;
  return low + over - (over * over) / (2 * (high - low));
}

/**
 * How far all days together climb and descend at least: each climbs to its highest client, and comes down again. That is least where the highest clients are together, as many a day as may
 * be. (For heights like distances this is the bound of Haimovich & Rinnooy Kan 1985, and a little more.)
 */
export function climbs(heights: Float64Array, perDay: number): number {
  const sorted = Float64Array.from(heights.subarray(0, -1)).sort().reverse();
  let sum = 0;
  for (let highest = 0; highest < sorted.length; highest += perDay) sum += sorted[highest] as number;
  return 2 * sum;
}
