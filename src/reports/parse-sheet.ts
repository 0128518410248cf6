import type { FormIssue, Path } from "../ground/issue.js";
import { canonicalJson, isRecord, type Json, type JsonObject, same } from "../ground/json.js";
import { print } from "../ground/print.js";
import { noFields } from "../ground/reader.js";
import { type Result, resultOf } from "../ground/result.js";
import { addIssues } from "./add-issues.js";
import { computeFields } from "./compute.js";
import { makeForm } from "./define-form.js";
import { type Extra, readExtra } from "./extra.js";
import type { FormField } from "./field.js";
import type { Form, FormSheet } from "./form.js";
import { openComputations } from "./open-computations.js";
import { readPlain } from "./read-plain.js";
import { type Fault, type Reading, readValue } from "./read-value.js";

type Fields = Readonly<Record<string, FormField>>;

const KEYS = ["v", "form", "version", "fields", "rows", "extra"];
const BOUNDS = { depth: 8, values: 4_000_000, text: 100_000 };
/** Rows that one filled form may have. */
export const MOST_ROWS = 100_000;
/** Issues that are listed at most. */
export const MOST_FORM_ISSUES = 1000;

/**
 * Reads anything into a filled form, or lists everything that is wrong with it, at most 1,000 issues. Fields that are absent are unknown and come
 * out as `null`; decimals come out without superfluous zeros. Computed fields are computed: one that is there all the same must say
 * what its rows come to.
 *
 * @example
 * ```ts
 * import { leadSummaryForm, parseSheet } from "keyaccount/reports";
 *
 * const good = parseSheet(leadSummaryForm, { rows: [{ number: "L-1", client: "Huaxin", source: "search", date: "2026-11-21" }] });
 * const revenue = good.ok ? good.value.rows[0]?.revenue : undefined;
 * revenue; // => null
 * const bad = parseSheet(leadSummaryForm, { rows: [{ number: "L-1", source: "fair", date: "21.11.2026" }] });
 * const codes = bad.ok ? [] : bad.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * codes; // => ["required at rows.0.client", "unknown-value at rows.0.source", "not-a-date at rows.0.date"]
 * ```
 */
export function parseSheet<F, R>(form: Form<F, R>, input: unknown): Result<FormSheet<F, R>, FormIssue> {
  const sound = makeForm(form);
  const { json, issues: unreadable } = readPlain(input, BOUNDS);
  const issues: FormIssue[] = [];
  const sheet = readSheet(sound, json, issues, unreadable);
  const all = [...unreadable, ...withoutHoles(issues, unreadable)].slice(0, MOST_FORM_ISSUES);
  return resultOf(all, () => sheet as unknown as FormSheet<F, R>);
}

/** What only says that an unreadable part, `null` in the copy, isn't what it should be is no news. */
function withoutHoles(issues: readonly FormIssue[], unreadable: readonly FormIssue[]): readonly FormIssue[] {
  if (unreadable.length === 0) return issues;
  const holes = new Set(unreadable.map(({ path }) => canonicalJson(path)));
  return issues.filter(
    ({ path }) =>
      !path.some((_, index) => holes.has(canonicalJson(path.slice(0, index)))) && !holes.has(canonicalJson(path)),
  );
}

/** Reads a filled form out of plain JSON; `unreadable`: what wasn't plain in it. */
export function readSheet(
  form: Form,
  json: Json,
  issues: FormIssue[],
  unreadable: readonly FormIssue[] = [],
): FormSheet {
  const found: FormIssue[] = [];
  if (!isRecord(json)) found.push(wrongType("object", json, []));
  const given = isRecord(json) ? json : noFields();
  checkFrame(form, given, found);
  const rows = readRows(form.rows, given["rows"] ?? [], found);
  const fields = readFields(form.fields, given["fields"] ?? {}, ["fields"], found);
  checkComputed(form, fields, rows, { issues: found, faults: [...unreadable, ...found] });
  addIssues(issues, found);
  const extra = readExtra(given["extra"] ?? null, linesOf(form, rows.length), issues);
  return sheetOf(form, { fields, rows, extra }, issues);
}

/** How many lines a filled form takes as CSV. */
function linesOf({ fields }: Form, rows: number): number {
  return Object.keys(fields).length > 0 ? Math.max(rows, 1) : rows;
}

