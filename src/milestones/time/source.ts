import { dayOf } from "../../ground/dates.js";
import type { Path, PortfolioIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { own } from "../../portfolio/own.js";

/** A record that is being read: its own fields, where it stands, and what has been found wrong so far. */
export interface Source {
  readonly record: object;
  readonly path: Path;
  readonly issues: PortfolioIssue[];
}

/** A value as a record; an issue where it is none. */
export function sourceOf(value: unknown, path: Path, issues: PortfolioIssue[]): Source | null {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { record: value, path, issues };
  return refuse({ record: {}, path, issues }, [], value, "object");
}

/** A field that is a record; an issue where it is none. */
export function recordAt({ record, path, issues }: Source, key: string): Source | null {
  return sourceOf(own(record, key), [...path, key], issues);
}

/** A field that is a record, or `null`. */
export function optionalAt(source: Source, key: string): Source | null {
  const value = own(source.record, key);
  return value === null || value === undefined ? null : recordAt(source, key);
}

/** A field that is a list of records; those that are none are issues. */
export function listAt(source: Source, key: string): Source[] {
  const value = own(source.record, key);
  const path = [...source.path, key];
  if (!Array.isArray(value)) return refuse(source, [key], value, "array") ?? [];
  return Array.from(value as readonly unknown[]).flatMap(
    (one, index) => sourceOf(one, [...path, index], source.issues) ?? [],
  );
}

/** A field that is one of some codes; `null` where it is absent or an issue. */
export function codeAt<C extends string>(source: Source, key: string, allowed: readonly C[]): C | null {
  const value = own(source.record, key);
  if (value === null || value === undefined) return null;
  const code = allowed.find((one) => one === value);
  if (code !== undefined) return code;
  const details = { received: print(value), allowed: [...allowed] };
  source.issues.push({ code: "unknown-value", path: [...source.path, key], details });
  return null;
}

/** A field that is one of some codes; an issue where it is absent. */
export function demandCode<C extends string>(source: Source, key: string, allowed: readonly C[]): C | null {
  const value = own(source.record, key);
  if (value === null || value === undefined) return refuse(source, [key], undefined, "string");
  return codeAt(source, key, allowed);
}

/** A field that is a day or moment; `null` where it is absent or an issue. */
export function timeAt(source: Source, key: string): string | null {
  const value = own(source.record, key);
  if (value === null || value === undefined) return null;
  if (typeof value === "string" && dayOf(value) !== null) return value;
  source.issues.push({ code: "not-a-date", path: [...source.path, key], details: { received: print(value) } });
  return null;
}

/** A field that is a whole number of 0 or more; an issue, and 0, where it is none. */
export function countAt(source: Source, key: string): number {
  const value = own(source.record, key);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  refuse(source, [key], value, "integer");
  return 0;
}

function refuse(
  { path, issues }: Source,
  below: Path,
  value: unknown,
  expected: "object" | "array" | "string" | "integer",
): null {
  const place = [...path, ...below];
  if (value === undefined) issues.push({ code: "required", path: place, details: {} });
  else issues.push({ code: "wrong-type", path: place, details: { expected, received: print(value) } });
  return null;
}
