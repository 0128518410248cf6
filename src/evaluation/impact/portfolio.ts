import { KeyAccountError } from "../../ground/error.js";
import type { FactIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";

/** A client of a portfolio: what the host calls it, and its facts, which may serve several scorecards. */
export interface PortfolioRow<F> {
  readonly id: string;
  readonly facts: F;
}

/** A row as it was read. */
export type ReadRow =
  | { readonly id: string; readonly facts: object }
  | { readonly id: string | null; readonly issue: FactIssue };

/** Something to iterate over, or a programming error. */
export function asIterable(portfolio: unknown): Iterable<unknown> {
  if (isIterable(portfolio)) return portfolio;
  throw new KeyAccountError([
    { code: "wrong-type", path: ["portfolio"], details: { expected: "array", received: print(portfolio) } },
  ]);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** Reads one row; what is no client becomes an issue. */
export function readRow(row: unknown): ReadRow {
  try {
    if (typeof row !== "object" || row === null) return refused(null, [], "object", row);
    const { id, facts } = row as Readonly<Record<string, unknown>>;
    if (typeof id !== "string") return refused(null, ["id"], "string", id);
    if (typeof facts !== "object" || facts === null || Array.isArray(facts))
      return refused(id, ["facts"], "object", facts);
    return { id, facts };
  } catch {
    return { id: null, issue: { code: "unreadable", path: [], details: {} } };
  }
}

function refused(
  id: string | null,
  path: readonly string[],
  expected: "object" | "string",
  received: unknown,
): ReadRow {
  return { id, issue: { code: "wrong-type", path, details: { expected, received: print(received) } } };
}
