import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, Path, ScorecardIssue } from "../../ground/issue.js";
import { isRecord, type Json, type JsonObject, readJson } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import { record, refuse, type Shape, id as safeId } from "../definition/shape.js";

const MOST_ISSUES = 100;

/** Throws the issues as one error, the first hundred of them; does nothing where there are none. */
export function throwFound(issues: readonly ArgumentIssue[]): void {
  throwIssues(issues.slice(0, MOST_ISSUES));
}

/** A plain copy of what the host passed; throws if it isn't plain JSON. */
export function plain(input: unknown, values: number): Json {
  const { json, issues } = readJson(input, { values });
  throwIssues(issues);
  return json;
}

/** The keys of a record that are read, and for those that hold a record in turn, its keys. */
export type Wanted = ReadonlyMap<string, Wanted | null>;

/** These keys, whatever they hold. */
export function wanted(keys: readonly string[]): Wanted {
  return new Map(keys.map((key) => [key, null]));
}

/** {@link plain} of a record, or of a list of records, of which only the wanted keys are read: what else they hold need not be JSON. */
export function plainOf(input: unknown, keys: Wanted, values: number): Json {
  const budget = { left: values };
  return plain(pickedList(input, keys, budget) ?? pickedRecord(input, keys, budget), values);
}

/** What may still be picked: one value more than the bound is picked at most, for {@link plain} to find. */
interface PickBudget {
  left: number;
}

/** The list with its records picked; `null` where it is no list, or none that can be looked at. */
function pickedList(list: unknown, keys: Wanted, budget: PickBudget): readonly unknown[] | null {
  try {
    if (!Array.isArray(list)) return null;
    const out: unknown[] = [];
    for (let index = 0; index < list.length && budget.left >= 0; index += 1)
      pick(out, index, Object.getOwnPropertyDescriptor(list, index) ?? {}, keys, budget);
    return out;
  } catch {
    return null;
  }
}

/** The record with its wanted keys; anything else, also what can't be looked at, as it is. */
function pickedRecord(record: unknown, keys: Wanted, budget: PickBudget): unknown {
  try {
    if (!isPlainRecord(record)) return record;
    const out = Object.create(null) as object;
    for (const [key, inner] of keys) {
      const at = Object.getOwnPropertyDescriptor(record, key);
      if (at?.enumerable === true && (!("value" in at) || at.value !== undefined)) pick(out, key, at, inner, budget);
    }
    return out;
  } catch {
    return record;
  }
}

function isPlainRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Hands one property on: a getter as the getter that it is, unread. */
function pick(out: object, key: PropertyKey, at: PropertyDescriptor, keys: Wanted | null, budget: PickBudget): void {
  budget.left -= 1;
  const isValue = keys !== null && "value" in at;
  const picked = isValue ? { ...at, value: pickedRecord(at.value, keys, budget) } : at;
  Object.defineProperty(out, key, { ...picked, enumerable: true, configurable: true });
}

/** Reads one part by a shape. */
export function readBy(shape: Shape, value: unknown, path: Path, issues: ArgumentIssue[]): unknown {
  const found: ScorecardIssue[] = [];
  const read = shape(value, path, found);
  issues.push(...found);
  return read;
}

/** The members of a list; none and an issue where it is no list. */
export function listOf(value: Json | undefined, path: Path, issues: ArgumentIssue[]): readonly Json[] {
  if (isList(value)) return value;
  issues.push({ code: "wrong-type", path, details: { expected: "array", received: print(value) } });
  return [];
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** A record; an empty one and an issue where it is none. */
export function recordOf(value: Json, path: Path, issues: ArgumentIssue[]): JsonObject {
  if (isRecord(value)) return value;
  issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
  return {};
}

/** Reads an options object by the shapes of its keys; absent means empty. Throws if it isn't plain JSON. */
export function readOptions(
  options: unknown,
  shapes: Readonly<Record<string, Shape>>,
  issues: ArgumentIssue[],
): Readonly<Record<string, unknown>> {
  const json = options === undefined ? {} : plain(options, MOST_VALUES);
  return (readBy(record(shapes), json, ["options"], issues) ?? {}) as Readonly<Record<string, unknown>>;
}

const MOST_VALUES = 10_000;

/** Checks a list of ids, each at its path: safe ones, each once, at least one and at most so many. */
export function checkIds(
  ids: readonly unknown[],
  most: number,
  pathOf: (index: number) => Path,
  issues: ArgumentIssue[],
): void {
  const seen = new Set<unknown>();
  const { length } = ids;
  if (length < 1) issues.push({ code: "too-few", path: [], details: { least: 1, received: length } });
  if (length > most) issues.push({ code: "too-many", path: [], details: { most, received: length } });
  ids.forEach((id, index) => {
    const path = pathOf(index);
    if (readBy(safeId, id, path, issues) !== undefined && seen.has(id))
      issues.push({ code: "duplicate-id", path, details: { id: String(id) } });
    seen.add(id);
  });
}

/** The shape of an option that lists ids; {@link checkIds} looks at them. */
export const idList: Shape = (value, path, issues) =>
  value === undefined || isList(value)
    ? value
    : refuse(issues, { code: "wrong-type", path, details: { expected: "array", received: print(value) } });
