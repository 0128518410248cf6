import * as z from "zod/v4";
import type { Instant, PlainDate } from "../ground/dates.js";
import type { Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { DayOrMomentSchema, LineSchema, open, openCodes, ProseSchema, RecordIdSchema, VersionSchema } from "./leaf.js";
import { type Money, MoneySchema } from "./money.js";
import { parseModel } from "./parse.js";
import {
  type HostCode,
  INDUSTRY_RANKS,
  type IndustryRank,
  LEAD_SOURCES,
  LEVELS,
  type LeadSource,
  type Level,
} from "./vocabulary.js";

/** A lead 客户线索: one row of the lead summary 客户线索汇总表 (E9.1). Keys of the host's own are kept. */
export interface Lead {
  /** The version of this stored shape. */
  readonly v: 1;
  /** The lead's number: unique among the host's leads. */
  readonly number: string;
  /** Name of the client. */
  readonly client: string;
  /** Id of the client's record, once there is one. */
  readonly clientId?: string | undefined;
  readonly area?: string | undefined;
  readonly industry?: string | undefined;
  /** How much the industry matters to us (E9.1). */
  readonly industryRank?: IndustryRank | undefined;
  /** What the client sells in a year. */
  readonly revenue?: Money | undefined;
  /** A level A–D (E4.7), or a class of the host's own: `x-…`. */
  readonly class?: Level | HostCode | undefined;
  /** Where the lead comes from. */
  readonly source: LeadSource;
  /** When it came in. */
  readonly date: PlainDate | Instant;
  readonly notes?: string | undefined;
}

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
