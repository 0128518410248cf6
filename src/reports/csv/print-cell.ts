import type { Json } from "../../ground/json.js";
import type { CodeField, FormField } from "../field.js";
import { isNotApplicable } from "../read-value.js";
import { valueText, type Writing } from "../value-text.js";
import { codeWords, type FormWords, wordIn } from "../words.js";
import { codeOf } from "./codes.js";
import { guard } from "./guard.js";
import { joinList } from "./list.js";

/** Cells that must be in quotes: with a quote, line end or white space at an end, with any common delimiter, and empty texts. */
const QUOTED = /^$|^\s|\s$|["\r\n,;\t]/;

/** A field's marks in some languages: what stands in its cells for something else than a value. */
export interface Marks {
  readonly notApplicable: readonly string[];
  readonly none: readonly string[];
}

/** The marks that a field's cells can have. */
export function marksOf({ mayNotApply, many }: FormField, languages: readonly FormWords[]): Marks {
  return {
    notApplicable: mayNotApply === true ? languages.map(({ reportWords }) => reportWords.notApplicable) : [],
    none: many === true ? languages.map(({ reportWords }) => reportWords.none) : [],
  };
}

/** Whether a field's cells are free text, which could read like a mark or a formula. */
export function isFreeText({ type, many }: FormField): boolean {
  return many === true || type === "text" || type === "code";
}

/** A text as a cell. */
export function quote(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A value as a cell that `parseCsv` reads back to the same value: nothing for unknown. */
export function printCell(id: string, field: FormField, value: Json, words: FormWords): string {
  if (value === null) return "";
  const text = cellText(id, field, value, words);
  if (!isFreeText(field) || isMark(value)) return quote(text);
  const { notApplicable, none } = marksOf(field, [words]);
  return quote(guard(text, [...notApplicable, ...none]));
}

/** Whether a value is written as one of the marks: that it doesn't apply, or that its list is empty. */
function isMark(value: Json): boolean {
  return isNotApplicable(value) || (Array.isArray(value) && value.length === 0);
}

/** A value in words that are read back to it; nothing for unknown. */
export function cellText(id: string, field: FormField, value: Json, words: FormWords): string {
  return valueText(id, field, value, words, CELL);
}

const CELL: Writing = { codeText, join: joinList };

/** A word that would be read as another code gives way to the code itself. */
function codeText(id: string, field: CodeField, code: string, words: FormWords): string {
  const word = wordIn(codeWords(id, field, words), code);
  return codeOf(id, field, word, [words]) === code ? word : code;
}
