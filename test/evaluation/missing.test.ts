import { defineScorecard, evaluate, MISSING_POLICIES, type MissingPolicy } from "keyaccount";
import { describe, expect, test } from "vitest";
import { judgeOne } from "./one.js";

const GRADES = [
  { grade: "A", from: "80" },
  { grade: "B", from: "60" },
  { grade: "C", from: null },
] as const;

function cardWith(missing: MissingPolicy) {
  return defineScorecard({
    id: "missing",
    version: "1",
    missing,
    indicators: {
      turnover: { kind: "ratio", weight: "40", standard: "8", cap: "1.5", floor: "0.25" },
      margin: { kind: "standard-score", weight: "20", standard: "5", best: "15", max: "30", min: "10" },
      rating: { kind: "rating", weight: "30", min: 1, max: 5 },
      flag: { kind: "flag", weight: "10" },
    },
    grades: GRADES,
  });
}

describe("C3 an unknown fact never counts as zero unseen", () => {
  test("C3 exclude: 30 of 40 and 15 of 30 known make 45 ÷ 70 × 100 = 64.2857", () => {
    const result = evaluate(cardWith("exclude"), { turnover: 6, rating: 3 });
    expect(result).toMatchObject({ score: 64.2857, points: 45, weight: 70, coverage: 0.7, grade: "B" });
    expect(result.indicators.margin).toMatchObject({
      status: "unknown",
      points: null,
      lost: null,
      share: null,
      missing: "exclude",
    });
  });

  test("C3 worst: the lower score of 10 and nothing for the flag make 55", () => {
    const result = evaluate(cardWith("worst"), { turnover: 6, rating: 3 });
    expect(result).toMatchObject({ score: 55, points: 55, weight: 100, coverage: 0.7, grade: "C" });
    expect(result.indicators.margin).toMatchObject({
      status: "unknown",
      points: 10,
      lost: 10,
      share: null,
      missing: "worst",
    });
    expect(result.reasons).toContainEqual({ code: "unknown-as-worst", indicator: "margin", lost: 10 });
  });

  test("C3 neutral: 20 at the standard and half of the flag make 70", () => {
    const result = evaluate(cardWith("neutral"), { turnover: 6, rating: 3 });
    expect(result).toMatchObject({ score: 70, points: 70, coverage: 0.7, grade: "B" });
    expect(result.reasons).toContainEqual({ code: "unknown-as-neutral", indicator: "flag", lost: 5 });
    expect(result.strengths).toEqual([]);
  });

  test("C3 refuse: no score and no grade, but the interval and the coverage", () => {
    const result = evaluate(cardWith("refuse"), { turnover: 6, rating: 3 });
    expect(result).toMatchObject({ score: null, grade: null, gradeCertain: false, coverage: 0.7, low: 55, high: 85 });
    expect(result).toMatchObject({ worstGrade: "C", bestGrade: "A" });
    expect(evaluate(cardWith("refuse"), { turnover: 6, rating: 3, margin: 5, flag: true }).score).toBe(75);
  });

  test("C3 whatever the policy, the interval is what the unknown facts leave open: 45 + 10 + 0 … 45 + 30 + 10", () => {
    for (const missing of MISSING_POLICIES) {
      const result = evaluate(cardWith(missing), { turnover: 6, rating: 3 });
      expect([missing, result.low, result.high]).toEqual([missing, 55, 85]);
      expect(result.unknown).toEqual(["margin", "flag"]);
    }
  });

  test("C3 each indicator may have a policy of its own", () => {
    const card = defineScorecard({
      id: "own",
      version: "1",
      missing: "worst",
      indicators: {
        known: { kind: "flag", weight: "50" },
        out: { kind: "flag", weight: "25", missing: "exclude" },
        half: { kind: "flag", weight: "15", missing: "neutral" },
        least: { kind: "flag", weight: "10" },
      },
      grades: GRADES,
    });
    const result = evaluate(card, { known: true });
    expect(result).toMatchObject({ points: 57.5, weight: 75, score: 76.6667, coverage: 0.5, low: 50, high: 100 });
  });

  test("C3 nothing known: no score, coverage 0, the whole interval; worst and neutral still score", () => {
    expect(evaluate(cardWith("exclude"), {})).toMatchObject({
      score: null,
      grade: null,
      coverage: 0,
      low: 20,
      high: 130,
    });
    expect(evaluate(cardWith("worst"), {})).toMatchObject({ score: 20, grade: "C", gradeCertain: false });
    expect(evaluate(cardWith("neutral"), {})).toMatchObject({ score: 80, grade: "A", gradeCertain: false });
  });

  test("C3 the scores of unknown facts by kind: worst and neutral", () => {
    const kinds = [
      [{ kind: "ratio", standard: "6" }, 0, 100],
      [{ kind: "ratio", standard: "6", floor: "-0.5" }, -50, 100],
      [{ kind: "ratio", standard: "6", floor: "0.5", cap: "0.8" }, 50, 80],
      [{ kind: "ratio", standard: "6", better: "lower" }, 0, 100],
      [{ kind: "standard-score", standard: "1", best: "2", max: "150", min: "40" }, 40, 100],
      [{ kind: "standard-score", standard: "1", best: "2", max: "150", min: "40", clamp: false }, 40, 100],
      [
        {
          kind: "interpolate",
          knots: [
            { at: 1, share: "0.2" },
            { at: 2, share: "0.9" },
            { at: 3, share: "0.5" },
          ],
        },
        20,
        55,
      ],
      [
        {
          kind: "bands",
          bands: [
            { from: null, share: "0.1" },
            { from: 1, share: 1 },
          ],
        },
        10,
        55,
      ],
      [{ kind: "rating", min: 1, max: 5 }, 0, 50],
      [{ kind: "choice", options: { a: "0.3", b: "0.9", c: "0.4" } }, 30, 60],
      [{ kind: "flag" }, 0, 50],
      [{ kind: "share" }, 0, 50],
    ] as const;
    for (const [kind, worst, neutral] of kinds) {
      const [asWorst, asNeutral] = (["worst", "neutral"] as const).map(
        (missing) => judgeOne({ ...kind, missing }, null).row.points,
      );
      expect([kind, asWorst, asNeutral]).toEqual([kind, worst, neutral]);
    }
  });
});

