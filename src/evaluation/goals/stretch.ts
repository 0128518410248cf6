import type { Rational } from "../../ground/rational.js";
import type { Piece } from "../resolved/curve.js";
import type { NumericPart, ResolvedIndicator } from "../resolved/indicator.js";
import { firstAbove, firstFrom, type Grid, gridText } from "./grid.js";

/** Neighbouring grid values, from `lo` to `hi`, all allowed, whose points only rise or only fall. */
export interface Stretch {
  readonly lo: bigint;
  readonly hi: bigint;
  /** The points of both ends. */
  readonly atLo: number;
  readonly atHi: number;
  /** Whether the values go on below `lo`, or above `hi`, with nothing that changes what can be reached. */
  readonly isOpenBelow: boolean;
  readonly isOpenAbove: boolean;
}

/** A numeric indicator on a grid. */
export interface Track {
  readonly indicator: ResolvedIndicator;
  readonly numeric: NumericPart;
  readonly grid: Grid;
  /** The ticks of a value; NaN where the indicator can't take it. */
  readonly score: (value: string) => number;
}

interface Bounds {
  readonly least: Rational | null;
  readonly most: Rational | null;
}

/** The ticks of a grid value; NaN where the indicator can't take it. */
export function pointsAt({ grid, score }: Track, place: bigint): number {
  return score(gridText(grid, place));
}

/**
 * Cuts the grid between two bounds at the decimals, one at least and rising, where the curve or a limit can turn, and keeps the stretches that are allowed
 * and that the indicator can take, in rising order.
 */
export function stretchesOf(
  track: Track,
  cuts: readonly Rational[],
  { least, most }: Bounds,
  isAllowed: (place: bigint) => boolean,
): Stretch[] {
  const lowest = least === null ? null : firstFrom(track.grid, least);
  const highest = most === null ? null : firstAbove(track.grid, most) - 1n;
  const starts = startsOf(track.grid, cuts).filter(
    (start) => (lowest === null || start > lowest) && (highest === null || start <= highest),
  );
  if (lowest !== null && highest !== null && lowest > highest) return [];
  const edges = [lowest, ...starts];
  return edges.flatMap((lo, index) => {
    const next = starts[index];
    const hi = next === undefined ? highest : next - 1n;
    return isAllowed((lo ?? hi) as bigint) ? heldTo(track, lo, hi) : [];
  });
}

function startsOf(grid: Grid, cuts: readonly Rational[]): bigint[] {
  // In rising order, as the cuts are.
  const starts = cuts.flatMap((cut) => [firstFrom(grid, cut), firstAbove(grid, cut)]);
  return starts.filter((start, index) => start !== starts[index - 1]);
}

/** The part of a stretch whose values the indicator can take; an open end goes as far as the points still change. */
function heldTo(track: Track, lo: bigint | null, hi: bigint | null): Stretch[] {
  const [anchorLow, anchorHigh] = [lo ?? (hi as bigint), hi ?? (lo as bigint)];
  const isLowGood = isTaken(track, anchorLow);
  const isHighGood = isTaken(track, anchorHigh);
  if (!isLowGood && !isHighGood) return [];
  const from = lo === null ? furthest(track, anchorHigh, -1n) : isLowGood ? lo : lastTaken(track, anchorHigh, lo);
  const to = hi === null ? furthest(track, anchorLow, 1n) : isHighGood ? hi : lastTaken(track, anchorLow, hi);
  const [atLo, atHi] = [pointsAt(track, from), pointsAt(track, to)];
  return [{ lo: from, hi: to, atLo, atHi, isOpenBelow: lo === null, isOpenAbove: hi === null }];
}

function isTaken(track: Track, place: bigint): boolean {
  return !Number.isNaN(pointsAt(track, place));
}

/** The furthest grid value from `start` in a direction that still adds points or loses some; `start` on a flat end. */
function furthest(track: Track, start: bigint, direction: bigint): bigint {
  const trend = trendOf(track.numeric, direction);
  if (trend === 0) return start;
  const { least, most } = track.indicator;
  const isDone = (points: number): boolean => (trend > 0 ? points >= most.points : points <= least.points);
  let [at, distance, points] = [start, 1n, pointsAt(track, start)];
  while (!Number.isNaN(points) && !isDone(points)) {
    at = start + distance * direction;
    distance *= 2n;
    points = pointsAt(track, at);
  }
  return Number.isNaN(points) ? lastTaken(track, start, at) : at;
}

/** Whether points rise (1), fall (−1) or stay (0) beyond the outermost cut in a direction. */
function trendOf({ isReciprocal, curve }: NumericPart, direction: bigint): number {
  if (isReciprocal) return direction > 0n ? -1 : 0;
  const outer = direction > 0n ? curve.pieces.at(-1) : curve.pieces[0];
  const slope = (outer as Piece).points.bigP * direction;
  return slope > 0n ? 1 : slope < 0n ? -1 : 0;
}

/** The last value, on the way from one that the indicator takes to one that it doesn't, that it takes. */
function lastTaken(track: Track, taken: bigint, refused: bigint): bigint {
  return bisect(taken, refused, (place) => isTaken(track, place));
}

/** The last place, from one where a test holds towards one where it doesn't, where it holds; it may turn only once. */
export function bisect(holding: bigint, failing: bigint, holds: (place: bigint) => boolean): bigint {
  let [good, bad] = [holding, failing];
  while (bad - good > 1n || good - bad > 1n) {
    const middle = (good + bad) / 2n;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
