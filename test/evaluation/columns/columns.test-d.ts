import {
  type ColumnScores,
  type Columns,
  defineScorecard,
  evaluateAll,
  type Fact,
  pointsAt,
  type RowIssue,
  scoreColumns,
} from "keyaccount";
import { describe, expectTypeOf, test } from "vitest";

const card = defineScorecard({
  id: "base",
  version: "1",
  indicators: {
    sellThrough: { kind: "ratio", weight: "50", standard: "6" },
    brands: { kind: "choice", weight: "30", options: { none: "0", some: "0.6", exclusive: "1" } },
    engineers: { kind: "flag", weight: "20" },
  },
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: null },
  ],
});

describe("C3 scoreColumns infers ids, arrays and what it returns", () => {
  test("grades and ids come from the scorecard; points and interval only if asked for", () => {
    const plain = scoreColumns(card, { sellThrough: new Float64Array(1), brands: ["some"], engineers: [true] });
    expectTypeOf(plain.gradeNames).toEqualTypeOf<readonly ("A" | "B")[]>();
    expectTypeOf(plain.points).toEqualTypeOf<null>();
    expectTypeOf(plain.interval).toEqualTypeOf<null>();
    const whole = scoreColumns(card, {}, { explain: true, interval: true });
    expectTypeOf(whole.points.brands).toEqualTypeOf<Uint16Array | Int32Array | Float64Array>();
    expectTypeOf(whole.interval.low).toEqualTypeOf<Float64Array>();
    expectTypeOf(whole.invalid[0]?.indicator).toEqualTypeOf<"sellThrough" | "brands" | "engineers" | undefined>();
    const asked: { readonly explain: boolean } = { explain: true };
    expectTypeOf(scoreColumns(card, {}, asked).points).toEqualTypeOf<typeof whole.points | null>();
    expectTypeOf<ColumnScores["points"]>().toExtend<object | null>();
    pointsAt(whole, "brands", 0);
  });

  test("wrong columns don't compile", () => {
    // @ts-expect-error: the scorecard has no indicator "brand"
    scoreColumns(card, { brand: ["some"] });
    // @ts-expect-error: "many" is no option of brands
    scoreColumns(card, { brands: ["many"] });
    // @ts-expect-error: options come as codes, not as doubles
    scoreColumns(card, { brands: new Float64Array(1) });
    // @ts-expect-error: a flag takes yes and no, or codes
    scoreColumns(card, { engineers: [1] });
    // @ts-expect-error: a ratio takes numbers, and decimals as text don't belong in columns
    scoreColumns(card, { sellThrough: ["7.2"] });
    // @ts-expect-error: whole numbers of 64 bits aren't read
    scoreColumns(card, { sellThrough: new BigInt64Array(1) });
    // @ts-expect-error: a mask is a Uint8Array
    scoreColumns(card, { sellThrough: { values: [1], nulls: [true] } });
    // @ts-expect-error: without `explain` there are no points
    pointsAt(scoreColumns(card, {}), "brands", 0);
    const columns: Columns = { anything: new Float64Array(1), other: ["a", null], third: [true] };
    expectTypeOf(columns).toEqualTypeOf<Columns>();
  });
});

describe("C3 evaluateAll infers rows and results", () => {
  interface Row {
    readonly name: string;
    readonly turns: number;
  }

  test("results know the scorecard and the row; streams give async results", () => {
    for (const result of evaluateAll(card, [{ sellThrough: 6, name: "Ash" }])) {
      expectTypeOf(result.row.name).toEqualTypeOf<string>();
      if (result.ok) expectTypeOf(result.value.grade).toEqualTypeOf<"A" | "B" | null>();
      else expectTypeOf(result.issues).toEqualTypeOf<readonly [RowIssue, ...RowIssue[]]>();
    }
    const rows: readonly Row[] = [];
    const mapped = evaluateAll(card, rows, { facts: ({ turns }) => ({ sellThrough: turns }) });
    expectTypeOf(mapped).toExtend<Iterable<{ readonly index: number; readonly row: Row }>>();
    const stream = {} as AsyncIterable<Row>;
    expectTypeOf(evaluateAll(card, stream, { facts: () => ({}) })).toExtend<AsyncIterable<{ readonly row: Row }>>();
    expectTypeOf(evaluateAll(card, {} as AsyncIterable<{ engineers: Fact<boolean> }>)).toExtend<AsyncGenerator>();
  });

  test("wrong rows don't compile", () => {
    // @ts-expect-error: "many" is no option of brands
    evaluateAll(card, [{ brands: "many" }]);
    // @ts-expect-error: rows without any fact need `facts`
    evaluateAll(card, [{ name: "Ash", turns: 6 }]);
    // @ts-expect-error: what `facts` returns is checked as well
    evaluateAll(card, [{ turns: 6 }], { facts: ({ turns }) => ({ sellThrough: turns > 5 }) });
    // @ts-expect-error: rows have to be iterable
    expectTypeOf(() => evaluateAll(card, 7)).toBeFunction();
  });
});
