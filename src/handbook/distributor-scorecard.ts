import { defineScorecard } from "../evaluation/definition/define.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { Quantity } from "../ground/numeral.js";

/** What {@link distributorScorecard} asks of a distributor, the anchors of its ratings and the units of its numbers. */
export type DistributorFacts = {
  /** Development potential: the number of its salespeople. */
  readonly salesReps: Quantity;
  /** Sales management, 1 … 5: 1 everyone sells as he likes, 3 plans and reports, 5 plans that are kept and reviewed. */
  readonly salesManagement: Quantity;
  /** Sales network, 0 … 1: the share of its area's outlets that it supplies. */
  readonly salesNetwork: Quantity;
  /** Promotion ability, 1 … 5: 1 never promotes, 3 carries out our promotions, 5 plans its own and measures them. */
  readonly promotionAbility: Quantity;
  /** After-sales service, 1 … 5: 1 sends clients to us, 3 handles returns, 5 repairs and advises on its own. */
  readonly afterSalesService: Quantity;
  /** Relationship with us, as trust grows (E6.1). */
  readonly relationship: "outsider" | "friend" | "supplier" | "partner";
};

/** A give more, B keep, C fewer contacts, D develop a replacement (C3.2). */
export type DistributorGrade = "A" | "B" | "C" | "D";

/**
 * The handbook's scorecard for distributors (C3.1). Volume alone is a bad standard, so it isn't asked for at all: the
 * six indicators ask what volume will come from. The handbook names them; weights and standards are this package's
 * choice.
 *
 * **Weights.** 20 each for what can't be lent to a distributor: its people (`salesReps`), its outlets (`salesNetwork`),
 * its will to work with us (`relationship`). 15 each for what training improves: `salesManagement`, `promotionAbility`.
 * 10 for `afterSalesService`, where we can step in. All are whole, so that a host that adds an indicator of its own can
 * take the points from them.
 *
 * **Standards.** Salespeople in bands, as the first ones matter most: one person 0.3, a team of four 0.6, eight 0.8,
 * fifteen 1; nobody but the owner 0. Network: 0.6 of the outlets is the standard, what a good second supplier reaches;
 * cap 1.5, at 0.9 of them, floor 0. Ratings 1 … 5, 3 being the usual and half of the weight. Relationship in the order
 * of E6.2: outsider 0, friend 0.4, supplier 0.7, partner 1.
 *
 * **Age.** Judgements and counts hold for a year (`maxAgeDays` 365), for C3.3 wants regular evaluation.
 *
 * **Unknown.** Left out (`exclude`): none of the six is dangerous to be unaware of, and coverage shows the gap.
 *
 * **Limits.** An outsider: C at best, whatever it sells. Large volume without loyalty is the most dangerous kind of
 * client (C2.2).
 *
 * **Grades.** A from 80: good in all six. B from 60: weak in one or two. C from 40: keep with little effort. D: replace
 * (C3.2).
 */
export const distributorScorecard: Scorecard<DistributorFacts, DistributorGrade, never> =
  /* @__PURE__ */ defineScorecard({
    id: "distributor",
    version: "1",
    scale: 2,
    indicators: {
      salesReps: {
        kind: "bands",
        weight: "20",
        bands: [
          { from: null, share: "0" },
          { from: "1", share: "0.3" },
          { from: "4", share: "0.6" },
          { from: "8", share: "0.8" },
          { from: "15", share: "1" },
        ],
        maxAgeDays: 365,
      },
      salesManagement: { kind: "rating", weight: "15", min: "1", max: "5", maxAgeDays: 365 },
      salesNetwork: {
        kind: "ratio",
        weight: "20",
        standard: "0.6",
        better: "higher",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 365,
      },
      promotionAbility: { kind: "rating", weight: "15", min: "1", max: "5", maxAgeDays: 365 },
      afterSalesService: { kind: "rating", weight: "10", min: "1", max: "5", maxAgeDays: 365 },
      relationship: {
        kind: "choice",
        weight: "20",
        options: { outsider: "0", friend: "0.4", supplier: "0.7", partner: "1" },
        maxAgeDays: 365,
      },
    },
    missing: "exclude",
    limits: [{ when: { indicator: "relationship", is: "outsider" }, grade: "C" }],
    grades: [
      { grade: "A", from: "80" },
      { grade: "B", from: "60" },
      { grade: "C", from: "40" },
      { grade: "D", from: null },
    ],
  });
