import type { FormIssue } from "../../ground/issue.js";
import type { FormWords } from "../words.js";
import { type Column, headersOf, withMarks } from "./columns.js";
import { unguard } from "./guard.js";
import type { Languages } from "./read-cell.js";
import { type Cell, DELIMITERS, type Delimiter, scanHeader } from "./scan.js";

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
  const isOwn = (_: unknown, index: number): boolean => hits[index] === most;
  const words = locales.map((one) => withMarks(columns, one));
  const found = meanings(
    names.map((name) => name.trim()),
    columns,
    { own: tables.filter(isOwn), all: tables },
  );
  issues.push(...duplicates(names, found));
  return {
    columns: found,
    names,
    languages: {
      own: words.filter(isOwn),
      all: [...words.filter(isOwn), ...words.filter((one, index) => !isOwn(one, index))],
    },
  };
}

/** The delimiter by which a text's headers name more of the form's columns than by the one that it is read with; `null` where none is. */
export function betterDelimiter(
  text: string,
  delimiter: Delimiter,
  columns: readonly Column[],
  locales: readonly [FormWords, ...FormWords[]],
): Delimiter | null {
  const knownBy = (one: Delimiter): number => {
    const { columns: found } = readHeaders(scanHeader(text, one), columns, locales, []);
    return columns.filter((column) => found.includes(column)).length;
  };
  const known = knownBy(delimiter);
  return DELIMITERS.find((one) => knownBy(one) > known) ?? null;
}

/** Columns of a text that the form doesn't have, each with those to be filled in that the text lacks: a mistyped header shows beside the one that was meant. */
export function unknownColumns(
  { columns: found, names, languages: { own } }: Headers,
  columns: readonly Column[],
  used: ReadonlySet<string>,
): FormIssue[] {
  const labels = headersOf(columns, own[0] as FormWords);
  const isMissing = (column: Column): boolean => column.field.computed === undefined && !found.includes(column);
  const missing = labels.filter((_, index) => isMissing(columns[index] as Column));
  return names.flatMap((name, index): FormIssue[] => {
    const isNews = found[index] === undefined && (name.trim() !== "" || used.has(name));
    return isNews ? [{ code: "unknown-column", path: [0, index], details: { name, missing } }] : [];
  });
}

function tableOf(columns: readonly Column[], words: FormWords): ReadonlyMap<string, Column> {
  return new Map(headersOf(columns, words).map((header, index) => [header.trim(), columns[index] as Column]));
}

type Table = ReadonlyMap<string, Column>;

/**
 * The column that each header means: by the labels of the text's own language; by those of another, an id, or a label but for case and spaces where the text's
 * own label doesn't stand beside it.
 */
function meanings(
  names: readonly string[],
  columns: readonly Column[],
  { own, all }: { readonly own: readonly Table[]; readonly all: readonly Table[] },
): (Column | undefined)[] {
  const ids = new Map(columns.filter(({ part }) => part === "fields" || part === "rows").map((one) => [one.id, one]));
  const others = [...all, ids, ...[...own, ...all, ids].map(folded)];
  const exact = names.map((name) => inTables(name, own));
  const claimed = new Set(exact);
  return names.map((name, index) => {
    const other =
      exact[index] ??
      inTables(name, others.slice(0, all.length + 1)) ??
      inTables(fold(name), others.slice(all.length + 1));
    return exact[index] !== undefined || !claimed.has(other) ? other : undefined;
  });
}

function inTables(name: string, tables: readonly Table[]): Column | undefined {
  return tables.find((table) => table.has(name))?.get(name);
}

/** A table by labels without case and superfluous spaces; without those that would be alike. */
function folded(table: Table): Table {
  const entries = [...table].map(([name, column]) => [fold(name), column] as const);
  const names = entries.map(([name]) => name);
  return new Map(entries.filter(([name]) => names.indexOf(name) === names.lastIndexOf(name)));
}

function fold(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** Headers that stand twice, or mean what another means already. Nameless columns are for the cells to judge. */
function duplicates(names: readonly string[], columns: readonly (Column | undefined)[]): FormIssue[] {
  return names.flatMap((name, index): FormIssue[] => {
    const column = columns[index];
    const isAgain = names.indexOf(name) < index || (column !== undefined && columns.indexOf(column) < index);
    return isAgain && name.trim() !== "" ? [{ code: "duplicate-column", path: [0, index], details: { name } }] : [];
  });
}
