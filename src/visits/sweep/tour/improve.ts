import type { Matrix } from "../matrix.js";
import { type Neighbours, neighboursOf } from "./neighbours.js";
import { distanceIn, moveWay, placesOf, reverseWay, stepFrom, type Tour, tourOf } from "./tour.js";

/** Moves per city, so that the work is bounded; a few dozen are never reached. */
const MOST_MOVES = 50;
/** Cities that Or-opt moves together. */
const LONGEST_WAY = 3;
const DIRECTIONS = [1, -1] as const;

type Direction = (typeof DIRECTIONS)[number];

/**
 * Shortens a round trip by 2-opt and Or-opt moves between neighbours (Bentley 1992, with don't-look bits) until none helps. It never
 * gets longer, and depends on the places and their order alone.
 */
export function improveTour(places: Int32Array, matrix: Matrix): Int32Array {
  if (places.length < 4) return places;
  const tour = tourOf(places, matrix);
  const neighbours = neighboursOf(places, matrix);
  const queue = Array.from(tour.order);
  const isQueued = new Uint8Array(places.length).fill(1);
  for (let next = 0, moves = 0; next < queue.length && moves < MOST_MOVES * places.length; next += 1) {
    const city = queue[next] as number;
    isQueued[city] = 0;
    const touched = improveAt(tour, neighbours, city);
    if (touched === undefined) continue;
    moves += 1;
    for (const one of touched) {
      if (isQueued[one] === 0) queue.push(one);
      isQueued[one] = 1;
    }
  }
  return placesOf(tour);
}

/** Makes the first move at a city that helps; the cities whose legs it changed. */
function improveAt(tour: Tour, neighbours: Neighbours, city: number): readonly number[] | undefined {
  for (const direction of DIRECTIONS) {
    const touched = twoOpt(tour, neighbours, city, direction) ?? orOpt(tour, neighbours, city, direction);
    if (touched !== undefined) return touched;
  }
  return undefined;
}

/** Replaces the leg to the next city, and one at a neighbour, by the leg to the neighbour and the one that is left. */
function twoOpt(
  tour: Tour,
  { each, list }: Neighbours,
  city: number,
  direction: Direction,
): readonly number[] | undefined {
  const next = stepFrom(tour, city, direction);
  const leg = distanceIn(tour, city, next);
  for (let rank = 0; rank < each; rank += 1) {
    const near = list[city * each + rank] as number;
    const gain = leg - distanceIn(tour, city, near);
    if (gain <= 0) return undefined;
    const beyond = stepFrom(tour, near, direction);
    if (gain + distanceIn(tour, near, beyond) <= distanceIn(tour, next, beyond)) continue;
    if (direction === 1) reverseWay(tour, next, near);
    else reverseWay(tour, city, beyond);
    return [city, next, near, beyond];
  }
  return undefined;
}

/** Moves the way of up to three cities that begins at a city, and runs in a direction, next to a neighbour. */
function orOpt(tour: Tour, neighbours: Neighbours, city: number, direction: Direction): readonly number[] | undefined {
  const before = stepFrom(tour, city, -direction);
  for (let count = 1; count <= LONGEST_WAY && count <= tour.length - 3; count += 1) {
    const end = stepFrom(tour, city, direction * (count - 1));
    const after = stepFrom(tour, end, direction);
    const gain = distanceIn(tour, before, city) + distanceIn(tour, end, after) - distanceIn(tour, before, after);
    const way = { city, end, before, after, count, direction };
    const touched = gain > 0 ? insertWay(tour, neighbours, way, gain) : undefined;
    if (touched !== undefined) return touched;
  }
  return undefined;
}

interface Way {
  readonly city: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly count: number;
  readonly direction: Direction;
}

/** Puts the way where its first city lies next to a neighbour, if that costs less than taking it out gains. */
function insertWay(tour: Tour, { each, list }: Neighbours, way: Way, gain: number): readonly number[] | undefined {
  const { city, end, before, after, direction } = way;
  for (let rank = 0; rank < each; rank += 1) {
    const near = list[city * each + rank] as number;
    const leg = distanceIn(tour, near, city);
    if (leg >= gain) return undefined;
    if (isWithin(tour, way, near)) continue;
    for (const side of DIRECTIONS) {
      const other = stepFrom(tour, near, side);
      if (isWithin(tour, way, other)) continue;
      if (leg + distanceIn(tour, end, other) - distanceIn(tour, near, other) >= gain) continue;
      putWay(tour, way, side === 1 ? near : other, side === direction);
      return [city, end, before, after, near, other];
    }
  }
  return undefined;
}

function isWithin({ at, length }: Tour, { city, count, direction }: Way, other: number): boolean {
  const steps = ((at[other] as number) - (at[city] as number)) * direction;
  return (steps + length) % length < count;
}

/** The first city of the way lies next to the neighbour: before it, the way runs as it ran, or it is turned around. */
function putWay(tour: Tour, { city, end, direction }: Way, behind: number, keeps: boolean): void {
  if (direction === 1) moveWay(tour, city, end, behind, !keeps);
  else moveWay(tour, end, city, behind, !keeps);
}
