import type { ArgumentIssue, Path } from "../ground/issue.js";
import { ofShape } from "../ground/of-shape.js";
import { print } from "../ground/print.js";
import { checkRecord } from "../ground/record.js";
import { paramsOf, paramsWithoutOther } from "./fill.js";
import type { Locale } from "./locale.js";
import { isPluralRule, PLURAL_CATEGORIES, RULE_FORMAT } from "./plural.js";

/**
 * What a language of a host's own lacks against one that is complete, all of it: what the compiler can't see, and, where it was read from a file, what it didn't see.
 * A table or word that is missing (`required`) or no record or text (`wrong-type`); a parameter that the base's template doesn't have, a misspelt one say (`unknown-key`), or that was forgotten (`required`, its
 * path ends in the parameter); a choice of forms without "other" (`required`, its path ends in `"other"`); a rule for plurals that can't be read (`wrong-format`). Words and tables beyond the base's are the host's own and aren't looked
 * at; parameters are compared as sets, so their order and the brackets are the translator's. Nothing missing gives an empty list. In the order of the base.
 *
 * @example
 * ```ts
 * import { checkLocale, extendLocale, formatIssue } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const fr = extendLocale(en, { tag: "fr", obstacles: { "score-too-low": "{higest} {needed|one:point}" } });
 * checkLocale(fr, en).map((issue) => formatIssue(issue, en)); // => ['obstacles › score-too-low: The name "higest" isn\'t known here; known are highest, needed.', "obstacles › score-too-low › needed › other: This is missing.", "obstacles › score-too-low › highest: This is missing."]
 * ```
 */
export function checkLocale(locale: Locale, base: Locale): readonly ArgumentIssue[] {
  return ofShape({ base }, () => {
    const issues: ArgumentIssue[] = [];
    const { plurals: _, ...tables } = base;
    const own = compare(locale, tables, [], issues);
    if (own !== undefined) checkRules(own["plurals"], issues);
    return issues;
  });
}

type Own = Readonly<Record<string, unknown>>;

/** The record's own fields, after each of them was held against the base's. */
function compare(value: unknown, base: object, path: Path, issues: ArgumentIssue[]): Own | undefined {
  if (value === undefined) {
    issues.push({ code: "required", path, details: {} });
    return undefined;
  }
  const before = issues.length;
  const own = checkRecord(value, path, issues);
  if (issues.length > before) return undefined;
  for (const [key, word] of Object.entries(base) as [string, string | object][]) {
    if (typeof word === "string") checkWord(own[key], word, [...path, key], issues);
    else compare(own[key], word, [...path, key], issues);
  }
  return own;
}

function checkWord(word: unknown, base: string, path: Path, issues: ArgumentIssue[]): void {
  if (word === undefined || word === "") issues.push({ code: "required", path, details: {} });
  else if (typeof word === "string") checkParams(word, base, path, issues);
  else issues.push({ code: "wrong-type", path, details: { expected: "string", received: print(word) } });
}

function checkParams(word: string, base: string, path: Path, issues: ArgumentIssue[]): void {
  const [own, allowed] = [[...new Set(paramsOf(word))], [...new Set(paramsOf(base))]];
  for (const key of own.filter((name) => !allowed.includes(name)))
    issues.push({ code: "unknown-key", path, details: { key, allowed } });
  for (const name of paramsWithoutOther(word))
    issues.push({ code: "required", path: [...path, name, "other"], details: {} });
  for (const name of allowed.filter((one) => !own.includes(one)))
    issues.push({ code: "required", path: [...path, name], details: {} });
}

function checkRules(value: unknown, issues: ArgumentIssue[]): void {
  const path = ["plurals"];
  if (value === undefined) {
    issues.push({ code: "required", path, details: {} });
    return;
  }
  const rules = checkRecord(value, path, issues);
  for (const category of PLURAL_CATEGORIES) checkRule(category, rules[category], issues);
}

function checkRule(category: string, rule: unknown, issues: ArgumentIssue[]): void {
  const path = ["plurals", category];
  if (rule === undefined) return;
  if (typeof rule !== "string")
    issues.push({ code: "wrong-type", path, details: { expected: "string", received: print(rule) } });
  else if (!isPluralRule(rule))
    issues.push({ code: "wrong-format", path, details: { format: RULE_FORMAT, received: print(rule) } });
}
