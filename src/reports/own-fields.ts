import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { checkKeys } from "../ground/keys.js";
import { checkRecord } from "../ground/record.js";

/**
 * The own fields of an options object; throws where it is none, or has a key that no option has. The copy has no prototype, so that a polluted one
 * fills no field.
 */
export function ownFields(options: unknown, allowed: readonly string[]): Readonly<Record<string, unknown>> {
  const issues: ArgumentIssue[] = [];
  const own = checkRecord(options, [], issues);
  checkKeys(own, allowed, [], issues);
  throwIssues(issues);
  return own;
}
