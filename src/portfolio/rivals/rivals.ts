import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { Rival } from "../../models/record/rival.js";

/** What there is to know of a rival (A2.1, A2.3), in the handbook's order. */
export const RIVAL_ASPECTS = [
  "sales-policy",
  "product-mix",
  "channel-layout",
  "channel-management",
  "coverage-density",
  "wholesale-price",
  "retail-price",
  "display",
  "promotion",
  "client-network",
] as const;
/** What there is to know of a rival (A2.1, A2.3). */
export type RivalAspect = (typeof RIVAL_ASPECTS)[number];

/** The two prices of a product. */
export const PRICE_KINDS = ["wholesale", "retail"] as const;
/** A price to dealers, or to consumers. */
export type PriceKind = (typeof PRICE_KINDS)[number];

/** How a rival's price stands to ours. */
export const PRICE_POSITIONS = ["undercuts", "equal", "dearer"] as const;
/** How a rival's price stands to ours: below it, equal to the last decimal, or above it. */
export type PricePosition = (typeof PRICE_POSITIONS)[number];

/** How dense a rival's coverage is. */
export const COVERAGE_POSITIONS = ["denser", "equal", "thinner"] as const;
/** How dense a rival's coverage is, against ours. */
export type CoveragePosition = (typeof COVERAGE_POSITIONS)[number];

/** Whether a rival's client can become ours (A2.3). */
export const CLIENT_CHANCES = ["can-win", "can-share", "bound", "unknown"] as const;
/**
 * Whether a rival's client can become ours (A2.3).
 * - `can-win`: it would leave the rival for us.
 * - `can-share`: it would buy from both.
 * - `bound`: neither.
 * - `unknown`: neither is known to be possible, and one of them isn't known to be impossible.
 */
export type ClientChance = (typeof CLIENT_CHANCES)[number];

/** What {@link compareRivals} takes of us, in the shape of a rival's record. */
export type OurOffer = Partial<Pick<Rival, "prices" | "coverageDensity">>;

/** What {@link compareRivals} takes of a rival: any `Rival` will do. */
export type RivalFacts = Omit<Rival, "v" | "name">;

/** One price of one product, theirs against ours. */
export interface PriceComparison {
  readonly product: string;
  readonly currency: string;
  readonly kind: PriceKind;
  readonly ours: DecimalString | null;
  readonly theirs: DecimalString | null;
  /** (Theirs − ours) ÷ ours, four decimals: below zero where they undercut us; `null` where a price is unknown, ours is zero, or the quotient is beyond 10^11. */
  readonly difference: number | null;
  /** By the exact prices; `null` where one is unknown. */
  readonly position: PricePosition | null;
}

/** Density of coverage, theirs against ours. */
export interface CoverageComparison {
  readonly ours: DecimalString | null;
  readonly theirs: DecimalString | null;
  /** Theirs ÷ ours, four decimals; `null` where one is unknown, ours is zero, or the quotient is beyond 10^11. */
  readonly ratio: number | null;
  readonly position: CoveragePosition | null;
}

/** One rival against us. */
export interface RivalComparison {
  readonly id: string;
  /** Our products in our order, then those that only the rival has, in its order; wholesale before retail; prices that neither names are left out. */
  readonly prices: readonly PriceComparison[];
  /** How many prices stand how; `unknown`: one of the two isn't known. */
  readonly positions: { readonly [P in PricePosition | "unknown"]: number };
  readonly coverage: CoverageComparison;
  /** Ids of its clients by chance, in its order. */
  readonly clients: { readonly [C in ClientChance]: readonly string[] };
  /**
   * What isn't known of it, in the order of {@link RIVAL_ASPECTS}. A price is unknown where it isn't known of any product, or not of one of ours; the network where no client is listed, or the
   * chance of one isn't known.
   */
  readonly unknown: readonly RivalAspect[];
}

/** A price of ours that a rival undercuts. */
export interface UndercutPrice {
  readonly product: string;
  readonly currency: string;
  readonly kind: PriceKind;
  readonly ours: DecimalString;
  /** The lowest price of all rivals. */
  readonly lowest: DecimalString;
  /** (Lowest − ours) ÷ ours, four decimals. */
  readonly difference: number | null;
  /** Who asks the lowest, by id. */
  readonly lowestBy: readonly string[];
  /** All who undercut us, by id. */
  readonly undercutBy: readonly string[];
}

/** The rivals against us (A2). */
export interface RivalsComparison {
  /** The version of this shape. */
  readonly v: 1;
  /** Who undercuts most of our prices first, then by id. */
  readonly rivals: readonly RivalComparison[];
  /** Our prices that somebody undercuts (A2.2), in our order, wholesale before retail. */
  readonly undercut: readonly UndercutPrice[];
  /** What to learn, in the order of {@link RIVAL_ASPECTS}, and of whom, by id. */
  readonly learn: readonly { readonly aspect: RivalAspect; readonly rivals: readonly string[] }[];
  /** What couldn't be read: it counts as unknown. Paths begin with `ours` or `rivals`. */
  readonly issues: readonly PortfolioIssue[];
}
