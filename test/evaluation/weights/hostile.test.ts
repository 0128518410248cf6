import fc from "fast-check";
import {
  isKeyAccountError,
  rankByTopsis,
  weightsFromData,
  weightsFromPairs,
  weightsFromPoints,
  weightsFromRanking,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { faultsOf } from "./faults.js";

type Call = (input: never, options: never) => unknown;
const calls: readonly (readonly [string, Call])[] = [
  ["weightsFromPairs", weightsFromPairs],
  ["weightsFromRanking", weightsFromRanking],
  ["weightsFromPoints", weightsFromPoints],
  ["weightsFromData", weightsFromData],
  ["rankByTopsis", rankByTopsis],
];

const cyclic: unknown[] = [];
cyclic.push(cyclic);
const deep = JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) as unknown;
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const inputs: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["NaN", NaN],
  ["a function", () => 1],
  ["a date", new Date(0)],
  ["a sparse list", Array.from({ length: 3 }).concat(new Array(5))],
  ["a million holes", new Array(1_000_000)],
  ["a cycle", cyclic],
  ["five hundred levels", deep],
  [
    "a getter",
    Object.defineProperty({}, "a", {
      enumerable: true,
      get: () => {
        throw new Error("foreign");
      },
    }),
  ],
  ["a revoked proxy", revoked.proxy],
  ["__proto__ as a key", JSON.parse('{"__proto__": 1, "a": 2}')],
  [
    "__proto__ as an id",
    [{ a: "__proto__", b: "a", ratio: 2, id: "__proto__", facts: { a: JSON.parse('{"__proto__": 1}') as unknown } }],
  ],
  ["extremes", { a: 1e308, b: 5e-324, c: -1e308 }],
  [
    "rows of extremes",
    [
      { a: 1e308, b: 5e-324 },
      { a: 5e-324, b: Infinity },
    ],
  ],
  ["a long text", "1".repeat(2_000_000)],
];

describe.each(calls)("C3.1 %s with hostile input", (name, call) => {
  test.each(inputs)("%s ends in issues, soon", (_, input) => {
    const start = performance.now();
    const faults = faultsOf(() => call(input as never, { criteria: { a: { weight: 1 } } } as never));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(101);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test.each(inputs.filter(([what]) => what !== "undefined"))("options: %s", (_, options) => {
    expect(faultsOf(() => call([] as never, options as never)).length).toBeGreaterThan(0);
  });

  test("anything at all ends in a result or in a KeyAccountError", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
        fc.anything(),
        (input, options) => {
          try {
            call(input as never, options as never);
          } catch (error) {
            expect(isKeyAccountError(error), name).toBe(true);
          }
        },
      ),
    );
  });
});

describe("C3.1 large input", () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `i${String(index)}`);

  test("a thousand ids in pairs are too many, and not a million issues", () => {
    const chain = ids.slice(1).map((b, index) => ({ a: ids[index] as string, b, ratio: 2 }));
    expect(faultsOf(() => weightsFromPairs(chain))).toEqual([": too-many"]);
    expect(faultsOf(() => weightsFromPairs([], { ids }))).toEqual([": too-many"]);
    expect(faultsOf(() => weightsFromPairs([], { ids: ids.slice(0, 100) }))).toHaveLength(100);
  });

  test("a hundred ids in pairs are solved, wildly contradictory ones too", () => {
    const some = ids.slice(0, 100);
    const pairs = some.flatMap((a, i) =>
      some.slice(i + 1).map((b, j) => ({ a, b, ratio: ((i * 7 + j * 13) % 19) + 1 })),
    );
    const start = performance.now();
    const { weights, consistency } = weightsFromPairs(pairs, { randomIndex: "donegan-dodd-1991" });
    expect(Object.keys(weights)).toHaveLength(100);
    expect(consistency.randomIndex.value).toBe(1.6339);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("a circle at the limit of a million converges to equal weights", () => {
    const circle = [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
    ].map(([a, b]) => ({ a: String(a), b: String(b), ratio: 1_000_000 }));
    const { shares, consistency } = weightsFromPairs(circle);
    expect(Object.values(shares)).toEqual([0.333333, 0.333333, 0.333333]);
    expect(consistency.lambdaMax).toBe(1_000_001.000001);
  });

  test("tables above their bounds are refused", () => {
    const rows = Array.from({ length: 70_000 }, (_, index) => ({ a: index, b: 1 }));
    expect(faultsOf(() => weightsFromData(rows))[0]).toMatch(/too-many-values$/);
    const alternatives = Array.from({ length: 170_000 }, (_, index) => ({ id: String(index), facts: {} }));
    expect(faultsOf(() => rankByTopsis(alternatives, { criteria: { a: { weight: 1 } } }))[0]).toMatch(
      /too-many-values$/,
    );
  });
});
