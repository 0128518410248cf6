import { defineScorecard, evaluate, nextQuestions } from "keyaccount";
import { expect, test } from "vitest";

const grades = [
  { grade: "A", from: 80 },
  { grade: "B", from: null },
] as const;

const three = (a: string, b: string, c: string) =>
  defineScorecard({
    id: "three",
    version: "1",
    indicators: {
      a: { kind: "share", weight: a },
      b: { kind: "share", weight: b },
      c: { kind: "flag", weight: c },
    },
    grades,
  });

test.each([
  ["7 ticks", three("50", "20", "30")],
  ["666,667 ticks", three("33.3333", "33.3334", "33.3333")],
])("A6.1 where rescaling repeats after %s, an answer narrows at least and at most as told", (_, card) => {
  const facts = { c: { notApplicable: true } } as const;
  const { questions } = nextQuestions(card, facts);
  const before = evaluate(card, facts);
  for (const { indicator, narrows, mayNarrow } of questions) {
    for (let step = 0; step <= 1_000; step += 1) {
      const after = evaluate(card, { ...facts, [indicator]: step / 1_000 });
      const narrowed = Number(before.high) - Number(before.low) - (Number(after.high) - Number(after.low));
      expect(narrowed).toBeGreaterThanOrEqual(Number(narrows) - 1e-9);
      expect(narrowed).toBeLessThanOrEqual(Number(mayNarrow) + 1e-9);
    }
  }
  expect(questions.map(({ indicator }) => indicator).toSorted()).toEqual(["a", "b"]);
});

test("A6.1 with points below zero, rescaled, too", () => {
  const card = defineScorecard({
    id: "below",
    version: "1",
    indicators: {
      a: {
        kind: "interpolate",
        weight: "50",
        knots: [
          { at: 0, share: -1 },
          { at: 1, share: 1 },
        ],
      },
      b: { kind: "share", weight: "20" },
      c: { kind: "flag", weight: "30" },
    },
    grades,
  });
  const facts = { c: { notApplicable: true } } as const;
  const [first] = nextQuestions(card, facts).questions;
  const before = evaluate(card, facts);
  expect(first?.indicator).toBe("a");
  for (let step = 0; step <= 400; step += 1) {
    const after = evaluate(card, { ...facts, a: step / 400 });
    const narrowed = Number(before.high) - Number(before.low) - (Number(after.high) - Number(after.low));
    expect(narrowed).toBeGreaterThanOrEqual(Number(first?.narrows) - 1e-9);
    expect(narrowed).toBeLessThanOrEqual(Number(first?.mayNarrow) + 1e-9);
  }
});

test("A6.1 while another indicator has no bound, no answer narrows; the one without bounds would bound it", () => {
  const card = defineScorecard({
    id: "open",
    version: "1",
    indicators: {
      a: { kind: "ratio", weight: "50", standard: "10" },
      b: { kind: "share", weight: "20" },
      c: { kind: "bands", weight: "30", bands: [{ from: null, share: "0.5" }] },
    },
    grades,
  });
  const { questions } = nextQuestions(card, {});
  expect(questions.map(({ indicator, narrows, unbounded }) => [indicator, narrows, unbounded])).toEqual([
    ["a", null, true],
    ["c", null, false],
    ["b", null, false],
  ]);
  const known = nextQuestions(card, { a: 5 }).questions;
  expect(known.map(({ indicator, narrows, mayNarrow }) => [indicator, narrows, mayNarrow])).toEqual([
    ["b", 20, 20],
    ["c", 0, 0],
  ]);
});

test("A6.1 a bound on one side only is no interval either, rescaled or not", () => {
  const card = defineScorecard({
    id: "half",
    version: "1",
    indicators: {
      a: { kind: "ratio", weight: "50", standard: "10", floor: "0" },
      b: { kind: "share", weight: "20" },
      c: { kind: "flag", weight: "30" },
    },
    grades,
  });
  for (const facts of [{}, { c: { notApplicable: true } }] as const) {
    const { low, high, questions } = nextQuestions(card, facts);
    expect([low, high]).toEqual([0, null]);
    expect(questions.map(({ narrows }) => narrows)).toEqual(questions.map(() => null));
    expect(questions[0]?.indicator).toBe("a");
  }
  const deep = nextQuestions(
    defineScorecard({
      id: "deep",
      version: "1",
      indicators: {
        a: { kind: "ratio", weight: "50", standard: "10", cap: "1" },
        b: { kind: "share", weight: "20" },
        c: { kind: "flag", weight: "30" },
      },
      grades,
    }),
    { c: { notApplicable: true } },
  );
  expect([deep.low, deep.questions[0]?.indicator]).toEqual([null, "a"]);
});

test("A6.1 options may be null", () => {
  expect(nextQuestions(three("50", "20", "30"), {}, null as never).questions).toHaveLength(3);
});
