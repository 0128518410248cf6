import { Decimal } from "decimal.js";
import fc from "fast-check";
import { type FactsOf, rankByTopsis, TOPSIS_NORMALISATIONS, type TopsisCriterion } from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { faultsOf, issuesOf } from "./weights/faults.js";

type Criteria = Readonly<Record<string, TopsisCriterion>>;
type Alternatives = Parameters<typeof rankByTopsis<string>>[0];

const named = (rows: readonly (readonly number[])[]): Alternatives =>
  rows.map((row, index) => ({
    id: `A${String(index + 1)}`,
    facts: Object.fromEntries(row.map((value, column) => [`c${String(column + 1)}`, value])),
  }));
const weighed = (weights: readonly number[]): Criteria =>
  Object.fromEntries(weights.map((weight, index) => [`c${String(index + 1)}`, { weight }]));

describe("C3.1 published TOPSIS examples", () => {
  test("Papathanasiou & Ploskas, Multiple Criteria Decision Aid (2018), chapter 1, facility location", () => {
    const { ranking } = rankByTopsis(
      deepFreeze(
        named([
          [8, 7, 2, 1],
          [5, 3, 7, 5],
          [7, 5, 6, 4],
          [9, 9, 7, 3],
          [11, 10, 3, 7],
          [6, 9, 5, 4],
        ]),
      ),
      deepFreeze({ criteria: weighed([0.4, 0.3, 0.1, 0.2]) }),
    );
    expect(ranking.map(({ id, closeness }) => [id, Number(closeness?.toFixed(3))])).toEqual([
      ["A5", 0.868],
      ["A4", 0.615],
      ["A6", 0.493],
      ["A3", 0.391],
      ["A1", 0.387],
      ["A2", 0.327],
    ]);
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("the example of JMcDM and the R package mcda: 0.3876870, 0.6503238, 0.0834767", () => {
    const { ranking } = rankByTopsis(
      named([
        [9, 7, 6, 7],
        [8, 7, 9, 6],
        [7, 8, 6, 6],
      ]),
      { criteria: weighed([4, 2, 6, 8]) },
    );
    expect(ranking.map(({ id, closeness }) => [id, closeness])).toEqual([
      ["A2", 0.650324],
      ["A1", 0.387687],
      ["A3", 0.083477],
    ]);
  });
});

describe("C3.1 TOPSIS", () => {
  const clients = deepFreeze([
    { id: "C-1", facts: { volume: 3, days: 60 } },
    { id: "C-2", facts: { volume: "4", days: { value: 80, observedAt: "2026-01-31" } } },
  ]);
  const criteria = deepFreeze({ volume: { weight: "30" }, days: { weight: 70, better: "lower" } } as const);

  test("by hand, vector: √(3² + 4²) = 5, √(60² + 80²) = 100", () => {
    // Volume 0.3 × 0.6 and 0.3 × 0.8, days 0.7 × 0.6 and 0.7 × 0.8: C-1 misses 0.06 of volume, C-2 0.14 of days.
    const result = rankByTopsis(clients, { criteria });
    expect(result).toEqual({
      normalisation: "vector",
      ranking: [
        { id: "C-1", rank: 1, tied: false, closeness: 0.7, toIdeal: 0.06, toAntiIdeal: 0.14 },
        { id: "C-2", rank: 2, tied: false, closeness: 0.3, toIdeal: 0.14, toAntiIdeal: 0.06 },
      ],
      unranked: [],
      ideal: { volume: { value: "4", weighted: 0.24 }, days: { value: "60", weighted: 0.42 } },
      antiIdeal: { volume: { value: "3", weighted: 0.18 }, days: { value: "80", weighted: 0.56 } },
      notes: [],
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("by hand, min-max: all or nothing with two", () => {
    const result = rankByTopsis(clients, { criteria, normalisation: "min-max" });
    expect(result.ranking.map(({ closeness, toIdeal }) => [closeness, toIdeal])).toEqual([
      [0.7, 0.3],
      [0.3, 0.7],
    ]);
    expect(result.ideal).toEqual({ volume: { value: "4", weighted: 0.3 }, days: { value: "60", weighted: 0 } });
    expect(result.antiIdeal).toEqual({ volume: { value: "3", weighted: 0 }, days: { value: "80", weighted: 0.7 } });
  });

  test("negative values keep their sign in the ideal", () => {
    const facts = [3, -4].map((growth, index) => ({ id: `C-${String(index)}`, facts: { growth } }));
    const { ideal, antiIdeal } = rankByTopsis(facts, { criteria: { growth: { weight: 1 } } });
    expect([ideal.growth, antiIdeal.growth]).toEqual([
      { value: "3", weighted: 0.6 },
      { value: "-4", weighted: -0.8 },
    ]);
  });

  test("equals share the better rank in the order given, and the next rank leaves their number out", () => {
    const of = (id: string, a: number, b: number) => ({ id, facts: { a, b } });
    const { ranking } = rankByTopsis([of("w", 1, 1), of("x", 1, 3), of("y", 3, 1), of("z", 3, 3), of("v", 1, 1)], {
      criteria: { a: { weight: 1 }, b: { weight: 1 } },
    });
    expect(ranking.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
      ["z", 1, false],
      ["x", 2, true],
      ["y", 2, true],
      ["w", 4, true],
      ["v", 4, true],
    ]);
    expect(ranking.map(({ closeness }) => closeness)).toEqual([1, 0.5, 0.5, 0, 0]);
  });

  test("who has an unknown value isn't ranked, moves no ideal, and is listed", () => {
    const more = [
      { id: "C-0", facts: { volume: 900 } },
      ...clients,
      { id: "C-3", facts: { days: { notApplicable: true as const }, volume: null } },
    ];
    const result = rankByTopsis(more, { criteria });
    expect(result.ranking).toEqual(rankByTopsis(clients, { criteria }).ranking);
    expect(result.ideal).toEqual(rankByTopsis(clients, { criteria }).ideal);
    expect(result.unranked).toEqual([
      { id: "C-0", unknown: ["days"] },
      { id: "C-3", unknown: ["volume", "days"] },
    ]);
    expect(result.notes).toEqual([{ code: "left-out", count: 2 }]);
  });

  test("a criterion that nobody has, most often a misspelling, is named by the note", () => {
    const misspelt = { volume: { weight: 1 }, dys: { weight: 1 } } as never;
    expect(rankByTopsis(clients, { criteria: misspelt }).notes).toEqual([
      { code: "left-out", count: clients.length, unknownForAll: ["dys"] },
    ]);
  });

  test("of an alternative only id and the facts of the criteria are read", () => {
    const rich = clients.map(({ id, facts }) => ({ id, facts: { ...facts, since: new Date(0) }, owner: new Map() }));
    expect(rankByTopsis(rich, { criteria })).toEqual(rankByTopsis(clients, { criteria }));
  });

  test("a criterion that is the same for all moves nobody, zeros included", () => {
    for (const normalisation of TOPSIS_NORMALISATIONS) {
      for (const value of [0, 7]) {
        const rows = clients.map(({ id, facts }) => ({ id, facts: { ...facts, same: value } }));
        const result = rankByTopsis(rows, { criteria: { ...criteria, same: { weight: 100 } }, normalisation });
        expect(result.notes).toEqual([{ code: "no-spread", criterion: "same" }]);
        expect(result.ranking.map(({ id, closeness }) => [id, closeness])).toEqual([
          ["C-1", 0.7],
          ["C-2", 0.3],
        ]);
        expect(result.ideal.same.value).toBe(String(value));
        expect(result.ideal.same.weighted).toBe(normalisation === "min-max" || value === 0 ? 0 : 0.353553);
      }
    }
  });

  test("one alternative, or several that are alike: no closeness, all first", () => {
    const one = rankByTopsis(clients.slice(0, 1), { criteria });
    expect(one.ranking).toEqual([{ id: "C-1", rank: 1, tied: false, closeness: null, toIdeal: 0, toAntiIdeal: 0 }]);
    expect(one.notes).toEqual([{ code: "all-alike" }]);
    const same = [
      { id: "b", facts: { volume: 1, days: 0 } },
      { id: "a", facts: { volume: 1, days: 0 } },
    ];
    expect(
      rankByTopsis(same, { criteria, normalisation: "min-max" }).ranking.map(({ id, rank, tied }) => [id, rank, tied]),
    ).toEqual([
      ["b", 1, true],
      ["a", 1, true],
    ]);
  });

  test("nobody to rank is an empty ranking", () => {
    const empty = { normalisation: "vector", ranking: [], unranked: [], ideal: {}, antiIdeal: {}, notes: [] };
    expect(rankByTopsis([], { criteria })).toEqual(empty);
    expect(rankByTopsis([{ id: "C", facts: {} }], { criteria })).toEqual({
      ...empty,
      unranked: [{ id: "C", unknown: ["volume", "days"] }],
      notes: [{ code: "left-out", count: 1 }],
    });
  });

  test("a scorecard's weights and facts will do; facts that no criterion asks for are left alone", () => {
    const { salesReps, salesManagement } = distributorScorecard.indicators;
    const facts: FactsOf<typeof distributorScorecard> = { salesReps: 12, salesManagement: 2, relationship: "friend" };
    const { ranking } = rankByTopsis(
      [
        { id: "C-1", facts },
        { id: "C-2", facts: { salesReps: 13, salesManagement: 5 } },
      ],
      { criteria: { salesReps: { weight: salesReps.weight }, salesManagement: { weight: salesManagement.weight } } },
    );
    expect(ranking.map(({ id }) => id)).toEqual(["C-2", "C-1"]);
  });

  test.each<[string, unknown, unknown, string[]]>([
    ["no list", {}, { criteria }, [": wrong-type"]],
    ["no alternatives in the list", [1, null], { criteria }, ["0: wrong-type", "1: wrong-type"]],
    [
      "no id, no facts",
      [{ facts: {} }, { id: "a" }, { id: "", facts: 3 }],
      { criteria },
      ["0.id: wrong-type", "1.facts: wrong-type", "2.id: out-of-range", "2.facts: wrong-type"],
    ],
    [
      "an id twice",
      [
        { id: "a", facts: {} },
        { id: "a", facts: {} },
      ],
      { criteria },
      ["1.id: duplicate-id"],
    ],
    [
      "values that are none",
      [{ id: "a", facts: { volume: "1,5", days: true } }],
      { criteria },
      ["0.facts.volume: not-a-decimal", "0.facts.days: wrong-type"],
    ],
    ["no criteria", [], {}, ["options.criteria: required"]],
    ["no criterion", [], { criteria: {} }, ["options.criteria: too-few"]],
    ["no options", [], undefined, ["options.criteria: required"]],
    [
      "weights of zero or less, and none",
      [],
      { criteria: { a: { weight: 0 }, b: { weight: -1 }, c: {} } },
      [
        "options.criteria.a.weight: not-positive",
        "options.criteria.b.weight: not-positive",
        "options.criteria.c.weight: required",
      ],
    ],
    ["unsafe criteria", [], { criteria: { "1": { weight: 1 } } }, ["options.criteria.1: unsafe-id"]],
    [
      "unknown words",
      [],
      { criteria: { a: { weight: 1, better: "more" } }, normalisation: "linear" },
      ["options.criteria.a.better: unknown-value", "options.normalisation: unknown-value"],
    ],
  ])("refuses %s", (_, alternatives, options, faults) => {
    expect(faultsOf(() => rankByTopsis(alternatives as never, options as never))).toEqual(faults);
  });

  test("a hundred criteria are measured, one more is refused", () => {
    const many = (count: number): Criteria => weighed(Array.from({ length: count }, () => 1));
    expect(issuesOf(() => rankByTopsis([], { criteria: many(101) }))).toEqual([
      { code: "too-many", path: ["options", "criteria"], details: { most: 100, received: 101 } },
    ]);
    expect(rankByTopsis([], { criteria: many(100) }).ranking).toEqual([]);
  });
});

const Wide = Decimal.clone({ defaults: true, precision: 60 });
const rows = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 12 })).chain(([columns, count]) =>
  fc.record({
    table: fc.array(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: columns, maxLength: columns }), {
      minLength: count,
      maxLength: count,
    }),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: columns, maxLength: columns }),
    lower: fc.array(fc.boolean(), { minLength: columns, maxLength: columns }),
  }),
);
const criteriaOf = (weights: readonly number[], lower: readonly boolean[]): Criteria =>
  Object.fromEntries(
    weights.map((weight, index) => [
      `c${String(index + 1)}`,
      { weight, better: lower[index] === true ? "lower" : "higher" },
    ]),
  );

