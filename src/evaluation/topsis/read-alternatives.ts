import type { ArgumentIssue, Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import type { DecimalString } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { text } from "../definition/shape.js";
import { readCell } from "../weights/data/read-table.js";
import { readBy } from "../weights/read-arguments.js";

/** An alternative as it was read: `null` for what isn't known. */
export interface ReadAlternative {
  readonly id: string;
  readonly cells: readonly (DecimalString | null)[];
}

const NOBODY: JsonObject = {};

/** Reads alternatives with their facts for these criteria; other facts are left alone. */
export function readAlternatives(list: Json, criteria: readonly string[], issues: ArgumentIssue[]): ReadAlternative[] {
  if (!Array.isArray(list)) {
    issues.push({ code: "wrong-type", path: [], details: { expected: "array", received: print(list) } });
    return [];
  }
  const seen = new Set<string>();
  return (list as readonly Json[]).map((one, index) => {
    const { id = null, facts = {} } = readRecord(one, [index], issues) ?? NOBODY;
    const known = readRecord(facts, [index, "facts"], issues) ?? {};
    return {
      id: readId(id, [index, "id"], seen, issues),
      cells: criteria.map((criterion) => readCell(known[criterion], [index, "facts", criterion], issues)),
    };
  });
}

function readRecord(value: Json, path: Path, issues: ArgumentIssue[]): JsonObject | null {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
  return null;
}

function readId(id: Json, path: Path, seen: Set<string>, issues: ArgumentIssue[]): string {
  const read = readBy(text, id, path, issues);
  if (typeof read !== "string") return "";
  if (seen.has(read)) issues.push({ code: "duplicate-id", path, details: { id: read } });
  seen.add(read);
  return read;
}
