import type { JsonIssue } from "../ground/issue.js";
import { type Json, type JsonBounds, readJson } from "../ground/json.js";
import { readJsonRows } from "../ground/json-rows.js";

/** A plain copy of what a caller gave, as `readJson` makes it; its records have no prototype, so that a polluted one fills no field. Lists 100 issues, or `all`. */
export function readPlain(
  input: unknown,
  bounds: Partial<JsonBounds> = {},
  all = false,
): { json: Json; issues: JsonIssue[] } {
  const others: JsonIssue[] = [];
  const { json, issues } = readJson(input, bounds, all ? (issue) => others.push(issue) : undefined);
  strip(json);
  return { json, issues: issues.concat(others) };
}

/** The same of a list of records: none of those with faults is without an issue. */
export function readPlainList(input: unknown, bounds: Partial<JsonBounds>): { json: Json; issues: JsonIssue[] } {
  const read = readJsonRows(input, bounds, 1);
  strip(read.json);
  return read;
}

function strip(json: Json): void {
  if (typeof json !== "object" || json === null) return;
  if (!Array.isArray(json)) Object.setPrototypeOf(json, null);
  for (const member of Object.values(json)) strip(member as Json);
}
