import type { FormIssue } from "../ground/issue.js";
import { isRecord, type Json } from "../ground/json.js";
import { print } from "../ground/print.js";
import { noFields } from "../ground/reader.js";
import { type FormField, withoutPrototype } from "./field.js";
import type { ExtraCell, FormSheet } from "./form.js";
import { readValue } from "./read-value.js";

/** Cells of columns that the form doesn't have, a list for each line. */
export type Extra = readonly (readonly ExtraCell[])[];

const LONGEST_CELL = 100_000;
const PATH = ["extra"];

/** The cells of columns that the form doesn't have, as the sheet keeps them. */
export function extraOf(sheet: FormSheet): Extra {
  return (Object.hasOwn(sheet, "extra") ? sheet.extra : undefined) ?? [];
}

/** Reads the cells of columns that the form doesn't have: a list for each line. `null` where there are none. */
export function readExtra(json: Json, lines: number, issues: FormIssue[]): Extra | null {
  if (json === null) return null;
  if (!Array.isArray(json)) {
    issues.push({ code: "wrong-type", path: PATH, details: { expected: "array", received: print(json) } });
    return null;
  }
  const given = json as readonly Json[];
  if (given.length > lines)
    issues.push({ code: "too-many", path: PATH, details: { most: lines, received: given.length } });
  const field = withoutPrototype({ type: "text", longest: LONGEST_CELL });
  const read = Array.from({ length: lines }, (_, line) => readCells(given[line] ?? [], line, field, issues));
  return read.some((cells) => cells.length > 0) ? read : null;
}

function readCells(json: Json, line: number, field: FormField, issues: FormIssue[]): ExtraCell[] {
  const cells: readonly Json[] = Array.isArray(json) ? json : [json];
  const names = new Set<Json>();
  return cells.flatMap((cell, index) => {
    const { column = null, text = null } = isRecord(cell) ? cell : noFields();
    const isCell = [column, text].map((value, at) =>
      isText(value, field, [line, index, at === 0 ? "column" : "text"], issues),
    );
    // A CSV has one column without a name: nobody could tell two apart.
    const name = typeof column === "string" && column.trim() === "" ? "" : column;
    if (names.size === names.add(name).size) {
      issues.push({ code: "duplicate-column", path: [...PATH, line, index], details: { name: print(column) } });
    }
    return isCell.every(Boolean) ? [{ column, text } as unknown as ExtraCell] : [];
  });
}

function isText(value: Json, field: FormField, path: readonly (string | number)[], issues: FormIssue[]): boolean {
  const reading = readValue(field, value);
  if ("value" in reading && value !== null) return true;
  const faults = "value" in reading ? [{ code: "required", details: {} } as const] : reading.faults;
  for (const { code, details } of faults) issues.push({ code, details, path: [...PATH, ...path] } as FormIssue);
  return false;
}
