import * as z from "zod/v4";
import type { Instant, PlainDate } from "../ground/dates.js";
import { DayOrMomentSchema, LineSchema, open } from "./leaf.js";

/**
 * Something known about a client, with its provenance (E3: true and kept up to date). The same shape as a fact of
 * `evaluate`. Keys of the host's own are kept.
 */
export interface Known<T> {
  /** The value; `null`: asked for, still unknown. */
  readonly value: T | null;
  /** The question doesn't arise for this client: not the same as unknown. The value is `null` then. */
  readonly notApplicable?: true | undefined;
  /** The day or moment at which it was true. */
  readonly observedAt?: PlainDate | Instant | undefined;
  /** Where it comes from: a form, a person, a system. */
  readonly source?: string | undefined;
  /** Whether somebody has checked it. */
  readonly verified?: boolean | undefined;
}

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
