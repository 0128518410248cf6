import type { Json } from "../ground/json.js";
import { agreedOrder } from "./agreed-order.js";
import { makeForm } from "./define-form.js";
import { extraOf } from "./extra.js";
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
  const others = writeOthers(sheet, escape);
  const isOfRows = sheet.rows.length > 0;
  return {
    tag: escape(words.tag),
    title: escape(nameOf(form, words)),
    head: [
      ...fields.map((field) => [label(field), cell(sheet.fields, field)] as const),
      ...(isOfRows ? [] : others.map(({ name, texts }) => [name, texts[0] as string] as const)),
    ],
    columns: [...columns.map(label), ...(isOfRows ? others.map(({ name }) => name) : [])],
    rows: sheet.rows.map((row, at) => [
      ...columns.map((column) => cell(row, column)),
      ...others.map(({ texts }) => texts[at] as string),
    ]),
  };
}

/** The columns that the form doesn't have, each with what its lines say. */
function writeOthers(sheet: FormSheet, escape: (text: string) => string): { name: string; texts: string[] }[] {
  const lines = extraOf(sheet);
  const texts = lines.map((cells) => new Map(cells.map(({ column, text }) => [column, text])));
  return agreedOrder(lines.map((cells) => cells.map(({ column }) => column))).map((name) => ({
    name: escape(name),
    texts: texts.map((line) => escape(line.get(name) ?? "")),
  }));
}
