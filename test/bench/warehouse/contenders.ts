// Scores the same clients inside databases, by the SELECT that `toSql` writes. Each contender loads its table once, outside the timing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { type SqlColumn, toSql } from "keyaccount/sql";
import { card } from "../subject.js";
import { COLUMNS, CREATE, clientFile } from "./columns.js";

/** A database with the clients loaded. */
export interface Contender {
  readonly name: string;
  readonly rows: number;
  /** Scores all rows once; the answer is a checksum, so that nothing is left out. */
  readonly work: () => Promise<string>;
  /** Runs another SELECT on the same table. */
  readonly query: (sql: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const columns: Readonly<Record<string, SqlColumn>> = Object.fromEntries(
  COLUMNS.flatMap(({ id, scale }) => (scale === undefined ? [] : [[id, { column: id, scale }]])),
);

/** What every contender runs: all scores and grades, none of them kept. */
function checksum(dialect: "duckdb" | "postgres", explain: boolean): string {
  const sql = toSql(card, { dialect, table: "clients", columns, explain });
  const points = explain ? Object.keys(card.indicators).map((id) => `, sum("points_${id}")`) : [];
  return `SELECT sum(score), sum(low), sum(high), sum(coverage), count(*) FILTER (WHERE grade = 'A')${points.join("")} FROM (${sql}) AS judged`;
}

/** DuckDB in process, on `threads` threads. */
export async function duckdbContender(rows: number, explain = false, threads = 1): Promise<Contender> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: String(threads) })).connect();
  const folder = mkdtempSync(join(tmpdir(), "keyaccount-bench-"));
  const file = join(folder, "clients.csv");
  writeFileSync(file, clientFile(rows));
  await connection.run(CREATE);
  await connection.run(`COPY clients FROM '${file.replaceAll("'", "''")}' (FORMAT csv, HEADER false)`);
  rmSync(folder, { recursive: true });
  const query = async (sql: string): Promise<string> =>
    JSON.stringify((await connection.runAndReadAll(sql)).getRowsJson());
  const judged = checksum("duckdb", explain);
  return {
    name: `DuckDB, ${String(threads)} thread${threads === 1 ? "" : "s"}${explain ? ", points" : ""}`,
    rows,
    work: () => query(judged),
    query,
    close: () => {
      connection.closeSync();
      return Promise.resolve();
    },
  };
}

/** Postgres in process (PGlite, WebAssembly): slower than a server by the price of its sandbox. */
export async function postgresContender(rows: number, explain = false): Promise<Contender> {
  const database = await PGlite.create();
  await database.query(CREATE);
  await database.query("COPY clients FROM '/dev/blob' WITH (FORMAT csv)", [], { blob: new Blob([clientFile(rows)]) });
  const query = async (sql: string): Promise<string> =>
    JSON.stringify((await database.query(sql, [], { rowMode: "array" })).rows);
  const judged = checksum("postgres", explain);
  return {
    name: `Postgres (PGlite)${explain ? ", points" : ""}`,
    rows,
    work: () => query(judged),
    query,
    close: () => database.close(),
  };
}
