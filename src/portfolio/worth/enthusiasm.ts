import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { PlainMonth } from "../../ground/months.js";

/** From whom a touch came. */
export const TOUCH_SIDES = ["us", "client"] as const;
/** From whom a touch came: our own are our warmth; the client's are shown beside them. */
export type TouchSide = (typeof TOUCH_SIDES)[number];

/** What a client needs of us. */
export const NEED_KINDS = ["request", "complaint"] as const;
/** A request (service, information, supply) or a complaint. */
export type NeedKind = (typeof NEED_KINDS)[number];

/** What became of a need. */
export const NEED_STATUSES = ["answered", "answered-late", "not-yet-due", "overdue", "unknown"] as const;
/**
 * What became of a need by `asOf`: answered in time, answered late, not answered but still in time (`not-yet-due`), not answered and late
 * (`overdue`), or nobody says.
 */
export type NeedStatus = (typeof NEED_STATUSES)[number];

/** Phases of a client relation around the sale. */
export const ENTHUSIASM_PHASES = ["before-signing", "before-delivery", "after-delivery", "after-signing"] as const;
/** Up to the day of signing, that day included; then up to the day of delivery; then after it. `after-signing` where that day isn't known. */
export type EnthusiasmPhase = (typeof ENTHUSIASM_PHASES)[number];

/** Days within which a need is to be answered: a request within a week (D4.6), a complaint within two days. */
export const ANSWER_DAYS = { request: 7, complaint: 2 } as const;

/** What the curves show. */
export const ENTHUSIASM_REASONS = [
  "needs-outrun-touches",
  "touches-fell",
  "answers-late",
  "needs-overdue",
  "answers-unknown",
] as const;
/** What the curves show. */
export type EnthusiasmReasonCode = (typeof ENTHUSIASM_REASONS)[number];

/** One contact. */
export interface Touch {
  readonly at: PlainDate | Instant;
  /** `"us"` unless told. */
  readonly by?: TouchSide | null | undefined;
}

/** One thing that the client needed. */
export interface Need {
  readonly at: PlainDate | Instant;
  readonly kind: NeedKind;
  /** When it was answered. */
  readonly answeredAt?: PlainDate | Instant | null | undefined;
  /** `true`: it is known not to be answered by `asOf`; with neither, nobody knows. */
  readonly unanswered?: boolean | null | undefined;
}

/** What {@link enthusiasmGap} asks. */
export interface EnthusiasmFacts {
  readonly touches: readonly Touch[];
  readonly needs: readonly Need[];
  readonly signedOn?: PlainDate | Instant | null | undefined;
  readonly deliveredOn?: PlainDate | Instant | null | undefined;
}

/** Options of {@link enthusiasmGap}. */
export interface EnthusiasmOptions {
  /** The day or moment of the question; what lies after it isn't known yet. */
  readonly asOf: PlainDate | Instant;
  /** Months that the curves show at most, the last being that of `asOf`, 1 … 1200; 60 unless told. */
  readonly months?: number | undefined;
  /** Days within which a need is to be answered; {@link ANSWER_DAYS} unless told. */
  readonly answerDays?: { readonly [K in NeedKind]?: number | undefined } | undefined;
  /** Months that a gap must last, that of `asOf` included, 1 … 1200; 2 unless told. */
  readonly persistence?: number | undefined;
}

/** Needs by what became of them. */
export type NeedCounts = { readonly [S in NeedStatus]: number };

/** One month of the two curves. */
export interface EnthusiasmMonth {
  readonly month: PlainMonth;
  /** The phase on the month's first day; `null` where the days of signing and delivery don't tell. */
  readonly phase: EnthusiasmPhase | null;
  /** Our touches. */
  readonly touches: number;
  /** The client's. */
  readonly clientTouches: number;
  readonly requests: number;
  readonly complaints: number;
  /** Requests and complaints. */
  readonly needs: number;
  /** Needs less touches: above zero where needs outrun touches. */
  readonly gap: number;
  /** The needs that arose in this month, by what became of them. */
  readonly answers: NeedCounts;
}

/** One phase as a whole. */
export interface EnthusiasmSpan {
  readonly phase: EnthusiasmPhase;
  readonly days: number;
  readonly touches: number;
  /** Our touches per 30 days; four decimals. */
  readonly touchRate: number;
  readonly needs: number;
  /** Needs per 30 days; four decimals. */
  readonly needRate: number;
  readonly answers: NeedCounts;
  /** Mean days until a need was answered, of those whose answer is known; four decimals; `null` if there is none. */
  readonly answerDays: number | null;
}

/** What a curve shows, with its numbers. */
export type EnthusiasmReason =
  | {
      readonly code: "needs-outrun-touches";
      readonly since: PlainMonth;
      readonly needs: number;
      readonly touches: number;
    }
  | { readonly code: "touches-fell"; readonly before: number; readonly after: number }
  | { readonly code: "answers-late"; readonly late: number; readonly answered: number }
  | { readonly code: "needs-overdue"; readonly overdue: number; readonly needs: number }
  | { readonly code: "answers-unknown"; readonly unknown: number; readonly needs: number };

/** The two enthusiasm curves, our touches and the client's needs, and the gap between them. */
export interface EnthusiasmGap {
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  /** Month by month without holes, from the first touch or need, or the longest span asked, to `asOf`. */
  readonly months: readonly EnthusiasmMonth[];
  /** The phases that the days of signing and delivery delimit, and that have begun. */
  readonly phases: readonly EnthusiasmSpan[];
  /** Whether needs outrun touches now, and have for long enough; `null` where touches or needs aren't known. */
  readonly isOpen: boolean | null;
  /** The month in which the gap opened; `null` if none is open. */
  readonly openedIn: PlainMonth | null;
  /** Needs less touches since then; 0 if none is open. */
  readonly gap: number;
  /** All needs by what became of them. */
  readonly answers: NeedCounts;
  /** Touches and needs before the first month shown: counted in the phases, not in the curves. */
  readonly earlier: { readonly touches: number; readonly needs: number };
  readonly reasons: readonly EnthusiasmReason[];
  readonly issues: readonly PortfolioIssue[];
}
