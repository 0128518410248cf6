import type { WordTable } from "../ground/words.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";

/** Codes as people may write them: each in the table's word with the code behind it, alone where there is no other word. */
export function codesIn(table: WordTable, codes: readonly string[], locale: Locale): string {
  const words = codes.map((code) => {
    const word = Object.hasOwn(table, code) ? table[code] : undefined;
    return word === undefined || word === code ? code : fill(locale.table.coded, { word, code }, locale);
  });
  return words.join(locale.table.list);
}

/** The words for a closed list of codes, found by the codes themselves: of tables that have all of them those that have no more; a code that they call differently has none. */
export function wordsFor(
  codes: readonly string[],
  { vocabulary, formCodes, surveyOptions, buyingParts }: Locale,
): WordTable {
  const all: readonly WordTable[] = [
    ...Object.values<WordTable>(vocabulary),
    ...Object.values<WordTable>(formCodes),
    ...Object.values<WordTable>(surveyOptions),
    buyingParts,
  ];
  const known = codes.filter((code) => !code.startsWith("x-"));
  const fitting = all.filter((table) => known.every((code) => Object.hasOwn(table, code)));
  const exact = fitting.filter((table) => Object.keys(table).length === known.length);
  const tables = exact.length > 0 ? exact : fitting;
  const pairs = known.flatMap((code): [string, string][] => {
    const words = new Set(tables.map((table) => String(table[code])));
    return words.size === 1 ? Array.from(words, (word) => [code, word] as [string, string]) : [];
  });
  return Object.fromEntries(pairs);
}
