import {
  compareEvaluations,
  defineScorecard,
  type Evaluation,
  type EvaluationComparison,
  evaluate,
  extendScorecard,
  reweigh,
} from "keyaccount";
import { describe, expect, test } from "vitest";

const grades = [
  { grade: "A", from: "80" },
  { grade: "B", from: "50" },
  { grade: "C", from: null },
] as const;
const pair = defineScorecard({
  id: "pair",
  version: "1",
  indicators: { a: { kind: "share", weight: "60" }, b: { kind: "share", weight: "40", maxAgeDays: 30 } },
  grades,
});
const told = ({ parts }: EvaluationComparison) => parts.map(({ code, indicator, points }) => [code, indicator, points]);

describe("E3 what became of a fact", () => {
  const asOf = "2026-11-21";
  const facts = {
    known: { value: "0.5", observedAt: "2026-11-20" },
    other: { value: "0.75", observedAt: "2026-11-20" },
    unknown: null,
    stale: { value: "0.5", observedAt: "2026-01-01" },
    "not-applicable": { notApplicable: true },
    invalid: "0,5",
  } as const;
  type Name = keyof typeof facts;
  const judge = (name: Name): Evaluation => evaluate(pair, { a: "0.5", b: facts[name] }, { asOf });
  const cases: readonly (readonly [Name, Name, string])[] = [
    ["known", "other", "fact-changed"],
    ["unknown", "known", "became-known"],
    ["stale", "known", "became-known"],
    ["invalid", "known", "became-known"],
    ["not-applicable", "known", "became-applicable"],
    ["not-applicable", "unknown", "became-applicable"],
    ["known", "unknown", "became-unknown"],
    ["stale", "unknown", "became-unknown"],
    ["known", "stale", "became-stale"],
    ["unknown", "stale", "became-stale"],
    ["known", "invalid", "became-invalid"],
    ["known", "not-applicable", "became-not-applicable"],
    ["unknown", "not-applicable", "became-not-applicable"],
  ];

  test.each(cases)("E3 from %s to %s: %s", (from, to, code) => {
    const { parts, change } = compareEvaluations(judge(from), judge(to));
    expect(parts.map((part) => [part.code, part.indicator])).toEqual([[code, "b"]]);
    expect(parts[0]?.points).toBe(change);
  });

  test("E3 another source, date or check is no change; neither is 0.50 for 0.5", () => {
    const before = evaluate(pair, { a: "0.5", b: { value: 0.5, source: "form", verified: false } });
    const after = evaluate(pair, { a: "0.5", b: { value: "0.50", observedAt: "2026-11-21", verified: true } });
    expect(compareEvaluations(before, after).parts).toEqual([]);
  });

  test("E3 options of a choice are codes, not numbers", () => {
    const card = defineScorecard({
      id: "c",
      version: "1",
      indicators: { c: { kind: "choice", weight: "100", options: { "1e1": "0.5", "1e+1": "0.25" } } },
      grades: [{ grade: "A", from: null }],
    } as never);
    const judged = (c: string) => evaluate(card, { c });
    expect(compareEvaluations(judged("1e1"), judged("1e+1")).change).toBe(-25);
  });
});

