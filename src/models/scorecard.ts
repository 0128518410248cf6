import * as z from "zod/v4";
import { checkScorecard } from "../evaluation/definition/check.js";
import { type IndicatorDefinition, MISSING_POLICIES } from "../evaluation/definition/kinds.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { ScorecardIssue } from "../ground/issue.js";
import type { Result } from "../ground/result.js";
import { DecimalStringSchema, SafeIdSchema } from "./leaf.js";
import { readInput } from "./parse.js";

/**
 * What a scorecard's definition may look like, for editors and for `jsonSchemaOf`. It describes the structure only; whether
 * weights sum to the total, grades can be reached … is for `parseScorecard` to say. Whatever that accepts, this accepts.
 */
export const ScorecardSchema = /* @__PURE__ */ (() => {
  const quantity = z.union([DecimalStringSchema, z.number()]);
  const bound = quantity.nullable();
  const name = z.string().min(1).max(64);
  const places = z.int().min(0).max(9);
  const missing = z.enum(MISSING_POLICIES).optional();
  const common = {
    group: name.optional(),
    weight: quantity,
    missing,
    maxAgeDays: z.int().min(1).max(36_525).optional(),
  };
  const indicator: z.ZodType<IndicatorDefinition> = z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("ratio"),
      ...common,
      standard: quantity,
      better: z.enum(["higher", "lower"]).optional(),
      cap: quantity.optional(),
      floor: quantity.optional(),
      relativeScale: places.optional(),
    }),
    z.strictObject({
      kind: z.literal("standard-score"),
      ...common,
      standard: quantity,
      best: quantity,
      max: quantity,
      min: quantity,
      clamp: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal("interpolate"),
      ...common,
      knots: z.array(z.strictObject({ at: quantity, share: quantity })).min(2),
      beyond: z.enum(["hold", "extend"]).optional(),
    }),
    z.strictObject({
      kind: z.literal("bands"),
      ...common,
      bands: z.array(z.strictObject({ from: bound, share: quantity })).min(1),
    }),
    z.strictObject({ kind: z.literal("rating"), ...common, min: quantity, max: quantity }),
    z.strictObject({ kind: z.literal("choice"), ...common, options: z.record(SafeIdSchema, quantity) }),
    z.strictObject({ kind: z.literal("flag"), ...common, expect: z.boolean().optional() }),
    z.strictObject({ kind: z.literal("share"), ...common }),
  ]);
  const when = z.strictObject({
    indicator: name,
    is: z.union([name, z.boolean()]).optional(),
    above: quantity.optional(),
    atLeast: quantity.optional(),
    below: quantity.optional(),
    atMost: quantity.optional(),
    known: z.literal(false).optional(),
  });
  return z.strictObject({
    v: z.literal(1).optional(),
    id: SafeIdSchema,
    version: name,
    total: quantity.optional(),
    scale: places.optional(),
    groups: z.record(SafeIdSchema, z.strictObject({ max: quantity.optional() })).optional(),
    indicators: z.record(SafeIdSchema, indicator),
    missing,
    limits: z.array(z.strictObject({ when, grade: name })).optional(),
    grades: z.array(z.strictObject({ grade: SafeIdSchema, from: bound })).min(1),
  });
})();

/**
 * Reads anything, most often a definition from a database, into a sound scorecard (A7.6), or lists everything that is wrong
 * with it, in the codes that `defineScorecard` throws and in the order of the input.
 *
 * @example
 * ```ts
 * import { evaluate } from "keyaccount";
 * import { parseScorecard } from "keyaccount/models";
 *
 * const stored = {
 *   id: "dealer", version: "1",
 *   indicators: { reputation: { kind: "rating", weight: "100", min: 1, max: 5 } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * };
 * const result = parseScorecard(stored);
 * const grade = result.ok ? evaluate(result.value, { reputation: 5 }).grade : null;
 * grade; // => "A"
 *
 * const faulty = parseScorecard({ ...stored, total: "90" });
 * const issues = faulty.ok ? [] : faulty.issues;
 * issues; // => [{ code: "weights-not-total", path: ["indicators"], details: { sum: "100", total: "90" } }]
 * ```
 */
export function parseScorecard(input: unknown): Result<Scorecard, ScorecardIssue> {
  return readInput(input, (json) => {
    const { scorecard, issues } = checkScorecard(json);
    return { value: scorecard as Scorecard, issues };
  });
}
