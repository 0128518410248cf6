import fc from "fast-check";
import { defineScorecard, isKeyAccountError } from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard, opportunityScorecard } from "keyaccount/handbook";
import { parseScorecard, ScorecardSchema } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { issuesOf, stored, valueOf } from "./noun.js";

const base = stored("scorecard");

describe("A7.6 parseScorecard", () => {
  test.each([
    ["A7", dealerScorecard],
    ["C3.1", distributorScorecard],
    ["E2", keyAccountScorecard],
    ["E7.2", opportunityScorecard],
  ])("%s: the handbook's own, stored and read back, is the same and of the right structure", (_, card) => {
    const read = valueOf(parseScorecard(JSON.parse(JSON.stringify(card))));
    expect(read).toEqual(card);
    expect(ScorecardSchema.safeParse(card).success).toBe(true);
  });

  test("lists the issues that defineScorecard throws", () => {
    const faulty = {
      ...base,
      total: "90",
      indicators: { a: { kind: "ratio", weight: "100", standard: "0" } },
      limits: [],
    };
    let thrown: unknown;
    try {
      defineScorecard(faulty as never);
    } catch (error) {
      thrown = error;
    }
    const issues = issuesOf(parseScorecard(deepFreeze(faulty)));
    expect(issues.map(({ code }) => code)).toContain("standard-not-positive");
    if (!isKeyAccountError(thrown)) throw thrown;
    expect(issues).toHaveLength(thrown.issues.length);
    expect(issues).toEqual(expect.arrayContaining([...thrown.issues]));
  });

  test.each([
    ["a text of 10 MB", { ...base, id: "x".repeat(10_000_000) }, "too-long"],
    ["a Date", new Date(0), "not-json"],
    ["nothing", undefined, "not-json"],
    ["no object", "dealer", "wrong-type"],
  ])("hostile: %s", (_, input, code) => {
    const start = performance.now();
    expect(issuesOf(parseScorecard(input)).map((issue) => issue.code)).toContain(code);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** Parts of definitions, good and slightly wrong, so that about half of the scorecards are sound. */
const quantity = fc.constantFrom<(string | number)[]>("1", 1, "0.5", "1.50", 2.5, "1e1", "3", "-1", 1e21, 1e-7, "x");
const decimals = fc.constantFrom(0, 4, 9, 10, 1.5);
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const common = {
  weight: fc.constant("100"),
  missing: optional(fc.constantFrom("worst", "neutral", "maybe")),
  maxAgeDays: optional(fc.constantFrom(1, 365, 0, 1e6)),
  group: optional(fc.constantFrom("g", "h")),
};
const indicator = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant("ratio"),
    standard: quantity,
    better: optional(fc.constantFrom("higher", "lower")),
    cap: optional(quantity),
    floor: optional(quantity),
    relativeScale: optional(decimals),
  }),
  fc.record({
    ...common,
    kind: fc.constant("standard-score"),
    standard: quantity,
    best: quantity,
    max: fc.constantFrom("150", 200),
    min: fc.constantFrom("0", 50),
    clamp: optional(fc.boolean()),
  }),
  fc.record({
    ...common,
    kind: fc.constant("interpolate"),
    knots: fc.constantFrom(
      [
        { at: 0, share: "0" },
        { at: "1", share: 1 },
      ],
      [
        { at: "2", share: 0 },
        { at: 1, share: "0.5" },
      ],
      [{ at: 0, share: 0 }],
    ),
    beyond: optional(fc.constantFrom("hold", "extend")),
  }),
  fc.record({
    ...common,
    kind: fc.constant("bands"),
    bands: fc.constantFrom(
      [{ from: null, share: 0 }],
      [
        { from: null, share: "0" },
        { from: 3, share: "1" },
      ],
      [{ from: "3", share: 1 }],
    ),
  }),
  fc.record({
    ...common,
    kind: fc.constant("rating"),
    min: fc.constantFrom("1", 0),
    max: fc.constantFrom("5", 10, "0"),
  }),
  fc.record({
    ...common,
    kind: fc.constant("choice"),
    options: fc.constantFrom({ none: 0, "a-b+c_d": "1" }, { x: "0.5" }, {}, { "4711": 1 }),
  }),
  fc.record({ ...common, kind: fc.constant("flag"), expect: optional(fc.boolean()) }),
  fc.record({ ...common, kind: fc.constant("share") }),
);
const definition = fc.record({
  v: optional(fc.constantFrom(1, 2)),
  id: fc.constantFrom("card", "a-1", "4711", "toString", ""),
  version: fc.constantFrom("1", "x".repeat(64), "x".repeat(65)),
  total: optional(fc.constantFrom("100", 100, "90")),
  scale: optional(decimals),
  groups: optional(fc.constantFrom({ g: {} }, { g: { max: 40 }, h: { max: "50.5" } }, {})),
  indicators: indicator.map((one) => ({ a: one })),
  missing: optional(fc.constantFrom("exclude", "refuse", "other")),
  limits: optional(
    fc.constantFrom(
      [],
      [{ when: { indicator: "a", atMost: 1 }, grade: "B" }],
      [{ when: { indicator: "a", is: true }, grade: "B" }],
      [{ when: { indicator: "a", known: false }, grade: "B" }],
      [{ when: { indicator: "z" }, grade: "B" }],
    ),
  ),
  grades: fc.constantFrom(
    [
      { grade: "A", from: "10" },
      { grade: "B", from: null },
    ],
    [{ grade: "B", from: null }],
    [{ grade: "B", from: 50 }],
    [],
  ),
});

test("A7.6 whatever parseScorecard accepts, ScorecardSchema accepts", () => {
  let accepted = 0;
  fc.assert(
    fc.property(definition, (one) => {
      const sound = parseScorecard(one).ok;
      if (sound) accepted += 1;
      return !sound || ScorecardSchema.safeParse(JSON.parse(JSON.stringify(one))).success;
    }),
    { numRuns: 5000, seed: 20261121 },
  );
  expect(accepted).toBeGreaterThan(50);
});
