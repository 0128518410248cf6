import type { Scorecard } from "../../evaluation/definition/scorecard.js";
import type { LimitHit, Reason, Strength } from "../../evaluation/evaluation.js";
import type { NextQuestionOf } from "../../evaluation/questions/questions.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { FactIssue, PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { EffortDecision, EffortLedger } from "../../portfolio/worth/effort.js";
import type { FunnelFacts, FunnelPosition } from "../funnel/funnel.js";
import type { CompetitivePosition, PositionFacts } from "../position/position.js";

/** What to do about an opportunity (E7.2). */
export const OPPORTUNITY_DECISIONS = ["go", "find-out", "no-go"] as const;
/** What to do about an opportunity (E7.2): pursue it, find out first, or leave it. */
export type OpportunityDecision = (typeof OPPORTUNITY_DECISIONS)[number];

/** A scorecard whose grades are the decision, as those of `opportunityScorecard` are. */
export type OpportunityScorecard<I, G extends OpportunityDecision, R extends string> = Scorecard<I, G, R>;

/** What of an effort's ledger counts here: the result of `effortLedger` will do. */
export type EffortFooting = Pick<
  EffortLedger,
  "currency" | "stage" | "likelihood" | "expectedValue" | "spendShare" | "decision" | "certain"
> & { readonly total: Pick<EffortLedger["total"], "cost"> };

/** Options of `qualifyOpportunity`; all but `asOf` are data about this opportunity. */
export interface QualifyOptions {
  /** The day or moment of the judgement; without it no answer ages. */
  readonly asOf?: PlainDate | Instant | null | undefined;
  /** For the funnel (E7.1). What isn't told here follows from the answers, where one says the same. */
  readonly evidence?: FunnelFacts | null | undefined;
  /** Our advantages and rivals' (D2). */
  readonly position?: PositionFacts | null | undefined;
  /** What was spent so far (E7.3), by `effortLedger`. */
  readonly effort?: EffortFooting | null | undefined;
}

/** One group of questions, judged by itself. */
export interface GroupQualification<K extends string = string> {
  /** By the group's own points, and by the limits on its questions; `null` where nothing of it counts. */
  readonly decision: OpportunityDecision | null;
  readonly points: number;
  readonly weight: number;
  readonly coverage: number;
  readonly reasons: readonly Reason<K>[];
  readonly strengths: readonly Strength<K>[];
  readonly limits: readonly LimitHit<OpportunityDecision>[];
  /** Its questions to ask, the most telling first. */
  readonly ask: readonly K[];
}

/** Spend against stage and likelihood (E7.3). `null` is unknown. */
export interface OpportunitySpend {
  readonly currency: string | null;
  readonly spent: DecimalString | null;
  readonly stage: string | null;
  readonly likelihood: number | null;
  readonly expectedValue: DecimalString | null;
  /** Spent ÷ expected value. */
  readonly spendShare: number | null;
  readonly decision: EffortDecision | null;
  readonly certain: boolean;
}

/** What doesn't go together. */
export const OPPORTUNITY_WARNINGS = [
  "spent-without-go",
  "effort-stops",
  "effort-escalates",
  "go-but-not-qualified",
  "rival-leads",
] as const;
/** What doesn't go together. */
export type OpportunityWarningCode = (typeof OPPORTUNITY_WARNINGS)[number];
/** A warning with what it speaks of. */
export type OpportunityWarning =
  | { readonly code: "spent-without-go"; readonly amount: DecimalString }
  | { readonly code: "rival-leads"; readonly rival: string }
  | { readonly code: "effort-stops" | "effort-escalates" | "go-but-not-qualified" };

/** Whether to pursue an opportunity, with all that says so. Plain JSON. */
export interface OpportunityQualification<I = unknown, R extends string = string> {
  /** The version of this shape. */
  readonly v: 1;
  readonly asOf: PlainDate | Instant | null;
  /** The scorecard's grade; `null` where it gives none. */
  readonly decision: OpportunityDecision | null;
  /** Whether no answer to an open question would change it. */
  readonly certain: boolean;
  /** The best and the worst that the open questions leave. */
  readonly best: OpportunityDecision | null;
  readonly worst: OpportunityDecision | null;
  readonly score: number | null;
  readonly coverage: number;
  readonly groups: { readonly [K in R]: GroupQualification<keyof I & string> };
  readonly reasons: readonly Reason<keyof I & string>[];
  readonly limits: readonly LimitHit<OpportunityDecision>[];
  /** What to ask, the most telling first. */
  readonly questions: readonly NextQuestionOf<I, OpportunityDecision>[];
  readonly funnel: FunnelPosition;
  /** `null`: not told. */
  readonly position: CompetitivePosition | null;
  readonly spend: OpportunitySpend | null;
  readonly warnings: readonly OpportunityWarning[];
  readonly issues: readonly (FactIssue | PortfolioIssue)[];
}
