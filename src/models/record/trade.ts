import type { PlainMonth } from "../../ground/months.js";
import type { DecimalString } from "../../ground/numeral.js";

/**
 * The trade record (D1.6), month by month. It covers the months `from` … `to`, both included: a month between them without
 * an entry had no trade with us; months outside are unknown. Keys of the host's own are kept.
 */
export interface TradeRecord {
  /** The version of this stored shape. */
  readonly v: 1;
  /** The currency of every amount in the record, ISO 4217. */
  readonly currency: string;
  /** The first month covered. */
  readonly from: PlainMonth;
  /** The last month covered, and over: a month still running isn't. */
  readonly to: PlainMonth;
  /** In any order, each month at most once. */
  readonly months: readonly TradeMonth[];
}

/** One month of trade with a client. */
export interface TradeMonth {
  readonly month: PlainMonth;
  /** Our sales to the client, invoiced, less returns; may be negative. */
  readonly sales: DecimalString;
  /** All that the client bought of our kind of goods, from everybody. Absent: unknown. */
  readonly purchases?: DecimalString | undefined;
  /** What the client itself sold of such goods. Absent: unknown. */
  readonly clientSales?: DecimalString | undefined;
  /** Orders that it placed with us. Absent: unknown. */
  readonly orders?: number | undefined;
  /** Goods sent back, as an amount; already taken off `sales`. Absent: unknown. */
  readonly returns?: DecimalString | undefined;
  /** Our gross margin on the sales. Absent: unknown. */
  readonly margin?: DecimalString | undefined;
  /** Sales by product (D1.6 product analysis). */
  readonly products?: readonly ProductSales[] | undefined;
}

/** Sales of one product in a month. */
export interface ProductSales {
  readonly product: string;
  readonly sales: DecimalString;
  /** In the product's own unit. */
  readonly quantity?: DecimalString | undefined;
}
