import { defineScorecard, previewImpact, reweigh } from "keyaccount";
import { describe, expect, test } from "vitest";

const card = defineScorecard({
  id: "pair",
  version: "1",
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40" } },
  grades: [
    { grade: "A", from: "80" },
    { grade: "B", from: "50" },
    { grade: "C", from: null },
  ],
});
const other = reweigh(card, { a: "40", b: "60" }, { version: "2" });

describe("C3 what other weights do to a portfolio", () => {
  // 60/40 → 40/60. up: 60×0 + 40×1 = 40 C → 60 B; down: 1, 0.5 = 80 A → 70 B; far: 1, 0.2 = 68 B → 52 B; same: 0.6, 0.6;
  // none: nothing known.
  const portfolio = [
    { id: "up", facts: { a: 0, b: 1 } },
    { id: "down", facts: { a: 1, b: "0.5" } },
    { id: "far", facts: { a: 1, b: "0.2" } },
    { id: "same", facts: { a: "0.6", b: "0.6" } },
    { id: "none", facts: {} },
  ];

  test("C3 counts, migration, movers and their reasons", () => {
    const impact = previewImpact(card, other, portfolio);
    expect(impact).toMatchObject({
      clients: 5,
      moved: 2,
      shifted: 1,
      unchanged: 2,
      moves: { up: 1, down: 1, gained: 0, lost: 0, renamed: 0 },
      migration: {
        before: ["A", "B", "C", null],
        after: ["A", "B", "C", null],
        clients: [
          [0, 1, 0, 0],
          [0, 2, 0, 0],
          [0, 1, 0, 0],
          [0, 0, 0, 1],
        ],
      },
      // 20 − 10 − 16 + 0 = −6 of 4 clients.
      change: { clients: 4, mean: -1.5, least: -16, most: 20 },
      issues: [],
      duplicates: [],
    });
    expect(impact.movers.map(({ id, move, change }) => [id, move, change])).toEqual([
      ["up", "up", 20],
      ["down", "down", -10],
    ]);
    expect(impact.movers[0]?.parts).toMatchObject([{ code: "weights", points: 20 }]);
    expect(impact.shifts).toEqual([
      { id: "far", index: 2, before: { score: 68, grade: "B" }, after: { score: 52, grade: "B" }, change: -16 },
    ]);
  });
});
