import type { Instant, PlainDate } from "../ground/dates.js";
import { decimal, divideDecimals, sumDecimals } from "../ground/decimal.js";
import { addMonths, lastDay, monthOf, type PlainMonth } from "../ground/months.js";
import type { DecimalString, Quantity } from "../ground/numeral.js";
import type { TradeMonth, TradeRecord } from "./record/trade.js";
import { checkTradeArguments } from "./trade-arguments.js";

const YEAR = 12;

/** What {@link tradeFacts} takes besides the record. */
export interface TradeFactsOptions {
  /** The day of the question. The span ends with the last month that is over before it. */
  readonly asOf: PlainDate | Instant;
  /** Length of the span in months, 1 … 120; 12 unless told. */
  readonly months?: number | undefined;
  /** Our own revenue over the same span, in the record's currency, zero or more: gives `revenueShare`. Of `"0"` there is no share. */
  readonly revenue?: DecimalString | undefined;
  /** What our average client buys from us in a year, in the record's currency, zero or more: gives `annualVolume`, unless it is zero. */
  readonly averageSales?: DecimalString | undefined;
  /** Our average margin rate, `"0.2"` for 20 %: gives `marginContribution`, unless it is zero or less. */
  readonly averageMargin?: DecimalString | undefined;
}

/** A fact computed from a trade record. */
export interface TradeFact {
  readonly value: DecimalString;
  /** The last day of the span. */
  readonly observedAt: PlainDate;
  readonly source: "trade";
}

/** The facts of a trade record (D1.6, E2.1, E2.2). What can't be known from the record is absent. */
export interface TradeFacts {
  /** Our sales over the span, scaled to twelve months: an amount with two decimals at most, exact for spans of 12. */
  readonly annualSales?: TradeFact;
  /** All that the client bought over the span, scaled likewise. Needs its purchases of every month of the span; absent where the record contradicts itself, our sales being negative or above them. */
  readonly annualPurchases?: TradeFact;
  /** `annualPurchases` ÷ what our average client buys from us; four decimals. Needs `averageSales`. */
  readonly annualVolume?: TradeFact;
  /** Orders over the span, scaled to twelve months; two decimals at most. Needs the orders of every month of trade. */
  readonly orderFrequency?: TradeFact;
  /** Months of the span with sales above zero. */
  readonly activeMonths?: TradeFact;
  /** Active months ÷ months of the span, 0 … 1; four decimals. */
  readonly tradeRegularity?: TradeFact;
  /** (sales of the span − sales of the span before) ÷ sales of the span before; four decimals. Absent if those weren't above zero. */
  readonly volumeGrowth?: TradeFact;
  /** Our sales ÷ all that the client bought, 0 … 1; four decimals. Needs its purchases of every month of the span; absent where the record contradicts itself, our sales being negative or above them. */
  readonly purchaseShare?: TradeFact;
  /** (our margin ÷ our sales) ÷ our average margin rate; four decimals. Needs `averageMargin`, the margin of every month of trade, and sales. */
  readonly marginContribution?: TradeFact;
  /** Our sales to it ÷ our own revenue; four decimals. Needs `revenue`. */
  readonly revenueShare?: TradeFact;
}

/**
 * The facts that a trade record shows for the last whole months before `asOf` (D1.6), ready for `evaluate`. All arithmetic is
 * exact decimal, rounded once, half away from zero. Where the record doesn't cover the whole span nothing is known, and the
 * map is empty; a month that is covered but has no entry counts as no sales and no orders, while the client's purchases in it
 * stay unknown. A share of nothing, or of less, is no fact.
 *
 * Faulty arguments are a programmer's mistakes and throw one `KeyAccountError` with all of them: an `asOf` that is no date
 * (`not-a-date` at `asOf`), a length or an amount out of bounds (`out-of-range`), an amount that is no decimal, such as `""` or
 * `"1,000"` (`not-a-decimal`), and a record that `parseTradeRecord` wouldn't take (at `trade.months.0.sales` …).
 *
 * @example
 * ```ts
 * import { tradeFacts } from "keyaccount/models";
 *
 * const trade = {
 *   v: 1 as const, currency: "CNY", from: "2026-05", to: "2026-10",
 *   months: [
 *     { month: "2026-08", sales: "1000", purchases: "4000", orders: 2 },
 *     { month: "2026-09", sales: "500.50", purchases: "1000", orders: 1 },
 *     { month: "2026-10", sales: "0", purchases: "1000", orders: 0 },
 *   ],
 * };
 * const facts = tradeFacts(trade, { asOf: "2026-11-21", months: 3 });
 * facts.annualSales; // => { value: "6002", observedAt: "2026-10-31", source: "trade" }
 * facts.purchaseShare?.value; // => "0.2501"
 * facts.activeMonths?.value; // => "2"
 * tradeFacts(trade, { asOf: "2026-11-21" }); // => {}
 * ```
 */
