import {
  type ColumnOptions,
  type Columns,
  defineScorecard,
  evaluate,
  isKeyAccountError,
  pointsAt,
  type Scorecard,
  scoreColumns,
} from "keyaccount";
import { dealerScorecard, keyAccountScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../support/random.js";
import { beside, columnsFor } from "./arbitrary.js";
import { expectEvaluated, scoreAll } from "./rows.js";

const card = defineScorecard({
  id: "dealer",
  version: "1",
  groups: { finance: { max: "40" } },
  indicators: {
    sellThrough: { kind: "ratio", group: "finance", weight: "25", standard: "6", cap: "1.5", floor: "0" },
    margin: {
      kind: "standard-score",
      group: "finance",
      weight: "20",
      standard: "0.055",
      best: "0.158",
      max: "30",
      min: "10",
    },
    salesReps: {
      kind: "bands",
      weight: "25",
      bands: [
        { from: null, share: 0 },
        { from: 3, share: "0.5" },
        { from: 10, share: 1 },
      ],
    },
    reputation: { kind: "rating", weight: "20", min: 1, max: 5 },
    ownEngineers: { kind: "flag", weight: "10" },
  },
  limits: [{ when: { indicator: "reputation", below: 2 }, grade: "C" }],
  grades: [
    { grade: "A", from: 85 },
    { grade: "B", from: 70 },
    { grade: "C", from: 50 },
    { grade: "D", from: null },
  ],
});

/** A card of one indicator of weight 100 beside a flag, so that a lone unknown fact leaves something to score. */
function cardOf(it: object, extra: object = {}): Scorecard {
  return defineScorecard({
    id: "one",
    version: "1",
    total: "100",
    indicators: { it: { weight: "90", ...it }, flag: { kind: "flag", weight: "10" } },
    grades: [
      { grade: "A", from: "50" },
      { grade: "B", from: null },
    ],
    ...extra,
  } as never) as Scorecard;
}

/** Compares numbers of one indicator with `evaluate`, row by row. */
function expectSame(one: Scorecard, numbers: readonly number[]): void {
  const columns = { it: Float64Array.from(numbers), flag: new Uint8Array(numbers.length).fill(1) } as Columns;
  const rows = numbers.map((value) => ({ it: Number.isNaN(value) ? null : value, flag: true }));
  expectEvaluated(one, columns, rows);
}

describe("A7.6 scoreColumns, by hand", () => {
  test("A7.6 scores in ticks, grades as places, coverage, points: the example of docs/evaluation.md and one with gaps", () => {
    const result = scoreColumns(
      card,
      {
        sellThrough: Float64Array.of(7.2, NaN),
        margin: Float64Array.of(0.1, 0.055),
        salesReps: Float64Array.of(5, 12),
        reputation: Float64Array.of(4, 1),
        ownEngineers: Uint8Array.of(1, 255),
      },
      { explain: true },
    );
    // 12.5 + 15 + 10 + min(30 + 24.3689, 40); (20 + 25 + 0) ÷ 65 × 100 = 69.230769…, C by score and by limit.
    expect(Array.from(result.scores)).toEqual([775_000, 692_308]);
    expect(Array.from(result.grades, (place) => result.gradeNames[place])).toEqual(["B", "C"]);
    expect([result.rows, result.scale, result.coverageUnit]).toEqual([2, 4, 10_000]);
    expect(Array.from(result.coverage)).toEqual([10_000, 6_500]);
    expect(pointsAt(result, "margin", 0)).toBe(24.3689);
    expect(Array.from(result.points.sellThrough)).toEqual([300_000, -(2 ** 31)]);
    expect([result.points.ownEngineers, result.points.sellThrough].map((points) => points.BYTES_PER_ELEMENT)).toEqual([
      4, 4,
    ]);
    expect(result.invalid).toEqual([]);
    expect(result.interval).toBeNull();
  });

  test("A7.6 the interval: 45 of 65 known points leave 45 … 91.25 open", () => {
    const { interval } = scoreColumns(
      card,
      { margin: [0.055], salesReps: [12], reputation: [1], sellThrough: [null], ownEngineers: [undefined] },
      { interval: true },
    );
    // finance: 20 + 0 … min(20 + 37.5, 40); engineers 0 … 10.
    expect([interval.low[0], interval.high[0]]).toEqual([450_000, 750_000]);
    expect([interval.worstGrades[0], interval.bestGrades[0], interval.gradeCertain[0]]).toEqual([3, 2, 0]);
  });

  test("A7.6 no rows, no columns", () => {
    expect(scoreColumns(card, {})).toMatchObject({ rows: 0, scores: new Float64Array(0), invalid: [] });
    expect(scoreColumns(card, { margin: [] }, { explain: true }).points.margin).toHaveLength(0);
  });

  test("C3 unknown, not applicable, zero and false are four things", () => {
    const flag = defineScorecard({
      id: "four",
      version: "1",
      indicators: {
        engineers: { kind: "flag", weight: "40" },
        turns: { kind: "ratio", weight: "60", standard: "6", floor: "0", cap: "1" },
      },
      grades: [{ grade: "any", from: null }],
    });
    const { scores, coverage } = scoreColumns(flag, {
      engineers: {
        values: Uint8Array.of(0, 255, 0, 1),
        notApplicable: Uint8Array.of(0, 0, 1, 0),
        nulls: Uint8Array.of(0, 0, 1, 1),
      },
      turns: [3, 3, 3, 0],
    });
    expect(Array.from(scores)).toEqual([300_000, 500_000, 500_000, 0]);
    expect(Array.from(coverage)).toEqual([10_000, 6_000, 10_000, 6_000]);
  });
});

describe("A7.6 scoreColumns equals evaluate where floats err", () => {
  test("A7.6 7.5 on 1.2: 19 % of rows are ties", () => {
    const ties = cardOf(
      { kind: "ratio", standard: "1.2", cap: "3", floor: "-1", weight: "7.5" },
      { total: "17.5", scale: 1, grades: [{ grade: "any", from: null }] },
    );
    expectSame(
      ties,
      Array.from({ length: 6000 }, (_, row) => (row - 2000) / 1000),
    );
  });

  test.each([
    ["ratio", { kind: "ratio", standard: "6" }],
    ["ratio held", { kind: "ratio", standard: "6", cap: "1.5", floor: "0.25" }],
    ["ratio, lower is better, held", { kind: "ratio", standard: "45", better: "lower", cap: "1.5", floor: "0.5" }],
    ["ratio, lower is better, without a cap", { kind: "ratio", standard: "45", better: "lower" }],
    ["ratio rounded first", { kind: "ratio", standard: "1.3", relativeScale: 2 }],
    [
      "ratio rounded first, held, lower is better",
      { kind: "ratio", standard: "64", better: "lower", relativeScale: 1, cap: "2", floor: "0.1" },
    ],
    ["standard score", { kind: "standard-score", standard: "0.055", best: "0.158", max: "95", min: "10" }],
    [
      "standard score without bounds",
      { kind: "standard-score", standard: "8", best: "2.5", max: "95", min: "10", clamp: false },
    ],
    [
      "interpolate",
      {
        kind: "interpolate",
        knots: [
          { at: "-1", share: "0.1" },
          { at: "0.402", share: "1" },
          { at: "0.534", share: "0.8" },
          { at: "0.8", share: "0" },
        ],
      },
    ],
    [
      "interpolate, extended",
      {
        kind: "interpolate",
        beyond: "extend",
        knots: [
          { at: "0.3", share: "0" },
          { at: "0.7", share: "1" },
          { at: "5", share: "0.4" },
        ],
      },
    ],
    ["rating", { kind: "rating", min: "1", max: "5" }],
    [
      "rating between decimals that no double prints",
      { kind: "rating", min: "0.30000000000000000001", max: "4.99999999999999999999" },
    ],
    ["share", { kind: "share" }],
    [
      "bands whose edges no double prints",
      {
        kind: "bands",
        bands: [
          { from: null, share: "0" },
          { from: "0.29999999999999999999", share: "0.33333" },
          { from: "0.30000000000000000001", share: "0.5" },
          { from: "3", share: "1" },
          { from: "5", share: "0.1" },
          { from: "6", share: "0.2" },
          { from: "-0.0", share: "0" },
        ].slice(0, 6),
      },
    ],
    ["one band", { kind: "bands", bands: [{ from: null, share: "1" }] }],
  ])("A7.6 %s: extremes, ties ± 3 ulp, 17 digits, edges", (_, it) => {
    const one = cardOf(it);
    const numbers = columnsFor(one, 1500, 7, false).columns as { readonly it: Float64Array };
    expectSame(one, [...numbers.it, 0.3, 0.30000000000000004, 5, 4.999999999999999, 1, 45, 90, 6, 0, -0]);
  });

  test("A7.6 limits: above, at least, below, at most, with decimals that no double prints, unknown, options, answers", () => {
    const bounds = [
      { above: "0.3" },
      { atLeast: "0.3" },
      { below: "0.3" },
      { atMost: "0.3" },
      { above: "0.30000000000000000001" },
      { atLeast: "0.30000000000000000001" },
      { below: "-0.30000000000000000001" },
      { atMost: "-0.29999999999999999999" },
      { atLeast: "-0.29999999999999999999", below: "1" },
      { above: "0.2", atMost: "0.3" },
      { known: false },
    ];
    for (const bound of bounds) {
      const limited = cardOf(
        { kind: "ratio", standard: "0.1", cap: "1", floor: "0" },
        { limits: [{ when: { indicator: "it", ...bound }, grade: "B" }] },
      );
      const around = [-0.3, 0.3].flatMap((edge) => [-1, 0, 1].map((steps) => beside(edge, steps)));
      expectSame(limited, [...around, 0.2, 1, 0, -0, NaN, Infinity, 0.25]);
    }
  });

  test("A7.6 points beyond 32 bits: scale 9", () => {
    const wide = cardOf({ kind: "ratio", standard: "1.2", cap: "3", floor: "0" }, { scale: 9 });
    const { points } = scoreAll(wide, { it: Float64Array.of(1.2, NaN), flag: Uint8Array.of(1, 1) });
    expect(points["it" as never]).toEqual(Float64Array.of(90e9, NaN));
    expectSame(
      wide,
      Array.from({ length: 3000 }, (_, row) => (row - 100) / 700),
    );
  });

  test("A7.6 totals of fifteen digits, where floats are never certain", () => {
    const large = cardOf(
      { kind: "ratio", standard: "1.2", cap: "1", floor: "0", weight: "999989.999999999" },
      { scale: 9, total: "999999.999999999" },
    );
    expectSame(
      large,
      Array.from({ length: 300 }, (_, row) => (row - 100) / 170),
    );
  });

  test("A7.6 a slope under 1e-290 or over 2^53 is for bigints", () => {
    const digits = "1".padEnd(120, "0");
    expectSame(cardOf({ kind: "ratio", standard: digits, cap: "1", floor: "0" }), [1e119, 5e118, 1, 1e300, NaN]);
    expectSame(
      cardOf({ kind: "standard-score", standard: digits, best: "0", max: "95", min: "10" }),
      [1e119, 0, -1, 3.7],
    );
  });

  test("A7.6 more grades and bands than four, more than 2,048 rows", () => {
    const bands = Array.from({ length: 11 }, (_, step) => ({ from: step === 0 ? null : step, share: step / 10 }));
    const grades = Array.from({ length: 11 }, (_, step) => ({
      grade: `G${String(step)}`,
      from: step === 10 ? null : 90 - step * 9,
    }));
    const random = seededRandom(5);
    expectSame(
      cardOf({ kind: "bands", bands }, { grades }),
      Array.from({ length: 5000 }, () => random.int(-2, 120) / 10),
    );
  });

  test("C3 the handbook's own scorecards, 3,000 rows each, with masks", () => {
    for (const handbook of [dealerScorecard, keyAccountScorecard] as unknown as Scorecard[]) {
      const { columns, rows } = columnsFor(handbook, 3000, 11, true);
      expectEvaluated(handbook, columns, rows);
    }
  });
});

describe("C3 what columns may be", () => {
  const codes = { none: 0, some: 1, exclusive: 2 };
  const brands = defineScorecard({
    id: "brands",
    version: "1",
    indicators: {
      brands: { kind: "choice", weight: "60", options: { none: "0", some: "0.6", exclusive: "1" } },
      flag: { kind: "flag", weight: "40", expect: false },
    },
    grades: [{ grade: "any", from: null }],
  });
  const expected = [NaN, 0, 360_000, 600_000].map((points) => points);

  test.each([
    ["Uint8Array", Uint8Array.of(255, 0, 1, 2)],
    ["Uint16Array", Uint16Array.of(65_535, 0, 1, 2)],
    ["Int8Array", Int8Array.of(-1, 0, 1, 2)],
    ["Int16Array", Int16Array.of(-1, 0, 1, 2)],
    ["Int32Array", Int32Array.of(-1, 0, 1, 2)],
    ["options", [null, "none", "some", "exclusive"] as const],
    ["a masked Uint8Array", { values: Uint8Array.of(1, 0, 1, 2), nulls: Uint8Array.of(1, 0, 0, 0) }],
    ["a masked Uint16Array", { values: Uint16Array.of(65_535, 0, 1, 2), nulls: null }],
    ["a view of a larger buffer", Uint8Array.of(9, 9, 255, 0, 1, 2, 9).subarray(2, 6)],
  ])("C3 options as %s", (_, column) => {
    const { points, invalid } = scoreColumns(brands, { brands: column }, { explain: true });
    expect(Array.from(points.brands, (ticks) => (ticks === -(2 ** 31) ? NaN : ticks))).toEqual(expected);
    expect(invalid).toEqual([]);
    expect(codes.exclusive).toBe(2);
  });

  test.each([
    ["Uint8Array", Uint8Array.of(255, 0, 1)],
    ["booleans", [undefined, false, true]],
    ["Int8Array", Int8Array.of(-1, 0, 1)],
  ])("C3 answers as %s", (_, flag) => {
    const { points } = scoreColumns(brands, { flag }, { explain: true });
    expect(Array.from(points.flag)).toEqual([-(2 ** 31), 400_000, 0]);
  });

  test.each([
    ["Float64Array", Float64Array.of(2, 3)],
    ["Float32Array", Float32Array.of(2, 3)],
    ["Int8Array", Int8Array.of(2, 3)],
    ["Uint8Array", Uint8Array.of(2, 3)],
    ["Uint8ClampedArray", Uint8ClampedArray.of(2, 3)],
    ["Int16Array", Int16Array.of(2, 3)],
    ["Uint16Array", Uint16Array.of(2, 3)],
    ["Int32Array", Int32Array.of(2, 3)],
    ["Uint32Array", Uint32Array.of(2, 3)],
    ["a list", [2, 3]],
    ["a view of a larger buffer", Float64Array.of(9, 2, 3, 9).subarray(1, 3)],
    ["shared memory", new Float64Array(new SharedArrayBuffer(16)).fill(2, 0, 1).fill(3, 1)],
    ["a class of the host's own", new (class extends Float64Array {})([2, 3])],
  ])("C3 numbers as %s", (_, reputation) => {
    expect(Array.from(scoreColumns(card, { reputation }).scores)).toEqual([250_000, 500_000]);
  });

  test("C3 a Float32Array's numbers mean what they print as doubles", () => {
    const { scores } = scoreColumns(card, { reputation: Float32Array.of(1.1) });
    expect((scores[0] ?? NaN) / 1e4).toBe(evaluate(card, { reputation: 1.100000023841858 }).score);
  });

  test("C3 codes of 16 bits for a choice of 300 options", () => {
    const options = Object.fromEntries(
      Array.from({ length: 300 }, (_, code) => [`o${String(code)}`, (code / 1000).toFixed(3)]),
    );
    const many = cardOf({ kind: "choice", options }, { grades: [{ grade: "any", from: null }] });
    const columns = { it: Uint16Array.of(0, 299, 65_535, 300), flag: Uint8Array.of(1, 1, 1, 1) };
    expectEvaluated(many, columns, [
      { it: "o0", flag: true },
      { it: "o299", flag: true },
      { it: null, flag: true },
      { it: "o300", flag: true },
    ]);
  });

  test("C3 columns are never changed, and one may stand for several indicators", () => {
    const shared = Float64Array.of(1, NaN, Infinity);
    scoreColumns(card, {
      reputation: shared,
      margin: shared,
      sellThrough: { values: shared, nulls: Uint8Array.of(1, 0, 0) },
    });
    expect(shared).toEqual(Float64Array.of(1, NaN, Infinity));
  });
});

describe("C3 cells that can't count are unknown, and listed", () => {
  test("C3 by indicator and code, with how many and the first row", () => {
    const capless = defineScorecard({
      id: "capless",
      version: "1",
      indicators: {
        days: { kind: "ratio", weight: "50", standard: "45", better: "lower" },
        brands: { kind: "choice", weight: "20", options: { none: "0", some: "1" } },
        flag: { kind: "flag", weight: "10" },
        rating: { kind: "rating", weight: "20", min: 1, max: 5 },
      },
      grades: [{ grade: "any", from: null }],
    });
    const { invalid, coverage } = scoreColumns(capless, {
      days: [45, 0, -1, Infinity, -Infinity, 5e-324],
      brands: Uint8Array.of(0, 2, 254, 255, 1, 1),
      flag: Int8Array.of(0, 1, 2, -1, -2, 1),
      rating: [1, 0.5, 5.5, 3, null, NaN],
    });
    expect(invalid).toEqual([
      { indicator: "days", code: "no-ratio", count: 2, firstRow: 1 },
      { indicator: "days", code: "not-a-decimal", count: 2, firstRow: 3 },
      { indicator: "days", code: "points-too-large", count: 1, firstRow: 5 },
      { indicator: "brands", code: "unknown-option", count: 2, firstRow: 1 },
      { indicator: "flag", code: "wrong-type", count: 2, firstRow: 2 },
      { indicator: "rating", code: "outside-range", count: 2, firstRow: 1 },
    ]);
    expect(Array.from(coverage)).toEqual([10_000, 1_000, 0, 2_000, 2_000, 3_000]);
  });

  test("C3 in lists too: an option that the choice doesn't have", () => {
    const { invalid } = scoreColumns(cardOf({ kind: "choice", options: { some: "1" } }), {
      it: ["some", "many", null],
    });
    expect(invalid).toEqual([{ indicator: "it", code: "unknown-option", count: 1, firstRow: 1 }]);
  });

  test("C3 rows are counted over all chunks", () => {
    const rating = new Float64Array(5000).fill(3);
    rating.fill(7, 4990);
    expect(scoreColumns(card, { reputation: rating }).invalid).toEqual([
      { indicator: "reputation", code: "outside-range", count: 10, firstRow: 4990 },
    ]);
  });
});

describe("C3 faults of the columns are refused, all at once", () => {
  const issuesOf = (columns: unknown, one: Scorecard = card): string[] => {
    try {
      scoreColumns(one, columns as never);
    } catch (error) {
      if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${path.join(".")}: ${code}`);
      return [String(error)];
    }
    return [];
  };

  test("C3 unknown ids, wrong types, lengths, masks, members", () => {
    expect(
      issuesOf({
        sellThrough: new BigInt64Array(2),
        margin: { values: [0.1, 0.2], nulls: new Uint8Array(3), notApplicable: [1, 0], extra: 1 },
        salesReps: [1, "2"],
        reputation: new Float64Array(3),
        ownEngineers: new Float64Array(2),
        engineers: [true],
      }),
    ).toEqual([
      "sellThrough: wrong-type",
      "margin.extra: unknown-key",
      "margin.notApplicable: wrong-type",
      "salesReps.1: wrong-type",
      "ownEngineers: wrong-type",
      "engineers: unknown-indicator",
      "margin.nulls: length-mismatch",
      "reputation: length-mismatch",
    ]);
  });

  test.each([
    ["null", null, ": wrong-type"],
    ["a list", [], ": wrong-type"],
    ["a typed array", new Float64Array(1), ": wrong-type"],
    ["a text", "margin", ": wrong-type"],
    ["a number for a column", { margin: 7 }, "margin: wrong-type"],
    ["a text for a column", { margin: "7" }, "margin: wrong-type"],
    ["a DataView", { margin: new DataView(new ArrayBuffer(8)) }, "margin.values: wrong-type"],
    ["a record without values", { margin: {} }, "margin.values: wrong-type"],
    [
      "what only looks like a Float64Array",
      { margin: Object.create(Float64Array.prototype) as object },
      "margin.values: wrong-type",
    ],
    ["a mask of another kind", { margin: { values: [1], nulls: Float64Array.of(1) } }, "margin.nulls: wrong-type"],
    ["a number among booleans", { ownEngineers: [1] }, "ownEngineers.0: wrong-type"],
    ["an object among numbers", { margin: [{}] }, "margin.0: wrong-type"],
  ])("C3 %s", (_, columns, issue) => {
    expect(issuesOf(columns)).toContain(issue);
  });

  test("C3 getters that throw and revoked proxies are unreadable", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const boom = (): never => {
      throw new Error("no");
    };
    expect(issuesOf(proxy)).toEqual([": unreadable"]);
    expect(issuesOf(Object.defineProperty({}, "margin", { get: boom, enumerable: true }))).toEqual([
      "margin: unreadable",
    ]);
    expect(issuesOf({ margin: Object.defineProperty([1], 0, { get: boom }) })).toEqual(["margin: unreadable"]);
    expect(issuesOf({ margin: proxy })).toEqual(["margin: unreadable"]);
    const values = Object.defineProperty({}, "values", { get: boom, enumerable: true });
    expect(issuesOf({ margin: values })).toContain("margin.values: unreadable");
    const view = Object.defineProperty(new Float64Array(1), "buffer", { get: boom });
    expect(issuesOf({ margin: view })).toEqual(["margin: unreadable"]);
  });

  test("C3 getters are read once, and __proto__ is a key like any other", () => {
    let reads = 0;
    const columns = {
      get margin(): Float64Array {
        reads += 1;
        return Float64Array.of(0.1);
      },
    };
    expect(scoreColumns(card, columns).rows).toBe(1);
    expect(reads).toBe(1);
    expect(issuesOf(JSON.parse('{ "__proto__": [1] }'))).toEqual(["__proto__: unknown-indicator"]);
  });

  test("C3 a detached column, or mask, is unreadable", () => {
    const gone = new Float64Array(2);
    structuredClone(gone, { transfer: [gone.buffer] });
    expect(issuesOf({ margin: [0.1, 0.2], reputation: gone })).toEqual(["reputation: unreadable"]);
    const mask = new Uint8Array(2);
    structuredClone(mask, { transfer: [mask.buffer] });
    expect(issuesOf({ margin: { values: [0.1, 0.2], nulls: mask } })).toEqual(["margin: unreadable"]);
  });

  test("C3 more than 255 grades don't fit", () => {
    const grades = Array.from({ length: 256 }, (_, step) => ({
      grade: `G${String(step)}`,
      from: step === 255 ? null : 99 - step / 4,
    }));
    expect(issuesOf({}, cardOf({ kind: "share" }, { grades }))).toEqual(["grades: too-many-values"]);
    expect(issuesOf({}, cardOf({ kind: "share" }, { grades: grades.slice(1) }))).toEqual([]);
  });

  test("C3 a faulty scorecard is refused as by evaluate", () => {
    expect(issuesOf({}, { ...(card as unknown as Scorecard), total: "7" })).toEqual(["indicators: weights-not-total"]);
  });

  test("C3 options of null ask for nothing", () => {
    expect(scoreColumns(card, {}, null as never)).toMatchObject({ points: null, interval: null });
  });
});

describe("C3 options are read once, before the columns", () => {
  const boom = (): never => {
    throw new Error("no");
  };
  const issuesWith = (options: object, columns: object = {}): unknown => {
    try {
      scoreColumns(card, columns, options);
    } catch (error) {
      return isKeyAccountError(error) ? error.issues : error;
    }
    return [];
  };

  test.each(["explain", "interval"])("C3 a getter that throws is unreadable: %s", (key) => {
    expect(issuesWith(Object.defineProperty({}, key, { get: boom }))).toEqual([
      { code: "unreadable", path: ["options", key], details: {} },
    ]);
  });

  test("C3 a revoked proxy is unreadable, and is listed before the faults of the columns", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(issuesWith(proxy, { nobody: [1] })).toEqual([
      { code: "unreadable", path: ["options", "explain"], details: {} },
      { code: "unreadable", path: ["options", "interval"], details: {} },
      { code: "unknown-indicator", path: ["nobody"], details: { indicator: "nobody" } },
    ]);
  });

  test("C3 each option once, then the columns; a column's getter can't change what was asked for", () => {
    const log: string[] = [];
    const options = { explain: true, interval: false };
    const noting = new Proxy(options, {
      get: (from, key) => {
        log.push(String(key));
        return Reflect.get(from, key) as unknown;
      },
    });
    const columns = {
      get reputation(): number[] {
        log.push("reputation");
        Object.assign(options, { explain: false, interval: true });
        return [4];
      },
    };
    const { points, interval } = scoreColumns(card, columns, noting as ColumnOptions);
    expect(log).toEqual(["explain", "interval", "reputation"]);
    expect([points === null, interval]).toEqual([false, null]);
  });

  test("C3 no option changes what was passed in: a result handed back as `reuse` stays as it is", () => {
    const earlier = scoreColumns(card, { reputation: [4, null] });
    const copy = structuredClone(earlier);
    const options = { reuse: earlier };
    const again = scoreColumns(card, { reputation: [1, 2] }, options as ColumnOptions);
    expect(again.scores).not.toBe(earlier.scores);
    expect(earlier).toEqual(copy);
  });
});

describe("C3 pointsAt reads the points of one row", () => {
  const result = scoreColumns(card, { reputation: [4, null, 1] }, { explain: true });
  const issueOf = (call: () => unknown): unknown => {
    try {
      call();
    } catch (error) {
      return isKeyAccountError(error) ? error.issues : error;
    }
    return "none";
  };

  test("C3 rows 0 to the last, null where the indicator doesn't count", () => {
    expect([0, 1, 2].map((row) => pointsAt(result, "reputation", row))).toEqual([15, null, 0]);
    expect(pointsAt(result, "margin", 0)).toBeNull();
  });

  test.each(["reputations", "toString", "constructor", "__proto__", "length"])(
    "C3 an indicator that the result doesn't have: %s",
    (id) => {
      const issue = { code: "unknown-indicator", path: ["points", id], details: { indicator: id } };
      expect(issueOf(() => pointsAt(result, id as never, 0))).toEqual([issue]);
    },
  );

  test.each([
    ["wasn't asked for them", scoreColumns(card, { reputation: [4] })],
    ["lost them", { scale: 4 }],
  ])("C3 a result without points: %s", (_, without) => {
    const issue = { code: "required", path: ["points"], details: {} };
    expect(issueOf(() => pointsAt(without as typeof result, "reputation", 0))).toEqual([issue]);
  });

  test.each([[-1], [3], [0.5], [NaN], [Infinity], ["0"], ["length"], [null], [undefined], [0n]])(
    "C3 a row that isn't there: %s",
    (row) => {
      const details = { received: String(row), least: 0, most: 2 };
      expect(issueOf(() => pointsAt(result, "reputation", row as number))).toEqual([
        { code: "out-of-range", path: ["row"], details },
      ]);
    },
  );

  test("C3 no rows, no row 0", () => {
    const none = scoreColumns(card, {}, { explain: true });
    expect(issueOf(() => pointsAt(none, "reputation", 0))).toMatchObject([{ code: "out-of-range" }]);
  });
});

describe("C3 calls share nothing", () => {
  test("C3 a call within the reading of another's columns changes neither", () => {
    const inner: number[] = [];
    const columns = {
      reputation: [4, null],
      get salesReps(): number[] {
        inner.push(
          ...scoreColumns(card, { reputation: [5, 2, 1], margin: [NaN, 0.1, 0.2] }, { explain: true, interval: true })
            .scores,
        );
        return [5, 12];
      },
    };
    const { scores } = scoreColumns(card, columns);
    expect(Array.from(scores)).toEqual(
      Array.from(scoreColumns(card, { reputation: [4, null], salesReps: [5, 12] }).scores),
    );
    expect(inner).toHaveLength(3);
  });

  test("C3 a copy of a scorecard that was not parsed scores the same", () => {
    const copy = JSON.parse(JSON.stringify(card)) as typeof card;
    const columns = { reputation: [4, 1], margin: [0.1, NaN] };
    expect(scoreColumns(copy, columns)).toEqual(scoreColumns(card, columns));
  });
});
