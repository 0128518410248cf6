import { throwIssues } from "../../ground/error.js";
import type { Json } from "../../ground/json.js";
import { noFields } from "../../ground/reader.js";
import { agreedOrder } from "../agreed-order.js";
import { makeForm } from "../define-form.js";
import { extraOf } from "../extra.js";
import type { Form, FormSheet } from "../form.js";
import { checkSheets, type Sheets } from "../sheets.js";
import type { FormWords } from "../words.js";
import { type Column, columnsOf, headersOf, withMarks } from "./columns.js";
import { guard } from "./guard.js";
import { readPrintOptions } from "./options.js";
import { printCell, quote } from "./print-cell.js";
import { type Delimiter, MOST_COLUMNS } from "./scan.js";

/** How filled forms are written as CSV. */
export interface CsvOptions {
  /** The language of headers and codes. */
  readonly locale: FormWords;
  /** What stands between two cells; `","` unless told. */
  readonly delimiter?: Delimiter | undefined;
  /** Whether a byte order mark goes before the text, by which Excel knows UTF-8; yes unless told. */
  readonly bom?: boolean | undefined;
}

const LINE_END = "\r\n";

/**
 * Filled forms as CSV (RFC 4180) with headers, codes and answers in a language. Forms without rows take a line each; rows take a line each; of a form
 * with both, the fields stand on each of its lines, with the numbers of the form and of the row before them. Unknown is an empty cell, an empty text
 * is `""`. What a spreadsheet would take for a formula has an apostrophe before it. `parseCsv` reads all of it back.
 *
 * Throws `KeyAccountError` for sheets that aren't of this form, for two columns with one label, and for more than one sheet of a form that has rows only.
 *
 * @example
 * ```ts
 * import { zhCN } from "keyaccount/locale/zh-CN";
 * import { leadSummary, leadSummaryForm, toCsv } from "keyaccount/reports";
 *
 * const { sheet } = leadSummary(
 *   [{ v: 1, number: "L-1", client: "=HYPERLINK(0)", class: "A", source: "search", date: "2026-11-21" }],
 *   { offset: "+08:00" },
 * );
 * toCsv(leadSummaryForm, sheet, { locale: zhCN, bom: false }).split("\r\n");
 * // => ["编号,客户名称,区域,行业,年营业额,级别,线索来源,日期", "L-1,'=HYPERLINK(0),,,,A级,网络搜索,2026-11-21", ""]
 * ```
 */
export function toCsv<F, R>(form: Form<F, R>, sheets: Sheets<NoInfer<F>, NoInfer<R>>, options: CsvOptions): string {
  const sound = makeForm(form);
  const { locale, delimiter, bom } = readPrintOptions(options, sound);
  const all = checkSheets(sound, sheets);
  const columns = columnsOf(sound);
  const headers = headersOf(columns, locale);
  const extras = extraColumns(
    all,
    headers,
    columns.map(({ id }) => id),
  );
  const head = [...headers, ...extras].map((header) => quote(guard(header, [])));
  const words = withMarks(columns, locale);
  const lines = all.flatMap((sheet, index) => linesOf(sheet, index, columns, extras, words));
  return (bom ? "\ufeff" : "") + [head, ...lines].map((cells) => cells.join(delimiter) + LINE_END).join("");
}

/** The columns that aren't the form's; throws where nobody could read them back. */
function extraColumns(
  sheets: readonly FormSheet[],
  headers: readonly string[],
  ids: readonly string[],
): readonly string[] {
  const lines = sheets.flatMap((sheet) => extraOf(sheet).map((cells) => cells.map(({ column }) => column)));
  const names = new Set(lines.flat());
  const path = ["sheets", "extra"];
  const received = headers.length + names.size;
  if (received > MOST_COLUMNS) throwIssues([{ code: "too-many", path, details: { most: MOST_COLUMNS, received } }]);
  const taken = new Set([...headers.map((header) => header.trim()), ...ids]);
  const again = [...names].filter((name) => taken.has(name.trim()));
  throwIssues(again.map((name) => ({ code: "duplicate-column", path, details: { name } })));
  return agreedOrder(lines);
}

function linesOf(
  sheet: FormSheet,
  index: number,
  columns: readonly Column[],
  extras: readonly string[],
  words: FormWords,
): string[][] {
  const hasHead = columns.some(({ part }) => part === "fields");
  const rows = sheet.rows.length === 0 && hasHead ? [noFields()] : sheet.rows;
  const extra = extraOf(sheet);
  const ofSheet = { sheet: index + 1 };
  // What stands on each line is printed once: a list of it may be long.
  const heads = columns.map(({ part, id, field }) =>
    part === "rows" || part === "line"
      ? null
      : printCell(id, field, own(part === "sheet" ? ofSheet : sheet.fields, id), words),
  );
  return rows.map((row, at) => {
    const ofLine = { line: sheet.rows.length === 0 ? null : at + 1 };
    const cells = columns.map(
      ({ part, id, field }, place) =>
        heads[place] ?? printCell(id, field, own(part === "line" ? ofLine : row, id), words),
    );
    const others = new Map(extra[at]?.map(({ column, text }) => [column, text]));
    return [...cells, ...extras.map((name) => extraCell(others.get(name)))];
  });
}

function own(record: object, id: string): Json {
  return (record as Readonly<Record<string, Json>>)[id] ?? null;
}

function extraCell(text: string | undefined): string {
  return text === undefined ? "" : quote(guard(text, []));
}
