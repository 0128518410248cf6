import { type DecimalString, decimalsOf, exactly, type Quantity } from "../../../ground/numeral.js";
import { tenTo } from "../../../ground/rational.js";
import type { Fact } from "../../facts.js";

/** Which values of a column are better. */
export const BETTER_DIRECTIONS = ["higher", "lower"] as const;
/** Which values of a column are better. */
export type BetterDirection = (typeof BETTER_DIRECTIONS)[number];

/** A cell: a decimal, a fact that carries one, or nothing known. */
export type DataCell = Fact<Quantity> | null | undefined;

/** Clients as rows: each a record with a decimal per id. Other keys are left alone where `ids` are given. */
export type DataRows<K extends string> = readonly { readonly [P in K]?: DataCell }[];

/** The same by columns: for each id its decimals, client by client. */
export type DataColumns<K extends string> = { readonly [P in K]: readonly Exclude<DataCell, undefined>[] };

/** Whole numbers of a unit of their own, 1 ÷ `unit`, a power of ten. */
export interface Column {
  readonly values: readonly bigint[];
  readonly unit: bigint;
}

/** Columns, all of them as long as rows were used. */
export interface Table {
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  readonly used: number;
  readonly leftOut: number;
}

/** Decimals as whole numbers of the last decimal that any of them has. */
export function wholeColumn(texts: readonly DecimalString[]): Column {
  const values = texts.map(exactly);
  const unit = tenTo(values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0));
  return { values: values.map(({ n, d }) => n * (unit / d)), unit };
}

/** Whether all values are the same. */
export function isConstant(column: readonly bigint[]): boolean {
  return column.every((value) => value === column[0]);
}

/** The least and the greatest value. */
export function rangeOf(column: readonly bigint[]): { readonly least: bigint; readonly most: bigint } {
  const first = column[0] as bigint;
  return {
    least: column.reduce((least, value) => (value < least ? value : least), first),
    most: column.reduce((most, value) => (value > most ? value : most), first),
  };
}
