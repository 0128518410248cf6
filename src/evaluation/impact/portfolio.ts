import { KeyAccountError } from "../../ground/error.js";
import type { FactIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { readArgument } from "../comparison/read-argument.js";

/** A client of a portfolio: what the host calls it, and its facts, which may serve several scorecards. */
export interface PortfolioRow<F> {
  readonly id: string;
  readonly facts: F;
}

/** A row as it was read. */
export type ReadRow =
  | { readonly id: string; readonly facts: object }
  | { readonly id: string | null; readonly issue: FactIssue };

/** The members one by one, or a programming error. What the host's own iterator throws on the way is the host's, and comes through. */
export function membersOf(portfolio: unknown): Iterable<unknown> {
  const iterator = readArgument(["portfolio"], () => iteratorOf(portfolio));
  return { [Symbol.iterator]: () => iterator };
}

function iteratorOf(portfolio: unknown): Iterator<unknown> {
  if (typeof portfolio === "object" && portfolio !== null) {
    const start = (portfolio as Partial<Iterable<unknown>>)[Symbol.iterator];
    const iterator: unknown = typeof start === "function" ? start.call(portfolio) : null;
    if (isIterator(iterator)) return iterator;
  }
  throw new KeyAccountError([
    { code: "wrong-type", path: ["portfolio"], details: { expected: "array", received: print(portfolio) } },
  ]);
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return (
    typeof value === "object" && value !== null && typeof (value as Partial<Iterator<unknown>>).next === "function"
  );
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
