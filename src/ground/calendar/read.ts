import type { ArgumentIssue, Path } from "../issue.js";
import type { Json, JsonObject } from "../json.js";
import { print } from "../print.js";

/** What has been found wrong so far. */
export type Issues = ArgumentIssue[];

/** The keys of a JSON object that must have no others; an issue, and none, where it is no object. */
export function readRecord(value: Json | undefined, keys: readonly string[], path: Path, issues: Issues): JsonObject {
  const none = Object.create(null) as JsonObject;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuseType("object", value, path, issues);
    return none;
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) {
      issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed: [...keys] } });
    }
  }
  return Object.assign(none, value);
}

/** A list of at most so many entries; an issue, and none, where it is no list. */
export function readList(value: Json | undefined, most: number, path: Path, issues: Issues): readonly Json[] {
  if (!Array.isArray(value)) {
    refuseType("array", value, path, issues);
    return [];
  }
  if (value.length <= most) return value as readonly Json[];
  issues.push({ code: "too-many", path, details: { most, received: value.length } });
  return [];
}

/** A text that `read` understands; else an issue with its code, and `null`. */
export function readText<T>(
  value: Json | undefined,
  read: (text: string) => T | null,
  code: "not-a-date" | "not-a-time" | "not-an-offset",
  path: Path,
  issues: Issues,
): T | null {
  if (typeof value !== "string") {
    refuseType("string", value, path, issues);
    return null;
  }
  const result = read(value);
  if (result === null) issues.push({ code, path, details: { received: print(value) } });
  return result;
}

/** Notes a value of another type, or one that isn't there. */
export function refuseType(
  expected: "object" | "array" | "string" | "integer",
  value: Json | undefined,
  path: Path,
  issues: Issues,
): void {
  if (value === undefined) issues.push({ code: "required", path, details: {} });
  else
    issues.push({ code: "wrong-type", path, details: { expected, received: value === null ? "null" : print(value) } });
}
