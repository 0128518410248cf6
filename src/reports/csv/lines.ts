import type { FormIssue } from "../../ground/issue.js";
import type { Json } from "../../ground/json.js";
import type { ExtraCell } from "../form.js";
import { unguard } from "./guard.js";
import { halfWidth } from "./half-width.js";
import type { Headers } from "./headers.js";
import { readCell } from "./read-cell.js";
import type { Cell } from "./scan.js";

/** A line of a text, with its place in it. */
export interface Line {
  readonly cells: readonly Cell[];
  /** Counted from 0. */
  readonly at: number;
}

/** What a line says, not yet checked. */
export interface ReadLine {
  readonly at: number;
  readonly sheet: string;
  readonly line: string;
  readonly fields: Readonly<Record<string, Json>>;
  readonly rows: Readonly<Record<string, Json>>;
  readonly extra: readonly ExtraCell[];
}

/** Reads the cells of each line by its column. */
export function readLines(lines: readonly Line[], headers: Headers, issues: FormIssue[]): ReadLine[] {
  return lines.map((line) => readLine(line, headers, issues));
}

function readLine({ cells, at }: Line, { columns, names, languages }: Headers, issues: FormIssue[]): ReadLine {
  if (cells.slice(columns.length).some(({ text }) => text !== "")) {
    issues.push({ code: "too-many", path: [at], details: { most: columns.length, received: cells.length } });
  }
  const numbers = { sheet: "", line: "" };
  const parts: Readonly<Record<"fields" | "rows", Record<string, Json>>> = { fields: {}, rows: {} };
  const extra: ExtraCell[] = [];
  columns.forEach((column, index) => {
    const cell = cells[index] ?? { text: "", quoted: false };
    if (column === undefined) extra.push(...extraCell(names[index] as string, cell));
    else if (column.part === "sheet" || column.part === "line") numbers[column.part] = halfWidth(cell.text).trim();
    else if (column.field.computed === undefined) {
      parts[column.part][column.id] = readCell(column.id, column.field, cell, languages);
    }
  });
  issues.push(...namelessTwice(extra, at));
  return { at, ...numbers, ...parts, extra };
}

/** Nobody could tell the columns apart. */
function namelessTwice(extra: readonly ExtraCell[], at: number): FormIssue[] {
  const nameless = extra.filter(({ column }) => column.trim() === "");
  return nameless.length > 1 ? [{ code: "duplicate-column", path: [at], details: { name: "" } }] : [];
}

function extraCell(column: string, { text, quoted }: Cell): ExtraCell[] {
  return text === "" && !quoted ? [] : [{ column, text: unguard(text, []) }];
}
