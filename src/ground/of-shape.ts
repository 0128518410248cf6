import { isKeyAccountError, throwIssues } from "./error.js";
import type { ArgumentIssue } from "./issue.js";
import { print } from "./print.js";

/**
 * What is made of arguments whose shape TypeScript vouches for. Where one is no object (`wrong-type`), or something in it isn't as it must be (`unreadable`, said of the `locale` if that is none, else of the first), that is a
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
    if (!isKeyAccountError(error)) throwIssues([{ code: "unreadable", path: culpritOf(args), details: {} }]);
    throw error;
  }
}

function culpritOf(args: Readonly<Record<string, unknown>>): readonly string[] {
  const isAtFault = Object.hasOwn(args, "locale") && !isWorded(args["locale"]);
  return isAtFault ? ["locale"] : Object.keys(args).slice(0, 1);
}

/** Whether a locale has its tag, and something in each of its tables. */
function isWorded(locale: unknown): boolean {
  try {
    const { tag, plurals = null, ...tables } = locale as Readonly<Record<string, object | null>>;
    const isFull = (table: object | null): boolean => table !== null && Object.keys(table).length > 0;
    return typeof tag === "string" && plurals !== null && Object.values(tables).every(isFull);
  } catch {
    return false;
  }
}
