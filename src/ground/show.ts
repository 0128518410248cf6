import { print } from "./print.js";

/** A short print of anything, even of what throws when looked at. */
export function show(value: unknown): string {
  try {
    return print(value);
  } catch {
    return "object";
  }
}
