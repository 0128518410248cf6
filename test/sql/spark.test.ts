import fc from "fast-check";
import { type Evaluation, evaluate, type Scorecard } from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard } from "keyaccount/handbook";
import { type SqlColumn, toSql } from "keyaccount/sql";
import { describe, expect, test } from "vitest";
import { card as benchCard } from "../bench/subject.js";
import { scorecards } from "../evaluation/arbitrary.js";
import { seededRandom } from "../support/random.js";
import { factsOf, type Row, rowsFor, type Storage } from "./engines/clients.js";
import { runSpark, type Table } from "./spark/run.js";
import { decimal, printDecimal, readDecimal, type Type, type Value } from "./spark/types.js";

const DECIMALS: Storage = { type: "decimal", digits: 18, decimals: 4 };
const DOUBLES: Storage = { type: "double", digits: 0, decimals: 12 };

function typeOf(kind: string, { type, digits, decimals }: Storage): Type {
  if (kind === "choice") return { is: "string" };
  if (kind === "flag") return { is: "boolean" };
  return type === "double" ? { is: "double" } : decimal(digits, decimals);
}

function valueOf(text: string | null, type: Type): Value {
  if (text === null || type.is === "string") return text;
  if (type.is === "boolean") return text === "true";
  return type.is === "decimal" ? readDecimal(text, type.scale) : Number(text);
}

function tableOf(card: Scorecard, rows: readonly Row[], storage: Storage): Table {
  const kinds = Object.entries(card.indicators).map(([id, { kind }]) => [id, typeOf(kind, storage)] as const);
  return {
    types: Object.fromEntries(kinds.map(([id, type]) => [`\`${id}\``, type])),
    rows: rows.map((row) =>
      Object.fromEntries(kinds.map(([id, type]) => [`\`${id}\``, valueOf(row[id] ?? null, type)])),
    ),
  };
}

const OUTPUTS = ["score", "coverage", "low", "high"];

function printed(
  row: Readonly<Record<string, Value>>,
  types: Readonly<Record<string, Type>>,
  ids: readonly string[],
): string {
  const decimals = [...OUTPUTS, ...ids.map((id) => `points_${id}`)].map((name) => {
    const [value, type] = [row[`\`${name}\``] ?? null, types[`\`${name}\``]];
    return value === null || type?.is !== "decimal" ? "-" : printDecimal(value as bigint, type.scale);
  });
  const others = ["grade", "grade_certain", "worst_grade", "best_grade"].map((name) =>
    String(row[`\`${name}\``] ?? "-"),
  );
  return [...decimals, ...others].join(" ");
}

function expectedOf(card: Scorecard, result: Evaluation): string {
  const text = (value: number | null, scale = card.scale): string => {
    return value === null ? "-" : printDecimal(readDecimal(value.toFixed(scale), scale), scale);
  };
  const { score, coverage, low, high, grade, gradeCertain, worstGrade, bestGrade } = result;
  const points = Object.values(result.indicators).map((row) => text(row.points));
  const numbers = [text(score), text(coverage, Math.max(4, card.scale)), text(low), text(high), ...points];
  return [...numbers, grade ?? "-", String(gradeCertain), worstGrade ?? "-", bestGrade ?? "-"].join(" ");
}

function check(card: Scorecard, count: number, storage: Storage, isDeclared: boolean, seed: number): void {
  const rows = rowsFor(card, count, seededRandom(seed), storage);
  const columns: Record<string, SqlColumn> = {};
  for (const [id, { kind }] of Object.entries(card.indicators)) {
    if (isDeclared && kind !== "choice" && kind !== "flag") columns[id] = { column: id, scale: storage.decimals };
  }
  const sql = toSql(card, { dialect: "spark", table: "clients", explain: true, columns });
  const found = runSpark(sql, tableOf(card, rows, storage));
  const ids = Object.keys(card.indicators);
  const outcomes = found.rows.map((row) => printed(row, found.types, ids));
  expect(outcomes).toEqual(rows.map((row) => expectedOf(card, evaluate(card, factsOf(card, row, storage)))));
}

describe("A7.6 by Spark's rules for types: nothing overflows, nothing is rounded or converted unasked", () => {
  test.each<[string, Scorecard]>([
    ["twelve indicators", benchCard],
    ["dealers", dealerScorecard],
    ["distributors", distributorScorecard],
    ["key accounts", keyAccountScorecard],
    ["opportunities", opportunityScorecard],
  ])("A7.6 %s", (_, card) => {
    check(card, 150, DECIMALS, true, 3);
    check(card, 100, DECIMALS, false, 4);
    check(card, 100, DOUBLES, false, 5);
  });

  const isPlain = (card: Scorecard): boolean => !/\d\.?\d{12}/.test(JSON.stringify(card));

  test("A7.6 any scorecard, DECIMAL", () => {
    fc.assert(
      fc.property(scorecards, fc.nat(), fc.boolean(), (card, seed, isDeclared) => {
        check(card, 12, DECIMALS, isDeclared, seed);
      }),
      { numRuns: 120 },
    );
  });

  test("A7.6 any scorecard of plain figures, DOUBLE", () => {
    fc.assert(
      fc.property(scorecards.filter(isPlain), fc.nat(), (card, seed) => {
        check(card, 12, DOUBLES, false, seed);
      }),
      { numRuns: 120 },
    );
  });
});
