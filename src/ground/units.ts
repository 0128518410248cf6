import { decimalsOf } from "./numeral.js";
import { type Rational, tenTo } from "./rational.js";

/**
 * Decimals as whole numbers of a last decimal place that they have in common: sums, comparisons and prints of half a million of them
 * need no common divisors any more.
 */
export interface Units {
  /** The value in units. */
  readonly of: (value: Rational) => bigint;
}

/** The fewest decimals in which all the values, finite decimals, can be written. */
export function commonUnits(values: Iterable<Rational>): Units {
  const factors = new Map<bigint, bigint>();
  for (const { d } of values) factors.set(d, 0n);
  const decimals = [...factors.keys()].reduce((most, d) => Math.max(most, decimalsOf({ n: 1n, d })), 0);
  const unit = tenTo(decimals);
  for (const d of factors.keys()) factors.set(d, unit / d);
  return { of: ({ n, d }) => n * (factors.get(d) as bigint) };
}
