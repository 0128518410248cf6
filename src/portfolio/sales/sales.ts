import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** A line of an order book, a return or a credit note as well. */
export interface SalesLine {
  /** The client's id. A number means the text that it prints. Absent, `null`, empty or nothing but spaces: nobody's. */
  readonly client?: string | number | null | undefined;
  /** What the line comes to; below zero for a return. Where it is given, quantity, price and discount aren't read. */
  readonly amount?: Quantity | null | undefined;
  /** Below zero for a return. */
  readonly quantity?: Quantity | null | undefined;
  readonly unitPrice?: Quantity | null | undefined;
  /** A share of the price, 0 … 1; none unless told. */
  readonly discount?: Quantity | null | undefined;
  /** The day, or a moment, of which the day in UTC counts. */
  readonly date?: PlainDate | Instant | null | undefined;
  readonly currency?: string | null | undefined;
}

/** Which lines to sum up. */
export interface SalesOptions {
  /** The first day that counts. */
  readonly from?: PlainDate | undefined;
  /** The last day that counts. */
  readonly to?: PlainDate | undefined;
  /** The currency of the lines to take; the one that most lines name, unless told. */
  readonly currency?: string | undefined;
}

/** Sums of lines. */
export interface SalesSums {
  readonly lines: number;
  /** The sum of all lines above zero. */
  readonly sales: DecimalString;
  /** The sum of all lines below zero, without its sign. */
  readonly returns: DecimalString;
  /** `sales` less `returns`. */
  readonly net: DecimalString;
}

/** What a client bought. */
export interface ClientSales {
  readonly id: string;
  /** `sales` less `returns`: what `classifyAbc` and the others take. */
  readonly amount: DecimalString;
  readonly sales: DecimalString;
  /** Without sign. */
  readonly returns: DecimalString;
  readonly lines: number;
  /** Of `lines`, those below zero. */
  readonly returnLines: number;
  /** The first and the last day of a line above zero; `null` where none has a day. */
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
}

/** Lines of another currency than the one that was taken. */
export interface OtherCurrency extends SalesSums {
  readonly currency: string;
}

/** An order book, client by client. */
export interface SalesResult {
  /** The version of this shape. */
  readonly v: 1;
  /** The currency of all amounts outside `otherCurrencies`; `null` where no line names one. */
  readonly currency: string | null;
  /** All lines that were taken: clients and nobody's. */
  readonly total: SalesSums;
  /** By id in code-unit order. */
  readonly clients: readonly ClientSales[];
  /** The lines that are nobody's. */
  readonly unassigned: SalesSums;
  /** Lines outside the period. */
  readonly outside: number;
  /** Lines of other currencies, by code: in no other sum. */
  readonly otherCurrencies: readonly OtherCurrency[];
  /** Ids that may mean one client: they differ only in case, spaces around them, zeros in front or `.0` at the end. They were not merged. */
  readonly lookalikes: readonly (readonly string[])[];
  /** Lines that couldn't be read: in no sum. */
  readonly faulty: number;
  /** What is wrong with them: the first {@link MOST_SALES_ISSUES}. */
  readonly issues: readonly PortfolioIssue[];
  /** How many issues there are, with those that weren't kept. */
  readonly issueCount: number;
}

/** So many issues are kept. */
export const MOST_SALES_ISSUES = 1000;
