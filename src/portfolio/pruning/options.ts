import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import {
  amountOf,
  checkCurrency,
  checkKeys,
  checkOneOf,
  checkRecord,
  checkTexts,
  finiteNumber,
  integerIn,
} from "../arguments.js";
import { QUADRANTS } from "../quadrants/volume-loyalty.js";
import { checkMeasures } from "../risk/options.js";
import type { ReadRules } from "./decide-pruning.js";
import type { PruningOptions, RiskMeasures } from "./pruning.js";

const RULE_KEYS = ["minVolume", "minCredit", "minLoyalty", "grades", "quadrants"] as const;
const STAGES = 3;
const MOST_STAGES = 100;

/** Reads the options of `planPruning`, or throws all that is wrong with them. */
export function readPruningOptions(options: PruningOptions): {
  readonly rules: ReadRules;
  readonly stages: number;
  readonly risk: RiskMeasures;
  readonly currency: string | null;
} {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, ["rules", "dropWhen", "stages", "risk", "currency"], [], issues);
  const { rules, dropWhen, stages = STAGES, risk = {} } = given;
  checkOneOf(dropWhen, ["any", "all"], ["dropWhen"], issues);
  const count = integerIn(stages, 1, MOST_STAGES, ["stages"], issues);
  const read = readRules(checkRecord(rules, ["rules"], issues), dropWhen === "all", issues);
  const currency = checkCurrency(given["currency"], issues);
  checkMeasures(risk, ["risk"], issues);
  throwIssues(issues);
  return { rules: read, stages: count, currency, risk: risk as RiskMeasures };
}

function readRules(given: Readonly<Record<string, unknown>>, needsAll: boolean, issues: ArgumentIssue[]): ReadRules {
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  checkKeys(given, RULE_KEYS, ["rules"], issues);
  if (keys.length === 0) issues.push({ code: "too-few", path: ["rules"], details: { least: 1, received: 0 } });
  return {
    minVolume:
      given["minVolume"] === undefined ? null : (amountOf(given["minVolume"], ["rules", "minVolume"], issues) ?? null),
    minCredit: readScore(given, "minCredit", issues),
    minLoyalty: readScore(given, "minLoyalty", issues),
    grades: readCodes(given, "grades", null, issues),
    quadrants: readCodes(given, "quadrants", QUADRANTS, issues),
    needsAll,
  };
}

function readScore(
  given: Readonly<Record<string, unknown>>,
  key: "minCredit" | "minLoyalty",
  issues: ArgumentIssue[],
): number | null {
  return given[key] === undefined ? null : finiteNumber(given[key], ["rules", key], issues);
}

function readCodes(
  given: Readonly<Record<string, unknown>>,
  key: "grades" | "quadrants",
  allowed: readonly string[] | null,
  issues: ArgumentIssue[],
): readonly string[] | null {
  const codes = given[key];
  if (codes === undefined) return null;
  const path = ["rules", key];
  const texts = checkTexts(codes, path, issues);
  if (allowed === null) return texts;
  texts.forEach((code, index) => {
    if (typeof code === "string") checkOneOf(code, allowed, [...path, index], issues);
  });
  return texts;
}
