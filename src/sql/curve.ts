import type { Line } from "../evaluation/exact/line.js";
import type { NumericPart, ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { exactly } from "../ground/numeral.js";
import { ceiling, type Rational, tenTo } from "../ground/rational.js";
import type { Dialect } from "./dialect.js";
import { compared, greatestOf, type Reading, roundedLine, roundedReciprocal, type Sized } from "./whole.js";

/** A line's value for a reading in whole ticks. A reciprocal has one above zero only, and is held to `start` from below. */
export function ticksOf(line: Line, a: Reading, start: Rational | null, dialect: Dialect): Sized {
  if (!line.reciprocal) return roundedLine({ p: line.bigP, q: line.bigQ, r: line.bigR }, a, dialect);
  const ticks = roundedReciprocal(line.bigP, line.bigR, held(a, start, dialect), dialect);
  return { ...ticks, sql: `CASE WHEN ${a.column} > 0 THEN ${ticks.sql} END` };
}

/** The reading above zero, not below a positive value. */
function held(a: Reading, start: Rational | null, { isUnbounded }: Dialect): Reading {
  const from = start === null ? 1n : (start.n * tenTo(a.scale)) / start.d;
  if (isUnbounded || from <= 1n) return { ...a, least: 1n };
  return { ...a, column: `greatest(${a.column}, ${String(from)})`, least: from };
}

/** The points of a curve for a reading, in ticks, before they are held to the indicator's bounds. */
export function curveAt(numeric: NumericPart, a: Reading, start: Rational | null, dialect: Dialect): Sized {
  const { pieces, starts } = numeric.curve;
  const places = starts.map(({ text }) => exactly(text));
  const parts = pieces.map(({ points }, index) =>
    ticksOf(points, between(a, places[index - 1], places[index]), start, dialect),
  );
  const last = parts.at(-1) as Sized;
  const cases = places.map((at, index) => `WHEN ${compared(a, "below", at, dialect)} THEN ${parts[index]?.sql ?? ""}`);
  const sql = [`CASE WHEN ${a.column} IS NULL THEN NULL`, ...cases, `ELSE ${last.sql} END`].join(" ");
  return {
    sql: parts.length === 1 && pieces[0]?.points.bigP !== 0n ? last.sql : sql,
    size: greatestOf(...parts.map((part) => part.size)),
    outcome: greatestOf(...parts.map((part) => part.outcome)),
  };
}

/** The reading with the bounds that it has between two places. */
function between(a: Reading, from: Rational | undefined, to: Rational | undefined): Reading {
  const least = from === undefined ? a.least : within(a, -ceiling(-from.n * tenTo(a.scale), from.d));
  const most = to === undefined ? a.most : within(a, ceiling(to.n * tenTo(a.scale), to.d));
  return { ...a, least, most };
}

const within = ({ least, most }: Reading, n: bigint): bigint => (n < least ? least : n > most ? most : n);

/** Ticks held to an indicator's bounds; NULL where they lie beyond what counts, or on the wrong side of no bound. */
export function heldToBounds(ticks: string, { least, most, highest }: ResolvedIndicator): string {
  const low = Number.isFinite(least.points)
    ? `WHEN ${ticks} < ${String(least.points)} THEN ${String(least.points)}`
    : `WHEN ${ticks} < ${String(-highest)} THEN NULL`;
  const high = Number.isFinite(most.points)
    ? `WHEN ${ticks} > ${String(most.points)} THEN ${String(most.points)}`
    : `WHEN ${ticks} > ${String(highest)} THEN NULL`;
  return `CASE ${low} ${high} ELSE ${ticks} END`;
}
