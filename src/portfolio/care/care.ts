import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";

/** How key accounts are cared for (E8). */
export const CARE_MEASURES = [
  "supply-first",
  "first-new-products",
  "support-publicity",
  "executive-visit",
  "joint-promotion",
  "ask-opinion",
] as const;
/**
 * A measure of care for key accounts (E8).
 * - `supply-first`: its orders are delivered before others'.
 * - `first-new-products`: it tries new products first.
 * - `support-publicity`: its publicity and promotions are watched and supported.
 * - `executive-visit`: our executives visit it.
 * - `joint-promotion`: promotions are designed with it.
 * - `ask-opinion`: its opinion on our people is asked.
 */
export type CareMeasure = (typeof CARE_MEASURES)[number];

/**
 * Days within which each measure is due again, unless told. "Regularly" is all that the handbook says, and only of opinions; the figures are this package's choice: supply is
 * reviewed monthly, publicity and opinion quarterly, executives and promotions half-yearly, new products yearly.
 */
export const CARE_DAYS: { readonly [K in CareMeasure]: number } = {
  "supply-first": 30,
  "first-new-products": 365,
  "support-publicity": 90,
  "executive-visit": 180,
  "joint-promotion": 180,
  "ask-opinion": 90,
};

/** Where a measure stands. */
export const CARE_STATES = ["done", "due", "never", "unknown"] as const;
/** Where a measure stands: done within its days, due again, never done, or nobody says when it was done. */
export type CareState = (typeof CARE_STATES)[number];

/** What {@link recommendCare} takes. */
export interface CareFacts {
  /** When each measure was last taken, or `"never"`; absent or `null`: unknown. One after `asOf` says nothing of the time up to it. */
  readonly lastTaken?: { readonly [K in CareMeasure]?: PlainDate | Instant | "never" | null | undefined } | undefined;
}

/** How to recommend. */
export interface CareOptions {
  readonly asOf: PlainDate | Instant;
  /** Days, 1 … 36,525, within which a measure is due again; {@link CARE_DAYS} unless told; `null`: this measure isn't for this client. */
  readonly days?: { readonly [K in CareMeasure]?: number | null | undefined } | undefined;
}

/** One measure and where it stands. */
export interface CareAdvice {
  readonly measure: CareMeasure;
  readonly state: CareState;
  readonly lastTaken: PlainDate | Instant | null;
  /** The day on which it is due again; `null` where it was never taken, so that it is due now, or nobody says when. */
  readonly dueOn: PlainDate | null;
  /** Whole days since it fell due, 0 on the day itself; `null` where it isn't due, was never taken, or nobody says when. */
  readonly overdueDays: number | null;
}

/** How a key account is to be cared for. */
export interface CarePlan {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  /** What was never done first, then what is due, the longest overdue first, then what nobody knows of, then what is done, the next due first; ties in the order of {@link CARE_MEASURES}. */
  readonly measures: readonly CareAdvice[];
  /** What couldn't be read of the facts: it counts as unknown. */
  readonly issues: readonly PortfolioIssue[];
}
