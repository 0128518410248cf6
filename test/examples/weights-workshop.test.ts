import { evaluate, weightsFromPairs } from "keyaccount";
import { describe, expect, test } from "vitest";
import { factsOf } from "../../examples/northwind/facts.js";
import { readAccounts } from "../../examples/northwind/ranking.js";
import { scorecard } from "../../examples/northwind/scorecard.js";
import {
  first,
  impact,
  judgements,
  mended,
  proposed,
  report,
  second,
  unfinished,
} from "../../examples/weights-workshop.js";

describe("C3.1 a workshop on weights", () => {
  test("C3.1 the slip is found, and mending it makes the judgements acceptable", () => {
    expect(first.consistency.acceptable).toBe(false);
    expect(first.worst).toMatchObject({ a: "tradeRegularity", b: "volumeGrowth", ratio: "7" });
    expect(first.worst?.consistencyThen).toBeLessThan(0.01);
    expect(mended.filter((one, index) => one !== judgements[index])).toEqual([
      { a: "tradeRegularity", b: "volumeGrowth", ratio: "1/2" },
    ]);
    expect(second.consistency.acceptable).toBe(true);
    expect(second.consistency.ratio).toBeLessThan((first.consistency.ratio ?? 0) / 10);
  });

  test("C3.1 the five share the 60 points that they have today; the rest of the scorecard stays", () => {
    const ids = Object.keys(second.weights) as (keyof typeof second.weights)[];
    const points = (weights: readonly string[]): number =>
      weights.reduce((sum, weight) => sum + Math.round(Number(weight) * 100), 0);
    expect(points(ids.map((id) => scorecard.indicators[id].weight))).toBe(6000);
    expect(points(Object.values(second.weights))).toBe(6000);
    for (const id of ids) expect(proposed.indicators[id].weight).toBe(second.weights[id]);
    expect(proposed.indicators.relationship).toEqual(scorecard.indicators.relationship);
    expect(proposed.id).toBe("northwind-workshop");
  });

  test("C3.1 the impact is what evaluating everybody twice shows", () => {
    const { accounts, asOf } = readAccounts();
    const grades = accounts.map((account) => {
      const facts = factsOf(account, asOf);
      return [evaluate(scorecard, facts, { asOf }).grade, evaluate(proposed, facts, { asOf }).grade];
    });
    const { clients, moved, moves } = impact();
    expect(clients).toBe(91);
    expect(moved).toBe(grades.filter(([before, after]) => before !== after).length);
    expect(moves.down).toBe(grades.filter(([before, after]) => String(before) < String(after)).length);
    expect(moved).toBeGreaterThan(0);
  });

  test("C3.1 an unfinished form lists what is missing, in words", () => {
    expect(unfinished()).toEqual([
      '"annualSales" and "orderFrequency" aren\'t compared with each other.',
      '"annualSales" and "tradeRegularity" aren\'t compared with each other.',
    ]);
  });

  test("C3.1 the report tells it all", () => {
    const text = report();
    expect(text).toContain("First round: consistency ratio 0.175695, not acceptable");
    expect(text).toContain("Active months (0–1) against Growth (0.1 = 10 %): 7 said, 0.70 would fit");
    expect(text).toContain("Second round, one judgement mended: consistency ratio 0.010973, acceptable");
    expect(text).toMatch(/^Clients +91: 6 with another grade, /m);
    expect(text).toMatch(/^Moves +down: 6$/m);
    expect(weightsFromPairs(mended).worst).not.toBeNull();
  });
});
