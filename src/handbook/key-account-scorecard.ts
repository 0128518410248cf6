import { defineScorecard } from "../evaluation/definition/define.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { Quantity } from "../ground/numeral.js";

/**
 * What {@link keyAccountScorecard} asks of a client, the anchors of its rating and the units of its numbers. No amount
 * of money, so it fits every currency.
 */
export type KeyAccountFacts = {
  /** Current-asset ratio (D1.2: can it pay?): current assets ÷ current liabilities. */
  readonly currentAssetRatio: Quantity;
  /** Net margin (D1.2), a fraction: net profit ÷ sales. */
  readonly netMargin: Quantity;
  /** Return on assets (D1.2), a fraction: net profit ÷ average total assets. */
  readonly returnOnAssets: Quantity;
  /** Collection period (D1.2), days in which the client collects from its own clients; lower is better. */
  readonly collectionDays: Quantity;
  /** Inventory period (D1.2), days for which its stock lasts; lower is better. */
  readonly inventoryDays: Quantity;
  /**
   * High volume (E2.1, D1.6): what it buys in a year of the goods we sell, from anybody, as a multiple of what our
   * average client buys from us.
   */
  readonly annualVolume: Quantity;
  /** Our share of its purchases of the goods we sell (D1.6), 0 … 1. */
  readonly purchaseShare: Quantity;
  /** High frequency (E2.1): its orders in a year. */
  readonly orderFrequency: Quantity;
  /** High margin (E2.1): our margin rate with it ÷ our average margin rate; below 0 where we lose on it. */
  readonly marginContribution: Quantity;
  /** Large share of our revenue (E2.2), 0 … 1. */
  readonly revenueShare: Quantity;
  /** What its loss would mean (E2.2): replaced within a quarter, felt for a year, or a threat to the plan. */
  readonly lossImpact: "replaceable" | "noticeable" | "serious";
  /** Stable relation (E2.2): years of unbroken trade. */
  readonly relationStability: Quantity;
  /** Worth much effort (E2.2, D1.8): expected yearly margin ÷ yearly cost of serving and developing it. */
  readonly effortWorth: Quantity;
  /** Whether its growth fits our goals (E2.2), 1 … 5: 1 leads away from us, 3 neither, 5 grows where we want to. */
  readonly growthFit: Quantity;
};

/** Its own health (D1.2), its trade (D1.6, E2.1), its standing with us (E2.2). */
export type KeyAccountGroup = "finance" | "trade" | "standing";

/** A key account, B develop into one, C ordinary client, D no effort beyond the usual. */
export type KeyAccountGrade = "A" | "B" | "C" | "D";

/**
 * The handbook's scorecard for key accounts: operating figures (D1.2), trade record (D1.6), what a key account is
 * (E2.1) and how to select one (E2.2). The handbook names the indicators; weights and standards are this package's
 * choice.
 *
 * **Weights.** *Trade 38*, the definition itself (E2.1): margin 14, the heaviest, for effort is paid from it; volume
 * 10; our share 8, the part of the volume that is ours; frequency 6, as it also follows from logistics. *Standing 36*
 * (E2.2): share of revenue 10, "real effect on results"; growth 8, for an account is chosen for years; loss, stability
 * and effort 6 each. *Finance 26*, less than for a dealer, as a key account is better known and its contracts are
 * reviewed (E9.7): current-asset ratio, net margin and collection 6 each, for they say whether it can pay, lasts, and
 * has cash; return on assets and inventory 4 each, as they partly repeat the others.
 *
 * **Standards.** Net margin 0.04 and return on assets 0.06 are usual for sound trade and manufacturing, 0.1 and 0.12
 * the best of an industry: modified Wall scores, as steps towards the best are what counts, up to 1.5 × the weight, the
 * textbooks' maximum. The same steps lead down: a client that only breaks even still earns 4 of 6 for its margin and 2
 * of 4 for its return, and nothing from a loss of 8 % of sales or 6 % of assets on, as one weak year doesn't end an
 * account; whether it can pay is asked of current assets and collection. Current assets: 1.5 × the current liabilities
 * is safe and earns all, 1 half, 0.5 nothing; more isn't better, idle money doesn't buy. Collection 45 days: terms of
 * 30 and a fortnight's delay. Inventory 60 days: six turns. Volume 10 × our average client; where a fifth of the
 * clients brings 80 % (E4.2), that fifth averages 4 ×, and we are seldom the only supplier. Our share 0.3: the first of
 * three suppliers. Orders 12 a year: monthly. Margin 1: our average. Effort 2: it returns twice what it costs. Ratios
 * are capped at 1.5, orders at 1.25, as small orders cost us; all floored at 0. `trade` holds 44 at most: volume alone
 * is a bad standard (C3.1). Share of revenue: 0.01 earns half, 0.05 all; how much is too much is a matter of the
 * portfolio (C2.5). Stability: a year 0.4, three years 1. A noticeable loss earns half. Rating 1 … 5, 3 being half of
 * the weight.
 *
 * **Age.** Yearly figures hold for 400 days, until the next books are closed; trade figures for 120, a quarter and a
 * month; judgements for 365 (C3.3).
 *
 * **Unknown.** Left out (`exclude`): a prospect has no trade record yet, a private firm publishes no books, and neither
 * is a fault. Where the question doesn't arise, say `{ notApplicable: true }`. Coverage and interval tell the rest.
 *
 * **Limits**, each C at best: current assets below half of what is due, it can't pay; collection above 120 days,
 * neither does anybody pay it; margin of 0 or less, we'd pay for the honour; growth that leads away from us.
 *
 * **Grades.** A from 85: at or above the standard nearly everywhere. B from 70: two or three gaps to work on. C from
 * 50. D below.
 */
