import { defineScorecard } from "keyaccount";
import { type SqlOptions, toSql } from "keyaccount/sql";
import { describe, expect, test } from "vitest";
import { card as bench } from "../bench/subject.js";
import { steps } from "./engines/cards.js";

const card = defineScorecard({
  id: "payer",
  version: "1",
  indicators: {
    days: { kind: "ratio", weight: "60", standard: "45", better: "lower", cap: "1", floor: "0", maxAgeDays: 365 },
    manager: { kind: "flag", weight: "40" },
  },
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});
const written = (options: Partial<SqlOptions<"days" | "manager">> = {}): string =>
  toSql(card, { dialect: "duckdb", table: "clients", ...options });

/** The text without quoted names, literals and comments: what an engine reads as commands. */
const bare = (sql: string): string => sql.replaceAll(/"(?:[^"]|"")*"|`(?:[^`]|``)*`|'[^']*'|\/\*.*?\*\//gs, "");

const HOSTILE = [
  `"`,
  `'`,
  "`",
  `\\`,
  `\\'`,
  `"; DROP TABLE clients; --`,
  "`; DROP TABLE clients; --",
  "'; --",
  "/*",
  "*/",
  "--",
  "a\nb",
  "客户",
  "😀",
  "$1",
  ":x",
  "?",
  "%s",
  "a.b",
  "[x]",
  "SELECT",
  " ",
];

