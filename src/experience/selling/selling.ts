import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ExperienceDirection, Leaning, NamedStage } from "../result.js";

/** How far a product's market has come. */
export const PRODUCT_MATURITIES = ["introduction", "growth", "maturity", "decline"] as const;
/** How far a product's market has come: a force of its own beside the client's experience (B2.10). */
export type ProductMaturity = (typeof PRODUCT_MATURITIES)[number];

/** What follows for selling (B3). */
export const SELLING_STRATEGIES = [
  "account-management",
  "new-applications",
  "added-services",
  "unbundled-offer",
  "low-cost-to-serve",
  "let-go",
] as const;
/**
 * What follows for selling (B3); several may fit at once.
 * - `account-management` (B3.1): keep generalists and top management in the decision, several levels deep.
 * - `new-applications` (B3.2): release new buying power.
 * - `added-services` (B3.1): add the value that account management has to add ever more of.
 * - `unbundled-offer` (B3.3): parts singly, price against performance.
 * - `low-cost-to-serve` (B3.3): as little selling and service as the client still wants.
 * - `let-go`: no margin is left, and nothing to add; the library's own, not the handbook's.
 */
export type SellingStrategy = (typeof SELLING_STRATEGIES)[number];

/** What a way of selling needs. */
export const SELLING_CONDITIONS = [
  "client-not-specialist",
  "client-beyond-generalist",
  "client-specialist",
  "core-protected",
  "top-within-reach",
  "worth-the-cost",
  "value-to-add",
  "applications-to-offer",
  "services-to-add",
  "parts-separable",
  "margin-left",
  "cost-reducible",
  "margin-gone",
  "nothing-to-add",
] as const;
/**
 * What a way of selling needs.
 * - `client-not-specialist`, `client-beyond-generalist`, `client-specialist`: the stage of experience.
 * - `core-protected`: rivals can't copy the core technology.
 * - `value-to-add`, `nothing-to-add`: new applications or services; neither.
 * - `margin-left`, `margin-gone`: at the market's price.
 */
export type SellingCondition = (typeof SELLING_CONDITIONS)[number];

/** Whether a condition of a way of selling holds. */
export const SELLING_STATES = ["held", "not-held", "unknown"] as const;
/** Whether a condition of a way of selling holds. */
export type SellingState = (typeof SELLING_STATES)[number];

/** How well a way of selling fits. */
export const SELLING_FITS = ["fits", "open", "unfit"] as const;
/** How well a way of selling fits: every condition held; none refuted, but some unknown; one not held. */
export type SellingFit = (typeof SELLING_FITS)[number];

/** What a way of selling costs. */
export const SELLING_COSTS = [
  "people-at-several-levels",
  "ever-more-value",
  "development-effort",
  "application-specialists",
  "service-staff",
  "lower-price",
  "system-margin-lost",
  "fewer-contacts",
  "revenue-lost",
  "reference-lost",
] as const;
/** What a way of selling costs. */
export type SellingCost = (typeof SELLING_COSTS)[number];

/** What speaks against a way of selling. */
export const SELLING_OBJECTIONS = [
  "slows-only",
  "shift-under-way",
  "experts-decide",
  "price-decides",
  "late-entrants-undercut",
  "market-mature",
  "interest-falling",
  "market-declining",
  "little-guidance-wanted",
  "guidance-wanted",
  "whole-system-wanted",
  "parts-interwoven",
  "market-young",
  "moving-back",
] as const;
/**
 * What speaks against a way of selling without ruling it out.
 * - `slows-only`: account management slows the shift and doesn't stop it (B3.1).
 * - `shift-under-way`: the client is moving towards the specialist.
 * - `experts-decide`, `price-decides`, `interest-falling`, `little-guidance-wanted`, `guidance-wanted`, `whole-system-wanted`: signals say so.
 * - `late-entrants-undercut`: clients meet lower prices and shift sooner (B3.4).
 * - `market-young`, `market-mature`, `market-declining`: the product's market (B2.10).
 * - `parts-interwoven`: the product's parts hang too closely together to be sold singly (B2.4).
 */