describe("C3.2 where the closed form stands in", () => {
  test("C3.2 a known, then b instead: without either there is no score, so the parts are by the mean of both sides", () => {
    // 45 of 60 is 75, 20 of 40 is 50. Mean factor (100/60 + 100/40) ÷ 2 = 25/12; a unit of weight costs 100 × 32.5 ÷ 2400 = 65/48.
    // a: −45 × 25/12 + 60 × 65/48 = −93.75 + 81.25 = −12.5; b: 20 × 25/12 − 40 × 65/48 = −12.5.
    const comparison = compareEvaluations(evaluate(pair, { a: "0.75" }), evaluate(pair, { b: "0.5" }));
    expect([comparison.method, comparison.change]).toEqual(["proportional", -25]);
    expect(told(comparison)).toEqual([
      ["became-unknown", "a", -12.5],
      ["became-known", "b", -12.5],
    ]);
  });

  const ids = Array.from({ length: 12 }, (_, place) => `i${String(place)}`);
  const many = (max: string | undefined) =>
    defineScorecard({
      id: "many",
      version: max ?? "none",
      total: "120",
      groups: { g: { max } },
      indicators: Object.fromEntries(ids.map((id) => [id, { kind: "share", weight: "10", group: "g" } as const])),
      grades: [{ grade: "A", from: null }],
    });
  const all = (share: string) => Object.fromEntries(ids.map((id) => [id, share]));

  test("C3.2 more than ten facts in a group held to its maximum on the second half of the way", () => {
    // 12 × 2.5 = 30 to 12 × 7.5 = 90, held to 60: 5 points each count by half.
    const card = many("60");
    const { parts, change, method } = compareEvaluations(evaluate(card, all("0.25")), evaluate(card, all("0.75")));
    expect([method, change]).toEqual(["proportional", 30]);
    expect(parts.map(({ points }) => points)).toEqual(ids.map(() => 2.5));
  });

  test("C3.2 with a maximum that is never reached they don't interact: exact", () => {
    const card = many("119");
    const { parts, method } = compareEvaluations(evaluate(card, all("0.25")), evaluate(card, all("0.75")));
    expect(method).toBe("shapley");
    expect(parts.map(({ points }) => points)).toEqual(ids.map(() => 5));
  });

  test("C3.2 ten facts that interact are enumerated, eleven aren't", () => {
    const card = many("60");
    for (const [count, method] of [
      [10, "shapley"],
      [11, "proportional"],
    ] as const) {
      const late = Object.fromEntries(ids.map((id, place) => [id, place < count ? "0.75" : "0.25"]));
      expect(compareEvaluations(evaluate(card, all("0.25")), evaluate(card, late)).method).toBe(method);
    }
  });

  test("C3.2 a maximum taken away: the definition's own part is what it held back", () => {
    // 90 held to 60, then free.
    const cards = [many("60"), many(undefined)] as const;
    const [before, after] = [evaluate(cards[0], all("0.75")), evaluate(cards[1], all("0.75"))];
    for (const options of [{}, { scorecards: cards }]) {
      const { parts } = compareEvaluations(before, after, options);
      expect(parts).toMatchObject([{ code: "definition", points: 30, byIndicator: [{ indicator: null, points: 30 }] }]);
    }
  });
});

