import { defineScorecard, evaluate, type FactIssue, type FactIssueDetails, type FactStatus } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const card = defineScorecard({
  id: "x",
  version: "1",
  indicators: {
    ratio: { kind: "ratio", weight: 20, standard: 4 },
    days: { kind: "ratio", weight: 20, standard: 45, better: "lower" },
    capped: { kind: "ratio", weight: 10, standard: 45, better: "lower", cap: "1.5", floor: 0 },
    rating: { kind: "rating", weight: 20, min: 1, max: 5 },
    share: { kind: "share", weight: 10 },
    choice: { kind: "choice", weight: 10, options: { none: 0, some: "0.6" } },
    flag: { kind: "flag", weight: 10, maxAgeDays: 30 },
  },
  grades: [
    { grade: "A", from: 50 },
    { grade: "B", from: null },
  ],
});
type Id = keyof typeof card.indicators;

const judge = (facts: unknown) => evaluate(card, deepFreeze(facts) as never);
const row = (
  id: Id,
  fact: unknown,
  asOf?: string,
): { status: FactStatus; points: number | null; actual: unknown; issues: readonly FactIssue[] } => {
  const result = evaluate(card, deepFreeze({ [id]: fact }) as never, { asOf });
  const { status, points, actual } = result.indicators[id];
  return { status, points, actual, issues: result.issues };
};
const known = (points: number, actual: unknown): object => ({ status: "known", points, actual, issues: [] });
const unknown = { status: "unknown", points: null, actual: null, issues: [] };

describe("A7.6 what a fact may be", () => {
  test.each<[Id, unknown, number]>([
    ["ratio", 6, 30],
    ["ratio", "6", 30],
    ["ratio", -2, -10],
    ["ratio", "1e1", 50],
    ["days", 60, 15],
    ["rating", 2, 5],
    ["rating", "5.000", 20],
    ["share", 0, 0],
    ["share", 1, 10],
    ["share", "0.055", 0.55],
    ["choice", "some", 6],
    ["choice", "none", 0],
    ["flag", true, 10],
    ["flag", false, 0],
  ])("%s %j earns %d, plain or with provenance", (id, fact, points) => {
    expect(row(id, fact)).toEqual(known(points, fact));
    expect(row(id, { value: fact })).toEqual(known(points, fact));
    expect(
      row(id, { value: fact, notApplicable: false, source: null, observedAt: null, verified: null, note: [1] }),
    ).toEqual(known(points, fact));
  });

  test("absent, null and undefined are unknown: no points, no issue", () => {
    for (const fact of [
      null,
      undefined,
      { value: null },
      { value: undefined },
      { value: null, source: "form" },
      { notApplicable: false },
    ]) {
      expect(row("rating", fact)).toEqual(unknown);
    }
    expect(judge({})).toMatchObject({ score: null, grade: null, coverage: 0, issues: [] });
  });

  test("not applicable is neither unknown nor zero", () => {
    expect(row("rating", { notApplicable: true })).toEqual({ ...unknown, status: "not-applicable" });
    expect(row("rating", { notApplicable: true, value: null })).toEqual({ ...unknown, status: "not-applicable" });
    const result = judge({ flag: true, rating: { notApplicable: true } });
    // 10 of the 80 that apply are known.
    expect([result.score, result.coverage]).toEqual([100, 0.125]);
  });

  test("facts that the scorecard doesn't know are ignored", () => {
    const strange: unknown = JSON.parse(
      '{"flag": true, "colour": "red", "__proto__": {"rating": 5}, "constructor": 1}',
    );
    expect(judge(strange)).toEqual(judge({ flag: true }));
  });

  test("−0 is 0, as number and as text", () => {
    expect(Object.is(evaluate(card, { ratio: -0 }).indicators.ratio.actual, 0)).toBe(true);
    for (const zero of [-0, "-0", "-0.00"]) {
      const { points, lost, share, relative } = evaluate(card, { ratio: zero }).indicators.ratio;
      for (const [value, expected] of [
        [points, 0],
        [lost, 20],
        [share, 0],
        [relative, 0],
      ])
        expect(Object.is(value, expected)).toBe(true);
    }
  });
});

const wrong = (id: Id, expected: string, received: string): FactIssue =>
  ({ code: "wrong-type", path: [id], details: { expected, received } }) as FactIssue;
