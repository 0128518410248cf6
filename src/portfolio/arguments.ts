import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue, Path } from "../ground/issue.js";
import { exactQuantity, isNumeral, printDecimal } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { compare, type Rational } from "../ground/rational.js";

/** The argument if it is a record; otherwise an issue and none. */
export function checkRecord(value: unknown, path: Path, issues: ArgumentIssue[]): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
  return {};
}

/** Notes each key that isn't known; one whose value is `undefined` is absent. */
export function checkKeys(given: object, allowed: readonly string[], path: Path, issues: ArgumentIssue[]): void {
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || allowed.includes(key)) continue;
    issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
  }
}

/** Whether an option, if it is given, is one of a closed list. */
export function checkOneOf(value: unknown, allowed: readonly string[], path: Path, issues: ArgumentIssue[]): void {
  if (value === undefined || allowed.includes(value as string)) return;
  issues.push({ code: "unknown-value", path, details: { received: print(value), allowed } });
}

/** A decimal between two bounds, both included. */
export function quantityIn(
  value: unknown,
  low: Rational,
  high: Rational,
  path: Path,
  issues: ArgumentIssue[],
): Rational | undefined {
  if ((typeof value !== "string" && typeof value !== "number") || !isNumeral(String(value))) {
    issues.push({ code: "not-a-decimal", path, details: { received: print(value) } });
    return undefined;
  }
  const read = exactQuantity(value);
  if (compare(read, low) >= 0 && compare(read, high) <= 0) return read;
  const bounds = { least: Number(printDecimal(low)), most: Number(printDecimal(high)) };
  issues.push({ code: "out-of-range", path, details: { received: print(value), ...bounds } });
  return undefined;
}

/** A finite number; 0 where it is none, with an issue. */
export function finiteNumber(value: unknown, path: Path, issues: ArgumentIssue[]): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  issues.push({ code: "wrong-type", path, details: { expected: "number", received: print(value) } });
  return 0;
}

/** A whole number between two bounds, both included; the lower one where it is none, with an issue. */
export function integerIn(value: unknown, least: number, most: number, path: Path, issues: ArgumentIssue[]): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  issues.push({ code: "out-of-range", path, details: { received: print(value), least, most } });
  return least;
}

/** A list of texts. */
export function checkTexts(value: unknown, path: Path, issues: ArgumentIssue[]): readonly string[] {
  if (!Array.isArray(value)) {
    issues.push({ code: "wrong-type", path, details: { expected: "array", received: print(value) } });
    return [];
  }
  Array.from(value).forEach((one: unknown, index) => {
    if (typeof one === "string") return;
    issues.push({ code: "wrong-type", path: [...path, index], details: { expected: "string", received: print(one) } });
  });
  return value as readonly string[];
}

/** Throws if an argument is no iterable of rows. */
export function checkIterable(rows: unknown, name = "clients"): void {
  if (typeof rows === "object" && rows !== null && Symbol.iterator in rows) return;
  throwIssues([{ code: "wrong-type", path: [name], details: { expected: "array", received: print(rows) } }]);
}
