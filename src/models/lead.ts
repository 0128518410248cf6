import * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import { INDUSTRY_RANKS, LEAD_SOURCES, LEVELS } from "../ground/vocabulary.js";
import type { ModelIssue } from "./issue.js";
import { DayOrMomentSchema, LineSchema, open, openCodes, ProseSchema, RecordIdSchema, VersionSchema } from "./leaf.js";
import { MoneySchema } from "./money.js";
import { parseModel } from "./parse.js";
import type { Lead } from "./record/lead.js";

/** The schema of {@link Lead}. `.extend` it with the host's own fields. */
export const LeadSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    number: RecordIdSchema,
    client: LineSchema,
    clientId: RecordIdSchema.optional(),
    area: LineSchema.optional(),
    industry: LineSchema.optional(),
    industryRank: z.enum(INDUSTRY_RANKS).optional(),
    revenue: MoneySchema.optional(),
    class: openCodes(LEVELS).optional(),
    source: openCodes(LEAD_SOURCES),
    date: DayOrMomentSchema,
    notes: ProseSchema.optional(),
  }))();

/**
 * Reads anything into a {@link Lead}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link LeadSchema}.
 *
 * @example
 * ```ts
 * import { parseLead } from "keyaccount/models";
 *
 * parseLead({ v: 1, number: "L-17", client: "Huaxin", source: "x-trade-fair", date: "2026-11-21" }).ok; // => true
 * const result = parseLead({ v: 1, number: "L-17", client: "Huaxin", source: "fair", date: "21.11.2026" });
 * const codes = result.ok ? [] : result.issues.map(({ code }) => code);
 * codes; // => ["unknown-value", "not-a-date"]
 * ```
 */
export function parseLead(input: unknown): Result<Lead, ModelIssue>;
export function parseLead<S extends z.ZodType<Lead>>(input: unknown, schema: S): Result<z.output<S>, ModelIssue>;
export function parseLead(input: unknown, schema: z.ZodType<Lead> = LeadSchema): Result<Lead, ModelIssue> {
  return parseModel(input, schema, []);
}
