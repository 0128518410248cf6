import type * as z from "zod/v4";
import type { ExpectedType, ExpectedTypes, Path } from "../ground/issue.js";
import type { Json } from "../ground/json.js";
import type { ModelIssue } from "./issue.js";

type ZodIssue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;
type WrongType = Extract<ModelIssue, { code: "wrong-type" }>;

/** Codes that our own leaves put before their messages, with `received` as their details. */
const LEAF_CODES = ["not-a-decimal", "negative", "not-a-share", "not-a-date", "not-a-month", "not-a-currency"] as const;

/** Our names for zod's types. Others, such as dates, can't come out of JSON. */
const TYPE_NAMES: Readonly<Record<string, ExpectedType>> = {
  string: "string",
  template_literal: "string",
  number: "number",
  int: "integer",
  boolean: "boolean",
  object: "object",
  record: "object",
  array: "array",
  tuple: "array",
  null: "null",
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
  const own = leafIssue(issue, path, value);
  if (own !== undefined) return [own];
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(issue, path, value)];
    case "invalid_value":
      return [notAmong(issue, path, value)];
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

/** What one of our own leaves has found. */
function leafIssue(issue: ZodIssue, path: Path, value: Json | undefined): ModelIssue | undefined {
  const code = LEAF_CODES.find((one) => isAbout(one, issue));
  if (code !== undefined) return { code, path, details: { received: received(value) } };
  return isAbout("unsafe-id", issue) ? { code: "unsafe-id", path, details: { id: received(value) } } : undefined;
}

function isAbout(code: ModelIssue["code"], { message }: ZodIssue): boolean {
  return message.startsWith(`${code}: `);
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

function wrongType(issue: z.core.$ZodIssueInvalidType, path: Path, value: Json | undefined): ModelIssue {
  const expected = TYPE_NAMES[issue.expected];
  if (expected === undefined) return hostRule(issue, path);
  return { code: "wrong-type", path, details: { expected, received: received(value) } };
}

function notAmong(issue: z.core.$ZodIssueInvalidValue, path: Path, value: Json | undefined): ModelIssue {
  if (!isAbout("unsupported-version", issue)) return unknownValue(path, issue.values, value);
  const details = { received: received(value), supported: issue.values.map(Number) };
  return { code: "unsupported-version", path, details };
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
  const limit = isBig ? { most: Number(bound) } : { least: Number(bound) };
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
  const possible = issue.errors.filter((errors) => !errors.some(isBeyondJson));
  if (possible.length === 0) return [hostRule(issue, path)];
  const alternatives = possible.map((errors) => modelIssues(json, errors, path));
  const expected = alternatives.map((issues) => expectedAt(issues, path));
  const near = alternatives.filter((_, index) => expected[index] === undefined);
  const [nearest] = near.sort((a, b) => a.length - b.length);
  if (nearest !== undefined) return nearest;
  const types = [...new Set(expected.join("|").split("|"))].join("|") as ExpectedTypes;
  return [{ code: "wrong-type", path, details: { expected: types, received: received(value) } }];
}

/** An alternative that no JSON can meet. */
function isBeyondJson(issue: ZodIssue): boolean {
  return issue.code === "invalid_type" && issue.path.length === 0 && TYPE_NAMES[issue.expected] === undefined;
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
  if (isAbout("contradictory-fact", issue)) return { code: "contradictory-fact", path, details: {} };
  const rule: unknown = issue.code === "custom" ? issue.params?.["rule"] : undefined;
  const details = { message: issue.message, ...(typeof rule === "string" ? { rule } : {}) };
  return { code: "host-rule", path, details };
}
