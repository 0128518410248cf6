import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import type { JsonObject } from "../../ground/json.js";
import { checkRecord } from "../../ground/record.js";
import { readPlain } from "../read-plain.js";
import { byKey, RECORD_BOUNDS, tellOnce } from "../records.js";

/**
 * A record that a part of a fold is given: the copies of `rollUp`, which have no prototype, as they are; of a host's own a plain copy, a field of which that isn't plain throws
 * once it is read. Throws for anything else.
 */
export function demandRecord<T>(record: T): T {
  if (isCopy(record)) return record;
  const issues: ArgumentIssue[] = [];
  const own = checkRecord(record, [], issues);
  throwIssues(issues);
  const { json, issues: unreadable } = readPlain(own, RECORD_BOUNDS);
  throwIssues(unreadable.filter(({ path }) => path.length === 0));
  const copy = json as JsonObject;
  for (const [key, faults] of byKey(unreadable)) tellOnce(copy, key, () => throwIssues(faults));
  return copy as T;
}

function isCopy(record: unknown): boolean {
  try {
    return typeof record === "object" && record !== null && Object.getPrototypeOf(record) === null;
  } catch {
    return false;
  }
}
