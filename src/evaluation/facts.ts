import type { Instant, PlainDate } from "../ground/dates.js";
import type { FactTypes, Scorecard } from "./definition/scorecard.js";

/** A value with its provenance (E3: archives are complete, true, up to date). Further keys of the host's own are kept out of the way. */
export interface KnownFact<V> {
  /** The value; `null`, `undefined` or no key at all mean unknown. */
  readonly value?: V | null | undefined;
  /** The day or moment at which it was true. */
  readonly observedAt?: PlainDate | Instant | null | undefined;
  /** Where it comes from: a form, a person, a system. */
  readonly source?: string | null | undefined;
  /** Whether somebody has checked it. */
  readonly verified?: boolean | null | undefined;
}

/** The question doesn't arise for this client: the indicator leaves the total and costs no coverage. Not the same as unknown. */
export interface NotApplicable {
  readonly notApplicable: true;
}

/** A fact: a plain value, a value with provenance, or "not applicable". Absent, `null` and `undefined` mean unknown. */
export type Fact<V> = V | KnownFact<V> | NotApplicable;

/** Facts by indicator id, all optional. */
export type Facts<I = FactTypes> = { readonly [K in keyof I]?: Fact<I[K]> | null | undefined };

/**
 * The facts that a scorecard takes: a wrong id, a value of the wrong type and an unknown option code don't compile.
 *
 * @example
 * ```ts
 * import { defineScorecard, evaluate, type FactsOf } from "keyaccount";
 *
 * const card = defineScorecard({
 *   id: "brands", version: "1",
 *   indicators: { brands: { kind: "choice", weight: "100", options: { none: "0", some: "0.6", exclusive: "1" } } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * });
 *
 * const facts: FactsOf<typeof card> = { brands: "some" };
 * evaluate(card, facts).score; // => 60
 * ```
 */
export type FactsOf<S> = S extends Scorecard<infer I, string, string> ? Facts<I> : never;
