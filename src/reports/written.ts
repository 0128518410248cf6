import type { Json } from "../ground/json.js";
import { makeForm } from "./define-form.js";
import type { FormField } from "./field.js";
import type { Form, FormSheet } from "./form.js";
import { type FormTextOptions, readLocale } from "./print-options.js";
import { checkSheets } from "./sheets.js";
import { valueText } from "./value-text.js";
import { visible } from "./visible.js";
import { type FormWords, labelOf, nameOf } from "./words.js";

/** A filled form in words, every text as the notation escapes it. */
export interface Written {
  readonly tag: string;
  readonly title: string;
  /** Labels of the form's own fields, each with its value. */
  readonly head: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Checks filled forms and writes each in words; throws for sheets that aren't of this form. */
export function writeSheets(
  form: unknown,
  sheets: unknown,
  options: FormTextOptions,
  escape: (text: string) => string,
): Written[] {
  const sound = makeForm(form);
  const show = (text: string): string => escape(visible(text));
  const words = readLocale(options, sound);
  return checkSheets(sound, sheets).map((sheet) => writeSheet(sound, sheet, words, show));
}

function writeSheet(form: Form, sheet: FormSheet, words: FormWords, escape: (text: string) => string): Written {
  const label = ([id, field]: [string, FormField]): string => escape(labelOf(id, field, words));
  const cell = (values: object, [id, field]: [string, FormField]): string =>
    escape(valueText(id, field, (values as Readonly<Record<string, Json>>)[id] ?? null, words));
  const [fields, columns] = [Object.entries(form.fields), Object.entries(form.rows)];
  return {
    tag: escape(words.tag),
    title: escape(nameOf(form, words)),
    head: fields.map((field) => [label(field), cell(sheet.fields, field)]),
    columns: columns.map(label),
    rows: sheet.rows.map((row) => columns.map((column) => cell(row, column))),
  };
}
