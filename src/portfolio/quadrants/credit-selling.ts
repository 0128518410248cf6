import type { PortfolioIssue } from "../../ground/issue.js";
import type { ClientsSummary } from "../summary.js";
import type { Judged } from "./judged.js";

/** The four kinds of client by credit and selling ability (C4). */
export const CREDIT_SELLING_TYPES = ["sound-seller", "sitting-merchant", "risky-seller", "weak"] as const;
/**
 * A kind of client by credit and selling ability (C4).
 * - `sound-seller`: both.
 * - `sitting-merchant` 坐商: good credit, weak selling. Stabilises, doesn't grow.
 * - `risky-seller`: strong selling, weak credit. Fast volume, unsafe money.
 * - `weak`: neither.
 */
export type CreditSellingType = (typeof CREDIT_SELLING_TYPES)[number];

/** What to do about a kind of client (C4). */
export const COUNTERMEASURES = [
  "give-priority",
  "longer-terms",
  "train-selling",
  "joint-promotion",
  "cash-terms",
  "tight-credit-limit",
  "cash-only",
  "develop-replacement",
] as const;
/** What to do about a kind of client (C4). */
export type Countermeasure = (typeof COUNTERMEASURES)[number];

/** The countermeasures of each type. Cash terms and tight limits are the handbook's (C4); the others are this package's choice. */
export const COUNTERMEASURES_BY_TYPE: { readonly [K in CreditSellingType]: readonly Countermeasure[] } = {
  "sound-seller": ["give-priority", "longer-terms"],
  "sitting-merchant": ["train-selling", "joint-promotion"],
  "risky-seller": ["cash-terms", "tight-credit-limit"],
  weak: ["cash-only", "develop-replacement"],
};

/** Why a client is of its type. */
export const CREDIT_SELLING_REASONS = [
  "credit-good",
  "credit-weak",
  "credit-unknown",
  "selling-strong",
  "selling-weak",
  "selling-unknown",
] as const;
/** Why a client is of its type. */
export type CreditSellingReason = (typeof CREDIT_SELLING_REASONS)[number];

/** The scores from which on credit is good and selling strong, unless told. */
export const CREDIT_SELLING_CUTS = { credit: 60, selling: 60 } as const;

/** What {@link classifyCreditSelling} wants to know of a client. */
export interface CreditSellingClient {
  readonly id: string;
  /** How it pays, most often judged by `creditScorecard`. Absent or `null`: not judged. */
  readonly credit?: Judged | null | undefined;
  /** How it sells, most often judged by `sellingScorecard`. Absent or `null`: not judged. */
  readonly selling?: Judged | null | undefined;
}

/** How to cut; {@link CREDIT_SELLING_CUTS} unless told. Scores at the cut are above it. */
export interface CreditSellingOptions {
  readonly credit?: number | undefined;
  readonly selling?: number | undefined;
}

/** A client and its type. */
export interface CreditSellingPlace {
  readonly id: string;
  /** `null` where credit or selling has no score. */
  readonly type: CreditSellingType | null;
  /** Whether what is unknown leaves no other type open. */
  readonly certain: boolean;
  /** By selling, then credit, then id; 1 for the first; `null` where there is no type. */
  readonly place: number | null;
  /** As it was judged, whatever that leaves open; `null` where it wasn't. */
  readonly credit: Judged | null;
  readonly selling: Judged | null;
  readonly countermeasures: readonly Countermeasure[];
  /** One about its credit, one about its selling. */
  readonly reasons: readonly [CreditSellingReason, CreditSellingReason];
}

/** A portfolio by credit and selling ability. */
export interface CreditSellingResult {
  /** The version of this shape. */
  readonly v: 1;
  /** The cuts that were used. */
  readonly cuts: { readonly credit: number; readonly selling: number };
  /** How many clients are of each type. */
  readonly types: { readonly [K in CreditSellingType]: ClientsSummary };
  /** By place; those without a type last, by id. */
  readonly clients: readonly CreditSellingPlace[];
  /** Rows that couldn't be read. */
  readonly issues: readonly PortfolioIssue[];
}
