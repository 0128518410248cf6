import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { Quadrant } from "../quadrants/volume-loyalty.js";

/** What can endanger a portfolio. */
export const RISKS = ["dangerous-share", "concentration", "top-share", "dependence"] as const;
/**
 * What can endanger a portfolio.
 * - `dangerous-share` (C2.5): the share of large clients without loyalty.
 * - `concentration`: the Herfindahl index, the sum of squared shares.
 * - `top-share`: the share of the largest clients together.
 * - `dependence`: the share of the largest client.
 */
export type Risk = (typeof RISKS)[number];

/** How great a risk is. */
export const RISK_LEVELS = ["low", "moderate", "high"] as const;
/** How great a risk is. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What a figure doesn't know. */
export const RISK_REASONS = ["nothing-bought", "no-quadrant-known", "quadrants-open", "volumes-unknown"] as const;
/**
 * What a figure doesn't know.
 * - `nothing-bought`: no client's volume is above zero, so there is no figure.
 * - `no-quadrant-known`: no buyer has a quadrant, so nobody knows the dangerous share.
 * - `quadrants-open`: some buyers have none, or one that isn't certain.
 * - `volumes-unknown`: clients whose volume is unknown are in no figure.
 */
export type RiskReason = (typeof RISK_REASONS)[number];

/**
 * From where on a risk is moderate and high, included, unless told. Concentration: the marks of the US Horizontal Merger Guidelines of 2010 (0.15 and
 * 0.25). Dependence: a client of 10 % must be disclosed by US companies (ASC 280-10-50-42); a quarter is this package's mark, as are the others.
 */
export const RISK_MARKS: { readonly [K in Risk]: RiskMarks } = {
  "dangerous-share": { moderate: "0.1", high: "0.25" },
  concentration: { moderate: "0.15", high: "0.25" },
  "top-share": { moderate: "0.5", high: "0.8" },
  dependence: { moderate: "0.1", high: "0.25" },
};

/** The figures from which on a risk is moderate and high, included; from 0 to 1. */
export interface RiskMarks {
  readonly moderate: Quantity;
  readonly high: Quantity;
}

/** How many of the largest clients `top-share` counts, unless told. */
export const TOP_CLIENTS = 5;

/** What {@link portfolioRisk} wants to know of a client: `classifyVolumeLoyalty(…).clients` fits. */
export interface RiskClient {
  readonly id: string;
  /** What it bought, in one currency or unit for all clients. Absent or `null`: unknown. */
  readonly volume?: Quantity | null | undefined;
  /** The volume by its other name, as `salesByClient` and `classifyAbc` give it: read where `volume` says nothing. */
  readonly amount?: Quantity | null | undefined;
  /** Its quadrant by volume and loyalty. Absent or `null`: unknown. */
  readonly quadrant?: Quadrant | null | undefined;
  /** Whether no other quadrant is open to it; taken for certain unless `false`. */
  readonly certain?: boolean | null | undefined;
  /** The currency of its amounts. A row that names another than most, or than the option, is an issue and left out. */
  readonly currency?: string | null | undefined;
}

/** How to measure. */
export interface RiskOptions {
  /** How many of the largest clients `top-share` counts; {@link TOP_CLIENTS} unless told. */
  readonly top?: number | undefined;
  /** {@link RISK_MARKS} unless told. */
  readonly marks?: { readonly [K in Risk]?: RiskMarks | undefined } | undefined;
  /** In which currency amounts are, ISO 4217; taken over as given but for spaces around it. Unless told, the one that most rows name. */
  readonly currency?: string | null | undefined;
}

/** One risk with the clients behind it. */
export interface RiskFigure {
  readonly risk: Risk;
  /** From 0 to 1, four decimals; `null` where nothing was bought at all, and of `dangerous-share` where no quadrant is known. */
  readonly value: number | null;
  /** Of `dangerous-share`: the share of those that are dangerous for certain. Else the value. */
  readonly least: number | null;
  /** Of `dangerous-share`: the share if all that have no quadrant, and all treasures that aren't certain, were dangerous. Else the value. */
  readonly most: number | null;
  /** By the exact value, not the rounded one; `null` where there is none. */
  readonly level: RiskLevel | null;
  /** Whether the level is the same at `least` and at `most`, and every client's volume is known. */
  readonly certain: boolean;
  /** What isn't known; empty where all is. */
  readonly reasons: readonly RiskReason[];
  readonly moderate: number;
  readonly high: number;
  /** Ids by volume, the largest first. Of concentration: the fewest that make up half of the index. */
  readonly clients: readonly string[];
}

/** What happens to sales if the largest client without loyalty leaves (C2.5). */
export interface Departure {
  readonly id: string;
  readonly before: DecimalString;
  readonly after: DecimalString;
  /** What it buys ÷ `before`, four decimals. */
  readonly lostShare: number;
}

/** How endangered a portfolio is. */
export interface RiskResult {
  /** The version of this shape. */
  readonly v: 1;
  /** The currency of all amounts, as told, or as most rows name it; `null` where nobody says. */
  readonly currency: string | null;
  /** The sum of all volumes above zero: shares are shares of it. */
  readonly total: DecimalString;
  /** In the order of {@link RISKS}. */
  readonly risks: readonly RiskFigure[];
  /** 1 ÷ Herfindahl index, two decimals: as many clients of equal volume would be as concentrated; `null` where nothing was bought at all. */
  readonly effectiveClients: number | null;
  /** `null` where no client is `dangerous`. */
  readonly departure: Departure | null;
  /** Ids of clients whose volume or quadrant is unknown, by id: they may hide a risk. */
  readonly unknown: readonly string[];
  /** Share of the volume whose clients have a quadrant, four decimals; `null` where nothing was bought at all. */
  readonly coverage: number | null;
  /** Rows that couldn't be read: they are in no sum. */
  readonly issues: readonly PortfolioIssue[];
}