/** A filled form out of what was read, with its computed fields. */
export function sheetOf(
  form: Form,
  {
    fields,
    rows,
    extra,
  }: { readonly fields: JsonObject; readonly rows: readonly JsonObject[]; readonly extra: Extra | null },
  issues: FormIssue[],
): FormSheet {
  const computed = computeFields(form.fields, form.rows, rows);
  const entries = Object.entries(form.fields).map(([id, field]): [string, Json] => {
    if (field.computed === undefined) return [id, fields[id] ?? null];
    return [id, readField(field, computed[id] ?? null, ["fields", id], issues)];
  });
  const sheet = {
    v: 1,
    form: form.id,
    version: form.version,
    fields: Object.fromEntries(entries),
    rows,
    ...(extra === null ? {} : { extra }),
  };
  return sheet as unknown as FormSheet;
}

function checkFrame(form: Form, given: JsonObject, issues: FormIssue[]): void {
  for (const key of Object.keys(given)) {
    if (!KEYS.includes(key)) issues.push({ code: "unknown-key", path: [key], details: { key, allowed: KEYS } });
  }
  const { v = 1, form: id = form.id, version = form.version } = given;
  if (v !== 1)
    issues.push({ code: "unsupported-version", path: ["v"], details: { received: print(v), supported: [1] } });
  checkSame(form.id, id, ["form"], issues);
  checkSame(form.version, version, ["version"], issues);
}

function checkSame(expected: string, received: Json, path: Path, issues: FormIssue[]): void {
  if (received === expected) return;
  issues.push({ code: "form-mismatch", path, details: { expected, received: print(received) } });
}

function readRows(fields: Fields, json: Json, issues: FormIssue[]): JsonObject[] {
  if (!Array.isArray(json)) {
    issues.push(wrongType("array", json, ["rows"]));
    return [];
  }
  const rows = json as readonly Json[];
  const most = Object.keys(fields).length > 0 ? MOST_ROWS : 0;
  if (rows.length > most) issues.push({ code: "too-many", path: ["rows"], details: { most, received: rows.length } });
  return rows.slice(0, most).map((row, index) => readFields(fields, row, ["rows", index], issues));
}

/** Notes each computed field that says something else than its rows. Of one that reads what has `faults` nobody can say what it comes to. */
export function checkComputed(
  form: Form,
  fields: JsonObject,
  rows: readonly JsonObject[],
  { issues, faults }: { readonly issues: FormIssue[]; readonly faults: readonly FormIssue[] },
): void {
  const open = openComputations(form, faults);
  for (const [id, value] of Object.entries(computeFields(form.fields, form.rows, rows))) {
    const given = fields[id] ?? null;
    if (given === null || open.has(id) || same(given, value)) continue;
    const details = { received: shown(given), computed: shown(value) };
    issues.push({ code: "not-as-computed", path: ["fields", id], details });
  }
}

function shown(value: Json): string {
  return canonicalJson(value).slice(0, 64);
}

/** Reads the fields of a record; every one has its key afterwards, `null` where it is unknown or faulty. */
export function readFields(fields: Fields, json: Json, path: Path, issues: FormIssue[]): JsonObject {
  if (!isRecord(json)) issues.push(wrongType("object", json, path));
  const given = isRecord(json) ? json : noFields();
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(fields, key)) continue;
    issues.push({ code: "unknown-key", path: [...path, key], details: { key, allowed: Object.keys(fields) } });
  }
  const entries = Object.entries(fields).map(([id, field]): [string, Json] => {
    const value = Object.hasOwn(given, id) ? (given[id] ?? null) : null;
    return [id, readField(field, value, [...path, id], issues)];
  });
  return Object.fromEntries(entries);
}

/** A field's value; `null`, with its faults, where it can't be read. What is computed may be unknown. */
function readField(field: FormField, value: Json, path: Path, issues: FormIssue[]): Json {
  if (value === null && field.computed !== undefined) return null;
  const reading: Reading = readValue(field, value);
  if ("value" in reading) return reading.value;
  addIssues(issues, issuesOf(reading.faults, path));
  return null;
}

function issuesOf(faults: readonly Fault[], path: Path): FormIssue[] {
  return faults.map(({ code, details, at = [] }) => ({ code, details, path: [...path, ...at] }) as FormIssue);
}

function wrongType(expected: "object" | "array", received: Json, path: Path): FormIssue {
  return { code: "wrong-type", path, details: { expected, received: print(received) } };
}
