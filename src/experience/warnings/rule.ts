import type { HandbookSignals } from "../model.js";

/** Codes of the early warnings (B2.9) that there are rules for. */
export const EXPERIENCE_WARNING_CODES = [
  "purchasing-takes-over",
  "application-interest-drops",
  "price-only-subject",
  "orders-unbundled",
  "own-specifications",
  "first-contact-withdraws",
  "decision-time-collapses",
] as const;
/** Purchasing takes over; interest in applications drops; price is the only subject; orders are unbundled; own specifications appear; the first contact withdraws; decision time collapses. */
export type ExperienceWarningCode = (typeof EXPERIENCE_WARNING_CODES)[number];

/** What every rule says. */
export interface RuleBase {
  /** The warning's code: one of `EXPERIENCE_WARNING_CODES`, or the host's own. */
  readonly code: string;
  readonly handbook?: string | undefined;
  /** Days in a row on which the sign must be seen before the warning is raised, and its end before it is over; 2 or more withstand a single slip. */
  readonly persist: number;
  /** Those days must lie within so many days. */
  readonly within: number;
}

/** A signal changes: some of its levels come after others. */
export interface LevelRule<S = HandbookSignals, K extends keyof S = keyof S> extends RuleBase {
  readonly kind: "level";
  readonly signal: K & string;
  /** Levels that must have been seen before; none: the sign may be there from the beginning. */
  readonly after: readonly (S[K] & string)[];
  /** Levels that are the sign. */
  readonly to: readonly (S[K] & string)[];
  /** Only observations from these sources (`provenance.source`); all unless told. */
  readonly sources?: readonly string[] | undefined;
}

/** None of those who took part in the first decision known of takes part any more. */
export interface ContactRule extends RuleBase {
  readonly kind: "first-contact";
}

/** A rule that raises a warning, as plain data. */
export type ExperienceWarningRule<S = HandbookSignals> = { [K in keyof S]: LevelRule<S, K> }[keyof S] | ContactRule;
