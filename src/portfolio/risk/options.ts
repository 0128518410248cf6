import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { printDecimal } from "../../ground/numeral.js";
import { ONE, type Rational, ZERO } from "../../ground/rational.js";
import { checkCurrency, checkKeys, checkRecord, integerIn, quantityIn } from "../arguments.js";
import { RISK_MARKS, RISKS, type Risk, type RiskOptions, TOP_CLIENTS } from "./risk.js";

/** Marks as fractions, and as they print. */
export interface ReadMarks {
  readonly moderate: Rational;
  readonly high: Rational;
  readonly printed: { readonly moderate: string; readonly high: string };
}

const MOST_TOP = 1_000_000;

/** Reads the options of `portfolioRisk`, or throws all that is wrong with them. */
export function readRiskOptions(options: RiskOptions): {
  readonly top: number;
  readonly marks: { readonly [K in Risk]: ReadMarks };
  readonly currency: string | null;
} {
  const issues: ArgumentIssue[] = [];
  const all = checkRecord(options, [], issues);
  checkKeys(all, ["top", "marks", "currency"], [], issues);
  const { top = TOP_CLIENTS, marks = {} } = all;
  const count = integerIn(top, 1, MOST_TOP, ["top"], issues);
  const given = checkRecord(marks, ["marks"], issues);
  checkKeys(given, RISKS, ["marks"], issues);
  const read = Object.fromEntries(RISKS.map((risk) => [risk, readMarks(risk, given[risk], issues)]));
  const currency = checkCurrency(all["currency"], issues);
  throwIssues(issues);
  return { top: count, marks: read as { readonly [K in Risk]: ReadMarks }, currency };
}

function readMarks(risk: Risk, given: unknown, issues: ArgumentIssue[]): ReadMarks {
  const path = ["marks", risk];
  const marks = given === undefined ? RISK_MARKS[risk] : checkRecord(given, path, issues);
  const moderate = quantityIn(marks.moderate, ZERO, ONE, [...path, "moderate"], issues) ?? ZERO;
  const high = quantityIn(marks.high, moderate, ONE, [...path, "high"], issues) ?? ONE;
  return { moderate, high, printed: { moderate: printDecimal(moderate), high: printDecimal(high) } };
}
