import type { Rational } from "../../ground/rational.js";
import { addUnits, type Whole } from "../../ground/scaled.js";
import type { Totals } from "../volumes.js";
import type { AbcClass, AbcReasonCode } from "./abc.js";

/** The cuts and the conventions, as {@link judgeAmounts} asks for them. */
export interface AbcRule {
  readonly a: Rational;
  readonly b: Rational;
  readonly countsItself: boolean;
  readonly holdsAtCut: boolean;
  readonly keepsTies: boolean;
}

/** Why an amount has its class. */
export type KnownReason = Exclude<AbcReasonCode, "amount-unknown" | "tied-across-cut">;

/** The class that goes with a reason. */
export const CLASS_BY_REASON: { readonly [K in KnownReason]: AbcClass } = {
  largest: "A",
  "within-a": "A",
  "within-b": "B",
  "beyond-b": "C",
  "no-purchases": "C",
  "net-returns": "C",
};

/** What is decided on an amount. */
export interface AmountJudgement {
  readonly reason: KnownReason;
  /** What was held against the cuts. */
  readonly measure: Whole;
  /** How many are counted together. */
  readonly tied: number;
  /** Whether it would be in another class if it weren't counted together with others. */
  readonly isMoved: boolean;
}

/** Judges amounts, the largest first, by their cumulative shares. */
export function judgeAmounts(wholes: readonly Whole[], { total, zero }: Totals, rule: AbcRule): AmountJudgement[] {
  const limits = { a: limitOf(rule.a, total, rule), b: limitOf(rule.b, total, rule) };
  let group: Group = { start: 0, end: 0, before: zero, after: zero };
  let upTo = zero;
  return wholes.map((whole, index) => {
    if (index === group.end) group = groupFrom(wholes, index, group.after, rule);
    const before = upTo;
    if (whole > 0) upTo = addUnits(upTo, whole);
    const measure = rule.countsItself ? group.after : group.before;
    const reason = reasonFor(whole, group.start === 0, measure, limits);
    const tied = group.end - group.start;
    const apart = tied === 1 ? reason : reasonFor(whole, index === 0, rule.countsItself ? upTo : before, limits);
    return { reason, measure, tied, isMoved: CLASS_BY_REASON[apart] !== CLASS_BY_REASON[reason] };
  });
}

/** Clients that are counted together: from which place to which, and what is bought before the first and with the last. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly before: Whole;
  readonly after: Whole;
}

function groupFrom(wholes: readonly Whole[], start: number, before: Whole, { keepsTies }: AbcRule): Group {
  const whole = wholes[start] as Whole;
  const isTied = (index: number): boolean => index === start || (keepsTies && wholes[index] === whole);
  let end = start;
  let after = before;
  while (isTied(end)) {
    if (whole > 0) after = addUnits(after, whole);
    end += 1;
  }
  return { start, end, before, after };
}

/** The most units that are within a cut. */
function limitOf({ n, d }: Rational, total: Whole, { holdsAtCut }: AbcRule): Whole {
  const cut = n * BigInt(total);
  const limit = cut % d === 0n && !holdsAtCut ? cut / d - 1n : cut / d;
  return typeof total === "number" ? Number(limit) : limit;
}

function reasonFor(
  whole: Whole,
  isFirst: boolean,
  measure: Whole,
  { a, b }: { readonly a: Whole; readonly b: Whole },
): KnownReason {
  if (whole <= 0) return whole < 0 ? "net-returns" : "no-purchases";
  if (isFirst) return "largest";
  if (measure <= a) return "within-a";
  return measure <= b ? "within-b" : "beyond-b";
}
