import { printDecimal } from "../ground/numeral.js";
import { ceiling, type Rational, rational, roundHalfAway, tenTo } from "../ground/rational.js";
import { cast, type Dialect, whole } from "./dialect.js";

/** A numeric fact in a column: its value times 10^scale, a whole number within bounds (a decimal, where numbers are unbounded), or NULL. */
export interface Reading {
  readonly column: string;
  readonly scale: number;
  readonly least: bigint;
  readonly most: bigint;
  /** Whether the column's type is the dialect's wide one, not BIGINT. */
  readonly isWide: boolean;
}

/** An expression, the largest size, up or down, that a number in it can reach, and that of its outcome. */
export interface Sized {
  readonly sql: string;
  readonly size: bigint;
  readonly outcome: bigint;
}

/** Whether BIGINT holds all numbers of that size. */
export function isNarrow(size: bigint): boolean {
  return size < 2n ** 63n;
}

/** Whether the dialect's wide type holds all numbers of that size: DuckDB's HUGEINT and Spark's DECIMAL(38, 0) have 38 digits. */
export function fits(size: bigint, { isUnbounded }: Dialect): boolean {
  return isUnbounded || String(size).length <= 38;
}

/** |n| */
export function sizeOf(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** The greatest of some whole numbers. */
export function greatestOf(...numbers: readonly bigint[]): bigint {
  return numbers.reduce((most, n) => (n > most ? n : most));
}

/** A line `(p·x + q) ÷ r` with `r > 0`. */
export interface Slope {
  readonly p: bigint;
  readonly q: bigint;
  readonly r: bigint;
}

/** The line's value for a reading, rounded half away from zero to a whole number. */
export function roundedLine(line: Slope, a: Reading, dialect: Dialect): Sized {
  const { p, q, r } = onScale(line, a.scale);
  if (p === 0n) return constant(roundHalfAway(q, r));
  const [one, other] = [p * a.least + q, p * a.most + q];
  const size = 2n * (sizeOf(p) * greatestOf(-a.least, a.most) + sizeOf(q)) + r;
  const { value, isWide } = operand(a, size, dialect);
  const rounded = (sign: bigint): string =>
    dialect.quotient(`(${linear(2n * sign * p, value, 2n * sign * q + r)})`, whole(2n * r), isWide);
  const sql =
    one >= 0n && other >= 0n
      ? rounded(1n)
      : one <= 0n && other <= 0n
        ? `-(${rounded(-1n)})`
        : `CASE WHEN ${linear(p, value, q)} < 0 THEN -(${rounded(-1n)}) ELSE ${rounded(1n)} END`;
  return { sql, size, outcome: size / (2n * r) + 1n };
}

function constant(value: bigint): Sized {
  return { sql: whole(value), size: sizeOf(value), outcome: sizeOf(value) };
}

/** `n ÷ (r·x)` for a reading above zero, rounded half away from zero to a whole number; `n` and `r` above zero. */
export function roundedReciprocal(n: bigint, r: bigint, a: Reading, dialect: Dialect): Sized {
  const { n: top, d: bottom } = rational(n * tenTo(a.scale), r);
  const size = 2n * top + 2n * bottom * a.most;
  const { value, isWide } = operand(a, size, dialect);
  const sql = dialect.quotient(`(${linear(bottom, value, 2n * top)})`, `(${linear(2n * bottom, value, 0n)})`, isWide);
  return { sql, size, outcome: top / (bottom * a.least) + 1n };
}

/** The line over the reading's whole number, in the smallest whole numbers. */
function onScale({ p, q, r }: Slope, scale: number): Slope {
  const [slope, offset] = [rational(p, r * tenTo(scale)), rational(q, r)];
  const shared = rational(slope.d, offset.d);
  return { p: slope.n * shared.d, q: offset.n * shared.n, r: slope.d * shared.d };
}

function operand({ column, isWide }: Reading, size: bigint, dialect: Dialect): { value: string; isWide: boolean } {
  const isCast = !isWide && !isNarrow(size);
  return { value: isCast ? cast(column, dialect.wide) : column, isWide: isWide || isCast };
}

function linear(p: bigint, value: string, q: bigint): string {
  const term = p === 1n ? value : `${whole(p)} * ${value}`;
  return q === 0n ? term : `${term} ${q < 0n ? "-" : "+"} ${String(sizeOf(q))}`;
}

const COMPARISONS = { below: "<", atLeast: ">=", above: ">", atMost: "<=" } as const;
/** How a value may lie to a bound. */
export type Comparison = keyof typeof COMPARISONS;

/** Whether a reading lies below, above … a decimal. */
export function compared(a: Reading, how: Comparison, bound: Rational, { isUnbounded }: Dialect): string {
  const at = rational(bound.n * tenTo(a.scale), bound.d);
  const up = ceiling(at.n, at.d);
  const whole = how === "below" || how === "atLeast" ? up : -ceiling(-at.n, at.d);
  return `${a.column} ${COMPARISONS[how]} ${isUnbounded ? printDecimal(at) : String(whole)}`;
}
