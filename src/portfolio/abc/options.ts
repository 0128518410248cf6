import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { ONE, ZERO } from "../../ground/rational.js";
import { checkKeys, checkOneOf, checkRecord, quantityIn } from "../arguments.js";
import { ABC_COUNTINGS, ABC_CUTS, ABC_EDGES, ABC_TIES } from "./abc.js";

/** Throws all that is wrong with the options of `classifyAbc`. */
export function checkAbcOptions(options: unknown): void {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["cuts", "counting", "edge", "ties"], [], issues);
  checkOneOf(given["counting"], ABC_COUNTINGS, ["counting"], issues);
  checkOneOf(given["edge"], ABC_EDGES, ["edge"], issues);
  checkOneOf(given["ties"], ABC_TIES, ["ties"], issues);
  const cuts = given["cuts"] === undefined ? {} : checkRecord(given["cuts"], ["cuts"], issues);
  const a = quantityIn(cuts["A"] ?? ABC_CUTS.A, ZERO, ONE, ["cuts", "A"], issues);
  if (a !== undefined) quantityIn(cuts["B"] ?? ABC_CUTS.B, a, ONE, ["cuts", "B"], issues);
  throwIssues(issues);
}
