import type { Scorecard } from "../evaluation/definition/scorecard.js";
import type { ResolvedIndicator } from "../evaluation/resolved/indicator.js";
import { type Resolved, resolve } from "../evaluation/resolved/resolve.js";
import { throwIssues } from "../ground/error.js";
import { planColumn } from "./column.js";
import type { Dialect, SqlDialect } from "./dialect.js";
import { duckdb } from "./duckdb.js";
import { factsStage, tableOf } from "./facts-stage.js";
import { nameIssues, type SqlIssue } from "./names.js";
import type { SqlOptions } from "./options.js";
import { postgres } from "./postgres.js";
import type { Column, Item, Program, Stage } from "./program.js";
import { type ReadOptions, readOptions } from "./read-options.js";
import { kept, outcome, placesStage, scoresStage } from "./score-stages.js";
import { spark } from "./spark.js";
import { sumsStage, totalsStage } from "./sums-stages.js";
import { curvesStage, pointsStage, relativesStage } from "./ticks-stages.js";

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, spark };

/**
 * A scorecard as one SELECT (A7.6), to judge a portfolio in the database that holds it. Every row gets the `score`, `grade`, `coverage`,
 * `low` and `high`, `worst_grade`, `best_grade` and `grade_certain` that `evaluate` gives for the same facts, to the last digit and on every tie; with `explain` also
 * `points_<id>` of each indicator. Decimals come out as DECIMAL; what `evaluate` answers with `null` is NULL.
 *
 * NULL is unknown, and so are NaN, ±Infinity, an unknown option and a rating or share outside its range. The arithmetic is done in whole
 * numbers, rounded half away from zero; where 38 digits wouldn't do, or a value has more decimals than its column was said to have, there is an error,
 * never another result. Names are quoted as they are given.
 *
 * Throws a `KeyAccountError` with everything that is wrong with the options: `unknown-indicator`, `unsafe-name`, `name-too-long`,
 * `duplicate-column`, `too-many-digits`, `not-a-date`, `required` …
 *
 * @example
 * ```ts
 * import { defineScorecard } from "keyaccount";
 * import { toSql } from "keyaccount/sql";
 *
 * const card = defineScorecard({
 *   id: "reach", version: "1",
 *   indicators: { outlets: { kind: "share", weight: "100" } },
 *   grades: [{ grade: "A", from: "80" }, { grade: "B", from: null }],
 * });
 * const sql = toSql(card, { dialect: "duckdb", table: "clients", keep: ["id"], columns: { outlets: { column: "outlet_share", scale: 4 } } });
 * sql.includes('FROM "clients" AS source'); // => true
 * sql.split(";").length; // => 1
 * ```
 */
export function toSql<I, G extends string, R extends string>(
  scorecard: Scorecard<I, G, R>,
  options: SqlOptions<NoInfer<keyof I & string>>,
): string {
  const resolved = resolve(scorecard);
  const read = readOptions(options, resolved.indicators);
  const program = programOf(resolved, read);
  const computed = outcome(program);
  throwIssues([
    ...nameIssues(
      read,
      computed.map(({ name }) => name),
    ),
    ...digitIssues(program),
  ]);
  const stages = [
    factsStage(program),
    relativesStage(program),
    curvesStage(program),
    pointsStage(program),
    sumsStage(program),
    totalsStage(program),
    scoresStage(program),
    placesStage(program),
  ].filter(({ name, columns }) => name === "facts" || columns.length > 0);
  return written(stages, [...kept(program), ...computed], program);
}

function programOf(resolved: Resolved, options: ReadOptions): Program {
  const dialect = DIALECTS[options.dialect];
  const items = resolved.indicators.map((indicator, index) => itemOf(indicator, index + 1, resolved, options, dialect));
  return { resolved, options, dialect, items };
}

function itemOf(
  indicator: ResolvedIndicator,
  number: number,
  { limits }: Resolved,
  { columns }: ReadOptions,
  dialect: Dialect,
): Item {
  const source = columns[indicator.id] ?? null;
  const compared = limits
    .filter(({ when }) => when.indicator === indicator.id)
    .flatMap(({ bounds }) => bounds.map(({ at }) => at.text));
  const numeric =
    source === null || indicator.numeric === null
      ? null
      : planColumn(indicator, indicator.numeric, compared, `value_${String(number)}`, source.scale, dialect);
  return { indicator, number, source, numeric };
}

/** Indicators whose exact points need more digits than the engine has. */
function digitIssues({ items }: Program): SqlIssue[] {
  return items.flatMap(({ indicator, numeric }): SqlIssue[] =>
    numeric === null || numeric.isExact
      ? []
      : [{ code: "too-many-digits", path: ["columns", indicator.id], details: { indicator: indicator.id, most: 38 } }],
  );
}

function written(stages: readonly Stage[], columns: readonly Column[], program: Program): string {
  const { dialect } = program;
  const parts = stages.map(({ name, columns: own }, index) => {
    const before = stages[index - 1];
    const list = [...(before === undefined ? [] : ["*"]), ...own.map(lineOf)].join(",\n    ");
    const from = before === undefined ? tableOf(program) : before.name;
    return `${name} AS (\n  SELECT\n    ${list}\n  FROM ${from}${dialect.fence}\n)`;
  });
  const last = columns.map(({ name, sql }) => `${sql} AS ${dialect.quote(name)}`).join(",\n  ");
  return `WITH ${parts.join(", ")}\nSELECT\n  ${last}\nFROM ${stages.at(-1)?.name ?? ""}`;
}

function lineOf({ name, sql, note }: Column): string {
  return `${sql} AS ${name}${note === undefined ? "" : ` /* ${note} */`}`;
}
