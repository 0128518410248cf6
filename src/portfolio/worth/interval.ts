import { minus, type Rational, times, ZERO } from "../../ground/rational.js";

/**
 * All that a number may be. An end with a denominator of zero is open: `n` says towards which side. Where each unknown stands once in
 * a formula, these bounds are the tightest there are.
 */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** No bound above. */
export const ABOVE: Rational = { n: 1n, d: 0n };
/** No bound below. */
export const BELOW: Rational = { n: -1n, d: 0n };

/** A known number. */
export function point(value: Rational): Interval {
  return { low: value, high: value };
}

/** Whether a number is known. */
export function isPoint({ low, high }: Interval): boolean {
  return isBound(low) && isBound(high) && order(low, high) === 0;
}

/** Whether an end is a number. */
export function isBound({ d }: Rational): boolean {
  return d !== 0n;
}

/** −1, 0 or 1 as an end is below, equal to or above another. */
export function order(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = isBound(a) || isBound(b) ? a.n * b.d - b.n * a.d : a.n - b.n;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The difference of two intervals. */
export function less(a: Interval, b: Interval): Interval {
  return { low: difference(a.low, b.high, BELOW), high: difference(a.high, b.low, ABOVE) };
}

/** Where both ends are open the bound stays open. */
function difference(a: Rational, b: Rational, open: Rational): Rational {
  if (isBound(a) && isBound(b)) return minus(a, b);
  const isOpen = (!isBound(a) && a.n === open.n) || (!isBound(b) && b.n === -open.n);
  return isOpen ? open : { n: -open.n, d: 0n };
}

/** The product of two intervals. */
export function product(a: Interval, b: Interval): Interval {
  const corners = [corner(a.low, b.low), corner(a.low, b.high), corner(a.high, b.low), corner(a.high, b.high)] as const;
  return {
    low: corners.reduce((least, one) => (order(one, least) < 0 ? one : least)),
    high: corners.reduce((most, one) => (order(one, most) > 0 ? one : most)),
  };
}

/** Nothing of whatever there may be is nothing. */
function corner(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return ZERO;
  if (isBound(a) && isBound(b)) return times(a, b);
  return a.n > 0n === b.n > 0n ? ABOVE : BELOW;
}

/** The interval with its sign turned. */
export function negative(a: Interval): Interval {
  return less(point(ZERO), a);
}

/** How far a number can at most move a sum, by so much per unit of it. */
export function span(a: Interval, effect: Interval): Rational {
  const width = less(point(a.high), point(a.low)).high;
  const moved = product(point(width), effect);
  const down = negative(point(moved.low)).high;
  return order(down, moved.high) > 0 ? down : moved.high;
}
