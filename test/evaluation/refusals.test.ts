import { defineScorecard, isKeyAccountError, type ScorecardIssue, type ScorecardIssueDetails } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const grades = [
  { grade: "A", from: "50" },
  { grade: "B", from: null },
];
const flag = { kind: "flag", weight: 100 };
const ratio = { kind: "ratio", weight: 100, standard: 6 };
const modified = { kind: "standard-score", weight: 100, standard: 1, best: 2, max: 150, min: 0 };
const sound = { id: "x", version: "1", indicators: { a: flag }, grades };

const of = (a: unknown, rest: object = {}): object => ({ ...sound, indicators: { a }, ...rest });
const graded = (...steps: [string, string | null][]): object => ({
  ...sound,
  grades: steps.map(([grade, from]) => ({ grade, from })),
});
const limited = (when: object, a: object = flag): object => of(a, { limits: [{ when, grade: "B" }] });
const mismatch = (kind: string): Fault[] => [["condition-mismatch", "limits.0.when", { indicator: "a", kind }]];

/** Code, path and details of an issue. */
type Fault = [ScorecardIssue["code"], string, object];

function faultsOf(definition: unknown): Fault[] {
  try {
    defineScorecard(definition as typeof sound as never);
  } catch (error) {
    if (!isKeyAccountError(error)) throw error;
    return error.issues.map(({ code, path, details }) => [code as ScorecardIssue["code"], path.join("."), details]);
  }
  return [];
}

const TOP = ["v", "id", "version", "total", "scale", "groups", "indicators", "missing", "limits", "grades"];
const COMMON = ["missing", "maxAgeDays"];
const KINDS = ["ratio", "standard-score", "interpolate", "bands", "rating", "choice", "flag", "share"];
const decimals14 = {
  a: { kind: "flag", weight: "33.33333333333333" },
  b: { kind: "flag", weight: "66.66666666666667" },
};
const pair = { a: { ...flag, weight: 60 }, b: { ...flag, weight: 40, group: "g" } };
const knots = (...at: number[]): object =>
  of({ kind: "interpolate", weight: 100, knots: at.map((place) => ({ at: place, share: 1 })) });
const bands = (...from: (string | null)[]): object =>
  of({ kind: "bands", weight: 100, bands: from.map((start) => ({ from: start, share: 1 })) });
const choice = (options: object): object => ({ kind: "choice", weight: 100, options });

