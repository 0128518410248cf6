import type { PortfolioIssue } from "../../ground/issue.js";

/** The six kinds of competitive advantage (D2). */
export const ADVANTAGES = [
  "lower-purchase-cost",
  "more-income",
  "less-waste",
  "better-efficiency",
  "real-solutions",
  "intangible-value",
] as const;
/**
 * A kind of competitive advantage (D2): lower total purchase cost (labour, wear, upkeep, stock interest, energy), more income, less waste, better efficiency, real solutions,
 * intangible value (reputation, better decisions).
 */
export type Advantage = (typeof ADVANTAGES)[number];

/** Which kinds somebody has in the client's eyes; absent or `null`: unknown. */
export type AdvantageFacts = { readonly [A in Advantage]?: boolean | null | undefined };

/** How a rival stands with the client. */
export const RIVAL_STANDINGS = ["incumbent", "favoured", "considered", "excluded"] as const;
/** How a rival stands with the client: supplies it already, is preferred, is one of several, or is out. */
export type RivalStanding = (typeof RIVAL_STANDINGS)[number];

/** A rival for this opportunity. */
export interface RivalPosition {
  readonly id: string;
  readonly standing?: RivalStanding | null | undefined;
  readonly advantages?: AdvantageFacts | null | undefined;
}

/** What we and rivals can show for this opportunity. */
export interface PositionFacts {
  readonly ours?: AdvantageFacts | null | undefined;
  /** Empty: there is none. Absent or `null`: unknown. Those that are `excluded` don't count. */
  readonly rivals?: readonly RivalPosition[] | null | undefined;
}

/** Whose an advantage is. */
export const ADVANTAGE_OWNERS = ["ours-alone", "shared", "theirs", "nobodys", "unknown"] as const;
/** Whose an advantage is: ours and no rival's, ours and some rival's, only rivals', nobody's. */
export type AdvantageOwner = (typeof ADVANTAGE_OWNERS)[number];

/** Who leads, we or a rival. */
export const LEADS = ["ours", "theirs", "mixed", "level", "unknown"] as const;
/** Who leads: one has all kinds that the other has and more; each has one that the other hasn't; both have the same. */
export type Lead = (typeof LEADS)[number];

/** One kind of advantage. */
export interface AdvantageState {
  readonly advantage: Advantage;
  readonly owner: AdvantageOwner;
  /** Rivals known to have it, by id. */
  readonly rivals: readonly string[];
}

/** How we stand against one rival. */
export interface RivalLead {
  readonly id: string;
  readonly standing: RivalStanding | null;
  readonly lead: Lead;
  /** What we are known to have and the rival isn't to, and the other way round. */
  readonly ahead: readonly Advantage[];
  readonly behind: readonly Advantage[];
}

/** How we stand in a competition. Plain JSON. */
export interface CompetitivePosition {
  /** The version of this shape. */
  readonly v: 1;
  /** In the order of {@link ADVANTAGES}. */
  readonly advantages: readonly AdvantageState[];
  /** Those that are ours alone. */
  readonly unique: readonly Advantage[];
  /** By id. */
  readonly rivals: readonly RivalLead[];
  readonly issues: readonly PortfolioIssue[];
}