describe("C3 the interval of each kind", () => {
  test.each([
    [{ kind: "ratio", standard: "6" }, null, null],
    [{ kind: "ratio", standard: "6", floor: "0" }, 0, null],
    [{ kind: "ratio", standard: "6", cap: "1.5" }, null, 150],
    [{ kind: "ratio", standard: "6", better: "lower" }, 0, null],
    [{ kind: "ratio", standard: "6", better: "lower", floor: "-2", cap: "1.2" }, 0, 120],
    [{ kind: "standard-score", standard: "1", best: "2", max: "150", min: "40" }, 40, 150],
    [{ kind: "standard-score", standard: "1", best: "2", max: "150", min: "40", clamp: false }, null, null],
    [
      {
        kind: "interpolate",
        knots: [
          { at: 1, share: "0.2" },
          { at: 2, share: "0.9" },
        ],
      },
      20,
      90,
    ],
    [
      {
        kind: "interpolate",
        beyond: "extend",
        knots: [
          { at: 1, share: "0.2" },
          { at: 2, share: "0.9" },
        ],
      },
      null,
      null,
    ],
    [
      {
        kind: "bands",
        bands: [
          { from: null, share: "-0.1" },
          { from: 1, share: 1 },
        ],
      },
      -10,
      100,
    ],
    [{ kind: "choice", options: { a: "0.3", b: "0.9" } }, 30, 90],
    [{ kind: "flag" }, 0, 100],
  ] as const)("C3 %o: %d … %d", (kind, low, high) => {
    const { result } = judgeOne(kind, undefined);
    expect([result.low, result.high]).toEqual([low, high]);
  });
});

describe("C3 not applicable is not unknown", () => {
  test("C3 it leaves the total, is rescaled, and costs no coverage: 30 + 15 + 10 of 80 make 68.75", () => {
    const result = evaluate(cardWith("worst"), { turnover: 6, rating: 3, margin: { notApplicable: true }, flag: true });
    expect(result).toMatchObject({
      score: 68.75,
      points: 55,
      weight: 80,
      coverage: 1,
      low: 68.75,
      high: 68.75,
      gradeCertain: true,
    });
    expect(result.indicators.margin).toMatchObject({ status: "not-applicable", points: null, missing: null });
    expect(result.unknown).toEqual([]);
  });

  test("C3 the interval of what is still unknown is rescaled likewise: 45 … 55 of 80", () => {
    const result = evaluate(cardWith("exclude"), { turnover: 6, rating: 3, margin: { notApplicable: true } });
    expect(result).toMatchObject({ low: 56.25, high: 68.75, coverage: 0.875, score: 64.2857 });
  });

  test("C3 where nothing applies there is nothing to judge", () => {
    const none = { notApplicable: true } as const;
    const result = evaluate(cardWith("worst"), { turnover: none, rating: none, margin: none, flag: none });
    expect(result).toMatchObject({
      score: null,
      grade: null,
      low: null,
      high: null,
      worstGrade: null,
      bestGrade: null,
    });
    expect(result).toMatchObject({ coverage: 1, gradeCertain: false, unknown: [], points: 0, weight: 0 });
  });
});

describe("C3 a grade is certain where no unknown fact could change it", () => {
  test.each([
    [{ turnover: 12, margin: 15, rating: 5 }, "A", true],
    [{ turnover: 8, margin: 5, rating: 3 }, "A", false],
    [{ turnover: 0, margin: 0, rating: 1 }, "C", true],
  ])("C3 %o is %s, certain: %s", (facts, grade, certain) => {
    expect(evaluate(cardWith("exclude"), facts)).toMatchObject({ grade, gradeCertain: certain });
  });
});