export function tradeFacts(trade: TradeRecord, options: TradeFactsOptions): TradeFacts {
  checkTradeArguments(trade, options);
  const { asOf, months = YEAR, revenue, averageSales, averageMargin } = options;
  const end = addMonths(monthOf(asOf) as PlainMonth, -1);
  const entries = span(trade, end, months);
  if (entries === null) return {};
  const sales = salesOf(entries);
  const purchases = sumOf(entries, (entry) => entry?.purchases);
  const margin = sumOf(entries, (entry) => (entry === undefined ? "0" : entry.margin));
  const active = entries.filter((entry) => entry !== undefined && decimal(entry.sales).greaterThan(0)).length;
  const values = {
    annualSales: perYear(sales, months),
    annualPurchases: perYear(purchases, months),
    annualVolume: quotient(scaled(purchases, YEAR), scaled(averageSales, months)),
    orderFrequency: perYear(
      sumOf(entries, (entry) => (entry === undefined ? 0 : entry.orders)),
      months,
    ),
    activeMonths: String(active),
    tradeRegularity: divideDecimals(active, months, 4),
    volumeGrowth: growth(span(trade, addMonths(end, -months), months), sales),
    purchaseShare: shareOf(sales, purchases),
    marginContribution: quotient(margin, averageMargin === undefined ? null : scaled(sales, averageMargin)),
    revenueShare: quotient(sales, revenue),
  };
  const known = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, { value, observedAt: lastDay(end), source: "trade" }]));
}

/** A quotient from 0 to 1; `null` for any other. */
function shareOf(part: DecimalString | null, whole: DecimalString | null): DecimalString | null {
  const share = quotient(part, whole);
  return share === null || Number(share) < 0 || Number(share) > 1 ? null : share;
}

/** The months up to `end`, `undefined` for one without trade; `null` if the record doesn't cover them all. */
function span({ from, to, months }: TradeRecord, end: PlainMonth, length: number): (TradeMonth | undefined)[] | null {
  if (addMonths(end, 1 - length) < from || end > to) return null;
  const byMonth = new Map(months.map((entry) => [entry.month, entry]));
  return Array.from({ length }, (_, back) => byMonth.get(addMonths(end, -back)));
}

type Entries = readonly (TradeMonth | undefined)[];

function salesOf(entries: Entries): DecimalString {
  return sumDecimals(entries.map((entry) => entry?.sales ?? "0"));
}

/** The sum of what is known of every month, or `null`. */
function sumOf(entries: Entries, read: (entry: TradeMonth | undefined) => Quantity | undefined): DecimalString | null {
  const known = entries.map(read).filter((value) => value !== undefined);
  return known.length === entries.length ? sumDecimals(known) : null;
}

function perYear(amount: DecimalString | null, months: number): DecimalString | null {
  if (amount === null || months === YEAR) return amount;
  return divideDecimals(decimal(amount).times(YEAR).toString(), months, 2);
}

function growth(before: Entries | null, sales: DecimalString): DecimalString | null {
  if (before === null) return null;
  const base = salesOf(before);
  return quotient(decimal(sales).minus(decimal(base)).toString(), base);
}

function scaled(amount: DecimalString | null | undefined, factor: Quantity): DecimalString | null {
  return amount === null || amount === undefined ? null : decimal(amount).times(decimal(factor)).toString();
}

/** Nothing where the whole isn't above zero: a share of it would say nothing. */
function quotient(part: DecimalString | null, whole: DecimalString | null | undefined): DecimalString | null {
  if (part === null || whole === null || whole === undefined) return null;
  return decimal(whole).greaterThan(0) ? divideDecimals(part, whole, 4) : null;
}
