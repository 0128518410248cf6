import { quickDayOf } from "../../ground/calendar/days.js";
import type { ExpectedType, Path, PortfolioIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { own } from "../../portfolio/own.js";

/** A path from its end: only that of an issue is spelt out. */
export interface Place {
  readonly above: Place | null;
  readonly key: string | number;
}

/** A record that is being read: its own fields, where it stands, and what has been found wrong so far. */
export interface Source {
  readonly record: object;
  /** `null`: the root. */
  readonly place: Place | null;
  readonly issues: PortfolioIssue[];
}

/** The path of a field of a record, or of the record itself. */
export function pathOf(place: Place | null, ...below: Path): Path {
  const path: (string | number)[] = [...below];
  for (let at = place; at !== null; at = at.above) path.unshift(at.key);
  return path;
}

/** A value as a record; an issue where it is none. */
export function sourceOf(value: unknown, place: Place | null, issues: PortfolioIssue[]): Source | null {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { record: value, place, issues };
  return refuse(issues, pathOf(place), value, "object");
}

/** A field that is a record; an issue where it is none. */
export function recordAt({ record, place, issues }: Source, key: string): Source | null {
  return sourceOf(own(record, key), { above: place, key }, issues);
}

/** A field that is a record, or `null`. */
export function optionalAt(source: Source, key: string): Source | null {
  const value = own(source.record, key);
  return value === null || value === undefined ? null : recordAt(source, key);
}

/** A field that is a list of records; those that are none are issues. */
export function listAt({ record, place, issues }: Source, key: string): Source[] {
  const value = own(record, key);
  const sources: Source[] = [];
  if (Array.isArray(value)) {
    const above = { above: place, key };
    Array.from(value as readonly unknown[]).forEach((one, index) => {
      const source = sourceOf(one, { above, key: index }, issues);
      if (source !== null) sources.push(source);
    });
  } else {
    refuse(issues, pathOf(place, key), value, "array");
  }
  return sources;
}

/** A field that is one of some codes; `null` where it is absent or an issue. */
export function codeAt<C extends string>(
  { record, place, issues }: Source,
  key: string,
  allowed: readonly C[],
): C | null {
  const value = own(record, key);
  if (value === null || value === undefined) return null;
  if (allowed.includes(value as C)) return value as C;
  issues.push({
    code: "unknown-value",
    path: pathOf(place, key),
    details: { received: print(value), allowed: [...allowed] },
  });
  return null;
}

/** A field that is one of some codes; an issue where it is absent. */
export function demandCode<C extends string>(source: Source, key: string, allowed: readonly C[]): C | null {
  const value = own(source.record, key);
  if (value !== null && value !== undefined) return codeAt(source, key, allowed);
  return refuse(source.issues, pathOf(source.place, key), undefined, "string");
}

/** A field that is a day or moment; `null` where it is absent or an issue. */
export function timeAt({ record, place, issues }: Source, key: string): string | null {
  const value = own(record, key);
  if (value === null || value === undefined) return null;
  if (quickDayOf(value) !== null) return value as string;
  issues.push({ code: "not-a-date", path: pathOf(place, key), details: { received: print(value) } });
  return null;
}

/** A field that is a whole number of 0 or more; an issue, and 0, where it is none. */
export function countAt({ record, place, issues }: Source, key: string): number {
  const value = own(record, key);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  refuse(issues, pathOf(place, key), value, "integer");
  return 0;
}

function refuse(issues: PortfolioIssue[], path: Path, value: unknown, expected: ExpectedType): null {
  if (value === undefined) issues.push({ code: "required", path, details: {} });
  else
    issues.push({ code: "wrong-type", path, details: { expected, received: value === null ? "null" : print(value) } });
  return null;
}