export type SellingObjection = (typeof SELLING_OBJECTIONS)[number];

/** What is seen of a signal, as the ledger of a classification has it. */
export interface SellingEvidence {
  readonly signal: string;
  /** By it the handbook's meaning of a signal is known: `"B2.1"`. */
  readonly handbook: string | null;
  readonly level: string;
  readonly leaning: Leaning;
  readonly at: PlainDate | Instant;
  /** Evidence that isn't recent enough doesn't count. */
  readonly current: boolean;
}

/** What is taken of a classification; every `ExperienceResult` will do. */
export interface SellingExperience {
  readonly stage: NamedStage;
  readonly direction?: ExperienceDirection | null | undefined;
  readonly interwoven?: boolean | null | undefined;
  readonly ledger?: readonly SellingEvidence[] | null | undefined;
  /** Signals to find out where the stage is undetermined. */
  readonly unknown?: readonly string[] | null | undefined;
}

/** What is known of a client, its product line and our offer; whatever is absent or `null` is unknown. */
export interface SellingSituation {
  /** What `classifyExperience` returned. */
  readonly experience?: SellingExperience | null | undefined;
  readonly productMaturity?: ProductMaturity | null | undefined;
  /** Whether rivals can copy the core technology (B3.1). */
  readonly coreCopyable?: boolean | null | undefined;
  /** Whether late entrants imitate and undercut (B3.4). */
  readonly lateEntrants?: boolean | null | undefined;
  /** Whether we reach generalists and top management, several levels deep. */
  readonly topWithinReach?: boolean | null | undefined;
  /** Whether the client is worth the cost of account management. */
  readonly worthTheCost?: boolean | null | undefined;
  /** Whether we have new applications to offer. */
  readonly applicationsToOffer?: boolean | null | undefined;
  /** Whether we have services to add. */
  readonly servicesToAdd?: boolean | null | undefined;
  /** Whether the offer can be sold in parts. */
  readonly partsSeparable?: boolean | null | undefined;
  /** Whether a margin is left at the market's price, served as cheaply as we can. */
  readonly marginLeft?: boolean | null | undefined;
  /** Whether selling and service can be had for less: fewer visits, standard specifications, orders without a salesman. */
  readonly costReducible?: boolean | null | undefined;
}

/** A signal behind an advice, or behind what speaks against it. */
export interface SellingSignal {
  readonly signal: string;
  readonly handbook: string | null;
  readonly level: string;
  readonly at: PlainDate | Instant;
}

/** A way of selling, weighed. */
export interface SellingOption {
  readonly strategy: SellingStrategy;
  /** Where the handbook speaks of it; `null` where it doesn't. */
  readonly handbook: string | null;
  readonly fit: SellingFit;
  readonly conditions: readonly { readonly condition: SellingCondition; readonly state: SellingState }[];
  readonly costs: readonly SellingCost[];
  /** What speaks against it, with the signals that say so, if it is signals that do. */
  readonly against: readonly { readonly objection: SellingObjection; readonly signals: readonly SellingSignal[] }[];
  /** Current signals of the kind of client that it is for. */
  readonly signals: readonly SellingSignal[];
}

/** What is recommended, with its reasons. */
export interface SellingAdvice {
  /** The version of this shape. */
  readonly v: 1;
  /** All that fit, in the order of {@link SELLING_STRATEGIES}: they go together. */
  readonly strategies: readonly SellingStrategy[];
  /** Whether no unknown condition could add a strategy. */
  readonly certain: boolean;
  /** All six: those that fit first, then the open ones, then the unfit, in the order of the list. */
  readonly options: readonly SellingOption[];
  /** What to find out: unknown conditions of the open strategies, and, where the stage is among them, signals not known yet. */
  readonly findOut: { readonly conditions: readonly SellingCondition[]; readonly signals: readonly string[] };
}
