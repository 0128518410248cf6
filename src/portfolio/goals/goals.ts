import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** How long goals are set for, from the longest (E1.1). */
export const GOAL_PERIODS = ["year", "month", "week", "day"] as const;
/** How long a goal is set for (E1.1). */
export type GoalPeriod = (typeof GOAL_PERIODS)[number];

/** What is found in goals and their plans. */
export const GOAL_FINDINGS = [
  "feasible-unknown",
  "gap-uncovered",
  "item-without-worth",
  "item-without-owner",
  "item-without-due",
  "item-outside-period",
  "item-late",
  "parts-differ",
  "part-outside-period",
  "part-in-other-unit",
] as const;
/** What is found in goals and their plans. */
export type GoalFindingCode = (typeof GOAL_FINDINGS)[number];

/** Something to do about a goal's gap: time, person, what it brings. Absent or `null`: not yet said. */
export interface GoalItem {
  readonly id: string;
  /** What it brings, in the goal's unit. */
  readonly worth?: Quantity | null | undefined;
  /** The person in charge. */
  readonly owner?: string | null | undefined;
  readonly due?: PlainDate | null | undefined;
  /** When it was done. */
  readonly done?: PlainDate | Instant | null | undefined;
}

/** A goal: what it ought to be, what is feasible as things stand, and the plan that closes the gap (E1.1). */
export interface SalesGoal {
  readonly id: string;
  readonly period: GoalPeriod;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** What it is counted in: an ISO 4217 code, or `visits`, `pieces` … */
  readonly unit: string;
  /** The ideal value; 0 or more. */
  readonly ideal: Quantity;
  /** What is feasible as things stand, before the plan. Absent or `null`: unknown. */
  readonly feasible?: Quantity | null | undefined;
  /** What has been achieved. Absent or `null`: unknown. */
  readonly achieved?: Quantity | null | undefined;
  /** Id of the goal of a longer period that it is a part of. */
  readonly within?: string | null | undefined;
  readonly items?: readonly GoalItem[] | null | undefined;
}

/** Something found in a goal or its plan. */
export type GoalFinding =
  | { readonly code: "feasible-unknown" }
  | { readonly code: "gap-uncovered"; readonly amount: DecimalString }
  | { readonly code: "item-without-worth" | "item-without-owner" | "item-without-due"; readonly item: string }
  | { readonly code: "item-outside-period" | "item-late"; readonly item: string; readonly due: PlainDate }
  | { readonly code: "parts-differ"; readonly ideal: DecimalString; readonly parts: DecimalString }
  | { readonly code: "part-outside-period" | "part-in-other-unit"; readonly part: string };

/** How far a goal is covered. */
export interface CoveredGoal {
  readonly id: string;
  readonly period: GoalPeriod;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly unit: string;
  readonly ideal: DecimalString;
  readonly feasible: DecimalString | null;
  /** `ideal` − `feasible`, 0 where that is enough; `null` where it is unknown. */
  readonly gap: DecimalString | null;
  /** What the plan's items bring, of those that say it. */
  readonly planned: DecimalString;
  /** Of that, what is done within the goal's period, or to be done in it and not late; an item without a day counts. */
  readonly counted: DecimalString;
  /** `counted` ÷ `gap`, four decimals, 1 where there is no gap; `null` where it is unknown or above 10^11. */
  readonly coverage: number | null;
  readonly achieved: DecimalString | null;
  /** `achieved` ÷ `ideal`, four decimals, 1 of an ideal of 0; `null` where it is unknown or above 10^11. */
  readonly attained: number | null;
  /** Ids of the goals that are its parts, by day, then by id. */
  readonly parts: readonly string[];
  /** The sum of their ideals, of those in its unit; `null` where it has none. */
  readonly partsIdeal: DecimalString | null;
  /** Goal by goal: of the goal, then of its items in order, then of its parts. */
  readonly findings: readonly GoalFinding[];
}

/** How far goals are covered. */
export interface GoalCoverage {
  /** The version of this shape. */
  readonly v: 1;
  /** The longest periods first, then by day, then by id. */
  readonly goals: readonly CoveredGoal[];
  /** Goals that couldn't be read. */
  readonly issues: readonly PortfolioIssue[];
}

/** Options of {@link goalCoverage}. */
export interface GoalCoverageOptions {
  /** When an item that isn't done and was due earlier is late. */
  readonly asOf: PlainDate | Instant;
}

/** Options of {@link breakDownGoal}. */
export interface BreakDownOptions {
  readonly calendar: WorkingCalendar;
  readonly by: Exclude<GoalPeriod, "year">;
  /** Decimals of the parts, 0 … 12; 2 unless told. */
  readonly scale?: number | undefined;
}

/** A part of a goal. */
export interface GoalPart {
  /** The goal's id and the period, `2026/2026-01`; the period alone where the goal has none. Parts of parts have their own: `2026/2026-01/2026-W05`. */
  readonly id: string;
  /** The goal's id; `null` where it has none. */
  readonly within: string | null;
  /** `2026-11`, `2026-W48` (ISO 8601) or `2026-11-26`. A week that the goal's first or last day cuts has its name in both goals. */
  readonly period: string;
  /** Its first day in the goal's period. */
  readonly from: PlainDate;
  /** Its last one. */
  readonly to: PlainDate;
  readonly workingDays: number;
  readonly amount: DecimalString;
}
