import type { Condition } from "../evaluation/definition/scorecard.js";
import type { Evaluation, LimitHit, Reason, Strength } from "../evaluation/evaluation.js";
import { fill, type Params } from "./fill.js";
import { formatIssue } from "./format-issue.js";
import type { Comparison, Locale } from "./locale.js";
import { valueWord, wordFor } from "./lookup.js";
import { fixed, isExactly, percent } from "./numbers.js";

/** How many reasons and how many strengths are told. */
const TOLD = 3;

/** What the table comes to: pairs of a heading and a line, the heading empty where it is the same as above. */
export function evaluationSummary(evaluation: Evaluation, locale: Locale): string[][] {
  const { table, indicators } = locale;
  const { reasons, strengths, unknown, issues, limits } = evaluation;
  const names = unknown.map((id) => wordFor(indicators, id)).join(table.list);
  return [
    ...headed(table.score, scoreLines(evaluation, locale)),
    ...headed(table.interval, [intervalLine(evaluation, locale)]),
    ...headed(table.coverage, [fill(table.coverageOf, { percent: percent(evaluation.coverage) })]),
    ...headed(table.grade, [gradeLine(evaluation, locale)]),
    ...headed(
      table.limits,
      limits.map((hit) => limitLine(hit, locale)),
    ),
    ...headed(
      table.reasons,
      reasons.slice(0, TOLD).map((reason) => reasonLine(evaluation, locale, reason)),
    ),
    ...headed(
      table.strengths,
      strengths.slice(0, TOLD).map((strength) => strengthLine(evaluation, locale, strength)),
    ),
    ...headed(table.unknown, names === "" ? [] : [names]),
    ...headed(
      table.issues,
      issues.map((issue) => formatIssue(issue, locale)),
    ),
  ];
}

function headed(heading: string, lines: readonly string[]): string[][] {
  return lines.map((line, index) => [index === 0 ? heading : "", line]);
}

function scoreLines({ score, points, weight, total, scale }: Evaluation, { table }: Locale): string[] {
  if (score === null) return [table.noScore];
  const line = fill(table.scoreOf, { score: fixed(score, scale), total: fixed(total, 0) });
  if (weight === total) return [line];
  const sign = isExactly(score, points, weight, total) ? "=" : "≈";
  const parts = { points: fixed(points, scale), weight: fixed(weight, scale), total: fixed(total, 0) };
  return [line, fill(table.rescaled, { score: fixed(score, scale), sign, ...parts })];
}

function intervalLine({ low, high, scale }: Evaluation, { table }: Locale): string {
  const boundText = (bound: number | null): string => (bound === null ? table.unbounded : fixed(bound, scale));
  return fill(table.intervalOf, { low: boundText(low), high: boundText(high) });
}

function gradeLine({ grade, gradeCertain, worstGrade, bestGrade }: Evaluation, { table, grades }: Locale): string {
  const gradeText = (one: string | null): string => (one === null ? table.noGrade : wordFor(grades, one));
  const params = { grade: gradeText(grade), worst: gradeText(worstGrade), best: gradeText(bestGrade) };
  return fill(gradeCertain ? table.gradeCertain : table.gradeOpen, params);
}

function limitLine({ when, grade }: LimitHit, locale: Locale): string {
  return fill(locale.table.limit, { condition: conditionText(when, locale), grade: wordFor(locale.grades, grade) });
}

const COMPARISONS: readonly Comparison[] = ["above", "atLeast", "below", "atMost", "is"];

function conditionText(when: Condition, locale: Locale): string {
  const bounds: { readonly [C in Comparison]?: string | boolean | undefined } = when;
  const indicator = wordFor(locale.indicators, when.indicator);
  return COMPARISONS.flatMap((comparison) => {
    const bound = bounds[comparison];
    if (bound === undefined) return [];
    return [fill(locale.conditions[comparison], { indicator, bound: valueWord(locale, when.indicator, bound) })];
  }).join(locale.table.and);
}

function reasonLine(evaluation: Evaluation, locale: Locale, reason: Reason): string {
  const params =
    reason.code === "group-capped"
      ? groupParams(evaluation, locale, reason.group)
      : indicatorParams(evaluation, locale, reason.indicator);
  return fill(locale.reasons[reason.code], { ...params, lost: fixed(reason.lost, evaluation.scale) });
}

function groupParams({ groups, scale }: Evaluation, locale: Locale, id: string): Params {
  const name = { group: wordFor(locale.groups, id) };
  const group = groups[id];
  if (group === undefined) return name;
  return { ...name, earned: fixed(group.earned, scale), max: group.max === null ? "" : fixed(group.max, scale) };
}

function strengthLine(evaluation: Evaluation, locale: Locale, { code, indicator, points }: Strength): string {
  const params = indicatorParams(evaluation, locale, indicator);
  return fill(locale.strengths[code], { ...params, points: fixed(points, evaluation.scale) });
}

function indicatorParams({ indicators, scale }: Evaluation, locale: Locale, id: string): Params {
  const name = { indicator: wordFor(locale.indicators, id) };
  const row = indicators[id];
  if (row === undefined) return name;
  return {
    ...name,
    actual: row.actual === null ? locale.statuses[row.status] : valueWord(locale, id, row.actual),
    standard: row.standard ?? "",
    weight: fixed(row.weight, scale),
  };
}
