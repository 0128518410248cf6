import type { FormIssue } from "../../ground/issue.js";
import type { FormWords } from "../words.js";
import { type Column, headersOf } from "./columns.js";
import { unguard } from "./guard.js";
import type { Languages } from "./read-cell.js";
import type { Cell } from "./scan.js";

/** A text's columns: for each header the form's column that it means, or none. */
export interface Headers {
  readonly columns: readonly (Column | undefined)[];
  /** The headers as they stand in the text. */
  readonly names: readonly string[];
  readonly languages: Languages;
}

/** Finds out which columns a text has, by the labels of any of the languages, or by the fields' ids. */
export function readHeaders(
  cells: readonly Cell[],
  columns: readonly Column[],
  locales: readonly [FormWords, ...FormWords[]],
  issues: FormIssue[],
): Headers {
  const names = cells.map(({ text }) => unguard(text, []));
  const tables = locales.map((words) => tableOf(columns, words));
  const hits = tables.map((table) => names.filter((name) => table.has(name.trim())).length);
  const most = Math.max(...hits);
  const own = locales.filter((_, index) => hits[index] === most);
  const order = [...tables.filter((_, index) => hits[index] === most), ...tables];
  const found = names.map((name) => meant(name.trim(), columns, order));
  issues.push(...duplicates(names, found));
  return {
    columns: found,
    names,
    languages: { own, all: [...own, ...locales.filter((words) => !own.includes(words))] },
  };
}

function tableOf(columns: readonly Column[], words: FormWords): ReadonlyMap<string, Column> {
  return new Map(headersOf(columns, words).map((header, index) => [header.trim(), columns[index] as Column]));
}

function meant(
  name: string,
  columns: readonly Column[],
  tables: readonly ReadonlyMap<string, Column>[],
): Column | undefined {
  const table = tables.find((one) => one.has(name));
  return table?.get(name) ?? columns.find(({ id, part }) => id === name && (part === "fields" || part === "rows"));
}

/** Headers that stand twice, or mean what another means already. Nameless columns are for the cells to judge. */
function duplicates(names: readonly string[], columns: readonly (Column | undefined)[]): FormIssue[] {
  return names.flatMap((name, index): FormIssue[] => {
    const column = columns[index];
    const isAgain = names.indexOf(name) < index || (column !== undefined && columns.indexOf(column) < index);
    return isAgain && name.trim() !== "" ? [{ code: "duplicate-column", path: [0, index], details: { name } }] : [];
  });
}
