import { isRecord, type Json } from "../ground/json.js";
import type { CodeField, FormField } from "./field.js";
import { plainText } from "./plain-text.js";
import { isNotApplicable } from "./read-value.js";
import { codeWords, type FormWords, wordIn } from "./words.js";

/** How values are written where a reader is to get them back: which text stands for a code, and how a list is joined. */
export interface Writing {
  readonly codeText: (id: string, field: CodeField, code: string, words: FormWords) => string;
  readonly join: (members: readonly string[]) => string;
}

/** As people read it. */
const READ: Writing = {
  codeText: (id, field, code, words) => wordIn(codeWords(id, field, words), code),
  join: (members) => members.join("; "),
};

/** A value in words; nothing for unknown, as in a form that nobody has filled in. What was read and isn't of its type is written as it is. */
export function valueText(
  id: string,
  field: FormField,
  value: Json,
  words: FormWords,
  writing: Writing = READ,
): string {
  if (value === null) return "";
  if (isNotApplicable(value)) return words.reportWords.notApplicable;
  const single = (one: Json): string => singleText(id, field, one, words, writing);
  if (!Array.isArray(value)) return single(value);
  const members = value as readonly Json[];
  return members.length === 0 ? words.reportWords.none : writing.join(members.map(single));
}

function singleText(id: string, field: FormField, value: Json, words: FormWords, { codeText }: Writing): string {
  if (typeof value === "boolean") return value ? words.answers.yes : words.answers.no;
  if (isRecord(value)) return `${plainText(value["currency"] as Json)} ${plainText(value["amount"] as Json)}`;
  return field.type === "code" ? codeText(id, field, plainText(value), words) : plainText(value);
}
