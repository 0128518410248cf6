import type { FormIssue } from "../../ground/issue.js";
import { type Result, resultOf } from "../../ground/result.js";
import { show } from "../../ground/show.js";
import { makeForm } from "../define-form.js";
import type { Form, FormSheet } from "../form.js";
import { MOST_FORM_ISSUES } from "../parse-sheet.js";
import type { FormWords } from "../words.js";
import { type Column, columnsOf } from "./columns.js";
import { readSheets } from "./group.js";
import { betterDelimiter, readHeaders, unknownColumns } from "./headers.js";
import { type Line, readLines } from "./lines.js";
import { type ReadSettings, readReadOptions } from "./options.js";
import { type Cell, type Delimiter, LONGEST_CSV, scanCsv } from "./scan.js";

/** How a CSV text is read. */
export interface ParseCsvOptions {
  /** The languages that its headers, codes and answers may be in. */
  readonly locales: readonly FormWords[];
  /** What stands between two cells; `","` unless told. */
  readonly delimiter?: Delimiter | undefined;
}

/** Filled forms out of a text, or what is wrong with it; either way the columns that the form doesn't have. */
export type CsvReading<F, R> = Result<FormSheet<F, R>[], FormIssue> & {
  /**
   * Columns that the form doesn't have, each an `unknown-key` with its place among the headers, its name, and the labels of columns to be filled in that the text lacks: a host's own, or a mistyped header. Their cells stand in
   * `extra`, and no field has them. Absent where there are none.
   */
  readonly warnings?: readonly FormIssue[];
};

/**
 * Reads CSV back into filled forms: what `toCsv` wrote, or what somebody filled in with a spreadsheet. Headers may stand in any order and in any of
 * the languages, or be the fields' ids; columns that the form doesn't have are kept as `extra` and named in `warnings`. Computed columns are computed anew.
 * Lists every issue, at most 1,000; a path is the line, counted from 0, and the header.
 *
 * A text whose headers another delimiter sets apart is refused (`wrong-delimiter`, with the one to read it with), whatever else is wrong with it. Digits, letters and signs in full width, as Chinese
 * input writes them, are read in numbers, days, times, money and codes; texts stay as they are.
 *
 * Bounds: 50 million UTF-16 units, 200,000 lines, 1,000 columns, 3 million cells.
 *
 * @example
 * ```ts
 * import { en } from "keyaccount/locale/en";
 * import { zhCN } from "keyaccount/locale/zh-CN";
 * import { leadSummaryForm, parseCsv } from "keyaccount/reports";
 *
 * const text = "线索来源,客户名称,日期,编号,备注\r\n网络搜索,华信,2026/11/21,L-1,急\r\n";
 * const read = parseCsv(leadSummaryForm, text, { locales: [en, zhCN] });
 * const [sheet] = read.ok ? read.value : [];
 * sheet?.rows[0]?.source; // => "search"
 * sheet?.rows[0]?.date; // => "2026-11-21"
 * sheet?.extra; // => [[{ column: "备注", text: "急" }]]
 * read.warnings?.map(({ code, path, details }) => [code, ...path, details]); // => [["unknown-column", 0, 4, { name: "备注", missing: ["区域", "行业", "年营业额", "级别"] }]]
 * ```
 */
export function parseCsv<F, R>(form: Form<F, R>, text: string, options: ParseCsvOptions): CsvReading<F, R> {
  const sound = makeForm(form);
  const settings = readReadOptions(options, sound);
  const { sheets, issues, warnings } = readCsv(sound, text, settings);
  const read = resultOf(issues.slice(0, MOST_FORM_ISSUES), () => sheets as unknown as FormSheet<F, R>[]);
  return warnings.length === 0 ? read : { ...read, warnings };
}

interface Reading {
  readonly sheets: readonly FormSheet[];
  readonly issues: readonly FormIssue[];
  readonly warnings: readonly FormIssue[];
}

function readCsv(form: Form, text: unknown, { locales, delimiter }: ReadSettings): Reading {
  const unread = textIssue(text);
  if (unread !== null) return { sheets: [], issues: [unread], warnings: [] };
  const columns = columnsOf(form);
  const expected = betterDelimiter(text as string, delimiter, columns, locales);
  if (expected !== null) {
    // Whatever else is wrong comes of it.
    const details = { received: delimiter, expected };
    return { sheets: [], issues: [{ code: "wrong-delimiter", path: [0], details }], warnings: [] };
  }
  const issues: FormIssue[] = [];
  const lines = linesOf(text as string, delimiter, issues);
  return issues.length > 0 ? { sheets: [], issues, warnings: [] } : readText(form, columns, lines, locales);
}

function textIssue(text: unknown): FormIssue | null {
  if (typeof text !== "string")
    return { code: "wrong-type", path: [], details: { expected: "string", received: show(text) } };
  const { length } = text;
  return length > LONGEST_CSV ? { code: "too-long", path: [], details: { max: LONGEST_CSV, length } } : null;
}

function linesOf(text: string, delimiter: Delimiter, issues: FormIssue[]): Line[] {
  const lines = scanCsv(text, delimiter, issues).map((cells, at) => ({ cells, at }));
  const isWide = (lines[0]?.cells.length ?? 0) > 1;
  return lines.filter(({ cells }) => !(isWide && cells.length === 1 && isBlank(cells[0])));
}

/** Whether an empty line can be nothing but what a spreadsheet leaves. */
function mustBeFilled({ fields, rows }: Form): boolean {
  return [...Object.values(fields), ...Object.values(rows)].some(
    ({ required, computed }) => required === true && computed === undefined,
  );
}

function isEmpty({ text, quoted }: Cell): boolean {
  return text.trim() === "" && !quoted;
}

function isBlank(cell: Cell | undefined): boolean {
  return cell?.text === "" && !cell.quoted;
}

function readText(
  form: Form,
  columns: readonly Column[],
  [header, ...lines]: readonly Line[],
  locales: readonly [FormWords, ...FormWords[]],
): Reading {
  if (header === undefined) {
    return { sheets: [], issues: [{ code: "too-few", path: [], details: { least: 1, received: 0 } }], warnings: [] };
  }
  const issues: FormIssue[] = [];
  const headers = readHeaders(header.cells, columns, locales, issues);
  if (issues.length > 0) return { sheets: [], issues, warnings: unknownColumns(headers, columns, new Set()) };
  const filled = mustBeFilled(form) ? lines.filter(({ cells }) => !cells.every(isEmpty)) : lines;
  const read = readLines(filled, headers, issues);
  const used = new Set(read.flatMap(({ extra }) => extra.map(({ column }) => column)));
  const sheets = readSheets(form, read, headers, issues);
  return { sheets, issues, warnings: unknownColumns(headers, columns, used) };
}
