import { isRightToLeft } from "./direction.js";
import type { Form } from "./form.js";
import type { FormTextOptions } from "./print-options.js";
import type { Sheets } from "./sheets.js";
import { type Written, writeSheets } from "./written.js";

/**
 * Filled forms as HTML: a `section` for each with the form's name, a description list of its fields and a table of its rows; no scripts, styles or
 * classes. Columns that the form doesn't have (`extra`) stand behind its own. A language that is written from right to left, by its tag, has its direction. What is unknown is left empty. Nothing that a value holds acts as HTML; line ends in values become `<br>`.
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
  return writeSheets(form, sheets, options, escape).map(sectionOf).join("");
}

function sectionOf({ tag, title, head, columns, rows }: Written): string {
  const terms = head.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>\n`);
  const headers = columns.map((label) => `<th scope="col">${label}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`);
  const list = terms.length > 0 ? `<dl>\n${terms.join("")}</dl>\n` : "";
  const table = `<table>\n<thead>\n<tr>${headers}</tr>\n</thead>\n<tbody>\n${body.join("")}</tbody>\n</table>\n`;
  const direction = isRightToLeft(tag) ? ' dir="rtl"' : "";
  return `<section lang="${tag}"${direction}>\n<h2>${title}</h2>\n${list}${columns.length > 0 ? table : ""}</section>\n`;
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
