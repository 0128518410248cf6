import type { DecimalString } from "../ground/numeral.js";
import { addUnits, commonScale, type Scaled, type Whole } from "../ground/scaled.js";
import { byId } from "./order.js";

/** The sum of the amounts above zero, of which shares are shares, and how to write sums. */
export interface Totals {
  readonly total: Whole;
  readonly zero: Whole;
  readonly print: (whole: Whole) => DecimalString;
}

/** Rows whose amount is known, the largest first, ties by id; and those whose amount isn't, by id. */
export interface Ranked<T> extends Totals {
  readonly known: readonly T[];
  /** Their amounts, in units that all have in common. */
  readonly wholes: readonly Whole[];
  readonly unknown: readonly T[];
  readonly wholeOf: (value: Scaled) => Whole;
}

/** What a client bought, under either of its names. */
export function volumeOf(row: { readonly volume: Scaled | null; readonly amount: Scaled | null }): Scaled | null {
  return row.volume ?? row.amount;
}

/** Ranks rows by an amount. */
export function rankByAmount<T extends { readonly id: string }>(
  rows: readonly T[],
  amountOf: (row: T) => Scaled | null,
  others: readonly Scaled[] = [],
): Ranked<T> {
  const known: T[] = [];
  const unknown: T[] = [];
  const amounts: Scaled[] = [];
  for (const row of rows) {
    const amount = amountOf(row);
    if (amount === null) unknown.push(row);
    else {
      known.push(row);
      amounts.push(amount);
    }
  }
  const { zero, of, print } = commonScale(others.concat(amounts));
  const unsorted = amounts.map(of);
  const order = orderOf(known, unsorted);
  const wholes = order.map((index) => unsorted[index] as Whole);
  return {
    known: order.map((index) => known[index] as T),
    wholes,
    unknown: unknown.sort(byId),
    total: sumAboveZero(wholes, zero),
    zero,
    print,
    wholeOf: of,
  };
}

/** The places of the rows in their order. */
function orderOf(rows: readonly { readonly id: string }[], wholes: readonly Whole[]): number[] {
  type Row = { readonly id: string };
  return rows
    .map((_, index) => index)
    .sort((a, b) => {
      const one = wholes[a] as Whole;
      const other = wholes[b] as Whole;
      return one === other ? byId(rows[a] as Row, rows[b] as Row) : one > other ? -1 : 1;
    });
}

/** The sum of what is above zero. */
function sumAboveZero(wholes: readonly Whole[], zero: Whole): Whole {
  return wholes.reduce((sum, whole) => (whole > 0 ? addUnits(sum, whole) : sum), zero);
}

/** The sum, returns included. */
export function sumOf(wholes: readonly Whole[], zero: Whole): Whole {
  return wholes.reduce(addUnits, zero);
}
