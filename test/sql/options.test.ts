import { defineScorecard, isKeyAccountError, type Scorecard } from "keyaccount";
import { SQL_DIALECTS, type SqlOptions, toSql } from "keyaccount/sql";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const card = defineScorecard({
  id: "payer",
  version: "1",
  indicators: {
    days: { kind: "ratio", weight: "60", standard: "45", better: "lower", cap: "1", floor: "0", maxAgeDays: 365 },
    manager: { kind: "flag", weight: "25" },
    brands: { kind: "choice", weight: "15", options: { none: 0, all: 1 } },
  },
  limits: [{ when: { indicator: "days", above: "90" }, grade: "B" }],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: null },
  ],
});
type Options = SqlOptions<"days" | "manager" | "brands">;

/** The codes and paths of what is wrong. */
function faultsOf(options: unknown, scorecard: Scorecard = card): string[] {
  try {
    toSql(scorecard, options as Options);
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${path.join(".")}: ${code}`);
    throw error;
  }
  return [];
}

const plain: Options = { dialect: "duckdb", table: "clients" };

describe("A7.6 toSql says everything that is wrong with its options", () => {
  test("A7.6 sound options have no faults, and are never changed", () => {
    for (const dialect of SQL_DIALECTS) {
      const options = deepFreeze({
        dialect,
        table: ["crm", "main", "clients"],
        keep: ["id"],
        asOf: "2026-11-21",
        explain: true,
        prefix: "judged_",
        columns: {
          days: { column: "d", scale: 2, observedAt: "seen", notApplicable: "na" },
          manager: "m",
          brands: null,
        },
      } satisfies Options);
      expect(faultsOf(options)).toEqual([]);
    }
  });

  test("A7.6 what is missing, misspelt or of another type, all at once", () => {
    const faults = faultsOf({
      dialect: "oracle",
      columns: { dayz: "d", days: { scale: 19, colunm: "d" }, manager: { column: 5, scale: 1 }, brands: true },
      keep: "id",
      explain: 1,
      prefix: null,
      tabel: "clients",
    });
    expect(faults.sort()).toEqual(
      [
        "dialect: unknown-value",
        "table: required",
        "columns.dayz: unknown-indicator",
        "columns.days.colunm: unknown-key",
        "columns.days.column: required",
        "columns.days.scale: out-of-range",
        "columns.manager.column: wrong-type",
        "columns.manager.scale: unknown-key",
        "columns.brands: wrong-type",
        "keep: wrong-type",
        "explain: wrong-type",
        "prefix: wrong-type",
        "tabel: unknown-key",
      ].sort(),
    );
    expect(faultsOf({ ...plain, columns: [] })).toEqual(["columns: wrong-type"]);
    expect(faultsOf({ ...plain, columns: null })).toEqual(["columns: wrong-type"]);
  });

  test("A7.6 an empty or endless name, no table at all", () => {
    expect(faultsOf({ ...plain, table: "" })).toEqual(["table: out-of-range"]);
    expect(faultsOf({ ...plain, table: [] })).toEqual(["table: too-few"]);
    expect(faultsOf({ ...plain, table: ["a", "x".repeat(256)] })).toEqual(["table.1: out-of-range"]);
    expect(faultsOf({ ...plain, table: "x".repeat(255), prefix: "" })).toEqual([]);
  });

  test("A7.6 asOf is a day or a moment", () => {
    expect(faultsOf({ ...plain, asOf: "2026-02-30" })).toEqual(["asOf: not-a-date"]);
    expect(faultsOf({ ...plain, asOf: 20_261_121 })).toEqual(["asOf: not-a-date"]);
    expect(faultsOf({ ...plain, asOf: null })).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "duckdb"],
    ["a list", [plain]],
    ["a date", new Date(0)],
    ["a getter", Object.defineProperty({ ...plain }, "table", { enumerable: true, get: () => "x" })],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
    ],
    [
      "itself",
      (() => {
        const one: Record<string, unknown> = { ...plain };
        one["columns"] = one;
        return one;
      })(),
    ],
    ["a key __proto__", JSON.parse('{"dialect":"duckdb","table":"t","columns":{"__proto__":"x"}}')],
    ["NaN", { ...plain, columns: { days: { column: "d", scale: NaN } } }],
    ["a hole", { ...plain, keep: Array(3) }],
    [
      "ten thousand levels",
      (() => {
        let deep: object = {};
        for (let i = 0; i < 10_000; i += 1) deep = { deep };
        return { ...plain, columns: deep };
      })(),
    ],
    ["a million names", { ...plain, keep: Array.from({ length: 1_000_000 }, String) }],
    ["a megabyte", { ...plain, table: "x".repeat(1_000_000) }],
  ])("A7.6 hostile options end in coded errors: %s", (_, options) => {
    expect(faultsOf(options).length).toBeGreaterThan(0);
  });

  test("A7.6 a scorecard that was put together by hand is checked: hostile codes are refused", () => {
    const text = JSON.stringify(card).replaceAll('"none"', `"no'ne\\\\"`).replaceAll('"B"', `"B'; --"`);
    expect(faultsOf(plain, JSON.parse(text) as Scorecard)).toContain("grades.1.grade: unsafe-id");
    expect(faultsOf(plain, JSON.parse(text) as Scorecard)).toContain("indicators.brands.options.no'ne\\: unsafe-id");
    expect(faultsOf(plain, JSON.parse(JSON.stringify(card)) as Scorecard)).toEqual([]);
  });
});

describe("A7.6 names", () => {
  test("A7.6 no quotes make a NUL safe, half a character, or, for Spark, a variable", () => {
    for (const dialect of SQL_DIALECTS) {
      const faults = faultsOf({
        dialect,
        table: ["a\0b"],
        keep: ["x\ud800"],
        prefix: "\0",
        columns: { days: { column: "${env:HOME}", observedAt: "\udc00" } },
      });
      expect(faults).toContain("table.0: unsafe-name");
      expect(faults).toContain("keep.0: unsafe-name");
      expect(faults).toContain("prefix: unsafe-name");
      expect(faults).toContain("columns.days.observedAt: unsafe-name");
      expect(faults.includes("columns.days.column: unsafe-name")).toBe(dialect === "spark");
    }
    expect(faultsOf({ ...plain, table: "😀 ok $ {" })).toEqual([]);
  });

  test("A7.6 PostgreSQL cuts names after 63 bytes: one of 64 is refused, counted in UTF-8", () => {
    const postgres = { ...plain, dialect: "postgres" } as const;
    for (const letter of ["x", "é", "客", "😀"]) {
      const most = Math.floor(63 / new TextEncoder().encode(letter).length);
      const padding = "x".repeat(63 - most * new TextEncoder().encode(letter).length);
      expect(faultsOf({ ...postgres, table: letter.repeat(most) + padding })).toEqual([]);
      expect(faultsOf({ ...postgres, table: `${letter.repeat(most)}${padding}x` })).toEqual(["table.0: name-too-long"]);
      expect(faultsOf({ ...plain, table: `${letter.repeat(most)}${padding}x` })).toEqual([]);
    }
    const error = (() => {
      try {
        toSql(card, { ...postgres, table: "é".repeat(32) });
      } catch (caught) {
        return caught;
      }
      return null;
    })();
    expect(isKeyAccountError(error, "name-too-long") && error.details).toEqual({
      name: "é".repeat(32),
      bytes: 64,
      most: 63,
    });
  });

  test("A7.6 points of a long id need more bytes than PostgreSQL keeps", () => {
    const id = "x".repeat(60);
    const long = defineScorecard({
      id: "long",
      version: "1",
      indicators: { [id]: { kind: "flag", weight: "100" } },
      grades: [{ grade: "A", from: null }],
    });
    const options = { dialect: "postgres", table: "t", columns: { [id]: "c" } };
    expect(faultsOf(options, long)).toEqual([]);
    expect(faultsOf({ ...options, explain: true }, long)).toEqual(["prefix: name-too-long"]);
    expect(faultsOf({ ...options, dialect: "duckdb", explain: true }, long)).toEqual([]);
  });

  test("A7.6 two columns of one name are refused; a prefix keeps them apart", () => {
    expect(faultsOf({ ...plain, keep: ["id", "score", "id"] })).toEqual([
      "keep.1: duplicate-column",
      "keep.2: duplicate-column",
    ]);
    expect(faultsOf({ ...plain, keep: ["id", "score"], prefix: "judged_" })).toEqual([]);
    expect(faultsOf({ ...plain, keep: ["Score"] })).toEqual(["keep.0: duplicate-column"]);
    expect(faultsOf({ ...plain, dialect: "spark", keep: ["SCORE"] })).toEqual(["keep.0: duplicate-column"]);
    expect(faultsOf({ ...plain, dialect: "postgres", keep: ["Score"] })).toEqual([]);
    expect(faultsOf({ ...plain, keep: ["points_days"] })).toEqual([]);
    expect(faultsOf({ ...plain, keep: ["points_days"], explain: true })).toEqual(["keep.0: duplicate-column"]);
    const twins = defineScorecard({
      id: "twins",
      version: "1",
      indicators: { days: { kind: "flag", weight: "50" }, Days: { kind: "flag", weight: "50" } },
      grades: [{ grade: "A", from: null }],
    });
    expect(faultsOf({ ...plain, explain: true }, twins)).toEqual(["prefix: duplicate-column"]);
    expect(faultsOf({ ...plain, dialect: "postgres", explain: true }, twins)).toEqual([]);
  });
});

describe("A7.6 digits", () => {
  const fine = defineScorecard({
    id: "fine",
    version: "1",
    scale: 9,
    indicators: {
      rate: {
        kind: "interpolate",
        weight: "59.999999937",
        knots: [
          { at: "0.12345678901234", share: "0.1234567891" },
          { at: "0.98765432109876", share: "0.9876543210987" },
        ],
      },
      days: { kind: "flag", weight: "40.000000063" },
    },
    grades: [{ grade: "A", from: null }],
  });

  test("A7.6 an indicator that 38 digits can't carry is refused by name; PostgreSQL carries it", () => {
    const columns = { rate: { column: "rate", scale: 18 }, days: "days" };
    const error = (() => {
      try {
        toSql(fine, { ...plain, columns });
      } catch (caught) {
        return caught;
      }
      return null;
    })();
    expect(isKeyAccountError(error, "too-many-digits") && [error.path, error.details]).toEqual([
      ["columns", "rate"],
      { indicator: "rate", most: 38 },
    ]);
    expect(faultsOf({ dialect: "spark", table: "t", columns }, fine)).toEqual(["columns.rate: too-many-digits"]);
    expect(faultsOf({ dialect: "postgres", table: "t", columns }, fine)).toEqual([]);
    expect(
      faultsOf({ dialect: "spark", table: "t", columns: { ...columns, rate: { column: "rate", scale: 4 } } }, fine),
    ).toEqual([]);
  });

  test("A7.6 nor is one that not even whole numbers fit", () => {
    const giant = defineScorecard({
      id: "giant",
      version: "1",
      scale: 9,
      indicators: {
        rate: {
          kind: "interpolate",
          weight: "100",
          knots: [
            { at: "0.1234567890123456789012345678901", share: "0.1" },
            { at: "1", share: "1" },
          ],
        },
      },
      grades: [{ grade: "A", from: null }],
    });
    expect(faultsOf(plain, giant)).toEqual(["columns.rate: too-many-digits"]);
    expect(faultsOf({ ...plain, table: "a\0" }, giant)).toEqual([
      "table.0: unsafe-name",
      "columns.rate: too-many-digits",
    ]);
  });
});
