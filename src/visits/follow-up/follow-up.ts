import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { ContactWay } from "../../ground/vocabulary.js";

/** Days within which a client's opinion of a visit is asked for (D4.6). */
export const FOLLOW_UP_DAYS = 7;

/** How to look at follow-ups. */
export interface FollowUpOptions {
  readonly asOf: PlainDate | Instant;
  /** Whose days off are stepped over, and whose clock tells the day of a moment. */
  readonly calendar?: WorkingCalendar | undefined;
  /** Days after the visit, 1 … 60; {@link FOLLOW_UP_DAYS} unless told. */
  readonly withinDays?: number | undefined;
  /** Ways of contact that must be followed up; `["visit"]` unless told. */
  readonly ways?: readonly ContactWay[] | undefined;
}

/** Where a follow-up stands. */
export const FOLLOW_UP_STATES = ["overdue", "due", "late", "done"] as const;
/** Where a follow-up stands: not done, and its last day has passed; still to be done; done after its last day; done in time. */
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** What there is to say about a follow-up. */
export const FOLLOW_UP_NOTES = [
  "way-unknown",
  "other-way",
  "later-contact",
  "no-opinion",
  "pulled-forward",
  "week-off",
] as const;
/**
 * What there is to say about a follow-up.
 * - `way-unknown`, `other-way`: nobody says how what the record names as follow-up was done, or it was neither a call nor a visit, so it doesn't count (D4.6)
 * - `later-contact`: by the next call or visit to the client that is on record · `no-opinion`: done, and no opinion is recorded
 * - `pulled-forward`: the last day is a day off, so it is due on the working day before · `week-off`: no working day is left in the time, so the first one after is the last
 */
export type FollowUpNote = (typeof FOLLOW_UP_NOTES)[number];

/** The follow-up of one visit. */
export interface FollowUpPlace {
  readonly visitId: string;
  readonly clientId: string;
  /** The day of the visit. */
  readonly visitedOn: PlainDate;
  /** The working day by which to do it. */
  readonly dueOn: PlainDate;
  /** The last day on which it is in time; after it the rule is broken. */
  readonly latestOn: PlainDate;
  readonly state: FollowUpState;
  /** When it was done; `null`: not yet, or not in a way that counts. */
  readonly doneOn: PlainDate | null;
  /** Days after `latestOn`: when it was done, or until now; `null` where it is in time. */
  readonly daysLate: number | null;
  readonly notes: readonly FollowUpNote[];
}

/** The follow-ups of visits (D4.6). Plain JSON. */
export interface FollowUps {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  readonly counts: { readonly [S in FollowUpState]: number };
  /** In the order of {@link FOLLOW_UP_STATES}, then the earliest last day first, then by id. */
  readonly followUps: readonly FollowUpPlace[];
  /** Those overdue and late, in the same order. */
  readonly breaches: readonly FollowUpPlace[];
  /** Visits that couldn't be read are left out; their paths begin with the index. */
  readonly issues: readonly PortfolioIssue[];
}
