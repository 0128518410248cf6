import { exactly } from "../../ground/numeral.js";
import { type Rational, rational, roundHalfAway } from "../../ground/rational.js";
import { divideRound, EXACT_INTEGERS, MOST_TICKS } from "./ticks.js";

/**
 * Rounded points as a function of the actual value a: `(P·a + Q) / R` ticks, half away from zero, or for a reciprocal
 * `P / (R·a)`. P, Q and R are whole, so nothing is rounded before the end.
 */
export interface Line {
  readonly reciprocal: boolean;
  /** P / R as a double; NaN where floats can't bound the error. */
  readonly slope: number;
  /** Q / R as a double. */
  readonly offset: number;
  /** P, Q and R as doubles; NaN where one of them isn't below 2^53. */
  readonly p: number;
  readonly q: number;
  readonly r: number;
  readonly bigP: bigint;
  readonly bigQ: bigint;
  readonly bigR: bigint;
}

const SMALLEST_SAFE = 1e-290;

/** The line `slope · a + offset`. */
export function line(slope: Rational, offset: Rational): Line {
  const shared = rational(slope.d, offset.d);
  const bigR = slope.d * shared.d;
  return make(false, slope.n * shared.d, offset.n * shared.n, bigR);
}

/** The reciprocal `numerator / a`. */
export function reciprocal(numerator: Rational): Line {
  return make(true, numerator.n, 0n, numerator.d);
}

function make(isReciprocal: boolean, bigP: bigint, bigQ: bigint, bigR: bigint): Line {
  const [p, q, r] = [Number(bigP), Number(bigQ), Number(bigR)];
  const isWhole = Math.max(Math.abs(p), Math.abs(q), r) < EXACT_INTEGERS;
  return {
    reciprocal: isReciprocal,
    slope: safeQuotient(p, r),
    offset: safeQuotient(q, r),
    p: isWhole ? p : NaN,
    q,
    r,
    bigP,
    bigQ,
    bigR,
  };
}

function safeQuotient(n: number, d: number): number {
  const quotient = n / d;
  return n === 0 || Math.abs(quotient) > SMALLEST_SAFE ? quotient : NaN;
}

/**
 * The line's value at the decimal that `a` prints (or that `text` holds, where a fact came as text and `a` is its nearest
 * double), rounded to whole ticks half away from zero, exactly; ±Infinity beyond 10^15 ticks. A reciprocal is asked above 0 only.
 *
 * Three tiers, each dearer than the one before and all with the same answer. *Floats*: the operands and operations
 * together lose at most 6u of the terms' size (u = 2^-53), so whenever the fraction is further than 8u from one half, the rounding is
 * certain. *Grid*: where a = A / 10^d with whole A, whole doubles divide exactly; on lines through decimal data ties are common, so
 * this tier carries much there. *Exact*: bigints of the printed decimal. (The idea of filters: Shewchuk 1997, Adaptive Precision
 * Floating-Point Arithmetic.)
 */
export function roundLine(of: Line, a: number, text: string | null): number {
  const fast = roundByFloats(of, a);
  if (fast === fast) return fast;
  const grid = of.reciprocal || (text !== null && text !== String(a)) ? NaN : roundOnGrid(of, a);
  return grid === grid ? grid : roundExactly(of, text ?? String(a));
}

const SLACK = 2 ** -50;
/** What subnormal operands may lose: 2^-1075 × 2^1024, and some more. */
const UNDERFLOW = 2 ** -49;

function roundByFloats(of: Line, a: number): number {
  const term = of.reciprocal ? of.slope / a : of.slope * a;
  const value = term + of.offset;
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const part = size - whole;
  const slack = (Math.abs(term) + Math.abs(of.offset)) * SLACK + UNDERFLOW;
  if (!(Math.abs(part - 0.5) > slack)) return NaN;
  const rounded = part < 0.5 ? whole : whole + 1;
  return value < 0 ? -rounded : rounded;
}

const GRID = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

function roundOnGrid(of: Line, a: number): number {
  for (const unit of GRID) {
    const whole = Math.round(a * unit);
    if (whole / unit === a && Math.abs(whole) < MOST_TICKS) return divideOnGrid(of, whole, unit);
  }
  return NaN;
}

function divideOnGrid({ p, q, r }: Line, whole: number, unit: number): number {
  const [term, offset, d] = [p * whole, q * unit, r * unit];
  const isExact = Math.abs(term) + Math.abs(offset) + d < EXACT_INTEGERS && Math.abs(term + offset) / d <= MOST_TICKS;
  return isExact ? divideRound(term + offset, d) : NaN;
}

/** The reference: bigints of the decimal itself, no filter. ±Infinity beyond 10^15 ticks. */
export function roundExactly(of: Line, text: string): number {
  const a = exactly(text);
  const ticks = Number(
    of.reciprocal
      ? roundHalfAway(of.bigP * a.d, of.bigR * a.n)
      : roundHalfAway(of.bigP * a.n + of.bigQ * a.d, of.bigR * a.d),
  );
  return Math.abs(ticks) <= MOST_TICKS ? ticks : ticks * Infinity;
}
