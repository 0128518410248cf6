import { dayText } from "../../ground/dates.js";
import type { FormIssue } from "../../ground/issue.js";
import { canonicalJson, type Json, type JsonObject } from "../../ground/json.js";
import { noFields } from "../../ground/reader.js";
import type { FormSheet } from "../form.js";
import {
  SUMMARY_COLUMNS,
  type SweepSummaryFields,
  type SweepSummaryRow,
  sweepSummaryForm,
} from "../forms/sweep-summary.js";
import { readFields, sheetOf } from "../parse-sheet.js";
import { plainText } from "../plain-text.js";
import { isRecord } from "../read-value.js";
import { fold, type Records, type Reports, readRecords } from "../roll-up.js";
import type { Period } from "./period.js";
import { mondayOf } from "./time.js";

type Summary = FormSheet<SweepSummaryFields, SweepSummaryRow>;

/** Which summary a row belongs to. */
type HeadOf = (row: JsonObject) => Period | null;

const DAYS_TO_SUNDAY = 6;

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
  return { sheets: made as unknown as Summary[], issues };
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

/** A daily report or a summary as a row of a summary. */
function rowOf(sheet: Json): JsonObject {
  const given = isRecord(sheet) ? (sheet["fields"] ?? null) : null;
  const fields = isRecord(given) ? given : noFields();
  const { date = null, from = date, to = date, salesperson = null } = fields;
  const totals = Object.entries(SUMMARY_COLUMNS).map(([total, column]) => [column, fields[total] ?? null] as const);
  return { rowFrom: from, rowTo: to, rowSalesperson: salesperson, ...Object.fromEntries(totals) };
}

interface Candidate {
  readonly index: number;
  readonly row: JsonObject;
}

/** Leaves out what isn't the salesperson's, what lies outside of its summary, and what would count days twice. */
function withoutRefused({ list, issues }: Records, headOf: HeadOf, only: string | null): Records {
  const skipped = new Set<number>();
  const candidates: Candidate[] = [];
  list.forEach((sheet, index) => {
    const row = rowOf(sheet);
    if (only !== null && row["rowSalesperson"] !== only) skipped.add(index);
    else if (isSound(row)) candidates.push({ index, row });
  });
  const outside = candidates.flatMap((one) => outsideIssue(one, headOf(one.row)));
  const isOutside = new Set(outside.map(({ path }) => path[0]));
  const twice = overlapIssues(candidates.filter(({ index }) => !isOutside.has(index)));
  return { list, issues: [...issues, ...outside, ...twice], skipped };
}

function isSound(row: JsonObject): boolean {
  const issues: FormIssue[] = [];
  readFields(sweepSummaryForm.rows, row, [], issues);
  return issues.length === 0;
}

function outsideIssue({ index, row }: Candidate, period: Period | null): FormIssue[] {
  const [from, to] = [plainText(row["rowFrom"] as Json), plainText(row["rowTo"] as Json)];
  if (period === null || (from >= period.from && to <= period.to)) return [];
  const details = { received: `${from} … ${to}`, min: period.from, max: period.to };
  return [{ code: "outside-range", path: [index, "fields"], details }];
}

/** Whatever begins before the one before it of the same salesperson has ended. */
function overlapIssues(candidates: readonly Candidate[]): FormIssue[] {
  const keyOf = ({ row }: Candidate): string => canonicalJson([row["rowFrom"] as Json, row["rowTo"] as Json, row]);
  const sorted = candidates.map((one) => ({ ...one, key: keyOf(one) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const ends = new Map<Json, string>();
  return sorted.flatMap(({ index, row }): FormIssue[] => {
    const { rowFrom = null, rowTo = null, rowSalesperson = null } = row;
    const end = ends.get(rowSalesperson);
    if (end === undefined || plainText(rowFrom) > end) {
      ends.set(rowSalesperson, plainText(rowTo));
      return [];
    }
    const id = [rowSalesperson, rowFrom, rowTo].flatMap((part) => (part === null ? [] : [plainText(part)])).join(" ");
    return [{ code: "duplicate-id", path: [index, "fields"], details: { id } }];
  });
}
