import { dayOf, isAfter } from "./dates.js";
import { type KeyAccountErrorDetails, throwIssues } from "./error.js";
import type { IssueOf, Path, PortfolioIssue } from "./issue.js";
import { isRecord, type Json, type JsonObject } from "./json.js";
import { readJsonRows } from "./json-rows.js";
import { checkKeys } from "./keys.js";
import { decimalsOf, exactQuantity, isNumeral } from "./numeral.js";
import { print } from "./print.js";
import type { Rational } from "./rational.js";

/** More decimals than a double prints; few enough that a thousand periods stay quick. */
const MOST_DECIMALS = 30;
/** Values that one input may hold: half a million rows of a few fields. */
const MOST_VALUES = 10_000_000;
/** Records stand in lists of the input. */
const LIST_AND_INDEX = 2;

/** A plain copy of what a caller gave, and what was wrong with it so far. */
export interface Reader {
  readonly record: JsonObject;
  readonly issues: PortfolioIssue[];
  /** Places that held no plain JSON. */
  readonly unreadable: ReadonlySet<string>;
}

/** Bounds of a number, whole numbers themselves; allowed unless the lower one is `exclusive`. */
export interface Range {
  readonly least?: number;
  readonly most?: number;
  readonly exclusive?: true;
}

/** Copies the caller's data; what isn't plain JSON is an issue and counts as unknown. */
export function readInput(input: unknown): Reader {
  const { json, issues } = readJsonRows(input, { values: MOST_VALUES }, LIST_AND_INDEX);
  const unreadable = new Set(issues.map(({ path }) => path.join(".")));
  const record = recordOf(json);
  if (record !== null) return { record, issues: [...issues], unreadable };
  return { record: noFields(), issues: issues.length > 0 ? [...issues] : [wrongType("object", json, [])], unreadable };
}

/** Copies options, reads them and throws all their faults at once; a key that no option has is one of them. */
export function readOptions<T>(options: unknown, keys: readonly string[], read: (reader: Reader) => T): T {
  const reader = readInput(options);
  checkKeys(reader.record, keys, [], reader.issues);
  const value = read(reader);
  throwIssues(reader.issues as IssueOf<KeyAccountErrorDetails>[]);
  return value;
}

/** An option that holds options itself; empty where it is absent or no object. */
export function readNested(reader: Reader, key: string, allowed: readonly string[]): JsonObject {
  const nested = readRecord(reader, reader.record[key], [key]);
  if (nested !== null) checkKeys(nested, allowed, [key], reader.issues);
  return nested ?? noFields();
}

/** The fields of a JSON object, `null` for any other value. The copy has no prototype, so that a polluted one fills no field. */
export function recordOf(value: Json | undefined): JsonObject | null {
  return isRecord(value) ? Object.assign(noFields(), value) : null;
}

/** A record without any field, be the prototype of all polluted. */
export function noFields(): JsonObject {
  return Object.create(null) as JsonObject;
}

/** A row's own fields; `null`, with an issue, where it is absent or no object. */
export function readRow(reader: Reader, row: Json, path: Path): JsonObject | null {
  return row === null ? demand(reader, null, path) : readRecord(reader, row, path);
}

/** A record within a record, its own fields; empty where it is absent or, with an issue, no object. */
export function readPart(reader: Reader, value: Json | undefined, path: Path): JsonObject {
  return readRecord(reader, value, path) ?? noFields();
}

/** An object's fields, or `null` where it is absent or none. */
export function readRecord(reader: Reader, value: Json | undefined, path: Path): JsonObject | null {
  if (value === undefined || value === null) return null;
  return recordOf(value) ?? refuse(reader, wrongType("object", value, path));
}

/** An exact number, or `null` where it is absent or faulty. */
export function readDecimal(reader: Reader, value: Json | undefined, path: Path, range: Range = {}): Rational | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "number" && typeof value !== "string") return refuse(reader, wrongType("decimal", value, path));
  const text = String(value);
  if (!isNumeral(text)) return refuse(reader, { code: "not-a-decimal", path, details: { received: print(value) } });
  const exact = exactQuantity(text);
  if (isLong(text) && decimalsOf(exact) > MOST_DECIMALS)
    return refuse(reader, { code: "too-precise", path, details: { received: print(value) } });
  if (isWithin(exact, range)) return exact;
  return refuse(reader, { code: "out-of-range", path, details: { received: print(value), ...range } });
}

