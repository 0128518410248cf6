import type { Json } from "../ground/json.js";
import { makeForm } from "./define-form.js";
import type { FormField } from "./field.js";
import type { Form, FormFields, FormSheet } from "./form.js";
import { type FormTextOptions, readLocale } from "./print-options.js";
import { checkSheets, type Sheets } from "./sheets.js";
import { valueText } from "./value-text.js";
import { type FormWords, labelOf, nameOf } from "./words.js";

/**
 * Filled forms as Markdown (GitHub's, with tables): the form's name, a list of its fields, a table of its rows. What is unknown is left empty. Nothing
 * that a value holds acts as Markdown or HTML; line ends in values become `<br>`.
 *
 * Throws `KeyAccountError` for sheets that aren't of this form.
 *
 * @example
 * ```ts
 * import { en } from "keyaccount/locale/en";
 * import { leadSummary, leadSummaryForm, toMarkdown } from "keyaccount/reports";
 *
 * const { sheet } = leadSummary([{ v: 1, number: "L-1", client: "A|B", source: "search", date: "2026-11-21" }], { offset: "+08:00" });
 * toMarkdown(leadSummaryForm, sheet, { locale: en }).split("\n").at(-2); // => "| L-1 | A\\|B |  |  |  |  | search | 2026-11-21 |"
 * ```
 */
export function toMarkdown<F, R>(
  form: Form<F, R>,
  sheets: Sheets<NoInfer<F>, NoInfer<R>>,
  options: FormTextOptions,
): string {
  const sound = makeForm(form);
  const words = readLocale(options);
  return checkSheets(sound, sheets)
    .map((sheet) => sheetText(sound, sheet, words))
    .join("\n");
}

function sheetText(form: Form, { fields, rows }: FormSheet, words: FormWords): string {
  const head = Object.keys(form.fields).map((id) => {
    const value = cell(form.fields, fields, id, words);
    return `- **${escape(labelOf(id, words))}**${value === "" ? "" : `: ${value}`}`;
  });
  const columns = Object.keys(form.rows);
  const table = [
    columns.map((id) => escape(labelOf(id, words))),
    columns.map(() => "---"),
    ...rows.map((row) => columns.map((id) => cell(form.rows, row, id, words))),
  ].map((cells) => `| ${cells.join(" | ")} |`);
  const parts = [[`## ${escape(nameOf(form, words))}`], head, columns.length > 0 ? table : []];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function cell(fields: FormFields, values: object, id: string, words: FormWords): string {
  const value = (values as Readonly<Record<string, Json>>)[id] ?? null;
  return escape(valueText(id, fields[id] as FormField, value, words));
}

/** What begins something in Markdown where it stands inside of a line. */
const SYNTAX = /[\\`*_[\]|~$]/g;
/** What begins a block where a line begins with it. */
const BLOCK = /^(\s*)([#+-]|\d+[.)])/;

function escape(text: string): string {
  return text
    .replace(SYNTAX, "\\$&")
    .replace(BLOCK, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/\r\n|\r|\n/g, "<br>");
}
