import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { printDecimal, sum } from "../../ground/numeral.js";
import { compare, ONE, type Rational, ZERO } from "../../ground/rational.js";
import { checkCurrency, checkKeys, checkList, checkRecord, checkTexts, quantityIn } from "../arguments.js";
import { PYRAMID_TIERS, SELECTING_GRADES, type SelectionOptions } from "./selection.js";

/** The options as they were read. */
export interface ReadSelection {
  readonly select: readonly string[];
  readonly develop: readonly string[];
  readonly tiers: readonly Rational[];
  readonly currency: string | null;
}

const MOST_TIERS = 100;

/** Reads the options of `selectKeyAccounts`, or throws all that is wrong with them. */
export function readSelectionOptions(options: SelectionOptions): ReadSelection {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["select", "develop", "tiers", "currency"], [], issues);
  const read = {
    select: checkTexts(given["select"] ?? SELECTING_GRADES.select, ["select"], issues),
    develop: checkTexts(given["develop"] ?? SELECTING_GRADES.develop, ["develop"], issues),
    tiers: readTiers(given["tiers"] ?? PYRAMID_TIERS, issues),
    currency: checkCurrency(given["currency"], issues),
  };
  throwIssues(issues);
  return read;
}

function readTiers(tiers: unknown, issues: ArgumentIssue[]): readonly Rational[] {
  const path = ["tiers"];
  const list = checkList(tiers, path, issues);
  if (list === undefined) return [];
  if (list.length > MOST_TIERS) {
    issues.push({ code: "too-many-values", path, details: { max: MOST_TIERS } });
    return [];
  }
  const before = issues.length;
  const read = list.map((tier, index) => quantityIn(tier, ZERO, ONE, [...path, index], issues) ?? ZERO);
  if (issues.length > before || compare(sum(read), ONE) === 0) return read;
  issues.push({ code: "weights-not-total", path, details: { sum: printDecimal(sum(read)), total: "1" } });
  return [];
}
