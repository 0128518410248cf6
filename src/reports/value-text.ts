import type { Json } from "../ground/json.js";
import type { Money } from "../models/record/money.js";
import type { FormField } from "./field.js";
import { plainText } from "./plain-text.js";
import { isNotApplicable } from "./read-value.js";
import { codeWords, type FormWords, wordIn } from "./words.js";

/** A value as people read it; nothing for unknown, as in a form that nobody has filled in. */
export function valueText(id: string, field: FormField, value: Json, words: FormWords): string {
  if (value === null) return "";
  if (isNotApplicable(value)) return words.reportWords.notApplicable;
  if (!Array.isArray(value)) return singleText(id, field, value, words);
  const members = value as readonly Json[];
  return members.length === 0
    ? words.reportWords.none
    : members.map((member) => singleText(id, field, member, words)).join("; ");
}

function singleText(id: string, field: FormField, value: Json, words: FormWords): string {
  if (typeof value === "boolean") return value ? words.answers.yes : words.answers.no;
  if (field.type === "code") return wordIn(codeWords(id, field, words), plainText(value));
  if (field.type !== "money") return plainText(value);
  const { amount, currency } = value as unknown as Money;
  return `${currency} ${amount}`;
}
