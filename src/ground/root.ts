import { type Rational, rational, roundHalfAway } from "./rational.js";

/** The whole part of the square root of a whole number of 0 or more (Newton's method from above). */
export function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The square root of a value of 0 or more to the nearest 1 ÷ `unit`, in that unit; ties away from zero. */
export function rootIn({ n, d }: Rational, unit: bigint): bigint {
  return (wholeRoot((4n * n * unit * unit) / d) + 1n) >> 1n;
}

/** a ÷ b to the nearest 1 ÷ `unit`, as a fraction; ties away from zero. */
export function quotientIn(a: bigint, b: bigint, unit: bigint): Rational {
  return rational(roundHalfAway(a * unit, b), unit);
}
