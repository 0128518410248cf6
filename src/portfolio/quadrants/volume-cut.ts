import type { ArgumentIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { compare, ONE, type Rational, ZERO } from "../../ground/rational.js";
import { readScaled, type Scaled } from "../../ground/scaled.js";
import { placeClients } from "../abc/place.js";
import { checkRecord, integerIn, quantityIn } from "../arguments.js";
import type { Ranked } from "../volumes.js";

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
  const atLeast = typeof bound === "string" || typeof bound === "number" ? readScaled(bound) : null;
  if (atLeast !== null) return { atLeast };
  issues.push({ code: "not-a-decimal", path: [...path, key], details: { received: print(bound) } });
  return undefined;
}

/** How many of the ranked clients are large; equal volumes are on one side. Volumes of zero or below never are. */
export function countLarge(ranked: Ranked<{ readonly id: string }>, cut: ReadCut): number {
  const { known, wholeOf } = ranked;
  const bought = known.filter(({ whole }) => whole > 0);
  if ("atLeast" in cut) {
    const least = wholeOf(cut.atLeast);
    return bought.filter(({ whole }) => whole >= least).length;
  }
  if ("top" in cut) {
    const last = bought[Math.min(cut.top, bought.length) - 1];
    return last === undefined ? 0 : bought.filter(({ whole }) => whole >= last.whole).length;
  }
  const rule = {
    a: cut.share,
    b: cut.share,
    countsItself: false,
    holdsAtCut: compare(cut.share, ZERO) === 0,
    keepsTies: true,
  };
  return placeClients(bought, ranked, rule).filter((one) => one.class === "A").length;
}
