import type * as z from "zod/v4";
import type { JsonIssue, Path } from "../ground/issue.js";
import { type Json, readJson } from "../ground/json.js";
import type { Failed, Result } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { inInputOrder } from "./order.js";
import { asRecord, type Rule } from "./rule.js";
import { modelIssues, valueAt, zodsMessage } from "./zod-issue.js";

/** A record is small: what has more than this is none, and reading stops there. */
const BOUNDS = { depth: 32, values: 100_000, text: 100_000 };

/** What a reader makes of plain JSON: a value if there are no issues. */
interface Reading<T, E> {
  readonly value: T;
  readonly issues: readonly E[];
}

/**
 * Copies anything to plain JSON, has it read, and lists all issues of both in the order of the input. An input with more
 * values than any record has is reported as just that.
 */
export function readInput<T, E extends { readonly path: Path }>(
  input: unknown,
  read: (json: Json) => Reading<T, E>,
): Result<T, E | JsonIssue> {
  const { json, issues: unreadable } = readJson(input, BOUNDS);
  if (unreadable.some(({ code }) => code === "too-many-values")) return failed(json, unreadable);
  const { value, issues } = read(json);
  const all = [...unreadable, ...readable(json, issues, unreadable)];
  return all.length === 0 ? { ok: true, value } : failed(json, all);
}

/** Reads anything into a record: applies the schema, and the rules between fields even where the schema finds faults. */
export function parseModel<S extends z.ZodType>(
  input: unknown,
  schema: S,
  rules: readonly Rule[],
): Result<z.output<S>, ModelIssue> {
  return readInput<z.output<S>, ModelIssue>(input, (json) => {
    const { data, error } = schema.safeParse(json, { jitless: true, error: zodsMessage });
    const record = asRecord(json);
    const broken = record === undefined ? [] : rules.flatMap((rule) => rule(record));
    return { value: data as z.output<S>, issues: [...modelIssues(json, error?.issues ?? []), ...broken] };
  });
}

function failed<E extends { readonly path: Path }>(json: Json, issues: readonly E[]): Failed<E> {
  const [first, ...rest] = inInputOrder(json, issues);
  return { ok: false, issues: [first as E, ...rest] };
}

/** Leaves out what only says that an unreadable part, `null` in the copy, isn't what it should be. */
function readable<E extends { readonly path: Path }>(
  json: Json,
  found: readonly E[],
  unreadable: readonly JsonIssue[],
): readonly E[] {
  const holes = unreadable.map(({ path }) => path).filter((path) => valueAt(json, path) === null);
  return found.filter(({ path }) => !holes.some((hole) => startsWith(path, hole)));
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}
