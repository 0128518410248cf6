import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue, Path } from "../ground/issue.js";
import { isRecord, type JsonObject } from "../ground/json.js";
import { print } from "../ground/print.js";
import { readPlain } from "./read-plain.js";

/** A definition is small. */
const BOUNDS = { depth: 8, values: 100_000, text: 1000 };

/** A plain copy of a record that a programmer gives; throws where it is none. */
export function readRecord(given: unknown, path: Path = []): JsonObject {
  const { json, issues } = readPlain(given, BOUNDS);
  throwIssues(issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  if (isRecord(json)) return json;
  throwIssues([{ code: "wrong-type", path, details: { expected: "object", received: print(json) } }]);
  return {};
}

/** Notes each key that isn't known. */
export function checkKeys(given: JsonObject, allowed: readonly string[], path: Path, issues: ArgumentIssue[]): void {
  for (const key of Object.keys(given)) {
    if (!allowed.includes(key)) issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
  }
}
