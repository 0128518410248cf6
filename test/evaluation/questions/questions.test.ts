import { defineScorecard, nextQuestions } from "keyaccount";
import { expect, test } from "vitest";

const card = defineScorecard({
  id: "learn",
  version: "1",
  scale: 2,
  groups: { finance: { max: "30" } },
  indicators: {
    volume: { kind: "ratio", weight: "20", standard: "10" },
    margin: { kind: "ratio", group: "finance", weight: "20", standard: "0.1", cap: "1", floor: "0" },
    days: { kind: "ratio", group: "finance", weight: "20", standard: "45", better: "lower", cap: "1", floor: "0" },
    reputation: { kind: "rating", weight: "40", min: 1, max: 5 },
  },
  grades: [
    { grade: "A", from: "70" },
    { grade: "B", from: null },
  ],
});

test("A6.1 a group's max makes the narrowing depend on the answer", () => {
  const { low, high, questions } = nextQuestions(card, { volume: 10, reputation: 5, margin: "0.1" });
  // 20 + 40 + min(30, 20 + 0 … 20).
  expect([low, high]).toEqual([80, 90]);
  expect(questions).toMatchObject([
    { indicator: "days", settles: "always", narrows: 10, mayNarrow: 10, grades: ["A"] },
  ]);
  const two = nextQuestions(card, { volume: 10, reputation: 5 }).questions;
  // Open: 0 … 30. Margin 0 leaves 0 … 20, margin 20 leaves 20 … 30.
  expect(two).toMatchObject([
    { indicator: "margin", narrows: 10, mayNarrow: 20, settles: "possibly" },
    { indicator: "days", narrows: 10, mayNarrow: 20, settles: "possibly" },
  ]);
});

test("A6.1 what leaves the interval without a bound comes first among equals, and nothing else narrows before", () => {
  const { high, questions } = nextQuestions(card, {});
  expect(high).toBeNull();
  expect(questions.map(({ indicator, unbounded, narrows }) => [indicator, unbounded, narrows])).toEqual([
    ["volume", true, null],
    ["reputation", false, null],
    ["margin", false, null],
    ["days", false, null],
  ]);
});

test("A6.1 rescaled for what isn't applicable, a width wavers by a tick, which is counted", () => {
  const { questions } = nextQuestions(card, { volume: { notApplicable: true }, margin: "0.1" });
  expect(questions.map(({ indicator, narrows, mayNarrow }) => [indicator, narrows, mayNarrow])).toEqual([
    ["reputation", 50, 50],
    ["days", 12.5, 12.5],
  ]);
});

test("A6.1 with everything known nothing is asked, and facts that are none are asked for", () => {
  expect(nextQuestions(card, { volume: 1, margin: 1, days: 1, reputation: 1 }).questions).toEqual([]);
  expect(nextQuestions(card, null as never).questions).toHaveLength(4);
  const copy = JSON.parse(JSON.stringify(card)) as typeof card;
  expect(nextQuestions(copy, {})).toEqual(nextQuestions(card, {}));
});
