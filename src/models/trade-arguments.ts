import { decimal } from "../ground/decimal.js";
import { type KeyAccountErrorDetails, throwIssues } from "../ground/error.js";
import type { IssueOf, Path } from "../ground/issue.js";
import { isPlainMonth, monthOf } from "../ground/months.js";
import { isNumeral } from "../ground/numeral.js";
import { received } from "./received.js";

const MOST_MONTHS = 120;

type ArgumentIssue = IssueOf<KeyAccountErrorDetails>;
/** Says what is wrong with an argument, or a part of it, at `path`. */
type Check = (value: unknown, path: Path) => readonly ArgumentIssue[];

/** Throws all that a programmer did wrong in calling `tradeFacts`: a record that nobody has parsed, faulty options. */
export function checkTradeArguments(trade: unknown, options: unknown): void {
  const checks = {
    asOf: isDay,
    months: optional(isLength),
    revenue: optional(isAmount),
    averageSales: optional(isAmount),
    averageMargin: optional(isDecimal),
  };
  const wrong = checkMembers(options, ["options"], checks).map((issue) =>
    issue.path.length > 1 ? { ...issue, path: issue.path.slice(1) } : issue,
  );
  throwIssues([...checkTrade(trade, ["trade"]), ...wrong]);
}

const checkTrade: Check = (trade, path) =>
  checkMembers(trade, path, { from: required(isMonth), to: required(isMonth), months: required(isListOfMonths) });

const isListOfMonths: Check = (months, path) => {
  if (!Array.isArray(months)) return wrongType("array", months, path);
  const checks = {
    month: required(isMonth),
    sales: required(isDecimal),
    purchases: optional(isDecimal),
    orders: optional(isDecimal),
    margin: optional(isDecimal),
  };
  return months.flatMap((entry: unknown, index) => checkMembers(entry, [...path, index], checks));
};

const isDay: Check = (value, path) => (typeof value === "string" && monthOf(value) !== null ? [] : noDate(value, path));

const isMonth: Check = (value, path) => {
  if (typeof value !== "string") return wrongType("string", value, path);
  return isPlainMonth(value) ? [] : noDate(value, path);
};

const isLength: Check = (value, path) => {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_MONTHS) return [];
  return [{ code: "out-of-range", path, details: { received: received(value), least: 1, most: MOST_MONTHS } }];
};

const isDecimal: Check = (value, path) =>
  isQuantity(value) ? [] : [{ code: "not-a-decimal", path, details: { received: received(value) } }];

const isAmount: Check = (value, path) => {
  if (!isQuantity(value)) return isDecimal(value, path);
  return decimal(value).lessThan(0)
    ? [{ code: "out-of-range", path, details: { received: received(value), least: 0 } }]
    : [];
};

function isQuantity(value: unknown): value is string | number {
  return (typeof value === "string" || typeof value === "number") && isNumeral(String(value));
}

function checkMembers(value: unknown, path: Path, checks: Readonly<Record<string, Check>>): ArgumentIssue[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrongType("object", value, path);
  return Object.entries(checks).flatMap(([key, check]) =>
    check((value as Readonly<Record<string, unknown>>)[key], [...path, key]),
  );
}

function optional(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

function required(check: Check): Check {
  return (value, path) => (value === undefined ? [{ code: "required", path, details: {} }] : check(value, path));
}

function wrongType(expected: "string" | "object" | "array", value: unknown, path: Path): ArgumentIssue[] {
  return [{ code: "wrong-type", path, details: { expected, received: received(value) } }];
}

function noDate(value: unknown, path: Path): ArgumentIssue[] {
  return [{ code: "not-a-date", path, details: { received: received(value) } }];
}
