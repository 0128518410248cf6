import type { FactValue } from "../evaluation/definition/scorecard.js";
import type { WordTable } from "../ground/words.js";
import type { Locale } from "./locale.js";

/** The word for a code or id; the id itself where the locale has none, as for a host's own. */
export function wordFor(table: WordTable, id: string): string {
  return (Object.hasOwn(table, id) ? table[id] : undefined) ?? id;
}

/** An indicator's value in words: an option's name, yes or no, or the number as it is. */
export function valueWord(locale: Locale, indicator: string, value: FactValue): string {
  if (typeof value === "boolean") return value ? locale.answers.yes : locale.answers.no;
  const options: Readonly<Record<string, WordTable>> = locale.options;
  return wordFor((Object.hasOwn(options, indicator) ? options[indicator] : undefined) ?? {}, String(value));
}
