import { formatNote, rankByTopsis, weightsFromData, weightsFromPairs } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { expect, test } from "vitest";

test("C3.1 notes on weights, in both languages, indicators by their names", () => {
  const { notes } = weightsFromPairs([
    { a: "salesReps", b: "ours", ratio: 12 },
    { a: "ours", b: "relationship", ratio: 2 },
    { a: "relationship", b: "salesReps", ratio: 3 },
  ]);
  expect(notes.map((note) => formatNote(note, en))).toEqual([
    "Salespeople (number) against ours: 12 lies outside the scale of 1/9 to 9",
    "the comparisons contradict each other: consistency ratio 2.069433, 0.1 at most",
  ]);
  expect(notes.map((note) => formatNote(note, zhCN))[0]).toBe("销售人员（人数）与ours：12超出1/9至9的标度");
  const data = weightsFromData({ salesReps: [1, 1, null], ours: [1, 2, 3] });
  expect(data.notes.map((note) => formatNote(note, en))).toEqual([
    "1 row left out because of unknown values",
    "Salespeople (number): the same for all, so it tells nobody from anybody",
    "Salespeople (number): a share of 0 would be a weight of zero; it stands at the least weight, 0.01",
  ]);
});

test("C3.1 notes on a ranking have words of their own, also for the code that both share", () => {
  const { notes } = rankByTopsis(
    [
      { id: "x", facts: { salesReps: 1, ours: 1 } },
      { id: "y", facts: { salesReps: 1, ours: 2 } },
      { id: "z", facts: {} },
    ],
    { criteria: { salesReps: { weight: 1 }, ours: { weight: 1 } } },
  );
  expect(notes.map((note) => formatNote(note, en))).toEqual([
    "1 not ranked because of unknown values",
    "Salespeople (number): the same for all, so it moves nobody",
  ]);
  expect(formatNote({ code: "all-alike" }, zhCN)).toBe("全部相同，没有谁更接近理想值");
});

test("a code without words prints as the code, and what can't be printed doesn't break the line", () => {
  expect(formatNote({ code: "new-note" } as never, en)).toBe("new-note");
  expect(formatNote({ code: "no-spread", id: "a\nb" }, en)).not.toContain("\n");
});
