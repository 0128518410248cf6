import { isKeyAccountError } from "keyaccount";

interface Fault {
  readonly code: string;
  readonly path: readonly (string | number)[];
}

/** Issues in short: `code at path`. */
export function inShort(issues: readonly Fault[]): string[] {
  return issues.map(({ code, path }) => (path.length > 0 ? `${code} at ${path.join(".")}` : code));
}

/** The issues of our own error that a call throws, in short; any other error goes through. */
export function thrownBy(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (isKeyAccountError(error)) return inShort(error.issues);
    throw error;
  }
  return [];
}
