import type { ArgumentIssue, Path } from "../../../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../../../ground/json.js";
import type { DecimalString } from "../../../ground/numeral.js";
import { print } from "../../../ground/print.js";
import { decimal } from "../../definition/shape.js";
import { FACT_KEYS } from "../../read-fact.js";
import { checkIds, isList, listOf, readBy, recordOf } from "../read-arguments.js";
import { type Table, wholeColumn } from "./table.js";

/** What becomes of a row with an unknown value. */
export const MISSING_ROWS = ["leave-out", "refuse"] as const;
/** What becomes of a row with an unknown value: it isn't counted, or it is an issue. */
export type MissingRows = (typeof MISSING_ROWS)[number];

/** Ids at most. */
export const MOST_IDS = 100;
const NONE: Table = { ids: [], columns: [], used: 0, leftOut: 0 };

/** Reads rows or columns; without ids these are all keys, as they come. */
export function readTable(
  data: Json,
  given: readonly string[] | null,
  missing: MissingRows,
  issues: ArgumentIssue[],
): Table {
  if (!isList(data) && !isRecord(data)) {
    issues.push({ code: "wrong-type", path: [], details: { expected: "array|object", received: print(data) } });
    return NONE;
  }
  const ids = given ?? [...new Set(isList(data) ? data.flatMap(keysOf) : Object.keys(data))];
  const before = issues.length;
  checkIds(ids, MOST_IDS, (index) => (given === null ? [ids[index] as string] : ["options", "ids", index]), issues);
  if (issues.length > before) return NONE;
  const records = isList(data) ? data.filter(isRecord) : [data];
  if (given !== null && records.length > 0) checkHad(given, records, issues);
  if (issues.length > before) return { ...NONE, ids };
  return tableOf(ids, isList(data) ? byRows(data, ids, issues) : byColumns(data, ids, issues), missing, issues);
}

/** Each id that no record has is an issue: most often a misspelling. */
function checkHad(ids: readonly string[], records: readonly JsonObject[], issues: ArgumentIssue[]): void {
  ids.forEach((id, index) => {
    if (!records.some((record) => Object.hasOwn(record, id)))
      issues.push({ code: "unknown-indicator", path: ["options", "ids", index], details: { indicator: id } });
  });
}

function keysOf(row: Json): string[] {
  return isRecord(row) ? Object.keys(row) : [];
}

/** One row of cells; `null` for an unknown one. */
type Row = readonly (DecimalString | null)[];

function byRows(rows: readonly Json[], ids: readonly string[], issues: ArgumentIssue[]): Row[] {
  return rows.map((row, index) => {
    const record = recordOf(row, [index], issues);
    return ids.map((id) => readCell(record[id], [index, id], issues));
  });
}

function byColumns(columns: JsonObject, ids: readonly string[], issues: ArgumentIssue[]): Row[] {
  const lists = ids.map((id) => listOf(columns[id], [id], issues));
  const size = (lists[0] as readonly Json[]).length;
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
  if (isRecord(cell) && FACT_KEYS.some((key) => Object.hasOwn(cell, key))) {
    return readCell(cell["value"], [...path, "value"], issues);
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
