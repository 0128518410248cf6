import type { DecimalString } from "../ground/numeral.js";
import type { Rational } from "../ground/rational.js";
import { commonUnits } from "../ground/units.js";
import { byId } from "./order.js";
import { shareOf } from "./share.js";

/** Rows whose amount is known, the largest first, ties by id; those whose amount isn't, by id; and how to write sums of them. */
export interface Ranked<T> {
  readonly known: readonly (T & { readonly whole: bigint })[];
  readonly unknown: readonly T[];
  /** The sum of the amounts above zero. */
  readonly total: bigint;
  readonly print: (whole: bigint) => DecimalString;
  readonly wholeOf: (value: Rational) => bigint;
}

/** Ranks rows by an amount. */
export function rankByAmount<T extends { readonly id: string }>(
  rows: readonly T[],
  amountOf: (row: T) => Rational | null,
  others: readonly Rational[] = [],
): Ranked<T> {
  const amounts = rows.flatMap((row) => amountOf(row) ?? []);
  const { of, print } = commonUnits([...amounts, ...others]);
  const known: (T & { readonly whole: bigint })[] = [];
  const unknown: T[] = [];
  for (const row of rows) {
    const amount = amountOf(row);
    if (amount === null) unknown.push(row);
    else known.push({ ...row, whole: of(amount) });
  }
  known.sort((one, other) => (one.whole === other.whole ? byId(one, other) : one.whole > other.whole ? -1 : 1));
  return { known, unknown: unknown.sort(byId), total: sumAboveZero(known), print, wholeOf: of };
}

/** The sum of what is above zero: shares are shares of it. */
export function sumAboveZero(rows: Iterable<{ readonly whole: bigint }>): bigint {
  let total = 0n;
  for (const { whole } of rows) if (whole > 0n) total += whole;
  return total;
}

/** The sum, returns included. */
export function sumOf(rows: Iterable<{ readonly whole: bigint }>): bigint {
  let total = 0n;
  for (const { whole } of rows) total += whole;
  return total;
}

/** What a class of clients comes to. */
export function summaryOf(
  members: readonly { readonly whole: bigint }[],
  total: bigint,
  print: (whole: bigint) => DecimalString,
): { readonly clients: number; readonly amount: DecimalString; readonly share: number | null } {
  return {
    clients: members.length,
    amount: print(sumOf(members)),
    share: total > 0n ? shareOf(sumAboveZero(members), total) : null,
  };
}
