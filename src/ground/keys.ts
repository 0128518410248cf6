import type { IssueOf, Path, PortfolioIssueDetails } from "./issue.js";

/** A list that takes issues of unknown keys: those of arguments as well as those of data. */
interface KeyIssues {
  push(issue: IssueOf<Pick<PortfolioIssueDetails, "unknown-key">>): unknown;
}

/** Notes each key that isn't known; one whose value is `undefined` is absent. */
export function checkKeys(given: object, allowed: readonly string[], path: Path, issues: KeyIssues): void {
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || allowed.includes(key)) continue;
    issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed: [...allowed] } });
  }
}
