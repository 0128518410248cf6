import { printDecimal } from "../../ground/numeral.js";
import type { Rational } from "../../ground/rational.js";
import type { Whole } from "../../ground/scaled.js";
import { shareOf } from "../share.js";
import type { AbcReason } from "./abc.js";
import type { AbcRule, AmountJudgement } from "./place.js";

/** Writes the reasons of judgements, of shares of `total`. */
export function reasonsBy(rule: AbcRule, total: Whole): (judgement: AmountJudgement) => readonly AbcReason[] {
  const [a, b] = [numberOf(rule.a), numberOf(rule.b)];
  return (judgement) => {
    const reason = reasonOf(judgement, a, b, total);
    return judgement.isMoved ? [reason, { code: "tied-across-cut", clients: judgement.tied }] : [reason];
  };
}

function reasonOf({ reason, measure }: AmountJudgement, a: number, b: number, total: Whole): AbcReason {
  if (reason === "largest" || reason === "no-purchases" || reason === "net-returns") return { code: reason };
  return { code: reason, cumulative: shareOf(measure, total), cut: reason === "within-a" ? a : b };
}

function numberOf(cut: Rational): number {
  return Number(printDecimal(cut));
}
