import { defineScorecard } from "../evaluation/definition/define.js";
import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { Quantity } from "../ground/numeral.js";

/** What {@link creditScorecard} asks about how a client pays. */
export type CreditFacts = {
  /** Days until it pays ÷ days agreed: 1 is to the day, 2 twice as long. */
  readonly collectionToTerms: Quantity;
  /** Share of its invoices that were paid late, 0 … 1. */
  readonly latePayments: Quantity;
  /** Share of its invoices that it disputed, 0 … 1. */
  readonly disputedInvoices: Quantity;
};

/** What {@link sellingScorecard} asks about how a client sells. */
export type SellingFacts = {
  /** Times a year that its stock of our goods turns over. */
  readonly sellThrough: Quantity;
  /** Growth of what it sells against the year before: `"0.1"` is 10 %. */
  readonly salesGrowth: Quantity;
};

/** A good; B sound; C weak; D poor. */
export type AxisGrade = "A" | "B" | "C" | "D";

/**
 * The handbook's first axis of C4, credit 信用, as a scorecard. The handbook names the axis; indicators, weights and standards are this package's
 * choice.
 *
 * **Weights.** How long we wait for the money 50, how often it is late 30, how often it is disputed 20: the first costs most.
 *
 * **Standards.** Paying within the agreed days is the whole share, half as long again half of it, twice as long nothing. A tenth of the invoices late
 * leaves 0.7, half of them nothing. A tenth disputed leaves nothing: disputes are how some clients delay.
 *
 * **Age.** 180 days, as for the credit record of a dealer.
 *
 * **Unknown.** Left out (`exclude`), but who was never asked how long it takes to pay is B at best (`known: false`).
 *
 * **Limits.** Twice the agreed days or more: C at best.
 *
 * **Grades.** A from 80, B from 60 (where `classifyCreditSelling` cuts unless told), C from 40, D below.
 */
export const creditScorecard: Scorecard<CreditFacts, AxisGrade, never> = /* @__PURE__ */ defineScorecard({
  id: "credit",
  version: "1",
  scale: 2,
  indicators: {
    collectionToTerms: {
      kind: "interpolate",
      weight: "50",
      knots: [
        { at: "1", share: "1" },
        { at: "1.5", share: "0.5" },
        { at: "2", share: "0" },
      ],
      maxAgeDays: 180,
    },
    latePayments: {
      kind: "interpolate",
      weight: "30",
      knots: [
        { at: "0", share: "1" },
        { at: "0.1", share: "0.7" },
        { at: "0.5", share: "0" },
      ],
      maxAgeDays: 180,
    },
    disputedInvoices: {
      kind: "interpolate",
      weight: "20",
      knots: [
        { at: "0", share: "1" },
        { at: "0.1", share: "0" },
      ],
      maxAgeDays: 180,
    },
  },
  missing: "exclude",
  limits: [
    { when: { indicator: "collectionToTerms", atLeast: "2" }, grade: "C" },
    { when: { indicator: "collectionToTerms", known: false }, grade: "B" },
  ],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "60" },
    { grade: "C", from: "40" },
    { grade: "D", from: null },
  ],
});

/**
 * The handbook's second axis of C4, selling ability 销售能力, as a scorecard. The handbook names the axis; indicators, weights and standards are
 * this package's choice.
 *
 * **Weights.** What leaves its shelves 60, whether that grows 40: a sitting merchant 坐商 sells, but doesn't grow.
 *
 * **Standards.** Six turns a year are the standard, as for a dealer (A7.2); cap 1.25, floor 0. Growth of 20 % is the whole share, 10 % 0.8, none 0.4,
 * a tenth less nothing.
 *
 * **Age.** 400 days: a year's books and a month to close them.
 *
 * **Unknown.** Left out (`exclude`); coverage shows the gap.
 *
 * **Limits.** None.
 *
 * **Grades.** A from 80, B from 60 (where `classifyCreditSelling` cuts unless told), C from 40, D below.
 */
export const sellingScorecard: Scorecard<SellingFacts, AxisGrade, never> = /* @__PURE__ */ defineScorecard({
  id: "selling",
  version: "1",
  scale: 2,
  indicators: {
    sellThrough: {
      kind: "ratio",
      weight: "60",
      standard: "6",
      better: "higher",
      cap: "1.25",
      floor: "0",
      maxAgeDays: 400,
    },
    salesGrowth: {
      kind: "interpolate",
      weight: "40",
      knots: [
        { at: "-0.1", share: "0" },
        { at: "0", share: "0.4" },
        { at: "0.1", share: "0.8" },
        { at: "0.2", share: "1" },
      ],
      maxAgeDays: 400,
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
