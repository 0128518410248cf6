import type { JsonIssue, Path } from "./issue.js";

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Bounds that keep reading hostile input quick. */
export interface JsonBounds {
  /** Levels of nesting; 64 unless told. */
  readonly depth: number;
  /** Values in all; 1,000,000 unless told. */
  readonly values: number;
  /** UTF-16 units of one text; 1,000,000 unless told. */
  readonly text: number;
}

const BOUNDS: JsonBounds = { depth: 64, values: 1_000_000, text: 1_000_000 };
const LONGEST_KEY = 1_000;
const MOST_ISSUES = 100;

/** Whether a JSON value is an object. */
export function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Walk {
  readonly bounds: JsonBounds;
  readonly issues: JsonIssue[];
  readonly ancestors: Set<object>;
  readonly unlisted: ((issue: JsonIssue) => void) | undefined;
  values: number;
}

/**
 * Copies anything into plain JSON and lists what wasn't: the copy shares nothing with the input, runs none of its getters
 * and has no key `__proto__`. Properties whose value is `undefined` are left out, as `JSON.stringify` does; everything
 * else that JSON can't carry is an issue, and nothing is replaced silently. At most 100 issues are listed; of the others
 * `unlisted` is told, one by one.
 */
export function readJson(
  input: unknown,
  bounds: Partial<JsonBounds> = {},
  unlisted?: (issue: JsonIssue) => void,
): { json: Json; issues: JsonIssue[] } {
  const walk: Walk = { bounds: { ...BOUNDS, ...bounds }, issues: [], ancestors: new Set(), unlisted, values: 0 };
  const json = copy(walk, input, []);
  return { json, issues: walk.issues };
}

function report(walk: Walk, issue: JsonIssue): null {
  if (walk.issues.length < MOST_ISSUES) walk.issues.push(issue);
  else walk.unlisted?.(issue);
  return null;
}

function copy(walk: Walk, value: unknown, path: Path): Json {
  walk.values += 1;
  switch (typeof value) {
    case "string":
      return copyText(walk, value, path);
    case "number":
      return Number.isFinite(value)
        ? value + 0
        : report(walk, { code: "not-json", path, details: { received: String(value) } });
    case "boolean":
      return value;
    case "object":
      return value === null ? null : copyObject(walk, value, path);
    default:
      return report(walk, { code: "not-json", path, details: { received: typeof value } });
  }
}

function copyText(walk: Walk, text: string, path: Path): Json {
  if (text.length <= walk.bounds.text) return text;
  return report(walk, { code: "too-long", path, details: { max: walk.bounds.text, length: text.length } });
}

function copyObject(walk: Walk, value: object, path: Path): Json {
  if (walk.ancestors.has(value)) return report(walk, { code: "cyclic", path, details: {} });
  if (path.length >= walk.bounds.depth)
    return report(walk, { code: "too-deep", path, details: { max: walk.bounds.depth } });
  walk.ancestors.add(value);
  try {
    return Array.isArray(value) ? copyArray(walk, value, path) : copyRecord(walk, value, path);
  } catch {
    return report(walk, { code: "unreadable", path, details: {} });
  } finally {
    walk.ancestors.delete(value);
  }
}

function isFull(walk: Walk, path: Path): boolean {
  if (walk.values < walk.bounds.values) return false;
  const last = walk.issues.at(-1);
  if (last?.code !== "too-many-values")
    report(walk, { code: "too-many-values", path, details: { max: walk.bounds.values } });
  return true;
}

function copyArray(walk: Walk, value: readonly unknown[], path: Path): Json {
  const out: Json[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const at = Object.getOwnPropertyDescriptor(value, index);
    // Holes cost nothing to make, so that nobody walks on once a hundred faults are told.
    if (at === undefined && walk.issues.length === MOST_ISSUES) walk.values = walk.bounds.values;
    if (isFull(walk, path)) break;
    out.push(copyProperty(walk, at ?? { value: undefined }, [...path, index]));
  }
  return out;
}

function copyRecord(walk: Walk, value: object, path: Path): Json {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return report(walk, { code: "not-json", path, details: { received: className(prototype) } });
  }
  const out: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    if (isFull(walk, path)) break;
    const at = Object.getOwnPropertyDescriptor(value, key);
    if (at === undefined || (isData(at) && at.value === undefined)) continue;
    if (isKey(walk, key, path)) out[key] = copyProperty(walk, at, [...path, key]);
  }
  return out;
}

/** The name of a class, read without running any getter of it. */
function className(prototype: object): string {
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  const name: unknown = typeof made === "function" ? Object.getOwnPropertyDescriptor(made, "name")?.value : undefined;
  return typeof name === "string" ? name.slice(0, 64) : "object";
}

function isKey(walk: Walk, key: string, path: Path): boolean {
  if (key.length > LONGEST_KEY) {
    report(walk, { code: "too-long", path, details: { max: LONGEST_KEY, length: key.length } });
  } else if (key === "__proto__") {
    report(walk, { code: "forbidden-key", path, details: { key } });
  } else {
    return true;
  }
  return false;
}

/** Whether a property is no getter; a polluted prototype gives every getter a value. */
function isData(at: PropertyDescriptor): boolean {
  return Object.hasOwn(at, "value");
}

function copyProperty(walk: Walk, at: PropertyDescriptor, path: Path): Json {
  if (isData(at)) return copy(walk, at.value, path);
  walk.values += 1;
  return report(walk, { code: "accessor", path, details: {} });
}

/**
 * The one text of a JSON value that everybody can agree on: keys sorted by UTF-16 unit, no white space, numbers in their
 * shortest form (RFC 8785, JSON Canonicalization Scheme).
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const record = value as JsonObject;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key] as Json)}`);
  return `{${members.join(",")}}`;
}

/** Whether two values are the same JSON. */
export const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as Json) === canonicalJson(other as Json);

/** Freezes a JSON value to its leaves and returns it. */
export function freezeJson<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freezeJson(member);
  }
  return value;
}
