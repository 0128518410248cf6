import { defineScorecard } from "keyaccount";
import { toSql } from "keyaccount/sql";
import { beforeAll, expect, test } from "vitest";
import { type Engine, openEngines } from "./engine.js";

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await openEngines();
});

const card = defineScorecard({
  id: "names",
  version: "1",
  indicators: {
    share: { kind: "share", weight: "60" },
    brands: { kind: "choice", weight: "40", options: { none: 0, "a--b": "0.5", "b+": 1 } },
  },
  grades: [
    { grade: "A-", from: "50" },
    { grade: "B+", from: null },
  ],
});

const HOSTILE = [
  '"',
  "'",
  "\\",
  "\\'",
  '"; DROP TABLE x; --',
  "'; --",
  "/* x",
  "*/",
  "--",
  "a\nb",
  "客户",
  "😀",
  "$1",
  "${x}",
  "?",
  ":x",
  "a.b",
  "SELECT",
  " ",
];
/** Names that the text itself uses: a table or column of the host's may have them as well. */
const OURS = [
  "source",
  "facts",
  "curves",
  "points",
  "sums",
  "totals",
  "scores",
  "places",
  "place",
  "value_1",
  "keep_1",
  "ticks_1",
  "known",
];

test("A7.6 names of any kind are names, in real engines", async () => {
  for (const engine of engines) {
    for (const name of [...HOSTILE, ...OURS]) {
      const [share, id] = [`${name}s`, `${name}i`];
      await engine.load(
        name,
        [
          { name: share, type: "DECIMAL(9, 4)" },
          { name, type: engine.textType },
          { name: id, type: "INTEGER" },
        ],
        [
          ["0.75", "a--b", "1"],
          ["0.25", "b+", "2"],
          ["1.5", "'", "3"],
        ],
      );
      const sql = toSql(card, {
        dialect: engine.dialect,
        table: name,
        keep: [id, name],
        prefix: `${name}_`,
        columns: { share, brands: name },
      });
      const [text, decimal] = [
        engine.quote(`${name}_grade`),
        `CAST(${engine.quote(`${name}_score`)} AS ${engine.textType})`,
      ];
      const found = await engine.query(
        `SELECT ${engine.quote(name)}, ${decimal}, ${text} FROM (${sql}) AS judged ORDER BY ${engine.quote(id)}`,
      );
      expect(found).toEqual([
        ["a--b", "65.0000", "A-"],
        ["b+", "55.0000", "A-"],
        ["'", null, null],
      ]);
      await engine.query(`DROP TABLE ${engine.quote(name)}`);
    }
  }
});

test("A7.6 a value with more decimals than its column was said to have stops the query in DuckDB and is exact in PostgreSQL", async () => {
  for (const engine of engines) {
    await engine.load(
      "finer",
      [
        { name: "share", type: "DECIMAL(9, 4)" },
        { name: "brands", type: engine.textType },
      ],
      [["0.7512", "b+"]],
    );
    const judged = (scale: number) =>
      engine.query(
        `SELECT CAST(score AS ${engine.textType}) FROM (${toSql(card, { dialect: engine.dialect, table: "finer", columns: { share: { column: "share", scale } } })}) AS judged`,
      );
    expect(await judged(4)).toEqual([["85.0720"]]);
    if (engine.dialect === "postgres") expect(await judged(2)).toEqual([["85.0720"]]);
    else
      await expect(judged(2)).rejects.toThrow(
        "keyaccount: a value of share has more decimals than can be computed exactly",
      );
    await engine.query("DROP TABLE finer");
  }
});
