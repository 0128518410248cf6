import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { SqlDialect } from "keyaccount/sql";

/** A column of a table as a test makes it. */
interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** A real engine in this process. */
export interface Engine {
  readonly dialect: SqlDialect;
  readonly textType: string;
  readonly quote: (name: string) => string;
  /** Makes a table of rows of texts; `null` is NULL. */
  load(table: string, columns: readonly TableColumn[], rows: readonly (readonly (string | null)[])[]): Promise<void>;
  /** Runs a statement; every value comes as the driver gives it. */
  query(sql: string): Promise<unknown[][]>;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly (string | null)[])[]): string =>
  rows
    .map((row) => row.map((text) => (text === null ? "\\N" : `"${text.replaceAll('"', '""')}"`)).join(","))
    .join("\n");
const create = (table: string, columns: readonly TableColumn[]): string =>
  `CREATE TABLE ${quote(table)} (${columns.map(({ name, type }) => `${quote(name)} ${type}`).join(", ")})`;

async function openDuckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const query = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRows();
  return {
    dialect: "duckdb",
    textType: "VARCHAR",
    quote,
    query,
    async load(table, columns, rows) {
      const file = join(tmpdir(), `keyaccount-rows-${String(process.pid)}.csv`);
      writeFileSync(file, csv(rows));
      await query(create(table, columns));
      await query(
        `COPY ${quote(table)} FROM '${file}' (FORMAT csv, HEADER false, NULLSTR '\\N', QUOTE '"', ESCAPE '"', DELIMITER ',')`,
      );
      rmSync(file);
    },
  };
}

async function openPostgres(): Promise<Engine> {
  const database = await PGlite.create();
  const query = async (sql: string): Promise<unknown[][]> =>
    (await database.query<unknown[]>(sql, [], { rowMode: "array" })).rows;
  return {
    dialect: "postgres",
    textType: "TEXT",
    quote,
    query,
    async load(table, columns, rows) {
      await query(create(table, columns));
      const blob = new Blob([csv(rows)]);
      await database.query(`COPY ${quote(table)} FROM '/dev/blob' WITH (FORMAT csv, NULL '\\N')`, [], { blob });
    },
  };
}

let opened: Promise<readonly Engine[]> | undefined;

/** Both engines, started once for all the tests of a process. */
export function openEngines(): Promise<readonly Engine[]> {
  opened ??= Promise.all([openDuckdb(), openPostgres()]);
  return opened;
}
