/** An exact fraction in lowest terms, `n / d` with `d > 0`. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** The zero. */
export const ZERO: Rational = { n: 0n, d: 1n };
/** The one. */
export const ONE: Rational = { n: 1n, d: 1n };

/** A fraction in lowest terms; `d` may be negative, not zero. */
export function rational(n: bigint, d: bigint): Rational {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** a + b */
export function plus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b */
export function minus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b */
export function times(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** a ÷ b; `b` must not be zero. */
export function over(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The lesser of two. */
export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The greater of two. */
export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** The whole number nearest to n ÷ d, ties away from zero; `d > 0`. */
export function roundHalfAway(n: bigint, d: bigint): bigint {
  const rounded = ((n < 0n ? -n : n) * 2n + d) / (d * 2n);
  return n < 0n ? -rounded : rounded;
}

/** A value to so many decimals, ties away from zero. */
export function roundTo({ n, d }: Rational, decimals: number): Rational {
  const unit = tenTo(decimals);
  return rational(roundHalfAway(n * unit, d), unit);
}

/** The least whole number not below n ÷ d; `d > 0`. */
export function ceiling(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n > 0n && quotient * d !== n ? quotient + 1n : quotient;
}

/** 10 to a whole power of 0 or more. */
export function tenTo(power: number): bigint {
  return BigInt(`1${"0".repeat(power)}`);
}
