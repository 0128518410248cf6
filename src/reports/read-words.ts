import { isBlank } from "../ground/blank.js";
import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue, Path } from "../ground/issue.js";
import { checkRecord } from "../ground/record.js";
import { show } from "../ground/show.js";
import type { WordTable } from "../ground/words.js";
import type { Form } from "./form.js";
import { type FormWords, listOf, ownWord, REPORT_WORDS } from "./words.js";

/** A locale's tables, as an argument holds them. */
interface Given {
  readonly tables: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly issues: ArgumentIssue[];
}

type Tables = Readonly<Record<string, WordTable>>;

const ANSWERS = ["yes", "no"] as const;

/** The words of a locale that a form needs, copied; throws where an argument is no locale. */
export function readWords(words: unknown, form: Form, path: Path): FormWords {
  const issues: ArgumentIssue[] = [];
  const given = { tables: checkRecord(words, path, issues), path, issues };
  const fields = [...Object.entries(form.fields), ...Object.entries(form.rows)];
  const [ids, lists] = [fields.map(([id]) => id), fields.map(([id, field]) => listOf(id, field))];
  const read = {
    ...textsOf(given.tables, ["tag"], path, issues),
    forms: wordsOf(given, "forms", [form.id]),
    formFields: wordsOf(given, "formFields", ids),
    formCodes: listsOf(given, "formCodes", lists),
    vocabulary: listsOf(given, "vocabulary", lists),
    surveyQuestions: wordsOf(given, "surveyQuestions", null),
    surveyOptions: listsOf(given, "surveyOptions", lists),
    answers: allOf(given, "answers", ANSWERS),
    reportWords: allOf(given, "reportWords", REPORT_WORDS),
  };
  throwIssues(issues);
  return { tag: "", ...read };
}

/** Some words of a table, or all of them. */
function wordsOf(given: Given, table: string, ids: readonly string[] | null): WordTable {
  const own = tableOf(given, table);
  return textsOf(own, ids ?? Object.keys(own), [...given.path, table], given.issues);
}

/** Those of some lists of words that a table has. */
function listsOf(given: Given, table: string, lists: readonly string[]): Tables {
  const own = tableOf(given, table);
  const entries = [...new Set(lists)]
    .filter((list) => Object.hasOwn(own, list) && own[list] !== undefined)
    .map((list) => {
      const path = [...given.path, table, list];
      const words = checkRecord(own[list], path, given.issues);
      return [list, textsOf(words, Object.keys(words), path, given.issues)] as const;
    });
  return Object.fromEntries(entries);
}

/** A table's own words; those of surveys may be absent. */
function tableOf({ tables, path, issues }: Given, table: string): Readonly<Record<string, unknown>> {
  const value = tables[table];
  if (typeof value === "object" && value !== null) return checkRecord(value, [...path, table], issues);
  const isAbsent = value === undefined && table.startsWith("survey");
  if (!isAbsent) issues.push({ code: "required", path: [...path, table], details: {} });
  return checkRecord({}, path, issues);
}

/** The texts among some values; an absent one is absent. */
function textsOf(
  values: Readonly<Record<string, unknown>>,
  ids: readonly string[],
  path: Path,
  issues: ArgumentIssue[],
): WordTable {
  const entries = ids.flatMap((id): [string, string][] => {
    const value = values[id];
    if (typeof value === "string") return [[id, value]];
    if (value !== undefined)
      issues.push({ code: "wrong-type", path: [...path, id], details: { expected: "string", received: show(value) } });
    return [];
  });
  return Object.fromEntries(entries);
}

/** Words that nobody can do without; a blank one is none. */
function allOf<K extends string>(given: Given, table: string, ids: readonly K[]): { readonly [I in K]: string } {
  const { path, issues } = given;
  const before = issues.length;
  const words = wordsOf(given, table, ids);
  const missing = issues.length > before ? [] : ids.filter((id) => isBlank(ownWord(words, id)));
  for (const id of missing) issues.push({ code: "required", path: [...path, table, id], details: {} });
  return words as { readonly [I in K]: string };
}