export const keyAccountScorecard: Scorecard<KeyAccountFacts, KeyAccountGrade, KeyAccountGroup> =
  /* @__PURE__ */ defineScorecard({
    id: "key-account",
    version: "1",
    scale: 2,
    groups: { finance: {}, trade: { max: "44" }, standing: {} },
    indicators: {
      currentAssetRatio: {
        kind: "interpolate",
        group: "finance",
        weight: "6",
        knots: [
          { at: "0.5", share: "0" },
          { at: "1", share: "0.5" },
          { at: "1.5", share: "1" },
        ],
        maxAgeDays: 400,
      },
      netMargin: {
        kind: "standard-score",
        group: "finance",
        weight: "6",
        standard: "0.04",
        best: "0.1",
        max: "9",
        min: "0",
        maxAgeDays: 400,
      },
      returnOnAssets: {
        kind: "standard-score",
        group: "finance",
        weight: "4",
        standard: "0.06",
        best: "0.12",
        max: "6",
        min: "0",
        maxAgeDays: 400,
      },
      collectionDays: {
        kind: "ratio",
        group: "finance",
        weight: "6",
        standard: "45",
        better: "lower",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 400,
      },
      inventoryDays: {
        kind: "ratio",
        group: "finance",
        weight: "4",
        standard: "60",
        better: "lower",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 400,
      },
      annualVolume: {
        kind: "ratio",
        group: "trade",
        weight: "10",
        standard: "10",
        better: "higher",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 120,
      },
      purchaseShare: {
        kind: "ratio",
        group: "trade",
        weight: "8",
        standard: "0.3",
        better: "higher",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 120,
      },
      orderFrequency: {
        kind: "ratio",
        group: "trade",
        weight: "6",
        standard: "12",
        better: "higher",
        cap: "1.25",
        floor: "0",
        maxAgeDays: 120,
      },
      marginContribution: {
        kind: "ratio",
        group: "trade",
        weight: "14",
        standard: "1",
        better: "higher",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 120,
      },
      revenueShare: {
        kind: "interpolate",
        group: "standing",
        weight: "10",
        knots: [
          { at: "0", share: "0" },
          { at: "0.01", share: "0.5" },
          { at: "0.05", share: "1" },
        ],
        maxAgeDays: 120,
      },
      lossImpact: {
        kind: "choice",
        group: "standing",
        weight: "6",
        options: { replaceable: "0", noticeable: "0.5", serious: "1" },
        maxAgeDays: 365,
      },
      relationStability: {
        kind: "interpolate",
        group: "standing",
        weight: "6",
        knots: [
          { at: "0", share: "0" },
          { at: "1", share: "0.4" },
          { at: "3", share: "1" },
        ],
        maxAgeDays: 365,
      },
      effortWorth: {
        kind: "ratio",
        group: "standing",
        weight: "6",
        standard: "2",
        better: "higher",
        cap: "1.5",
        floor: "0",
        maxAgeDays: 120,
      },
      growthFit: { kind: "rating", group: "standing", weight: "8", min: "1", max: "5", maxAgeDays: 365 },
    },
    missing: "exclude",
    limits: [
      { when: { indicator: "currentAssetRatio", below: "0.5" }, grade: "C" },
      { when: { indicator: "collectionDays", above: "120" }, grade: "C" },
      { when: { indicator: "marginContribution", atMost: "0" }, grade: "C" },
      { when: { indicator: "growthFit", atMost: "1" }, grade: "C" },
    ],
    grades: [
      { grade: "A", from: "85" },
      { grade: "B", from: "70" },
      { grade: "C", from: "50" },
      { grade: "D", from: null },
    ],
  });
