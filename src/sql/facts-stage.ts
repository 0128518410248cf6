import { dayOf, dayText } from "../ground/dates.js";
import { readRange } from "./column.js";
import { literal } from "./dialect.js";
import type { SqlColumn } from "./options.js";
import { absentOf, type Column, type Item, type Program, type Stage, valueOf } from "./program.js";

/** The table's name within the first stage. */
const SOURCE = "source";
/** A column that is handed on, until the last stage gives it its name back. */
export const keptOf = (index: number): string => `keep_${String(index + 1)}`;

/** The table: each fact as it counts, NULL where it is unknown, stale or invalid. */
export function factsStage(program: Program): Stage {
  const { options, items } = program;
  const kept = options.keep.map((name, index) => ({ name: keptOf(index), sql: named(name, program) }));
  return { name: "facts", columns: [...kept, ...items.flatMap((item) => factColumns(item, program))] };
}

/** What the first stage selects from. */
export function tableOf({ options, dialect }: Program): string {
  return `${options.table.map(dialect.quote).join(".")} AS ${SOURCE}`;
}

function named(name: string, { dialect }: Program): string {
  return `${SOURCE}.${dialect.quote(name)}`;
}

function factColumns(item: Item, program: Program): Column[] {
  const { source, indicator } = item;
  if (source === null) return [];
  const value = named(source.column, program);
  const guards = guardsOf(item, source, program).map((guard) => `WHEN ${guard} THEN NULL`);
  const guarded = (sql: string): string => (guards.length === 0 ? sql : `CASE ${guards.join(" ")} ELSE ${sql} END`);
  const [first, ...others] = valuesOf(item, source, value, program).map(
    ({ name, sql }): Column => ({ name, sql: guarded(sql) }),
  );
  return [{ ...(first as Column), note: indicator.id }, ...others, ...absentColumn(item, source, value, program)];
}

function valuesOf(item: Item, { scale }: SqlColumn, value: string, { dialect }: Program): Column[] {
  const { numeric, indicator } = item;
  if (numeric === null)
    return [{ name: valueOf(item), sql: indicator.kind === "choice" ? dialect.print(value) : value }];
  const message = `keyaccount: a value of ${indicator.id} has more decimals than can be computed exactly`;
  return numeric.readings.map(({ reading }, index) => ({
    name: reading.column,
    sql: readRange(value, numeric, index, scale !== undefined, message, dialect),
  }));
}

function absentColumn(item: Item, source: SqlColumn, value: string, program: Program): Column[] {
  if (source.notApplicable === undefined) return [];
  const isLate = lateness(source, program).map((late) => `WHEN ${late} THEN FALSE`);
  const isAbsent = `WHEN ${named(source.notApplicable, program)} AND ${value} IS NULL THEN TRUE`;
  return [{ name: absentOf(item), sql: `CASE ${[...isLate, isAbsent].join(" ")} ELSE FALSE END` }];
}

/** When a fact doesn't count although there is a value. */
function guardsOf(item: Item, source: SqlColumn, program: Program): string[] {
  const absent = source.notApplicable === undefined ? [] : [named(source.notApplicable, program)];
  return [...absent, ...lateness(source, program), ...staleness(item, source, program)];
}

/** Observed after `asOf`: a moment's day may be another one elsewhere, so a day later still counts. */
function lateness({ observedAt }: SqlColumn, program: Program): string[] {
  const { asOf } = program.options;
  if (observedAt === undefined || asOf === null) return [];
  const last = dayText((dayOf(asOf) as number) + (asOf.length > 10 ? 1 : 0));
  return last === null ? [] : [`${dayIn(observedAt, program)} > DATE ${literal(last)}`];
}

function staleness({ indicator }: Item, { observedAt }: SqlColumn, program: Program): string[] {
  const { asOf } = program.options;
  if (observedAt === undefined || asOf === null || indicator.maxAgeDays === Infinity) return [];
  const first = dayText((dayOf(asOf) as number) - indicator.maxAgeDays);
  return first === null ? [] : [`${dayIn(observedAt, program)} < DATE ${literal(first)}`];
}

function dayIn(column: string, program: Program): string {
  return `CAST(${named(column, program)} AS DATE)`;
}
