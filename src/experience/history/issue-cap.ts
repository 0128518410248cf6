import type { Path } from "../../ground/issue.js";

/** Issues that are listed at most; of the rest only how many there are is told. */
const MOST_ISSUES = 1_000;

/** An issue as far as its place and what it counts go. */
interface Countable {
  readonly code: string;
  readonly path: Path;
  readonly details: object;
}

/** The issue that tells how many there are in all. */
export interface TooManyIssues {
  readonly code: "too-many";
  readonly path: Path;
  readonly details: { readonly most: number; readonly received: number };
}

/** Cuts a list down to what is listed, and says how many were dropped. */
export function cutIssues(issues: Countable[]): number {
  const dropped = Math.max(issues.length - MOST_ISSUES, 0);
  issues.length -= dropped;
  return dropped;
}

/** Where issues were dropped, one that says so. */
export function restOf(dropped: number): readonly TooManyIssues[] {
  if (dropped === 0) return [];
  return [{ code: "too-many", path: ["issues"], details: { most: MOST_ISSUES, received: MOST_ISSUES + dropped } }];
}

/** A list that was told, taken apart again: the issues themselves, and how many were dropped. */
export function takeRest<I extends Countable>(told: readonly I[]): { readonly issues: I[]; readonly dropped: number } {
  const issues = told.slice(0, MOST_ISSUES);
  const [rest] = told.slice(MOST_ISSUES);
  const details: Partial<TooManyIssues["details"]> | undefined = rest?.details;
  return { issues, dropped: details?.received === undefined ? 0 : details.received - MOST_ISSUES };
}
