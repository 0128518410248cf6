import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { printDecimal } from "../../ground/numeral.js";
import { ONE, ZERO } from "../../ground/rational.js";
import { checkCurrency, checkKeys, checkOneOf, checkRecord, quantityIn } from "../arguments.js";
import {
  ABC_COUNTINGS,
  ABC_CUTS,
  ABC_EDGES,
  ABC_TIES,
  type AbcCounting,
  type AbcEdge,
  type AbcResult,
  type AbcTies,
} from "./abc.js";
import type { AbcRule } from "./place.js";

/** The options as they were read. */
export interface ReadAbcOptions {
  readonly rule: AbcRule;
  /** As the result names them. */
  readonly used: Pick<AbcResult, "cuts" | "counting" | "edge" | "ties">;
  readonly currency: string | null;
}

/** Reads the options of `classifyAbc`, or throws all that is wrong with them. */
export function readAbcOptions(options: unknown): ReadAbcOptions {
  const issues: ArgumentIssue[] = [];
  const all = checkRecord(options, [], issues);
  checkKeys(all, ["cuts", "counting", "edge", "ties", "currency"], [], issues);
  const { cuts = {}, counting = "with-itself", edge = "included", ties = "together" } = all;
  checkOneOf(counting, ABC_COUNTINGS, ["counting"], issues);
  checkOneOf(edge, ABC_EDGES, ["edge"], issues);
  checkOneOf(ties, ABC_TIES, ["ties"], issues);
  const given = checkRecord(cuts, ["cuts"], issues);
  checkKeys(given, ["A", "B"], ["cuts"], issues);
  const a = quantityIn(given["A"] ?? ABC_CUTS.A, ZERO, ONE, ["cuts", "A"], issues) ?? ZERO;
  const b = quantityIn(given["B"] ?? ABC_CUTS.B, a, ONE, ["cuts", "B"], issues) ?? ONE;
  const currency = checkCurrency(all["currency"], issues);
  throwIssues(issues);
  return {
    rule: {
      a,
      b,
      countsItself: counting === "with-itself",
      holdsAtCut: edge === "included",
      keepsTies: ties === "together",
    },
    used: {
      cuts: { A: printDecimal(a), B: printDecimal(b) },
      counting: counting as AbcCounting,
      edge: edge as AbcEdge,
      ties: ties as AbcTies,
    },
    currency,
  };
}
