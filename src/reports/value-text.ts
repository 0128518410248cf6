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
  if (field.type !== "money") return visible(plainText(value));
  const { amount, currency } = value as unknown as Money;
  return `${currency} ${amount}`;
}

/** Characters that act instead of being seen, but for tabs and line ends: controls, and marks that turn the direction of writing. */
const ACTIVE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text with every such character written out, as `\u{1b}`. */
function visible(text: string): string {
  return text.replace(ACTIVE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
