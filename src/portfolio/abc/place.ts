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

/** Takes a judgement and the place of its amount, 0 for the largest. Judgements come by place. */
type TakeJudgement = (judgement: AmountJudgement, index: number) => void;

/** Judges amounts, the largest first, by their cumulative shares. None is kept: half a million of them would outlive their use. */
export function judgeAmounts(
  wholes: readonly Whole[],
  { total, zero }: Totals,
  rule: AbcRule,
  take: TakeJudgement,
): void {
  const limits = { a: limitOf(rule.a, total, rule), b: limitOf(rule.b, total, rule) };
  let upTo = zero;
  let end = 0;
  for (let start = 0; start < wholes.length; start = end) {
    end = endOfGroup(wholes, start, rule);
    const before = upTo;
    for (let index = start; index < end; index += 1) upTo = plusBought(upTo, wholes[index] as Whole);
    judgeGroup({ start, end, before, after: upTo }, wholes[start] as Whole, limits, rule, take);
  }
}

/** Clients that are counted together: from which place to which, and what is bought before the first and with the last. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly before: Whole;
  readonly after: Whole;
}

interface Limits {
  readonly a: Whole;
  readonly b: Whole;
}

function endOfGroup(wholes: readonly Whole[], start: number, { keepsTies }: AbcRule): number {
  let end = start + 1;
  if (!keepsTies) return end;
  while (end < wholes.length && wholes[end] === wholes[start]) end += 1;
  return end;
}

function judgeGroup(
  { start, end, before, after }: Group,
  whole: Whole,
  limits: Limits,
  { countsItself }: AbcRule,
  take: TakeJudgement,
): void {
  const tied = end - start;
  const measure = countsItself ? after : before;
  const reason = reasonFor(whole, start === 0, measure, limits);
  let upTo = before;
  for (let index = start; index < end; index += 1) {
    const without = upTo;
    upTo = plusBought(upTo, whole);
    const apart = tied === 1 ? reason : reasonFor(whole, index === 0, countsItself ? upTo : without, limits);
    take({ reason, measure, tied, isMoved: CLASS_BY_REASON[apart] !== CLASS_BY_REASON[reason] }, index);
  }
}

function plusBought(sum: Whole, whole: Whole): Whole {
  return whole > 0 ? addUnits(sum, whole) : sum;
}

/** The most units that are within a cut. */
function limitOf({ n, d }: Rational, total: Whole, { holdsAtCut }: AbcRule): Whole {
  const cut = n * BigInt(total);
  const limit = cut % d === 0n && !holdsAtCut ? cut / d - 1n : cut / d;
  return typeof total === "number" ? Number(limit) : limit;
}

function reasonFor(whole: Whole, isFirst: boolean, measure: Whole, { a, b }: Limits): KnownReason {
  if (whole <= 0) return whole < 0 ? "net-returns" : "no-purchases";
  if (isFirst) return "largest";
  if (measure <= a) return "within-a";
  return measure <= b ? "within-b" : "beyond-b";
}
