import * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { knownSchema } from "./known.js";
import { AmountSchema, CurrencySchema, LineSchema, open, ProseSchema, RecordIdSchema, VersionSchema } from "./leaf.js";
import { parseModel } from "./parse.js";
import type { Rival } from "./record/rival.js";
import { distinct, type Rule } from "./rule.js";

/** The schema of {@link RivalPrice}. */
export const RivalPriceSchema = /* @__PURE__ */ (() =>
  open({
    product: LineSchema,
    currency: CurrencySchema,
    wholesale: knownSchema(AmountSchema).optional(),
    retail: knownSchema(AmountSchema).optional(),
  }))();

/** The schema of {@link RivalClient}. */
export const RivalClientSchema = /* @__PURE__ */ (() =>
  open({
    clientId: RecordIdSchema,
    canShare: knownSchema(z.boolean()).optional(),
    canWin: knownSchema(z.boolean()).optional(),
    notes: ProseSchema.optional(),
  }))();

/** The schema of {@link Rival}. `.extend` it with the host's own fields. */
export const RivalSchema = /* @__PURE__ */ (() => {
  const note = knownSchema(ProseSchema).optional();
  return open({
    v: VersionSchema,
    id: RecordIdSchema,
    name: LineSchema,
    area: LineSchema.optional(),
    isReference: z.boolean().optional(),
    salesPolicy: note,
    productMix: note,
    channelLayout: note,
    channelManagement: note,
    coverageDensity: knownSchema(AmountSchema).optional(),
    prices: z.array(RivalPriceSchema).max(1000).optional(),
    display: note,
    promotion: note,
    strengths: note,
    weaknesses: note,
    risk: note,
    clients: z.array(RivalClientSchema).max(10_000).optional(),
  });
})();

const RULES: readonly Rule[] = [distinct("clients", "clientId")];

/**
 * Reads anything into a {@link Rival}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link RivalSchema}.
 *
 * @example
 * ```ts
 * import { parseRival } from "keyaccount/models";
 *
 * const policy = { value: "3 % bonus above 100 tons", observedAt: "2026-10-02", source: "survey" };
 * parseRival({ v: 1, id: "northstar", name: "Northstar", salesPolicy: policy }).ok; // => true
 * const result = parseRival({ v: 1, id: "northstar", name: "Northstar", salesPolicy: "3 % bonus" });
 * const issues = result.ok ? [] : result.issues;
 * issues[0]?.code; // => "unexpected-text"
 * issues[0]?.details; // => { expected: "object", received: "3 % bonus" }
 * ```
 */
export function parseRival(input: unknown): Result<Rival, ModelIssue>;
export function parseRival<S extends z.ZodType<Rival>>(input: unknown, schema: S): Result<z.output<S>, ModelIssue>;
export function parseRival(input: unknown, schema: z.ZodType<Rival> = RivalSchema): Result<Rival, ModelIssue> {
  return parseModel(input, schema, RULES);
}
