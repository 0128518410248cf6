import { throwIssues } from "../ground/error.js";
import type { FormIssue } from "../ground/issue.js";
import type { Json, JsonObject } from "../ground/json.js";
import { print } from "../ground/print.js";
import { addIssues } from "./add-issues.js";
import { readPlainList } from "./read-plain.js";

/** Bounds of what a host gives. */
export const RECORD_BOUNDS = { depth: 40, values: 20_000_000, text: 1_000_000 };

/** Plain copies of some records, what isn't plain in them, why some are refused already, and which are to be left out in silence. */
export interface Records {
  readonly list: readonly Json[];
  readonly unreadable: readonly FormIssue[];
  readonly refused?: readonly FormIssue[];
  readonly skipped?: ReadonlySet<number>;
}

/** Plain copies of the records, and what isn't plain in them. Too many of them are a programming error: half of them would be taken for all. */
export function readRecords(records: unknown): Records {
  const { json, issues } = readPlainList(records, RECORD_BOUNDS);
  throwIssues(issues.filter(({ code, path }) => path.length === 0 || code === "too-many-values"));
  if (Array.isArray(json)) return { list: json, unreadable: issues };
  throwIssues([{ code: "wrong-type", path: [], details: { expected: "array", received: print(json) } }]);
  return { list: [], unreadable: issues };
}

/** Issues by the record that they are of, their paths from there. */
export function byRecord(issues: readonly FormIssue[]): ReadonlyMap<unknown, readonly FormIssue[]> {
  const byIndex = new Map<unknown, FormIssue[]>();
  for (const issue of issues) {
    const [index, ...path] = issue.path;
    const own = byIndex.get(index) ?? [];
    own.push({ ...issue, path });
    byIndex.set(index, own);
  }
  return byIndex;
}

/** A field that isn't plain is a fault once anybody reads it: what a host keeps beside, such as a `Date`, is the host's. */
export function watch(record: JsonObject, unreadable: readonly FormIssue[], issues: FormIssue[]): void {
  for (const [key, faults] of byKey(unreadable)) {
    if (Object.hasOwn(record, key)) tellOnce(record, key, () => addIssues(issues, faults));
    else addIssues(issues, faults);
  }
}

/** Issues by the field that they are of. */
export function byKey(issues: readonly FormIssue[]): ReadonlyMap<string, readonly FormIssue[]> {
  const keys = new Map<string, FormIssue[]>();
  for (const issue of issues) {
    const key = String(issue.path[0]);
    const own = keys.get(key);
    if (own === undefined) keys.set(key, [issue]);
    else own.push(issue);
  }
  return keys;
}

/** Tells when a field is read for the first time. */
export function tellOnce(record: JsonObject, key: string, tell: () => void): void {
  const value = record[key];
  let isTold = false;
  const get = (): Json | undefined => {
    if (!isTold) tell();
    isTold = true;
    return value;
  };
  Object.defineProperty(record, key, { get, enumerable: true, configurable: true });
}
