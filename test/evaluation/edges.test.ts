import { defineScorecard, evaluate, isKeyAccountError, type Scorecard } from "keyaccount";
import { describe, expect, test } from "vitest";
import { judgeOne } from "./one.js";

const flag = { kind: "flag", weight: 50 } as const;
const GRADES = [
  { grade: "A", from: "80" },
  { grade: "B", from: "40" },
  { grade: "C", from: null },
] as const;

describe("E3 provenance belongs to its own fact", () => {
  test("E3 a plain fact after one with provenance has none", () => {
    const card = defineScorecard({ id: "two", version: "1", indicators: { a: flag, b: flag }, grades: GRADES });
    const a = { value: true, source: "visit", verified: true, observedAt: "2026-11-01" };
    const { indicators } = evaluate(card, { a, b: true }, { asOf: "2026-11-21" });
    expect(indicators.a).toMatchObject({ source: "visit", verified: true, observedAt: "2026-11-01", ageDays: 20 });
    expect(indicators.b).toMatchObject({ source: null, verified: null, observedAt: null, ageDays: null });
    expect(evaluate(card, { a }, { asOf: "2026-11-21" }).indicators.b).toMatchObject({ actual: null, source: null });
  });

  test("E3 a fact without a value is unknown, as JSON leaves undefined out", () => {
    const card = defineScorecard({ id: "two", version: "1", indicators: { a: flag, b: flag }, grades: GRADES });
    expect(evaluate(card, { a: { source: "visit" } })).toMatchObject({
      issues: [],
      indicators: { a: { status: "unknown" } },
    });
    expect(evaluate(card, { a: { colour: "red" } as never }).issues).toMatchObject([
      { code: "wrong-type", path: ["a"] },
    ]);
  });
});

describe("A7.2 a group at its maximum", () => {
  test("A7.2 exactly at it, nothing was lost to it", () => {
    const groups = { g: { max: "50" } };
    const indicators = { a: { ...flag, group: "g" }, b: flag } as const;
    const card = defineScorecard({ id: "at", version: "1", groups, indicators, grades: GRADES });
    expect(evaluate(card, { a: true, b: true })).toMatchObject({ score: 100, reasons: [] });
  });
});

describe("A7.6 limits on known and unknown facts together", () => {
  const limits = [
    { when: { indicator: "a", is: true }, grade: "C" },
    { when: { indicator: "b", is: true }, grade: "B" },
  ] as const;
  const card = defineScorecard({ id: "both", version: "1", indicators: { a: flag, b: flag }, limits, grades: GRADES });

  test("A7.6 the stricter limit holds, also where it comes first", () => {
    expect(evaluate(card, { a: true, b: true })).toMatchObject({ grade: "C", worstGrade: "C", bestGrade: "C" });
  });

  test("A7.6 a limit that may bite doesn't loosen one that does", () => {
    expect(evaluate(card, { a: true })).toMatchObject({
      grade: "C",
      worstGrade: "C",
      bestGrade: "C",
      gradeCertain: true,
    });
    expect(evaluate(card, { b: true })).toMatchObject({
      grade: "B",
      worstGrade: "C",
      bestGrade: "B",
      gradeCertain: false,
    });
  });
});

describe("A7.6 codes and thresholds at their edges", () => {
  test("A7.6 a standard score above its standard is a strength above the standard; at it, it meets it", () => {
    const margin = { kind: "standard-score", weight: "20", standard: "5", best: "15", max: "30", min: "10" } as const;
    const [above, at] = [6, 5].map((actual) => judgeOne(margin, actual).result.strengths[0]?.code);
    expect([above, at]).toEqual(["above-standard", "meets-standard"]);
  });

  test("A7.6 a capped ratio beyond its standard is above it, although it earns no more than its weight", () => {
    const ratio = { kind: "ratio", standard: "8", cap: "1" } as const;
    const [above, at] = [19, 8].map((actual) => judgeOne(ratio, actual).result.strengths[0]?.code);
    expect([above, at]).toEqual(["above-standard", "meets-standard"]);
  });

  test("A7.6 59.4 at scale 0 is reached by 60, not by 59", () => {
    const grades = [
      { grade: "B", from: "59.4" },
      { grade: "C", from: null },
    ] as const;
    const indicators = { it: { kind: "share", weight: "100" } } as const;
    const card = defineScorecard({ id: "steps", version: "1", scale: 0, indicators, grades });
    expect([0.59, 0.6].map((it) => evaluate(card, { it }).grade)).toEqual(["C", "B"]);
  });

  test("C3 coverage is 1 only when everything is known and 0 only when nothing is", () => {
    const indicators = { a: { kind: "flag", weight: "99.9999" }, b: { kind: "flag", weight: "0.0001" } } as const;
    const card = defineScorecard({ id: "thin", version: "1", indicators, grades: GRADES });
    const facts = [{}, { b: true }, { a: true }, { a: true, b: true }];
    expect(facts.map((given) => evaluate(card, given).coverage)).toEqual([0, 0.0001, 0.9999, 1]);
  });

  test("A7.6 the shown weights are the sums of what counted", () => {
    const indicators = { a: { kind: "flag", weight: "33.34" }, b: { kind: "flag", weight: "66.66" } } as const;
    const card = defineScorecard({ id: "sums", version: "1", scale: 2, indicators, grades: GRADES });
    expect([{ a: true }, { b: true }, { a: true, b: true }].map((facts) => evaluate(card, facts).weight)).toEqual([
      33.34, 66.66, 100,
    ]);
  });
});

describe("A7.6 definitions at their edges", () => {
  const define = (change: object): unknown =>
    defineScorecard({
      id: "edge",
      version: "1",
      indicators: { a: { ...flag, weight: 100 } },
      grades: GRADES,
      ...change,
    });
  const codeOf = (change: object): string => {
    try {
      define(change);
      return "none";
    } catch (error) {
      return isKeyAccountError(error) ? error.code : String(error);
    }
  };
  const steps = (count: number): object[] =>
    Array.from({ length: count }, (_, place) => ({
      grade: `g${String(place)}`,
      from: place < count - 1 ? -place : null,
    }));

  test("A7.6 a version of 64 characters is one, of 65 none", () => {
    expect(["v".repeat(64), "v".repeat(65), ""].map((version) => codeOf({ version }))).toEqual([
      "none",
      "out-of-range",
      "out-of-range",
    ]);
  });

  test("A7.6 a thousand grades are possible, a thousand and one aren't", () => {
    expect([steps(1_000), steps(1_001)].map((grades) => codeOf({ grades }))).toEqual(["none", "too-many-values"]);
  });

  test("A7.6 a scale of −0 is 0", () => {
    const card = define({ scale: -0 }) as Scorecard;
    expect(Object.is(card.scale, 0)).toBe(true);
  });

  test("A7.6 an id or option named like what every object has is refused, whatever its kind", () => {
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
      const indicators = Object.fromEntries([[name, { ...flag, weight: 100 }]]);
      expect([name, codeOf({ indicators })]).toEqual([name, "unsafe-id"]);
    }
  });
});