/** Closeness by the textbook's steps, on decimals. */
function closeness(
  table: readonly (readonly number[])[],
  weights: readonly number[],
  lower: readonly boolean[],
  isVector: boolean,
): Decimal[] {
  const columns = weights.map((weight, index) => {
    const values = table.map((row) => new Wide(row[index] as number));
    const [least, most] = [Wide.min(...values), Wide.max(...values)];
    const length = isVector
      ? values.reduce((sum, value) => sum.plus(value.times(value)), new Wide(0)).sqrt()
      : most.minus(least);
    const part = new Wide(weight).div(weights.reduce((sum, one) => sum + one, 0));
    return least.eq(most)
      ? values.map(() => new Wide(0))
      : values.map((value) => (isVector ? value : value.minus(least)).div(length).times(part));
  });
  const ends = columns.map((column, index) => {
    const [least, most] = [Wide.min(...column), Wide.max(...column)];
    return lower[index] === true ? { best: least, worst: most } : { best: most, worst: least };
  });
  return table.map((_, row) => {
    const distance = (end: "best" | "worst"): Decimal =>
      columns
        .reduce((sum, column, index) => {
          const step = (column[row] as Decimal).minus((ends[index] as (typeof ends)[number])[end]);
          return sum.plus(step.times(step));
        }, new Wide(0))
        .sqrt();
    return distance("worst").div(distance("best").plus(distance("worst")));
  });
}

