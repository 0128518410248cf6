import type * as z from "zod/v4";
import { type Json, readJson } from "../ground/json.js";
import { type Result, resultOf } from "../ground/result.js";
import type { ModelIssue } from "./issue.js";
import { inInputOrder } from "./order.js";
import { asRecord, type Rule } from "./rule.js";
import { modelIssues, valueAt } from "./zod-issue.js";

/** A record is small: more than this is no record, and reading stops there. */
const BOUNDS = { depth: 32, values: 100_000, text: 100_000 };

/**
 * Reads anything into a record: copies it to plain JSON, applies the schema and the rules between fields, and lists all
 * issues in the order of the input.
 */
export function parseModel<S extends z.ZodType>(
  input: unknown,
  schema: S,
  rules: readonly Rule[],
): Result<z.output<S>, ModelIssue> {
  const { json, issues: unreadable } = readJson(input, BOUNDS);
  if (unreadable.some(({ code }) => code === "too-many-values")) return resultOf<never, ModelIssue>(unreadable, never);
  const parsed = schema.safeParse(json, { jitless: true });
  const record = asRecord(json);
  const issues: ModelIssue[] = [
    ...(parsed.error?.issues.flatMap((issue) => modelIssues(json, issue)) ?? []),
    ...(record === undefined ? [] : rules.flatMap((rule) => rule(record))),
  ];
  const real = unreadable.length === 0 ? issues : issues.filter((issue) => !isWithin(json, issue, unreadable));
  return resultOf(inInputOrder(json, [...unreadable, ...real]), () => parsed.data as z.output<S>);
}
