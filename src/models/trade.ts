import * as z from "zod/v4";
import { isPlainMonth, type PlainMonth } from "../ground/months.js";
import type { DecimalString } from "../ground/numeral.js";
import type { Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import {
  AmountSchema,
  CountSchema,
  CurrencySchema,
  DecimalStringSchema,
  LineSchema,
  open,
  PlainMonthSchema,
  VersionSchema,
} from "./leaf.js";
import { parseModel } from "./parse.js";
import { type Rule, repeated, textsOf } from "./rule.js";

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

/** The schema of {@link ProductSales}. */
export const ProductSalesSchema = /* @__PURE__ */ (() =>
  open({ product: LineSchema, sales: DecimalStringSchema, quantity: DecimalStringSchema.optional() }))();

/** The schema of {@link TradeMonth}. */
export const TradeMonthSchema = /* @__PURE__ */ (() =>
  open({
    month: PlainMonthSchema,
    sales: DecimalStringSchema,
    purchases: AmountSchema.optional(),
    clientSales: AmountSchema.optional(),
    orders: CountSchema.optional(),
    returns: AmountSchema.optional(),
    margin: DecimalStringSchema.optional(),
    products: z.array(ProductSalesSchema).max(1000).optional(),
  }))();

/** The schema of {@link TradeRecord}. `.extend` it with the host's own fields. */
export const TradeRecordSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    currency: CurrencySchema,
    from: PlainMonthSchema,
    to: PlainMonthSchema,
    months: z.array(TradeMonthSchema).max(1200),
  }))();

const distinctMonths: Rule = (record) =>
  repeated(textsOf(record, "months", "month")).map(({ text, path }) => ({
    code: "duplicate-month",
    path,
    details: { month: text },
  }));

/** Months as text sort as months do, so texts are compared. */
const monthsInSpan: Rule = (record) => {
  const { from, to } = record;
  if (typeof from !== "string" || typeof to !== "string" || !isPlainMonth(from) || !isPlainMonth(to)) return [];
  if (from > to) return [{ code: "out-of-order", path: ["to"], details: { earlier: from, later: to } }];
  return textsOf(record, "months", "month")
    .filter(({ text }) => isPlainMonth(text) && (text < from || text > to))
    .map(({ text, path }) => ({ code: "outside-span", path, details: { month: text, from, to } }));
};

/** The rules between the fields of a trade record. */
export const TRADE_RULES: readonly Rule[] = [distinctMonths, monthsInSpan];

/**
 * Reads anything into a {@link TradeRecord}, or lists everything that is wrong with it. The second argument is the host's
 * own schema, extended from {@link TradeRecordSchema}.
 *
 * @example
 * ```ts
 * import { parseTradeRecord } from "keyaccount/models";
 *
 * const months = [{ month: "2026-09", sales: "1200.00" }, { month: "2026-09", sales: "80.00" }];
 * const result = parseTradeRecord({ v: 1, currency: "CNY", from: "2026-01", to: "2026-10", months });
 * const issues = result.ok ? [] : result.issues;
 * issues; // => [{ code: "duplicate-month", path: ["months", 1, "month"], details: { month: "2026-09" } }]
 * ```
 */
export function parseTradeRecord(input: unknown): Result<TradeRecord, ModelIssue>;
export function parseTradeRecord<S extends z.ZodType<TradeRecord>>(
  input: unknown,
  schema: S,
): Result<z.output<S>, ModelIssue>;
export function parseTradeRecord(
  input: unknown,
  schema: z.ZodType<TradeRecord> = TradeRecordSchema,
): Result<TradeRecord, ModelIssue> {
  return parseModel(input, schema, TRADE_RULES);
}
