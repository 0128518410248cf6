import type { JsonIssue } from "./issue.js";
import { type Json, type JsonBounds, readJson } from "./json.js";

/**
 * `readJson` for records in lists, whose paths begin with `depth` steps: behind the 100 issues that are listed stands the first of each field of
 * further records, so that no field with a fault is without an issue, however many there are. Of what isn't a record at all whoever reads it says so.
 */
export function readJsonRows(
  input: unknown,
  bounds: Partial<JsonBounds>,
  depth: number,
): { json: Json; issues: JsonIssue[] } {
  const others: JsonIssue[] = [];
  let told = "";
  const { json, issues } = readJson(input, bounds, (issue) => {
    const field = JSON.stringify(issue.path.slice(0, depth + 1));
    const isNews = issue.path.length > depth && field !== told;
    if (isNews || issue.code === "too-many-values") others.push(issue);
    if (isNews) told = field;
  });
  return { json, issues: issues.concat(others) };
}
