import type { ArgumentIssue, Path } from "./issue.js";
import { print } from "./print.js";

/**
 * The own fields of an argument if it is a record; otherwise an issue and none. The copy has no prototype, so that a polluted one fills no field.
 */
export function checkRecord(value: unknown, path: Path, issues: ArgumentIssue[]): Readonly<Record<string, unknown>> {
  const none = Object.create(null) as Record<string, unknown>;
  try {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.assign(none, value);
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
  }
  return none;
}
