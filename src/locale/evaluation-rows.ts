import type { Evaluation, GroupResult, IndicatorResult } from "../evaluation/evaluation.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { valueWord, wordFor } from "./lookup.js";
import { fixed, fixedSum } from "./numbers.js";
import type { Align } from "./table.js";

/** How the columns of {@link evaluationRows} stand. */
export const ROW_ALIGNS: readonly Align[] = ["left", "right", "right", "right", "right", "right", "left"];

const INDENT = "  ";
const WEIGHT = 3;

type Row = readonly [id: string, result: IndicatorResult];

/**
 * The rows of the table: head, each group with its subtotals and its indicators, those without a group, total. Points
 * and lost points add up column by column: indicators to their group (before it is held to its maximum), groups to the
 * total. A weight in parentheses didn't count.
 */
export function evaluationRows(evaluation: Evaluation, locale: Locale): string[][] {
  const { table } = locale;
  const head = [table.indicator, table.actual, table.standard, table.weight, table.points, table.lost, table.note];
  const groups = Object.entries(evaluation.groups).flatMap(([id, group]) => groupRows(evaluation, locale, id, group));
  return besideParentheses([head, ...groups, ...ungroupedRows(evaluation, locale), totalRow(evaluation, locale)]);
}

/**
 * Where some weights stand in parentheses, the others keep clear of the closing one, so that digits stand below digits.
 */
function besideParentheses(rows: string[][]): string[][] {
  if (!rows.some((row) => row[WEIGHT]?.endsWith(")"))) return rows;
  return rows.map((row) => row.map((cell, column) => (column === WEIGHT && !cell.endsWith(")") ? `${cell} ` : cell)));
}

function groupRows(evaluation: Evaluation, locale: Locale, id: string, group: GroupResult): string[][] {
  const rows = rowsOf(evaluation, id);
  const note = group.max !== null && group.earned > group.max ? heldNote(evaluation, locale, group, group.max) : "";
  const points = fixed(group.points, evaluation.scale);
  const lost = fixedSum([...lostBy(rows), group.earned, -group.points], evaluation.scale);
  const subtotal = [wordFor(locale.groups, id), "", "", weightOf(rows, evaluation.scale), points, lost, note];
  return [subtotal, ...rows.map((row) => indicatorRow(evaluation, locale, row, INDENT))];
}

function heldNote({ scale }: Evaluation, { table, plurals }: Locale, { earned }: GroupResult, max: number): string {
  return fill(table.held, { earned: fixed(earned, scale), max: fixed(max, scale) }, { plurals });
}

function ungroupedRows(evaluation: Evaluation, locale: Locale): string[][] {
  const { groups, scale } = evaluation;
  const rows = rowsOf(evaluation, null);
  if (rows.length === 0 || Object.keys(groups).length === 0) {
    return rows.map((row) => indicatorRow(evaluation, locale, row, ""));
  }
  const points = fixedSum(pointsOf(rows), scale);
  const subtotal = [locale.table.ungrouped, "", "", weightOf(rows, scale), points, fixedSum(lostBy(rows), scale), ""];
  return [subtotal, ...rows.map((row) => indicatorRow(evaluation, locale, row, INDENT))];
}

function totalRow(evaluation: Evaluation, { table }: Locale): string[] {
  const { scale, points, weight } = evaluation;
  const capped = Object.values(evaluation.groups).flatMap((group) => [group.earned, -group.points]);
  const lost = fixedSum([...lostBy(Object.entries(evaluation.indicators)), ...capped], scale);
  return [table.total, "", "", fixed(weight, scale), fixed(points, scale), lost, ""];
}

function indicatorRow({ scale }: Evaluation, locale: Locale, [id, result]: Row, indent: string): string[] {
  const { actual, status, standard, weight, points, lost } = result;
  const counted = fixed(weight, scale);
  return [
    indent + wordFor(locale.indicators, id),
    actual === null ? wordFor(locale.statuses, status) : valueWord(locale, id, actual),
    standard ?? "",
    points === null ? `(${counted})` : counted,
    points === null ? "" : fixed(points, scale),
    lost === null ? "" : fixed(lost, scale),
    noteOf(result, locale),
  ];
}

function noteOf({ status, missing }: IndicatorResult, { table, statuses, missing: policies, plurals }: Locale): string {
  return missing === null
    ? ""
    : fill(table.replaced, { status: statuses[status], policy: policies[missing] }, { plurals });
}

function rowsOf({ indicators }: Evaluation, group: string | null): Row[] {
  return Object.entries(indicators).filter(([, result]) => result.group === group);
}

function weightOf(rows: readonly Row[], scale: number): string {
  return fixedSum(
    rows.flatMap(([, { weight, points }]) => (points === null ? [] : [weight])),
    scale,
  );
}

function pointsOf(rows: readonly Row[]): number[] {
  return rows.flatMap(([, { points }]) => points ?? []);
}

function lostBy(rows: readonly Row[]): number[] {
  return rows.flatMap(([, { lost }]) => lost ?? []);
}
