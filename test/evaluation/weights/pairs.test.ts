import { type PairJudgement, RANDOM_INDEXES, reweigh, weightsFromPairs } from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { faultsOf, issuesOf } from "./faults.js";
import golden from "./golden.json" with { type: "json" };

const leader = deepFreeze([
  { a: "experience", b: "education", ratio: 4 },
  { a: "experience", b: "charisma", ratio: 3 },
  { a: "experience", b: "age", ratio: 7 },
  { a: "education", b: "charisma", ratio: "1/3" },
  { a: "education", b: "age", ratio: 3 },
  { a: "charisma", b: "age", ratio: 5 },
] as const);

const rounded = (value: number | null, decimals: number): number => Number((value ?? NaN).toFixed(decimals));

describe.each(golden.pairs)("C3.1 published: $name", ({ ids, matrix, weights, decimals, ratio }) => {
  test.each(RANDOM_INDEXES)("by %s", (randomIndex) => {
    const result = weightsFromPairs(matrix, { ids, randomIndex });
    expect(Object.values(result.shares).map((share) => rounded(share, decimals))).toEqual(weights);
    expect(rounded(result.consistency.ratio, 3)).toBe(ratio[randomIndex]);
    expect(result.consistency.randomIndex.table).toBe(randomIndex);
    expect(result.consistency.acceptable).toBe(true);
  });

  test("as decimals that sum to 1 and to 100", () => {
    const one = weightsFromPairs(matrix, { ids, total: 1, scale: decimals });
    const hundred = weightsFromPairs(matrix, { ids });
    expect(one.total).toBe("1");
    const off = Object.values(one.weights).map((weight, index) => Math.abs(Number(weight) - (weights[index] ?? NaN)));
    expect(Math.max(...off)).toBeLessThan(1.01 * 10 ** -decimals);
    expect(Object.values(one.weights).reduce((sum, text) => sum + Math.round(Number(text) * 1e4), 0)).toBe(10_000);
    expect(Object.values(hundred.weights).reduce((sum, text) => sum + Math.round(Number(text) * 100), 0)).toBe(10_000);
  });
});

