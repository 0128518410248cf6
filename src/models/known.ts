import * as z from "zod/v4";
import { DayOrMomentSchema, LineSchema, open } from "./leaf.js";
import type { Known } from "./record/known.js";

/** The schema of {@link Known} for values of one kind. */
export type KnownSchema<T extends z.ZodType> = z.ZodObject<{
  value: z.ZodNullable<T>;
  notApplicable: z.ZodOptional<z.ZodLiteral<true>>;
  observedAt: z.ZodOptional<z.ZodString>;
  source: z.ZodOptional<z.ZodString>;
  verified: z.ZodOptional<z.ZodBoolean>;
}>;

/**
 * The schema of a value with its provenance, for fields that a host adds to an archive.
 *
 * @example
 * ```ts
 * import { DecimalStringSchema, knownSchema } from "keyaccount/models";
 *
 * const branches = knownSchema(DecimalStringSchema);
 * branches.safeParse({ value: "12", observedAt: "2026-10-31", source: "annual report" }).success; // => true
 * branches.safeParse({ value: "12", notApplicable: true }).success; // => false
 * ```
 */
export function knownSchema<T extends z.ZodType>(value: T): KnownSchema<T> {
  return open({
    value: value.nullable(),
    notApplicable: z.literal(true).optional(),
    observedAt: DayOrMomentSchema.optional(),
    source: LineSchema.optional(),
    verified: z.boolean().optional(),
  }).refine((known) => isConsistent(known as Known<unknown>), {
    error: "contradictory-fact: a value, and that none applies",
  });
}

function isConsistent({ value, notApplicable }: Known<unknown>): boolean {
  return notApplicable !== true || value === null;
}
