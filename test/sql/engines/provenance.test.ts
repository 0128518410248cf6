import { defineScorecard, type Evaluation, evaluate, type Facts } from "keyaccount";
import { toSql } from "keyaccount/sql";
import { beforeAll, describe, expect, test } from "vitest";
import { type Engine, openEngines } from "./engine.js";

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await openEngines();
});

const card = defineScorecard({
  id: "aged",
  version: "1",
  indicators: {
    days: { kind: "ratio", weight: "60", standard: "45", better: "lower", cap: "1", floor: "0", maxAgeDays: 365 },
    manager: { kind: "flag", weight: "25", missing: "neutral" },
    brands: { kind: "choice", weight: "15", options: { none: 0, some: "0.6", all: 1 }, missing: "worst" },
  },
  limits: [
    { when: { indicator: "manager", known: false }, grade: "B" },
    { when: { indicator: "days", above: "90" }, grade: "C" },
    { when: { indicator: "brands", is: "none" }, grade: "D" },
  ],
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "60" },
    { grade: "C", from: "40" },
    { grade: "D", from: null },
  ],
});

const DAYS = [null, "2026-11-23", "2026-11-22", "2026-11-21", "2025-11-21", "2025-11-20", "2001-01-01"];
const ANSWERS = [null, "true", "false"];
const rows = [null, "60", "120", "0"].flatMap((days) =>
  ANSWERS.flatMap((absent) =>
    DAYS.flatMap((seen) =>
      [null, "true"].flatMap((manager) =>
        ["some", null, "none"].map((brands, index) => [days, seen, absent, manager, ANSWERS[index] ?? null, brands]),
      ),
    ),
  ),
);

function factsOf([days, seen, absent, manager, managerAbsent, brands]: (typeof rows)[number]): Facts {
  return {
    days: { value: days, observedAt: seen, notApplicable: absent === "true" },
    manager: { value: manager === null ? null : manager === "true", notApplicable: managerAbsent === "true" },
    brands,
  } as Facts;
}

const printed = (value: unknown): string => (value === null ? "-" : String(value as string | boolean));
const outcome = ({ score, grade, gradeCertain, coverage, low, high, worstGrade, bestGrade, indicators }: Evaluation) =>
  [score, coverage, low, high, ...Object.values(indicators).map(({ points }) => points)]
    .map((value) => value?.toFixed(4) ?? "-")
    .concat([grade, gradeCertain, worstGrade, bestGrade].map(printed));

describe.each([null, "2026-11-21", "2026-11-21T08:00:00Z"])("as of %s", (asOf) => {
  test("C3.1 what is stale, observed later or not applicable counts as evaluate counts it", async () => {
    for (const engine of engines) {
      const columns = ["days DECIMAL(9,2)", "seen DATE", "absent BOOLEAN", "manager BOOLEAN", "manager_absent BOOLEAN"];
      const named = [...columns.map((column) => column.split(" ")), ["brands", engine.textType]];
      await engine.load(
        "aged",
        [{ name: "n", type: "INTEGER" }, ...named.map(([name = "", type = ""]) => ({ name, type }))],
        rows.map((row, n) => [String(n), ...row]),
      );
      const sql = toSql(card, {
        dialect: engine.dialect,
        table: "aged",
        keep: ["n"],
        explain: true,
        asOf,
        columns: {
          days: { column: "days", scale: 2, observedAt: "seen", notApplicable: "absent" },
          manager: { column: "manager", notApplicable: "manager_absent" },
        },
      });
      const names = ["score", "coverage", "low", "high", "points_days", "points_manager", "points_brands"];
      const list = [...names, "grade", "grade_certain", "worst_grade", "best_grade"].map(
        (name) => `CAST("${name}" AS ${engine.textType})`,
      );
      const found = await engine.query(`SELECT ${list.join(", ")} FROM (${sql}) AS judged ORDER BY n`);
      await engine.query("DROP TABLE aged");
      expect(rows.length).toBe(504);
      expect(found.map((row) => row.map(printed))).toEqual(
        rows.map((row) => outcome(evaluate(card, factsOf(row), { asOf }))),
      );
    }
  });
});
