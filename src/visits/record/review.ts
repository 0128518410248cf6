import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import type { Attitude, DevelopmentStep, FailureCause, VisitOutcome } from "../../ground/vocabulary.js";
import type { Client } from "../../models/record/client.js";
import type { PlanPeople } from "../plan/plan.js";
import type { VisitorRank } from "../plan/rules.js";
import type { FeedAnswers } from "./feeds.js";
import type { AnswerForm } from "./read-forms.js";

/** What of a plan is held against what happened. */
export const REVIEWED_PARTS = [
  "time",
  "minutes",
  "place",
  "way",
  "manner",
  "focus",
  "our-people",
  "their-people",
] as const;
/** A part of a plan that is held against what happened. */
export type ReviewedPart = (typeof REVIEWED_PARTS)[number];

/** How a part of a plan came out. */
export const REVIEW_STATES = ["as-planned", "changed", "not-planned", "not-recorded", "unknown"] as const;
/**
 * How a part of a plan came out.
 * - `as-planned`, `changed`: both sides are known.
 * - `not-planned`: the plan says nothing.
 * - `not-recorded`: the record says nothing.
 * - `unknown`: neither says anything.
 */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What the record of a visit must say (D4.5 目标客户拜访记录表). */
export const RECORD_PARTS = ["time", "place", "manner", "main-points", "client-ideas", "advice"] as const;
/** A part of the record of a visit (D4.5). `time` is the hour: a plain day doesn't tell it. */
export type RecordPart = (typeof RECORD_PARTS)[number];

/** Where a visit leads (A6.6). */
export const VISIT_CONSEQUENCES = ["open-archive", "keep-following", "analyse-failure"] as const;
/** Where a visit leads (A6.6): a good one opens the client's archive, one without result the analysis; else keep following. */
export type VisitConsequence = (typeof VISIT_CONSEQUENCES)[number];

/** What is wrong with a visit's record. */
export const VISIT_FINDINGS = [
  "record-part-missing",
  "attitude-missing",
  "outcome-missing",
  "causes-missing",
  "causes-contradict",
  "next-step-missing",
  "report-due",
  "report-late",
  "not-filed",
  "other-plan",
  "other-client",
  "not-as-planned",
  "other-lead",
  "lead-absent",
  "absent",
  "rank-too-low",
] as const;
/** A code of {@link VisitFinding}. */
export type VisitFindingCode = (typeof VISIT_FINDINGS)[number];
/**
 * What is wrong with a visit's record.
 * - `record-part-missing`: what D4.5 asks for isn't recorded; place and manner are asked only where people met.
 * - `attitude-missing`, `outcome-missing`, `next-step-missing`: nor how warm the client was (D5.3), how it went (A6.6), what comes next (A6.4).
 * - `causes-missing`: without result, and nobody says why (A6.7); `causes-contradict`: causes of failure, and a good result.
 * - `report-due`: not reported although it should be by now; `report-late`: reported so many days after the visit (A6.6 "soon"); working days where a calendar says which are worked.
 * - `not-filed`: reported, and not filed yet, at the office or in the information system (A4.5; won: D5.1; not won: D5.2).
 * - `other-plan`, `other-client`: it carried out another plan, or was at another client. Then the plan's parts aren't held against it.
 * - `not-as-planned`: a part of the plan came otherwise · `other-lead`, `lead-absent`: somebody else led the talk; who was to lead wasn't there · `absent`: nor was somebody else who was planned
 * - `rank-too-low`: a key account was visited, and nobody of ours had the rank for it (D4.1)
 */
