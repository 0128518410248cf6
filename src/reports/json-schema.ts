import { HOST_CODE_PATTERN } from "../ground/host-code.js";
import type { Json, JsonObject } from "../ground/json.js";
import { makeForm } from "./define-form.js";
import type { FormField } from "./field.js";
import type { Form, FormFields } from "./form.js";
import { MOST_ROWS } from "./parse-sheet.js";
import { type FormTextOptions, readLocale } from "./print-options.js";
import { LONGEST_TEXT } from "./read-value.js";
import { codeWords, type FormWords, labelOf, nameOf, wordIn } from "./words.js";

const DAY = "\\d{4}-\\d{2}-\\d{2}";
const DECIMAL = "-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?";
const CURRENCY: JsonObject = { type: "string", pattern: "^[A-Z]{3}$" };

/**
 * The JSON Schema (draft 2020-12) of a filled form with its labels as `title`s, in the order of the form: for screens that build themselves from a
 * schema, and for programs in other languages. Codes are `oneOf` with their words, `anyOf` where hosts add theirs; computed fields are `readOnly`; every field that may be unknown takes `null`.
 * The bounds of decimals and whether a day exists have no form in it: `parseSheet` checks more than it says.
 *
 * @example
 * ```ts
 * import { en } from "keyaccount/locale/en";
 * import { formJsonSchema, projectApplicationForm } from "keyaccount/reports";
 *
 * const schema = formJsonSchema(projectApplicationForm, { locale: en });
 * schema["title"]; // => "Project application"
 * ```
 */
export function formJsonSchema<F, R>(form: Form<F, R>, options: FormTextOptions): JsonObject {
  const sound = makeForm(form);
  const words = readLocale(options, sound);
  const { id, version, fields, rows } = sound;
  const hasRows = Object.keys(rows).length > 0;
  const properties = {
    v: { const: 1 },
    form: { const: id },
    version: { const: version },
    ...(Object.keys(fields).length > 0 ? { fields: recordSchema(fields, words) } : {}),
    ...(hasRows ? { rows: { type: "array", maxItems: MOST_ROWS, items: recordSchema(rows, words) } } : {}),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: nameOf(sound, words),
    type: "object",
    properties,
    ...(isAsked(fields) ? { required: ["fields"] } : {}),
  };
}

/** Whether a form without its own fields would lack one. */
function isAsked(fields: FormFields): boolean {
  return Object.values(fields).some(({ required, computed }) => required === true && computed === undefined);
}

function recordSchema(fields: FormFields, words: FormWords): JsonObject {
  const entries = Object.entries(fields);
  const required = entries
    .filter(([, field]) => field.required === true && field.computed === undefined)
    .map(([id]) => id);
  const properties = Object.fromEntries(entries.map(([id, field]) => [id, fieldSchema(id, field, words)]));
  return { type: "object", properties, required, additionalProperties: false };
}

function fieldSchema(id: string, field: FormField, words: FormWords): JsonObject {
  const { required, mayNotApply, many, computed } = field;
  const single = singleSchema(id, field, words);
  const value: JsonObject = many === true ? { type: "array", items: single } : single;
  const others: Json[] = [
    ...(mayNotApply === true ? [notApplicable(words)] : []),
    ...(required === true && computed === undefined ? [] : [{ type: "null" }]),
  ];
  return {
    title: labelOf(id, field, words),
    ...(computed === undefined ? {} : { readOnly: true }),
    ...(others.length === 0 ? value : { anyOf: [value, ...others] }),
  };
}

function notApplicable({ reportWords }: FormWords): JsonObject {
  return {
    title: reportWords.notApplicable,
    type: "object",
    properties: { notApplicable: { const: true } },
    required: ["notApplicable"],
    additionalProperties: false,
  };
}

function singleSchema(id: string, field: FormField, words: FormWords): JsonObject {
  switch (field.type) {
    case "text":
      return {
        type: "string",
        maxLength: field.longest ?? LONGEST_TEXT,
        ...(field.many === true || field.required === true ? { minLength: 1 } : {}),
        ...(field.many !== true && field.required === true ? { pattern: "\\S" } : {}),
      };
    case "integer":
      return {
        type: "integer",
        ...(field.least === undefined ? {} : { minimum: field.least }),
        ...(field.most === undefined ? {} : { maximum: field.most }),
      };
    case "decimal":
      return { type: "string", pattern: `^${DECIMAL}$` };
    case "money":
      return moneySchema();
    case "flag":
      return { type: "boolean" };
    case "day":
      return { type: "string", format: "date", pattern: `^${DAY}$` };
    case "clock":
      return { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" };
    case "moment":
      return { type: "string", pattern: `^${DAY}(?:T[0-9:.]+Z)?$` };
    case "code":
      return codeSchema(id, field, words);
  }
}

function moneySchema(): JsonObject {
  const amount = { type: "string", pattern: `^${DECIMAL}$` };
  return {
    type: "object",
    properties: { amount, currency: CURRENCY },
    required: ["amount", "currency"],
    additionalProperties: false,
  };
}

function codeSchema(id: string, field: Extract<FormField, { type: "code" }>, words: FormWords): JsonObject {
  const table = codeWords(id, field, words);
  const codes: Json[] = field.codes.map((code) => ({ const: code, title: wordIn(table, code) }));
  // One of the codes may be a host's, too.
  return field.open === true ? { anyOf: [...codes, { type: "string", pattern: HOST_CODE_PATTERN }] } : { oneOf: codes };
}
