import { defineScorecard, evaluate, extendScorecard } from "keyaccount";
import { describe, expect, test } from "vitest";

const card = defineScorecard({
  id: "grouped",
  version: "1",
  groups: { market: {}, finance: { max: "40" }, empty: {} },
  indicators: {
    fame: { kind: "rating", group: "market", weight: "20", min: 1, max: 5 },
    turnover: { kind: "ratio", group: "finance", weight: "30", standard: "6", cap: "1.5", floor: "0" },
    days: { kind: "ratio", group: "finance", weight: "30", standard: "45", better: "lower", cap: "1.5", floor: "0" },
    brands: { kind: "choice", weight: "10", options: { none: "0", some: "0.6", exclusive: "1" } },
    engineers: { kind: "flag", weight: "10" },
  },
  limits: [
    { when: { indicator: "days", above: "120" }, grade: "C" },
    { when: { indicator: "brands", is: "none" }, grade: "B" },
    { when: { indicator: "fame", atLeast: "1", below: "2" }, grade: "D" },
    { when: { indicator: "engineers", known: false }, grade: "B" },
  ],
  grades: [
    { grade: "A", from: "70" },
    { grade: "B", from: "60" },
    { grade: "C", from: "30" },
    { grade: "D", from: null },
  ],
});

const GOOD = { fame: 5, turnover: 6, days: 45, brands: "exclusive", engineers: true } as const;

describe("A7 groups", () => {
  test("A7.2 finance earns 60, is held to 40, and the total follows: 20 + 40 + 10 + 10 = 80", () => {
    const result = evaluate(card, GOOD);
    expect(result.groups).toEqual({
      market: { weight: 20, points: 20, earned: 20, max: null, coverage: 1 },
      finance: { weight: 60, points: 40, earned: 60, max: 40, coverage: 1 },
      empty: { weight: 0, points: 0, earned: 0, max: null, coverage: 1 },
    });
    expect(result).toMatchObject({ score: 80, points: 80, high: 80, low: 80, grade: "A" });
    expect(result.reasons).toEqual([{ code: "group-capped", group: "finance", lost: 20 }]);
  });

  test("A7.2 the cap holds the interval too: turnover unknown leaves 30 … 40 of finance", () => {
    const result = evaluate(card, { ...GOOD, turnover: null });
    expect(result).toMatchObject({ low: 70, high: 80, coverage: 0.7, points: 70, weight: 70, score: 100 });
    expect(result.groups.finance).toMatchObject({ points: 30, earned: 30, coverage: 0.5 });
  });

  test("A7.2 an uncapped unknown ratio in a capped group leaves the interval bounded above", () => {
    const open = extendScorecard(card, {
      id: "open",
      indicators: { turnover: { kind: "ratio", group: "finance", standard: "6" } },
      weights: { fame: 20, turnover: 30, days: 30, brands: 10, engineers: 10 },
    });
    expect(evaluate(open, { ...GOOD, turnover: null })).toMatchObject({
      low: null,
      high: 80,
      worstGrade: "D",
      bestGrade: "A",
    });
  });
});