describe("C3.1 pairwise comparisons", () => {
  test("the whole result, by hand where it can be: λ from the published shares, CI = (λ − 4) ÷ 3, CR = CI ÷ 0.9", () => {
    const { pairs, ...result } = weightsFromPairs(leader);
    expect(result).toEqual({
      method: "pairs",
      total: "100",
      scale: 2,
      weights: { experience: "54.76", education: "12.66", charisma: "26.99", age: "5.59" },
      shares: { experience: 0.547569, education: 0.126555, charisma: 0.26995, age: 0.055926 },
      notes: [],
      consistency: {
        lambdaMax: 4.118418,
        index: 0.039473,
        randomIndex: { table: "saaty-1980", value: 0.9 },
        ratio: 0.043859,
        acceptable: true,
      },
      worst: {
        a: "experience",
        b: "charisma",
        ratio: "3",
        implied: 2.02841,
        error: 1.478991,
        fit: 1.361561,
        consistencyThen: 0.014848,
      },
    });
    // 0.126555 ÷ 0.26995 = 0.46881; (1 ÷ 3) ÷ 0.46881 = 0.71102.
    expect(pairs[3]).toEqual({ a: "education", b: "charisma", ratio: "1/3", implied: 0.46881, error: 0.71102 });
    expect(pairs).toHaveLength(6);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("list and matrix, either direction of a pair, decimals and fractions are the same judgements", () => {
    const matrix = deepFreeze([
      [1, 4, 3, "7.0"],
      [0.25, 1, "1/3", "3"],
      ["1/3", 3, "1", 5],
      ["1/7", "2/6", "0.2", 1],
    ]);
    const ids = ["experience", "education", "charisma", "age"] as const;
    const turned = leader.map(({ a, b, ratio }) => ({
      a: b,
      b: a,
      ratio: ratio === "1/3" ? 3 : (`1/${ratio}` as const),
    }));
    const { weights } = weightsFromPairs(leader);
    expect(weightsFromPairs(matrix, { ids }).weights).toEqual(weights);
    expect(weightsFromPairs(turned, { ids }).weights).toEqual(weights);
    expect(Object.keys(weightsFromPairs(turned).weights)).toEqual(["education", "experience", "charisma", "age"]);
  });

  test("a matrix written with decimals: the cell of at least 1 counts, its mirror may be rounded", () => {
    const ids = ["a", "b", "c"] as const;
    const exact = weightsFromPairs(
      [
        [1, 3, 7],
        ["1/3", 1, 3],
        ["1/7", "1/3", 1],
      ],
      { ids },
    );
    const upper = weightsFromPairs(
      [
        [1, 3, 7],
        [0.33, 1, 3],
        [0.143, 0.3333, 1],
      ],
      { ids },
    );
    const lower = weightsFromPairs(
      [
        [1, 0.33, 0.143],
        [3, 1, 0.3333],
        [7, 3, 1],
      ],
      { ids: ["c", "b", "a"] },
    );
    expect(upper).toEqual(exact);
    expect(lower.weights).toEqual({ c: exact.weights.c, b: exact.weights.b, a: exact.weights.a });
    // 1 ÷ 1.3 is 0.77, not 0.75, but 1 ÷ 0.75 = 4 ÷ 3 is 1.3 to one decimal: the more precise cell counts.
    const pairOf = (matrix: readonly (readonly number[])[]): string | undefined =>
      weightsFromPairs(matrix, { ids: ["a", "b"] }).pairs[0]?.ratio;
    expect(
      pairOf([
        [1, 1.3],
        [0.75, 1],
      ]),
    ).toBe("4/3");
    expect(
      pairOf([
        [1, 0.75],
        [1.3, 1],
      ]),
    ).toBe("0.75");
  });

  test("judgements that agree give the shares back exactly, with a ratio of 0 and no worst pair", () => {
    const { weights, shares, consistency, worst, pairs } = weightsFromPairs([
      { a: "b", b: "c", ratio: 1.5 },
      { a: "a", b: "b", ratio: "5/3" },
      { a: "c", b: "a", ratio: 0.4 },
    ]);
    expect(weights).toEqual({ b: "30", c: "20", a: "50" });
    expect(shares).toEqual({ b: 0.3, c: 0.2, a: 0.5 });
    expect(consistency).toEqual({
      lambdaMax: 3,
      index: 0,
      randomIndex: { table: "saaty-1980", value: 0.58 },
      ratio: 0,
      acceptable: true,
    });
    expect(worst).toBeNull();
    expect(pairs.map(({ error }) => error)).toEqual([1, 1, 1]);
  });

  test("one id takes all, two are always consistent", () => {
    const one = weightsFromPairs([], { ids: ["a"] });
    expect([one.weights, one.worst, one.pairs]).toEqual([{ a: "100" }, null, []]);
    expect(one.consistency).toEqual({
      lambdaMax: 1,
      index: 0,
      randomIndex: { table: "saaty-1980", value: 0 },
      ratio: 0,
      acceptable: true,
    });
    const two = weightsFromPairs([{ a: "a", b: "b", ratio: 7 }], { randomIndex: "donegan-dodd-1991" });
    expect([two.weights, two.worst]).toEqual([{ a: "87.5", b: "12.5" }, null]);
    expect([two.consistency.lambdaMax, two.consistency.ratio]).toEqual([2, 0]);
  });

  test("one wrong judgement among good ones is found, and its fit restores them: 8 : 4 : 2 : 1 with 4 : 1 said to be 9", () => {
    const all = (ratio: number): PairJudgement<"a" | "b" | "c" | "d">[] => [
      { a: "a", b: "b", ratio: 2 },
      { a: "a", b: "c", ratio: 4 },
      { a: "a", b: "d", ratio: 8 },
      { a: "b", b: "c", ratio: 2 },
      { a: "b", b: "d", ratio },
      { a: "c", b: "d", ratio: 2 },
    ];
    const { worst, consistency } = weightsFromPairs(all(9));
    expect(consistency.ratio).toBeGreaterThan(0.01);
    expect(worst).toMatchObject({ a: "b", b: "d", ratio: "9", fit: 4, consistencyThen: 0 });
    expect(weightsFromPairs(all(worst?.fit ?? 0)).weights).toEqual({ a: "53.33", b: "26.67", c: "13.33", d: "6.67" });
  });

  test("a judgement that is too small is found as well", () => {
    const { worst } = weightsFromPairs([
      { a: "a", b: "b", ratio: 2 },
      { a: "a", b: "c", ratio: 4 },
      { a: "a", b: "d", ratio: 8 },
      { a: "b", b: "c", ratio: 2 },
      { a: "b", b: "d", ratio: "1/3" },
      { a: "c", b: "d", ratio: 2 },
    ]);
    expect(worst).toMatchObject({ a: "b", b: "d", fit: 4, consistencyThen: 0 });
    expect(worst?.error).toBeLessThan(1);
  });

  test("of equally bad judgements the first is named: three alone always err alike", () => {
    const triad: readonly PairJudgement<"a" | "b" | "c">[] = [
      { a: "a", b: "b", ratio: 2 },
      { a: "b", b: "c", ratio: 3 },
      { a: "a", b: "c", ratio: 7 },
    ];
    const { worst, pairs } = weightsFromPairs(triad);
    expect(pairs.map(({ error }) => error)).toEqual([0.949914, 0.949914, 1.052727]);
    expect(worst).toMatchObject({ a: "a", b: "b", fit: 2.333333, consistencyThen: 0 });
    expect(weightsFromPairs([...triad].reverse()).worst).toMatchObject({ a: "a", b: "c", fit: 6, consistencyThen: 0 });
  });

  test("the ratio with the fit in its place is the one that the mended judgements have", () => {
    const { worst } = weightsFromPairs(leader);
    const mended = leader.map((one) =>
      one.b === "charisma" && one.a === "experience" ? { ...one, ratio: worst?.fit ?? 0 } : one,
    );
    expect(weightsFromPairs(mended).consistency.ratio).toBe(worst?.consistencyThen);
  });

  test("a circle of preferences: equal weights, and the note that they contradict each other", () => {
    const { weights, notes, consistency } = weightsFromPairs([
      { a: "a", b: "b", ratio: 9 },
      { a: "b", b: "c", ratio: 9 },
      { a: "c", b: "a", ratio: 9 },
    ]);
    expect(weights).toEqual({ a: "33.34", b: "33.33", c: "33.33" });
    // λ = 1 + 9 + 1 ÷ 9, CI = (λ − 3) ÷ 2 = 3.5556, CR = 3.5556 ÷ 0.58.
    expect(consistency.lambdaMax).toBe(10.111111);
    expect(consistency.acceptable).toBe(false);
    expect(notes).toEqual([{ code: "inconsistent", ratio: 6.130268, limit: 0.1 }]);
  });

  test("ratios outside of 1/9 … 9 are noted, 9 itself isn't", () => {
    const { notes } = weightsFromPairs([
      { a: "a", b: "b", ratio: 9 },
      { a: "b", b: "c", ratio: "1/9" },
      { a: "a", b: "c", ratio: 9.5 },
      { a: "d", b: "a", ratio: "1/10" },
      { a: "d", b: "b", ratio: 1 },
      { a: "d", b: "c", ratio: 1 },
    ]);
    expect(notes.filter(({ code }) => code === "beyond-nine")).toEqual([
      { code: "beyond-nine", a: "a", b: "c", ratio: "9.5" },
      { code: "beyond-nine", a: "d", b: "a", ratio: "0.1" },
    ]);
  });

  test("a share too small for the scale gets the least weight and a note; the others give it up", () => {
    const { weights, notes } = weightsFromPairs([{ a: "a", b: "b", ratio: 300 }], { scale: 0, total: 10 });
    expect(weights).toEqual({ a: "9", b: "1" });
    expect(notes[1]).toEqual({ code: "raised-to-least", id: "b", share: 0.003322, weight: "1" });
  });

  test("beyond the table there is no ratio, and that is said", () => {
    const ids = Array.from({ length: 16 }, (_, index) => `i${String(index)}`);
    const judgements = ids.flatMap((a, index) =>
      ids.slice(index + 1).map((b) => ({ a, b, ratio: index === 0 ? 2 : 1 })),
    );
    const { consistency, notes, worst } = weightsFromPairs(
      judgements.map((one, index) => (index === 0 ? { ...one, ratio: 3 } : one)),
    );
    expect([consistency.randomIndex.value, consistency.ratio, consistency.acceptable]).toEqual([null, null, null]);
    expect(notes).toEqual([{ code: "no-random-index", size: 16 }]);
    expect(worst).toMatchObject({ a: "i0", b: "i1", fit: 2, consistencyThen: null });
    expect(weightsFromPairs(judgements, { randomIndex: "donegan-dodd-1991" }).consistency.randomIndex.value).toBe(
      1.5078,
    );
  });

  test("between two sizes of Donegan and Dodd's table the index lies on the line between them", () => {
    const valueFor = (size: number): number | null => {
      const ids = Array.from({ length: size }, (_, index) => `i${String(index)}`);
      const all = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => ({ a, b, ratio: 1 })));
      return weightsFromPairs(all, { randomIndex: "donegan-dodd-1991" }).consistency.randomIndex.value;
    };
    // 1.5371 + (1.5619 − 1.5371) × 2 ÷ 5 and 1.5772 + (1.5976 − 1.5772) × 9 ÷ 10.
    expect([20, 22, 25, 30, 39, 40].map(valueFor)).toEqual([1.5371, 1.54702, 1.5619, 1.5772, 1.59556, 1.5976]);
  });

  test("each table has the values that it is printed with, from 3 to 15", () => {
    const tables = Object.fromEntries(
      RANDOM_INDEXES.map((randomIndex) => [
        randomIndex,
        Array.from({ length: 14 }, (_, index) => {
          const ids = Array.from({ length: index + 2 }, (_one, place) => `i${String(place)}`);
          const all = ids.flatMap((a, place) => ids.slice(place + 1).map((b) => ({ a, b, ratio: 1 })));
          return weightsFromPairs(all, { randomIndex }).consistency.randomIndex.value;
        }),
      ]),
    );
    expect(tables).toEqual(golden.randomIndexes);
  });

  test("the weights fit the scorecard they were made for", () => {
    const ids = Object.keys(distributorScorecard.indicators) as (keyof typeof distributorScorecard.indicators)[];
    const judgements = ids.flatMap((a, index) => ids.slice(index + 1).map((b, step) => ({ a, b, ratio: step + 2 })));
    const { weights } = weightsFromPairs(judgements, { ids });
    const card = reweigh(distributorScorecard, weights, { id: "ours" });
    expect(card.indicators.salesReps.weight).toBe(weights.salesReps);
  });
});

