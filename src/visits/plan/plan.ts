import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { ClientKind, ContactWay, MilestoneCode, VisitFocus } from "../../ground/vocabulary.js";
import type { Appointment, PreparatoryMeeting } from "../../models/record/appointment.js";
import type { Client } from "../../models/record/client.js";
import type { Visit } from "../../models/record/visit.js";
import type { VisitPlan } from "../../models/record/visit-plan.js";
import type { SurveyAskReason } from "../survey/progress.js";
import type { ConductRule, FirstVisitStep, VisitorRank } from "./rules.js";

/** One of our people. */
export interface PlanMember<R extends string = string> {
  readonly id: string;
  /** The id where there is none. */
  readonly name?: string | undefined;
  /** Absent: unknown. */
  readonly rank?: R | null | undefined;
  /** Id of the superior. */
  readonly reportsTo?: string | null | undefined;
}

/** Whom to see next, and who of ours goes: any `DecisionMap` will do. */
export interface PlanMap {
  readonly next: readonly {
    readonly id: string;
    readonly visit: { readonly by: string | null; readonly with: string | null };
  }[];
}

/** The people of both sides. */
export interface PlanPeople<R extends string = VisitorRank> {
  readonly team?: readonly PlanMember<NoInfer<R>>[] | undefined;
  readonly map?: PlanMap | null | undefined;
  /** Ids of the team who come along, each with a task in the house's own words. */
  readonly also?: readonly { readonly id: string; readonly task?: string | undefined }[] | undefined;
  /** Our ranks from the lowest; {@link VISITOR_RANKS} unless told. */
  readonly ranks?: readonly R[] | undefined;
  /** The lowest rank that may visit a key account (D4.1); `"supervisor"` unless told, or the second of `ranks`. */
  readonly leastRank?: NoInfer<R> | undefined;
}

/** When an entry of a library fits; every condition that is told must hold, and what is unknown fits none. */
export interface LibraryContext {
  readonly milestones?: readonly MilestoneCode[] | undefined;
  readonly focuses?: readonly VisitFocus[] | undefined;
  readonly ways?: readonly ContactWay[] | undefined;
  readonly kinds?: readonly ClientKind[] | undefined;
  readonly grades?: readonly string[] | undefined;
  readonly firstVisit?: boolean | undefined;
}

/** A question that clients ask. */
export interface LibraryQuestion {
  readonly question: string;
  /** Absent: nobody has prepared one. */
  readonly answer?: string | null | undefined;
  readonly when?: LibraryContext | undefined;
}

/** Something to present, to hand over or to carry. */
export interface LibraryItem {
  readonly name: string;
  readonly when?: LibraryContext | undefined;
}

/** What a host has at hand for visits, at most 500 of each. Of entries for one question the last that fits and has an answer holds. */
export interface VisitLibrary {
  readonly questions?: readonly LibraryQuestion[] | undefined;
  readonly present?: readonly LibraryItem[] | undefined;
  readonly handOver?: readonly LibraryItem[] | undefined;
  /** Things to carry (A4.1). */
  readonly carry?: readonly LibraryItem[] | undefined;
  /** How to ask for a fact, by its name or the survey's question. */
  readonly wording?: Readonly<Record<string, string>> | undefined;
}

/** The first judgement of a client's value (A6.2). `null` is unknown. */
export interface ValueJudgement {
  readonly large?: boolean | null | undefined;
  readonly demanding?: boolean | null | undefined;
  readonly capable?: boolean | null | undefined;
}

/** What a visit is planned from. Absent or `null` is unknown, and then open. */
export interface VisitSituation<R extends string = VisitorRank> {
  /** Id of the plan. */
  readonly id: string;
  readonly asOf: PlainDate | Instant;
  /** Any `Client` will do. */
  readonly client: Pick<Client, "id"> & Partial<Pick<Client, "kind" | "managedBy" | "contacts" | "address">>;
  /** Any `Evaluation` will do. */
  readonly evaluation?: { readonly grade: string | null; readonly gradeCertain: boolean } | null | undefined;
  readonly milestone?: MilestoneCode | null | undefined;
  readonly opportunityId?: string | null | undefined;
  readonly people?: PlanPeople<R> | null | undefined;
  /** Any `SurveyProgress` will do. */
  readonly survey?:
    | {
        readonly next: readonly {
          readonly question: string;
          readonly fact: string | null;
          /** What is `contradicted` is asked first. */
          readonly reason?: SurveyAskReason | null | undefined;
        }[];
      }
    | null
    | undefined;
  /** What `nextQuestions` gives. */
  readonly questions?: { readonly questions: readonly { readonly indicator: string }[] } | null | undefined;
  readonly library?: VisitLibrary | null | undefined;
  /** All visits to this client so far; empty: none yet. Those to others are left aside. */
  readonly visits?: readonly Visit[] | null | undefined;
  readonly judgement?: ValueJudgement | null | undefined;
  readonly appointment?: Appointment | null | undefined;
  readonly preparatoryMeeting?: PreparatoryMeeting | null | undefined;
  /** `"visit"` unless told. */
  readonly way?: ContactWay | undefined;
  /** What the appointment says unless told. */
  readonly startsAt?: PlainDate | Instant | null | undefined;
  readonly endsAt?: PlainDate | Instant | null | undefined;
  readonly place?: string | null | undefined;
  readonly goals?: readonly string[] | null | undefined;
  /** Grades that make a client one for multi-level visits (A6.2) where neither judgement nor kind tell; `["A"]` unless told. */
  readonly multiLevelGrades?: readonly string[] | undefined;
  /** How many facts to learn at most, 1 … 200; 20 unless told. */
  readonly mostQuestions?: number | undefined;
}

