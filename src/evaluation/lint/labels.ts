import { KeyAccountError } from "../../ground/error.js";
import type { Path } from "../../ground/issue.js";
import type { Indicator } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";
import { finding, type LintFinding } from "./finding.js";

/** The tables of a language that name the parts of scorecards; a `Locale` is one. Tables that are absent name nothing. */
export interface LabelLocale {
  /** BCP 47 language tag, such as `"en"`. */
  readonly tag: string;
  readonly scorecards?: object | undefined;
  readonly indicators?: object | undefined;
  /** By indicator and option code. */
  readonly options?: object | undefined;
  readonly groups?: object | undefined;
  readonly grades?: object | undefined;
}

/** The languages, none for `undefined`; throws where one of them is none. */
export function readLocales(locales: unknown): readonly LabelLocale[] {
  if (locales === undefined || locales === null) return [];
  if (!isList(locales)) refuse("array", locales, ["locales"]);
  return Array.from(locales, (locale: unknown, index) => {
    if (typeof locale !== "object" || locale === null) refuse("object", locale, ["locales", index]);
    const tag = read(locale, "tag");
    if (typeof tag !== "string") refuse("string", tag, ["locales", index, "tag"]);
    return { ...tables(locale), tag };
  });
}

/** Each table read once, so that no getter can change its mind. */
function tables(locale: object): Omit<LabelLocale, "tag"> {
  const names = ["scorecards", "indicators", "options", "groups", "grades"] as const;
  return Object.fromEntries(names.map((name) => [name, read(locale, name)]));
}

function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function refuse(expected: "array" | "object" | "string", value: unknown, path: Path): never {
  throw new KeyAccountError([{ code: "wrong-type", path, details: { expected, received: typeOf(value) } }]);
}

function typeOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

/** What an object has of its own under a key; `undefined` for nothing, or where reading it fails. */
function read(table: unknown, key: string): unknown {
  try {
    return typeof table === "object" && table !== null && Object.hasOwn(table, key)
      ? (table as Readonly<Record<string, unknown>>)[key]
      : undefined;
  } catch {
    return undefined;
  }
}

type Table = "scorecards" | "indicators" | "groups" | "grades";

/** A finding for each language in which an id has no name. */
export function labelFindings(locales: readonly LabelLocale[], table: Table, id: string, path: Path): LintFinding[] {
  return locales.flatMap((locale) => (isName(read(locale[table], id)) ? [] : [missing(locale, id, path)]));
}

function isName(word: unknown): boolean {
  return typeof word === "string" && word.trim() !== "";
}

function missing({ tag }: LabelLocale, id: string, path: Path): LintFinding {
  return finding("label-missing", path, { id, tag });
}

/** The options of a choice without a name. */
export function optionFindings(locales: readonly LabelLocale[], id: string, indicator: Indicator): LintFinding[] {
  if (indicator.kind !== "choice") return [];
  return Object.keys(indicator.options).flatMap((option) =>
    locales.flatMap((locale) => {
      const name = read(read(locale.options, id), option);
      return isName(name) ? [] : [missing(locale, option, ["indicators", id, "options", option])];
    }),
  );
}

/** The grades without a name. */
export function gradeLabelFindings(
  locales: readonly LabelLocale[],
  { grades }: Scorecard,
  place: number,
): LintFinding[] {
  const grade = grades[place]?.grade as string;
  return labelFindings(locales, "grades", grade, ["grades", place, "grade"]);
}
