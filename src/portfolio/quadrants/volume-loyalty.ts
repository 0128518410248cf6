import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { AmountSummary } from "../summary.js";
import type { Judged } from "./judged.js";

/** The four kinds of client by volume and loyalty 销量 × 忠诚度 (C2). */
export const QUADRANTS = ["treasure", "rising-star", "dangerous", "no-value"] as const;
/**
 * A kind of client by volume and loyalty (C2).
 * - `treasure` (C2.4): large and loyal.
 * - `rising-star` (C2.3): small and loyal, tomorrow's star.
 * - `dangerous` (C2.2): large without loyalty: dictates terms, diverts goods 窜货, dumps prices, pays late.
 * - `no-value` (C2.1): small without loyalty.
 */
export type Quadrant = (typeof QUADRANTS)[number];

/** What to do with a kind of client (C2). */
export const QUADRANT_POLICIES = [
  "protect",
  "invest",
  "support",
  "grow",
  "contain",
  "reduce-dependence",
  "drop",
] as const;
/** What to do with a kind of client (C2). */
export type QuadrantPolicy = (typeof QUADRANT_POLICIES)[number];

/** The policies of each quadrant, as the handbook has them (C2.1–C2.4). */
export const POLICIES_BY_QUADRANT: { readonly [K in Quadrant]: readonly QuadrantPolicy[] } = {
  treasure: ["protect", "invest"],
  "rising-star": ["support", "grow"],
  dangerous: ["contain", "reduce-dependence"],
  "no-value": ["drop"],
};

/** Why a client stands where it stands. */
export const QUADRANT_REASONS = [
  "volume-large",
  "volume-small",
  "volume-unknown",
  "loyalty-high",
  "loyalty-low",
  "loyalty-unknown",
] as const;
/** Why a client stands where it stands. */
export type QuadrantReason = (typeof QUADRANT_REASONS)[number];

/** What {@link classifyVolumeLoyalty} wants to know of a client. */
export interface VolumeLoyaltyClient {
  readonly id: string;
  /** What it bought, in one currency or unit for all clients. Absent or `null`: unknown. */
  readonly volume?: Quantity | null | undefined;
  /** The volume by its other name, as `salesByClient` and `classifyAbc` give it: read where `volume` says nothing. */
  readonly amount?: Quantity | null | undefined;
  /** How loyal it was judged, most often by `loyaltyScorecard`. Absent or `null`: not judged. */
  readonly loyalty?: Judged | null | undefined;
  /** The currency of its amounts. A row that names another than most, or than the option, is an issue and left out. */
  readonly currency?: string | null | undefined;
}

/** From where on a volume is large. */
export type VolumeCut =
  | {
      /** An amount, included. */
      readonly atLeast: Quantity;
    }
  | {
      /** The largest clients that make up this share of all volume, the one that crosses it included. */
      readonly share: Quantity;
    }
  | {
      /** So many of the largest clients; those equal to the last of them as well. */
      readonly top: number;
    };

/** The cuts unless told: the clients that make up 80 % of the volume are large (E4.2), a loyalty of 60 of 100 is high. */
export const VOLUME_LOYALTY_CUTS = { volume: { share: "0.8" }, loyalty: 60 } as const;

/** How to cut. */
export interface VolumeLoyaltyOptions {
  readonly volume?: VolumeCut | undefined;
  /** The score from which on loyalty is high, included. */
  readonly loyalty?: number | undefined;
  /** In which currency amounts are, ISO 4217; taken over as given but for spaces around it. Unless told, the one that most rows name. */
  readonly currency?: string | null | undefined;
}

/** A client in its quadrant. */
export interface VolumeLoyaltyPlace {
  readonly id: string;
  /** `null` where volume or loyalty is unknown. */
  readonly quadrant: Quadrant | null;
  /** Whether what is unknown of its loyalty leaves no other quadrant open. */
  readonly certain: boolean;
  /** By volume, 1 for the largest; `null` where it is unknown. */
  readonly place: number | null;
  readonly volume: DecimalString | null;
  /** As it was judged, whatever that leaves open; `null` where it wasn't. */
  readonly loyalty: Judged | null;
  readonly policies: readonly QuadrantPolicy[];
  /** One about its volume, one about its loyalty. */
  readonly reasons: readonly [QuadrantReason, QuadrantReason];
}

/** A portfolio by volume and loyalty. */
export interface VolumeLoyaltyResult {
  /** The version of this shape. */
  readonly v: 1;
  /** The currency of all amounts, as told, or as most rows name it; `null` where nobody says. */
  readonly currency: string | null;
  /** The sum of all volumes above zero. */
  readonly total: DecimalString;
  /** The cuts that were used; amounts and shares as decimal texts. */
  readonly cuts: { readonly volume: VolumeCut; readonly loyalty: number };
  /** Of clients that have a quadrant. */
  readonly quadrants: { readonly [K in Quadrant]: AmountSummary };
  /** By place; those of unknown volume last, by id. */
  readonly clients: readonly VolumeLoyaltyPlace[];
  /** Rows that couldn't be read: they are in no sum. */
  readonly issues: readonly PortfolioIssue[];
}
