import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Level } from "../../ground/vocabulary.js";
import type { CareManner, FollowWay } from "../../portfolio/levels/levels.js";

/** How often a kind of client is seen. */
export interface CadenceRule {
  /** Visits a year, or calls where the way is by phone; 1 … 366. */
  readonly perYear: number;
  /** Days without any contact that are never exceeded, 1 … 3660; `null`: no such limit. */
  readonly longestGapDays: number | null;
  /** Who sees clients of this level (E4.7). */
  readonly way: FollowWay;
  /** How clients of this class are cared for (E4.8). */
  readonly manner: CareManner;
}

/**
 * How often clients are seen, by class and level, unless a host says otherwise. Ways and manners are the handbook's (E4.7, E4.8); the figures are this package's choice: monthly,
 * every second month, twice and once a year, and A to C never more than 90 days without contact.
 */
export const CADENCE_TABLE: { readonly [L in Level]: CadenceRule } = {
  A: { perYear: 12, longestGapDays: 90, way: "visited-by-developer", manner: "on-site" },
  B: { perYear: 6, longestGapDays: 90, way: "visited-by-developer", manner: "close" },
  C: { perYear: 2, longestGapDays: 90, way: "by-phone", manner: "by-the-books" },
  D: { perYear: 1, longestGapDays: null, way: "by-phone", manner: "by-the-books" },
};

/** Contacts that a typical deal takes at least (E4.7). */
export const LEAST_CONTACTS = 4;

/** A client whose next contact is asked for. Absent or `null` is unknown. */
export interface CadenceClient<K extends string = Level> {
  readonly id: string;
  /** Its class by purchases (E4.2), and its level by rank (E4.7), by the table's names. The one with more contacts a year tells how often; the level tells the way, the class the manner. */
  readonly class?: K | null | undefined;
  readonly level?: K | null | undefined;
  /** The last visit in person. */
  readonly lastVisit?: PlainDate | Instant | "never" | null | undefined;
  /** The last contact of any way. */
  readonly lastContact?: PlainDate | Instant | "never" | null | undefined;
  /** Contacts so far. */
  readonly contacts?: number | null | undefined;
  /** Whether it buys from us. */
  readonly buys?: boolean | null | undefined;
}

/** How to look at the cadence. */
export interface CadenceOptions<K extends string = Level> {
  readonly asOf: PlainDate | Instant;
  /** {@link CADENCE_TABLE} unless told; a host's own replaces it whole, in the order of its weight. */
  readonly table?: { readonly [C in K]: CadenceRule } | undefined;
  /** Whose working days count: a day off as the last day moves the date to the working day before. Moments belong to its clock's days. */
  readonly calendar?: WorkingCalendar | undefined;
  /** Days ahead of `asOf` within which a date counts as due, 0 … 366; 7 unless told: the coming week. */
  readonly aheadDays?: number | undefined;
}

/** Where a client stands. */
export const CADENCE_STATES = ["overdue", "due", "unknown", "not-due"] as const;
/** Where a client stands: its date has passed; it comes within the days ahead, or it was never seen; nothing tells; later. */
export type CadenceState = (typeof CADENCE_STATES)[number];

/** Why a client is due when it is. */
export const CADENCE_REASONS = [
  "rhythm",
  "longest-gap",
  "never-visited",
  "never-contacted",
  "no-class",
  "last-visit-unknown",
  "last-contact-unknown",
  "moved-to-working-day",
] as const;
/** A code of {@link CadenceReason}. */
export type CadenceReasonCode = (typeof CADENCE_REASONS)[number];
/**
 * Why a client is due when it is.
 * - `rhythm`: so many days after the last visit (or call), a year's days ÷ contacts a year rounded down · `longest-gap`: so many days without any contact are the most
 * - `never-visited`, `never-contacted`: due at once · `no-class`: neither class nor level is known
 * - `last-visit-unknown`, `last-contact-unknown`: that rule says nothing · `moved-to-working-day`: from a day off
 */
export type CadenceReason =
  | { readonly code: "rhythm" | "longest-gap"; readonly days: number; readonly since: PlainDate }
  | { readonly code: "moved-to-working-day"; readonly from: PlainDate }
  | { readonly code: Exclude<CadenceReasonCode, "rhythm" | "longest-gap" | "moved-to-working-day"> };

/** A client with its next contact. */
export interface CadencePlace<K extends string = Level> {
  readonly id: string;
  /** The class or level that counts; `null` where neither is known. */
  readonly rule: K | null;
  readonly way: FollowWay | null;
  readonly manner: CareManner | null;
  readonly state: CadenceState;
  /** The last day on which it is in time; `null` where it was never seen, so that it is due at once, or nothing tells. */
  readonly dueOn: PlainDate | null;
  /** Days since; `null` unless overdue. */
  readonly overdueDays: number | null;
  /** What decides first. */
  readonly reasons: readonly CadenceReason[];
  /** How many contacts more it takes at least until giving up is in order (E4.7); `null`: it buys, or how many there were isn't known. */
  readonly contactsLeft: number | null;
}

/** Whom to see when. Plain JSON. */
export interface VisitCadence<K extends string = Level> {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  readonly counts: { readonly [S in CadenceState]: number };
  /** In the order of {@link CADENCE_STATES}; within one the never seen first, then by date, then by the table's order, then by id. */
  readonly clients: readonly CadencePlace<K>[];
  /** Rows that couldn't be read are left out; their paths begin with the index. */
  readonly issues: readonly PortfolioIssue[];
}
