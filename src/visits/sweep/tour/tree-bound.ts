import type { Matrix } from "../matrix.js";
import { leastTree } from "./least-tree.js";

/** How far the first step goes, as a share of the way to the target. */
const FIRST_STEP = 0.1;
/** Shares of all rounds without progress until steps are halved. */
const PATIENCE = 20;

/** A bound, and the weights that gave it. */
export interface Weighed {
  readonly bound: number;
  readonly weights: Float64Array;
}

/** How long to look for weights. */
export interface TreeOptions {
  readonly days: number;
  /** What the bound can't exceed. */
  readonly target: number;
  readonly rounds: number;
  readonly from?: Weighed | undefined;
  /** The largest weight with which sums stay exact. */
  readonly most: number;
}

/** The largest weight with which the sum of a tree, of the legs from the start and of the weights themselves stays a whole number that doubles hold. */
export function mostWeight({ size, units }: Matrix): number {
  const longest = units.reduce((most, one) => Math.max(most, one), 0);
  return Math.floor((Number.MAX_SAFE_INTEGER - 2 * size * longest) / (10 * size));
}

/**
 * A lower bound on all days together, in whole units, where each leg is shorter by the difference of its ends' heights. Take one of its two legs at the start from every day, and a spanning
 * tree of all places is left: so no plan is shorter than the least one and the `days` shortest legs from the start. Weights tighten it: every client has two legs, the start two
 * for each day (Held & Karp 1970, with a fixed number of rounds). It needs no triangle inequality, and legs may be below zero.
 */
export function treeBound(
  matrix: Matrix,
  heights: Float64Array,
  { days, target, rounds, from, most }: TreeOptions,
): Weighed {
  const weights = Float64Array.from(from?.weights ?? new Float64Array(matrix.size));
  let best: Weighed = { bound: -Infinity, weights };
  let [share, idle] = [FIRST_STEP, 0];
  for (let round = 0; round < rounds; round += 1) {
    const { cost, surplus } = leastTree(matrix, heights, weights, days);
    idle = cost > best.bound ? 0 : idle + 1;
    if (cost > best.bound) best = { bound: cost, weights: Float64Array.from(weights) };
    if (idle * PATIENCE > rounds) [share, idle] = [share / 2, 0];
    if (!stepOn(weights, surplus, share * Math.max(0, target - cost), { days, most })) break;
  }
  return best;
}

/** Makes places with too many legs dearer and those with too few cheaper; whether that changed anything. */
function stepOn(
  weights: Float64Array,
  surplus: Int32Array,
  way: number,
  { days, most }: Pick<TreeOptions, "days" | "most">,
): boolean {
  const start = weights.length - 1;
  const each = (place: number): number => (surplus[place] as number) / (place === start ? days : 1);
  const off = surplus.reduce((sum, legs, place) => sum + legs * each(place), 0);
  if (off === 0) return false;
  let isChanged = false;
  for (let place = 0; place <= start; place += 1) {
    const change = Math.trunc((way * each(place)) / off);
    isChanged ||= change !== 0;
    weights[place] = Math.min(most, Math.max(-most, (weights[place] as number) + change));
  }
  return isChanged;
}
