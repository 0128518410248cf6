import type { Matrix } from "../matrix.js";
import { climbs, heightsOf, PROFILES } from "./heights.js";
import { mostWeight, treeBound, type Weighed } from "./tree-bound.js";

/** Comparisons that all trees together may take: a second or two. */
const WORK = 400_000_000;
const MOST_ROUNDS = 200;

/** Below which no plan is, in whole units. */
export interface LowerBound {
  readonly units: number;
  /** Whether distances from the start gave part of it. */
  readonly isRadial: boolean;
}

interface Tried extends Weighed {
  readonly heights: Float64Array;
  readonly climb: number;
  readonly whole: number;
}

/**
 * A lower bound on every plan with as few days as `perDay` allows, all together: each day of 1 to `perDay` clients, balanced or not. It is none on plans with more days (by distances that break the triangle
 * inequality those may be shorter) nor with longer ones. A leg is as long as the difference of its ends' heights, and what it is longer: the first part of all legs is as long as the days must climb and
 * descend; the second is bounded by spanning trees. That holds for whatever heights, so several kinds are tried, and the best is worked on. Near the start, where days are many, climbing
 * says more; far out, trees do.
 */
export function lowerBound(matrix: Matrix, perDay: number, length: number): LowerBound {
  const days = Math.ceil((matrix.size - 1) / perDay);
  const most = mostWeight(matrix);
  const all = Math.floor(WORK / (matrix.size * matrix.size));
  const [few, many] = [roundsOf(all / 2 / PROFILES.length), roundsOf(all / 2)];
  const tried = PROFILES.map((profile): Tried => {
    const heights = heightsOf(matrix, profile);
    const climb = climbs(heights, perDay);
    const weighed = treeBound(matrix, heights, { days, target: length - climb, rounds: few, most });
    return { ...weighed, heights, climb, whole: climb + weighed.bound };
  });
  const best = tried.reduce((top, one) => (one.whole > top.whole ? one : top));
  const target = length - best.climb;
  const { bound } = treeBound(matrix, best.heights, { days, target, rounds: many, from: best, most });
  return { units: Math.max(0, best.climb + bound), isRadial: best.climb > 0 };
}

function roundsOf(rounds: number): number {
  return Math.max(1, Math.min(MOST_ROUNDS, Math.floor(rounds)));
}