describe("C3.2 two scorecards", () => {
  const other = reweigh(pair, { a: "50", b: "50" }, { version: "2" });
  const [before, after] = [evaluate(pair, { a: 1, b: "0.5" }), evaluate(other, { a: "0.5", b: "0.5" })];

  test("C3.2 without them a changed fact can't be told from its indicator, and the rest is definition", () => {
    // By rows: v() = 80, v(a) = 25 ÷ 50 … : a's row is 25 of 50, b's 20 of 40: 45 of 90 = 50; definition: 60 of 60 + 25 of 50: 85 of 110.
    const comparison = compareEvaluations(before, after);
    expect(comparison.change).toBe(-30);
    // a: half of (50 − 80) + (50 − 77.2727…) = −28.6364; definition: half of −2.7273 + 0 = −1.3636.
    expect(told(comparison)).toEqual([
      ["fact-and-definition", "a", -28.6364],
      ["definition", null, -1.3636],
    ]);
    expect(comparison.parts[1]?.byIndicator).toEqual([{ indicator: "b", points: -1.3636 }]);
  });

  test("C3.2 an indicator added, with a point of the total: the definition's doing", () => {
    const wider = extendScorecard(pair, {
      id: "wider",
      version: "1",
      indicators: { c: { kind: "flag" } },
      weights: { a: 50, b: 40, c: 10 },
    });
    const late = evaluate(wider, { a: 1, b: "0.5", c: true });
    // v() = 80, v(w) = 50 + 20 of 90 = 77.7778, v(d) = 60 + 20 + 10 of 110 = 81.8182, v(w, d) = 80.
    // w: half of −2.2222 − 1.8182 = −2.0202; d: half of 1.8182 + 2.2222 = 2.0202.
    const comparison = compareEvaluations(before, late, { scorecards: [pair, wider] });
    expect(told(comparison)).toEqual([
      ["weights", null, -2.0202],
      ["definition", null, 2.0202],
    ]);
    expect(comparison.parts[1]?.byIndicator).toEqual([{ indicator: "c", points: 2.0202 }]);
  });

  test("C3.2 what unknown facts do: from left out to counted at their worst", () => {
    const strict = extendScorecard(pair, { id: "strict", version: "1", missing: "worst", weights: { a: 60, b: 40 } });
    const comparison = compareEvaluations(evaluate(pair, { a: "0.75" }), evaluate(strict, { a: "0.75" }), {
      scorecards: [pair, strict],
    });
    expect(told(comparison)).toEqual([["missing-policy", null, -30]]);
    expect(comparison.parts[0]?.byIndicator).toEqual([{ indicator: "b", points: -30 }]);
  });

  test("C3.2 another maximum age makes a fact stale: the definition's doing, not the fact's", () => {
    const quick = defineScorecard({
      ...pair,
      version: "2",
      indicators: { a: pair.indicators.a, b: { kind: "share", weight: "40", maxAgeDays: 5 } },
    });
    const facts = { a: "0.75", b: { value: 1, observedAt: "2026-11-11" } };
    const asOf = "2026-11-21";
    const comparison = compareEvaluations(evaluate(pair, facts, { asOf }), evaluate(quick, facts, { asOf }), {
      scorecards: [pair, quick],
    });
    expect(told(comparison)).toEqual([["definition", null, -10]]);
  });

  test("C3.2 other decimals: what rounding did is the definition's", () => {
    const coarse = defineScorecard({ ...pair, version: "0", scale: 0 });
    // 100 × 41 ÷ 60 = 68.3333 and, in whole points, 68.
    const early = evaluate(coarse, { a: "0.6833" });
    const late = evaluate(pair, { a: "0.6833" });
    const comparison = compareEvaluations(early, late, { scorecards: [coarse, pair] });
    expect([early.score, late.score, comparison.change, comparison.scale]).toEqual([68, 68.33, 0.33, 4]);
    expect(told(comparison)).toEqual([["definition", null, 0.33]]);
  });

  test("C3.2 a fact too large for one scorecard's points is read again by the other", () => {
    const open = (weight: string, standard: string) =>
      defineScorecard({
        id: "open",
        version: standard,
        indicators: {
          r: { kind: "ratio", weight, standard },
          s: { kind: "share", weight: String(100 - Number(weight)) },
        },
        grades: [{ grade: "A", from: null }],
      });
    const cards = [open("50", "1"), open("50", "1e9")] as const;
    const facts = { r: "1e12", s: 1 };
    const [early, late] = [evaluate(cards[0], facts), evaluate(cards[1], facts)];
    expect([early.indicators.r.status, late.indicators.r.status]).toEqual(["invalid", "known"]);
    const comparison = compareEvaluations(early, late, { scorecards: cards });
    expect(comparison.parts.map(({ code }) => code)).toEqual(["definition"]);
  });
});

