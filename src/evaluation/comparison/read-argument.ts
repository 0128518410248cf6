import { isKeyAccountError, KeyAccountError } from "../../ground/error.js";
import type { Path } from "../../ground/issue.js";

/** What looking at an argument gives; where its getters or a proxy throw, an error that says where. */
export function readArgument<T>(path: Path, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isKeyAccountError(error)) throw error;
    throw new KeyAccountError([{ code: "unreadable", path, details: {} }]);
  }
}

/** One of the options, whether there are any or not. */
export function readOption<O extends object, K extends keyof O & string>(
  options: O | null | undefined,
  key: K,
): O[K] | undefined {
  return readArgument([key], () => options?.[key]);
}
