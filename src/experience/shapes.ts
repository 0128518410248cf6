import { record, type Shape, text } from "../evaluation/definition/shape.js";
import { dayOf } from "../ground/dates.js";
import type { IssueOf, PortfolioIssueDetails, ScorecardIssue } from "../ground/issue.js";
import { print } from "../ground/print.js";

/** Adds an issue that no definition of a scorecard can have. */
export function report(
  issues: ScorecardIssue[],
  issue: IssueOf<Pick<PortfolioIssueDetails, "not-a-date" | "out-of-order" | "conflicting-values">>,
): void {
  (issues as unknown[]).push(issue);
}

/** A day or moment. */
export const date: Shape = (value, path, issues) => {
  if (typeof value !== "string") return text(value, path, issues);
  if (dayOf(value) !== null) return value;
  report(issues, { code: "not-a-date", path, details: { received: print(value) } });
  return undefined;
};

/** A shape that may be absent or `null`; then it stands for `fallback`. */
export function known(shape: Shape, fallback: unknown = null): Shape {
  return (value, path, issues) => (value === undefined || value === null ? fallback : shape(value, path, issues));
}

/** A record of which only these keys are looked at, its own ones. */
export function parts(shapes: Readonly<Record<string, Shape>>): Shape {
  const keys = Object.keys(shapes);
  return (value, path, issues) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return record({})(value, path, issues);
    const given = value as Readonly<Record<string, unknown>>;
    const own = keys.filter((key) => Object.hasOwn(given, key)).map((key) => [key, given[key]]);
    return record(shapes)(Object.fromEntries(own), path, issues);
  };
}
