import { PART_BITS } from "./game.js";

/** A value to be rounded to whole ticks; `key` settles ties. */
export interface Portion {
  readonly key: string;
  /** In 2^-72 of a tick. */
  readonly value: bigint;
}

/**
 * Rounds values to whole ticks that sum exactly to `target`: cut towards zero, then a unit each by the largest remainder in the direction of
 * what is left, ties by size, then by key in code-unit order. A value of zero stays zero. Negating all values and the target negates every result.
 */
export function apportion(target: bigint, portions: readonly Portion[]): bigint[] {
  const unit = 1n << PART_BITS;
  const ticks = portions.map(({ value }) => value / unit);
  const left = ticks.reduce((rest, tick) => rest - tick, target);
  const direction = left < 0n ? -1n : 1n;
  const order = portions
    .map(({ key, value }, index) => ({ key, index, size: magnitude(value), remainder: (value % unit) * direction }))
    .filter(({ size }) => size > 0n)
    .sort((a, b) => descending(a.remainder, b.remainder) || descending(a.size, b.size) || (a.key < b.key ? -1 : 1));
  const count = BigInt(order.length);
  order.forEach(({ index }, place) => {
    const units = (left * direction + count - 1n - BigInt(place)) / count;
    ticks[index] = (ticks[index] as bigint) + units * direction;
  });
  return ticks;
}

/** The size of a whole number. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** For sorting, the largest first. */
export function descending(a: bigint, b: bigint): -1 | 0 | 1 {
  return a > b ? -1 : a < b ? 1 : 0;
}
