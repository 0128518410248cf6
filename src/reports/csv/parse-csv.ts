import type { FormIssue } from "../../ground/issue.js";
import { type Result, resultOf } from "../../ground/result.js";
import { show } from "../../ground/show.js";
import { makeForm } from "../define-form.js";
import type { Form, FormSheet } from "../form.js";
import { MOST_FORM_ISSUES } from "../parse-sheet.js";
import type { FormWords } from "../words.js";
import { columnsOf } from "./columns.js";
import { readSheets } from "./group.js";
import { readHeaders } from "./headers.js";
import { type Line, readLines } from "./lines.js";
import { readReadOptions } from "./options.js";
import { type Cell, type Delimiter, LONGEST_CSV, scanCsv } from "./scan.js";

/** How a CSV text is read. */
export interface ParseCsvOptions {
  /** The languages that its headers, codes and answers may be in. */
  readonly locales: readonly FormWords[];
  /** What stands between two cells; `","` unless told. */
  readonly delimiter?: Delimiter | undefined;
}

/**
 * Reads CSV back into filled forms: what `toCsv` wrote, or what somebody filled in with a spreadsheet. Headers may stand in any order and in any of
 * the languages, or be the fields' ids; columns that the form doesn't have are kept as `extra`. Computed columns are computed anew.
 * Lists every issue, at most 1,000; a path is the line, counted from 0, and the header.
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
 * ```
 */
export function parseCsv<F, R>(
  form: Form<F, R>,
  text: string,
  options: ParseCsvOptions,
): Result<FormSheet<F, R>[], FormIssue> {
  const sound = makeForm(form);
  const { locales, delimiter } = readReadOptions(options, sound);
  const issues: FormIssue[] = [];
  const lines = scanText(text, delimiter, issues);
  const sheets = issues.length > 0 ? [] : readText(sound, lines, locales, issues);
  return resultOf(issues.slice(0, MOST_FORM_ISSUES), () => sheets as unknown as FormSheet<F, R>[]);
}

function scanText(text: unknown, delimiter: Delimiter, issues: FormIssue[]): Line[] {
  if (typeof text !== "string") {
    issues.push({ code: "wrong-type", path: [], details: { expected: "string", received: show(text) } });
    return [];
  }
  if (text.length > LONGEST_CSV) {
    issues.push({ code: "too-long", path: [], details: { max: LONGEST_CSV, length: text.length } });
    return [];
  }
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
  [header, ...lines]: readonly Line[],
  locales: readonly [FormWords, ...FormWords[]],
  issues: FormIssue[],
): FormSheet[] {
  if (header === undefined) {
    issues.push({ code: "too-few", path: [], details: { least: 1, received: 0 } });
    return [];
  }
  const headers = readHeaders(header.cells, columnsOf(form), locales, issues);
  if (issues.length > 0) return [];
  const filled = mustBeFilled(form) ? lines.filter(({ cells }) => !cells.every(isEmpty)) : lines;
  return readSheets(form, readLines(filled, headers, issues), headers, issues);
}