/** A new code without a case doesn't compile. */
const FAULTS: { readonly [C in keyof ScorecardIssueDetails]: readonly [definition: unknown, ...faults: Fault[]][] } = {
  "wrong-type": [
    [null, ["wrong-type", "", { expected: "object", received: "null" }]],
    [[sound], ["wrong-type", "", { expected: "object", received: "array" }]],
    ["dealer", ["wrong-type", "", { expected: "object", received: "dealer" }]],
    [{ ...sound, id: 5 }, ["wrong-type", "id", { expected: "string", received: "5" }]],
    [{ ...sound, version: null }, ["wrong-type", "version", { expected: "string", received: "null" }]],
    [{ ...sound, scale: "4" }, ["wrong-type", "scale", { expected: "integer", received: "4" }]],
    [{ ...sound, missing: {} }, ["wrong-type", "missing", { expected: "string", received: "object" }]],
    [{ ...sound, grades: {} }, ["wrong-type", "grades", { expected: "array", received: "object" }]],
    [of("ratio"), ["wrong-type", "indicators.a", { expected: "object", received: "ratio" }]],
    [of([flag]), ["wrong-type", "indicators.a", { expected: "object", received: "array" }]],
    [
      of({ ...flag, kind: { toString: 1 } }),
      ["wrong-type", "indicators.a.kind", { expected: "string", received: "object" }],
    ],
    [of({ ...flag, weight: true }), ["wrong-type", "indicators.a.weight", { expected: "decimal", received: "true" }]],
    [of({ ...flag, expect: "yes" }), ["wrong-type", "indicators.a.expect", { expected: "boolean", received: "yes" }]],
    [limited({ indicator: "a", is: 1 }), ["wrong-type", "limits.0.when.is", { expected: "string", received: "1" }]],
  ],
  required: [
    [
      {},
      ["required", "id", {}],
      ["required", "version", {}],
      ["required", "indicators", {}],
      ["required", "grades", {}],
    ],
    [undefined, ["required", "", {}]],
    [of({ weight: 100 }), ["required", "indicators.a.kind", {}]],
    [of({ ...ratio, standard: undefined }), ["required", "indicators.a.standard", {}]],
    [{ ...sound, grades: [{ grade: "A" }] }, ["required", "grades.0.from", {}]],
    [
      { ...sound, limits: [{ when: { is: true } }] },
      ["required", "limits.0.when.indicator", {}],
      ["required", "limits.0.grade", {}],
    ],
  ],
  "unknown-key": [
    [{ ...sound, grade: 1 }, ["unknown-key", "grade", { key: "grade", allowed: TOP }]],
    [
      of({ ...flag, max: 5 }),
      ["unknown-key", "indicators.a.max", { key: "max", allowed: ["kind", "group", "weight", "expect", ...COMMON] }],
    ],
    [
      { ...sound, groups: { g: { maximum: 5 } } },
      ["unknown-key", "groups.g.maximum", { key: "maximum", allowed: ["max"] }],
    ],
  ],
  "unknown-value": [
    [of({ ...ratio, kind: "ration" }), ["unknown-value", "indicators.a.kind", { received: "ration", allowed: KINDS }]],
    [
      of({ ...flag, kind: "constructor" }),
      ["unknown-value", "indicators.a.kind", { received: "constructor", allowed: KINDS }],
    ],
    [
      of({ ...ratio, better: "more" }),
      ["unknown-value", "indicators.a.better", { received: "more", allowed: ["higher", "lower"] }],
    ],
    [
      { ...sound, missing: "zero" },
      ["unknown-value", "missing", { received: "zero", allowed: ["exclude", "worst", "neutral", "refuse"] }],
    ],
    [
      limited({ indicator: "a", known: true }),
      ["unknown-value", "limits.0.when.known", { received: "true", allowed: ["false"] }],
    ],
  ],
  "not-a-decimal": [
    [of({ ...ratio, standard: "1,5" }), ["not-a-decimal", "indicators.a.standard", { received: "1,5" }]],
    [of({ ...flag, weight: Number.NaN }), ["not-a-decimal", "indicators.a.weight", { received: "NaN" }]],
    [{ ...sound, total: Number.POSITIVE_INFINITY }, ["not-a-decimal", "total", { received: "Infinity" }]],
    [graded(["A", ""], ["B", null]), ["not-a-decimal", "grades.0.from", { received: "" }]],
    [limited({ indicator: "a", above: "0x1" }, ratio), ["not-a-decimal", "limits.0.when.above", { received: "0x1" }]],
  ],
  "out-of-range": [
    [{ ...sound, scale: 10 }, ["out-of-range", "scale", { received: "10", least: 0, most: 9 }]],
    [{ ...sound, scale: 1.5 }, ["out-of-range", "scale", { received: "1.5", least: 0, most: 9 }]],
    [{ ...sound, scale: -1 }, ["out-of-range", "scale", { received: "-1", least: 0, most: 9 }]],
    [{ ...sound, version: "" }, ["out-of-range", "version", { received: "0", least: 1, most: 64 }]],
    [{ ...sound, version: "1".repeat(65) }, ["out-of-range", "version", { received: "65", least: 1, most: 64 }]],
    [
      of({ ...flag, maxAgeDays: 0 }),
      ["out-of-range", "indicators.a.maxAgeDays", { received: "0", least: 1, most: 36_525 }],
    ],
    [
      of({ ...ratio, relativeScale: 10 }),
      ["out-of-range", "indicators.a.relativeScale", { received: "10", least: 0, most: 9 }],
    ],
  ],
  "unsafe-id": [
    [{ ...sound, id: "_x" }, ["unsafe-id", "id", { id: "_x" }]],
    [{ ...sound, indicators: { $a: flag } }, ["unsafe-id", "indicators.$a", { id: "$a" }]],
    [{ ...sound, groups: { "7": {} } }, ["unsafe-id", "groups.7", { id: "7" }]],
    [of(choice({ constructor: 1 })), ["unsafe-id", "indicators.a.options.constructor", { id: "constructor" }]],
    [
      of(choice(JSON.parse('{"__proto__": 1}') as object)),
      ["unsafe-id", "indicators.a.options.__proto__", { id: "__proto__" }],
    ],
    [graded(["A B", "5"], ["C", null]), ["unsafe-id", "grades.0.grade", { id: "A B" }]],
  ],
  "unsupported-version": [
    [{ ...sound, v: 2 }, ["unsupported-version", "v", { received: "2", supported: [1] }]],
    [{ ...sound, v: "1" }, ["unsupported-version", "v", { received: "1", supported: [1] }]],
  ],
  "too-few": [
    [{ ...sound, indicators: {} }, ["too-few", "indicators", { least: 1, received: 0 }]],
    [{ ...sound, grades: [] }, ["too-few", "grades", { least: 1, received: 0 }]],
    [knots(1), ["too-few", "indicators.a.knots", { least: 2, received: 1 }]],
    [bands(), ["too-few", "indicators.a.bands", { least: 1, received: 0 }]],
    [of(choice({})), ["too-few", "indicators.a.options", { least: 1, received: 0 }]],
  ],
  "not-positive": [
    [of({ ...flag, weight: "-0.0" }), ["not-positive", "indicators.a.weight", { received: "0" }]],
    [{ ...sound, total: -100 }, ["not-positive", "total", { received: "-100" }]],
    [{ ...sound, groups: { g: { max: 0 } } }, ["not-positive", "groups.g.max", { received: "0" }]],
  ],
  "weights-not-total": [
    [of({ ...flag, weight: "99.9999" }), ["weights-not-total", "indicators", { sum: "99.9999", total: "100" }]],
    [{ ...sound, total: 200 }, ["weights-not-total", "indicators", { sum: "100", total: "200" }]],
  ],
  "too-precise": [
    [
      { ...sound, indicators: decimals14 },
      ["too-precise", "indicators.a.weight", { received: "33.33333333333333" }],
      ["too-precise", "indicators.b.weight", { received: "66.66666666666667" }],
    ],
    [{ ...sound, scale: 0, groups: { g: { max: "40.5" } } }, ["too-precise", "groups.g.max", { received: "40.5" }]],
    // 10^12 at four decimals are 10^16 ticks; then no share of the whole weight can be carried either.
    [
      of({ ...flag, weight: 1e12 }, { total: 1e12 }),
      ["too-precise", "total", { received: "1000000000000" }],
      ["points-too-large", "indicators.a", { received: "1000000000000" }],
    ],
  ],
  "points-too-large": [
    // 100 × 10^4 ticks leave room for a share of 10^9.
    [of({ ...ratio, cap: "1000000001" }), ["points-too-large", "indicators.a", { received: "100000000100" }]],
    [of({ ...ratio, floor: -1e10 }), ["points-too-large", "indicators.a", { received: "-1000000000000" }]],
    [
      of({ ...modified, min: -1e99, clamp: false }),
      ["points-too-large", "indicators.a", { received: `-1${"0".repeat(99)}` }],
    ],
    [
      of({
        kind: "interpolate",
        weight: 100,
        beyond: "extend",
        knots: [
          { at: 1, share: 0 },
          { at: 2, share: 4e9 },
        ],
      }),
      ["points-too-large", "indicators.a", { received: "200000000000" }],
    ],
  ],
  "unknown-group": [[of({ ...flag, group: "g" }), ["unknown-group", "indicators.a.group", { group: "g" }]]],
  "unknown-indicator": [
    [limited({ indicator: "b", is: true }), ["unknown-indicator", "limits.0.when.indicator", { indicator: "b" }]],
  ],
  "unknown-grade": [
    [
      of(flag, { limits: [{ when: { indicator: "a", is: false }, grade: "Z" }] }),
      ["unknown-grade", "limits.0.grade", { grade: "Z" }],
    ],
  ],
  "condition-mismatch": [
    [limited({ indicator: "a", above: 5 }), ...mismatch("flag")],
    [limited({ indicator: "a", is: "yes" }), ...mismatch("flag")],
    [limited({ indicator: "a", is: true, above: 5 }), ...mismatch("flag")],
    [limited({ indicator: "a" }), ...mismatch("flag")],
    [limited({ indicator: "a" }, ratio), ...mismatch("ratio")],
    [limited({ indicator: "a", is: true }, ratio), ...mismatch("ratio")],
    [limited({ indicator: "a", above: 1, known: false }, ratio), ...mismatch("ratio")],
    [limited({ indicator: "a", is: "many" }, choice({ some: 1 })), ...mismatch("choice")],
    [limited({ indicator: "a", is: true }, choice({ true: 1 })), ...mismatch("choice")],
    [limited({ indicator: "a", above: 1 }, choice({ undefined: 1 })), ...mismatch("choice")],
  ],
  "standard-not-positive": [
    [of({ ...ratio, standard: 0 }), ["standard-not-positive", "indicators.a.standard", { standard: "0" }]],
    [of({ ...ratio, standard: "-6.0" }), ["standard-not-positive", "indicators.a.standard", { standard: "-6" }]],
  ],
  "best-equals-standard": [
    [of({ ...modified, best: "1.00" }), ["best-equals-standard", "indicators.a.best", { standard: "1" }]],
  ],
  "weight-not-between": [
    [
      of({ ...modified, max: 100 }),
      ["weight-not-between", "indicators.a.max", { weight: "100", min: "0", max: "100" }],
    ],
    [
      of({ ...modified, min: "100.1" }),
      ["weight-not-between", "indicators.a.max", { weight: "100", min: "100.1", max: "150" }],
    ],
  ],
  "cap-below-floor": [
    [of({ ...ratio, cap: 0.5, floor: 0.6 }), ["cap-below-floor", "indicators.a.cap", { cap: "0.5", floor: "0.6" }]],
  ],
  "knots-unordered": [
    [knots(1, 3, 2), ["knots-unordered", "indicators.a.knots.2.at", { at: "2" }]],
    [knots(3, 2, 4), ["knots-unordered", "indicators.a.knots.2.at", { at: "4" }]],
    [knots(1, 1), ["knots-unordered", "indicators.a.knots.1.at", { at: "1" }]],
  ],
  "bands-overlap": [
    [bands(null, "5", "5.0"), ["bands-overlap", "indicators.a.bands.2.from", { from: "5" }]],
    [bands(null, "5", "4"), ["bands-overlap", "indicators.a.bands.2.from", { from: "4" }]],
    [bands(null, null), ["bands-overlap", "indicators.a.bands.1.from", { from: "null" }]],
  ],
  "bands-gap": [[bands("0", "5"), ["bands-gap", "indicators.a.bands.0.from", { from: "0" }]]],
  "empty-range": [
    [of({ kind: "rating", weight: 100, min: 5, max: 5 }), ["empty-range", "indicators.a.max", { min: "5", max: "5" }]],
    [of({ kind: "rating", weight: 100, min: 5, max: 1 }), ["empty-range", "indicators.a.max", { min: "5", max: "1" }]],
  ],
  "grades-unordered": [
    [graded(["A", "50"], ["B", "60"], ["C", null]), ["grades-unordered", "grades.1.from", { grade: "B" }]],
    [graded(["A", "50"], ["B", "50.0"], ["C", null]), ["grades-unordered", "grades.1.from", { grade: "B" }]],
    [graded(["A", null], ["B", null]), ["grades-unordered", "grades.1.from", { grade: "B" }]],
  ],
  "grades-gap": [
    [graded(["A", "50"]), ["grades-gap", "grades.0.from", { grade: "A" }]],
    [
      graded(["A", null], ["B", "50"]),
      ["grades-unordered", "grades.1.from", { grade: "B" }],
      ["grades-gap", "grades.1.from", { grade: "B" }],
    ],
  ],
  "unreachable-grade": [
    [
      graded(["A", "100.0001"], ["B", null]),
      ["unreachable-grade", "grades.0.from", { grade: "A", from: "100.0001", highest: "100" }],
    ],
    [
      { ...graded(["A", "91"], ["B", null]), indicators: pair, groups: { g: { max: 30 } } },
      ["unreachable-grade", "grades.0.from", { grade: "A", from: "91", highest: "90" }],
    ],
    [
      {
        ...graded(["A", "91"], ["B", null]),
        indicators: { ...pair, b: { ...ratio, weight: 40, group: "g" } },
        groups: { g: { max: 30 } },
      },
      ["unreachable-grade", "grades.0.from", { grade: "A", from: "91", highest: "90" }],
    ],
  ],
  "duplicate-grade": [[graded(["A", "50"], ["A", null]), ["duplicate-grade", "grades.1.grade", { grade: "A" }]]],
};

