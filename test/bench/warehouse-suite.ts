// `scoreColumns` against databases that run what `toSql` writes (scores, grades, coverage and bounds, or points as well), and what
// an analyst would write for just this card.
import { availableParallelism } from "node:os";
import { scoreColumns } from "keyaccount";
import { wallPerPiece } from "./clock.js";
import type { Comparison, Piece } from "./comparison.js";
import { SQL_BY_HAND } from "./contenders/sql-by-hand.js";
import { last } from "./kept.js";
import { card } from "./subject.js";
import { runSuite } from "./suite.js";
import { type Contender, duckdbContender, postgresContender } from "./warehouse/contenders.js";
import { clientColumns, sumsAgree, sumsByHandAgree } from "./warehouse-columns.js";

const ROWS = 1_000_000;
/** As many as Postgres gets through in a round. */
const FEWER = 25_000;
const ROUNDS = 5;

const [columns, fewer] = [clientColumns(ROWS), clientColumns(FEWER)];
const threads = availableParallelism();
const duckdb = {
  one: await duckdbContender(ROWS),
  points: await duckdbContender(ROWS, true),
  all: await duckdbContender(ROWS, false, threads),
};
const postgres = { one: await postgresContender(FEWER), points: await postgresContender(FEWER, true) };
const byHand = ({ name, query, ...rest }: Contender): Contender => ({
  ...rest,
  name: `${name}, SQL by hand`,
  query,
  work: () => query(SQL_BY_HAND),
});

/** What `scoreColumns` is asked for. */
const ours = (options: { readonly explain?: boolean; readonly interval?: boolean }): Piece => ({
  work: () => {
    last.result = undefined;
    last.result = scoreColumns(card, columns, options);
  },
  count: ROWS,
});
const [plain, bounded] = [ours({}), ours({ interval: true })];
const explained = ours({ explain: true, interval: true });

const row = (name: string, { work, rows }: Contender, other: Piece): Comparison => ({
  name: `${name} ÷ \`scoreColumns\``,
  one: {
    work: async () => {
      last.result = await work();
    },
    count: rows,
  },
  other,
  rounds: ROUNDS,
});

await runSuite({
  title: "The same clients in a database",
  comparisons: [
    row("DuckDB, `toSql`", duckdb.one, bounded),
    row("DuckDB, `toSql`, points of every indicator", duckdb.points, explained),
    {
      ...row(`DuckDB, \`toSql\`, ${String(threads)} threads, time on the wall`, duckdb.all, bounded),
      clock: wallPerPiece,
    },
    row("DuckDB, by hand, scores and grades only", byHand(duckdb.one), plain),
    row("Postgres, `toSql`", postgres.one, bounded),
    row("Postgres, `toSql`, points of every indicator", postgres.points, explained),
    row("Postgres, by hand, scores and grades only", byHand(postgres.one), plain),
  ],
  agreements: async () => [
    await sumsAgree(duckdb.one, columns),
    await sumsAgree(duckdb.points, columns),
    await sumsAgree(duckdb.all, columns),
    await sumsByHandAgree(byHand(duckdb.one), columns),
    await sumsAgree(postgres.one, fewer),
    await sumsAgree(postgres.points, fewer),
    await sumsByHandAgree(byHand(postgres.one), fewer),
  ],
});
for (const one of [...Object.values(duckdb), ...Object.values(postgres)]) await one.close();
