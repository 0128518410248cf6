import { isKeyAccountError, throwIssues } from "./error.js";
import type { ArgumentIssue } from "./issue.js";
import { print } from "./print.js";

/** Rows that visits, surveys and sweeps read of one list. */
export const MOST_ROWS = 200_000;

/** Rows that any other function takes of one list: twice the million that a portfolio may well have, and no more than fits into memory where each of them is faulty. */
export const MOST_TAKEN = 2_000_000;

/** Throws if an argument is no iterable of rows. */
export function checkIterable(rows: unknown, name = "clients"): void {
  const issues: ArgumentIssue[] = [];
  try {
    if (isIterable(rows)) return;
    issues.push({ code: "wrong-type", path: [name], details: { expected: "array", received: print(rows) } });
  } catch {
    issues.push({ code: "unreadable", path: [name], details: {} });
  }
  throwIssues(issues);
}

function isIterable(rows: unknown): boolean {
  return (
    typeof rows === "object" && rows !== null && Symbol.iterator in rows && typeof rows[Symbol.iterator] === "function"
  );
}

/**
 * Takes the rows of an iterable one after the other. An iterable that breaks off is a programming error: half a portfolio would be
 * judged for the whole. An error of this package that it throws stays as it is. More rows than `most` are refused too, so that neither holes without end nor a generator
 * without one fill the memory with issues.
 */
export function takeEach(
  rows: Iterable<unknown>,
  take: (row: unknown, index: number) => void,
  name = "clients",
  most: number = MOST_TAKEN,
): void {
  let index = 0;
  try {
    for (const row of rows) {
      if (index >= most) throwIssues([{ code: "too-many", path: [name], details: { most, received: index + 1 } }]);
      take(row, index);
      index += 1;
    }
  } catch (error) {
    if (isKeyAccountError(error)) throw error;
    throwIssues([{ code: "unreadable", path: [name, index], details: {} }]);
  }
}
