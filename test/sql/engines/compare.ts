import { type Evaluation, evaluate, type Scorecard } from "keyaccount";
import { type SqlColumn, toSql } from "keyaccount/sql";
import { factsOf, type Row, type Storage } from "./clients.js";
import type { Engine } from "./engine.js";

let tables = 0;

/** The rows' outcomes in an engine and by `evaluate`, as texts: those that differ. */
export async function differences(
  engine: Engine,
  card: Scorecard,
  rows: readonly Row[],
  storage: Storage,
  isDeclared: boolean,
): Promise<string[]> {
  const ids = Object.keys(card.indicators);
  const table = `clients ${String((tables += 1))}`;
  const columns = ids.map((id) => ({ name: id, type: typeOf(card, id, storage, engine) }));
  await engine.load(
    table,
    [{ name: "n", type: "INTEGER" }, ...columns],
    rows.map((row, n) => [String(n), ...ids.map((id) => row[id] ?? null)]),
  );
  const sql = toSql(card, {
    dialect: engine.dialect,
    table,
    keep: ["n"],
    explain: true,
    columns: isDeclared ? declared(card, storage) : {},
  });
  const found = await engine.query(`SELECT ${printed(card, engine)} FROM (${sql}) AS judged ORDER BY n`);
  await engine.query(`DROP TABLE ${engine.quote(table)}`);
  return rows.flatMap((row, n) => {
    const expected = outcomeOf(card, evaluate(card, factsOf(card, row, storage)));
    const got = String(found[n]?.[0]);
    return got === expected ? [] : [`${JSON.stringify(row)}\n  evaluate ${expected}\n  ${engine.dialect} ${got}`];
  });
}

function typeOf(card: Scorecard, id: string, { type, digits, decimals }: Storage, engine: Engine): string {
  const kind = card.indicators[id]?.kind;
  if (kind === "choice") return engine.textType;
  if (kind === "flag") return "BOOLEAN";
  return type === "double" ? "DOUBLE PRECISION" : `DECIMAL(${String(digits)}, ${String(decimals)})`;
}

function declared(card: Scorecard, { decimals }: Storage): Record<string, SqlColumn> {
  const numeric = Object.entries(card.indicators).filter(([, { kind }]) => kind !== "choice" && kind !== "flag");
  return Object.fromEntries(numeric.map(([id]) => [id, { column: id, scale: decimals }]));
}

const OUTPUTS = ["score", "grade", "grade_certain", "coverage", "low", "high", "worst_grade", "best_grade"];

function printed(card: Scorecard, { quote, textType }: Engine): string {
  const names = [...OUTPUTS, ...Object.keys(card.indicators).map((id) => `points_${id}`)];
  return names.map((name) => `coalesce(CAST(${quote(name)} AS ${textType}), '-')`).join(" || ' ' || ");
}

/** An evaluation as the text that the engines print. */
function outcomeOf(card: Scorecard, result: Evaluation): string {
  const decimal = (value: number | null, scale = card.scale): string => value?.toFixed(scale) ?? "-";
  return [
    decimal(result.score),
    result.grade ?? "-",
    String(result.gradeCertain),
    decimal(result.coverage, Math.max(card.scale, 4)),
    decimal(result.low),
    decimal(result.high),
    result.worstGrade ?? "-",
    result.bestGrade ?? "-",
    ...Object.values(result.indicators).map(({ points }) => decimal(points)),
  ].join(" ");
}
