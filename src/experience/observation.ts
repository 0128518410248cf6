import type { Instant, PlainDate } from "../ground/dates.js";
import type { HandbookSignals } from "./model.js";

/** Where an observation comes from. */
export interface ExperienceProvenance {
  /** A kind of record or a system: `"order"`, `"visit"`, `"crm"`. */
  readonly source: string;
  /** The record's id there. */
  readonly ref?: string | null | undefined;
  /** Whether somebody has checked it. */
  readonly verified?: boolean | undefined;
}

/** What was seen of a client's experience at one time: any subset of the signals; absent and `null` mean unknown. */
export interface ExperienceObservation<S = HandbookSignals> {
  readonly at: PlainDate | Instant;
  readonly levels: { readonly [K in keyof S]?: S[K] | null | undefined };
  readonly provenance?: ExperienceProvenance | undefined;
  /** What was bought here has tightly interwoven parts: signals that are silent then, such as decision time (B2.4), don't count. */
  readonly interwoven?: boolean | undefined;
}

/** The observations of one client and one product line (B2.11), in any order. */
export interface ExperienceHistory<S = HandbookSignals> {
  readonly client?: string | undefined;
  readonly productLine?: string | undefined;
  /** All products of this line have tightly interwoven parts. */
  readonly interwoven?: boolean | undefined;
  readonly observations: readonly ExperienceObservation<S>[];
}
