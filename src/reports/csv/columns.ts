import { throwIssues } from "../../ground/error.js";
import { type FormField, withoutPrototype } from "../field.js";
import type { Form } from "../form.js";
import { type FormWords, labelOf } from "../words.js";

/** A column of a form: one of the two numbers, a field that the form has once, or one of its rows. */
export interface Column {
  readonly part: "sheet" | "line" | "fields" | "rows";
  readonly id: string;
  readonly field: FormField;
}

const NUMBER = { type: "integer", least: 1 } as const;

/**
 * A form's columns in their order. Where forms with rows have fields of their own, one form takes several lines: its fields stand on each, and
 * two numbers say which form and which row a line is of.
 */
export function columnsOf({ fields, rows }: Form): readonly Column[] {
  const of = (part: "fields" | "rows", all: Readonly<Record<string, FormField>>): Column[] =>
    Object.entries(all).map(([id, field]) => ({ part, id, field }));
  const [heads, cells] = [of("fields", fields), of("rows", rows)];
  if (heads.length === 0 || cells.length === 0) return [...heads, ...cells];
  return [
    { part: "sheet", id: "sheet", field: withoutPrototype(NUMBER) },
    ...heads,
    { part: "line", id: "line", field: withoutPrototype(NUMBER) },
    ...cells,
  ];
}

/** A column's header in a language. */
function headerOf({ part, id, field }: Column, words: FormWords): string {
  return part === "sheet" || part === "line" ? words.reportWords[part] : labelOf(id, field, words);
}

/** The headers of all columns; throws where two are the same but for spaces around them, for then nobody could tell the columns apart. */
export function headersOf(columns: readonly Column[], words: FormWords): readonly string[] {
  const headers = columns.map((column) => headerOf(column, words));
  const names = headers.map((header) => header.trim());
  const again = headers.filter((_, index) => names.indexOf(names[index] as string) < index);
  throwIssues(again.map((name) => ({ code: "duplicate-column", path: ["locale", "formFields"], details: { name } })));
  return headers;
}

/**
 * The words for cells. Headers that are nothing but ids tell no language, so that nobody could tell whose words the marks are: there the marks are
 * ids as well, `notApplicable` and `none`.
 */
export function withMarks(columns: readonly Column[], words: FormWords): FormWords {
  const tellsLanguage = columns.some((column) => headerOf(column, words) !== column.id);
  const marks = { notApplicable: "notApplicable", none: "none" };
  return tellsLanguage ? words : { ...words, reportWords: { ...words.reportWords, ...marks } };
}
