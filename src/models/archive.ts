import type * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import {
  AbilitySectionSchema,
  FinanceSectionSchema,
  ManagementSectionSchema,
  StandingSectionSchema,
} from "./archive-firm.js";
import {
  BuyingSectionSchema,
  MarketSectionSchema,
  RelationshipSectionSchema,
  ServiceSectionSchema,
} from "./archive-trade.js";
import type { ModelIssue } from "./issue.js";
import { open, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import type { Archive } from "./record/archive.js";

/** The schema of {@link Archive}. `.extend` it, or one of its sections, with the host's own fields. */
export const ArchiveSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    standing: StandingSectionSchema.optional(),
    ability: AbilitySectionSchema.optional(),
    management: ManagementSectionSchema.optional(),
    finance: FinanceSectionSchema.optional(),
    market: MarketSectionSchema.optional(),
    buying: BuyingSectionSchema.optional(),
    relationship: RelationshipSectionSchema.optional(),
    service: ServiceSectionSchema.optional(),
  }))();

/**
 * Reads anything into an {@link Archive}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link ArchiveSchema}.
 *
 * @example
 * ```ts
 * import { parseArchive } from "keyaccount/models";
 *
 * parseArchive({ v: 1, finance: { netMargin: { value: "0.08", observedAt: "2026-03-31" } } }).ok; // => true
 * const result = parseArchive({ v: 1, finance: { netMargin: { value: 0.08, observedAt: "2026-02-30" } } });
 * const codes = result.ok ? [] : result.issues.map(({ code }) => code);
 * codes; // => ["decimal-not-text", "not-a-date"]
 * ```
 */
export function parseArchive(input: unknown): Result<Archive, ModelIssue>;
export function parseArchive<S extends z.ZodType<Archive>>(input: unknown, schema: S): Result<z.output<S>, ModelIssue>;
export function parseArchive(input: unknown, schema: z.ZodType<Archive> = ArchiveSchema): Result<Archive, ModelIssue> {
  return parseModel(input, schema, []);
}
