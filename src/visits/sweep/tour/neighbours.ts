import type { Matrix } from "../matrix.js";

/** Neighbours that moves look at: more find little. */
const NEIGHBOURS = 10;

/** For each place of a tour its nearest others, the nearest first, ties to the lesser index. */
export interface Neighbours {
  readonly each: number;
  /** `list[position * each + rank]` is the position of a neighbour in `places`. */
  readonly list: Int32Array;
}

/** The nearest neighbours of each place among some. */
export function neighboursOf(places: Int32Array, matrix: Matrix): Neighbours {
  const each = Math.min(NEIGHBOURS, places.length - 1);
  const list = new Int32Array(places.length * each);
  const distances = new Float64Array(each);
  for (let one = 0; one < places.length; one += 1) {
    rankNeighbours(one, places, matrix, distances, list.subarray(one * each, (one + 1) * each));
  }
  return { each, list };
}

/** Insertion into a short sorted list. */
function rankNeighbours(
  one: number,
  places: Int32Array,
  { size, units }: Matrix,
  distances: Float64Array,
  ranks: Int32Array,
): void {
  const row = (places[one] as number) * size;
  let found = 0;
  for (let other = 0; other < places.length; other += 1) {
    const distance = units[row + (places[other] as number)] as number;
    if (other === one || (found === ranks.length && distance >= (distances[found - 1] as number))) continue;
    let at = found < ranks.length ? found : found - 1;
    for (; at > 0 && (distances[at - 1] as number) > distance; at -= 1) {
      distances[at] = distances[at - 1] as number;
      ranks[at] = ranks[at - 1] as number;
    }
    distances[at] = distance;
    ranks[at] = other;
    if (found < ranks.length) found += 1;
  }
}
