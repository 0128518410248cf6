import type { Instant, PlainDate } from "../../ground/dates.js";

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
