import type { Quantity } from "../../ground/numeral.js";
import type { HandbookSignals } from "../model.js";

/** Figures that are compared with a cut. */
export const CUT_FIGURES = [
  "expert-share",
  "supplier-count",
  "part-share",
  "discount-asked",
  "decision-days",
  "support-per-order",
  "price-topic-share",
  "application-share",
] as const;
/** A figure with a cut. */
export type CutFigure = (typeof CUT_FIGURES)[number];

/** What observations are derived from. */
export const EXPERIENCE_FIGURES = [
  "expert-share",
  "supplier-count",
  "part-share",
  "discount-asked",
  "decision-days",
  "support-per-order",
  "price-topic-share",
  "application-share",
  "bundled",
  "specification-author",
] as const;
/** A figure, or what a record says outright. */
export type ExperienceFigure = (typeof EXPERIENCE_FIGURES)[number];

/**
 * Where a figure speaks for a generalist, and where for a specialist, both bounds included; between them lies the signal's middle level. The
 * figure rises with experience where `specialist` is above `generalist`, and falls where it is below.
 */
export interface ExperienceCut<D = Quantity> {
  readonly generalist: D;
  readonly specialist: D;
}

/** The cut of every figure. */
export type ExperienceCuts<D = Quantity> = { readonly [F in CutFigure]: ExperienceCut<D> };

/**
 * The cuts that `observeExperience` goes by unless told. The handbook gives directions, no numbers, so these are starting points: set your own by
 * your trade, above all `decision-days` (18–24 months were long for early computers).
 *
 * - `expert-share` (B2.1): purchasers and product experts among the contacts in a decision whose side is known. One of four is no takeover; two of
 *   three are.
 * - `supplier-count` (B2.3): one supplier is the whole system; three are parts from several.
 * - `part-share` (B2.3): nearly all parts from us is the whole system; half or less is unbundled.
 * - `discount-asked` (B2.7): a rounding off of 2 % is no bargaining; 10 % is.
 * - `decision-days` (B2.4): half a year from inquiry to order is long, a month short.
 * - `support-per-order` (B2.5): two calls an order lean on the seller; one in two orders hardly do.
 * - `price-topic-share` (B2.2): price among the topics of a visit that tell what counts.
 * - `application-share` (B2.8): visits at which new applications were a topic and the client wasn't cold.
 */
export const EXPERIENCE_CUTS: ExperienceCuts<number> = {
  "expert-share": { generalist: 0.25, specialist: 0.6 },
  "supplier-count": { generalist: 1, specialist: 3 },
  "part-share": { generalist: 0.9, specialist: 0.5 },
  "discount-asked": { generalist: 0.02, specialist: 0.1 },
  "decision-days": { generalist: 180, specialist: 30 },
  "support-per-order": { generalist: 2, specialist: 0.5 },
  "price-topic-share": { generalist: 0.25, specialist: 0.75 },
  "application-share": { generalist: 0.5, specialist: 0.2 },
};

/** What is counted over time. */
export interface ExperienceWindows {
  /** Days back from an order, it included, over which requests and orders are counted. */
  readonly supportDays: number;
  /** Days back from a visit, it included, over which visits are counted … */
  readonly interestDays: number;
  /** … and how many with known topics there must be. */
  readonly interestVisits: number;
}

/** The windows that `observeExperience` goes by unless told: half a year, and three visits, so that one that had another purpose doesn't count as lost interest. */
export const EXPERIENCE_WINDOWS: ExperienceWindows = { supportDays: 180, interestDays: 180, interestVisits: 3 };

/** The signal that a figure tells of, and its levels from the generalist's to the specialist's. */
export interface FigureMeaning {
  readonly signal: keyof HandbookSignals;
  readonly levels: readonly [string, string, string];
}

const WHO = { signal: "decisionMakers", levels: ["senior-management", "mixed", "purchasing-experts"] } as const;
const HOW = { signal: "buyingManner", levels: ["whole-system", "partly-split", "unbundled"] } as const;
const HELP = { signal: "guidance", levels: ["start-to-end", "at-times", "little"] } as const;

/** What every figure means. */
export const FIGURE_MEANINGS: { readonly [F in ExperienceFigure]: FigureMeaning } = {
  "expert-share": WHO,
  "supplier-count": HOW,
  "part-share": HOW,
  bundled: HOW,
  "discount-asked": { signal: "priceSensitivity", levels: ["low", "medium", "high"] },
  "decision-days": { signal: "decisionTime", levels: ["long", "medium", "short"] },
  "support-per-order": HELP,
  "specification-author": HELP,
  "price-topic-share": {
    signal: "buyingCriteria",
    levels: ["application-support", "mixed", "price-performance"],
  },
  "application-share": { signal: "newApplications", levels: ["high", "moderate", "falling"] },
};
