import type * as z from "zod/v4";
import type { Path } from "../ground/issue.js";
import type { Json } from "../ground/json.js";
import type { ModelIssue } from "./issue.js";

type ZodIssue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;
type WrongType = Extract<ModelIssue, { code: "wrong-type" }>;

/** Codes that our own leaves put before their messages; each of them has `received` as its details. */
const LEAF_CODES = [
  "unsupported-version",
  "not-a-decimal",
  "negative",
  "not-a-share",
  "not-a-date",
  "not-a-month",
  "not-a-currency",
  "unsafe-id",
] as const;

/** Our codes for zod's names of types; others pass as they are. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  template_literal: "string",
  int: "integer",
  record: "object",
  tuple: "array",
};

/** Says in our codes what zod found in the value at `base`. */
export function modelIssues(json: Json, issues: readonly ZodIssue[], base: Path = []): ModelIssue[] {
  return issues
    .filter((issue, index) => !isAfterthought(issue, issues[index - 1]))
    .flatMap((issue) => issuesOf(json, issue, base));
}

/** Zod goes on to measure the length of a value of the wrong type, if it has one: an array in the place of a text. */
function isAfterthought(issue: ZodIssue, before: ZodIssue | undefined): boolean {
  const isMeasure = issue.code === "too_big" || issue.code === "too_small";
  return isMeasure && before?.code === "invalid_type" && String(before.path) === String(issue.path);
}

/** Most often one issue, one per key for unknown keys. */
function issuesOf(json: Json, issue: ZodIssue, base: Path): ModelIssue[] {
  const path = [...base, ...(issue.path as Path)];
  const value = valueAt(json, path);
  if (value === undefined && issue.code !== "custom") return [{ code: "required", path, details: {} }];
  const own = LEAF_CODES.find((code) => issue.message.startsWith(`${code}: `));
  if (own !== undefined) return [{ code: own, path, details: { received: received(value) } }];
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(path, [TYPE_NAMES[issue.expected] ?? issue.expected], value)];
    case "invalid_value":
      return [unknownValue(path, issue.values, value)];
    case "invalid_format":
      return [{ code: "wrong-format", path, details: { format: issue.format, received: received(value) } }];
    case "too_big":
    case "too_small":
      return [outOfBounds(issue, path, value)];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ code: "unknown-key", path: [...path, key], details: { key } }));
    case "invalid_key":
      return keyIssues(issue.issues, path);
    case "invalid_union":
      return unionIssues(json, issue, path, value);
    case "custom":
    case "not_multiple_of":
    case "invalid_element":
      return [hostRule(issue, path)];
  }
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(json: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => member(value, key), json);
}

function member(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string | number, Json>>)[key];
}

function received(value: Json | undefined): string {
  return value === undefined || typeof value === "object" ? typeName(value) : String(value).slice(0, 64);
}

function typeName(value: Json | undefined): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

function wrongType(path: Path, expected: readonly string[], value: Json | undefined): ModelIssue {
  const types = [...new Set(expected)].join("|");
  return { code: "wrong-type", path, details: { expected: types, received: typeName(value) } };
}

function unknownValue(path: Path, values: readonly unknown[], value: Json | undefined): ModelIssue {
  return { code: "unknown-value", path, details: { received: received(value), allowed: values.map(String) } };
}

function outOfBounds(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  path: Path,
  value: Json | undefined,
): ModelIssue {
  const isBig = issue.code === "too_big";
  const bound = isBig ? issue.maximum : issue.minimum;
  if (typeof value === "string") {
    const { length } = value;
    return isBig
      ? { code: "too-long", path, details: { max: Number(bound), length } }
      : { code: "too-short", path, details: { min: Number(bound), length } };
  }
  if (Array.isArray(value)) {
    const { length } = value;
    return isBig
      ? { code: "too-many", path, details: { most: Number(bound), received: length } }
      : { code: "too-few", path, details: { least: Number(bound), received: length } };
  }
  const limit = isBig ? { most: String(bound) } : { least: String(bound) };
  const exclusive = issue.inclusive === false ? { exclusive: true as const } : {};
  return { code: "out-of-range", path, details: { received: received(value), ...limit, ...exclusive } };
}

/** What is wrong with a key: the key itself is the value that was checked. */
function keyIssues(issues: readonly ZodIssue[], path: Path): ModelIssue[] {
  const key = String(path.at(-1));
  return modelIssues(key, issues).map((inner) => ({ ...inner, path }));
}

/** A union's alternatives: codes become one list; otherwise the alternative that comes nearest speaks. */
function unionIssues(json: Json, issue: UnionIssue, path: Path, value: Json | undefined): ModelIssue[] {
  if ("matches" in issue) return [hostRule(issue, path)];
  const { options = [] } = issue;
  const codes = [...issue.errors.flat().flatMap((inner) => (isValueHere(inner) ? inner.values : [])), ...options];
  if (codes.length > 0 || issue.errors.length === 0) return [unknownValue(path, codes, value)];
  const alternatives = issue.errors.map((errors) => modelIssues(json, errors, path));
  const expected = alternatives.map((issues) => expectedAt(issues, path));
  const near = alternatives.filter((_, index) => expected[index] === undefined);
  const [nearest] = near.sort((a, b) => a.length - b.length);
  return (
    nearest ?? [
      wrongType(
        path,
        expected.filter((type) => type !== undefined),
        value,
      ),
    ]
  );
}

function isValueHere(issue: ZodIssue): issue is z.core.$ZodIssueInvalidValue {
  return issue.code === "invalid_value" && issue.path.length === 0;
}

/** Which type an alternative would have wanted in this very place, if it wanted another. */
function expectedAt(issues: readonly ModelIssue[], path: Path): string | undefined {
  const isHere = (issue: ModelIssue): issue is WrongType =>
    issue.code === "wrong-type" && issue.path.length === path.length;
  return issues.find(isHere)?.details.expected;
}

function hostRule(issue: ZodIssue, path: Path): ModelIssue {
  if (issue.message.startsWith("contradictory: ")) return { code: "contradictory", path, details: {} };
  const rule: unknown = issue.code === "custom" ? issue.params?.["rule"] : undefined;
  const details = { message: issue.message, ...(typeof rule === "string" ? { rule } : {}) };
  return { code: "host-rule", path, details };
}
