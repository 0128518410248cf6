import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";

/** When the first margin comes in, and whether it is certain. */
export const LIFETIME_TIMINGS = ["after-first-period", "at-once", "end-of-first-period"] as const;
/**
 * When the first margin comes in; m is the margin of a period, r the retention, i the discount rate:
 * - `after-first-period`: at the end of the first period, from a client that has stayed so far; m·r ÷ (1 + i − r) (Gupta & Lehmann 2003).
 * - `at-once`: now, certain and undiscounted; m·(1 + i) ÷ (1 + i − r) (Berger & Nasr 1998, case 1).
 * - `end-of-first-period`: certain, but paid at the end of the first period; m ÷ (1 + i − r).
 */
export type LifetimeTiming = (typeof LIFETIME_TIMINGS)[number];

/** Changes of retention that {@link lifetimeValue} tries by default: five points and one point less and more. */
export const RETENTION_CHANGES = ["-0.05", "-0.01", "0.01", "0.05"] as const;

/** What a client's lifetime value depends on, and may be unknown. */
export const LIFETIME_INPUTS = ["margin", "retention", "discountRate", "periods", "acquisitionCost"] as const;
/** What a client's lifetime value depends on. */
export type LifetimeInput = (typeof LIFETIME_INPUTS)[number];

/** Horizons that aren't a number of periods. */
export const LIFETIME_HORIZONS = ["for-ever"] as const;
/** A horizon that isn't a number of periods: `for-ever`, as nothing ends it. */
export type LifetimeHorizon = (typeof LIFETIME_HORIZONS)[number];

/** What makes a client's lifetime worth more (B1.3). */
export const LIFETIME_LEVERS = ["product-quality", "experience", "loyalty", "shared-growth"] as const;
/** What makes a client's lifetime worth more (B1.3): product quality, the client's experience with us, its loyalty, and growth that both share. */
export type LifetimeLever = (typeof LIFETIME_LEVERS)[number];

/** The input of {@link lifetimeValue} that each lever moves, in this package's reading: what it is worth is the value at another such input less the value. */
export const INPUT_BY_LEVER: { readonly [K in LifetimeLever]: LifetimeInput } = {
  "product-quality": "margin",
  experience: "retention",
  loyalty: "retention",
  "shared-growth": "margin",
};

/** What {@link lifetimeValue} asks of a client. Absent or `null` is unknown, never zero. */
export interface LifetimeFacts {
  /** ISO 4217 code of all amounts; taken over as given but for spaces around it. */
  readonly currency: string;
  /** Margin of a period while the client stays, or one per period, in order. */
  readonly margin?: Quantity | readonly Quantity[] | null | undefined;
  /** The probability, 0 … 1, that a client of one period is still one in the next; or one per period, in order. */
  readonly retention?: Quantity | readonly Quantity[] | null | undefined;
  /** Discount rate per period, above −1: `"0.1"` is 10 %. */
  readonly discountRate?: Quantity | null | undefined;
  /** Margins that are counted, 1 … 1200; absent: as many as a list has, or for ever where there is no list. */
  readonly periods?: number | null | undefined;
  /** What it costs, or cost, to win the client; gives `net`. */
  readonly acquisitionCost?: Quantity | null | undefined;
}

/** Options of {@link lifetimeValue}. */
export interface LifetimeOptions {
  /** When the first margin comes in; `"after-first-period"` unless told. */
  readonly timing?: LifetimeTiming | undefined;
  /** Decimals of amounts, 0 … 12; 2 unless told. */
  readonly scale?: number | undefined;
  /** Changes of retention that `sensitivity` tries; {@link RETENTION_CHANGES} unless told. */
  readonly changes?: readonly Quantity[] | undefined;
}

/** One margin of a finite horizon. */
export interface LifetimePeriod {
  /** 1 is the first margin. */
  readonly period: number;
  readonly margin: DecimalString;
  /** The probability, four decimals, that this margin comes in. */
  readonly survival: number;
  /** What it adds to `value`: the parts sum exactly to it. */
  readonly presentValue: DecimalString;
}

/** What another retention would be worth. */
export interface LifetimeSensitivity {
  /** The change of every period's retention: `"0.01"` is one percentage point more. */
  readonly change: DecimalString;
  /** The retention that is tried; `null` where it differs by period. */
  readonly retention: DecimalString | null;
  /** The value at that retention; `null` where that lies outside of 0 … 1, or for ever has no value. */
  readonly value: DecimalString | null;
  /** How much more, or less, that is than `value`. */
  readonly difference: DecimalString | null;
  readonly multiple: number | null;
}

/** A client's lifetime value and what it is made of. */
export interface LifetimeValue {
  readonly v: 1;
  readonly currency: string | null;
  readonly timing: LifetimeTiming;
  /** Margins counted; `null` where what was said of them is faulty. */
  readonly periods: number | LifetimeHorizon | null;
  /** Present value of the expected margins, before the cost of winning the client; `null` where an input is unknown. */
  readonly value: DecimalString | null;
  /** The exact value less the cost of winning the client, rounded once; `null` where either is unknown. */
  readonly net: DecimalString | null;
  /** Value of one unit of margin a period; four decimals. `null` with margins by period, and above 10^11. */
  readonly multiple: number | null;
  /** The margins one by one; empty for ever. */
  readonly byPeriod: readonly LifetimePeriod[];
  readonly sensitivity: readonly LifetimeSensitivity[];
  /** Inputs that aren't known, or faulty; without the acquisition cost only `net` is missing. */
  readonly unknown: readonly LifetimeInput[];
  readonly issues: readonly PortfolioIssue[];
}
