import {
  defineScorecard,
  evaluate,
  type IndicatorDefinition,
  lintScorecard,
  type Scorecard,
  stability,
} from "keyaccount";
import { expect, test } from "vitest";

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function big(count: number, indicator: (index: number) => object, more: object = {}): Scorecard {
  const indicators: Record<string, IndicatorDefinition> = Object.fromEntries(
    many(count, (index) => [`i${String(index)}`, { weight: 1, ...indicator(index) } as IndicatorDefinition]),
  );
  return defineScorecard({
    id: "big",
    version: "1",
    total: count,
    indicators,
    grades: [
      { grade: "A", from: count * 0.8 },
      { grade: "B", from: count * 0.5 },
      { grade: "C", from: null },
    ],
    ...more,
  });
}

const bands = (index: number): object => ({
  kind: "bands",
  bands: many(1000, (place) => ({
    from: place === 0 ? null : place,
    share: ((place * (2 * index + 3)) % 1000) / 1000,
  })),
});

/** Processor time, as other processes may keep the machine busy. */
function seconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test("bands by the thousand, choices by the thousand, limits by the thousand: lint takes a few seconds at most", () => {
  const banded = big(100, bands);
  evaluate(banded, {});
  expect(seconds(() => lintScorecard(banded))).toBeLessThan(5);
  const options = Object.fromEntries(many(10, (place) => [`o${String(place)}`, String(((place * 7) % 97) / 100)]));
  const chosen = big(1000, () => ({ kind: "choice", options: { ...options, all: 1 } }));
  expect(seconds(() => lintScorecard(chosen))).toBeLessThan(5);
  const limits = many(1000, (place) => ({ when: { indicator: "i0", above: String(1 + place / 300) }, grade: "C" }));
  const limited = big(1000, () => ({ kind: "rating", min: 1, max: 5 }), { limits });
  expect(seconds(() => expect(lintScorecard(limited)).toHaveLength(999))).toBeLessThan(5);
});

test("a thousand indicators: stability ends within its budget and says what it couldn't prove", () => {
  const shared = big(1000, () => ({ kind: "share" }));
  const factsBy = (factor: number) =>
    Object.fromEntries(many(1000, (place) => [`i${String(place)}`, ((place * factor) % 1000) / 1000]));
  const spent = seconds(() => {
    const { proven, against } = stability(shared, factsBy(7919), { against: factsBy(7907) });
    expect([proven, against?.proven]).toEqual([false, false]);
  });
  expect(spent).toBeLessThan(20);
});
