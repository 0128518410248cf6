import type { ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import type { Resolved } from "../evaluation/resolved/resolve.js";
import type { NumericColumn } from "./column.js";
import type { Dialect } from "./dialect.js";
import type { SqlColumn } from "./options.js";
import type { ReadOptions } from "./read-options.js";

/** One indicator on its way through the stages. */
export interface Item {
  readonly indicator: ResolvedIndicator;
  /** Counted from 1; stands in the names of its columns. */
  readonly number: number;
  /** `null`: unknown in every row. */
  readonly source: SqlColumn | null;
  /** How the column of a numeric indicator is read. */
  readonly numeric: NumericColumn | null;
}

/** All that the stages are written from. */
export interface Program {
  readonly resolved: Resolved;
  readonly options: ReadOptions;
  readonly dialect: Dialect;
  readonly items: readonly Item[];
}

/** One SELECT of the chain, over the stage before it. */
export interface Stage {
  readonly name: string;
  /** Expressions with the names of their columns; the columns of the stage before stay. */
  readonly columns: readonly Column[];
}

/** An expression with its name. */
export interface Column {
  readonly name: string;
  readonly sql: string;
  /** Said beside it: an id. */
  readonly note?: string;
}

/** The column with an indicator's value. */
export const valueOf = ({ number }: Item): string => `value_${String(number)}`;
/** The column with an indicator's rounded relative ratio. */
export const relativeOf = ({ number }: Item): string => `relative_${String(number)}`;
/** The column with an indicator's points in ticks before they are held to its bounds. */
export const rawOf = ({ number }: Item): string => `raw_${String(number)}`;
/** The column with an indicator's points in ticks; NULL where its fact isn't known. */
export const ticksColumn = ({ number }: Item): string => `ticks_${String(number)}`;
/** The column that says whether the question doesn't arise. */
export const absentOf = ({ number }: Item): string => `absent_${String(number)}`;

/** Whether the fact is unknown, stale or invalid. */
export function isUnknown(item: Item): string {
  const isNull = `${ticksColumn(item)} IS NULL`;
  return item.source?.notApplicable === undefined ? isNull : `${isNull} AND NOT ${absentOf(item)}`;
}

/** Terms added up; in parts where there are many, since engines bound how deep an expression may nest. */
export function added(terms: readonly string[]): string {
  if (terms.length <= 50) return ["CAST(0 AS BIGINT)", ...terms].join(" + ");
  const half = Math.ceil(terms.length / 2);
  return `(${added(terms.slice(0, half))}) + (${added(terms.slice(half))})`;
}
