import { MOST_TICKS } from "../evaluation/exact/ticks.js";
import type { NumericPart, ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { exactly } from "../ground/numeral.js";
import { type NumericColumn, relativeReading } from "./column.js";
import { curveAt, heldToBounds, ticksOf } from "./curve.js";
import { cast, literal } from "./dialect.js";
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
import { type Comparison, compared, type Reading, type Sized } from "./whole.js";

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
  const parts = readings.map(({ reading }) => of(reading));
  if (parts.length === 1) return parts.join("");
  const [near, far] = parts;
  return `CASE WHEN ${readings[0]?.reading.column ?? ""} IS NOT NULL THEN ${near ?? ""} ELSE ${far ?? ""} END`;
}

function relativeColumn(item: Item, program: Program): Column[] {
  const { numeric } = item.indicator;
  const relative = numeric?.relative ?? null;
  if (item.numeric === null || relative === null) return [];
  const { start } = item.numeric.extent;
  const sql = perRange(item.numeric, (reading) => ticksOf(relative, reading, start, program.dialect).sql);
  return [{ name: relativeOf(item), sql: cast(sql, program.dialect.isUnbounded ? program.dialect.wide : "BIGINT") }];
}

function rawColumn(item: Item, program: Program): Column[] {
  const { numeric } = item.indicator;
  if (item.numeric === null || numeric === null) return [];
  return [{ name: rawOf(item), sql: rawTicks(item, item.numeric, numeric, program) }];
}

function rawTicks(item: Item, column: NumericColumn, numeric: NumericPart, { dialect }: Program): string {
  const { start } = column.extent;
  const relative = largestRelative(column, numeric, dialect);
  if (relative === null) return perRange(column, (reading) => curveAt(numeric, reading, start, dialect).sql);
  return curveAt(numeric, relativeReading(relativeOf(item), numeric, relative, dialect), null, dialect).sql;
}

/** The relative ratio over the range in which it can grow the largest. */
function largestRelative(
  { readings, extent }: NumericColumn,
  { relative }: NumericPart,
  dialect: Program["dialect"],
): Sized | null {
  if (relative === null) return null;
  const sizes = readings.map(({ reading }) => ticksOf(relative, reading, extent.start, dialect));
  return sizes.reduce((one, other) => (other.outcome > one.outcome ? other : one));
}

function pointsOf(item: Item, program: Program): string {
  const { indicator, numeric } = item;
  if (item.source === null) return "NULL";
  if (numeric === null || indicator.numeric === null) return answersOf(item, program);
  const held = heldToBounds(rawOf(item), indicator);
  const ends = [
    ...outsideDomain(numeric, indicator.numeric, program),
    ...withoutRatio(numeric, indicator, indicator.numeric, program),
    ...beyondRatio(item, indicator.numeric),
  ];
  return ends.length === 0 ? held : `CASE ${ends.join(" ")} ELSE ${held} END`;
}

/** A rating or share outside its range is no fact. */
function outsideDomain(column: NumericColumn, { min, max }: NumericPart, program: Program): string[] {
  if (min === null || max === null) return [];
  return [
    `WHEN ${isCompared(column, "below", min.text, program)} THEN NULL`,
    `WHEN ${isCompared(column, "above", max.text, program)} THEN NULL`,
  ];
}

/** A ratio of which less is better earns the most at zero and below; without a cap there is no ratio. */
function withoutRatio(
  column: NumericColumn,
  { most }: ResolvedIndicator,
  { isReciprocal }: NumericPart,
  program: Program,
): string[] {
  return isReciprocal ? [`WHEN ${isCompared(column, "atMost", "0", program)} THEN ${orNull(most.points)}`] : [];
}

/** A rounded ratio too large to carry counts as infinite. */
function beyondRatio(item: Item, { relative }: NumericPart): string[] {
  if (relative === null) return [];
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
  const cases = Array.from(item.indicator.answers ?? [], ([answer, { points }]) => {
    const code = typeof answer === "string" ? literal(answer) : String(answer).toUpperCase();
    return `WHEN ${value} = ${code} THEN ${String(points)}`;
  });
  return `CASE ${cases.join(" ")} END`;
}
