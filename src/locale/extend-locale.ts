import type { WordTable } from "../ground/words.js";
import type { Locale } from "./locale.js";

/**
 * Words to add to a locale, or to put in the place of its own: for a host's indicators, options, groups, grades,
 * scorecards, forms and their fields, parts of milestone processes, issue codes and its codes in the models' lists (`x-…`), or for terms that its people prefer.
 */
export type LocaleWords = {
  readonly [T in Exclude<
    keyof Locale,
    | "tag"
    | "plurals"
    | "options"
    | "surveyOptions"
    | "vocabulary"
    | "experienceLevels"
    | "formCodes"
    | "visits"
    | "process"
    | "own"
  >]?: Partial<Locale[T]> & WordTable;
} & {
  readonly tag?: string;
  readonly plurals?: Locale["plurals"];
  readonly options?: PartsOf<Locale["options"]> & Readonly<Record<string, WordTable>>;
  readonly surveyOptions?: PartsOf<Locale["surveyOptions"]> & Readonly<Record<string, WordTable>>;
  readonly vocabulary?: PartsOf<Locale["vocabulary"]>;
  readonly visits?: PartsOf<Locale["visits"]>;
  readonly process?: PartsOf<Omit<Locale["process"], "ready">> & Partial<Pick<Locale["process"], "ready">>;
  readonly experienceLevels?: PartsOf<Locale["experienceLevels"]> & Readonly<Record<string, WordTable>>;
  readonly formCodes?: PartsOf<Locale["formCodes"]> & Readonly<Record<string, WordTable>>;
};

type PartsOf<T> = { readonly [K in keyof T]?: Partial<T[K]> & WordTable };

/**
 * A locale with a host's words added. The locale stays as it is. Ids without words print as the id. Words for parts of milestone processes (`process`, and `vocabulary.milestones`) go before what a process says of
 * itself, as `own` notes.
 *
 * @example
 * ```ts
 * import { extendLocale } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const ours = extendLocale(en, {
 *   indicators: { lateness: "Late deliveries (share, 0–1)" },
 *   options: { region: { north: "North", south: "South" } },
 *   grades: { A: "Core dealer" },
 * });
 * ours.grades.A; // => "Core dealer"
 * ours.grades.B; // => "B"
 * ```
 */
export function extendLocale(base: Locale, words: LocaleWords): Locale {
  const merged = merge(base, words) as Locale;
  const own = merge(merged.own ?? {}, processTables(words));
  return Object.keys(own).length === 0 ? merged : { ...merged, own: own as NonNullable<Locale["own"]> };
}

/** The tables of words for parts of processes that a host gives. */
function processTables({ process, vocabulary }: LocaleWords): object {
  const tables = Object.entries({ ...process, milestones: vocabulary?.milestones });
  return Object.fromEntries(tables.filter(([, table]) => isTable(table)));
}

function merge(base: object, words: object): object {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, word] of Object.entries(words)) {
    const before = merged.get(key);
    if (word !== undefined) merged.set(key, isTable(word) ? merge(isTable(before) ? before : {}, word) : word);
  }
  return Object.fromEntries(merged);
}

function isTable(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
