import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { ActivityKind, ActivityPurpose } from "../../ground/vocabulary.js";

/** What a review takes of an activity: any `Visit` will do. */
export interface ReviewedActivity {
  readonly id: string;
  /** What it was (E7.4); absent or `null`: unknown. */
  readonly activity?: ActivityKind | null | undefined;
  /** What it served (E7.4). Empty: nothing, so it was waste. Absent or `null`: unknown. */
  readonly purposes?: readonly ActivityPurpose[] | null | undefined;
  /** Its length, whole minutes up to a year, where `startedAt` and `endedAt` aren't both moments: else they tell it. */
  readonly minutes?: number | null | undefined;
  readonly startedAt?: PlainDate | Instant | null | undefined;
  readonly endedAt?: PlainDate | Instant | null | undefined;
}

/** Options of `activityReview`. */
export interface ActivityReviewOptions {
  /** Activities that began after this day or moment are issues and don't count. */
  readonly asOf?: PlainDate | Instant | undefined;
}

/** What activities took. */
export interface ActivitySum {
  readonly activities: number;
  /** Of those whose length is known. */
  readonly minutes: number;
  /** Activities of unknown length. */
  readonly unknownMinutes: number;
}

/** What served a purpose. One activity may serve several, so these don't add up. */
export interface PurposeSum extends ActivitySum {
  readonly purpose: ActivityPurpose;
}

/** What a kind of activity took, and how many of them served nothing. */
export interface KindSum extends ActivitySum {
  /** `null`: unknown. */
  readonly activity: ActivityKind | null;
  readonly waste: number;
}

/** A share that isn't wholly known; four decimals. */
export interface ShareBetween {
  readonly least: number;
  readonly most: number;
}

/** What activities served, and what was waste (E7.4). Plain JSON. */
export interface ActivityReview {
  /** The version of this shape. */
  readonly v: 1;
  readonly total: ActivitySum;
  /** The handbook's four in their order, then a host's own by code. */
  readonly purposes: readonly PurposeSum[];
  /** Purposes of the handbook's four that nothing is known to have served. */
  readonly unserved: readonly ActivityPurpose[];
  /** The handbook's seven in their order, then a host's own by code, then the unknown; only those that occurred. */
  readonly kinds: readonly KindSum[];
  /** Those that served nothing; ids in code-unit order. */
  readonly waste: ActivitySum & { readonly ids: readonly string[] };
  /** Those of which nobody has said what they served. */
  readonly unknown: ActivitySum & { readonly ids: readonly string[] };
  /** Waste ÷ all activities; `most` if all the unknown are waste as well. `null` where there are none. */
  readonly wasteShare: ShareBetween | null;
  readonly issues: readonly PortfolioIssue[];
}
