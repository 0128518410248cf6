import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate, type Scorecard } from "keyaccount";
import * as handbook from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { parseScorecard } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { gradesOf, measureOf } from "./measure.js";

const document = readFileSync(fileURLToPath(new URL("../../docs/handbook-scorecards.md", import.meta.url)), "utf8");
const cards = Object.entries(handbook).filter(([name]) => name.endsWith("Scorecard")) as unknown as [
  string,
  Scorecard,
][];
const names: Readonly<Record<string, string>> = en.indicators;

/** The part of the document about one scorecard. */
const section = (name: string): string => document.split("\n## ").find((part) => part.startsWith(`\`${name}\``)) ?? "";
/** The cells of the tables' rows that are about an indicator. */
const rows = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe.each(cards)("A7.6 %s", (name, card) => {
  test("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  test("comes back from a database as it went", () => {
    expect(parseScorecard(JSON.parse(JSON.stringify(card)))).toEqual({ ok: true, value: card });
  });

  test("has weights that sum to 100, two decimals and an age for every fact", () => {
    const indicators = Object.values(card.indicators);
    expect([card.total, card.scale]).toEqual(["100", 2]);
    expect(indicators.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100);
    expect(indicators.every(({ maxAgeDays }) => maxAgeDays !== undefined)).toBe(true);
  });

  test("with nothing known has no coverage and leaves every grade open", () => {
    const { coverage, gradeCertain, worstGrade, bestGrade, unknown } = evaluate(card, {});
    expect({ coverage, gradeCertain, worstGrade, bestGrade }).toEqual({
      coverage: 0,
      gradeCertain: false,
      worstGrade: card.grades.at(-1)?.grade,
      bestGrade: card.grades[0]?.grade,
    });
    expect(unknown).toHaveLength(Object.keys(card.indicators).length);
  });

  test("stands in the documentation as it is", () => {
    const shown = rows(section(name)).map((cells) => cells.slice(0, 6));
    const expected = Object.entries(card.indicators).map(([id, indicator]) => [
      `\`${id}\``,
      names[id],
      indicator.group ?? "",
      indicator.kind,
      indicator.weight,
      measureOf(indicator),
    ]);
    expect(shown).toEqual(expected);
    expect(section(name)).toContain(`Grades: ${gradesOf(card)}.`);
  });
});

test("every indicator's place in the documentation says why", () => {
  const reasons = rows(document).map((cells) => cells[6] ?? "");
  expect(reasons.filter((why) => why.length < 10)).toEqual([]);
});
