import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { show } from "../../ground/show.js";
import type { Form } from "../form.js";
import { ownFields } from "../own-fields.js";
import { readWords } from "../read-words.js";
import type { FormWords } from "../words.js";
import { DELIMITERS, type Delimiter } from "./scan.js";

/** The options of writing, read. */
export interface PrintSettings {
  readonly locale: FormWords;
  readonly delimiter: Delimiter;
  readonly bom: boolean;
}

const MOST_LOCALES = 100;

/** Reads the options of writing a form; throws their faults. */
export function readPrintOptions(options: unknown, form: Form): PrintSettings {
  const { locale, delimiter, bom = true } = ownFields(options, ["locale", "delimiter", "bom"]);
  const words = readWords(locale, form, ["locale"]);
  if (typeof bom !== "boolean") {
    throwIssues([{ code: "wrong-type", path: ["bom"], details: { expected: "boolean", received: show(bom) } }]);
  }
  return { locale: words, delimiter: readDelimiter(delimiter), bom: bom === true };
}

/** The options of reading, read. */
export interface ReadSettings {
  readonly locales: readonly [FormWords, ...FormWords[]];
  readonly delimiter: Delimiter;
}

/** Reads the options of reading a form; throws their faults. */
export function readReadOptions(options: unknown, form: Form): ReadSettings {
  const { locales, delimiter } = ownFields(options, ["locales", "delimiter"]);
  const issues: ArgumentIssue[] = [];
  const list = listOf(locales, issues);
  throwIssues(issues);
  const read = list.map((words, index) => readWords(words, form, ["locales", index]));
  return { locales: read as unknown as ReadSettings["locales"], delimiter: readDelimiter(delimiter) };
}

/** The languages of a list that has some, holes as they are. */
function listOf(locales: unknown, issues: ArgumentIssue[]): readonly unknown[] {
  const path = ["locales"];
  try {
    if (!Array.isArray(locales)) {
      issues.push({ code: "wrong-type", path, details: { expected: "array", received: show(locales) } });
      return [];
    }
    const { length } = locales;
    if (length === 0) issues.push({ code: "too-few", path, details: { least: 1, received: 0 } });
    if (length > MOST_LOCALES)
      issues.push({ code: "too-many", path, details: { most: MOST_LOCALES, received: length } });
    return Array.from({ length: Math.min(length, MOST_LOCALES) }, (_, index) => (locales as unknown[])[index]);
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
    return [];
  }
}

function readDelimiter(delimiter: unknown = ","): Delimiter {
  if (!DELIMITERS.includes(delimiter as Delimiter)) {
    const details = { received: show(delimiter), allowed: [...DELIMITERS] };
    throwIssues([{ code: "unknown-value", path: ["delimiter"], details }]);
  }
  return delimiter as Delimiter;
}
