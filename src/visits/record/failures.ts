import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Attitude, FailureCause, VisitOutcome } from "../../ground/vocabulary.js";
import type { AnswerForm } from "./read-forms.js";

/** To which segment a client belongs: an industry, an area, a class. */
export interface ClientSegment {
  /** The client's id. */
  readonly id: string;
  /** Absent or `null`: unknown. */
  readonly segment?: string | null | undefined;
}

/** How to analyse failures. */
export interface FailureOptions extends AnswerForm {
  /** Visits after it aren't known yet. */
  readonly asOf: PlainDate | Instant;
  /** The first day of what came after; what changed is told from this day on. Absent: no comparison. */
  readonly since?: PlainDate | undefined;
  readonly segments?: readonly ClientSegment[] | undefined;
}

/** How often a cause stood behind a failure. */
export interface CauseCount {
  readonly cause: FailureCause;
  /** Failed visits that name it. */
  readonly visits: number;
  /** Their clients. */
  readonly clients: number;
  /** Of the failed visits that name any cause; four decimals. A visit may name several, so shares may add up to more than 1. */
  readonly share: number;
}

/** Failures of one segment. */
export interface SegmentFailures {
  /** `null`: of clients whose segment isn't known. */
  readonly segment: string | null;
  /** Visits with a known outcome. */
  readonly visits: number;
  readonly failed: number;
  /** Failed ÷ visits; four decimals. */
  readonly rate: number | null;
  readonly causes: readonly CauseCount[];
}

/** How often a cause stood behind failures in a time. */
export interface CauseShare {
  readonly visits: number;
  /** `null`: no failed visit of that time names a cause. */
  readonly share: number | null;
}

/** How a cause grew or shrank. */
export interface CauseChange {
  readonly cause: FailureCause;
  readonly before: CauseShare;
  readonly after: CauseShare;
  /** `after` − `before`; `null` where either is unknown. */
  readonly change: number | null;
}

/** One failed visit and what changed at that client since. */
export interface FailureStory {
  readonly visitId: string;
  readonly clientId: string;
  readonly segment: string | null;
  readonly at: PlainDate | Instant;
  /** Empty: not explained. */
  readonly causes: readonly FailureCause[];
  /** Contacts with this client since. */
  readonly contactsSince: number;
  /** Of the latest contact since that tells it. */
  readonly outcomeSince: VisitOutcome | null;
  readonly attitudeThen: Attitude | null;
  readonly attitudeSince: Attitude | null;
  /** Fields whose answer is new or another since, by name, whether a visit or a survey form has it. */
  readonly learntSince: readonly string[];
}

/** Why visits failed. Plain JSON. */
export interface FailureAnalysis {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  readonly since: PlainDate | null;
  /** Visits that could be read, and of them those that failed, and those whose outcome isn't known. */
  readonly visits: number;
  readonly failed: number;
  readonly outcomeUnknown: number;
  /** Failed visits without a cause, by id: to be analysed (A6.6, D5.2). */
  readonly unexplained: readonly string[];
  /** The most frequent first, ties by code. */
  readonly causes: readonly CauseCount[];
  /** By name; clients of unknown segment last. */
  readonly segments: readonly SegmentFailures[];
  /** By cause; `null` where no `since` is told. */
  readonly changes: readonly CauseChange[] | null;
  /** All failed visits, the latest first, ties by id. */
  readonly failures: readonly FailureStory[];
  /** Visits and segments that couldn't be read; their paths begin with the index. */
  readonly issues: readonly PortfolioIssue[];
}
