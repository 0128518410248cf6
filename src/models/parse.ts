import type * as z from "zod/v4";
import type { JsonIssue, Path } from "../ground/issue.js";
import { type Json, readJson } from "../ground/json.js";
import { type Result, resultOf } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { inInputOrder } from "./order.js";
import { asRecord, type Rule } from "./rule.js";
import { modelIssues, valueAt } from "./zod-issue.js";

/** A record is small: what has more than this is none, and reading stops there. */
const BOUNDS = { depth: 32, values: 100_000, text: 100_000 };

/**
 * Reads anything into a record: copies it to plain JSON, applies the schema and the rules between fields, and lists all
 * issues in the order of the input. An input with more values than any record has is reported as just that.
 */
export function parseModel<S extends z.ZodType>(
  input: unknown,
  schema: S,
  rules: readonly Rule[],
): Result<z.output<S>, ModelIssue> {
  const { json, issues: unreadable } = readJson(input, BOUNDS);
  if (unreadable.some(({ code }) => code === "too-many-values")) return failed(json, unreadable);
  const parsed = schema.safeParse(json, { jitless: true });
  const record = asRecord(json);
  const broken = record === undefined ? [] : rules.flatMap((rule) => rule(record));
  const found = parsed.success ? broken : [...modelIssues(json, parsed.error.issues), ...broken];
  return parsed.success && found.length + unreadable.length === 0
    ? { ok: true, value: parsed.data }
    : failed(json, [...unreadable, ...readable(json, found, unreadable)]);
}

function failed(json: Json, issues: readonly ModelIssue[]): Result<never, ModelIssue> {
  return resultOf(inInputOrder(json, issues), () => json as never);
}

/** Leaves out what only says that an unreadable part, `null` in the copy, isn't what it should be. */
function readable(json: Json, found: readonly ModelIssue[], unreadable: readonly JsonIssue[]): readonly ModelIssue[] {
  const holes = unreadable.map(({ path }) => path).filter((path) => valueAt(json, path) === null);
  return found.filter(({ path }) => !holes.some((hole) => startsWith(path, hole)));
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}
