import type { Path } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import type { ColumnIssue } from "./column-issue.js";
import type { Cells } from "./kernels/run.js";
import type { IndicatorPlan } from "./plan.js";
import { readCells } from "./read-cells.js";
import { asNumbers, typedArrayName } from "./typed-array.js";

/** A column in the one form that kernels take. */
export interface ReadColumn {
  readonly cells: Cells;
  readonly nulls: Uint8Array | null;
  readonly notApplicable: Uint8Array | null;
}

/** What was read: a column for each indicator, `null` for those without. */
export interface ReadColumns {
  readonly columns: readonly (ReadColumn | null)[];
  readonly rows: number;
}

/** Reads the columns into the forms that kernels take. Lists every fault; looks at each property once. */
export function readColumns(
  columns: unknown,
  indicators: readonly IndicatorPlan[],
  issues: ColumnIssue[],
): ReadColumns {
  const given = entriesOf(columns, issues);
  const read = indicators.map((plan) => {
    const value = given.get(plan.indicator.id);
    return value === undefined || value === null ? null : tryColumn(value, plan, issues);
  });
  for (const id of given.keys()) {
    if (!indicators.some(({ indicator }) => indicator.id === id))
      issues.push({ code: "unknown-indicator", path: [id], details: { indicator: id } });
  }
  return { columns: read, rows: checkLengths(read, indicators, issues) };
}

function entriesOf(columns: unknown, issues: ColumnIssue[]): Map<string, unknown> {
  const given = new Map<string, unknown>();
  try {
    if (typeof columns !== "object" || columns === null || Array.isArray(columns) || typedArrayName(columns) !== null) {
      mismatch("object", columns, [], issues);
      return given;
    }
    for (const id of Object.keys(columns)) given.set(id, getFrom(columns, id, [id], issues));
  } catch {
    issues.push({ code: "unreadable", path: [], details: {} });
  }
  return given;
}

function getFrom(from: object, key: string, path: Path, issues: ColumnIssue[]): unknown {
  try {
    return (from as Readonly<Record<string, unknown>>)[key];
  } catch {
    issues.push({ code: "unreadable", path, details: {} });
    return null;
  }
}

function mismatch(expected: "object" | "array", value: unknown, path: Path, issues: ColumnIssue[]): void {
  const received = typedArrayName(value) ?? print(value);
  issues.push({ code: "wrong-type", path, details: { expected, received } });
}

/** A revoked proxy, a detached buffer, a getter that throws: all unreadable. */
function tryColumn(value: unknown, plan: IndicatorPlan, issues: ColumnIssue[]): ReadColumn | null {
  try {
    return readColumn(value, plan, issues);
  } catch {
    issues.push({ code: "unreadable", path: [plan.indicator.id], details: {} });
    return null;
  }
}

const MASKED_KEYS = ["values", "nulls", "notApplicable"];

function readColumn(value: unknown, plan: IndicatorPlan, issues: ColumnIssue[]): ReadColumn | null {
  const { id } = plan.indicator;
  if (Array.isArray(value) || typeof value !== "object" || value === null || typedArrayName(value) !== null) {
    const cells = readCells(value, plan, [id], issues);
    return cells && { cells, nulls: null, notApplicable: null };
  }
  for (const key of Object.keys(value)) {
    if (!MASKED_KEYS.includes(key))
      issues.push({ code: "unknown-key", path: [id, key], details: { key, allowed: MASKED_KEYS } });
  }
  const [values, nulls, notApplicable] = MASKED_KEYS.map((key) => getFrom(value, key, [id, key], issues));
  const cells = readCells(values, plan, [id, "values"], issues);
  const masks = {
    nulls: readMask(nulls, [id, "nulls"], issues),
    notApplicable: readMask(notApplicable, [id, "notApplicable"], issues),
  };
  return cells && { cells, ...masks };
}

function readMask(value: unknown, path: Path, issues: ColumnIssue[]): Uint8Array | null {
  if (value === undefined || value === null) return null;
  const mask = typedArrayName(value) === "Uint8Array" ? asNumbers(value) : null;
  if (mask === null) mismatch("array", value, path, issues);
  return mask && new Uint8Array(mask.buffer, mask.byteOffset, mask.length);
}

/** All columns and masks must have the length of the first. */
function checkLengths(
  columns: readonly (ReadColumn | null)[],
  indicators: readonly IndicatorPlan[],
  issues: ColumnIssue[],
): number {
  let rows: number | null = null;
  columns.forEach((column, place) => {
    const id = indicators[place]?.indicator.id ?? "";
    for (const [key, list] of Object.entries(column ?? {}) as [string, ArrayLike<number> | null][]) {
      if (list === null) continue;
      rows ??= list.length;
      const path = key === "cells" ? [id] : [id, key];
      if (list.length !== rows)
        issues.push({ code: "length-mismatch", path, details: { expected: rows, received: list.length } });
    }
  });
  return rows ?? 0;
}
