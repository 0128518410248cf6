import { isKeyAccountError, throwIssues } from "../ground/error.js";
import type { FormIssue } from "../ground/issue.js";
import { canonicalJson, isRecord, type Json, type JsonObject } from "../ground/json.js";
import { show } from "../ground/show.js";
import { addIssues } from "./add-issues.js";
import { makeForm } from "./define-form.js";
import type { Form, FormSheet, FormValues } from "./form.js";
import { comparator } from "./order.js";
import { ownFields } from "./own-fields.js";
import { MOST_FORM_ISSUES, readFields, sheetOf } from "./parse-sheet.js";
import { readPlain } from "./read-plain.js";
import { byRecord, RECORD_BOUNDS, type Records, readRecords, watch } from "./records.js";

/** What some fields are to hold; an absent one is unknown. */
export type Entry<F> = { readonly [K in keyof F]?: F[K] | null | undefined };

/** What a record becomes in a form. Each function gets a plain copy of the record. */
export interface RollUpParts<T, F, R> {
  /** The record's id: a second record with it is left out. */
  readonly id?: ((record: T) => string) | undefined;
  /** The form's own fields: records that give the same come into one form. Computed fields aren't given. */
  readonly fields?: ((record: T) => Entry<F>) | undefined;
  /** The record's row. */
  readonly row?: ((record: T) => Entry<R>) | undefined;
}

/** What refuses functions that give a field which the form doesn't have; `RF` and `RR` are what they give. */
export interface NoOthers<T, F, R, RF, RR> {
  /** Values of the form's fields, and of no others. */
  readonly fields?: ((record: T) => RF & { readonly [K in Exclude<keyof RF, keyof F>]: never }) | undefined;
  /** Values of a row's fields, and of no others. */
  readonly row?: ((record: T) => RR & { readonly [K in Exclude<keyof RR, keyof R>]: never }) | undefined;
}

/** The parts of a fold of this package, for hosts to build on. */
export interface FoldParts<T, F, R> {
  /** The record's id. */
  readonly id: (record: T) => string;
  /** The form's own fields. */
  readonly fields: (record: T) => Entry<F>;
  /** The record's row. */
  readonly row: (record: T) => Entry<R>;
}

/** Filled forms, and what was left out for its faults. */
export interface Reports<F, R> {
  /** Sorted by their fields from left to right. */
  readonly sheets: readonly FormSheet<F, R>[];
  /** A path begins with the record's index; the field's id follows. At most 1,000. */
  readonly issues: readonly FormIssue[];
}

interface Read {
  readonly fields: JsonObject;
  readonly row: JsonObject;
}

/**
 * Fills forms from records: those that give the same fields come into one form, a row each; of a form without rows each record fills one, and a form
 * that is nothing but rows is one form. Rows are sorted by the form's `sort`, so the order of the records doesn't matter. A record with a fault is left
 * out, of what is computed too, and its faults are listed; of more than 100 values that aren't plain data, the first of each field. A field
 * that no function reads may hold anything.
 *
 * @example
 * ```ts
 * import { defineForm, rollUp } from "keyaccount/reports";
 *
 * const byArea = defineForm({
 *   id: "by-area", version: "1",
 *   fields: { area: { type: "text" }, pieces: { type: "decimal", computed: { by: "sum", field: "quantity" } } },
 *   rows: { order: { type: "text" }, quantity: { type: "decimal" } },
 * });
 * const orders = [{ no: "2", area: "east", qty: "0.2" }, { no: "1", area: "east", qty: "0.1" }, { no: "3", area: "west", qty: "x" }];
 * const { sheets, issues } = rollUp(byArea, orders, { fields: ({ area }) => ({ area }), row: ({ no, qty }) => ({ order: no, quantity: qty }) });
 * sheets.map(({ fields }) => fields); // => [{ area: "east", pieces: "0.3" }]
 * issues.map(({ code, path }) => [code, ...path]); // => [["not-a-decimal", 2, "quantity"]]
 * ```
 */
export function rollUp<T, F, R, const RF, const RR>(
  form: Form<F, R>,
  records: readonly T[],
  parts: RollUpParts<T, NoInfer<F>, NoInfer<R>> & NoOthers<T, NoInfer<F>, NoInfer<R>, RF, RR>,
): Reports<F, R> {
  const sound = makeForm(form);
  const { sheets, issues } = fold(sound, readRecords(records), readParts(parts));
  return { sheets: sheets as unknown as FormSheet<F, R>[], issues };
}

