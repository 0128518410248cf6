import type { Line } from "../evaluation/exact/line.js";
import { MOST_TICKS } from "../evaluation/exact/ticks.js";
import type { NumericPart, ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { type DecimalString, exactly } from "../ground/numeral.js";
import {
  ceiling,
  compare,
  greatest,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  tenTo,
  times,
} from "../ground/rational.js";
import { sizeOf } from "./whole.js";

/** Which values an indicator tells apart. */
export interface Extent {
  /** Values beyond 10^digits, up or down, are worth what 10^digits is. */
  readonly digits: number;
  /** Positive values below it are worth what it is; for ratios of which less is better. */
  readonly start: Rational | null;
  /** Of the values nearer to 0 than 10^-decimals, all of one sign are worth the same. */
  readonly decimals: number;
}

/** The extent of a numeric indicator, wide enough for the decimals that limits compare it with. */
export function extentOf(indicator: ResolvedIndicator, numeric: NumericPart, limits: readonly DecimalString[]): Extent {
  const lines = linesOf(indicator, numeric);
  const places = [...numeric.curve.starts, numeric.min, numeric.max].flatMap((at) => (at === null ? [] : [at.text]));
  const bounds = [...places, ...limits].map(exactly);
  const far = lines.map(({ line, needed }) => farthest(line, needed));
  const start = lines.map(({ line, needed }) => nearest(line, needed)).find((at) => at !== null) ?? null;
  const reach = [...far, ...bounds.map((at) => plus(size(at), ONE))].reduce(greatest, ONE);
  const grains = [
    ...lines.map(({ line }) => (line.reciprocal ? 1n : 2n * sizeOf(line.bigP))),
    ...bounds.map(({ d }) => d),
    start === null ? 1n : ceiling(start.d, start.n),
  ];
  return {
    digits: digitsOf(ceiling(reach.n, reach.d)),
    start,
    decimals: Math.max(...grains.map(digitsOf)),
  };
}

interface Needed {
  readonly line: Line;
  /** A size of its value at which the outcome is settled. */
  readonly needed: Rational;
}

/** The lines that read the fact itself. */
function linesOf(indicator: ResolvedIndicator, { curve, relative, relativeUnit }: NumericPart): Needed[] {
  const most = BigInt(mostTicks(indicator)) + 1n;
  if (relative === null) {
    return curve.pieces.map(({ points }) => ({ line: points, needed: { n: most, d: 1n } }));
  }
  const [first] = curve.pieces.map(({ points }) => rational(most * points.bigR * BigInt(relativeUnit), points.bigP));
  const settled = { n: BigInt(MOST_TICKS), d: 1n };
  const enough = first === undefined || compare(settled, first) < 0 ? settled : first;
  return [{ line: relative, needed: plus(enough, ONE) }];
}

/** The largest size of an indicator's points that counts, in ticks. */
export function mostTicks({ least, most, highest }: ResolvedIndicator): number {
  const sizes = [least.points, most.points].map(Math.abs);
  return Math.max(...sizes.map((ticks) => (Number.isFinite(ticks) ? ticks : highest)));
}

/** From there on, up and down, the line's value is at least as large as needed; a reciprocal's rounds to 0. */
function farthest({ reciprocal, bigP, bigQ, bigR }: Line, needed: Rational): Rational {
  if (reciprocal) return plus(rational(2n * bigP, bigR), ONE);
  if (bigP === 0n) return ONE;
  return over(plus(times(needed, { n: bigR, d: 1n }), { n: sizeOf(bigQ), d: 1n }), { n: sizeOf(bigP), d: 1n });
}

/** Down from there a reciprocal's value is at least as large as needed. */
function nearest({ reciprocal, bigP, bigR }: Line, needed: Rational): Rational | null {
  return reciprocal ? over(rational(bigP, bigR), needed) : null;
}

const size = ({ n, d }: Rational): Rational => ({ n: sizeOf(n), d });

/** The least number of digits k with 10^k above n. */
const digitsOf = (n: bigint): number => String(n).length;

/** 10^k as a fraction. */
export function power(k: number): Rational {
  return k < 0 ? { n: 1n, d: tenTo(-k) } : { n: tenTo(k), d: 1n };
}
