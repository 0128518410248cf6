import { isKeyAccountError, throwIssues } from "./error.js";
import type { ArgumentIssue } from "./issue.js";
import { print } from "./print.js";

/**
 * What is made of arguments whose shape TypeScript vouches for. Where one is no object (`wrong-type`), or something in it isn't as it must be (`unreadable`, said of the first), that is a
 * programming error: a `KeyAccountError`, never a `TypeError`.
 */
export function ofShape<T>(args: Readonly<Record<string, unknown>>, make: () => T): T {
  const issues = Object.entries(args).flatMap(([name, value]): ArgumentIssue[] => {
    if ((typeof value === "object" && value !== null) || typeof value === "string") return [];
    return [{ code: "wrong-type", path: [name], details: { expected: "object", received: print(value) } }];
  });
  throwIssues(issues);
  try {
    return make();
  } catch (error) {
    if (!isKeyAccountError(error))
      throwIssues([{ code: "unreadable", path: Object.keys(args).slice(0, 1), details: {} }]);
    throw error;
  }
}
