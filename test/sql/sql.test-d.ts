import { defineScorecard } from "keyaccount";
import { type SqlOptions, toSql } from "keyaccount/sql";
import { expectTypeOf, test } from "vitest";

const card = defineScorecard({
  id: "payer",
  version: "1",
  indicators: { days: { kind: "share", weight: "60" }, manager: { kind: "flag", weight: "40" } },
  grades: [{ grade: "A", from: null }],
});

test("toSql answers with a text and knows the scorecard's ids", () => {
  expectTypeOf(toSql(card, { dialect: "duckdb", table: "clients" })).toEqualTypeOf<string>();
  toSql(card, {
    dialect: "spark",
    table: ["crm", "clients"],
    columns: { days: "d", manager: { column: "m", notApplicable: "x" } },
  });
  // @ts-expect-error the scorecard has no indicator "dayz"
  toSql(card, { dialect: "duckdb", table: "clients", columns: { dayz: "d" } });
  // @ts-expect-error no such dialect
  toSql(card, { dialect: "oracle", table: "clients" });
  // @ts-expect-error the table is needed
  toSql(card, { dialect: "duckdb" });
  // @ts-expect-error a column needs its name
  toSql(card, { dialect: "duckdb", table: "clients", columns: { days: { scale: 2 } } });
  expectTypeOf<SqlOptions["dialect"]>().toEqualTypeOf<"duckdb" | "postgres" | "spark">();
});
