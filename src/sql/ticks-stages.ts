import { MOST_TICKS } from "../evaluation/exact/ticks.js";
import type { Earned, ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { exactly } from "../ground/numeral.js";
import { type NumericColumn, relativeReading } from "./column.js";
import { curveAt, heldToBounds, ticksOf } from "./curve.js";
import { cast, type Dialect, literal } from "./dialect.js";
import {
  type Column,
  type Item,
  type Program,
  rawOf,
  relativeOf,
  type Stage,
  ticksColumn,
  valueOf,
} from "./program.js";
import { type Comparison, compared, greatestOf, type Reading } from "./whole.js";

/** The rounded relative ratios of the indicators that round them first. */
export function relativesStage(program: Program): Stage {
  return { name: "relatives", columns: program.items.flatMap((item) => relativeColumn(item, program)) };
}

/** What each curve gives, in ticks, before it is held to the indicator's bounds. */
export function curvesStage(program: Program): Stage {
  return { name: "curves", columns: program.items.flatMap((item) => rawColumn(item, program)) };
}

/** Each indicator's points in ticks; NULL where the fact isn't known. */
export function pointsStage(program: Program): Stage {
  const columns = program.items.map((item) => ({
    name: ticksColumn(item),
    sql: cast(pointsOf(item, program), "BIGINT"),
    note: item.indicator.id,
  }));
  return { name: "points", columns };
}

/** Whether a numeric fact lies below, above … a decimal, in whichever range it was read; NULL where it isn't known. */
export function isCompared(column: NumericColumn, how: Comparison, bound: string, { dialect }: Program): string {
  const cases = column.readings.map(({ reading }) => compared(reading, how, exactly(bound), dialect));
  return cases.length === 1 ? cases.join("") : `(${cases.join(" OR ")})`;
}

/** One expression for all ranges: the value is NULL in all but one. */
function perRange({ readings }: NumericColumn, of: (reading: Reading) => string): string {
  const [near, far] = readings.map(({ reading }) => reading) as [Reading, Reading?];
  return far === undefined ? of(near) : `CASE WHEN ${near.column} IS NOT NULL THEN ${of(near)} ELSE ${of(far)} END`;
}

function relativeColumn(item: Item, { dialect }: Program): Column[] {
  const { numeric } = item;
  if (numeric === null || numeric.part.relative === null) return [];
  const { relative } = numeric.part;
  const { start } = numeric.extent;
  const sql = perRange(numeric, (reading) => ticksOf(relative, reading, start, dialect).sql);
  return [{ name: relativeOf(item), sql: cast(sql, dialect.isUnbounded ? dialect.wide : "BIGINT") }];
}

function rawColumn(item: Item, { dialect }: Program): Column[] {
  const { numeric } = item;
  if (numeric === null) return [];
  const { part, extent } = numeric;
  const relative = relativeRange(item, numeric, dialect);
  const ticks = (reading: Reading): string => curveAt(part, reading, extent.start, dialect).sql;
  return [{ name: rawOf(item), sql: relative === null ? perRange(numeric, ticks) : ticks(relative) }];
}

/** The rounded relative ratio as a reading of its own, with the bounds of the range in which it can grow the largest. */
function relativeRange(item: Item, { part, readings, extent }: NumericColumn, dialect: Dialect): Reading | null {
  const { relative } = part;
  if (relative === null) return null;
  const sizes = readings.map(({ reading }) => ticksOf(relative, reading, extent.start, dialect).outcome);
  return relativeReading(relativeOf(item), part, greatestOf(...sizes), dialect);
}

function pointsOf(item: Item, program: Program): string {
  const { indicator, numeric, source } = item;
  if (source === null) return "NULL";
  if (numeric === null) return answersOf(item, program);
  const held = heldToBounds(rawOf(item), indicator);
  const ends = [
    ...outsideDomain(numeric, program),
    ...withoutRatio(numeric, indicator, program),
    ...beyondRatio(item, numeric),
  ];
  return ends.length === 0 ? held : `CASE ${ends.join(" ")} ELSE ${held} END`;
}

/** A rating or share outside its range is no fact. */
function outsideDomain(column: NumericColumn, program: Program): string[] {
  const { min, max } = column.part;
  if (min === null || max === null) return [];
  return [
    `WHEN ${isCompared(column, "below", min.text, program)} THEN NULL`,
    `WHEN ${isCompared(column, "above", max.text, program)} THEN NULL`,
  ];
}

/** A ratio of which less is better earns the most at zero and below; without a cap there is no ratio. */
function withoutRatio(column: NumericColumn, { most }: ResolvedIndicator, program: Program): string[] {
  if (!column.part.isReciprocal) return [];
  return [`WHEN ${isCompared(column, "atMost", "0", program)} THEN ${orNull(most.points)}`];
}

/** A rounded ratio too large to carry counts as infinite. */
function beyondRatio(item: Item, { part }: NumericColumn): string[] {
  if (part.relative === null) return [];
  const { least, most } = item.indicator;
  const column = relativeOf(item);
  return [
    `WHEN ${column} > ${String(MOST_TICKS)} THEN ${orNull(most.points)}`,
    `WHEN ${column} < -${String(MOST_TICKS)} THEN ${orNull(least.points)}`,
  ];
}

const orNull = (ticks: number): string => (Number.isFinite(ticks) ? String(ticks) : "NULL");

/** What each option or answer earns; any other is no fact. */
function answersOf(item: Item, { dialect }: Program): string {
  const value = item.indicator.kind === "choice" ? dialect.bytes(valueOf(item)) : valueOf(item);
  const answers = item.indicator.answers as ReadonlyMap<string | boolean, Earned>;
  const cases = Array.from(answers, ([answer, { points }]) => {
    const code = typeof answer === "string" ? literal(answer) : String(answer).toUpperCase();
    return `WHEN ${value} = ${code} THEN ${String(points)}`;
  });
  return `CASE ${cases.join(" ")} END`;
}
