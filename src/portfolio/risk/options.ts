import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, Path } from "../../ground/issue.js";
import { printDecimal } from "../../ground/numeral.js";
import { ONE, type Rational, ZERO } from "../../ground/rational.js";
import { checkCurrency, checkKeys, checkRecord, integerIn, quantityIn } from "../arguments.js";
import { RISK_MARKS, RISKS, type Risk, TOP_CLIENTS } from "./risk.js";

/** Marks as fractions, and as they print. */
export interface ReadMarks {
  readonly moderate: Rational;
  readonly high: Rational;
  readonly printed: { readonly moderate: string; readonly high: string };
}

const MOST_TOP = 1_000_000;

/** How to measure, as it was read. */
export interface ReadMeasures {
  readonly top: number;
  readonly marks: { readonly [K in Risk]: ReadMarks };
}

const MEASURE_KEYS = ["top", "marks"];

/** Reads the options of `portfolioRisk`, or throws all that is wrong with them. */
export function readRiskOptions(options: unknown): ReadMeasures & { readonly currency: string | null } {
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(options, [], issues);
  checkKeys(given, [...MEASURE_KEYS, "currency"], [], issues);
  const measures = readMeasures(given, [], issues);
  const currency = checkCurrency(given["currency"], issues);
  throwIssues(issues);
  return { ...measures, currency };
}

/** Notes all that is wrong with how another function is to measure risks. */
export function checkMeasures(measures: unknown, path: Path, issues: ArgumentIssue[]): void {
  const given = checkRecord(measures, path, issues);
  checkKeys(given, MEASURE_KEYS, path, issues);
  readMeasures(given, path, issues);
}

function readMeasures(measures: Readonly<Record<string, unknown>>, at: Path, issues: ArgumentIssue[]): ReadMeasures {
  const { top = TOP_CLIENTS, marks = {} } = measures;
  const path = [...at, "marks"];
  const count = integerIn(top, 1, MOST_TOP, [...at, "top"], issues);
  const given = checkRecord(marks, path, issues);
  checkKeys(given, RISKS, path, issues);
  const read = RISKS.map((risk) => [risk, readMarks(risk, given[risk], [...path, risk], issues)]);
  return { top: count, marks: Object.fromEntries(read) as ReadMeasures["marks"] };
}

function readMarks(risk: Risk, given: unknown, path: Path, issues: ArgumentIssue[]): ReadMarks {
  const marks = given === undefined ? RISK_MARKS[risk] : checkRecord(given, path, issues);
  const moderate = quantityIn(marks.moderate, ZERO, ONE, [...path, "moderate"], issues) ?? ZERO;
  const high = quantityIn(marks.high, moderate, ONE, [...path, "high"], issues) ?? ONE;
  return { moderate, high, printed: { moderate: printDecimal(moderate), high: printDecimal(high) } };
}
