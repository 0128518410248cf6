import { defineScorecard } from "../evaluation/definition/define.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { Quantity } from "../ground/numeral.js";

/** What {@link loyaltyScorecard} asks of a client, in the units of archive and trade record. */
export type LoyaltyFacts = {
  /** Our share of its purchases, 0 … 1 (D1.6). */
  readonly purchaseShare: Quantity;
  /** Months with trade ÷ months, 0 … 1. */
  readonly tradeRegularity: Quantity;
  /** Years that the relation has lasted. */
  readonly relationStability: Quantity;
  /** How it feels about brands (E4.1): loyal, a brand switcher, or without any brand loyalty. */
  readonly brandLoyalty: "loyal" | "switcher" | "none";
};

/** A loyal; B leaning to us; C ready to go; D without loyalty. */
export type LoyaltyGrade = "A" | "B" | "C" | "D";

/**
 * The handbook's second axis, loyalty 忠诚度 (C2), as a scorecard, so that it explains itself. The handbook names the axis and the
 * three attitudes to brands (E4.1); indicators, weights and standards are this package's choice.
 *
 * **Weights.** What a client does weighs more than how it feels: our share of its purchases 40, regular trade 20, years
 * of relation 20, its attitude to brands 20.
 *
 * **Standards.** Purchase share in knots: at a tenth of its purchases we are one of many (0.2), at half the first supplier (0.8), at 0.8 nearly
 * the only one (1). Years: 1 is 0.3, 3 is 0.7, 5 are 1. A switcher has 0.3 of a loyal one's share: it is with us for a reason that
 * a rival can outbid.
 *
 * **Age.** What the books show holds for 120 days, attitude and relation for a year.
 *
 * **Unknown.** Left out (`exclude`); coverage and interval show the gap, and a quadrant that could still change is not `certain`.
 *
 * **Limits.** None: a quadrant is cut from the score.
 *
 * **Grades.** A from 80, B from 60 (where `classifyVolumeLoyalty` cuts unless told), C from 40, D below.
 */
export const loyaltyScorecard: Scorecard<LoyaltyFacts, LoyaltyGrade, never> = /* @__PURE__ */ defineScorecard({
  id: "loyalty",
  version: "1",
  scale: 2,
  indicators: {
    purchaseShare: {
      kind: "interpolate",
      weight: "40",
      knots: [
        { at: "0", share: "0" },
        { at: "0.1", share: "0.2" },
        { at: "0.5", share: "0.8" },
        { at: "0.8", share: "1" },
      ],
      maxAgeDays: 120,
    },
    tradeRegularity: { kind: "share", weight: "20", maxAgeDays: 120 },
    relationStability: {
      kind: "interpolate",
      weight: "20",
      knots: [
        { at: "0", share: "0" },
        { at: "1", share: "0.3" },
        { at: "3", share: "0.7" },
        { at: "5", share: "1" },
      ],
      maxAgeDays: 365,
    },
    brandLoyalty: {
      kind: "choice",
      weight: "20",
      options: { loyal: "1", switcher: "0.3", none: "0" },
      maxAgeDays: 365,
    },
  },
  missing: "exclude",
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "60" },
    { grade: "C", from: "40" },
    { grade: "D", from: null },
  ],
});
