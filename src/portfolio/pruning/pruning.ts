import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { Judged } from "../quadrants/judged.js";
import type { Quadrant } from "../quadrants/volume-loyalty.js";
import type { RiskFigure, RiskOptions } from "../risk/risk.js";
import type { ClientsSummary } from "../summary.js";

/** The rules that a client may fail. */
export const PRUNING_RULES = ["min-volume", "min-credit", "min-loyalty", "grades", "quadrants"] as const;
/**
 * A rule that a client may fail (C2.6: new standards and payment records).
 * - `min-volume`: it buys less.
 * - `min-credit`, `min-loyalty`: its score is lower, whatever its unknown facts turn out to be.
 * - `grades`: its grade is certain, and isn't one of those to keep.
 * - `quadrants`: its quadrant is certain, and isn't one of those to keep.
 */
export type PruningRule = (typeof PRUNING_RULES)[number];

/** What becomes of a client. */
export const PRUNING_VERDICTS = ["keep", "find-out", "drop"] as const;
/**
 * What becomes of a client.
 * - `keep`: it meets every rule by what is known.
 * - `find-out`: it fails none for sure, but not every rule could be checked. Nobody is dropped for lack of data alone.
 * - `drop`: it fails a rule (or all of them, see {@link PruningOptions.dropWhen}).
 */
export type PruningVerdict = (typeof PRUNING_VERDICTS)[number];

/** What {@link planPruning} wants to know of a client; whatever is absent or `null` is unknown. */
export interface PruningClient {
  readonly id: string;
  /** What it bought, in one currency or unit for all clients. */
  readonly volume?: Quantity | null | undefined;
  /** The volume by its other name, as `salesByClient` and `classifyAbc` give it: read where `volume` says nothing. */
  readonly amount?: Quantity | null | undefined;
  /** What we earned on it, in the same currency. */
  readonly margin?: Quantity | null | undefined;
  /** Visits that it takes. */
  readonly visits?: Quantity | null | undefined;
  /** How it pays, most often judged by `creditScorecard`. */
  readonly credit?: Judged | null | undefined;
  /** How loyal it was judged, most often by `loyaltyScorecard`. */
  readonly loyalty?: Judged | null | undefined;
  readonly grade?: string | null | undefined;
  /** Whether no other grade is open to it, as an evaluation says; taken for certain unless `false`. */
  readonly gradeCertain?: boolean | null | undefined;
  readonly quadrant?: Quadrant | null | undefined;
  /** Whether no other quadrant is open to it, as `classifyVolumeLoyalty` says; taken for certain unless `false`. */
  readonly certain?: boolean | null | undefined;
  /** The currency of its volume and margin. A row that names another than most, or than the option, is an issue and left out. */
  readonly currency?: string | null | undefined;
}

/** The new standards: at least one. */
export interface PruningRules {
  readonly minVolume?: Quantity | undefined;
  readonly minCredit?: number | undefined;
  readonly minLoyalty?: number | undefined;
  /** The grades to keep. */
  readonly grades?: readonly string[] | undefined;
  /** The quadrants to keep. */
  readonly quadrants?: readonly Quadrant[] | undefined;
}

/** How to measure risks; the currency is that of the plan. */
export type RiskMeasures = Pick<RiskOptions, "top" | "marks">;

/** How to prune. */
export interface PruningOptions {
  readonly rules: PruningRules;
  /** Whether one failed rule is enough (`"any"`, unless told) or a client goes only if it fails them `"all"`. */
  readonly dropWhen?: "any" | "all" | undefined;
  /** In how many steps, 1 … 100; 3 unless told. */
  readonly stages?: number | undefined;
  /** How to measure the risks before and after, as `portfolioRisk` takes it. */
  readonly risk?: RiskMeasures | undefined;
  /** In which currency amounts are, ISO 4217; taken over as given but for spaces around it. Unless told, the one that most rows name. */
  readonly currency?: string | null | undefined;
}

/** What becomes of one client, and why. */
export interface PruningDecision {
  readonly id: string;
  readonly verdict: PruningVerdict;
  /** In the order of {@link PRUNING_RULES}. */
  readonly failed: readonly PruningRule[];
  /** The rules for which too little is known. */
  readonly unchecked: readonly PruningRule[];
  readonly volume: DecimalString | null;
  /** The step at which it goes, from 1; `null` where it doesn't. */
  readonly stage: number | null;
}

/** Sums over some clients; of what is known, with the number of clients of which it isn't. */
export interface PruningSums {
  readonly clients: number;
  readonly volume: DecimalString;
  readonly margin: DecimalString;
  readonly visits: DecimalString;
  readonly unknown: { readonly volume: number; readonly margin: number; readonly visits: number };
}

/** One step: who goes, and what is left after it. */
export interface PruningStage {
  readonly stage: number;
  readonly drop: readonly string[];
  readonly lost: PruningSums;
  readonly left: PruningSums;
}

/** A pruning and what it does, before anything is done (C2.6). */
export interface PruningPlan {
  /** The version of this shape. */
  readonly v: 1;
  /** The currency of all amounts, as told, or as most rows name it; `null` where nobody says. */
  readonly currency: string | null;
  readonly before: PruningSums;
  readonly after: PruningSums;
  readonly lost: PruningSums;
  /** Lost volume ÷ volume before, of volumes above zero, four decimals; `null` where nothing was bought at all, or not known of one that goes. */
  readonly lostShare: number | null;
  /** The portfolio's risks as `portfolioRisk` measures them, before and after. */
  readonly risks: { readonly before: readonly RiskFigure[]; readonly after: readonly RiskFigure[] };
  /** What becomes of how many. */
  readonly verdicts: { readonly [K in PruningVerdict]: ClientsSummary };
  /** How many fail each rule, of all clients; one may fail several. */
  readonly failures: { readonly [K in PruningRule]: ClientsSummary };
  /** Those of the least volume go first, those of unknown volume last; ties go by id. */
  readonly stages: readonly PruningStage[];
  /** By id. */
  readonly clients: readonly PruningDecision[];
  /** Rows that couldn't be read: they are in no sum. */
  readonly issues: readonly PortfolioIssue[];
}