describe("C3 why the grade changed", () => {
  const limited = defineScorecard({
    ...pair,
    version: "2",
    limits: [
      { when: { indicator: "b", known: false }, grade: "C" },
      { when: { indicator: "a", below: "0.9" }, grade: "B" },
    ],
  });

  test("C3 limits that were lifted and that bite now; by the score alone the grade would be another", () => {
    const [before, after] = [evaluate(limited, { a: 1 }), evaluate(limited, { a: "0.8", b: 1 })];
    const { limits, before: was, after: is } = compareEvaluations(before, after, { scorecards: [limited, limited] });
    expect(limits).toEqual({
      lifted: [{ index: 0, when: { indicator: "b", known: false }, grade: "C" }],
      biting: [{ index: 1, when: { indicator: "a", below: "0.9" }, grade: "B" }],
    });
    expect([was.grade, was.gradeByScore, is.grade, is.gradeByScore]).toEqual(["C", "A", "B", "A"]);
  });

  test("C3 without the scorecards it is known only where no limit that bit leaves this grade", () => {
    const byScore = (facts: { a: number | string; b?: number }): unknown => {
      const evaluation = evaluate(limited, facts);
      return compareEvaluations(evaluation, evaluation).after.gradeByScore;
    };
    expect([byScore({ a: 1, b: 1 }), byScore({ a: "0.8", b: 1 }), byScore({ a: "0.1", b: 0 })]).toEqual([
      "A",
      null,
      "C",
    ]);
  });

  test("C3 other limits and other grade bounds are causes of 0 points", () => {
    const stricter = defineScorecard({
      ...limited,
      version: "3",
      limits: [{ when: { indicator: "a", below: "0.95" }, grade: "C" }],
      grades: [
        { grade: "A", from: "90" },
        { grade: "B", from: "50" },
        { grade: "C", from: null },
      ],
    });
    const facts = { a: "0.92", b: 1 };
    const comparison = compareEvaluations(evaluate(limited, facts), evaluate(stricter, facts), {
      scorecards: [limited, stricter],
    });
    expect([comparison.change, comparison.before.grade, comparison.after.grade]).toEqual([0, "A", "C"]);
    expect(told(comparison)).toEqual([
      ["limits", null, 0],
      ["grades", null, 0],
    ]);
    expect(comparison.limits.biting).toHaveLength(1);
  });

  test("C3 no score on one side: no change, and the causes without points", () => {
    const comparison = compareEvaluations(evaluate(pair, {}), evaluate(pair, { a: 1 }));
    expect([comparison.change, comparison.method]).toEqual([null, null]);
    expect(told(comparison)).toEqual([["became-known", "a", null]]);
    expect([comparison.before.grade, comparison.after.grade]).toEqual([null, "A"]);
  });
});

describe("C3.2 rounding", () => {
  test("C3.2 from −0.5 shown as −1 to 0.5 shown as 1 the change is 2, and one fact has all of it", () => {
    const card = defineScorecard({
      id: "r",
      version: "1",
      total: "2",
      scale: 0,
      indicators: {
        x: {
          kind: "interpolate",
          weight: "1",
          knots: [
            { at: -1, share: -1 },
            { at: 1, share: 1 },
          ],
        },
        y: { kind: "share", weight: "1" },
      },
      grades: [{ grade: "A", from: null }],
    });
    const [low, high] = [evaluate(card, { x: -1, y: 0 }), evaluate(card, { x: 1, y: 0 })];
    expect([low.score, high.score, compareEvaluations(low, high).parts[0]?.points]).toEqual([-1, 1, 2]);
  });

  test("C3.2 a thousand changed facts, three of them interacting, take milliseconds", () => {
    const ids = Array.from({ length: 1000 }, (_, place) => `i${String(place)}`);
    const card = defineScorecard({
      id: "wide",
      version: "1",
      total: "1000",
      indicators: Object.fromEntries(ids.map((id) => [id, { kind: "share", weight: "1" } as const])),
      grades: [{ grade: "A", from: null }],
    });
    const facts = (shift: number, known: number) =>
      Object.fromEntries(ids.slice(0, known).map((id, place) => [id, ((place + shift) % 97) / 97]));
    const [before, after] = [evaluate(card, facts(0, 997)), evaluate(card, facts(5, 1000))];
    const { parts, method } = compareEvaluations(before, after);
    expect([parts.length, method]).toEqual([1000, "shapley"]);
    const start = process.cpuUsage();
    for (let round = 0; round < 5; round += 1) compareEvaluations(before, after);
    expect(process.cpuUsage(start).user / 5000).toBeLessThan(500);
  });
});