describe("A7.6 the text is one SELECT", () => {
  test.each(["duckdb", "postgres", "spark"] as const)("A7.6 %s: hostile names stay names", (dialect) => {
    const plain = bare(
      toSql(card, { dialect, table: ["s", "t"], keep: ["id"], prefix: "p", columns: { days: "d", manager: "m" } }),
    );
    for (const name of HOSTILE) {
      const sql = toSql(card, {
        dialect,
        table: [name, name],
        keep: [name],
        prefix: name,
        columns: { days: name, manager: name },
      });
      expect(bare(sql)).toBe(plain);
      expect(plain).not.toMatch(/;|--|DROP/);
    }
  });

  test("A7.6 the same input gives the same bytes", () => {
    expect(written()).toBe(written());
  });

  test("A7.6 the columns that come out, in order, with a prefix and points if they are asked for", () => {
    const names = (sql: string): string[] =>
      Array.from(sql.slice(sql.lastIndexOf("\nSELECT")).matchAll(/ AS "([^"]*)"/g), ([, name = ""]) => name);
    const computed = ["score", "grade", "grade_certain", "coverage", "low", "high", "worst_grade", "best_grade"];
    expect(names(written())).toEqual(computed);
    expect(names(written({ keep: ["id", "name"], prefix: "x_", explain: true }))).toEqual([
      "id",
      "name",
      ...[...computed, "points_days", "points_manager"].map((name) => `x_${name}`),
    ]);
  });

  test("A7.6 an indicator's column is that of its id unless told; null stands in no column", () => {
    expect(written()).toContain('source."days"');
    expect(written({ columns: { days: "d" } })).toContain('source."d"');
    expect(written({ columns: { days: null } })).not.toContain('source."days"');
    expect(written({ columns: { days: null, manager: null } })).toContain("CAST(NULL AS BIGINT) AS ticks_1");
  });

  test("C3.1 days by which a fact is stale or not yet known: a moment leaves a day's room, the calendar's ends none", () => {
    const dated = (asOf: string): string[] => {
      const sql = written({
        asOf,
        columns: { days: { column: "d", observedAt: "seen" }, manager: { column: "m", observedAt: "seen" } },
      });
      return Array.from(sql.matchAll(/AS DATE\) ([<>] DATE '[^']*')/g), ([, when = ""]) => when);
    };
    expect(dated("2026-11-21")).toEqual(["> DATE '2026-11-21'", "< DATE '2025-11-21'", "> DATE '2026-11-21'"]);
    expect(dated("2026-11-21T23:59:59Z")).toEqual([
      "> DATE '2026-11-22'",
      "< DATE '2025-11-21'",
      "> DATE '2026-11-22'",
    ]);
    expect(dated("9999-12-31T00:00:00Z")).toEqual(["< DATE '9998-12-31'"]);
    expect(dated("0001-01-01")).toEqual(["> DATE '0001-01-01'", "> DATE '0001-01-01'"]);
    expect(written({ columns: { days: { column: "d", observedAt: "seen" } } })).not.toContain("seen");
  });

  test("A7.6 exact columns of few digits are computed in BIGINT, others in the wide type", () => {
    const scales = {
      sellThrough: 2,
      collectionDays: 0,
      margin: 4,
      debtRatio: 3,
      salesReps: 0,
      reputation: 0,
      afterSales: 1,
      coverage: 2,
      growth: 3,
    };
    const columns = Object.fromEntries(Object.entries(scales).map(([id, scale]) => [id, { column: id, scale }]));
    expect(toSql(bench, { dialect: "duckdb", table: "clients", columns })).not.toMatch(/HUGEINT|VARCHAR\) AS DECIMAL/);
    expect(toSql(bench, { dialect: "duckdb", table: "clients" })).toContain("HUGEINT");
    expect(toSql(bench, { dialect: "spark", table: "clients" })).toContain("DECIMAL(38, 0)");
  });

  test("A7.6 PostgreSQL's numbers have no bounds: nothing is scaled, cut or turned away", () => {
    const sql = toSql(steps, { dialect: "postgres", table: "clients" });
    expect(sql).toContain("AS NUMERIC) AS relative_4");
    expect(sql).toContain("OFFSET 0");
    expect(sql).not.toMatch(/error|HUGEINT|DECIMAL\(38/);
  });

  test("A7.6 a bound between two whole numbers is compared as the one on its side", () => {
    const bounds = { above: ">", atLeast: ">=", below: "<", atMost: "<=" } as const;
    const compared = (how: keyof typeof bounds, bound: string): string => {
      const limited = defineScorecard({
        id: "limited",
        version: "1",
        indicators: { days: { kind: "share", weight: "100" } },
        limits: [{ when: { indicator: "days", [how]: bound }, grade: "B" }],
        grades: [
          { grade: "A", from: "50" },
          { grade: "B", from: null },
        ],
      });
      const sql = toSql(limited, { dialect: "duckdb", table: "t", columns: { days: { column: "d", scale: 0 } } });
      return /IS NOT NULL AND value_1 (\S+ \S+) /.exec(sql)?.[1] ?? "";
    };
    expect(["above", "atLeast", "below", "atMost"].map((how) => compared(how as "above", "7.5"))).toEqual([
      "> 7",
      ">= 8",
      "< 8",
      "<= 7",
    ]);
    expect(["above", "atLeast", "below", "atMost"].map((how) => compared(how as "above", "-7.5"))).toEqual([
      "> -8",
      ">= -7",
      "< -7",
      "<= -8",
    ]);
    expect(["above", "atLeast", "below", "atMost"].map((how) => compared(how as "above", "7"))).toEqual([
      "> 7",
      ">= 7",
      "< 7",
      "<= 7",
    ]);
  });

  test("A7.6 grades that no score can reach still fit BIGINT", () => {
    const far = defineScorecard({
      id: "far",
      version: "1",
      indicators: { growth: { kind: "ratio", weight: "100", standard: "1" } },
      grades: [
        { grade: "A", from: "1e90" },
        { grade: "B", from: "-1e90" },
        { grade: "C", from: null },
      ],
    });
    const sql = toSql(far, { dialect: "duckdb", table: "t", columns: { growth: { column: "g", scale: 0 } } });
    expect(sql).toContain(
      "score_ticks >= 1000000000000000000 THEN 0 WHEN score_ticks >= (-1000000000000000000) THEN 1",
    );
  });

  test("A7.6 many indicators are added up in parts, so that no expression nests too deep", () => {
    const ids = Array.from({ length: 400 }, (_, place) => `i${String(place)}`);
    const many = defineScorecard({
      id: "many",
      version: "1",
      total: "400",
      indicators: Object.fromEntries(ids.map((id) => [id, { kind: "flag", weight: 1 } as const])),
      grades: [{ grade: "A", from: null }],
    });
    const sql = toSql(many, { dialect: "duckdb", table: "t" });
    const longest = Math.max(
      ...sql
        .split("\n")
        .map((line) =>
          (line.match(/\([^()]*coalesce\(ticks_\d+, 0\)(?: \+ coalesce\(ticks_\d+, 0\))*/g) ?? [""]).reduce(
            (most, part) => Math.max(most, part.split(" + ").length),
            0,
          ),
        ),
    );
    expect(longest).toBeLessThan(60);
  });
});