describe("C3.1 TOPSIS, laws", () => {
  test("closeness is the textbook's on sixty digits, and the order is by it", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...TOPSIS_NORMALISATIONS), ({ table, weights, lower }, normalisation) => {
        const exact = closeness(table, weights, lower, normalisation === "vector");
        fc.pre(exact.every((one) => !one.isNaN()));
        const { ranking } = rankByTopsis(named(table), { criteria: criteriaOf(weights, lower), normalisation });
        const byId = ranking.map(({ id }) => exact[Number(id.slice(1)) - 1] as Decimal);
        expect(ranking.map((one) => one.closeness)).toEqual(byId.map((one) => one.toDecimalPlaces(6).toNumber()));
        byId.forEach((one, index) => {
          const before = byId[index - 1];
          if (before !== undefined) expect(before.toDecimalPlaces(30).gte(one.toDecimalPlaces(30))).toBe(true);
          const better = byId.filter((other) => other.toDecimalPlaces(30).gt(one.toDecimalPlaces(30))).length;
          expect(ranking[index]?.rank).toBe(better + 1);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("the unit of a column changes nothing", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...TOPSIS_NORMALISATIONS), ({ table, weights, lower }, normalisation) => {
        const options = { criteria: criteriaOf(weights, lower), normalisation };
        const other = named(table).map(({ id, facts }) => ({
          id,
          facts: { ...facts, c1: `${String(facts["c1"] as number)}e-9` },
        }));
        expect(rankByTopsis(other, options).ranking).toEqual(rankByTopsis(named(table), options).ranking);
      }),
    );
  });

  test("the order of alternatives and criteria changes no closeness and no rank", () => {
    fc.assert(
      fc.property(rows, ({ table, weights, lower }) => {
        const criteria = criteriaOf(weights, lower);
        const plain = rankByTopsis(named(table), { criteria });
        const turned = rankByTopsis(named(table).toReversed(), {
          criteria: Object.fromEntries(Object.entries(criteria).reverse()),
        });
        const byId = (list: typeof plain.ranking) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(turned.ranking)).toEqual(byId(plain.ranking));
      }),
    );
  });

  test("who is better than all in everything comes first, and is at the ideal", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...TOPSIS_NORMALISATIONS), ({ table, weights, lower }, normalisation) => {
        const champion = {
          id: "best",
          facts: Object.fromEntries(lower.map((isLower, index) => [`c${String(index + 1)}`, isLower ? -501 : 501])),
        };
        const { ranking } = rankByTopsis([...named(table), champion], {
          criteria: criteriaOf(weights, lower),
          normalisation,
        });
        expect(ranking[0]).toMatchObject({ id: "best", rank: 1, tied: false, closeness: 1, toIdeal: 0 });
      }),
    );
  });
});
