import type { DecimalString } from "../ground/numeral.js";
import { addUnits, commonScale, type Scaled, type Whole } from "../ground/scaled.js";
import { byId } from "./order.js";
import { shareOf } from "./share.js";

/** A row with its amount in units that all rows have in common: all safe integers, their sum as well, or all bigints. */
export interface InUnits {
  readonly whole: Whole;
}

/** Rows whose amount is known, the largest first, ties by id; those whose amount isn't, by id; and how to write sums of them. */
export interface Ranked<T> {
  readonly known: readonly (T & InUnits)[];
  readonly unknown: readonly T[];
  /** The sum of the amounts above zero. */
  readonly total: Whole;
  readonly zero: Whole;
  readonly print: (whole: Whole) => DecimalString;
  readonly wholeOf: (value: Scaled) => Whole;
}

/** Ranks rows by an amount. */
export function rankByAmount<T extends { readonly id: string }>(
  rows: readonly T[],
  amountOf: (row: T) => Scaled | null,
  others: readonly Scaled[] = [],
): Ranked<T> {
  const { zero, of, print } = commonScale([...others, ...rows.flatMap((row) => amountOf(row) ?? [])]);
  const known: (T & InUnits)[] = [];
  const unknown: T[] = [];
  for (const row of rows) {
    const amount = amountOf(row);
    if (amount === null) unknown.push(row);
    else known.push({ ...row, whole: of(amount) });
  }
  known.sort((one, other) => (one.whole === other.whole ? byId(one, other) : one.whole > other.whole ? -1 : 1));
  return { known, unknown: unknown.sort(byId), total: sumAboveZero(known, zero), zero, print, wholeOf: of };
}

/** The sum of what is above zero: shares are shares of it. */
export function sumAboveZero(rows: Iterable<InUnits>, zero: Whole): Whole {
  let total = zero;
  for (const { whole } of rows) if (whole > 0) total = addUnits(total, whole);
  return total;
}

/** The sum, returns included. */
export function sumOf(rows: Iterable<InUnits>, zero: Whole): Whole {
  let total = zero;
  for (const { whole } of rows) total = addUnits(total, whole);
  return total;
}

/** What a class of clients comes to. */
export function summaryOf(
  members: readonly InUnits[],
  { total, zero, print }: Ranked<unknown>,
): { readonly clients: number; readonly amount: DecimalString; readonly share: number | null } {
  return {
    clients: members.length,
    amount: print(sumOf(members, zero)),
    share: total > 0 ? shareOf(sumAboveZero(members, zero), total) : null,
  };
}
