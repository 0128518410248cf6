import { defineScorecard } from "../evaluation/definition/define.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { Quantity } from "../ground/numeral.js";

/** What {@link dealerScorecard} asks of a dealer, the anchors of its ratings and the units of its numbers. */
export type DealerFacts = {
  /**
   * Influence in its market (A7.1), 1 … 5: 1 nobody asks for it, 3 known in its town, 5 others follow its brands and
   * prices.
   */
  readonly marketInfluence: Quantity;
  /** Whether it carries big makers' products (A7.1): none, some of them, or one with sole rights for its area. */
  readonly majorBrands: "none" | "some" | "exclusive";
  /**
   * Network of relations (A7.1), 1 … 5: 1 walk-in trade only, 3 steady buyers, 5 doors open at builders, authorities
   * and banks.
   */
  readonly relationNetwork: Quantity;
  /**
   * Reputation (A7.1), 1 … 5: 1 known for broken promises, 3 nothing said against it, 5 recommended by its own rivals.
   */
  readonly reputation: Quantity;
  /** Sell-through (A7.2), times a year: yearly sales at cost ÷ average stock at cost. */
  readonly sellThrough: Quantity;
  /**
   * Strength of the brands carried (A7.2), 0 … 1: the share of its sales that comes from brands leading in its area.
   */
  readonly brandStrength: Quantity;
  /** Distribution margin (A7.2), a fraction such as 0.12: (sales − cost of goods) ÷ sales. */
  readonly distributionMargin: Quantity;
  /**
   * Credit record (A7.2) of the last two years with anybody: `minor-delays` within 30 days, `defaulted` at least once
   * never paid.
   */
  readonly creditRecord: "prompt" | "minor-delays" | "repeated-delays" | "defaulted";
  /**
   * Size and ability of its sales team (A7.3), 1 … 5: 1 the owner alone, 3 covers its area, 5 wins new clients every
   * month.
   */
  readonly salesTeam: Quantity;
  /** Rules, incentives, constraints (A7.3), 1 … 5: 1 none written, 3 written, 5 kept and measured. */
  readonly managementSystem: Quantity;
  /**
   * Top management's character, ability, will to cooperate (A7.3), 1 … 5: 1 not to be trusted, 3 correct, 5 plans years
   * ahead with us.
   */
  readonly topManagement: Quantity;
  /** Level of applied technology (A7.4): whether it employs application engineers of its own. */
  readonly ownEngineers: boolean;
  /** After-sales service (A7.4): none, with the maker's people, or by a team of its own. */
  readonly afterSales: "none" | "with-maker" | "own-team";
  /** Own and sound marketing network (A7.5), 1 … 5: 1 borrowed, 3 its own in the towns, 5 its own in every district. */
  readonly marketingNetwork: Quantity;
  /**
   * The network's layout and efficiency (A7.5), 0 … 1: the share of its area's outlets that it supplies at least
   * monthly.
   */
  readonly networkEfficiency: Quantity;
  /** Marketing team (A7.5), 1 … 5: 1 none, 3 carries out our promotions, 5 plans its own. */
  readonly marketingTeam: Quantity;
};

/** The dimensions of A7. */
export type DealerGroup = "market" | "finance" | "management" | "service" | "marketing";

/** A core dealer, B ordinary dealer, C distributor (A5.2), D look for another. */
export type DealerGrade = "A" | "B" | "C" | "D";

/**
 * The handbook's scorecard for dealers 评价目标客户 (A7): five dimensions, all their indicators, judged by the Wall method
 * (A7.6). Long-term reasons outrank short-term volume (A5.2), so no indicator asks how much it sells. The handbook
 * names the indicators; weights and standards are this package's choice, and meant to be changed.
 *
 * **Weights.** *Finance 30*, where money can be lost: credit record 12, the heaviest, for one default eats the margin
 * of years; sell-through 8, for it shows demand and free cash at once; margin 6, for a dealer that earns nothing on us
 * drops us; brands 4, as A7.1 counts them too. *Market 22*: influence 7, what we buy with a dealer; reputation 6, for
 * ours will be judged by it; big makers' products 5, as others have examined it before us; relations 4, as they partly
 * show in influence. *Management 20*: team 8, for it does the selling; system and top management 6 each, for they
 * decide what the team becomes. *Marketing 18*: efficiency 7, the one of the three that is counted and not judged;
 * network 6; team 5, as we can lend ours. *Service 10*, the least, as a maker can step in: after-sales 6, every client
 * meets it; own engineers 4.
 *
 * **Standards.** Sell-through 6 a year: stock turns every two months, usual for fast wholesale. Distribution margin
 * 0.12: rent, people and interest of a wholesaler take some 10 %. Both are floored at 0, so that a loss costs no more
 * than the weight, and capped at 1.5, so that a single figure can't carry a client; `finance` holds 33 at most, a tenth
 * above its weight, for riches don't replace people. Brands: 0.3 of sales from leading brands earns 0.6, 0.6 earns all;
 * beyond that the dealer depends on them. Efficiency: half of the outlets earn 0.7, 0.8 of them all, for the last fifth
 * costs more than it brings. Ratings run from 1 to 5, 3 being the usual and half of the weight. Big makers' products:
 * some 0.6, sole rights 1. Credit: delays within 30 days still earn 0.7, as most dealers have some; repeated ones 0.3.
 * After-sales with the maker's people earns half.
 *
 * **Age.** Judgements hold for a year (`maxAgeDays` 365: C3.3, evaluate regularly); yearly figures for 400 days, until
 * the next books are closed; credit for 180, as it turns quickest.
 *
 * **Unknown.** One visit rarely fills the form (A4.4), so unknown indicators are left out (`exclude`) and coverage says
 * so: with no facts there is no score. An unknown credit record costs no points either, for not having asked isn't the
 * dealer's fault, but it leaves a B at best.
 *
 * **Limits.** A default: D. Repeated delays: B at best, cash terms (C4). The same while the credit record is unknown,
 * for nobody is a core dealer before we know how it pays; not a C, or it would be better to be known as a late payer
 * than not to have been asked. Reputation 1, or top management below 2: C at best, for neither can be repaired from
 * outside.
 *
 * **Grades.** A from 80: at the standard in all figures and 4 in the ratings, or better. B from 65: weak in one
 * dimension. C from 45: sells for us under another's care. D below.
 */
