import {
  type DecimalString,
  defineScorecard,
  extendScorecard,
  rankByTopsis,
  reweigh,
  weightsFromData,
  weightsFromPairs,
  weightsFromPoints,
  weightsFromRanking,
} from "keyaccount";
import { describe, expectTypeOf, test } from "vitest";

const card = defineScorecard({
  id: "card",
  version: "1",
  indicators: {
    volume: { kind: "ratio", weight: "60", standard: "6" },
    reputation: { kind: "rating", weight: "40", min: 1, max: 5 },
  },
  grades: [
    { grade: "A", from: "60" },
    { grade: "B", from: null },
  ],
});

describe("C3.1 weights carry the ids that they were made for", () => {
  test("pairs, ranking, points and data infer them, and reweigh takes them", () => {
    const pairs = weightsFromPairs([{ a: "volume", b: "reputation", ratio: "1/3" }]);
    expectTypeOf(pairs.weights).toEqualTypeOf<{ readonly [K in "volume" | "reputation"]: DecimalString }>();
    const matrix = weightsFromPairs(
      [
        [1, 3],
        ["1/3", 1],
      ],
      { ids: ["volume", "reputation"] },
    );
    expectTypeOf(matrix.weights).toEqualTypeOf<typeof pairs.weights>();
    const ranking = weightsFromRanking(["volume", ["reputation"]]);
    expectTypeOf(ranking.weights).toEqualTypeOf<typeof pairs.weights>();
    const points = weightsFromPoints({ volume: 100, reputation: "50" }, { method: "swing" });
    expectTypeOf(points.weights).toEqualTypeOf<typeof pairs.weights>();
    const data = weightsFromData([
      { volume: 1, reputation: 2 },
      { volume: 2, reputation: 5 },
    ]);
    expectTypeOf(data.weights).toEqualTypeOf<typeof pairs.weights>();
    const columns = weightsFromData({ volume: [1, 2], reputation: [5, 3] }, { better: { volume: "lower" } });
    expectTypeOf(columns.weights).toEqualTypeOf<typeof pairs.weights>();
    for (const { weights } of [pairs, matrix, ranking, points, data, columns]) reweigh(card, weights);
    extendScorecard(card, { id: "ours", weights: ranking.weights });
  });

  test("an extension takes them for its new indicators too", () => {
    const { weights } = weightsFromRanking(["volume", "lateness", "reputation"]);
    const { weights: old } = weightsFromRanking(["volume", "reputation"]);
    const indicators = { lateness: { kind: "share" } } as const;
    extendScorecard(card, { id: "ours", indicators, weights });
    // @ts-expect-error: lateness survives and has no weight
    extendScorecard(card, { id: "ours", indicators, weights: old });
  });

  test("a wrong id doesn't compile where the ids are named", () => {
    type Id = keyof typeof card.indicators;
    const misspelt = [{ a: "volume", b: "reputaton", ratio: 2 }] as const;
    const untrue = [{ a: "volume", b: "reputation", ratio: true }] as const;
    const judgement = [{ a: "volume", b: "reputation", ratio: 2 }] as const;
    const matrix = [[1, 2] as const, [0.5, 1] as const];
    // @ts-expect-error: the scorecard has no indicator "margin"
    weightsFromRanking<Id>(["volume", "margin"]);
    // @ts-expect-error: the scorecard has no indicator "reputaton"
    weightsFromPairs<Id>(misspelt);
    // @ts-expect-error: nor among the points
    weightsFromPoints<Id>({ volume: 1, margin: 2 });
    // @ts-expect-error: a matrix needs ids
    weightsFromPairs(matrix);
    // @ts-expect-error: a ratio isn't yes and no
    weightsFromPairs(untrue);
    // @ts-expect-error: there is no table of that name
    weightsFromPairs(judgement, { randomIndex: "saaty-1990" });
    // @ts-expect-error: there is no column "margin" to turn
    weightsFromData({ volume: [1, 2] }, { better: { margin: "lower" } });
  });

  test("TOPSIS asks each alternative for the criteria, and names them in the result", () => {
    const { ideal, unranked } = rankByTopsis([{ id: "C-1", facts: { volume: 1, reputation: null } }], {
      criteria: { volume: { weight: 1 }, reputation: { weight: 2, better: "higher" } },
    });
    expectTypeOf<keyof typeof ideal>().toEqualTypeOf<"volume" | "reputation">();
    expectTypeOf(unranked[0]?.unknown).toEqualTypeOf<readonly ("volume" | "reputation")[] | undefined>();
    // @ts-expect-error: "more" is no direction
    rankByTopsis([], { criteria: { volume: { weight: 1, better: "more" } } });
  });
});
