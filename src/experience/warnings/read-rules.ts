import { throwIssues } from "../../ground/error.js";
import { isSafeId } from "../../ground/id.js";
import type { ExperienceModelIssue, Path } from "../../ground/issue.js";
import { type Json, type JsonObject, readJson } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import type { ResolvedModel } from "../resolve-model.js";
import type { ContactRule, ExperienceWarningRule, LevelRule } from "./rule.js";

/** A rule of any model. */
export type AnyRule = LevelRule<Readonly<Record<string, string>>, string> | ContactRule;

type Issues = ExperienceModelIssue[];

const KINDS: readonly string[] = ["level", "first-contact"];
const BASE_KEYS: readonly string[] = ["kind", "code", "handbook", "persist", "within"];
const LEVEL_KEYS: readonly string[] = ["signal", "after", "to", "sources"];
const MOST_PERSIST = 1_000;
const MOST_DAYS = 36_500;

/** Reads rules against a model and throws all their faults. */
export function readRules<S>(rules: readonly ExperienceWarningRule<S>[], resolved: ResolvedModel, at: Path): AnyRule[] {
  const { json, issues: faults } = readJson(rules);
  const issues: Issues = faults.map((one) => ({ ...one, path: [...at, ...one.path] }));
  throwIssues(issues);
  if (!Array.isArray(json)) refuse(issues, at, "array", json);
  else json.forEach((one: Json, index) => checkRule(one, [...at, index], resolved, issues));
  if (issues.length === 0) checkCodes(json as unknown as AnyRule[], at, issues);
  throwIssues(issues);
  return json as unknown as AnyRule[];
}

function refuse(issues: Issues, path: Path, expected: "array" | "object" | "string" | "integer", value: unknown): void {
  issues.push(
    value === undefined
      ? { code: "required", path, details: {} }
      : { code: "wrong-type", path, details: { expected, received: print(value) } },
  );
}

function checkRule(rule: Json, path: Path, resolved: ResolvedModel, issues: Issues): void {
  if (typeof rule !== "object" || rule === null || Array.isArray(rule)) return refuse(issues, path, "object", rule);
  const given = rule as JsonObject;
  const { kind, code, handbook } = given as { kind?: Json; code?: Json; handbook?: Json };
  if (!KINDS.includes(kind as string)) {
    issues.push({ code: "unknown-value", path: [...path, "kind"], details: { received: print(kind), allowed: KINDS } });
    return;
  }
  const allowed = kind === "level" ? [...BASE_KEYS, ...LEVEL_KEYS] : BASE_KEYS;
  for (const key of Object.keys(given).filter((one) => !allowed.includes(one))) {
    issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
  }
  if (typeof code !== "string") refuse(issues, [...path, "code"], "string", code);
  else if (!isSafeId(code)) issues.push({ code: "unsafe-id", path: [...path, "code"], details: { id: code } });
  if (handbook !== undefined && typeof handbook !== "string") refuse(issues, [...path, "handbook"], "string", handbook);
  checkCount(given["persist"], MOST_PERSIST, [...path, "persist"], issues);
  checkCount(given["within"], MOST_DAYS, [...path, "within"], issues);
  if (kind === "level") checkLevels(given, path, resolved, issues);
}

function checkCount(value: Json | undefined, most: number, path: Path, issues: Issues): void {
  if (typeof value !== "number" || !Number.isInteger(value)) return refuse(issues, path, "integer", value);
  if (value < 1 || value > most)
    issues.push({ code: "out-of-range", path, details: { received: print(value), least: 1, most } });
}

function checkLevels(given: JsonObject, path: Path, { signals, places }: ResolvedModel, issues: Issues): void {
  const { signal: id } = given as { signal?: Json };
  if (typeof id !== "string") return refuse(issues, [...path, "signal"], "string", id);
  const place = places.get(id);
  const signal = place === undefined ? undefined : signals[place];
  if (signal === undefined) {
    issues.push({ code: "unknown-signal", path: [...path, "signal"], details: { signal: print(id) } });
    return;
  }
  const levels = [...signal.places.keys()];
  checkList(given["after"], levels, 0, [...path, "after"], issues);
  const after = Array.isArray(given["after"]) ? (given["after"] as readonly Json[]) : [];
  checkList(
    given["to"],
    levels.filter((level) => !after.includes(level)),
    1,
    [...path, "to"],
    issues,
  );
  if (given["sources"] !== undefined) checkList(given["sources"], null, 1, [...path, "sources"], issues);
}

/** A list of texts, of some that are allowed or of any. */
function checkList(
  list: Json | undefined,
  allowed: readonly string[] | null,
  least: number,
  path: Path,
  issues: Issues,
): void {
  if (!Array.isArray(list)) return refuse(issues, path, "array", list);
  if (list.length < least) issues.push({ code: "too-few", path, details: { least, received: list.length } });
  list.forEach((one: Json, index) => {
    if (typeof one !== "string") refuse(issues, [...path, index], "string", one);
    else if (allowed?.includes(one) === false)
      issues.push({ code: "unknown-value", path: [...path, index], details: { received: print(one), allowed } });
  });
}

/** Every code stands once. */
function checkCodes(rules: readonly AnyRule[], at: Path, issues: Issues): void {
  rules.forEach(({ code }, index) => {
    if (rules.findIndex((one) => one.code === code) === index) return;
    issues.push({ code: "duplicate-id", path: [...at, index, "code"], details: { id: code } });
  });
}
