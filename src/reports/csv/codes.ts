import { isHostCode } from "../../ground/host-code.js";
import type { CodeField } from "../field.js";
import { codeWords, type FormWords } from "../words.js";

/** The code that a cell means: a code as it is, or the word for it, in the first language that has it. */
export function codeOf(
  id: string,
  field: CodeField,
  text: string,
  languages: readonly FormWords[],
): string | undefined {
  if (field.codes.includes(text) || (field.open === true && isHostCode(text))) return text;
  for (const words of languages) {
    const table = codeWords(id, field, words);
    const code = Object.keys(table).find((one) => table[one] === text && isPossible(field, one));
    if (code !== undefined) return code;
  }
  return undefined;
}

function isPossible({ codes, open }: CodeField, code: string): boolean {
  return codes.includes(code) || (open === true && isHostCode(code));
}
