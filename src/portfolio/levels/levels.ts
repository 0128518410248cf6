import type { PortfolioIssue } from "../../ground/issue.js";
import type { ClientPhase, Level } from "../../ground/vocabulary.js";
import type { ClientsSummary } from "../summary.js";

/** How a client is cared for (E4.8). */
export const CARE_MANNERS = ["on-site", "close", "by-the-books"] as const;
/** How a client is cared for (E4.8): on site 现场管理, close 精细管理, by the books 记帐管理. */
export type CareManner = (typeof CARE_MANNERS)[number];

/** How a client is followed (E4.7). */
export const FOLLOW_WAYS = ["visited-by-developer", "by-phone"] as const;
/** How a client is followed (E4.7): visited by a developer, or by phone. */
export type FollowWay = (typeof FOLLOW_WAYS)[number];

/** Care and way of each level (E4.7, E4.8). The handbook has no care for D; it goes by the books like C. */
export const CARE_BY_LEVEL: { readonly [K in Level]: { readonly manner: CareManner; readonly way: FollowWay } } = {
  A: { manner: "on-site", way: "visited-by-developer" },
  B: { manner: "close", way: "visited-by-developer" },
  C: { manner: "by-the-books", way: "by-phone" },
  D: { manner: "by-the-books", way: "by-phone" },
};

/** The last rank of each level but D, unless told. A and B are inside the top 50 (E4.7); 10 and 200 are this package's choice. */
export const LEVEL_CUTS = { A: 10, B: 50, C: 200 } as const;

/** Which rank decides where there are two. */
export const RANKINGS = ["worse", "better", "sales", "profit"] as const;
/** Which rank decides: the worse of the two (inside by sales and by profit), the better, that by sales, that by profit. */
export type Ranking = (typeof RANKINGS)[number];

/** Why a client has its level, or none. */
export const LEVEL_REASONS = ["sales-rank", "profit-rank", "rank-unknown"] as const;
/** Why a client has its level: the rank that decided; or that none is known. */
export type LevelReason = (typeof LEVEL_REASONS)[number];

/** What {@link assignLevels} wants to know of a client; whatever is absent or `null` is unknown. */
export interface LevelClient {
  readonly id: string;
  /** Its rank in its industry by sales, and by profit; 1 is the first. */
  readonly salesRank?: number | null | undefined;
  readonly profitRank?: number | null | undefined;
  /** Whether it buys from us. */
  readonly buys?: boolean | null | undefined;
  /** Whether we are developing it. */
  readonly inDevelopment?: boolean | null | undefined;
}

/** How to assign. */
export interface LevelOptions {
  /** The last rank of each level, included; {@link LEVEL_CUTS} unless told. */
  readonly cuts?:
    | { readonly A?: number | undefined; readonly B?: number | undefined; readonly C?: number | undefined }
    | undefined;
  /** `"worse"` unless told. */
  readonly by?: Ranking | undefined;
}

/** A client and its level. */
export interface LevelPlace {
  readonly id: string;
  /** `null` where no rank that counts is known. */
  readonly level: Level | null;
  /** Whether no rank that isn't known could give another level. */
  readonly certain: boolean;
  /** By the rank that decided, ties by id; 1 for the first; `null` where there is no level. */
  readonly place: number | null;
  readonly rank: number | null;
  readonly reasons: readonly LevelReason[];
  readonly care: { readonly manner: CareManner; readonly way: FollowWay } | null;
  /** Producing if it buys, incubating if we are developing it, potential if neither (E4.9); `null` where that isn't known. */
  readonly phase: ClientPhase | null;
}

/** A portfolio by level. */
export interface LevelResult {
  /** The version of this shape. */
  readonly v: 1;
  /** How many clients are on each level. */
  readonly levels: { readonly [K in Level]: ClientsSummary };
  /** How many clients are in each phase. */
  readonly phases: { readonly [K in ClientPhase]: ClientsSummary };
  /** By place; those without a level last, by id. */
  readonly clients: readonly LevelPlace[];
  /** Rows that couldn't be read. */
  readonly issues: readonly PortfolioIssue[];
}