export type VisitFinding =
  | { readonly code: "record-part-missing"; readonly part: RecordPart }
  | {
      readonly code: "report-due" | "report-late";
      readonly days: number;
      readonly within: number;
      readonly unit: "days" | "working-days";
    }
  | { readonly code: "other-plan" | "other-client" | "other-lead"; readonly planned: string; readonly actual: string }
  | {
      readonly code: "not-as-planned";
      readonly part: "time" | "place" | "way" | "manner" | "focus";
      readonly planned: string;
      readonly actual: string;
    }
  | { readonly code: "lead-absent"; readonly person: string }
  | { readonly code: "absent"; readonly part: "our-people" | "their-people"; readonly person: string }
  | { readonly code: "rank-too-low"; readonly least: string }
  | {
      readonly code: Exclude<
        VisitFindingCode,
        | "record-part-missing"
        | "report-due"
        | "report-late"
        | "other-plan"
        | "other-client"
        | "not-as-planned"
        | "other-lead"
        | "lead-absent"
        | "absent"
        | "rank-too-low"
      >;
    };

/** One part of the plan against what happened. `null`: unknown. */
export interface PartReview {
  readonly part: ReviewedPart;
  readonly state: ReviewState;
  /** Codes, texts, minutes as text; people by id, by name where they have none. */
  readonly planned: readonly string[] | null;
  readonly actual: readonly string[] | null;
}

/** An answer that the visit brought. */
export interface ReviewedAnswer {
  readonly field: string;
  /** `null`: asked, still unknown, or not applicable. */
  readonly value: Json;
  readonly notApplicable: boolean;
  /** The time of the record, where the answer has none of its own. */
  readonly observedAt: PlainDate | Instant;
  /** Whether the plan asked for it. */
  readonly planned: boolean;
}

/** A plan against what happened. Plain JSON. */
export interface VisitReview {
  /** The version of this shape. */
  readonly v: 1;
  readonly visitId: string | null;
  readonly clientId: string | null;
  readonly planId: string | null;
  /** In the order of {@link REVIEWED_PARTS}. */
  readonly parts: readonly PartReview[];
  /** Each field once: as the visit tells them, then as its forms do. */
  readonly learnt: readonly ReviewedAnswer[];
  /** What the plan asked for and the visit didn't bring, in the plan's order. */
  readonly notLearnt: readonly string[];
  readonly attitude: Attitude | null;
  readonly progress: DevelopmentStep | null;
  readonly outcome: VisitOutcome | null;
  /** Why it failed (A6.7), as recorded; `null`: nobody says. */
  readonly failureCauses: readonly { readonly cause: FailureCause; readonly notes: string | null }[] | null;
  readonly nextStep: {
    readonly what: string;
    readonly dueOn: PlainDate | Instant | null;
    readonly owner: string | null;
  } | null;
  /** `null` where the outcome isn't known. */
  readonly leadsTo: VisitConsequence | null;
  /** In the order of {@link VISIT_FINDINGS}; missing parts in that of {@link RECORD_PARTS}. */
  readonly findings: readonly VisitFinding[];
  /** Fields that couldn't be read; they count as unknown. */
  readonly issues: readonly PortfolioIssue[];
}

/** How to review. */
export interface ReviewOptions<R extends string = VisitorRank> extends AnswerForm {
  /** `SurveyAnswers`; those filled in at this visit (`visitId`) count, others are left aside. */
  readonly answers?: readonly FeedAnswers[] | undefined;
  readonly asOf: PlainDate | Instant;
  /** Days after the visit within which it must be reported, 0 … 365; 1 unless told: the handbook says "soon" (A6.6). */
  readonly reportWithinDays?: number | undefined;
  /** Whose working days count, and whose clock tells the day of a moment; without it every day counts, in UTC. */
  readonly calendar?: WorkingCalendar | undefined;
  /** Minutes by which a visit may begin earlier or later than planned without a finding, 0 … 1,440; 30 unless told, this package's choice. */
  readonly timeWithinMinutes?: number | undefined;
  /** Whose `kind` says whether it is a key account (D4.1); any `Client` will do. Absent: not known, so ranks aren't looked at. */
  readonly client?: Partial<Pick<Client, "kind">> | undefined;
  /** Our people's ranks where neither record nor plan tells them, our ranks, and the lowest that may visit a key account: as for `planVisit`. */
  readonly people?: Pick<PlanPeople<R>, "team" | "ranks" | "leastRank"> | undefined;
}
