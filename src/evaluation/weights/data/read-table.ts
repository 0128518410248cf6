import type { ArgumentIssue, Path } from "../../../ground/issue.js";
import type { Json, JsonObject } from "../../../ground/json.js";
import type { DecimalString } from "../../../ground/numeral.js";
import { print } from "../../../ground/print.js";
import { decimal } from "../../definition/shape.js";
import { FACT_KEYS } from "../../read-fact.js";
import { checkIds, readBy } from "../read-arguments.js";
import { type Table, wholeColumn } from "./table.js";

/** What becomes of a row with an unknown value. */
export const MISSING_ROWS = ["leave-out", "refuse"] as const;
/** What becomes of a row with an unknown value: it isn't counted, or it is an issue. */
export type MissingRows = (typeof MISSING_ROWS)[number];

const MOST_IDS = 100;
const NONE: Table = { ids: [], columns: [], used: 0, leftOut: 0 };

/** Reads rows or columns; without ids these are all keys, as they come. */
export function readTable(
  data: Json,
  given: readonly string[] | null,
  missing: MissingRows,
  issues: ArgumentIssue[],
): Table {
  if (typeof data !== "object" || data === null) {
    issues.push({ code: "wrong-type", path: [], details: { expected: "array|object", received: print(data) } });
    return NONE;
  }
  const rows = Array.isArray(data);
  const ids = given ?? [...new Set(rows ? (data as readonly Json[]).flatMap(keysOf) : Object.keys(data))];
  const before = issues.length;
  checkIds(ids, MOST_IDS, (index) => (given === null ? [ids[index] as string] : ["options", "ids", index]), issues);
  if (issues.length > before) return NONE;
  const cells = rows ? byRows(data as readonly Json[], ids, issues) : byColumns(data as JsonObject, ids, issues);
  return tableOf(ids, cells, missing, issues);
}

function keysOf(row: Json): string[] {
  return typeof row === "object" && row !== null && !Array.isArray(row) ? Object.keys(row) : [];
}

/** One row of cells; `null` for an unknown one. */
type Row = readonly (DecimalString | null)[];

function byRows(rows: readonly Json[], ids: readonly string[], issues: ArgumentIssue[]): Row[] {
  return rows.map((row, index) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      issues.push({ code: "wrong-type", path: [index], details: { expected: "object", received: print(row) } });
      return [];
    }
    return ids.map((id) => readCell((row as JsonObject)[id], [index, id], issues));
  });
}

function byColumns(columns: JsonObject, ids: readonly string[], issues: ArgumentIssue[]): Row[] {
  const lists = ids.map((id): readonly Json[] => {
    const column = columns[id];
    if (Array.isArray(column)) return column as readonly Json[];
    issues.push({ code: "wrong-type", path: [id], details: { expected: "array", received: print(column) } });
    return [];
  });
  const size = lists[0]?.length ?? 0;
  lists.forEach(({ length }, index) => {
    const details = { received: String(length), least: size, most: size };
    if (length !== size) issues.push({ code: "out-of-range", path: [ids[index] as string], details });
  });
  return Array.from({ length: size }, (_, row) =>
    ids.map((id, index) => readCell(lists[index]?.[row], [id, row], issues)),
  );
}

/** A decimal or a fact that carries one; `null` for what isn't known or doesn't apply. */
export function readCell(cell: Json | undefined, path: Path, issues: ArgumentIssue[]): DecimalString | null {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === "object" && FACT_KEYS.some((key) => Object.hasOwn(cell, key))) {
    return readCell((cell as JsonObject)["value"], [...path, "value"], issues);
  }
  return (readBy(decimal, cell, path, issues) ?? null) as DecimalString | null;
}

function tableOf(ids: readonly string[], rows: readonly Row[], missing: MissingRows, issues: ArgumentIssue[]): Table {
  const known = rows.filter((row) => !row.includes(null));
  if (missing === "refuse") {
    rows.forEach((row, index) => {
      const place = row.indexOf(null);
      if (place >= 0) issues.push({ code: "required", path: [index, ids[place] as string], details: {} });
    });
  }
  if (known.length < 2) issues.push({ code: "too-few", path: [], details: { least: 2, received: known.length } });
  const columns = ids.map((_, index) => wholeColumn(known.map((row) => row[index] as DecimalString)));
  return { ids, columns, used: known.length, leftOut: rows.length - known.length };
}
