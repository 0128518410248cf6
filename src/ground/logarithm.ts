/** Near 1 ÷ m there is a c ÷ 64, which brings m within a 64th of 1. */
const STEP = 6n;

/**
 * Natural logarithms of whole numbers above zero, in units of 2^-bits, by whole-number arithmetic only: the same digits on every engine.
 * A number is 2^k × m with m from 1 to 2; with c ÷ 64 near 1 ÷ m, ln m = ln(m × c ÷ 64) − ln c + 6 ln 2, and what is left has a fast series,
 * ln t = 2 artanh((t − 1) ÷ (t + 1)). Off by at most (k + 8) × 2 × bits units.
 */
export function logarithms(bits: number): (value: bigint) => bigint {
  const unit = 1n << BigInt(bits);
  const two = twiceArtanh(unit / 3n, bits);
  const known = new Map<bigint, bigint>();
  const small = (c: bigint): bigint => {
    const found = known.get(c) ?? 5n * two + twiceArtanh((unit * (c - 32n)) / (c + 32n), bits);
    known.set(c, found);
    return found;
  };
  return (value) => {
    const power = value.toString(2).length - 1;
    const mantissa = (value << BigInt(bits)) >> BigInt(power);
    const c = ((unit << (STEP + 1n)) / mantissa + 1n) >> 1n;
    const near = (mantissa * c) >> STEP;
    return (BigInt(power) + STEP) * two - small(c) + twiceArtanh(((near - unit) << BigInt(bits)) / (near + unit), bits);
  };
}

/** 2 artanh(z) by its series, z and the result in units of 2^-bits, for |z| of at most a third. */
function twiceArtanh(z: bigint, bits: number): bigint {
  const square = (z * z) >> BigInt(bits);
  let sum = 0n;
  let power = z;
  for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> BigInt(bits);
  }
  return 2n * sum;
}