/** Fills a form from records that were read; those with issues are left out. */
export function fold(
  form: Form,
  { list, unreadable, refused = [], skipped }: Records,
  mapping: Mapping,
): Reports<FormValues, FormValues> {
  const read: Read[] = [];
  const seen = new Set<string>();
  const issues: FormIssue[] = [...refused];
  const out = new Set(refused.map(({ path }) => path[0]));
  const faults = byRecord(unreadable);
  list.forEach((record, index) => {
    if (out.has(index) || skipped?.has(index) === true) return;
    const found: FormIssue[] = [];
    const one = readOne(form, record, mapping, faults.get(index) ?? [], found);
    if (found.length === 0 && one.id !== null && seen.size === seen.add(one.id).size) {
      found.push({ code: "duplicate-id", path: ["id"], details: { id: one.id } });
    }
    if (found.length === 0) read.push(one);
    else
      addIssues(
        issues,
        found.map((issue) => ({ ...issue, path: [index, ...issue.path] })),
      );
  });
  const sheets = groupsOf(form, read).map((group) => fill(form, group, issues));
  return { sheets, issues: issues.slice(0, MOST_FORM_ISSUES) };
}

/** Functions that say what a record becomes. */
export type Mapping = RollUpParts<Json, unknown, unknown>;

function readParts(parts: unknown): Mapping {
  const given = ownFields(parts, ["id", "fields", "row"]);
  for (const [key, part] of Object.entries(given)) {
    if (part === undefined || typeof part === "function") continue;
    throwIssues([{ code: "wrong-type", path: [key], details: { expected: "object", received: show(part) } }]);
  }
  return given;
}

function readOne(
  form: Form,
  record: Json,
  { id, fields, row }: Mapping,
  unreadable: readonly FormIssue[],
  issues: FormIssue[],
): Read & { readonly id: string | null } {
  const none = { fields: {}, row: {}, id: null };
  if (!isRecord(record)) {
    if (unreadable.length > 0) addIssues(issues, unreadable);
    else issues.push({ code: "wrong-type", path: [], details: { expected: "object", received: show(record) } });
    return none;
  }
  watch(record, unreadable, issues);
  try {
    const key = id?.(record);
    return {
      id: typeof key === "string" ? key : null,
      fields: readPart(form.fields, fields?.(record), issues),
      row: readPart(form.rows, row?.(record), issues),
    };
  } catch (error) {
    if (isOurs(error)) throw error;
    issues.push({ code: "mapping-failed", path: [], details: { message: messageOf(error) } });
    return none;
  }
}

function readPart(fields: Form["fields"], given: unknown, issues: FormIssue[]): JsonObject {
  const { json, issues: unreadable } = readPlain(given ?? {}, RECORD_BOUNDS);
  addIssues(issues, unreadable);
  return readFields(fields, json, [], issues);
}

/** Whether an error is this package's own; one that can't be looked at isn't. */
function isOurs(error: unknown): boolean {
  try {
    return isKeyAccountError(error);
  } catch {
    return false;
  }
}

const LONGEST_MESSAGE = 200;

function messageOf(error: unknown): string {
  try {
    return (error instanceof Error ? error.message : show(error)).slice(0, LONGEST_MESSAGE);
  } catch {
    return "";
  }
}

function groupsOf({ fields, rows }: Form, read: readonly Read[]): Read[][] {
  const compareFields = comparator(fields);
  const sorted = [...read].sort((a, b) => compareFields(a.fields, b.fields));
  if (Object.keys(fields).length === 0) return [sorted];
  if (Object.keys(rows).length === 0) return sorted.map((one) => [one]);
  const groups = new Map<string, Read[]>();
  for (const one of sorted) {
    const key = canonicalJson(one.fields);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function fill(form: Form, group: readonly Read[], issues: FormIssue[]): FormSheet {
  const hasRows = Object.keys(form.rows).length > 0;
  const rows = hasRows ? group.map(({ row }) => row).sort(comparator(form.rows, form.sort)) : [];
  return sheetOf(form, { fields: group[0]?.fields ?? {}, rows, extra: null }, issues);
}
