import type {
  ChangePart,
  ComparedRow,
  EvaluationComparison,
  IndicatorShare,
} from "../evaluation/comparison/comparison.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { valueWord, wordFor } from "./lookup.js";
import { signed } from "./numbers.js";
import type { Align } from "./table.js";

/** How the columns of {@link comparisonParts} stand. */
export const PART_ALIGNS: readonly Align[] = ["right", "left", "left", "right", "right"];

const INDENT = "  ";

/**
 * The rows of the table: head, each part with what it was and is, below a part of the scorecard in parentheses how it spreads over the
 * indicators, and the change, to which the parts add up.
 */
export function comparisonParts(comparison: EvaluationComparison, locale: Locale): string[][] {
  const { comparison: words } = locale;
  const { parts, change, scale } = comparison;
  const head = [words.points, words.cause, words.change, words.before, words.after];
  const rows = parts.flatMap((part) => [
    partRow(part, scale, locale),
    ...part.byIndicator.map((share) => shareRow(share, scale, locale)),
  ]);
  const total = change === null ? [] : [[besideParentheses(signed(change, scale), rows), words.total]];
  return [head, ...aligned(rows), ...total];
}

function partRow({ code, indicator, points, before, after }: ChangePart, scale: number, locale: Locale): string[] {
  const cause = indicator === null ? locale.comparison.scorecard : wordFor(locale.indicators, indicator);
  const change = wordFor(locale.changes, code);
  const shown = points === null ? "" : signed(points, scale);
  if (indicator === null) return [shown, cause, change];
  return [shown, cause, change, rowWord(indicator, before, locale), rowWord(indicator, after, locale)];
}

/** A fact in words: its value, with its status where it doesn't count. */
function rowWord(indicator: string, row: ComparedRow | null, locale: Locale): string {
  const { comparison: words, statuses } = locale;
  if (row === null) return words.absent;
  const status = wordFor(statuses, row.status);
  if (row.actual === null) return status;
  const value = valueWord(locale, indicator, row.actual);
  return row.status === "known" ? value : fill(words.valueStatus, { value, status }, locale);
}

function shareRow({ indicator, points }: IndicatorShare, scale: number, locale: Locale): string[] {
  const { comparison: words, indicators } = locale;
  const name = indicator === null ? words.frame : wordFor(indicators, indicator);
  return [`(${signed(points, scale)})`, INDENT + fill(words.share, { indicator: name }, locale)];
}

/** Where some points stand in parentheses, the others keep clear of the closing one, so that digits stand below digits. */
function aligned(rows: readonly string[][]): string[][] {
  return rows.map(([points = "", ...others]) => [besideParentheses(points, rows), ...others]);
}

function besideParentheses(points: string, rows: readonly (readonly string[])[]): string {
  return points.endsWith(")") || !rows.some(([first]) => first?.endsWith(")")) ? points : `${points} `;
}
