import type { PortfolioIssue } from "../../ground/issue.js";
import type { DecimalString, Quantity } from "../../ground/numeral.js";
import type { AmountSummary } from "../summary.js";

/** The classes by amount (E4.2), the most important first. */
export const ABC_CLASSES = ["A", "B", "C"] as const;
/** A class by amount. */
export type AbcClass = (typeof ABC_CLASSES)[number];

/** Where class A and class B end, as cumulative shares of all purchases: the 80/20 rule (E4.2). */
export const ABC_CUTS = { A: "0.8", B: "0.95" } as const;

/** Which cumulative share decides on a client's class. */
export const ABC_COUNTINGS = ["with-itself", "before-itself"] as const;
/**
 * Which cumulative share decides on a client's class.
 * - `with-itself`: that of all before it and its own. Who crosses the cut falls into the next class.
 * - `before-itself`: that of all before it. Who crosses the cut still belongs to the class.
 */
export type AbcCounting = (typeof ABC_COUNTINGS)[number];

/** What happens exactly at a cut. */
export const ABC_EDGES = ["included", "excluded"] as const;
/** What happens exactly at a cut: the share may equal it (`included`), or must stay below (`excluded`). */
export type AbcEdge = (typeof ABC_EDGES)[number];

/** What happens to clients of equal amounts. */
export const ABC_TIES = ["together", "apart"] as const;
/**
 * What happens to clients of equal amounts.
 * - `together`: one class for all of them; their cumulative share is that before the first, or with the last, of them.
 * - `apart`: one after the other by id, so that a cut can run between them.
 */
export type AbcTies = (typeof ABC_TIES)[number];

/** Codes of why a client has its class, or none. */
export const ABC_REASONS = [
  "largest",
  "within-a",
  "within-b",
  "beyond-b",
  "tied-across-cut",
  "no-purchases",
  "net-returns",
  "amount-unknown",
] as const;
/**
 * Why a client has its class, or none.
 * - `largest`: the largest client, or one as large where ties stay together, is always in class A.
 * - `within-a`, `within-b`, `beyond-b`: a cumulative share against a cut.
 * - `tied-across-cut`: besides, that it is one of several of equal amounts, and apart would be in another class.
 * - `no-purchases`, `net-returns`: an amount of zero, or below: class C.
 * - `amount-unknown`: no class.
 */
export type AbcReasonCode = (typeof ABC_REASONS)[number];
/** Why a client has its class, with the numbers. */
export type AbcReason =
  | { readonly code: "largest" | "no-purchases" | "net-returns" | "amount-unknown" }
  | {
      readonly code: "within-a" | "within-b" | "beyond-b";
      /** The share that was held against the cut, by `counting` and `ties`; four decimals, where the exact one decided. */
      readonly cumulative: number;
      readonly cut: number;
    }
  | {
      readonly code: "tied-across-cut";
      /** How many clients have the same amount, itself included. */
      readonly clients: number;
    };

/** What {@link classifyAbc} wants to know of a client. */
export interface AbcClient {
  readonly id: string;
  /** What it bought, in one currency or unit for all clients, less returns. Absent or `null`: unknown. */
  readonly amount?: Quantity | null | undefined;
  /** The amount by its other name, as `classifyVolumeLoyalty` gives it: read where `amount` says nothing. */
  readonly volume?: Quantity | null | undefined;
  /** The currency of its amounts. A row that names another than most, or than the option, is an issue and left out. */
  readonly currency?: string | null | undefined;
}

/** How to cut. */
export interface AbcOptions {
  /** Shares from 0 to 1, the first at most the second; {@link ABC_CUTS} unless told. */
  readonly cuts?: { readonly A?: Quantity | undefined; readonly B?: Quantity | undefined } | undefined;
  /** `"with-itself"` unless told. */
  readonly counting?: AbcCounting | undefined;
  /** `"included"` unless told. */
  readonly edge?: AbcEdge | undefined;
  /** `"together"` unless told. */
  readonly ties?: AbcTies | undefined;
  /** In which currency amounts are, ISO 4217; taken over as given but for spaces around it. Unless told, the one that most rows name. */
  readonly currency?: string | null | undefined;
}

/** A client with its class. */
export interface AbcPlace {
  readonly id: string;
  /** `null` where its amount is unknown. */
  readonly class: AbcClass | null;
  /** 1 for the largest; equal amounts one after the other by id. `null` where the amount is unknown. */
  readonly place: number | null;
  readonly amount: DecimalString | null;
  /** Its amount ÷ all amounts above zero, four decimals; 0 where it is zero or below; `null` where it is unknown or nothing was bought at all. */
  readonly share: number | null;
  /** The share of all that stand before it and its own, four decimals. Which share decided, `reasons` say. */
  readonly cumulative: number | null;
  /** First why it has its class; then, if so, that it was moved by ties. */
  readonly reasons: readonly AbcReason[];
}

/** A portfolio by amount. */
export interface AbcResult {
  /** The version of this shape. */
  readonly v: 1;
  /** The currency of all amounts, as told, or as most rows name it; `null` where nobody says. */
  readonly currency: string | null;
  /** The cuts and conventions that were used. */
  readonly cuts: { readonly A: DecimalString; readonly B: DecimalString };
  readonly counting: AbcCounting;
  readonly edge: AbcEdge;
  readonly ties: AbcTies;
  /** The sum of all amounts above zero: shares are shares of it. */
  readonly total: DecimalString;
  /** The sum of all amounts, returns included. */
  readonly net: DecimalString;
  readonly classes: { readonly [K in AbcClass]: AmountSummary };
  /** By place; those of unknown amount last, by id. */
  readonly clients: readonly AbcPlace[];
  /** Rows that couldn't be read: they are in no sum. */
  readonly issues: readonly PortfolioIssue[];
}