/** What can be open in a plan. */
export const OPEN_PARTS = [
  "history",
  "client-kind",
  "manner",
  "lead",
  "rank",
  "rank-not-appointed",
  "superior",
  "their-people",
  "time",
  "hour",
  "past",
  "place",
  "goals",
  "learn",
  "material",
  "library",
  "answer",
  "appointment",
  "confirmation",
  "appointment-differs",
  "preparatory-meeting",
] as const;
/** A code of {@link OpenPart}. */
export type OpenPartCode = (typeof OPEN_PARTS)[number];
/**
 * What is still open in a plan.
 * - `history`: earlier visits aren't known, so neither is which one this is · `client-kind`: whether it is a key account, whom somebody of rank visits (D4.1) after a meeting (D4.2) · `manner`: whether the client is one for multi-level visits
 * - `lead`: nobody of ours in charge · `rank`: nobody of the rank that D4.1 asks for; `rank-not-appointed`: there is somebody, whom the appointment doesn't name · `superior`: the one who joins (A6.2)
 * - `their-people`, `time`, `hour` (only the day), `past` (it lies before `asOf`), `place`, `goals`
 * - `learn`: neither questions nor survey are known · `material`: the milestone isn't known · `library`: there is none · `answer`: a question without one
 * - `appointment`: none; `confirmation`: the client hasn't agreed (A6.3); `appointment-differs`: it says otherwise of the time, the place or our people · `preparatory-meeting`: none yet (D4.2)
 */
export type OpenPart =
  | { readonly code: "rank" | "rank-not-appointed"; readonly person: string; readonly least: string }
  | { readonly code: "superior"; readonly person: string }
  | { readonly code: "answer"; readonly question: string }
  | { readonly code: "appointment-differs"; readonly part: "time" | "place" | "our-people" }
  | {
      readonly code: Exclude<
        OpenPartCode,
        "rank" | "rank-not-appointed" | "superior" | "answer" | "appointment-differs"
      >;
    };

/** Why a plan is as it is. */
export const PLAN_REASONS = [
  "first-visit-alone",
  "multi-level-due",
  "multi-level-done",
  "one-level-enough",
  "focus-next",
  "focus-all-done",
  "focus-unrecorded",
  "map-sends",
  "manager-leads",
  "appointment-names",
  "rank-raised",
] as const;
/** A code of {@link PlanReason}. */
export type PlanReasonCode = (typeof PLAN_REASONS)[number];
/**
 * Why a plan is as it is.
 * - `first-visit-alone`: the sales manager goes first (A6.2) · `multi-level-due`: now with the superior · `multi-level-done`: a superior was there already
 * - `one-level-enough`: not large, demanding and capable
 * - `focus-next`: the next of the four steps (A8.4) · `focus-all-done`: all four are done · `focus-unrecorded`: so many visits don't tell theirs
 * - `map-sends`: the decision map names who goes · `manager-leads`: who is in charge of the client · `appointment-names`: whom the appointment names, as neither of them goes · `rank-raised`: a superior leads, for D4.1
 */
export type PlanReason =
  | { readonly code: "focus-next"; readonly focus: VisitFocus }
  | { readonly code: "focus-unrecorded"; readonly visits: number }
  | { readonly code: "map-sends" | "manager-leads" | "appointment-names"; readonly person: string }
  | { readonly code: "rank-raised"; readonly person: string; readonly instead: string }
  | {
      readonly code: Exclude<
        PlanReasonCode,
        "focus-next" | "focus-unrecorded" | "map-sends" | "manager-leads" | "appointment-names" | "rank-raised"
      >;
    };

/** A planned visit. Plain JSON. */
export interface PlannedVisit {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant;
  /** `parseVisitPlan` reads it. Subjects, material and tasks that the package names are codes; a host's own are its words. */
  readonly plan: VisitPlan;
  /** Nothing is open, and everything could be read. */
  readonly ready: boolean;
  /** In the order of {@link OPEN_PARTS}. */
  readonly open: readonly OpenPart[];
  readonly reasons: readonly PlanReason[];
  /** The first visit's (A6.4); empty for later ones, for another way than a visit, and where that isn't known. */
  readonly procedure: readonly FirstVisitStep[];
  /** Without the rules for where people meet, by phone; in writing also without those for where they talk. */
  readonly conduct: readonly ConductRule[];
  /** Facts beyond `mostQuestions`. */
  readonly learnLeftOut: number;
  /** What couldn't be read counts as unknown. */
  readonly issues: readonly PortfolioIssue[];
}
