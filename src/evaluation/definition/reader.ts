import { isSafeId } from "../../ground/id.js";
import type { Path, ScorecardIssue } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { canonicalDecimal, type DecimalString, isNumeral } from "../../ground/numeral.js";

const LONGEST_TEXT = 64;

/** Reads the parts of a definition and collects what is wrong with them. A reader that fails returns `undefined`. */
export interface Reader {
  readonly issues: ScorecardIssue[];
}

/** One field of an object: its value, its place, and whether it may be absent. */
export interface Field {
  readonly value: Json | undefined;
  readonly path: Path;
}

/** The field of a record. */
export function field(record: JsonObject, key: string, path: Path): Field {
  return { value: Object.hasOwn(record, key) ? record[key] : undefined, path: [...path, key] };
}

/** What a value is, for a message: a short print of a simple value, otherwise its type. */
export function received(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "array";
  return typeof value === "object" && value !== null ? "object" : String(value).slice(0, 64);
}

/** An issue about a value of the wrong type, or about its absence. */
export function wrongType(reader: Reader, { value, path }: Field, expected: string): undefined {
  if (value === undefined) reader.issues.push({ code: "required", path, details: {} });
  else reader.issues.push({ code: "wrong-type", path, details: { expected, received: received(value) } });
  return undefined;
}

/** An object with none but the allowed keys; without `allowed`, with any safe ids as keys. */
export function readRecord(reader: Reader, at: Field, allowed?: readonly string[]): JsonObject | undefined {
  const { value, path } = at;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return wrongType(reader, at, "object");
  const record = value as JsonObject;
  for (const key of Object.keys(record)) {
    if (allowed === undefined) readId(reader, { value: key, path: [...path, key] });
    else if (!allowed.includes(key)) reader.issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed } });
  }
  return record;
}

/** An array of at least so many members. */
export function readList(reader: Reader, at: Field, atLeast: number): readonly Json[] | undefined {
  if (!Array.isArray(at.value)) return wrongType(reader, at, "array");
  const list = at.value as readonly Json[];
  if (list.length < atLeast) reader.issues.push({ code: "too-few", path: at.path, details: { least: atLeast, received: list.length } });
  return list;
}

/** An id that every store can keep as a key. */
export function readId(reader: Reader, at: Field): string | undefined {
  if (typeof at.value !== "string") return wrongType(reader, at, "text");
  if (isSafeId(at.value)) return at.value;
  reader.issues.push({ code: "unsafe-id", path: at.path, details: { id: at.value.slice(0, 64) } });
  return undefined;
}

/** A decimal, in canonical form. */
export function readDecimal(reader: Reader, at: Field): DecimalString | undefined {
  const { value, path } = at;
  if (typeof value !== "string" && typeof value !== "number") return wrongType(reader, at, "decimal");
  if (isNumeral(String(value))) return canonicalDecimal(value);
  reader.issues.push({ code: "not-a-decimal", path, details: { received: received(value) } });
  return undefined;
}

/** Reads a field that may be absent: `undefined`, without an issue, where there is none. */
export function readOptional<T>(at: Field, read: (at: Field) => T | undefined): T | undefined {
  return at.value === undefined ? undefined : read(at);
}

/** A text of 1 to 64 characters. */
export function readText(reader: Reader, at: Field): string | undefined {
  if (typeof at.value !== "string") return wrongType(reader, at, "text");
  if (at.value.length > 0 && at.value.length <= LONGEST_TEXT) return at.value;
  const details = { received: received(at.value.length), least: 1, most: LONGEST_TEXT };
  reader.issues.push({ code: "out-of-range", path: at.path, details });
  return undefined;
}

/** A decimal, or `null` for an open end. */
export function readBound(reader: Reader, at: Field): DecimalString | null | undefined {
  return at.value === null ? null : readDecimal(reader, at);
}

/** A whole number from `least` to `most`. */
export function readInteger(reader: Reader, at: Field, least: number, most: number): number | undefined {
  const { value, path } = at;
  if (typeof value !== "number") return wrongType(reader, at, "whole number");
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  reader.issues.push({ code: "out-of-range", path, details: { received: received(value), least, most } });
  return undefined;
}

/** One of a closed list of words; `fallback` where there is none. */
export function readWord<W extends string>(reader: Reader, at: Field, words: readonly W[], fallback?: W): W | undefined {
  if (at.value === undefined && fallback !== undefined) return fallback;
  if (typeof at.value !== "string") return wrongType(reader, at, "text");
  const word = words.find((candidate) => candidate === at.value);
  if (word === undefined) {
    reader.issues.push({ code: "unknown-value", path: at.path, details: { received: received(at.value), allowed: words } });
  }
  return word;
}

/** True or false; `fallback` where there is none. */
export function readBoolean(reader: Reader, at: Field, fallback: boolean): boolean | undefined {
  if (at.value === undefined) return fallback;
  return typeof at.value === "boolean" ? at.value : wrongType(reader, at, "true or false");
}

/** The record without the keys whose value is `undefined`. */
export function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The list if it was read and every member of it. */
export function complete<T>(list: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  return list?.includes(undefined) ? undefined : (list as readonly T[] | undefined);
}
