import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { ownFields } from "../own-fields.js";
import { checkWords, type FormWords } from "../words.js";
import { DELIMITERS, type Delimiter } from "./scan.js";

/** The options of writing, read. */
export interface PrintSettings {
  readonly locale: FormWords;
  readonly delimiter: Delimiter;
  readonly bom: boolean;
}

/** Reads the options of writing; throws their faults. */
export function readPrintOptions(options: unknown): PrintSettings {
  const { locale, delimiter, bom = true } = ownFields(options, ["locale", "delimiter", "bom"]);
  checkWords(locale, ["locale"]);
  if (typeof bom !== "boolean") {
    throwIssues([{ code: "wrong-type", path: ["bom"], details: { expected: "boolean", received: print(bom) } }]);
  }
  return { locale: locale as FormWords, delimiter: readDelimiter(delimiter), bom: bom === true };
}

/** The options of reading, read. */
export interface ReadSettings {
  readonly locales: readonly [FormWords, ...FormWords[]];
  readonly delimiter: Delimiter;
}

/** Reads the options of reading; throws their faults. */
export function readReadOptions(options: unknown): ReadSettings {
  const { locales, delimiter } = ownFields(options, ["locales", "delimiter"]);
  const issues: ArgumentIssue[] = [];
  const list: readonly unknown[] = Array.isArray(locales) ? locales : [];
  if (list !== locales)
    issues.push({ code: "wrong-type", path: ["locales"], details: { expected: "array", received: print(locales) } });
  else if (list.length === 0) issues.push({ code: "too-few", path: ["locales"], details: { least: 1, received: 0 } });
  throwIssues(issues);
  list.forEach((words, index) => checkWords(words, ["locales", index]));
  return { locales: list as unknown as ReadSettings["locales"], delimiter: readDelimiter(delimiter) };
}

function readDelimiter(delimiter: unknown = ","): Delimiter {
  if (!DELIMITERS.includes(delimiter as Delimiter)) {
    const details = { received: print(delimiter), allowed: [...DELIMITERS] };
    throwIssues([{ code: "unknown-value", path: ["delimiter"], details }]);
  }
  return delimiter as Delimiter;
}
