import type { Evaluation } from "../../evaluation/evaluation.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Quantity } from "../../ground/numeral.js";
import type { AmountSummary, ClientsSummary } from "../summary.js";

/** What a client is to us. */
export const SELECTIONS = ["key-account", "candidate", "ordinary", "project"] as const;
/**
 * What a client is to us (E2.1, E2.2, E2.4).
 * - `key-account`: high frequency, volume and margin, with a real effect on results.
 * - `candidate`: to be developed into one.
 * - `ordinary`: neither.
 * - `project`: nothing goes on after the order; however large, it is no account.
 */
export type Selection = (typeof SELECTIONS)[number];

/** Why a client is what it is. */
export const SELECTION_REASONS = [
  "grade-selects",
  "grade-to-develop",
  "grade-too-low",
  "ends-with-the-order",
  "not-judged",
] as const;
/** Why a client is what it is. */
export type SelectionReason = (typeof SELECTION_REASONS)[number];

/** The grades that select, and those that make a candidate, unless told: as `keyAccountScorecard` means them. */
export const SELECTING_GRADES = { select: ["A"], develop: ["B"] } as const;

/**
 * The tiers of the value pyramid (E2.3), as shares of the number of clients from the most valuable down, unless told: 1 %, 4 %, 15 % and the rest (Curry and Curry 2000,
 * The Customer Marketing Method).
 */
export const PYRAMID_TIERS: readonly Quantity[] = ["0.01", "0.04", "0.15", "0.8"];

/** What {@link selectKeyAccounts} takes of an evaluation. */
export type AccountJudgement = Pick<Evaluation, "score" | "grade" | "gradeCertain" | "strengths" | "reasons">;

/** What {@link selectKeyAccounts} wants to know of a client; whatever is absent or `null` is unknown. */
export interface AccountClient {
  readonly id: string;
  /** How it was judged, most often by `keyAccountScorecard`. */
  readonly evaluation?: AccountJudgement | null | undefined;
  /** Whether business goes on after the order (E2.4). Unknown: taken to go on, and not certain. */
  readonly goesOn?: boolean | null | undefined;
  /** What it is worth to us a year: its place in the pyramid. */
  readonly value?: Quantity | null | undefined;
  /** The currency of its value. A row that names another than most, or than the option, is an issue and left out. */
  readonly currency?: string | null | undefined;
  readonly industry?: string | null | undefined;
  readonly area?: string | null | undefined;
}

/** How to select. */
export interface SelectionOptions {
  /** Grades that make a key account, and that make a candidate; {@link SELECTING_GRADES} unless told. A grade in both selects. */
  readonly select?: readonly string[] | undefined;
  readonly develop?: readonly string[] | undefined;
  /** Shares of the number of clients, the top first, that sum to 1; {@link PYRAMID_TIERS} unless told. */
  readonly tiers?: readonly Quantity[] | undefined;
  /** In which currency values are, ISO 4217; taken over as given but for spaces around it. Unless told, the one that most rows name. */
  readonly currency?: string | null | undefined;
}

/** A client and what it is to us. */
export interface AccountPlace {
  readonly id: string;
  /** `null` where it wasn't judged. */
  readonly selection: Selection | null;
  /** Whether no unknown fact could change it. */
  readonly certain: boolean;
  /** By score, ties by id; 1 for the first; `null` where there is no score. */
  readonly place: number | null;
  readonly reasons: readonly SelectionReason[];
  readonly grade: string | null;
  readonly score: number | null;
  /** Ids of its three greatest strengths, and of the three indicators where it lost most. */
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  /** Its tier in the pyramid, 1 at the top; `null` where its value is unknown. */
  readonly tier: number | null;
}

/** A tier of the value pyramid: clients of all industries and areas together. */
export interface PyramidTier extends AmountSummary {
  /** 1 at the top. */
  readonly tier: number;
  /** Its clients, the most valuable first. */
  readonly ids: readonly string[];
  /** How many of its clients are of each industry and area that is known. */
  readonly industries: Readonly<Record<string, number>>;
  readonly areas: Readonly<Record<string, number>>;
}

/** A selection of key accounts. */
export interface SelectionResult {
  /** The version of this shape. */
  readonly v: 1;
  /** The currency of all values, as told, or as most rows name it; `null` where nobody says. */
  readonly currency: string | null;
  /** How many clients are what to us. */
  readonly selections: { readonly [K in Selection]: ClientsSummary };
  /** By score, ties by id; those without a score last. */
  readonly clients: readonly AccountPlace[];
  /** From the top down. */
  readonly pyramid: readonly PyramidTier[];
  /** Rows that couldn't be read. */
  readonly issues: readonly PortfolioIssue[];
}
