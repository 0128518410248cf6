import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkRecord } from "../../ground/record.js";

/** A record that a part of a fold is given: the copies of `rollUp`, which have no prototype, as they are; a host's own with its own fields; throws for anything else. */
export function demandRecord<T>(record: T): T {
  if (isCopy(record)) return record;
  const issues: ArgumentIssue[] = [];
  const own = checkRecord(record, [], issues);
  throwIssues(issues);
  return own as T;
}

function isCopy(record: unknown): boolean {
  try {
    return typeof record === "object" && record !== null && Object.getPrototypeOf(record) === null;
  } catch {
    return false;
  }
}
