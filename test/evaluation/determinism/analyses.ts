import {
  compareEvaluations,
  evaluate,
  formatComparison,
  goalsFor,
  lintScorecard,
  nextQuestions,
  previewImpact,
  rankByTopsis,
  reweigh,
  scoreColumns,
  stability,
  weightsFromData,
  weightsFromPairs,
  weightsFromPoints,
  weightsFromRanking,
} from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { toSql } from "keyaccount/sql";
import type { Random } from "../../support/random.js";

const CLIENTS = 12;

/** Everything that follows from judgements, for a dozen seeded clients, a line of JSON or a text each. */
export function analyses(random: Random): string[] {
  const clients = Array.from({ length: CLIENTS }, (_, index) => ({ id: `c${String(index)}`, facts: factsOf(random) }));
  const other = reweigh(distributorScorecard, { salesReps: 25, relationship: 15 }, { version: "2" });
  const judged = clients.map(({ facts }) => evaluate(distributorScorecard, facts, { asOf: "2026-11-21" }));
  const rejudged = clients.map(({ facts }) =>
    evaluate(other, { ...facts, promotionAbility: 4 }, { asOf: "2026-11-21" }),
  );
  const comparisons = judged.map((before, index) =>
    compareEvaluations(before, rejudged[index] ?? before, {
      scorecards: [distributorScorecard, rejudged[index] === undefined ? distributorScorecard : other],
    }),
  );
  const results: unknown[] = [
    ...comparisons,
    ...clients.flatMap(({ facts }) => [
      goalsFor(distributorScorecard, facts, { grade: "A", costs: { salesReps: { unit: "1.5" } } }),
      nextQuestions(distributorScorecard, facts),
      stability(distributorScorecard, facts),
    ]),
    previewImpact(distributorScorecard, other, clients),
    lintScorecard(other, { locales: [en, zhCN] }),
    ...weightings(random),
    rankByTopsis(
      clients.map(({ id }) => ({ id, facts: { size: random.int(1, 99), risk: random.next() } })),
      { criteria: { size: { weight: 2 }, risk: { weight: 1, better: "lower" } } },
    ),
    columns(random),
  ];
  const texts = [
    ...comparisons.flatMap((comparison) => [formatComparison(comparison, en), formatComparison(comparison, zhCN)]),
    toSql(other, { dialect: "duckdb", table: "clients", explain: true }),
  ];
  return [...results.map((result) => JSON.stringify(result)), ...texts];
}

function factsOf(random: Random): Record<string, never> {
  const facts = {
    salesReps: random.int(0, 20),
    salesManagement: random.int(10, 50) / 10,
    salesNetwork: random.next(),
    promotionAbility: random.int(1, 5),
    afterSalesService: random.chance(0.5) ? random.int(1, 5) : null,
    relationship: random.pick(["outsider", "friend", "supplier", "partner"]),
  };
  return facts as never;
}

function weightings(random: Random): unknown[] {
  const ids = ["a", "b", "c", "d", "e"] as const;
  const pairs = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => ({ a, b, ratio: random.int(1, 9) })));
  const rows = Array.from({ length: 20 }, () => Object.fromEntries(ids.map((id) => [id, random.int(1, 1000) / 8])));
  return [
    weightsFromPairs(pairs),
    weightsFromRanking(ids),
    weightsFromPoints({ a: 100, b: random.int(1, 99), c: 7 }, { method: "swing" }),
    weightsFromData(rows, { method: "entropy" }),
    weightsFromData(rows, { method: "critic" }),
  ];
}

function columns(random: Random): unknown {
  const reps = Float64Array.from({ length: 500 }, () => random.int(0, 20));
  const network = Float64Array.from({ length: 500 }, () => random.next());
  const { scores, grades, coverage } = scoreColumns(distributorScorecard, { salesReps: reps, salesNetwork: network });
  return [Array.from(scores), Array.from(grades), Array.from(coverage)];
}
