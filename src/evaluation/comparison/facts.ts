import { canonicalDecimal, isNumeral } from "../../ground/numeral.js";
import type { FactValue } from "../definition/scorecard.js";
import type { FactStatus } from "../evaluation.js";
import type { ChangeCode } from "./comparison.js";
import type { ReadRow } from "./read-evaluation.js";

/** Whether two rows show the same fact: status, and value by its decimal. Provenance doesn't count. */
export function isSameFact(before: ReadRow, after: ReadRow): boolean {
  return before.status === after.status && isSameValue(before, after);
}

/** Whether two rows show the same value. `"1.50"` and 1.5 are the same number, but as options of a choice they are two codes. */
export function isSameValue(before: ReadRow, after: ReadRow): boolean {
  if (before.actual === after.actual) return true;
  if (typeof before.actual === typeof after.actual && typeof before.actual !== "string") return false;
  const [a, b] = [decimalIn(before), decimalIn(after)];
  return a !== null && a === b;
}

function decimalIn({ kind, actual }: ReadRow): string | null {
  if (kind === "choice" || !isDecimal(actual)) return null;
  return canonicalDecimal(actual);
}

function isDecimal(value: FactValue | null): value is number | string {
  return typeof value === "number" || (typeof value === "string" && isNumeral(value));
}

/** What became of a fact that had one status and now has another, or another value. */
export function factChange(before: FactStatus, after: FactStatus): ChangeCode {
  if (before === after) return "fact-changed";
  if (after === "not-applicable") return "became-not-applicable";
  if (before === "not-applicable") return "became-applicable";
  return `became-${after}`;
}