describe("A7.6 a faulty definition is refused with its code, its place and what is wrong", () => {
  const cases = Object.entries(FAULTS).flatMap(([code, list]) =>
    list.map(([definition, ...faults], index) => ({ name: `${code} ${index}`, code, definition, faults })),
  );

  test.each(cases)("$name", ({ code, definition, faults }) => {
    expect(faultsOf(deepFreeze(definition))).toEqual(faults);
    expect(faults.map(([found]) => found)).toContain(code);
  });

  test("what lies just inside the bounds is accepted", () => {
    const fine = [
      sound,
      graded(["A", "100"], ["B", null]),
      of({ ...ratio, cap: "1000000000", floor: "-1000000000" }),
      of({ ...flag, weight: 1e11 }, { total: 1e11 }),
      of({ ...modified, min: 100 }),
      of({ ...ratio, cap: 0.6, floor: 0.6 }),
      knots(3, 2, 1),
      bands(null),
      graded(["A", null]),
      { ...graded(["A", "1000000"], ["B", null]), indicators: { a: ratio } },
      { ...graded(["A", "90"], ["B", null]), indicators: pair, groups: { g: { max: 30 } } },
      limited({ indicator: "a", known: false }),
      limited({ indicator: "a", above: 1, atMost: 5 }, ratio),
      of(choice({ undefined: 1, true: 0 }), { limits: [{ when: { indicator: "a", is: "true" }, grade: "B" }] }),
    ];
    for (const definition of fine) expect([definition, faultsOf(deepFreeze(definition))]).toEqual([definition, []]);
  });
});
