import * as z from "zod/v4";
import type { ExpectedType, ExpectedTypes, Path } from "../ground/issue.js";
import type { Json } from "../ground/json.js";
import type { ModelIssue } from "./issue.js";
import { received } from "./received.js";

type ZodIssue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;
type WrongType = Extract<ModelIssue, { code: "wrong-type" | "unexpected-text" }>;

/** Codes that our own leaves put before their messages, with `received` as their details. */
const LEAF_CODES = [
  "not-a-decimal",
  "negative",
  "not-a-share",
  "not-a-date",
  "not-a-month",
  "not-a-currency",
  "not-a-hash",
  "not-an-id",
] as const;
/** All codes that our own schemas put before their messages. */
const OUR_CODES = [...LEAF_CODES, "unsafe-id", "unsupported-version", "contradictory-fact"] as const;

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

/** Stands before a message that is zod's own. */
const ZODS = "\u0000";

/** Zod asks this for a message where the schema has none. It gives zod's own, marked, so that a host's can be told from it. */
export function zodsMessage(issue: z.core.$ZodRawIssue): string {
  const { customError, localeError } = z.config();
  const messages = [customError, localeError].map((ask) => ask?.(issue));
  const texts = messages.map((message) => (typeof message === "object" ? message?.message : message));
  return ZODS + (texts.find(Boolean) ?? "Invalid input");
}

/** Whether a host wrote the message. */
function isHosts(issue: ZodIssue): boolean {
  return !issue.message.startsWith(ZODS) && !OUR_CODES.some((code) => isAbout(code, issue));
}

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
  if (isHosts(issue)) return [hostRule(issue, path)];
  const value = valueAt(json, path);
  if (value === undefined && issue.code !== "custom") return [{ code: "required", path, details: {} }];
  const own = leafIssue(issue, path, value);
  if (own !== undefined) return [own];
  switch (issue.code) {
    case "invalid_type":
      return [invalidType(issue, path, value)];
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
  if (code !== undefined) return notALeaf(code, path, value);
  return isAbout("unsafe-id", issue) ? { code: "unsafe-id", path, details: { id: received(value) } } : undefined;
}

function notALeaf(code: (typeof LEAF_CODES)[number], path: Path, value: Json | undefined): ModelIssue {
  if (typeof value === "object") return wrongType("string", path, value);
  const isNumber = code === "not-a-decimal" && typeof value === "number";
  return { code: isNumber ? "decimal-not-text" : code, path, details: { received: received(value) } };
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

function invalidType(issue: z.core.$ZodIssueInvalidType, path: Path, value: Json | undefined): ModelIssue {
  const expected = TYPE_NAMES[issue.expected];
  return expected === undefined ? hostRule(issue, path) : wrongType(expected, path, value);
}

function wrongType(expected: ExpectedTypes, path: Path, value: Json | undefined): ModelIssue {
  const code = typeof value === "string" ? "unexpected-text" : "wrong-type";
  return { code, path, details: { expected, received: received(value) } };
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
  const inner = issue.errors.flat();
  const codes = [...inner.flatMap((one) => (isValueHere(one) ? one.values : [])), ...options];
  const isSilent = !inner.some((one) => one.path.length === 0 && one.code !== "invalid_type" && isHosts(one));
  if ((codes.length > 0 && isSilent) || issue.errors.length === 0) return [unknownValue(path, codes, value)];
  const possible = issue.errors.filter((errors) => !errors.some(isBeyondJson));
  if (possible.length === 0) return [hostRule(issue, path)];
  const alternatives = possible.map((errors) => modelIssues(json, errors, path));
  const expected = alternatives.map((issues) => expectedAt(issues, path));
  const near = alternatives.filter((_, index) => expected[index] === undefined);
  const [nearest] = near.sort((a, b) => a.length - b.length || hostRulesIn(b) - hostRulesIn(a));
  if (nearest !== undefined) return nearest;
  const types = [...new Set(expected.join("|").split("|"))].join("|") as ExpectedTypes;
  return [wrongType(types, path, value)];
}

function hostRulesIn(issues: readonly ModelIssue[]): number {
  return issues.filter(({ code }) => code === "host-rule").length;
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
    (issue.code === "wrong-type" || issue.code === "unexpected-text") && issue.path.length === path.length;
  return issues.find(isHere)?.details.expected;
}

function hostRule(issue: ZodIssue, path: Path): ModelIssue {
  if (isAbout("contradictory-fact", issue)) return { code: "contradictory-fact", path, details: {} };
  const rule: unknown = issue.code === "custom" ? issue.params?.["rule"] : undefined;
  const message = issue.message.replace(ZODS, "");
  const details = { message, ...(typeof rule === "string" ? { rule } : {}) };
  return { code: "host-rule", path, details };
}
