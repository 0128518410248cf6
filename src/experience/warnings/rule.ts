import type { HandbookSignals, SignalLevels } from "../model/model.js";

/** Codes of the early warnings (B2.9) that there are rules for. */
export const EXPERIENCE_WARNING_CODES = [
  "purchasing-takes-over",
  "application-interest-drops",
  "price-only-subject",
  "orders-unbundled",
  "own-specifications",
  "first-contact-withdraws",
  "decision-time-collapses",
  "purchasing-up-interest-down",
] as const;
/** Purchasing takes over; interest in applications drops; price is the only subject; orders are unbundled; own specifications appear; the first contact withdraws; decision time collapses; and B2.9 itself: purchasing takes over while interest in applications drops. */
export type ExperienceWarningCode = (typeof EXPERIENCE_WARNING_CODES)[number];

/** What every rule says. */
export interface RuleBase {
  /** The warning's code: one of `EXPERIENCE_WARNING_CODES`, or the host's own. */
  readonly code: string;
  readonly handbook?: string | undefined;
}

/** A rule that looks at observations. */
export interface ObservedRule extends RuleBase {
  /** Days in a row on which the sign must be seen before the warning is raised, and its end before it is over; 2 or more withstand a single slip. */
  readonly persist: number;
  /** Those days must lie within so many days. */
  readonly within: number;
}

/** A signal changes: some of its levels come after others. */
export interface LevelRule<S = HandbookSignals, K extends keyof S = keyof S> extends ObservedRule {
  readonly kind: "level";
  readonly signal: K & string;
  /**
   * Levels of which one must have been seen before; none: the sign may be there from the beginning. One sighting will do, unless the level stands in `lasting`, or the sign
   * was seen on `persist` days in a row with none of them before: then they must be seen on as many, since one is a slip of a client that always bought so. A level may stand in `to` too, unless it is the first of these in
   * the model's order: it is a sign after an earlier one, and the beginning of a move to a later one.
   */
  readonly after: readonly (S[K] & string)[];
  /**
   * Those of `after` that must be seen on `persist` days in a row (with others of `after` between, if need be), less than `within` days apart: a level next to the sign's, which a client
   * that always bought so shows now and then. None unless told.
   */
  readonly lasting?: readonly (S[K] & string)[] | undefined;
  /** Levels that are the sign. */
  readonly to: readonly (S[K] & string)[];
  /** Only observations from these sources (`provenance.source`); all unless told. */
  readonly sources?: readonly string[] | undefined;
}

/** None of those who took part in the first decision known of takes part any more. */
export interface ContactRule extends ObservedRule {
  readonly kind: "first-contact";
}

/** Warnings of other rules stand at the same time: it is raised with the last of their moves (onto the sign, or on to a later level of it) and over with the first that is. */
export interface JoinRule extends RuleBase {
  readonly kind: "join";
  /** Codes of two or more rules of the same list that look at observations. */
  readonly joins: readonly string[];
  /** Of each the last move counts: the first of these must have been raised less than so many days before the last. */
  readonly within: number;
}

/** A rule that raises a warning, as plain data. */
export type ExperienceWarningRule<S = HandbookSignals> =
  | { [K in keyof S]: LevelRule<S, K> }[keyof S]
  | ContactRule
  | JoinRule;

/** A rule of any model that looks at observations. */
export type SimpleRule = AnyLevelRule | ContactRule;
/** A rule of any model that looks at levels. */
export type AnyLevelRule = LevelRule<SignalLevels, string>;
/** A rule of any model. */
export type AnyRule = SimpleRule | JoinRule;
