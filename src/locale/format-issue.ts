import type { Path } from "../ground/issue.js";
import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import { codesIn, wordsFor } from "./code-words.js";
import { fill, type Params, textOf } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/** Any issue or finding of this package, or of a host that has words for its code in its locale. */
export interface FormattableIssue {
  readonly code: string;
  readonly path: Path;
  readonly details: object;
}

/**
 * Says in one sentence what is wrong and where, for the people who use the CRM. Indicators go by their names, list
 * members by their place counted from 1. A code without words in the locale prints as the code.
 *
 * @example
 * ```ts
 * import { evaluate, formatIssue } from "keyaccount";
 * import { distributorScorecard } from "keyaccount/handbook";
 * import { en } from "keyaccount/locale/en";
 *
 * const { issues } = evaluate(distributorScorecard, { salesNetwork: "0,6" });
 * issues.map((issue) => formatIssue(issue, en)); // => ['Sales network (share of outlets supplied, 0–1): "0,6" isn\'t a number such as 12.50.']
 * ```
 */
export function formatIssue(issue: FormattableIssue, locale: Locale): string {
  return ofShape({ issue, locale }, () => issueText(issue, locale));
}

/** As {@link formatIssue}, within a text whose own arguments are checked. */
export function issueText({ code, path, details }: FormattableIssue, locale: Locale): string {
  const sentence = fill(
    wordFor(isFinding(code, locale) ? locale.findings : locale.issues, code),
    { ...paramsFrom(code, details, locale), ...codeParams(code, path, details, locale) },
    locale,
  );
  const place = path.map((step, index) => stepWord(step, path[index - 1], locale)).join(" › ");
  return safeText(place === "" ? sentence : fill(locale.table.issue, { place, sentence }, locale));
}

function stepWord(step: string | number, before: string | number | undefined, { indicators }: Locale): string {
  if (typeof step === "number") return `#${String(step + 1)}`;
  return textOf(before === undefined || before === "indicators" ? wordFor(indicators, step) : step);
}

function paramsFrom(code: string, details: object, locale: Locale): Params {
  if (code === "contradictory-fact") return contradictionParams(details);
  const entries = Object.entries(details).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) && value.length === 0 ? [] : [[name, paramFrom(value, locale)] as const],
  );
  return {
    ...Object.fromEntries(entries),
    ...typeParams(code, details, locale),
    ...causeParam(code, details, locale),
    ...delimiterParams(code, details, locale),
    ...dateParams(code, details),
    ...(isFinding(code, locale) ? nameParams(details, locale) : {}),
  };
}

/** Codes that could have been written, in the words that people may write as well. */
function codeParams(code: string, path: Path, { allowed }: { readonly allowed?: unknown }, locale: Locale): Params {
  if (!Array.isArray(allowed)) return {};
  const codes = allowed.map(String);
  if (code === "unknown-value") return { allowed: codesIn(wordsFor(codes, locale), codes, locale) };
  if (code !== "unknown-option") return {};
  const options: Readonly<Record<string, WordTable>> = locale.options;
  const [, table = {}] = Object.entries(options).find(([id]) => path.includes(id)) ?? [];
  return { allowed: codesIn(table, codes, locale) };
}

/** Whether a day or a moment is expected, or either. */
function dateParams(code: string, { expected }: { readonly expected?: unknown }): Params {
  if (code !== "not-a-date") return {};
  if (expected === "day" || expected === "moment") return { [expected]: true };
  return { day: true, moment: true, either: true };
}

/** Two lines of a form that say different things of it, or a single fact that contradicts itself. */
function contradictionParams({
  first,
  second,
  line,
}: {
  readonly first?: unknown;
  readonly second?: unknown;
  readonly line?: unknown;
}): Params {
  if (typeof line !== "number") return { alone: true };
  const before: Params = first === "" ? { nothing: true } : { first: String(first) };
  return { second: String(second), line: String(line + 1), ...before };
}

/** What stands between cells, in words: a tab can't be seen. */
function delimiterParams(
  code: string,
  { expected, received }: { readonly expected?: unknown; readonly received?: unknown },
  { delimiters }: Locale,
): Params {
  if (code !== "wrong-delimiter") return {};
  return { expected: wordFor(delimiters, String(expected)), received: wordFor(delimiters, String(received)) };
}

/** Why a client was left out of a sweep, in words. */
function causeParam(code: string, { cause }: { readonly cause?: unknown }, { leftOutCauses }: Locale): Params {
  return code === "left-out" ? { cause: wordFor(leftOutCauses, String(cause)) } : {};
}

function isFinding(code: string, { findings, issues }: Locale): boolean {
  return Object.hasOwn(findings, code) && !Object.hasOwn(issues, code);
}

/** Findings speak of a scorecard that is sound, so its parts go by their names. */
function nameParams(details: object, { indicators, groups, grades }: Locale): Params {
  const tables: Readonly<Record<string, WordTable>> = { indicator: indicators, group: groups, grade: grades };
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, id]) => {
      const table = tables[name];
      return table === undefined ? [] : [[name, wordFor(table, String(id))] as const];
    }),
  );
}

function paramFrom(value: unknown, { table }: Locale): string | true {
  if (value === true) return true;
  return Array.isArray(value) ? value.map(String).join(table.list) : String(value);
}

/** Codes whose `received` names a type, where it isn't a value. */
const TYPED: readonly string[] = ["wrong-type", "not-json"];
/** Codes whose `expected` names types. */
const EXPECTING: readonly string[] = ["wrong-type", "unexpected-text"];

function typeParams(
  code: string,
  { expected, received }: { readonly expected?: unknown; readonly received?: unknown },
  { types, table }: Locale,
): Params {
  const names = String(expected).split("|");
  return {
    ...(EXPECTING.includes(code) ? { expected: names.map((name) => wordFor(types, name)).join(table.or) } : {}),
    ...(TYPED.includes(code) ? { received: wordFor(types, String(received)) } : {}),
    ...(code === "not-json" && received === "Date" ? { date: true as const } : {}),
  };
}
