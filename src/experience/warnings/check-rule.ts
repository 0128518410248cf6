import { isSafeId } from "../../ground/id.js";
import type { ExperienceModelIssue, Path } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { AnyRule } from "./rule.js";

/** Where faults of rules go. */
export type Issues = ExperienceModelIssue[];

/** The keys of each kind of rule besides those of all. */
const KEYS: { readonly [K in AnyRule["kind"]]: readonly string[] } = {
  level: ["persist", "within", "signal", "after", "lasting", "to", "sources"],
  "first-contact": ["persist", "within"],
  join: ["within", "joins"],
};
const BASE_KEYS: readonly string[] = ["kind", "code", "handbook"];
const MOST_PERSIST = 1_000;
const MOST_DAYS = 36_500;

/** Adds an issue: a part of a rule is missing, or of another type. */
export function refuse(
  issues: Issues,
  path: Path,
  expected: "array" | "object" | "string" | "integer",
  value: unknown,
): void {
  issues.push(
    value === undefined
      ? { code: "required", path, details: {} }
      : { code: "wrong-type", path, details: { expected, received: print(value) } },
  );
}

/** Checks a rule by itself. */
export function checkRule(rule: Json, path: Path, resolved: ResolvedModel, issues: Issues): void {
  if (typeof rule !== "object" || rule === null || Array.isArray(rule)) return refuse(issues, path, "object", rule);
  const given = rule as JsonObject;
  const kinds = Object.keys(KEYS) as AnyRule["kind"][];
  const kind = kinds.find((one) => one === given["kind"]);
  if (kind === undefined) {
    const details = { received: print(given["kind"]), allowed: kinds };
    issues.push({ code: "unknown-value", path: [...path, "kind"], details });
    return;
  }
  checkBase(given, [...BASE_KEYS, ...KEYS[kind]], path, issues);
  const before = issues.length;
  if (kind !== "join") checkCount(given["persist"], MOST_PERSIST, [...path, "persist"], issues);
  checkCount(given["within"], MOST_DAYS, [...path, "within"], issues);
  if (issues.length === before) checkFits(given, path, issues);
  if (kind === "level") checkLevels(given, path, resolved, issues);
  if (kind === "join") checkList(given["joins"], null, 2, [...path, "joins"], issues);
}

function checkBase(given: JsonObject, allowed: readonly string[], path: Path, issues: Issues): void {
  const { code, handbook } = given as { code?: Json; handbook?: Json };
  for (const key of Object.keys(given).filter((one) => !allowed.includes(one))) {
    issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
  }
  if (typeof code !== "string") refuse(issues, [...path, "code"], "string", code);
  else if (!isSafeId(code)) issues.push({ code: "unsafe-id", path: [...path, "code"], details: { id: code } });
  if (handbook !== undefined && typeof handbook !== "string") refuse(issues, [...path, "handbook"], "string", handbook);
}

function checkCount(value: Json | undefined, most: number, path: Path, issues: Issues): void {
  if (typeof value !== "number" || !Number.isInteger(value)) return refuse(issues, path, "integer", value);
  if (value < 1 || value > most)
    issues.push({ code: "out-of-range", path, details: { received: print(value), least: 1, most } });
}

/** So many different days need as many at least: a rule that asks for more could never raise its warning. */
function checkFits({ persist, within }: JsonObject, path: Path, issues: Issues): void {
  if (typeof persist !== "number" || persist <= (within as number)) return;
  const details = { received: print(persist), least: 1, most: within as number };
  issues.push({ code: "out-of-range", path: [...path, "persist"], details });
}

function checkLevels(given: JsonObject, path: Path, { signals, places }: ResolvedModel, issues: Issues): void {
  const { signal: id, after: before } = given as { signal?: Json; after?: Json };
  if (typeof id !== "string") return refuse(issues, [...path, "signal"], "string", id);
  const place = places.get(id);
  const signal = place === undefined ? undefined : signals[place];
  if (signal === undefined) {
    issues.push({ code: "unknown-signal", path: [...path, "signal"], details: { signal: print(id) } });
    return;
  }
  const levels = [...signal.places.keys()];
  checkList(given["after"], levels, 0, [...path, "after"], issues);
  const after = Array.isArray(before) ? levels.filter((one) => before.includes(one)) : [];
  if (given["lasting"] !== undefined) checkList(given["lasting"], after, 1, [...path, "lasting"], issues);
  checkList(
    given["to"],
    levels.filter((level) => level !== after[0]),
    1,
    [...path, "to"],
    issues,
  );
  if (given["sources"] !== undefined) checkList(given["sources"], null, 1, [...path, "sources"], issues);
}

/** A list of texts, of some that are allowed or of any. */
export function checkList(
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
