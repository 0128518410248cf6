import type { Json } from "../ground/json.js";
import { makeForm } from "./define-form.js";
import type { FormField } from "./field.js";
import type { Form, FormFields, FormSheet } from "./form.js";
import { type FormTextOptions, readLocale } from "./print-options.js";
import { checkSheets, type Sheets } from "./sheets.js";
import { valueText } from "./value-text.js";
import { type FormWords, labelOf, nameOf } from "./words.js";

/**
 * Filled forms as HTML: a `section` for each with the form's name, a description list of its fields and a table of its rows; no scripts, styles or
 * classes. What is unknown is left empty. Nothing that a value holds acts as HTML; line ends in values become `<br>`.
 *
 * Throws `KeyAccountError` for sheets that aren't of this form.
 *
 * @example
 * ```ts
 * import { en } from "keyaccount/locale/en";
 * import { leadSummary, leadSummaryForm, toHtml } from "keyaccount/reports";
 *
 * const lead = { v: 1, number: "L-1", client: "<script>alert(1)</script>", source: "search", date: "2026-11-21" } as const;
 * const { sheet } = leadSummary([lead], { offset: "+08:00" });
 * toHtml(leadSummaryForm, sheet, { locale: en }).includes("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>"); // => true
 * ```
 */
export function toHtml<F, R>(
  form: Form<F, R>,
  sheets: Sheets<NoInfer<F>, NoInfer<R>>,
  options: FormTextOptions,
): string {
  const sound = makeForm(form);
  const words = readLocale(options);
  return checkSheets(sound, sheets)
    .map((sheet) => sectionOf(sound, sheet, words))
    .join("");
}

function sectionOf(form: Form, { fields, rows }: FormSheet, words: FormWords): string {
  const [heads, columns] = [Object.keys(form.fields), Object.keys(form.rows)];
  const head = heads.map((id) => `<dt>${label(id, words)}</dt><dd>${cell(form.fields, fields, id, words)}</dd>\n`);
  const headers = columns.map((id) => `<th scope="col">${label(id, words)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = columns.map((id) => `<td>${cell(form.rows, row, id, words)}</td>`);
    return `<tr>${cells.join("")}</tr>\n`;
  });
  const list = heads.length > 0 ? `<dl>\n${head.join("")}</dl>\n` : "";
  const table = `<table>\n<thead>\n<tr>${headers}</tr>\n</thead>\n<tbody>\n${body.join("")}</tbody>\n</table>\n`;
  const title = `<h2>${escape(nameOf(form, words))}</h2>\n`;
  return `<section lang="${escape(words.tag)}">\n${title}${list}${columns.length > 0 ? table : ""}</section>\n`;
}

function label(id: string, words: FormWords): string {
  return escape(labelOf(id, words));
}

function cell(fields: FormFields, values: object, id: string, words: FormWords): string {
  const value = (values as Readonly<Record<string, Json>>)[id] ?? null;
  return escape(valueText(id, fields[id] as FormField, value, words));
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll(/\r\n|\r|\n/g, "<br>");
}
