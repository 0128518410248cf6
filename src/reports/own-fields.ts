import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { print } from "../ground/print.js";

/**
 * The own fields of an options object; throws where it is none, or has a key that no option has. The copy has no prototype, so that a polluted one
 * fills no field.
 */
export function ownFields(options: unknown, allowed: readonly string[]): Readonly<Record<string, unknown>> {
  const issues: ArgumentIssue[] = [];
  const own = Object.create(null) as Record<string, unknown>;
  try {
    if (typeof options === "object" && options !== null && !Array.isArray(options)) Object.assign(own, options);
    else issues.push({ code: "wrong-type", path: [], details: { expected: "object", received: print(options) } });
  } catch {
    issues.push({ code: "unreadable", path: [], details: {} });
  }
  for (const [key, value] of Object.entries(own)) {
    if (value !== undefined && !allowed.includes(key))
      issues.push({ code: "unknown-key", path: [key], details: { key, allowed } });
  }
  throwIssues(issues);
  return own;
}
