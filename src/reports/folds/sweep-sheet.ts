import type { FormIssue } from "../../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import { noFields } from "../../ground/reader.js";
import { addIssues } from "../add-issues.js";
import type { Form } from "../form.js";
import { dailySweepForm } from "../forms/daily-sweep.js";
import { FORMS } from "../forms/form-ids.js";
import { SUMMARY_COLUMNS, sweepSummaryForm } from "../forms/sweep-summary.js";
import { checkComputed, readFields } from "../parse-sheet.js";
import { plainText } from "../plain-text.js";
import { EVERYBODY, type People, type Span } from "./overlaps.js";

/** A daily report or a summary as a row of a summary. */
export function rowOf(sheet: Json): JsonObject {
  const fields = fieldsOf(sheet);
  const { date = null, from = date, to = date, salesperson = null, findings = null } = fields;
  const totals = Object.entries(SUMMARY_COLUMNS).map(([total, column]) => [column, fields[total] ?? null] as const);
  return {
    rowFrom: from,
    rowTo: to,
    rowSalesperson: salesperson,
    ...Object.fromEntries(totals),
    rowFindings: findings,
  };
}

function fieldsOf(sheet: Json): JsonObject {
  const fields = isRecord(sheet) ? (sheet["fields"] ?? null) : null;
  return isRecord(fields) ? fields : noFields();
}

/** Whether a sheet is what it says: of one of the two forms, or a host's own, and its totals those of its rows. */
export function sheetIssues(sheet: JsonObject): FormIssue[] {
  const { form: id = null, version = null, rows = null } = sheet;
  const fields = fieldsOf(sheet);
  const form = (Object.hasOwn(fields, "date") ? dailySweepForm : sweepSummaryForm) as unknown as Form;
  if (id !== form.id && FORMS.includes(id as never)) return [mismatch("form", form.id, id)];
  if (id === form.id && version !== form.version) return [mismatch("version", form.version, version)];
  return rows === null ? [] : rowIssues(form, fields, rows);
}

function mismatch(part: "form" | "version", expected: string, received: Json): FormIssue {
  return { code: "form-mismatch", path: [part], details: { expected, received: print(received) } };
}

/** Faults of the rows as far as the form has them, and totals that say something else than what can be read of them. */
function rowIssues(form: Form, fields: JsonObject, rows: Json): FormIssue[] {
  if (!Array.isArray(rows)) {
    return [{ code: "wrong-type", path: ["rows"], details: { expected: "array", received: print(rows) } }];
  }
  const issues: FormIssue[] = [];
  const read = (rows as readonly Json[]).map((row, index) => {
    const found: FormIssue[] = [];
    const own = readFields(form.rows, isRecord(row) ? only(row, form.rows) : row, ["rows", index], found);
    addIssues(issues, found);
    return own;
  });
  checkComputed(form, fields, read, { issues, faults: [...issues] });
  return issues;
}

/** Columns of a host's own are the host's. */
function only(row: JsonObject, fields: object): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([id]) => Object.hasOwn(fields, id)));
}

/** The days that a sheet covers, and of whom. */
export function spanOf(sheet: JsonObject, index: number, row: JsonObject): Span {
  const { rowFrom = null, rowTo = null, rowSalesperson = null } = row;
  const isDay = Object.hasOwn(fieldsOf(sheet), "date");
  const people = isDay || rowSalesperson !== null ? new Set([rowSalesperson]) : peopleOf(sheet);
  return { index, from: plainText(rowFrom), to: plainText(rowTo), row, people };
}

/** Whose visits a summary without a salesperson counts, by its rows; everybody's where those don't say. */
function peopleOf({ rows = null }: JsonObject): People {
  if (!Array.isArray(rows)) return EVERYBODY;
  const people = new Set<Json>();
  for (const row of rows as readonly JsonObject[]) {
    const { rowFrom = null, rowTo = null, rowSalesperson = null } = row;
    // Rows of several days may be summaries of several people themselves.
    if (rowSalesperson === null && rowFrom !== rowTo) return EVERYBODY;
    people.add(rowSalesperson);
  }
  return people;
}
