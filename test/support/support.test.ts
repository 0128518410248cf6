import { expect, test } from "vitest";
import { deepFreeze } from "./deep-freeze.js";
import { seededRandom } from "./random.js";

test("deepFreeze freezes every level, leaves typed arrays and stops at cycles", () => {
  const inner: { list: number[]; self?: unknown } = { list: [1] };
  inner.self = inner;
  const frozen = deepFreeze({ inner, column: new Float64Array([1]), none: null });
  expect(() => frozen.inner.list.push(2)).toThrow(TypeError);
  expect(() => {
    frozen.inner = inner;
  }).toThrow(TypeError);
  expect(frozen.column).toEqual(new Float64Array([1]));
});

test("seededRandom repeats itself for a seed and keeps its ranges", () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 1000 }, () => random.next());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(Math.min(...draw(7))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draw(7))).toBeLessThan(1);

  const random = seededRandom(1);
  const dice = new Set(Array.from({ length: 200 }, () => random.int(1, 6)));
  expect(dice).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(new Set(random.shuffle([1, 2, 3]))).toEqual(new Set([1, 2, 3]));
  expect(["a", "b"]).toContain(random.pick(["a", "b"]));
  expect(new Set(Array.from({ length: 50 }, () => random.chance()))).toEqual(new Set([true, false]));
});
