import { throwIssues } from "../ground/error.js";
import type { FormIssue } from "../ground/issue.js";
import type { Json } from "../ground/json.js";
import { addIssues } from "./add-issues.js";
import type { Form, FormSheet } from "./form.js";
import { MOST_FORM_ISSUES, readSheet } from "./parse-sheet.js";
import { readPlain } from "./read-plain.js";

const BOUNDS = { depth: 9, values: 10_000_000, text: 100_000 };

/** One filled form or several. */
export type Sheets<F, R> = FormSheet<F, R> | readonly FormSheet<F, R>[];

/** One filled form or several, checked; throws what is wrong with them. */
export function checkSheets(form: Form, sheets: unknown): readonly FormSheet[] {
  const { json, issues: unreadable } = readPlain(sheets, BOUNDS);
  throwIssues(unreadable.map((issue) => ({ ...issue, path: ["sheets", ...issue.path] })));
  const list: readonly Json[] = Array.isArray(json) ? json : [json];
  const issues = Object.keys(form.fields).length === 0 ? countIssues(list.length) : [];
  const read = list.map((sheet, index) => {
    const found: FormIssue[] = [];
    const one = readSheet(form, sheet, found);
    addIssues(
      issues,
      found.map((issue) => ({ ...issue, path: ["sheets", index, ...issue.path] })),
    );
    return one;
  });
  throwIssues(issues.slice(0, MOST_FORM_ISSUES));
  return read;
}

/** A form that is nothing but rows has no mark that would tell one filled form from the next. */
function countIssues(received: number): FormIssue[] {
  if (received === 1) return [];
  const path = ["sheets"];
  return received > 1
    ? [{ code: "too-many", path, details: { most: 1, received } }]
    : [{ code: "too-few", path, details: { least: 1, received } }];
}
