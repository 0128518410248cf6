import { isBlank } from "../../ground/blank.js";
import { dayText } from "../../ground/dates.js";
import type { FormIssue } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { addIssues } from "../add-issues.js";
import type { FormSheet } from "../form.js";
import { type SweepSummaryFields, type SweepSummaryRow, sweepSummaryForm } from "../forms/sweep-summary.js";
import { MOST_FORM_ISSUES, readFields, sheetOf } from "../parse-sheet.js";
import { plainText } from "../plain-text.js";
import { LONGEST_TEXT } from "../read-value.js";
import { type Records, readRecords } from "../records.js";
import { fold, type Reports } from "../roll-up.js";
import { overlapIssues, type Span } from "./overlaps.js";
import type { Period } from "./period.js";
import { rowOf, sheetIssues, spanOf } from "./sweep-sheet.js";
import { mondayOf } from "./time.js";

type Summary = FormSheet<SweepSummaryFields, SweepSummaryRow>;

/** Which summary a row belongs to. */
type HeadOf = (row: JsonObject) => Period | null;

const DAYS_TO_SUNDAY = 6;
/** What is read of a sheet. */
const SHEET_KEYS: readonly (string | number)[] = ["form", "version", "fields", "rows"];

/** Summaries of daily reports or other summaries, each in the one that it belongs to; only one salesperson's where that is told. */
export function summarise(
  sheets: unknown,
  headOf: HeadOf,
  only: string | null = null,
): Reports<SweepSummaryFields, SweepSummaryRow> {
  const records = readRecords(sheets);
  const { sheets: made, issues } = fold(sweepSummaryForm, withoutRefused(records, headOf, only), {
    fields: (sheet) => ({ ...headOf(rowOf(sheet)) }),
    row: (sheet) => rowOf(sheet),
  });
  const written = made.map((sheet) => withFindings(sheet as unknown as Summary));
  return {
    sheets: written.map(({ sheet }) => sheet),
    issues: [...issues, ...written.flatMap(({ issue }) => issue ?? [])].slice(0, MOST_FORM_ISSUES),
  };
}

/** A summary with the findings of its days or weeks, one after the other; whoever writes the summary may write over them. Too many for one text are left to the rows. */
function withFindings(sheet: Summary): { readonly sheet: Summary; readonly issue?: FormIssue } {
  const findings = sheet.rows
    .flatMap(({ rowFindings }) => (rowFindings === null || isBlank(rowFindings) ? [] : rowFindings))
    .join("\n");
  if (findings === "") return { sheet };
  const { length } = findings;
  if (length <= LONGEST_TEXT) return { sheet: { ...sheet, fields: { ...sheet.fields, findings } } };
  return { sheet, issue: { code: "too-long", path: ["fields", "findings"], details: { max: LONGEST_TEXT, length } } };
}

/** A summary of nothing. */
export function emptySummary({ from, to, salesperson }: Period): Summary {
  const made = sheetOf(sweepSummaryForm, { fields: { from, to, salesperson }, rows: [], extra: null }, []);
  return made as unknown as Summary;
}

/** The week, Monday to Sunday, and the salesperson of a row; `null` where it has no day. */
export function weekOf({ rowFrom = null, rowSalesperson = null }: JsonObject): Period | null {
  const monday = mondayOf(rowFrom);
  if (monday === null) return null;
  const [from, to] = [dayText(monday), dayText(monday + DAYS_TO_SUNDAY)];
  // The first day that there is, 0001-01-01, is a Monday; the last, 9999-12-31, no Sunday.
  return {
    from: from as string,
    to: to ?? plainText(rowFrom),
    salesperson: rowSalesperson as string | null,
  };
}

/** Leaves out what isn't the salesperson's, what doesn't say what its rows come to, what lies outside of its summary, and what would count days twice. */
function withoutRefused({ list, unreadable }: Records, headOf: HeadOf, only: string | null): Records {
  const skipped = new Set<number>();
  const refused = unreadable.filter(({ path: [, key = "fields"] }) => SHEET_KEYS.includes(key));
  const faulty = new Set(refused.map(({ path }) => path[0]));
  const spans: Span[] = [];
  list.forEach((sheet, index) => {
    const row = rowOf(sheet);
    if (faulty.has(index)) return;
    if (only !== null && row["rowSalesperson"] !== only) skipped.add(index);
    else if (isSound(row)) {
      const period = headOf(row);
      // What has a sound row is a record.
      const own = sheet as JsonObject;
      const found = [...sheetIssues(own), ...outsideIssues(row, period)];
      addIssues(
        refused,
        found.map((issue) => ({ ...issue, path: [index, ...issue.path] })),
      );
      if (found.length === 0) spans.push(spanOf(own, index, row));
    }
  });
  return { list, unreadable: [], refused: [...refused, ...overlapIssues(spans)], skipped };
}

function isSound(row: JsonObject): boolean {
  const issues: FormIssue[] = [];
  readFields(sweepSummaryForm.rows, row, [], issues);
  return issues.length === 0;
}

function outsideIssues(row: JsonObject, period: Period | null): FormIssue[] {
  const [from, to] = [plainText(row["rowFrom"] as Json), plainText(row["rowTo"] as Json)];
  if (period === null || (from >= period.from && to <= period.to)) return [];
  const details = { received: `${from} … ${to}`, min: period.from, max: period.to };
  return [{ code: "outside-range", path: ["fields"], details }];
}
