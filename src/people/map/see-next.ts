import type { RelationDepth, VisitManner } from "../../ground/vocabulary.js";
import type { BuyingPart } from "./parts.js";

/** Why to see somebody next, the gravest first. */
export const SEE_REASONS = [
  "part-uncovered",
  "influential-opponent",
  "leads-to-decider",
  "second-thread",
  "relation-to-deepen",
  "relation-to-learn",
  "support-to-learn",
  "influence-to-learn",
  "part-to-learn",
] as const;
/** Why to see somebody next. */
export type SeeReasonCode = (typeof SEE_REASONS)[number];

/** A reason with what it speaks of. */
export type SeeReason =
  | { readonly code: "part-uncovered"; readonly part: BuyingPart }
  | { readonly code: "leads-to-decider"; readonly decider: string }
  | { readonly code: "relation-to-deepen"; readonly reached: RelationDepth; readonly wanted: RelationDepth }
  | { readonly code: Exclude<SeeReasonCode, "part-uncovered" | "leads-to-decider" | "relation-to-deepen"> };

/** Why this one of ours goes, in this manner. */
export const SENDER_REASONS = [
  "looks-after",
  "fitting-rank",
  "superior-joins",
  "superior-instead",
  "first-visit",
  "team-unknown",
  "no-fitting-rank",
  "superior-unknown",
  "visits-unknown",
] as const;
/** Why this one of ours goes, in this manner. */
export type SenderReason = (typeof SENDER_REASONS)[number];

/** Who of ours should go. */
export interface Sender {
  /** `null` where nobody of fitting rank is known. */
  readonly by: string | null;
  /** The superior who comes along (A6.2). */
  readonly with: string | null;
  /** `null` where it depends on what is unknown. */
  readonly manner: VisitManner | null;
  readonly reasons: readonly SenderReason[];
}

/** Somebody to see, and who of ours should. */
export interface SeeNext {
  readonly id: string;
  /** Why, the gravest first. */
  readonly reasons: readonly [SeeReason, ...SeeReason[]];
  readonly visit: Sender;
}
