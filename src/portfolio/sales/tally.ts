import { minusScaled, plusScaled, printWhole, type Scaled } from "../../ground/scaled.js";
import type { ReadSalesLine } from "./read-line.js";
import type { ClientSales, SalesSums } from "./sales.js";

/** What was counted so far. */
export interface Tally {
  lines: number;
  returnLines: number;
  sales: Scaled;
  /** Without sign. */
  returns: Scaled;
  firstOn: string | null;
  lastOn: string | null;
}

const NONE: Scaled = { n: 0, places: 0 };

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return { lines: 0, returnLines: 0, sales: NONE, returns: NONE, firstOn: null, lastOn: null };
}

/** Counts a line. */
export function count(tally: Tally, { amount, day }: ReadSalesLine): void {
  tally.lines += 1;
  if (amount.n < 0) {
    tally.returnLines += 1;
    tally.returns = minusScaled(tally.returns, amount);
  } else if (amount.n > 0) {
    tally.sales = plusScaled(tally.sales, amount);
    widen(tally, day, day);
  }
}

/** Counts what another tally counted. */
export function join(tally: Tally, other: Tally): void {
  tally.lines += other.lines;
  tally.returnLines += other.returnLines;
  tally.sales = plusScaled(tally.sales, other.sales);
  tally.returns = plusScaled(tally.returns, other.returns);
  widen(tally, other.firstOn, other.lastOn);
}

function widen(tally: Tally, first: string | null, last: string | null): void {
  if (first !== null && (tally.firstOn === null || first < tally.firstOn)) tally.firstOn = first;
  if (last !== null && (tally.lastOn === null || last > tally.lastOn)) tally.lastOn = last;
}

/** The sums as they are told. */
export function sumsOf({ lines, sales, returns }: Tally): SalesSums {
  return { lines, sales: write(sales), returns: write(returns), net: write(minusScaled(sales, returns)) };
}

/** A client's sums as they are told. */
export function clientOf(id: string, tally: Tally): ClientSales {
  const { lines, sales, returns, net } = sumsOf(tally);
  const { returnLines, firstOn, lastOn } = tally;
  return { id, amount: net, sales, returns, lines, returnLines, firstOn, lastOn };
}

function write({ n, places }: Scaled): string {
  return printWhole(n, places);
}
