import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** What a client's worth of being developed depends on (D1.8). */
export const DEVELOPMENT_INPUTS = [
  "probability",
  "periods",
  "sales",
  "marginRate",
  "inventory",
  "interestRate",
  "riskRate",
  "people",
  "travel",
  "running",
  "peopleToWin",
  "travelToWin",
] as const;
/** What a client's worth of being developed depends on (D1.8). */
export type DevelopmentInput = (typeof DEVELOPMENT_INPUTS)[number];

/** The parts that a worth is made of (D1.8). */
export const WORTH_PARTS = [
  "margin",
  "inventory-interest",
  "risk",
  "people",
  "travel",
  "running",
  "people-to-win",
  "travel-to-win",
  "rounding",
] as const;
/** A part of a worth (D1.8). `rounding` is what the rounded parts lack to the worth, which is rounded once; there is none if they lack nothing. */
export type WorthPart = (typeof WORTH_PARTS)[number];

/** Whether a client is worth developing. */
export const WORTH_VERDICTS = ["worth-it", "not-worth-it", "find-out"] as const;
/** Whether a client is worth developing; `find-out` where something unknown could still change the answer. */
export type WorthVerdict = (typeof WORTH_VERDICTS)[number];

/** Why a client is worth developing, or not. */
export const WORTH_REASONS = [
  "above-minimum",
  "not-above-minimum",
  "not-above-minimum-even-if-won",
  "likely-enough",
  "not-likely-enough",
  "pays-back",
  "pays-back-too-late",
  "never-pays-back",
  "unknown-matters",
] as const;
/** Why a client is worth developing, or not. */
export type WorthReasonCode = (typeof WORTH_REASONS)[number];

/** A number that is known only within bounds; an absent or `null` bound is open. */
export interface Between {
  readonly low?: Quantity | null | undefined;
  readonly high?: Quantity | null | undefined;
}
/** A number, a number within bounds, or unknown. */
export type Estimate = Quantity | Between | null | undefined;

/** What {@link developmentWorth} asks. Absent or `null` is unknown, never zero: a cost that there isn't is `"0"`. */
export interface DevelopmentFacts {
  /** ISO 4217 code of all amounts; taken over as given but for spaces around it. */
  readonly currency: string;
  /** The likelihood of winning the client, 0 … 1. */
  readonly probability?: Estimate;
  /** How many periods it will buy if won, 0 … 1200; a period is what rates and amounts per period are meant for, such as a month. */
  readonly periods?: Estimate;
  /** Sales per period, if won. */
  readonly sales?: Estimate;
  /** Share of sales left after what the goods cost, at most 1: `"0.2"` is 20 %. */
  readonly marginRate?: Estimate;
  /** Stock held for the client, at cost, on average. */
  readonly inventory?: Estimate;
  /** Interest on it per period: `"0.005"` is 0.5 %. */
  readonly interestRate?: Estimate;
  /** Share of sales that is expected to be lost (bad debts, returns, claims), 0 … 1. */
  readonly riskRate?: Estimate;
  /** Cost of people per period, if won. */
  readonly people?: Estimate;
  /** Cost of travel per period, if won. */
  readonly travel?: Estimate;
  /** Other running cost per period, if won. */
  readonly running?: Estimate;
  /** Cost of people until the client is won or lost: spent either way. */
  readonly peopleToWin?: Estimate;
  /** Cost of travel until the client is won or lost: spent either way. */
  readonly travelToWin?: Estimate;
}

/** Options of {@link developmentWorth}. */
export interface DevelopmentOptions {
  /** The worth that must be exceeded; `"0"` unless told. */
  readonly minimum?: Quantity | undefined;
  /** Decimals of amounts, 0 … 12; 2 unless told. */
  readonly scale?: number | undefined;
}

/** An amount, and the bounds that unknown inputs leave open; `null` bounds are open. */
export interface AmountBetween {
  /** `null` where it isn't known exactly. */
  readonly amount: DecimalString | null;
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
}

/** One line of the breakdown: what it adds to the worth, negative for a cost. */
export interface WorthLine extends AmountBetween {
  readonly part: WorthPart;
}

/** An input that isn't known exactly, and what knowing it would do. */
export interface UnknownInput {
  readonly input: DevelopmentInput;
  /** The bounds within which it was taken; `null` is open. */
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  /** The verdict if it were at its low bound, and at its high one. */
  readonly atLow: WorthVerdict;
  readonly atHigh: WorthVerdict;
  /** How far it can move the worth at most, whatever the other unknowns are; `null` is without bound. */
  readonly swing: DecimalString | null;
  /** Whether the verdict is open and depends on this input. */
  readonly matters: boolean;
  /** The value at which the worth is the minimum, four decimals, where nothing else is unknown and it lies within the bounds. */
  readonly turnsAt: DecimalString | null;
}

/** A reason with its numbers. */
export type WorthReason =
  | {
      readonly code: "above-minimum" | "not-above-minimum";
      readonly minimum: DecimalString;
      readonly low: DecimalString | null;
      readonly high: DecimalString | null;
    }
  | { readonly code: "not-above-minimum-even-if-won"; readonly minimum: DecimalString; readonly ifWon: DecimalString }
  | {
      readonly code: "likely-enough" | "not-likely-enough";
      readonly probability: number;
      /** The likelihood at which the worth is the minimum, and which must be exceeded; four decimals. */
      readonly neededProbability: number;
    }
  | { readonly code: "pays-back" | "pays-back-too-late"; readonly payback: number; readonly periods: number }
  | { readonly code: "never-pays-back"; readonly perPeriod: DecimalString }
  | { readonly code: "unknown-matters"; readonly input: DevelopmentInput };

/** Whether a client is worth developing, and what that rests on. */
export interface DevelopmentWorth {
  readonly v: 1;
  readonly currency: string | null;
  readonly verdict: WorthVerdict;
  /** Expected sales over all periods, weighed by the likelihood of winning. */
  readonly sales: AmountBetween;
  /** What the development is expected to bring: the exact sum of the breakdown where everything is known. */
  readonly worth: AmountBetween;
  /** What it brings if the client is won. */
  readonly ifWon: AmountBetween;
  /** What it brings, that is costs, if the client isn't won. */
  readonly ifLost: AmountBetween;
  /** Parts in the order of {@link WORTH_PARTS}. */
  readonly breakdown: readonly WorthLine[];
  /** Periods after the winning until what was spent to win it has come back, whatever the minimum; four decimals. `null` if unknown or never. */
  readonly payback: number | null;
  /**
   * The likelihood of winning at which the worth is zero, whatever the minimum; four decimals. `null` if unknown, or if not even a sure win pays. The
   * likelihood that the minimum needs is with the reasons.
   */
  readonly breakEvenProbability: number | null;
  /** What isn't known exactly: first what could settle the verdict alone, then by swing, then in the order of {@link DEVELOPMENT_INPUTS}. */
  readonly unknown: readonly UnknownInput[];
  readonly reasons: readonly WorthReason[];
  readonly issues: readonly PortfolioIssue[];
}
