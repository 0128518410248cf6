import { dayOf } from "../../ground/dates.js";
import { isHostCode } from "../../ground/host-code.js";
import type { Path } from "../../ground/issue.js";
import { exactQuantity, isNumeral } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { compare, ONE, type Rational, ZERO } from "../../ground/rational.js";
import type { HostCode } from "../../ground/vocabulary.js";
import type { ExperienceRecordIssue } from "./derived.js";

/** Where a value stands, and where its faults go. */
export interface Place {
  readonly path: Path;
  readonly issues: ExperienceRecordIssue[];
}

/** Reads a value; `undefined` where it is faulty, with an issue. */
export type Reader<T> = (raw: unknown, place: Place) => T | undefined;

type Fault = ExperienceRecordIssue extends infer I
  ? I extends ExperienceRecordIssue
    ? Omit<I, "path">
    : never
  : never;

/** Notes a fault; nothing was read. */
export function fault({ path, issues }: Place, one: Fault): undefined {
  issues.push({ ...one, path });
}

/** Notes a value of another type. */
export function wrong(
  expected: "string" | "boolean" | "object" | "array" | "decimal" | "integer",
  raw: unknown,
  place: Place,
): undefined {
  return fault(place, { code: "wrong-type", details: { expected, received: print(raw) } });
}

/** The same reader where absent and `null` mean unknown. */
export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return (raw, place) => (raw === undefined || raw === null ? null : reader(raw, place));
}

/** A text that isn't empty. */
export const text: Reader<string> = (raw, place) => {
  if (raw === undefined || raw === null || raw === "") return fault(place, { code: "required", details: {} });
  return typeof raw === "string" ? raw : wrong("string", raw, place);
};

/** A day or moment. */
export const date: Reader<string> = (raw, place) => {
  if (raw === undefined || raw === null) return fault(place, { code: "required", details: {} });
  if (typeof raw === "string" && dayOf(raw) !== null) return raw;
  return fault(place, { code: "not-a-date", details: { received: print(raw) } });
};

/** Yes or no. */
export const answer: Reader<boolean> = (raw, place) => (typeof raw === "boolean" ? raw : wrong("boolean", raw, place));

const MOST_COUNT = 1_000_000;

/** A whole number, 1 or more. */
export const count: Reader<number> = (raw, place) => {
  if (typeof raw !== "number" || !Number.isInteger(raw)) return wrong("integer", raw, place);
  if (raw >= 1 && raw <= MOST_COUNT) return raw;
  return fault(place, { code: "out-of-range", details: { received: print(raw), least: 1, most: MOST_COUNT } });
};

/** A share, 0 … 1. */
export const share: Reader<Rational> = (raw, place) => {
  if (typeof raw !== "string" && typeof raw !== "number") return wrong("decimal", raw, place);
  if (!isNumeral(String(raw))) return fault(place, { code: "not-a-decimal", details: { received: print(raw) } });
  const value = exactQuantity(raw);
  if (compare(value, ZERO) >= 0 && compare(value, ONE) <= 0) return value;
  return fault(place, { code: "out-of-range", details: { received: print(raw), least: 0, most: 1 } });
};

/** One of a closed list of codes. */
export function oneOf<const C extends string>(codes: readonly C[]): Reader<C> {
  return (raw, place) =>
    codes.includes(raw as C)
      ? (raw as C)
      : fault(place, { code: "unknown-value", details: { received: print(raw), allowed: codes } });
}

/** One of a list of codes that hosts may add to. */
export function openOneOf<const C extends string>(codes: readonly C[]): Reader<C | HostCode> {
  const known = oneOf(codes);
  return (raw, place) => (typeof raw === "string" && isHostCode(raw) ? raw : known(raw, place));
}

const MOST_PARTS = 1_000;

/** A list, read without holes; at most a thousand parts. */
export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (raw, { path, issues }) => {
    if (raw === undefined) return fault({ path, issues }, { code: "required", details: {} });
    if (!Array.isArray(raw)) return wrong("array", raw, { path, issues });
    if (raw.length > MOST_PARTS)
      return fault({ path, issues }, { code: "too-many", details: { most: MOST_PARTS, received: raw.length } });
    const before = issues.length;
    const read = Array.from<unknown>(raw).map((one, index) => reader(one, { path: [...path, index], issues }));
    return issues.length === before ? (read as T[]) : undefined;
  };
}

/** What a record reader makes of its fields. */
export type Fields<F> = { readonly [K in keyof F]: F[K] extends Reader<infer T> ? T : never };

/** A record with these fields; other keys are passed over. All its faults are noted. Nothing that it holds can make this throw. */
export function recordOf<const F extends Readonly<Record<string, Reader<unknown>>>>(fields: F): Reader<Fields<F>> {
  return (raw, { path, issues }) => {
    const before = issues.length;
    try {
      if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return wrong("object", raw, { path, issues });
      const entries = Object.entries(fields).map(
        ([key, reader]) =>
          [key, reader((raw as Readonly<Record<string, unknown>>)[key], { path: [...path, key], issues })] as const,
      );
      return issues.length === before ? (Object.fromEntries(entries) as Fields<F>) : undefined;
    } catch {
      return fault({ path, issues }, { code: "unreadable", details: {} });
    }
  };
}
