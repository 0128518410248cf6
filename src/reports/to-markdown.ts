import type { Form } from "./form.js";
import type { FormTextOptions } from "./print-options.js";
import type { Sheets } from "./sheets.js";
import { type Written, writeSheets } from "./written.js";

/**
 * Filled forms as Markdown (GitHub's, with tables): the form's name, a list of its fields, a table of its rows, with the columns that the form doesn't have (`extra`) behind its own. What is unknown is left empty. Nothing
 * that a value holds acts as Markdown or HTML, addresses neither: an empty comment stands in them; line ends in values become `<br>`.
 *
 * Throws `KeyAccountError` for sheets that aren't of this form.
 *
 * @example
 * ```ts
 * import { en } from "keyaccount/locale/en";
 * import { leadSummary, leadSummaryForm, toMarkdown } from "keyaccount/reports";
 *
 * const { sheet } = leadSummary([{ v: 1, number: "L-1", client: "A|B", source: "search", date: "2026-11-21" }], { offset: "+08:00" });
 * toMarkdown(leadSummaryForm, sheet, { locale: en }).split("\n").at(-2); // => "| L-1 | A\\|B |  |  |  |  | web search | 2026-11-21 |"
 * ```
 */
export function toMarkdown<F, R>(
  form: Form<F, R>,
  sheets: Sheets<NoInfer<F>, NoInfer<R>>,
  options: FormTextOptions,
): string {
  return writeSheets(form, sheets, options, escape).map(textOf).join("\n");
}

function textOf({ title, head, columns, rows }: Written): string {
  const list = head.map(([label, value]) => `- **${label}**${value === "" ? "" : `: ${value}`}`);
  const table = [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [[`## ${title}`], list, columns.length > 0 ? table : []]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** What begins something in Markdown where it stands inside of a line. */
const SYNTAX = /[\\`*_[\]|~$]/g;
/** Where GitHub's Markdown makes a link of plain text: within `https://`, `www.` and an address of mail. */
const LINKED = /(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?<=[\w.+-])(?=@)/gi;
/** Nothing to see: a link's text ends there. An escape or an entity wouldn't do, since some readers look for links in what those say. */
const NOTHING = "<!-- -->";
/** What begins a block where a line begins with it. */
const BLOCK = /^(\s*)([#+-]|\d+[.)])/;

function escape(text: string): string {
  return text
    .replace(SYNTAX, "\\$&")
    .replace(BLOCK, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(LINKED, NOTHING)
    .replaceAll(/\r\n|\r|\n/g, "<br>");
}
