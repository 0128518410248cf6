import { KeyAccountError } from "../ground/error.js";
import type { ArgumentIssue, Path } from "../ground/issue.js";
import { show } from "../ground/show.js";

/** No log is longer: a list that never ends would be read for ever. */
const MOST = 1_000_000;

/** Takes the members of a list by their places: an iterator of its own isn't asked. What can't be looked at is no list, or no member. */
export function eachOf<T>(list: readonly T[], path: Path, take: (member: T, index: number) => void): void {
  const length = lengthOf(list);
  for (let index = 0; index < length && index < MOST; index += 1) take(memberOf(list, index), index);
  if (length >= 0 && length <= MOST) return;
  const issue: ArgumentIssue =
    length < 0
      ? { code: "wrong-type", path, details: { expected: "array", received: show(list) } }
      : { code: "too-many", path, details: { most: MOST, received: length } };
  throw new KeyAccountError([issue]);
}

function lengthOf(list: readonly unknown[]): number {
  try {
    const length: unknown = Array.isArray(list) ? list.length : undefined;
    return Number.isInteger(length) ? (length as number) : -1;
  } catch {
    return -1;
  }
}

function memberOf<T>(list: readonly T[], index: number): T {
  try {
    return list[index] as T;
  } catch {
    return undefined as T;
  }
}
