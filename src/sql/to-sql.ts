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
import { type Column, type Item, type Program, type Stage } from "./program.js";
import { type ReadOptions, readOptions } from "./read-options.js";
import { kept, outcome, placesStage, scoresStage } from "./score-stages.js";
import { spark } from "./spark.js";
import { sumsStage, totalsStage } from "./sums-stages.js";
import { curvesStage, pointsStage, relativesStage } from "./ticks-stages.js";

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, spark };

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
