import { isHostCode } from "../ground/host-code.js";
import type { Path, PortfolioIssue } from "../ground/issue.js";
import type { Json, JsonObject } from "../ground/json.js";
import { print } from "../ground/print.js";
import {
  demand,
  type Range,
  type Reader,
  readCode,
  readDay,
  readInteger,
  readList,
  readRecord,
  readText,
  refuse,
} from "../ground/reader.js";

const LONGEST_ID = 128;
const ID = /^[^\s\p{Cc}]+$/u;
/** UTF-16 units of a name or another short text, and of a long one. */
const LINE = 200;
const PROSE = 20_000;
/** Characters of a faulty value that an issue shows. */
const SHOWN = 64;

/** A record that is read: its own fields, on no prototype, and where it stands. */
export interface Fields {
  readonly reader: Reader;
  readonly record: JsonObject;
  readonly path: Path;
}

/** The record that the whole input is. */
export function rootFields(reader: Reader): Fields {
  return { reader, record: reader.record, path: [] };
}

/** A field as it was given. */
export function fieldOf({ record }: Fields, key: string): Json | undefined {
  return record[key];
}

/** An issue about a field. */
export function refuseField({ reader, path }: Fields, key: string, issue: Omit<PortfolioIssue, "path">): null {
  return refuse(reader, { ...issue, path: [...path, key] } as PortfolioIssue);
}

/** A short text, 1 … 200 characters; `null` where it is absent, blank or faulty. */
export function lineOf(fields: Fields, key: string): string | null {
  return boundedText(fields.reader, fieldOf(fields, key), [...fields.path, key], LINE);
}

/** Short texts, each once; `null` where there is no list. */
export function linesOf(fields: Fields, key: string): readonly string[] | null {
  const { reader, path } = fields;
  const list = listOf(fields, key);
  return list && [...new Set(list.flatMap((one, at) => boundedText(reader, one, [...path, key, at], LINE) ?? []))];
}

/** A text of up to 20,000 characters; `null` where it is absent, blank or faulty. */
export function proseOf(fields: Fields, key: string): string | null {
  return boundedText(fields.reader, fieldOf(fields, key), [...fields.path, key], PROSE);
}

function boundedText(reader: Reader, value: Json | undefined, path: Path, max: number): string | null {
  const text = readText(reader, value, path);
  if (text === null || text.trim() === "") return null;
  return text.length <= max ? text : refuse(reader, { code: "too-long", path, details: { max, length: text.length } });
}

/** An id of a host's record; `null` where it is absent or faulty. */
export function idOf(fields: Fields, key: string): string | null {
  return readId(fields.reader, fieldOf(fields, key), [...fields.path, key]);
}

function readId(reader: Reader, value: Json | undefined, path: Path): string | null {
  const text = readText(reader, value, path);
  if (text === null || (text.length <= LONGEST_ID && ID.test(text))) return text;
  return refuse(reader, { code: "not-an-id", path, details: { received: text.slice(0, SHOWN) } });
}

/** An id that must be there; an issue where it isn't. */
export function demandId(fields: Fields, key: string): string | null {
  return demand(fields.reader, idOf(fields, key), [...fields.path, key]);
}

/** A day or moment; `null` where it is absent or none. */
export function timeOf(fields: Fields, key: string): string | null {
  return readDay(fields.reader, fieldOf(fields, key), [...fields.path, key]);
}

/** One of some codes; `null` where it is absent or another. */
export function codeOf<C extends string>(fields: Fields, key: string, allowed: readonly C[]): C | null {
  return readCode(fields.reader, fieldOf(fields, key), [...fields.path, key], allowed);
}

/** One of some codes or a host's own, `x-…`; `null` where it is absent or another. */
export function openCodeOf(fields: Fields, key: string, allowed: readonly string[]): string | null {
  return openCode(fields, fieldOf(fields, key), key, allowed);
}

/** The codes of a list, each once, as told; what is none is an issue. `null` where there is no list. */
export function openCodesOf(fields: Fields, key: string, allowed: readonly string[]): readonly string[] | null {
  const list = listOf(fields, key);
  if (list === null) return null;
  const inList: Fields = { ...fields, path: [...fields.path, key] };
  return [...new Set(list.flatMap((one, index) => openCode(inList, one, index, allowed) ?? []))];
}

function openCode(
  { reader, path }: Fields,
  value: Json | undefined,
  key: string | number,
  allowed: readonly string[],
): string | null {
  if (typeof value === "string" && isHostCode(value)) return value;
  return readCode(reader, value, [...path, key], allowed);
}

/** A whole number within its range; `null` where it is absent or faulty. */
export function integerOf(fields: Fields, key: string, range: Range): number | null {
  return readInteger(fields.reader, fieldOf(fields, key), [...fields.path, key], range);
}

/** Yes or no; `null` where it is absent or neither. */
export function flagOf(fields: Fields, key: string): boolean | null {
  const value = fieldOf(fields, key);
  if (value === undefined || value === null || typeof value === "boolean") return value ?? null;
  return refuseField(fields, key, { code: "wrong-type", details: { expected: "boolean", received: print(value) } });
}

/** A list; `null` where it is absent or none. */
export function listOf(fields: Fields, key: string): readonly Json[] | null {
  return readList(fields.reader, fieldOf(fields, key), [...fields.path, key]);
}

/** Ids of a list, each once, as told; `null` where there is no list. */
export function idsOf(fields: Fields, key: string): readonly string[] | null {
  const { reader, path } = fields;
  const list = listOf(fields, key);
  return list && [...new Set(list.flatMap((one, index) => readId(reader, one, [...path, key, index]) ?? []))];
}

/** A record in the record; `null` where it is absent or none. */
export function recordOf(fields: Fields, key: string): Fields | null {
  const { reader, path } = fields;
  return asFields(reader, fieldOf(fields, key), [...path, key]);
}

/** The records of a list; what is none is an issue and left out. `null` where there is no list. */
export function recordsOf(fields: Fields, key: string): readonly Fields[] | null {
  const { reader, path } = fields;
  return listOf(fields, key)?.flatMap((one, index) => asFields(reader, one, [...path, key, index]) ?? []) ?? null;
}

function asFields(reader: Reader, value: Json | undefined, path: Path): Fields | null {
  const record = readRecord(reader, value, path);
  return record && { reader, record, path };
}

/** What was read of records with ids, each id once; a second one is an issue and left out. */
export function distinctById<T extends { readonly id: string }>(
  records: readonly Fields[],
  read: (fields: Fields) => T | null,
  key = "id",
): T[] {
  const seen = new Set<string>();
  return records.flatMap((fields) => {
    const one = read(fields);
    if (one === null) return [];
    if (seen.size === seen.add(one.id).size) {
      refuseField(fields, key, { code: "duplicate-id", details: { id: one.id } });
      return [];
    }
    return [one];
  });
}
