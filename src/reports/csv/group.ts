import type { FormIssue } from "../../ground/issue.js";
import { type Json, type JsonObject, same } from "../../ground/json.js";
import type { FormField } from "../field.js";
import type { ExtraCell, Form, FormSheet } from "../form.js";
import { readFields, sheetOf } from "../parse-sheet.js";
import { type FormWords, labelOf } from "../words.js";
import type { Column } from "./columns.js";
import type { Headers } from "./headers.js";
import type { ReadLine } from "./lines.js";
import { cellText } from "./print-cell.js";

/** Characters of a value that an issue shows. */
const LONGEST_SHOWN = 64;

/** A text's headers, and what they mean. */
interface Context {
  readonly form: Form;
  readonly headers: Headers;
  /** Ids of the fields that the text has a column for. */
  readonly present: ReadonlySet<string>;
  readonly issues: FormIssue[];
}

/** Makes filled forms of the lines of a text. */
export function readSheets(form: Form, lines: readonly ReadLine[], headers: Headers, issues: FormIssue[]): FormSheet[] {
  const present = new Set(
    headers.columns.flatMap((column) => (column !== undefined && isOwn(column) ? [column.id] : [])),
  );
  const context = { form, headers, present, issues };
  const missing = [...missingColumns(form.fields, context), ...missingColumns(form.rows, context)];
  issues.push(...missing.map((path): FormIssue => ({ code: "required", path, details: {} })));
  if (missing.length > 0) return [];
  return groupsOf(form, lines, headers).map((group) => readGroup(group, context));
}

/** Whether a column is a field of the form, not a number beside it. */
function isOwn({ part }: Column): boolean {
  return part === "fields" || part === "rows";
}

/** Fields that must be filled and have no column at all. */
function missingColumns(
  fields: Readonly<Record<string, FormField>>,
  { headers, present }: Context,
): [number, string][] {
  return Object.entries(fields)
    .filter(([id, { required, computed }]) => required === true && computed === undefined && !present.has(id))
    .map(([id, field]) => [0, ownLabel(id, field, headers)]);
}

/** The lines that belong to one form: all of a mere table, one of a form without rows, else those with one number or one head. */
function groupsOf({ fields, rows }: Form, lines: readonly ReadLine[], { columns }: Headers): ReadLine[][] {
  if (Object.keys(fields).length === 0) return [[...lines]];
  if (Object.keys(rows).length === 0) return lines.map((line) => [line]);
  return columns.some((column) => column?.part === "sheet") ? byNumber(lines) : byHead(lines);
}

/** A line without a number belongs to the one before. */
function byNumber(lines: readonly ReadLine[]): ReadLine[][] {
  const groups = new Map<string, ReadLine[]>();
  let number = "";
  for (const line of lines) {
    if (line.sheet !== "") number = line.sheet;
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

function byHead(lines: readonly ReadLine[]): ReadLine[][] {
  const groups: ReadLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && same(group[0].fields, line.fields)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function readGroup(group: readonly ReadLine[], context: Context): FormSheet {
  const { form, issues } = context;
  const [first, ...others] = group;
  const fields = first === undefined ? {} : check(form.fields, first.fields, first.at, context);
  for (const line of others) checkHead(first as ReadLine, line, context);
  const hasRows = Object.keys(form.rows).length > 0;
  const isTable = Object.keys(form.fields).length === 0;
  const chosen = hasRows ? inOrder(group.filter((line) => isTable || isRow(line))) : [];
  const rows = chosen.map((line) => check(form.rows, line.rows, line.at, context));
  const extra = extraOf(chosen.length > 0 ? chosen : group);
  return sheetOf(form, { fields, rows, extra }, issues);
}

/** Reads fields; an issue's place is the line and the header. */
function check(fields: Readonly<Record<string, FormField>>, raw: JsonObject, at: number, context: Context): JsonObject {
  const found: FormIssue[] = [];
  const read = readFields(fields, raw, [at], found);
  for (const issue of found) {
    const [line = at, id = "", ...rest] = issue.path;
    context.issues.push({ ...issue, path: [line, headerOf(String(id), context), ...rest] });
  }
  return read;
}

function headerOf(id: string, { headers }: Context): string {
  const index = headers.columns.findIndex((column) => column?.id === id && isOwn(column));
  return (headers.names[index] as string).trim();
}

/** The label of a column that a text doesn't have, in the text's language. */
function ownLabel(id: string, field: FormField, { languages: { own } }: Headers): string {
  return labelOf(id, field, own[0] as FormWords);
}

/** A later line of a form says the same about it as the first, or nothing. */
function checkHead(first: ReadLine, line: ReadLine, context: Context): void {
  for (const [id, value] of Object.entries(line.fields)) {
    const before = first.fields[id] ?? null;
    if (value === null || same(value, before)) continue;
    const details = { first: inWords(id, before, context), second: inWords(id, value, context), line: first.at };
    context.issues.push({ code: "contradictory-fact", path: [line.at, headerOf(id, context)], details });
  }
}

/** What a cell says, in the text's language. */
function inWords(id: string, value: Json, { form, headers: { languages } }: Context): string {
  return cellText(id, form.fields[id] as FormField, value, languages.own[0] as FormWords).slice(0, LONGEST_SHOWN);
}

/** A line without a number whose cells are all empty stands for a form that has no rows. */
function isRow({ line, rows }: ReadLine): boolean {
  return line !== "" || Object.values(rows).some((value) => value !== null);
}

/** By the lines' own numbers; lines without one follow, as they stand. */
function inOrder(lines: readonly ReadLine[]): ReadLine[] {
  const numberOf = ({ line }: ReadLine): number => (/^\d{1,9}$/.test(line) ? Number(line) : Number.MAX_SAFE_INTEGER);
  return [...lines].sort((a, b) => numberOf(a) - numberOf(b));
}

function extraOf(lines: readonly ReadLine[]): readonly (readonly ExtraCell[])[] | null {
  const extra = lines.map((line) => line.extra);
  return extra.some((cells) => cells.length > 0) ? extra : null;
}
