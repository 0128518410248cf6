import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { ONE, ZERO } from "../../ground/rational.js";
import { checkKeys, checkOneOf, checkRecord, quantityIn } from "../arguments.js";
import { ABC_COUNTINGS, ABC_CUTS, ABC_EDGES, ABC_TIES } from "./abc.js";
import type { AbcRule } from "./place.js";

/** Reads the options of `classifyAbc`, or throws all that is wrong with them. */
export function readAbcOptions(options: unknown): AbcRule {
  const issues: ArgumentIssue[] = [];
  const all = checkRecord(options, [], issues);
  checkKeys(all, ["cuts", "counting", "edge", "ties"], [], issues);
  const { cuts = {}, counting, edge, ties } = all;
  checkOneOf(counting, ABC_COUNTINGS, ["counting"], issues);
  checkOneOf(edge, ABC_EDGES, ["edge"], issues);
  checkOneOf(ties, ABC_TIES, ["ties"], issues);
  const given = checkRecord(cuts, ["cuts"], issues);
  checkKeys(given, ["A", "B"], ["cuts"], issues);
  const a = quantityIn(given["A"] ?? ABC_CUTS.A, ZERO, ONE, ["cuts", "A"], issues) ?? ZERO;
  const b = quantityIn(given["B"] ?? ABC_CUTS.B, a, ONE, ["cuts", "B"], issues) ?? ONE;
  throwIssues(issues);
  return {
    a,
    b,
    countsItself: counting !== "before-itself",
    holdsAtCut: edge !== "excluded",
    keepsTies: ties !== "apart",
  };
}
