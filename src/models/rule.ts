import { isAfter, isInstant, isPlainDate } from "../ground/dates.js";
import type { Path } from "../ground/issue.js";
import type { Json, JsonObject } from "../ground/json.js";
import type { ModelIssue } from "./issue.js";

/**
 * A rule between fields of one record. It runs on whatever JSON came in, also where fields are wrong, so that all issues show
 * at once; it skips what it can't read.
 */
export type Rule = (record: JsonObject) => readonly ModelIssue[];

/** A text and where it stands. */
export interface Found {
  readonly text: string;
  readonly path: Path;
}

/** The object itself, or nothing. */
export function asRecord(value: Json | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The members of a list, or none. */
export function members(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The texts under `key` in the members of a list. */
export function textsOf(record: JsonObject, list: string, key: string): Found[] {
  return members(record[list]).flatMap((value, index) => {
    const text = asRecord(value)?.[key];
    return typeof text === "string" ? [{ text, path: [list, index, key] }] : [];
  });
}

/** The texts that already stand earlier. */
export function repeated(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ text }) => seen.size === seen.add(text).size);
}

/** No two members of a list have the same text under `key`. */
export function distinct(list: string, key: string): Rule {
  return (record) =>
    repeated(textsOf(record, list, key)).map(({ text, path }) => ({
      code: "duplicate-id",
      path,
      details: { id: text },
    }));
}

/** Every `key` of a list's members is the `id` of a member of another list. */
export function refersTo(list: string, key: string, target: string): Rule {
  return (record) => {
    const known = new Set(textsOf(record, target, "id").map(({ text }) => text));
    return textsOf(record, list, key)
      .filter(({ text }) => !known.has(text))
      .map(({ text, path }) => ({ code: "unknown-reference", path, details: { id: text } }));
  };
}

/** Two times of a record, the second not before the first. */
export function inOrder(earlier: Path, later: Path): Rule {
  return (record) => {
    const [start, end] = [timeAt(record, earlier), timeAt(record, later)];
    if (start === undefined || end === undefined || !isAfter(start, end)) return [];
    return [{ code: "out-of-order", path: later, details: { earlier: start, later: end } }];
  };
}

function timeAt(record: JsonObject, path: Path): string | undefined {
  const value = path.reduce<Json | undefined>((holder, key) => asRecord(holder)?.[String(key)], record);
  return typeof value === "string" && (isPlainDate(value) || isInstant(value)) ? value : undefined;
}

/** Applies rules to the record under `key`. */
export function within(key: string, rules: readonly Rule[]): Rule {
  return (record) => {
    const inner = asRecord(record[key]);
    if (inner === undefined) return [];
    return rules.flatMap((rule) => rule(inner)).map((issue) => ({ ...issue, path: [key, ...issue.path] }));
  };
}
