import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { ExperiencePeriod } from "../model/model.js";
import type { ExperienceDirection, ExperienceMovement, ExperienceSpeed, NamedStage } from "../result/result.js";
import type { ProductMaturity } from "../selling/codes.js";
import type { ToldWarning } from "../warnings/standing.js";

/** What is taken of a classification; every `ExperienceResult` will do. */
export interface ExperiencePosition {
  readonly stage: NamedStage;
  readonly direction: ExperienceDirection | null;
  readonly movement: Pick<ExperienceMovement, "periods" | "change">;
  readonly speed: Pick<ExperienceSpeed, "toward" | "periods"> | null;
  readonly model: { readonly period: ExperiencePeriod };
  /** Whose it is: where it is told, the row must say the same. */
  readonly client?: string | null | undefined;
  readonly productLine?: string | null | undefined;
  /** All must be judged as of one day: as of the latest one that is told. */
  readonly asOf?: PlainDate | Instant | null | undefined;
}

/** A client and one of its product lines (B2.11). */
export interface ExperienceClient {
  readonly client: string;
  readonly productLine: string;
  readonly experience: ExperiencePosition;
  /** What `experienceWarnings` raised; those that are over are passed over; `null` or absent: unknown. */
  readonly warnings?: readonly ToldWarning[] | null | undefined;
  /** How far the market of the product line has come (B2.10); `null` or absent: unknown. */
  readonly productMaturity?: ProductMaturity | null | undefined;
  /** What it brings a year, 0 or more, all in one currency; `null` or absent: unknown. */
  readonly revenue?: Quantity | null | undefined;
}

/** Why revenue is at risk. */
export const EXPERIENCE_RISKS = ["in-transition", "moving-forward", "early-warning"] as const;
/** The client is in transition; it moves towards the specialist and isn't one yet; an early warning stands and it isn't one yet. */
export type ExperienceRisk = (typeof EXPERIENCE_RISKS)[number];

/** Lines counted together. */
export interface ExperienceSum {
  readonly lines: number;
  /** The exact sum of what is known. */
  readonly revenue: DecimalString;
  readonly revenueUnknown: number;
}

/** A client and product line in the portfolio. */
export interface ExperienceLine {
  readonly client: string;
  readonly productLine: string;
  readonly productMaturity: ProductMaturity | null;
  readonly stage: NamedStage;
  readonly direction: ExperienceDirection | null;
  /** How much of the way from generalist to specialist it goes in a year, by the movement measured, to four decimals; `null` if unknown. */
  readonly perYear: number | null;
  readonly speed: Pick<ExperienceSpeed, "toward" | "periods"> | null;
  readonly revenue: DecimalString | null;
  /** Codes of the early warnings that stand; `null` where they are unknown. */
  readonly warnings: readonly string[] | null;
  readonly risks: readonly ExperienceRisk[];
}

/** Lines for any of these reasons at risk. */
export interface ExperienceAtRisk extends ExperienceSum {
  /** What makes a line's revenue count: it does whole, not times a probability, and once, however many of these hold. */
  readonly by: readonly ExperienceRisk[];
  /** The part of the known revenue, to four decimals; `null` where there is none. */
  readonly share: number | null;
  /** Lines whose warnings are unknown and that count for no other reason: they may be at risk. */
  readonly warningsUnknown: number;
}

/** A row of the matrix: one maturity of the market, the clients' stages across. */
export interface ExperienceMatrixRow {
  /** `null`: unknown. */
  readonly productMaturity: ProductMaturity | null;
  readonly stages: { readonly [K in NamedStage]: ExperienceSum };
}

/** All clients and product lines. */
export interface ExperiencePortfolio {
  /** The version of this shape. */
  readonly v: 1;
  readonly total: ExperienceSum;
  /** Market maturity × stage (B2.10), from introduction to decline, then unknown. */
  readonly matrix: readonly ExperienceMatrixRow[];
  /** Those that move forward, the fastest first. */
  readonly movers: readonly ExperienceLine[];
  /** Lines of which revenue is at risk. */
  readonly atRisk: ExperienceAtRisk;
  /** Clients at different stages for different product lines (B2.11), with the known stages, in the order of ids. */
  readonly mixed: readonly {
    readonly client: string;
    readonly stages: readonly { readonly productLine: string; readonly stage: NamedStage }[];
  }[];
  /** All lines that could be read, by client, then product line. */
  readonly lines: readonly ExperienceLine[];
  /** What was wrong with rows, which were left out; paths begin with the row's index. */
  readonly issues: readonly PortfolioIssue[];
}
