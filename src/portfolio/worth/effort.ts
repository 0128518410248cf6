import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** A stage of the selling with the likelihood of winning once it is reached. */
export interface StageLikelihood<S extends string = string> {
  readonly stage: S;
  /** 0 … 1; absent or `null`: unknown. At 1 it is won. */
  readonly likelihood?: Quantity | null | undefined;
}

/** The milestones with the likelihood of winning once each is reached (E9), in order, as a default that hosts change. */
export const STAGE_LIKELIHOODS = [
  { stage: "planning", likelihood: null },
  { stage: "visit", likelihood: "0.05" },
  { stage: "approval", likelihood: "0.1" },
  { stage: "deep-contact", likelihood: "0.25" },
  { stage: "solution", likelihood: "0.45" },
  { stage: "bid", likelihood: "0.8" },
  { stage: "contract", likelihood: "1" },
  { stage: "delivery", likelihood: "1" },
] as const;
/** A milestone (E9). */
export type SalesStage = (typeof STAGE_LIKELIHOODS)[number]["stage"];

/** The default limits of {@link effortLedger}: escalate from half of the expected value, stop where the cost to come is all of it, at most four contacts at one stage. */
export const EFFORT_LIMITS = { escalate: "0.5", stop: "1", contactsAtStage: 4 } as const;

/** What to do about an effort. */
export const EFFORT_DECISIONS = ["continue", "escalate", "stop"] as const;
/** Go on, bring it before a superior, or stop. */
export type EffortDecision = (typeof EFFORT_DECISIONS)[number];

/** Why to go on, escalate or stop. */
export const EFFORT_REASONS = [
  "won",
  "spent-above-limit",
  "to-come-above-limit",
  "stalled",
  "within-limits",
  "brings-nothing",
  "margin-unknown",
  "likelihood-unknown",
  "costs-unknown",
] as const;
/** Why to go on, escalate or stop. */
export type EffortReasonCode = (typeof EFFORT_REASONS)[number];

/** One contact of the development record (D5.3). Absent or `null` is unknown, never zero. */
export interface EffortContact<S extends string = string> {
  /** A second contact with the same id isn't counted. */
  readonly id?: string | null | undefined;
  readonly at?: PlainDate | Instant | null | undefined;
  /** The stage that it worked at. */
  readonly stage?: S | null | undefined;
  /** Its length, whole minutes up to a year. */
  readonly minutes?: number | null | undefined;
  /** What it cost besides people's time: travel, material, entertainment. */
  readonly cost?: Quantity | null | undefined;
}

/** What {@link effortLedger} asks of one development. */
export interface EffortFacts<S extends string = string> {
  /** ISO 4217 code of all amounts; taken over as given but for spaces around it. */
  readonly currency: string;
  /** The margin that it brings if it is won. */
  readonly marginIfWon?: Quantity | null | undefined;
  /** The stage reached; absent: that of the latest contact. */
  readonly stage?: S | null | undefined;
  /** What winning it will still cost, `"0"` if nothing. It alone stops an effort; unknown, an effort may always turn out not to be worth finishing. */
  readonly costToCome?: Quantity | null | undefined;
  readonly contacts: readonly EffortContact<S>[];
}

/** Limits of an effort; shares are of the expected value. */
export interface EffortLimits {
  /** Share, of what is spent or still to come, from which it is brought before a superior. */
  readonly escalate?: Quantity | undefined;
  /** Share, of the cost to come, from which it is stopped; above zero, at least `escalate`. */
  readonly stop?: Quantity | undefined;
  /** Contacts at one stage; with more it has stalled. */
  readonly contactsAtStage?: number | undefined;
}

/** Options of {@link effortLedger}. */
export interface EffortOptions<S extends string = string> {
  /** Stages in order with their likelihoods; {@link STAGE_LIKELIHOODS} unless told. */
  readonly stages?: readonly StageLikelihood<S>[] | undefined;
  /** What an hour of our people costs; without it a contact costs what its `cost` says. */
  readonly hourlyCost?: Quantity | undefined;
  /** {@link EFFORT_LIMITS} unless told. */
  readonly limits?: EffortLimits | undefined;
  /** Contacts after this day or moment are issues and don't count. */
  readonly asOf?: PlainDate | Instant | undefined;
  /** Decimals of amounts, 0 … 12; 2 unless told. */
  readonly scale?: number | undefined;
}

/** What contacts took. */
export interface EffortSum {
  readonly contacts: number;
  /** Of the contacts whose length is known. */
  readonly minutes: number;
  /** The same in hours; four decimals. */
  readonly hours: number;
  /** Of the contacts whose cost is known, and the known part of the others. */
  readonly cost: DecimalString;
  /** Contacts of unknown length. */
  readonly unknownMinutes: number;
  /** Contacts whose cost isn't fully known: what they took is at least `cost`. */
  readonly unknownCosts: number;
}

/** What one stage took, and all up to it. */
export interface EffortStage<S extends string = string> extends EffortSum {
  /** `null`: contacts whose stage isn't known; they come first, and only where there are some. */
  readonly stage: S | null;
  readonly likelihood: number | null;
  /** This stage and those before it. */
  readonly soFar: EffortSum;
  /** The margin if won times the stage's likelihood. */
  readonly expectedValue: DecimalString | null;
  /** Cost so far ÷ expected value; four decimals; `null` unless the expected value is above zero. */
  readonly spendShare: number | null;
}

/** A reason with its numbers. */
export type EffortReason<S extends string = string> =
  | { readonly code: "won" | "margin-unknown" | "likelihood-unknown" }
  | { readonly code: "brings-nothing"; readonly expectedValue: DecimalString }
  | {
      readonly code: "spent-above-limit" | "to-come-above-limit" | "within-limits";
      readonly amount: DecimalString;
      readonly expectedValue: DecimalString;
      /** The share of the expected value that is the limit. */
      readonly limit: number;
    }
  | { readonly code: "stalled"; readonly stage: S; readonly contacts: number; readonly most: number }
  | { readonly code: "costs-unknown"; readonly contacts: number };

/** The ledger of an effort: what it took, stage by stage, against what it is expected to bring. */
export interface EffortLedger<S extends string = string> {
  readonly v: 1;
  readonly currency: string | null;
  /** The stage reached; `null` if unknown. */
  readonly stage: S | null;
  readonly likelihood: number | null;
  readonly expectedValue: DecimalString | null;
  readonly spendShare: number | null;
  readonly total: EffortSum;
  /** Days of the first and the last contact. */
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
  /** One entry per stage, in order. */
  readonly stages: readonly EffortStage<S>[];
  /** `null` where too little is known. */
  readonly decision: EffortDecision | null;
  /** Whether nothing unknown (margin, likelihood, cost to come, contacts' costs, stages and days) could still change the decision. */
  readonly certain: boolean;
  readonly reasons: readonly EffortReason<S>[];
  readonly issues: readonly PortfolioIssue[];
}