describe("C3.1 faulty comparisons", () => {
  test("everything wrong with a list is said at once", () => {
    expect(
      issuesOf(() =>
        weightsFromPairs(
          [
            { a: "a", b: "b", ratio: 0 },
            { a: "b", b: "a", ratio: 2 },
            { a: "c", b: "c", ratio: 1 },
            { a: "a", b: "x", ratio: 3 },
            { a: "a", b: "c", ratio: "1/0" },
          ] as never,
          { ids: ["a", "b", "c"], total: 0, randomIndex: "saaty-1990" } as never,
        ),
      ),
    ).toEqual([
      { code: "not-positive", path: ["options", "total"], details: { received: "0" } },
      {
        code: "unknown-value",
        path: ["options", "randomIndex"],
        details: { received: "saaty-1990", allowed: [...RANDOM_INDEXES] },
      },
      { code: "not-a-ratio", path: [0, "ratio"], details: { received: "0" } },
      { code: "duplicate-pair", path: [1], details: { a: "b", b: "a" } },
      { code: "self-pair", path: [2], details: { id: "c" } },
      { code: "unknown-value", path: [3, "b"], details: { received: "x", allowed: ["a", "b", "c"] } },
      { code: "not-a-ratio", path: [4, "ratio"], details: { received: "1/0" } },
      { code: "missing-pair", path: [], details: { a: "b", b: "c" } },
    ]);
  });

  test.each([
    ["text", "3 times", "not-a-ratio"],
    ["comma", "1,5", "not-a-ratio"],
    ["two strokes", "1/2/3", "not-a-ratio"],
    ["nothing above", "/3", "not-a-ratio"],
    ["negative", -3, "not-a-ratio"],
    ["negative below", "3/-1", "not-a-ratio"],
    ["boolean", true, "not-a-ratio"],
    ["null", null, "not-a-ratio"],
    ["absent", undefined, "not-a-ratio"],
    ["long exponent", "1e100", "not-a-ratio"],
    ["least double", 5e-324, "not-a-ratio"],
    ["greatest double", 1.7e308, "not-a-ratio"],
    ["above a million", 1_000_001, "out-of-range"],
    ["below a millionth", "1/1000001", "out-of-range"],
  ])("a ratio that is none: %s", (_, ratio, code) => {
    expect(faultsOf(() => weightsFromPairs([{ a: "a", b: "b", ratio }] as never))).toEqual([`0.ratio: ${code}`]);
  });

  test("a million and a millionth are allowed, and spaces around the stroke", () => {
    expect(weightsFromPairs([{ a: "a", b: "b", ratio: 1_000_000 }]).pairs[0]?.implied).toBe(1_000_000);
    expect(weightsFromPairs([{ a: "a", b: "b", ratio: "1/1000000" }]).pairs[0]?.ratio).toBe("0.000001");
    expect(weightsFromPairs([{ a: "a", b: "b", ratio: "1 / 3" as never }]).pairs[0]?.ratio).toBe("1/3");
  });

  test.each<[string, readonly string[], unknown, unknown]>([
    ["not square", [": out-of-range"], [[1, 2]], ["a", "b"]],
    ["ragged", ["1: out-of-range"], [[1, 2], [0.5]], ["a", "b"]],
    ["a row that is none", ["1: wrong-type"], [[1, 2], "x"], ["a", "b"]],
    [
      "a diagonal that isn't 1",
      ["0.0: not-reciprocal"],
      [
        [2, 2],
        [0.5, 1],
      ],
      ["a", "b"],
    ],
    [
      "not reciprocal",
      ["1.0: not-reciprocal"],
      [
        [1, 2],
        [0.4, 1],
      ],
      ["a", "b"],
    ],
    [
      "not reciprocal as fractions",
      ["1.0: not-reciprocal"],
      [
        [1, "2/3"],
        ["2/3", 1],
      ],
      ["a", "b"],
    ],
    [
      "no ratio",
      ["0.1: not-a-ratio"],
      [
        [1, "x"],
        [0.5, 1],
      ],
      ["a", "b"],
    ],
    [
      "no ratio on the diagonal and below",
      ["0.0: not-a-ratio", "1.0: not-a-ratio"],
      [
        [null, 2],
        [0, 1],
      ],
      ["a", "b"],
    ],
    [
      "without ids",
      ["options.ids: required"],
      [
        [1, 2],
        [0.5, 1],
      ],
      undefined,
    ],
    [
      "unsafe ids",
      ["options.ids.0: unsafe-id", "options.ids.1: wrong-type"],
      [
        [1, 2],
        [0.5, 1],
      ],
      ["1", 2],
    ],
    [
      "an id twice",
      ["options.ids.1: duplicate-id"],
      [
        [1, 2],
        [0.5, 1],
      ],
      ["a", "a"],
    ],
    [
      "ids that are no list",
      ["options.ids: wrong-type", "options.ids: required"],
      [
        [1, 2],
        [0.5, 1],
      ],
      "ab",
    ],
    ["no ids", [": too-few"], [], []],
  ])("a matrix %s", (_, faults, matrix, ids) => {
    expect(faultsOf(() => weightsFromPairs(matrix as never, { ids } as never))).toEqual(faults);
  });

  test("says what was expected of a cell", () => {
    const details = issuesOf(() =>
      weightsFromPairs(
        [
          [1, 3, 1],
          [0.5, 1, 1],
          [1, 1, 1],
        ],
        { ids: ["a", "b", "c"] },
      ),
    )[0];
    expect(details).toEqual({ code: "not-reciprocal", path: [1, 0], details: { received: "0.5", expected: "1/3" } });
  });

  test("no judgements, and judgements that are none", () => {
    expect(faultsOf(() => weightsFromPairs([]))).toEqual([": too-few"]);
    expect(faultsOf(() => weightsFromPairs("x" as never))).toEqual([": wrong-type"]);
    expect(faultsOf(() => weightsFromPairs([7, { a: "a", c: 1 }] as never))).toEqual([
      "0: wrong-type",
      "1.c: unknown-key",
      "1.b: required",
      "0.ratio: not-a-ratio",
      "1.ratio: not-a-ratio",
    ]);
  });

  test.each([
    [{ scale: 10 }, "options.scale: out-of-range"],
    [{ scale: 1.5 }, "options.scale: out-of-range"],
    [{ total: "much" }, "options.total: not-a-decimal"],
    [{ total: "0.001" }, "options.total: too-precise"],
    [{ total: "10000000000000.01" }, "options.total: too-precise"],
    [{ total: "0.01" }, "options.total: total-too-small"],
    [{ totals: 1 }, "options.totals: unknown-key"],
    [null, "options: wrong-type"],
  ])("options %j", (options, fault) => {
    expect(faultsOf(() => weightsFromPairs([{ a: "a", b: "b", ratio: 2 }], options as never))).toEqual([fault]);
  });

  test("the least total is one unit for each", () => {
    const { weights } = weightsFromPairs([{ a: "a", b: "b", ratio: 5 }], { total: "0.02" });
    expect(weights).toEqual({ a: "0.01", b: "0.01" });
    const largest = weightsFromPairs([{ a: "a", b: "b", ratio: 3 }], { total: "10000000000000" });
    expect(largest.weights).toEqual({ a: "7500000000000", b: "2500000000000" });
    expect(
      issuesOf(() => weightsFromPairs([{ a: "a", b: "b", ratio: 5 }], { total: 1, scale: 0 }))[0]?.details,
    ).toEqual({
      total: "1",
      least: "2",
    });
  });
});
