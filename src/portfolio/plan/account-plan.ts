import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";

/** The four sides of a SWOT (E1.2). */
export const SWOT_SIDES = ["strength", "weakness", "chance", "threat"] as const;
/** One side of a SWOT (E1.2): what we are good or bad at against rivals, what may help or harm us. */
export type SwotSide = (typeof SWOT_SIDES)[number];

/** Where a measure stands. */
export const MEASURE_STATES = ["unplanned", "planned", "under-way", "done", "reviewed"] as const;
/** Where a measure stands: no stage goal yet; none reached; some; all; and all reviewed after acting. */
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What is found in a plan. */
export const PLAN_FINDINGS = [
  "side-missing",
  "rival-missing",
  "entry-unanswered",
  "answers-nothing",
  "unknown-entry",
  "no-stage-goal",
  "owner-missing",
  "due-missing",
  "stage-late",
  "not-reviewed",
] as const;
/** What is found in a plan. */
export type PlanFindingCode = (typeof PLAN_FINDINGS)[number];

/** An entry of a SWOT. */
export interface SwotEntry {
  readonly id: string;
  readonly side: SwotSide;
  readonly text?: string | null | undefined;
  /** The rival that a strength or weakness is measured by. */
  readonly against?: string | null | undefined;
}

/** A stage goal of a measure: what, until when, by whom. Absent or `null`: not yet. */
export interface StageGoal {
  readonly id: string;
  readonly text?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly due?: PlainDate | null | undefined;
  readonly done?: PlainDate | Instant | null | undefined;
  readonly reviewed?: PlainDate | Instant | null | undefined;
}

/** A measure with its plan. */
export interface PlanMeasure {
  readonly id: string;
  readonly text?: string | null | undefined;
  /** Ids of the entries that it answers. */
  readonly answers: readonly string[];
  readonly goals: readonly StageGoal[];
}

/** The SWOT of an account or area, the measures that follow from it, and their plan (E1.2). */
export interface AccountPlan {
  readonly entries: readonly SwotEntry[];
  readonly measures: readonly PlanMeasure[];
}

/** Something found in a plan. */
export type PlanFinding =
  | { readonly code: "side-missing"; readonly side: SwotSide }
  | { readonly code: "rival-missing" | "entry-unanswered"; readonly entry: string }
  | { readonly code: "answers-nothing" | "no-stage-goal"; readonly measure: string }
  | { readonly code: "unknown-entry"; readonly measure: string; readonly entry: string }
  | { readonly code: "owner-missing" | "due-missing" | "not-reviewed"; readonly measure: string; readonly goal: string }
  | { readonly code: "stage-late"; readonly measure: string; readonly goal: string; readonly due: PlainDate };

/** What a review of a plan says. */
export interface PlanReview {
  /** The version of this shape. */
  readonly v: 1;
  /** In the order of the plan. */
  readonly measures: readonly { readonly measure: string; readonly state: MeasureState }[];
  /** By side, entry, then measure, in the order of the plan. */
  readonly findings: readonly PlanFinding[];
  /** Whether nothing was found, and nothing was faulty. */
  readonly complete: boolean;
  readonly issues: readonly PortfolioIssue[];
}

/** Options of {@link reviewPlan}. */
export interface ReviewPlanOptions {
  /** When a stage goal that isn't done and was due earlier is late. */
  readonly asOf: PlainDate | Instant;
}