const noDecimal = (received: string): FactIssue => ({ code: "not-a-decimal", path: ["ratio"], details: { received } });
const outside = (id: Id, received: string, min: string, max: string): FactIssue => ({
  code: "outside-range",
  path: [id],
  details: { received, min, max },
});

describe("A7.6 what can't be read is an issue, never a silent zero", () => {
  test.each<[Id, unknown, FactIssue]>([
    ...[
      "1,5",
      "0x1",
      "",
      " 5",
      "5 ",
      "+5",
      ".5",
      "5.",
      "05",
      "1e",
      "NaN",
      "Infinity",
      "five",
      "5%",
      "１",
      "1e1000",
    ].map((text): [Id, unknown, FactIssue] => ["ratio", text, noDecimal(text)]),
    ["ratio", "9".repeat(129), noDecimal("9".repeat(64))],
    ["ratio", Number.NaN, noDecimal("NaN")],
    ["ratio", Number.POSITIVE_INFINITY, noDecimal("Infinity")],
    ["ratio", Number.NEGATIVE_INFINITY, noDecimal("-Infinity")],
    ["ratio", true, wrong("ratio", "decimal", "true")],
    ["ratio", [5], wrong("ratio", "decimal", "array")],
    ["ratio", {}, wrong("ratio", "decimal", "object")],
    ["ratio", { vaule: 5 }, wrong("ratio", "decimal", "object")],
    ["ratio", new Date(0), wrong("ratio", "decimal", "Date")],
    ["ratio", 5n, wrong("ratio", "decimal", "5")],
    ["ratio", Symbol("s"), wrong("ratio", "decimal", "Symbol(s)")],
    ["ratio", () => 5, wrong("ratio", "decimal", "function")],
    ["rating", 0.99, outside("rating", "0.99", "1", "5")],
    ["rating", "5.0000000000000000000001", outside("rating", "5.0000000000000000000001", "1", "5")],
    ["rating", "0.99999999999999999999999", outside("rating", "0.99999999999999999999999", "1", "5")],
    ["rating", "1e400", outside("rating", "1e400", "1", "5")],
    ["share", -1e-9, outside("share", "-1e-9", "0", "1")],
    ["share", "1.0000000000000000000001", outside("share", "1.0000000000000000000001", "0", "1")],
    [
      "choice",
      "many",
      { code: "unknown-option", path: ["choice"], details: { received: "many", allowed: ["none", "some"] } },
    ],
    [
      "choice",
      "toString",
      { code: "unknown-option", path: ["choice"], details: { received: "toString", allowed: ["none", "some"] } },
    ],
    ["choice", 1, wrong("choice", "option", "1")],
    ["flag", "true", wrong("flag", "boolean", "true")],
    ["flag", 1, wrong("flag", "boolean", "1")],
  ])("%s %o", (id, fact, issue) => {
    expect(row(id, fact)).toEqual({ status: "invalid", points: null, actual: null, issues: [issue] });
    if (typeof fact === "object") return;
    const nested = { ...issue, path: [id, "value"] };
    expect(row(id, { value: fact })).toEqual({ status: "invalid", points: null, actual: null, issues: [nested] });
  });

  test("each part of the provenance has its own issue, all at once, and the fact doesn't count", () => {
    const fact = { value: 5, source: 7, verified: "yes", observedAt: "21.11.2026" };
    expect(row("rating", fact)).toEqual({
      status: "invalid",
      points: null,
      actual: 5,
      issues: [
        { code: "wrong-type", path: ["rating", "source"], details: { expected: "string", received: "7" } },
        { code: "wrong-type", path: ["rating", "verified"], details: { expected: "boolean", received: "yes" } },
        { code: "not-a-date", path: ["rating", "observedAt"], details: { received: "21.11.2026" } },
      ],
    });
    const vague = {
      code: "wrong-type",
      path: ["rating", "notApplicable"],
      details: { expected: "boolean", received: "yes" },
    };
    expect(row("rating", { notApplicable: "yes" }).issues).toEqual([vague]);
    expect(row("rating", { notApplicable: true, source: 7 })).toMatchObject({
      status: "invalid",
      points: null,
      actual: null,
    });
    expect(row("rating", { value: 5, observedAt: 5 }).issues).toEqual([
      { code: "not-a-date", path: ["rating", "observedAt"], details: { received: "5" } },
    ]);
  });

  test("a value and 'not applicable' contradict each other", () => {
    const result = row("rating", { value: 5, notApplicable: true });
    expect([result.status, result.issues]).toEqual([
      "invalid",
      [{ code: "contradictory-fact", path: ["rating"], details: {} }],
    ]);
  });

  test("every faulty fact is listed, in the order of the definition", () => {
    const result = judge({ flag: "yes", rating: 9, ratio: "1,5", choice: "many", share: 1 });
    expect(result.issues.map(({ path, code }) => `${path.join(".")}: ${code}`)).toEqual([
      "ratio: not-a-decimal",
      "rating: outside-range",
      "choice: unknown-option",
      "flag: wrong-type",
    ]);
    expect(result.unknown).toEqual(["ratio", "days", "rating", "capped", "choice", "flag"]);
  });
});

