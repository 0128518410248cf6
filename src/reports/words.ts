import { isBlank } from "../ground/blank.js";
import type { WordTable } from "../ground/words.js";
import type { CodeField, FormField } from "./field.js";
import type { Form } from "./form.js";

/** The fixed words of reports: the columns that number forms and lines, and two marks for cells. */
export const REPORT_WORDS = ["sheet", "line", "notApplicable", "none"] as const;
/** A fixed word of reports. */
export type ReportWord = (typeof REPORT_WORDS)[number];

/** The words that reports are written in: a `Locale`, or just these tables of one. */
export interface FormWords {
  /** BCP 47 language tag, such as `"en"`. */
  readonly tag: string;
  /** Names of forms, by id. */
  readonly forms: WordTable;
  /** Labels of fields, by id. */
  readonly formFields: WordTable;
  /** Words for codes, by list or field, then by code. */
  readonly formCodes: Readonly<Record<string, WordTable>>;
  /** Words for the codes of the models' lists, likewise; `formCodes` goes before. */
  readonly vocabulary: Readonly<Record<string, WordTable>>;
  /** The questions of surveys, by id: the labels of a client survey form's answers. */
  readonly surveyQuestions?: WordTable | undefined;
  /** Words for their options, by question, then by code. */
  readonly surveyOptions?: Readonly<Record<string, WordTable>> | undefined;
  readonly answers: { readonly yes: string; readonly no: string };
  readonly reportWords: { readonly [W in ReportWord]: string };
}

/** The word for an id; the id itself where there is none, or a blank one. */
export function wordIn(table: WordTable, id: string): string {
  const word = ownWord(table, id);
  return isBlank(word) ? id : word;
}

/** A table's own word; an empty one where it has none. */
export function ownWord(table: WordTable, id: string): string {
  return (Object.hasOwn(table, id) ? table[id] : undefined) ?? "";
}

/** A form's name. */
export function nameOf({ id }: Form, { forms }: FormWords): string {
  return wordIn(forms, id);
}

/** A field's label; a survey's question is its own. */
export function labelOf(id: string, { asked }: FormField, { formFields, surveyQuestions = {} }: FormWords): string {
  return asked === true && Object.hasOwn(surveyQuestions, id) ? wordIn(surveyQuestions, id) : wordIn(formFields, id);
}

/** The list that a field's words stand in. */
export function listOf(id: string, field: FormField): string {
  return (field.type === "code" ? field.list : undefined) ?? id;
}

/** The words for a field's codes. */
export function codeWords(id: string, { list = id, asked }: CodeField, words: FormWords): WordTable {
  const { surveyQuestions = {}, surveyOptions = {}, formCodes, vocabulary } = words;
  const tables = [...(asked === true ? [surveyOptions, { surveyQuestions }] : []), formCodes, vocabulary];
  return tables.find((table) => Object.hasOwn(table, list))?.[list] ?? {};
}