describe("A7.6 limits hold the grade, not the score", () => {
  test("A7.6 130 days: 45 ÷ 130 of 30 is 10.3846, the score 80 stays, the grade is C", () => {
    const result = evaluate(card, { ...GOOD, days: 130 });
    expect(result).toMatchObject({ score: 80, grade: "C", gradeCertain: true, worstGrade: "C", bestGrade: "C" });
    expect(result.limits).toEqual([{ index: 0, when: { indicator: "days", above: "120" }, grade: "C" }]);
  });

  test("A7.6 bounds are exact: 120 isn't above 120, 120.0000000000000000001 is", () => {
    expect(evaluate(card, { ...GOOD, days: 120 }).grade).toBe("A");
    expect(evaluate(card, { ...GOOD, days: "120.0000000000000000001" }).grade).toBe("C");
    expect(evaluate(card, { ...GOOD, fame: 1 }).grade).toBe("D");
    expect(evaluate(card, { ...GOOD, fame: "1.9999999999999999999" }).grade).toBe("D");
    expect(evaluate(card, { ...GOOD, fame: 2 }).grade).toBe("B");
  });

  test("A7.6 at most includes its bound: 3 bites, 3.0001 doesn't", () => {
    const brief = extendScorecard(card, {
      id: "brief",
      limits: [{ when: { indicator: "fame", atMost: "3" }, grade: "C" }],
    });
    expect([3, 3.0001].map((fame) => evaluate(brief, { ...GOOD, fame }).grade)).toEqual(["C", "A"]);
  });

  test("A7.6 several bite: the strictest holds, all are listed in the order of the definition", () => {
    const result = evaluate(card, { ...GOOD, brands: "none", days: 200 });
    expect(result.grade).toBe("C");
    expect(result.limits.map(({ index, grade }) => [index, grade])).toEqual([
      [0, "C"],
      [1, "B"],
    ]);
  });

  test("A7.6 a limit never lifts a grade", () => {
    expect(evaluate(card, { fame: 2, turnover: 0, days: 450, brands: "none", engineers: false })).toMatchObject({
      score: 8,
      grade: "D",
    });
  });

  test("A7.6 a limit that might bite makes the grade uncertain, and the worst grade says how bad it could be", () => {
    const result = evaluate(card, { ...GOOD, days: null });
    expect(result).toMatchObject({ grade: "A", gradeCertain: false, worstGrade: "C", bestGrade: "A", limits: [] });
  });

  test("E7.2 a limit on an unknown fact holds the shown grade only, and lets go when the fact is known", () => {
    const unknown = evaluate(card, { ...GOOD, engineers: null });
    expect(unknown).toMatchObject({ score: 77.7778, grade: "B", gradeCertain: false, worstGrade: "A", bestGrade: "A" });
    expect(unknown.limits).toEqual([{ index: 3, when: { indicator: "engineers", known: false }, grade: "B" }]);
    expect(evaluate(card, { ...GOOD, engineers: false })).toMatchObject({ grade: "A", limits: [] });
    expect(evaluate(card, { ...GOOD, engineers: { value: "?" as never } })).toMatchObject({ grade: "B" });
  });

  test("A7.6 a limit on a fact that doesn't apply never bites", () => {
    const none = { notApplicable: true } as const;
    expect(evaluate(card, { ...GOOD, days: none, engineers: none })).toMatchObject({
      grade: "A",
      gradeCertain: true,
      limits: [],
    });
  });

  test("A7.6 the grade is taken from the score as shown: 59.99995 rounds to 60 and earns B", () => {
    const fine = defineScorecard({
      id: "fine",
      version: "1",
      indicators: { it: { kind: "share", weight: "100" } },
      grades: [
        { grade: "B", from: "60" },
        { grade: "C", from: null },
      ],
    });
    expect(evaluate(fine, { it: "0.5999995" })).toMatchObject({ score: 60, grade: "B" });
    expect(evaluate(fine, { it: "0.5999994" })).toMatchObject({ score: 59.9999, grade: "C" });
  });

  test("A7.6 a grade that starts between two ticks starts at the upper one", () => {
    const card = defineScorecard({
      id: "between",
      version: "1",
      scale: 0,
      indicators: { it: { kind: "share", weight: "100" } },
      grades: [
        { grade: "B", from: "59.5" },
        { grade: "C", from: "-0.5" },
        { grade: "D", from: null },
      ],
    });
    expect([0.59, 0.6].map((it) => evaluate(card, { it }).grade)).toEqual(["C", "B"]);
  });
});

describe("A7.6 reasons and strengths", () => {
  test("A7.6 ranked by points lost and points earned, ties in the order of the definition", () => {
    const result = evaluate(card, { fame: 3, turnover: 7, days: 60, brands: "none", engineers: false });
    expect(result.reasons).toEqual([
      { code: "group-capped", group: "finance", lost: 17.5 },
      { code: "below-full-share", indicator: "fame", lost: 10 },
      { code: "below-full-share", indicator: "brands", lost: 10 },
      { code: "not-as-expected", indicator: "engineers", lost: 10 },
      { code: "below-standard", indicator: "days", lost: 7.5 },
    ]);
    expect(result.strengths).toEqual([{ code: "above-standard", indicator: "turnover", points: 35 }]);
  });

  test("A7.6 strengths by kind: standard beaten or met, full share, as expected", () => {
    expect(evaluate(card, { ...GOOD, turnover: 8 }).strengths).toEqual([
      { code: "above-standard", indicator: "turnover", points: 40 },
      { code: "meets-standard", indicator: "days", points: 30 },
      { code: "full-share", indicator: "fame", points: 20 },
      { code: "full-share", indicator: "brands", points: 10 },
      { code: "as-expected", indicator: "engineers", points: 10 },
    ]);
  });
});
