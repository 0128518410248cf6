import { isSafeId } from "../../ground/id.js";
import type { ExpectedType, Path, ScorecardIssue } from "../../ground/issue.js";
import { canonicalDecimal, isNumeral } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";

/**
 * Reads one part of a definition into canonical form: returns `undefined` and adds issues where it is faulty. Shapes look only at
 * the keys they know, so cyclic or endless input can't hold them up.
 */
export type Shape = (value: unknown, path: Path, issues: ScorecardIssue[]) => unknown;

/** Adds an issue; for a reader, the part that it could not read. */
export function refuse(issues: ScorecardIssue[], issue: ScorecardIssue): undefined {
  issues.push(issue);
}

function mismatch(expected: ExpectedType, value: unknown, path: Path, issues: ScorecardIssue[]): undefined {
  return refuse(
    issues,
    value === undefined
      ? { code: "required", path, details: {} }
      : { code: "wrong-type", path, details: { expected, received: print(value) } },
  );
}

/** A shape that may be absent; then it stands for `fallback`. */
export function optional(shape: Shape, fallback?: unknown): Shape {
  return (value, path, issues) => (value === undefined ? fallback : shape(value, path, issues));
}

/** A text of 1 to 64 characters. */
export const text: Shape = (value, path, issues) => {
  if (typeof value !== "string") return mismatch("string", value, path, issues);
  if (value.length > 0 && value.length <= 64) return value;
  return refuse(issues, {
    code: "out-of-range",
    path,
    details: { received: String(value.length), least: 1, most: 64 },
  });
};

/** A text that every store can keep as a key. */
export const id: Shape = (value, path, issues) => {
  if (typeof value !== "string") return mismatch("string", value, path, issues);
  if (isSafeId(value)) return value;
  return refuse(issues, { code: "unsafe-id", path, details: { id: value.slice(0, 64) } });
};

/** Beyond it a decimal can't be written out in the characters that a decimal may have. */
const LONG_EXPONENT = /e.?\d{3}/i;

/** A decimal, in canonical form: one that can be written out without exponent in 128 characters, so that it can be read again. */
export const decimal: Shape = (value, path, issues) => {
  if (typeof value !== "string" && typeof value !== "number") return mismatch("decimal", value, path, issues);
  const read = isNumeral(String(value)) && !LONG_EXPONENT.test(String(value)) ? canonicalDecimal(value) : "";
  if (isNumeral(read)) return read;
  return refuse(issues, { code: "not-a-decimal", path, details: { received: print(value) } });
};

/** A decimal above zero. */
export const positive: Shape = (value, path, issues) => {
  const read = decimal(value, path, issues) as string | undefined;
  if (read === undefined || (read !== "0" && !read.startsWith("-"))) return read;
  return refuse(issues, { code: "not-positive", path, details: { received: read } });
};

/** A decimal, or `null` for an open end. */
export const bound: Shape = (value, path, issues) => (value === null ? null : decimal(value, path, issues));

/** True or false. */
export const answer: Shape = (value, path, issues) =>
  typeof value === "boolean" ? value : mismatch("boolean", value, path, issues);

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Shape {
  return (value, path, issues) => {
    if (typeof value !== "number") return mismatch("integer", value, path, issues);
    if (Number.isInteger(value) && value >= least && value <= most) return value + 0;
    return refuse(issues, { code: "out-of-range", path, details: { received: print(value), least, most } });
  };
}

/** One of a closed list of words. */
export function oneOf(allowed: readonly string[]): Shape {
  return (value, path, issues) => {
    if (typeof value !== "string") return mismatch("string", value, path, issues);
    if (allowed.includes(value)) return value;
    return refuse(issues, { code: "unknown-value", path, details: { received: print(value), allowed } });
  };
}

/** A list of at least so many members. */
export function list(shape: Shape, least: number): Shape {
  return (value, path, issues) => {
    if (!Array.isArray(value)) return mismatch("array", value, path, issues);
    if (!isBetween(value.length, least, path, issues)) return undefined;
    return Array.from(value, (member, index) => shape(member, [...path, index], issues));
  };
}

const MOST_MEMBERS = 1_000;

function isBetween(received: number, least: number, path: Path, issues: ScorecardIssue[]): boolean {
  if (received < least) issues.push({ code: "too-few", path, details: { least, received } });
  else if (received > MOST_MEMBERS) issues.push({ code: "too-many-values", path, details: { max: MOST_MEMBERS } });
  else return true;
  return false;
}

function members(value: unknown, least: number, path: Path, issues: ScorecardIssue[]): [string, unknown][] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return mismatch("object", value, path, issues);
  const read = Object.entries(value).filter(([, member]) => member !== undefined);
  return isBetween(read.length, least, path, issues) ? read : undefined;
}

/** A record with ids of the host's own as keys, at least so many. */
export function table(shape: Shape, least: number): Shape {
  return (value, path, issues) => {
    const read = members(value, least, path, issues);
    if (read === undefined) return undefined;
    for (const [key] of read) id(key, [...path, key], issues);
    return Object.fromEntries(read.map(([key, member]) => [key, shape(member, [...path, key], issues)]));
  };
}

/** A record with these keys and no others. */
export function record(shapes: Readonly<Record<string, Shape>>): Shape {
  const allowed = Object.keys(shapes);
  return (value, path, issues) => {
    const read = members(value, 0, path, issues);
    if (read === undefined) return undefined;
    for (const [key] of read) {
      if (!allowed.includes(key)) issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
    }
    const given = new Map(read);
    const out: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(shapes)) {
      const member = shape(given.get(key), [...path, key], issues);
      if (member !== undefined) out[key] = member;
    }
    return out;
  };
}
