import fc from "fast-check";
import { defineScorecard, evaluate } from "keyaccount";
import { dealerScorecard, keyAccountScorecard } from "keyaccount/handbook";
import { EvaluationSchema, jsonSchemaOf, parseEvaluation } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { judged } from "../evaluation/arbitrary.js";
import { deepFreeze } from "../support/deep-freeze.js";
import { faults, stored, valueOf } from "./noun.js";

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("C3.3 parseEvaluation", () => {
  test.each([
    ["A7", evaluate(dealerScorecard, { reputation: 4, sellThrough: "7.5" }, { asOf: "2026-11-21" })],
    ["E2", evaluate(keyAccountScorecard, { collectionDays: { value: 50, observedAt: "2020-01-01" } })],
  ])("%s: what evaluate returned comes back from JSON as it was", (_, evaluation) => {
    expect(valueOf(parseEvaluation(deepFreeze(copy(evaluation) as object)))).toEqual(evaluation);
  });

  test("law: it accepts everything that evaluate returns, and loses nothing", () => {
    fc.assert(
      fc.property(judged(), ({ card, facts }) => {
        const evaluation = evaluate(card, facts, { asOf: "2026-11-21T08:00:00Z" });
        expect(valueOf(parseEvaluation(copy(evaluation)))).toEqual(evaluation);
      }),
    );
  });

  test("conditions of limits, of every form, come back", () => {
    const card = defineScorecard({
      id: "limited",
      version: "1",
      indicators: {
        days: { kind: "ratio", weight: "40", standard: "45", better: "lower", cap: "1", floor: "0" },
        brands: { kind: "choice", weight: "30", options: { none: 0, some: 1 } },
        engineers: { kind: "flag", weight: "30" },
      },
      limits: [
        { when: { indicator: "days", above: 10, below: 90, atLeast: 11, atMost: 89 }, grade: "B" },
        { when: { indicator: "brands", is: "none" }, grade: "B" },
        { when: { indicator: "engineers", known: false }, grade: "B" },
      ],
      grades: [
        { grade: "A", from: 80 },
        { grade: "B", from: null },
      ],
    });
    const evaluation = evaluate(card, { days: 60, brands: "none" });
    expect(evaluation.limits).toHaveLength(3);
    expect(valueOf(parseEvaluation(copy(evaluation))).limits).toEqual(evaluation.limits);
  });

  test("what refers to no row or group is listed, all at once", () => {
    const record = stored("evaluation");
    const rows = { ...(record["indicators"] as Record<string, object>) };
    delete rows["margin"];
    delete rows["sellThrough"];
    const groupless = { ...record, groups: {} };
    expect(faults(parseEvaluation({ ...record, indicators: rows }))).toEqual([
      "unknown-reference at limits.0.when.indicator",
      "unknown-reference at strengths.0.indicator",
      "unknown-reference at unknown.0",
    ]);
    expect(faults(parseEvaluation(groupless))).toEqual([
      "unknown-reference at indicators.sellThrough.group",
      "unknown-reference at indicators.margin.group",
    ]);
  });

  test.each([
    ["a hash cut short", { scorecard: { id: "dealer", version: "3", hash: "1ae7" } }, ["not-a-hash at scorecard.hash"]],
    ["a score in words", { score: "69.5588" }, ["unexpected-text at score"]],
    [
      "no rows at all",
      { groups: [], indicators: null, limits: 5 },
      ["wrong-type at groups", "wrong-type at indicators", "wrong-type at limits"],
    ],
    ["rows that are none", { indicators: 5 }, ["wrong-type at indicators"]],
    ["a coverage above 1", { coverage: 1.5 }, ["out-of-range at coverage"]],
    ["a scale of 10", { scale: 10 }, ["out-of-range at scale"]],
    [
      "a condition that isn't false",
      { limits: [{ index: 0, when: { indicator: "margin", known: true }, grade: "C" }] },
      ["unknown-value at limits.0.when.known"],
    ],
  ])("refuses %s", (_, change, expected) => {
    expect(faults(parseEvaluation({ ...stored("evaluation"), ...change }))).toEqual(expected);
  });

  test("its JSON Schema names every key of an evaluation", () => {
    const { required } = jsonSchemaOf(EvaluationSchema);
    expect(new Set(required as string[])).toEqual(new Set(Object.keys(evaluate(dealerScorecard, {}))));
  });
});
