import type { ArgumentIssue } from "../../ground/issue.js";
import { printDecimal } from "../../ground/numeral.js";
import { compare, ONE, type Rational, ZERO } from "../../ground/rational.js";
import { printWhole, type Scaled, type Whole } from "../../ground/scaled.js";
import { CLASS_BY_REASON, judgeAmounts } from "../abc/place.js";
import { amountOf, checkRecord, integerIn, quantityIn } from "../arguments.js";
import type { Ranked, Totals } from "../volumes.js";
import type { VolumeCut } from "./volume-loyalty.js";

/** A volume cut that was read. */
export type ReadCut = { readonly atLeast: Scaled } | { readonly share: Rational } | { readonly top: number };

const MOST = 1_000_000_000;

/** Reads the cut, or says what is wrong with it. */
export function readCut(value: unknown, issues: ArgumentIssue[]): ReadCut | undefined {
  const path = ["volume"];
  const given = Object.entries(checkRecord(value, path, issues)).filter(([, one]) => one !== undefined);
  const [[key, bound] = ["", undefined], ...others] = given;
  if (others.length > 0 || !["atLeast", "share", "top"].includes(key)) {
    issues.push({
      code: "unknown-key",
      path: [...path, others[0]?.[0] ?? key],
      details: { key: others[0]?.[0] ?? key, allowed: ["atLeast", "share", "top"] },
    });
    return undefined;
  }
  if (key === "top") return { top: integerIn(bound, 1, MOST, [...path, key], issues) };
  if (key === "share") {
    const share = quantityIn(bound, ZERO, ONE, [...path, key], issues);
    return share && { share };
  }
  const atLeast = amountOf(bound, [...path, key], issues);
  return atLeast && { atLeast };
}

/** The cut that was read, as options have it: amounts and shares as decimal texts. */
export function writeCut(cut: ReadCut): VolumeCut {
  if ("share" in cut) return { share: printDecimal(cut.share) };
  return "top" in cut ? { top: cut.top } : { atLeast: printWhole(cut.atLeast.n, cut.atLeast.places) };
}

/** How many of the ranked clients are large; equal volumes are on one side. Volumes of zero or below never are. */
export function countLarge(ranked: Ranked<unknown>, cut: ReadCut): number {
  const bought = ranked.wholes.filter((whole) => whole > 0);
  if ("share" in cut) return countWithin(bought, ranked, cut.share);
  const least = "top" in cut ? bought[Math.min(cut.top, bought.length) - 1] : ranked.wholeOf(cut.atLeast);
  return least === undefined ? 0 : bought.filter((whole) => whole >= least).length;
}

function countWithin(bought: readonly Whole[], totals: Totals, share: Rational): number {
  const rule = { a: share, b: share, countsItself: false, holdsAtCut: compare(share, ZERO) === 0, keepsTies: true };
  let count = 0;
  judgeAmounts(bought, totals, rule, ({ reason }) => {
    if (CLASS_BY_REASON[reason] === "A") count += 1;
  });
  return count;
}
