import type { ArgumentIssue, Path } from "../ground/issue.js";
import { MOST_TAKEN } from "../ground/iterable.js";
import { exactQuantity, isNumeral, printDecimal } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { compare, type Rational } from "../ground/rational.js";
import type { Scaled } from "../ground/scaled.js";
import { show } from "../ground/show.js";
import { readAmount } from "./amount.js";
import { type Field, isRead } from "./field.js";

export { checkIterable, takeEach } from "../ground/iterable.js";
export { checkKeys } from "../ground/keys.js";
export { checkRecord } from "../ground/record.js";
export { show } from "../ground/show.js";

/** Whether an option, if it is given, is one of a closed list. */
export function checkOneOf(value: unknown, allowed: readonly string[], path: Path, issues: ArgumentIssue[]): void {
  if (value === undefined || allowed.includes(value as string)) return;
  issues.push({ code: "unknown-value", path, details: { received: show(value), allowed: [...allowed] } });
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
    issues.push({ code: "not-a-decimal", path, details: { received: show(value) } });
    return undefined;
  }
  const read = exactQuantity(value);
  if (compare(read, low) >= 0 && compare(read, high) <= 0) return read;
  const bounds = { least: Number(printDecimal(low)), most: Number(printDecimal(high)) };
  issues.push({ code: "out-of-range", path, details: { received: show(value), ...bounds } });
  return undefined;
}

/** An amount as rows have them. */
export function amountOf(value: unknown, path: Path, issues: ArgumentIssue[]): Scaled | undefined {
  const isAmount = typeof value === "string" || typeof value === "number";
  const read: Field<Scaled> = isAmount
    ? readAmount(value)
    : { fault: { code: "not-a-decimal", details: { received: show(value) } } };
  if (isRead(read)) return read.value;
  issues.push({ ...read.fault, path });
  return undefined;
}

/** A finite number, never −0; 0 where it is none, with an issue. */
export function finiteNumber(value: unknown, path: Path, issues: ArgumentIssue[]): number {
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  issues.push({ code: "wrong-type", path, details: { expected: "number", received: show(value) } });
  return 0;
}

/** A whole number between two bounds, both included; the lower one where it is none, with an issue. */
export function integerIn(value: unknown, least: number, most: number, path: Path, issues: ArgumentIssue[]): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  issues.push({ code: "out-of-range", path, details: { received: show(value), least, most } });
  return least;
}

/** A copy of a list; otherwise an issue and none. */
export function checkList(value: unknown, path: Path, issues: ArgumentIssue[]): readonly unknown[] | undefined {
  try {
    if (!Array.isArray(value)) {
      issues.push({ code: "wrong-type", path, details: { expected: "array", received: print(value) } });
    } else if (value.length > MOST_TAKEN) {
      issues.push({ code: "too-many", path, details: { most: MOST_TAKEN, received: value.length } });
    } else return Array.from(value as readonly unknown[]);
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
  }
  return undefined;
}

/** A list of texts. */
export function checkTexts(value: unknown, path: Path, issues: ArgumentIssue[]): readonly string[] {
  const list = checkList(value, path, issues) ?? [];
  list.forEach((one, index) => {
    if (typeof one === "string") return;
    issues.push({ code: "wrong-type", path: [...path, index], details: { expected: "string", received: show(one) } });
  });
  return list as readonly string[];
}

/** The option `currency`: a code, taken over as given but for spaces around it, as rows have theirs; `null` where none is named. */
export function checkCurrency(value: unknown, issues: ArgumentIssue[]): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  issues.push({ code: "wrong-type", path: ["currency"], details: { expected: "string", received: show(value) } });
  return null;
}