describe("A7.6 ratios without end", () => {
  test("a lower-is-better ratio of zero or less is worth its cap, and nothing that can be counted without one", () => {
    for (const fact of [0, -0, -5, "0", "-0.0", "-1e-400", "-1e400"]) {
      expect(row("capped", fact)).toEqual(known(15, Object.is(fact, -0) ? 0 : fact));
      const { status, points, issues } = row("days", fact);
      expect([status, points]).toEqual(["invalid", null]);
      expect(issues).toEqual([{ code: "no-ratio", path: ["days"], details: { received: String(fact) } }]);
    }
  });

  test("decimal texts beyond doubles keep their sense", () => {
    expect(row("capped", "1e-400")).toEqual(known(15, "1e-400"));
    expect(row("capped", "1e400")).toEqual(known(0, "1e400"));
    expect(row("days", "1e400")).toEqual(known(0, "1e400"));
    expect(row("ratio", "1e-400")).toEqual(known(0, "1e-400"));
    expect(row("ratio", "-1e-400")).toEqual(known(0, "-1e-400"));
    expect(row("ratio", 5e-324)).toEqual(known(0, 5e-324));
  });

  test("points that sums can't carry exactly are refused; the last that can be carried count", () => {
    // 10^15 ticks ÷ (100 × 10^4 ticks) = 10^9 times the standard of 4.
    for (const fact of ["4e9", 4e9, "4000000000.0000"]) expect(row("ratio", fact).points).toBe(20e9);
    expect(row("ratio", -4e9).points).toBe(-20e9);
    for (const fact of [4.1e9, "4000000000.1", 1e308, "1e400", -4.1e9, "-1e400"]) {
      const { status, points, issues } = row("ratio", fact);
      expect([fact, status, points]).toEqual([fact, "invalid", null]);
      expect(issues).toEqual([{ code: "points-too-large", path: ["ratio"], details: { received: String(fact) } }]);
    }
    for (const fact of [5e-324, "1e-400", 1e-9])
      expect(row("days", fact).issues.map(({ code }) => code)).toEqual(["points-too-large"]);
  });
});

test("every code that a fact's issue can have is produced by these tests", () => {
  const produced: { readonly [C in Exclude<keyof FactIssueDetails, "unknown-indicator">]: FactIssue["code"][] } = {
    "wrong-type": row("flag", 1).issues.map(({ code }) => code),
    "not-a-decimal": row("ratio", "x").issues.map(({ code }) => code),
    "outside-range": row("rating", 6).issues.map(({ code }) => code),
    "unknown-option": row("choice", "x").issues.map(({ code }) => code),
    "no-ratio": row("days", 0).issues.map(({ code }) => code),
    "points-too-large": row("ratio", 1e300).issues.map(({ code }) => code),
    "not-a-date": row("flag", { value: true, observedAt: "x" }).issues.map(({ code }) => code),
    "observed-after-as-of": row("flag", { value: true, observedAt: "2026-11-24" }, "2026-11-21").issues.map(
      ({ code }) => code,
    ),
    "contradictory-fact": row("flag", { value: true, notApplicable: true }).issues.map(({ code }) => code),
    unreadable: evaluate(
      card,
      Object.defineProperty({}, "flag", {
        get: () => {
          throw new Error("x");
        },
      }),
    ).issues.map(({ code }) => code),
  };
  for (const [code, codes] of Object.entries(produced)) expect([code, codes]).toEqual([code, [code]]);
});
