import type { DecimalString } from "../ground/numeral.js";
import { addUnits, type Whole } from "../ground/scaled.js";
import { shareOf } from "./share.js";
import type { Totals } from "./volumes.js";

/** How many clients are in a class. */
export interface ClientsSummary {
  readonly clients: number;
  /** Clients ÷ all clients that have a class, four decimals; `null` where none has. */
  readonly clientShare: number | null;
}

/** How many clients are in a class, and what they buy. */
export interface AmountSummary extends ClientsSummary {
  /** The sum of their amounts, returns included. */
  readonly amount: DecimalString;
  /** The sum of their amounts above zero ÷ all amounts above zero, four decimals; `null` where nothing was bought at all. */
  readonly amountShare: number | null;
}

/** How many clients, of so many. */
export function summaryOf(clients: number, all: number): ClientsSummary {
  return { clients, clientShare: all > 0 ? shareOf(clients, all) : null };
}

/** Counts clients by class; those without one (`null`) aren't counted. */
export function summariesBy<C extends string>(
  codes: readonly C[],
  classes: readonly (C | null)[],
): { readonly [K in C]: ClientsSummary } {
  const counts = new Map<C, number>(codes.map((code) => [code, 0]));
  let all = 0;
  for (const code of classes) {
    if (code === null) continue;
    counts.set(code, (counts.get(code) as number) + 1);
    all += 1;
  }
  return byCode(codes, (code) => summaryOf(counts.get(code) as number, all));
}

/** Counts and sums clients by class; `wholes` are their amounts, in the same order. */
export function amountsBy<C extends string>(
  codes: readonly C[],
  classes: readonly (C | null)[],
  wholes: readonly Whole[],
  { total, zero, print }: Totals,
): { readonly [K in C]: AmountSummary } {
  const counts = summariesBy(codes, classes);
  const sums = new Map(codes.map((code) => [code, { all: zero, bought: zero }]));
  wholes.forEach((whole, index) => {
    const sum = sums.get(classes[index] as C);
    if (sum === undefined) return;
    sum.all = addUnits(sum.all, whole);
    if (whole > 0) sum.bought = addUnits(sum.bought, whole);
  });
  return byCode(codes, (code) => {
    const { all, bought } = sums.get(code) as { readonly all: Whole; readonly bought: Whole };
    return { ...counts[code], amount: print(all), amountShare: total > 0 ? shareOf(bought, total) : null };
  });
}

function byCode<C extends string, T>(codes: readonly C[], of: (code: C) => T): { readonly [K in C]: T } {
  return Object.fromEntries(codes.map((code) => [code, of(code)])) as { readonly [K in C]: T };
}