export const dealerScorecard: Scorecard<DealerFacts, DealerGrade, DealerGroup> = /* @__PURE__ */ defineScorecard({
  id: "dealer",
  version: "1",
  scale: 2,
  groups: { market: {}, finance: { max: "33" }, management: {}, service: {}, marketing: {} },
  indicators: {
    marketInfluence: { kind: "rating", group: "market", weight: "7", min: "1", max: "5", maxAgeDays: 365 },
    majorBrands: {
      kind: "choice",
      group: "market",
      weight: "5",
      options: { none: "0", some: "0.6", exclusive: "1" },
      maxAgeDays: 365,
    },
    relationNetwork: { kind: "rating", group: "market", weight: "4", min: "1", max: "5", maxAgeDays: 365 },
    reputation: { kind: "rating", group: "market", weight: "6", min: "1", max: "5", maxAgeDays: 365 },
    sellThrough: {
      kind: "ratio",
      group: "finance",
      weight: "8",
      standard: "6",
      better: "higher",
      cap: "1.5",
      floor: "0",
      maxAgeDays: 400,
    },
    brandStrength: {
      kind: "interpolate",
      group: "finance",
      weight: "4",
      knots: [
        { at: "0", share: "0" },
        { at: "0.3", share: "0.6" },
        { at: "0.6", share: "1" },
      ],
      maxAgeDays: 400,
    },
    distributionMargin: {
      kind: "ratio",
      group: "finance",
      weight: "6",
      standard: "0.12",
      better: "higher",
      cap: "1.5",
      floor: "0",
      maxAgeDays: 400,
    },
    creditRecord: {
      kind: "choice",
      group: "finance",
      weight: "12",
      options: { prompt: "1", "minor-delays": "0.7", "repeated-delays": "0.3", defaulted: "0" },
      maxAgeDays: 180,
    },
    salesTeam: { kind: "rating", group: "management", weight: "8", min: "1", max: "5", maxAgeDays: 365 },
    managementSystem: { kind: "rating", group: "management", weight: "6", min: "1", max: "5", maxAgeDays: 365 },
    topManagement: { kind: "rating", group: "management", weight: "6", min: "1", max: "5", maxAgeDays: 365 },
    ownEngineers: { kind: "flag", group: "service", weight: "4", maxAgeDays: 365 },
    afterSales: {
      kind: "choice",
      group: "service",
      weight: "6",
      options: { none: "0", "with-maker": "0.5", "own-team": "1" },
      maxAgeDays: 365,
    },
    marketingNetwork: { kind: "rating", group: "marketing", weight: "6", min: "1", max: "5", maxAgeDays: 365 },
    networkEfficiency: {
      kind: "interpolate",
      group: "marketing",
      weight: "7",
      knots: [
        { at: "0", share: "0" },
        { at: "0.5", share: "0.7" },
        { at: "0.8", share: "1" },
      ],
      maxAgeDays: 365,
    },
    marketingTeam: { kind: "rating", group: "marketing", weight: "5", min: "1", max: "5", maxAgeDays: 365 },
  },
  missing: "exclude",
  limits: [
    { when: { indicator: "creditRecord", is: "defaulted" }, grade: "D" },
    { when: { indicator: "creditRecord", is: "repeated-delays" }, grade: "B" },
    { when: { indicator: "creditRecord", known: false }, grade: "B" },
    { when: { indicator: "reputation", atMost: "1" }, grade: "C" },
    { when: { indicator: "topManagement", below: "2" }, grade: "C" },
  ],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "65" },
    { grade: "C", from: "45" },
    { grade: "D", from: null },
  ],
});
