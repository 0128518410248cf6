import { throwIssues } from "../ground/error.js";
import type { PortfolioIssue } from "../ground/issue.js";
import { readInput } from "../ground/reader.js";
import { show } from "../ground/show.js";
import { type Fields, recordsOf, rootFields } from "./fields.js";

const ROWS = "rows";

/** A host's list that is read: its records, and the issues found so far. */
export interface Rows {
  readonly records: readonly Fields[];
  /** Their paths begin with the row's index. */
  readonly issues: () => PortfolioIssue[];
}

/** Copies a host's list. What isn't plain JSON is an issue; throws if the argument is no list. */
export function readRowList(rows: unknown, name: string): Rows {
  const reader = readInput({ [ROWS]: checkedList(rows, name) });
  const records = recordsOf(rootFields(reader), ROWS) as readonly Fields[];
  const issues = (): PortfolioIssue[] => reader.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }));
  return { records, issues };
}

function checkedList(rows: unknown, name: string): unknown {
  if (!isList(rows)) {
    throwIssues([{ code: "wrong-type", path: [name], details: { expected: "array", received: show(rows) } }]);
  }
  return rows;
}

function isList(rows: unknown): boolean {
  try {
    return Array.isArray(rows);
  } catch {
    return false;
  }
}
