import type { Matrix } from "../matrix.js";

/** A round trip that moves change: `order[at[city]] === city`. Cities are numbered within the trip, `place` says which place each is. */
export interface Tour {
  readonly length: number;
  readonly order: Int32Array;
  readonly at: Int32Array;
  readonly place: Int32Array;
  readonly matrix: Matrix;
}

/** A round trip over some places in their order. */
export function tourOf(places: Int32Array, matrix: Matrix): Tour {
  const order = Int32Array.from(places.keys());
  return { length: places.length, order, at: Int32Array.from(order), place: places, matrix };
}

/** Its places in their order. */
export function placesOf({ order, place }: Tour): Int32Array {
  return order.map((city) => place[city] as number);
}

/** The distance between two cities. */
export function distanceIn({ place, matrix }: Tour, a: number, b: number): number {
  return matrix.units[(place[a] as number) * matrix.size + (place[b] as number)] as number;
}

/** The city so many steps on. */
export function stepFrom({ order, at, length }: Tour, city: number, steps: number): number {
  return order[((at[city] as number) + steps + length) % length] as number;
}

/** Turns the way from one city on to another around. The rest is turned instead where it is shorter: the same round trip. */
export function reverseWay(tour: Tour, from: number, to: number): void {
  const { at, length } = tour;
  const [first, last] = [at[from] as number, at[to] as number];
  const inside = ((last - first + length) % length) + 1;
  if (inside * 2 <= length) swapEnds(tour, first, last, inside);
  else swapEnds(tour, (last + 1) % length, (first - 1 + length) % length, length - inside);
}

function swapEnds({ order, at, length }: Tour, first: number, last: number, count: number): void {
  let [low, high] = [first, last];
  for (let done = 1; done < count; done += 2) {
    const [a, b] = [order[low] as number, order[high] as number];
    order[low] = b;
    at[b] = low;
    order[high] = a;
    at[a] = high;
    low = (low + 1) % length;
    high = (high - 1 + length) % length;
  }
}

/**
 * Takes the way from one city on to another out, and puts it back behind a city outside of it, turned around if told. What lies between moves up,
 * on the shorter side.
 */
export function moveWay(tour: Tour, from: number, to: number, behind: number, isTurned: boolean): void {
  const { order, at, length } = tour;
  const first = at[from] as number;
  const count = (((at[to] as number) - first + length) % length) + 1;
  const moved = Int32Array.from({ length: count }, (_, index) => order[(first + index) % length] as number);
  const after = ((at[behind] as number) - first + length) % length;
  const forward = after - count + 1;
  const put = (position: number, city: number): void => {
    const index = (position + length) % length;
    order[index] = city;
    at[city] = index;
  };
  const isForward = forward * 2 <= length - count;
  if (isForward) for (let k = 0; k < forward; k += 1) put(first + k, order[(first + count + k) % length] as number);
  else shiftBack(tour, first, count, length - count - forward, put);
  const start = isForward ? first + forward : first + forward - length + count;
  moved.forEach((city, index) => put(start + (isTurned ? count - 1 - index : index), city));
}

function shiftBack(
  { order, length }: Tour,
  first: number,
  count: number,
  backward: number,
  put: (position: number, city: number) => void,
): void {
  for (let k = 1; k <= backward; k += 1) put(first + count - k, order[(first - k + length) % length] as number);
}