/** Only a long text, or one with an exponent, can have too many decimals. */
function isLong(text: string): boolean {
  return text.length > MOST_DECIMALS || /e/i.test(text);
}

/** Bounds are whole numbers. */
function isWithin({ n, d }: Rational, { least, most, exclusive }: Range): boolean {
  const isAbove = least === undefined || n > BigInt(least) * d || (n === BigInt(least) * d && exclusive !== true);
  return isAbove && (most === undefined || n <= BigInt(most) * d);
}

/** A whole number within its range, or `null` where it is absent or faulty. */
export function readInteger(reader: Reader, value: Json | undefined, path: Path, range: Range): number | null {
  if (typeof value === "number" && Number.isInteger(value) && value === boundTo(value, range)) return value;
  const exact = readDecimal(reader, value, path, range);
  if (exact === null) return null;
  if (exact.d === 1n) return Number(exact.n);
  return refuse(reader, wrongType("integer", value as Json, path));
}

/** The nearest number within the bounds. */
function boundTo(value: number, { least = value, most = value }: Range): number {
  return Math.min(Math.max(value, least), most);
}

/** A list, or `null` where it is absent or none. */
export function readList(reader: Reader, value: Json | undefined, path: Path): readonly Json[] | null {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value : refuse(reader, wrongType("array", value, path));
}

/** A text, or `null` where it is absent or none. */
export function readText(reader: Reader, value: Json | undefined, path: Path): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : refuse(reader, wrongType("string", value, path));
}

/** Yes or no, or `null` where it is absent or neither. */
export function readAnswer(reader: Reader, value: Json | undefined, path: Path): boolean | null {
  if (value === undefined || value === null) return null;
  return typeof value === "boolean" ? value : refuse(reader, wrongType("boolean", value, path));
}

/** One of some codes, or `null` where it is absent or another. */
export function readCode<C extends string>(
  reader: Reader,
  value: Json | undefined,
  path: Path,
  allowed: readonly C[],
): C | null {
  const text = readText(reader, value, path);
  const code = allowed.find((one) => one === text);
  if (code !== undefined || text === null) return code ?? null;
  return refuse(reader, { code: "unknown-value", path, details: { received: print(text), allowed: [...allowed] } });
}

/** A day or moment, or `null` where it is absent or none. */
export function readDay(reader: Reader, value: Json | undefined, path: Path): string | null {
  const text = readText(reader, value, path);
  if (text === null || dayOf(text) !== null) return text;
  return refuse(reader, { code: "not-a-date", path, details: { received: print(text) } });
}

/** The currency's code, taken over as given but for spaces around it; an issue where there is none, or a blank one. */
export function readCurrency(reader: Reader): string | null {
  const text = readText(reader, reader.record["currency"], ["currency"])?.trim();
  return demand(reader, text || null, ["currency"]);
}

/** Notes that something is missing, unless its place has an issue already. */
export function demand<T>(reader: Reader, value: T | null, path: Path): T | null {
  if (value !== null) return value;
  const place = path.join(".");
  const isTold = reader.unreadable.has(place) || reader.issues.at(-1)?.path.join(".") === place;
  return isTold ? null : refuse(reader, { code: "required", path, details: {} });
}

/** Notes an issue; nothing was read. */
export function refuse(reader: Reader, issue: PortfolioIssue): null {
  reader.issues.push(issue);
  return null;
}

/** The issue of a value of another type. */
function wrongType(
  expected: "object" | "decimal" | "integer" | "array" | "string" | "boolean",
  value: Json,
  path: Path,
): PortfolioIssue {
  return { code: "wrong-type", path, details: { expected, received: value === null ? "null" : print(value) } };
}

/** Whether something happened after the day of the question; notes it. */
export function isLater(
  reader: Reader,
  at: string | null,
  path: Path,
  asOf: string | null,
  after: (one: string, other: string) => boolean = isAfter,
): boolean {
  if (at === null || asOf === null || !after(at, asOf)) return false;
  refuse(reader, { code: "observed-after-as-of", path, details: { observedAt: at, asOf } });
  return true;
}
