import type { Condition, UnknownCondition } from "../evaluation/definition/scorecard.js";
import type { Evaluation, LimitHit, Reason, Strength } from "../evaluation/evaluation.js";
import { fill, type Params } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import type { Comparison, Locale } from "./locale.js";
import { valueWord, wordFor } from "./lookup.js";
import { fixed, isExactly, percent } from "./numbers.js";
import { wrap } from "./wrap.js";

/** How many reasons and how many strengths are told. */
const TOLD = 3;
/** How wide a list of names may become before it goes on in the next line. */
const COLUMNS = 100;
/** Where a list of names may be broken; no word has it. */
const BREAK = "\n";

/** What the table comes to: pairs of a heading and a line, the heading empty where it is the same as above. */
export function evaluationSummary(evaluation: Evaluation, locale: Locale): string[][] {
  const { table, indicators } = locale;
  const { reasons, strengths, unknown, issues, limits } = evaluation;
  const names = unknown.map((id) => wordFor(indicators, id));
  return [
    ...headed(table.score, scoreLines(evaluation, locale)),
    ...headed(table.interval, unknown.length > 0 ? intervalLines(evaluation, locale) : []),
    ...headed(table.coverage, [fill(table.coverageOf, { percent: percent(evaluation.coverage) }, locale)]),
    ...headed(table.grade, [gradeLine(evaluation, locale)]),
    ...headed(table.limits, limitLines(limits, locale)),
    ...headed(
      table.reasons,
      reasons.slice(0, TOLD).map((reason) => reasonLine(evaluation, locale, reason)),
    ),
    ...headed(
      table.strengths,
      strengths.slice(0, TOLD).map((strength) => strengthLine(evaluation, locale, strength)),
    ),
    ...headed(table.unknown, broken(breakable(names, locale))),
    ...headed(
      table.issues,
      issues.map((issue) => formatIssue(issue, locale)),
    ),
  ];
}

/** A heading before the first of some lines. */
export function headed(heading: string, lines: readonly string[]): string[][] {
  return lines.map((line, index) => [index === 0 ? heading : "", line]);
}

/** A list of names that {@link broken} can break between them. */
function breakable(names: readonly string[], { table }: Locale): string {
  return names.join(table.list + BREAK);
}

function broken(text: string): string[] {
  return text === "" ? [] : wrap(text.split(BREAK), COLUMNS);
}

function scoreLines({ score, points, weight, total, scale }: Evaluation, { table, plurals }: Locale): string[] {
  if (score === null) return [table.noScore];
  const line = fill(table.scoreOf, { score: fixed(score, scale), total: fixed(total, 0) }, { plurals });
  if (weight === total) return [line];
  const sign = isExactly(score, points, weight, total) ? "=" : "≈";
  const parts = { points: fixed(points, scale), weight: fixed(weight, scale), total: fixed(total, 0) };
  return [line, fill(table.rescaled, { score: fixed(score, scale), sign, ...parts }, { plurals })];
}

/** The interval and, where a score that left out the unknown lies beside it, where the score will go. */
function intervalLines({ score, low, high, scale }: Evaluation, { table, plurals }: Locale): string[] {
  const boundText = (bound: number | null): string => (bound === null ? table.unbounded : fixed(bound, scale));
  const line = fill(table.intervalOf, { low: boundText(low), high: boundText(high) }, { plurals });
  if (score === null) return [line];
  if (high !== null && score > high) return [line, table.scoreAbove];
  return low !== null && score < low ? [line, table.scoreBelow] : [line];
}

function gradeLine(
  { grade, gradeCertain, worstGrade, bestGrade }: Evaluation,
  { table, grades, plurals }: Locale,
): string {
  const gradeText = (one: string | null): string => (one === null ? table.noGrade : wordFor(grades, one));
  if (gradeCertain) return fill(table.gradeCertain, { grade: gradeText(grade) }, { plurals });
  const [low, high] = [gradeText(worstGrade), gradeText(bestGrade)];
  const open = low === high ? low : fill(table.intervalOf, { low, high }, { plurals });
  return fill(table.gradeOpen, { grade: gradeText(grade), open }, { plurals });
}

/** One line for each limit that bites on what is known; what isn't known stands together, by the grade that it leaves. */
export function limitLines(limits: readonly LimitHit[], locale: Locale): string[] {
  const unknown = new Map<string, string[]>();
  const lines: string[] = [];
  for (const { when, grade } of limits) {
    if ("known" in when)
      unknown.set(grade, [...(unknown.get(grade) ?? []), wordFor(locale.indicators, when.indicator)]);
    else lines.push(limitLine(conditionText(when, locale), grade, locale));
  }
  for (const [grade, names] of unknown) {
    const condition = fill(locale.conditions.unknown, { indicator: breakable(names, locale) }, locale);
    lines.push(...broken(limitLine(condition, grade, locale)));
  }
  return lines;
}

function limitLine(condition: string, grade: string, { table, grades, plurals }: Locale): string {
  return fill(table.limit, { condition, grade: wordFor(grades, grade) }, { plurals });
}

type Bounds = { readonly [C in (typeof BOUNDS)[number]]?: string | boolean | undefined };
const BOUNDS = ["above", "atLeast", "below", "atMost", "is"] as const satisfies readonly Comparison[];

function conditionText(when: Exclude<Condition, UnknownCondition>, locale: Locale): string {
  const bounds: Bounds = when;
  const indicator = wordFor(locale.indicators, when.indicator);
  return BOUNDS.flatMap((comparison) => {
    const bound = bounds[comparison];
    if (bound === undefined) return [];
    return [
      fill(locale.conditions[comparison], { indicator, bound: valueWord(locale, when.indicator, bound) }, locale),
    ];
  }).join(locale.table.and);
}

function reasonLine(evaluation: Evaluation, locale: Locale, reason: Reason): string {
  const params =
    reason.code === "group-capped"
      ? groupParams(evaluation, locale, reason.group)
      : indicatorParams(evaluation, locale, reason.indicator);
  return fill(locale.reasons[reason.code], { ...params, lost: fixed(reason.lost, evaluation.scale) }, locale);
}

function groupParams({ groups, scale }: Evaluation, locale: Locale, id: string): Params {
  const name = { group: wordFor(locale.groups, id) };
  const group = groups[id];
  if (group === undefined) return name;
  return { ...name, earned: fixed(group.earned, scale), max: group.max === null ? "" : fixed(group.max, scale) };
}

function strengthLine(evaluation: Evaluation, locale: Locale, { code, indicator, points }: Strength): string {
  const params = indicatorParams(evaluation, locale, indicator);
  return fill(locale.strengths[code], { ...params, points: fixed(points, evaluation.scale) }, locale);
}

function indicatorParams({ indicators, scale }: Evaluation, locale: Locale, id: string): Params {
  const name = { indicator: wordFor(locale.indicators, id) };
  const row = indicators[id];
  if (row === undefined) return name;
  return {
    ...name,
    status: locale.statuses[row.status],
    actual: row.actual === null ? locale.statuses[row.status] : valueWord(locale, id, row.actual),
    standard: row.standard ?? "",
    weight: fixed(row.weight, scale),
  };
}
