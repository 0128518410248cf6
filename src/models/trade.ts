import * as z from "zod/v4";
import { isPlainMonth } from "../ground/months.js";
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
import type { TradeRecord } from "./record/trade.js";
import { type Rule, repeated, textsOf } from "./rule.js";

/** The schema of `ProductSales`. */
export const ProductSalesSchema = /* @__PURE__ */ (() =>
  open({ product: LineSchema, sales: DecimalStringSchema, quantity: DecimalStringSchema.optional() }))();

/** The schema of `TradeMonth`. */
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
