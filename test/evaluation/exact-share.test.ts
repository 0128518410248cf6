import fc from "fast-check";
import { defineScorecard, evaluate, type IndicatorDefinition } from "keyaccount";
import { describe, expect, test } from "vitest";
import { exactShare } from "../../src/evaluation/exact-share.js";
import { resolve } from "../../src/evaluation/resolved/resolve.js";
import { type Rational, rational, roundHalfAway } from "../../src/ground/rational.js";
import { judged } from "./arbitrary.js";

function sharesOf(
  indicator: object,
  actual: string | number | boolean,
): { readonly free: string; readonly held: string } {
  const definition = { weight: "100", ...indicator } as IndicatorDefinition;
  const card = defineScorecard({
    id: "one",
    version: "1",
    indicators: { it: definition },
    grades: [{ grade: "A", from: null }],
  });
  const [resolved] = resolve(card).indicators;
  if (resolved === undefined) throw new Error("no indicator");
  const { free, held } = exactShare(card.indicators.it, resolved, actual);
  const text = ({ n, d }: Rational): string => `${String(n)}/${String(d)}`;
  return { free: text(free), held: text(held) };
}

describe("the exact share of a fact, before and after it is held", () => {
  test("ratios: a third stays a third; cap, floor, and zero where less is better", () => {
    expect(sharesOf({ kind: "ratio", standard: 3 }, 1)).toEqual({ free: "1/3", held: "1/3" });
    expect(sharesOf({ kind: "ratio", standard: 3, cap: "1.5", floor: "0.5" }, 6)).toEqual({ free: "2/1", held: "3/2" });
    expect(sharesOf({ kind: "ratio", standard: 3, cap: "1.5", floor: "0.5" }, "1")).toEqual({
      free: "1/3",
      held: "1/2",
    });
    expect(sharesOf({ kind: "ratio", standard: 3, better: "lower" }, "0.9")).toEqual({ free: "10/3", held: "10/3" });
    expect(sharesOf({ kind: "ratio", standard: 3, better: "lower", cap: 2 }, 0)).toEqual({ free: "2/1", held: "2/1" });
    expect(sharesOf({ kind: "ratio", standard: 3, better: "lower", cap: 2 }, -4)).toEqual({ free: "2/1", held: "2/1" });
  });

  test("a ratio that is rounded first, also beyond what can be counted", () => {
    const rounded = { kind: "ratio", standard: 3, relativeScale: 2, cap: 2, floor: 0 };
    expect(sharesOf(rounded, 1)).toEqual({ free: "33/100", held: "33/100" });
    expect(sharesOf(rounded, "2e300")).toEqual({ free: "2/1", held: "2/1" });
    expect(sharesOf(rounded, "-2e300")).toEqual({ free: "0/1", held: "0/1" });
  });

  test("a standard score beyond its bounds, knots, bands, options and answers", () => {
    const score = { kind: "standard-score", standard: 0, best: 1, max: 150, min: 40 };
    expect(sharesOf(score, 3)).toEqual({ free: "5/2", held: "3/2" });
    expect(sharesOf(score, -2)).toEqual({ free: "0/1", held: "2/5" });
    expect(sharesOf({ ...score, clamp: false }, 3)).toEqual({ free: "5/2", held: "5/2" });
    const knots = [
      { at: 0, share: 0 },
      { at: 3, share: 1 },
    ];
    expect(sharesOf({ kind: "interpolate", knots }, 1)).toEqual({ free: "1/3", held: "1/3" });
    expect(sharesOf({ kind: "choice", options: { a: 0, b: "0.6" } }, "b").held).toBe("3/5");
    expect([sharesOf({ kind: "flag" }, true).held, sharesOf({ kind: "flag", expect: false }, true).held]).toEqual([
      "1/1",
      "0/1",
    ]);
  });
});

test("A7.6 weight × exact share, rounded once, is what evaluate shows, for every kind", () => {
  fc.assert(
    fc.property(judged(true), ({ card, facts }) => {
      const result = evaluate(card, facts);
      const unit = 10 ** card.scale;
      for (const resolved of resolve(card).indicators) {
        const { actual, points } = result.indicators[resolved.id] ?? {};
        const indicator = card.indicators[resolved.id];
        if (actual === undefined || actual === null || indicator === undefined) continue;
        const { held } = exactShare(indicator, resolved, actual);
        const ticks = rational(held.n * BigInt(resolved.full), held.d);
        expect([resolved.id, Number(roundHalfAway(ticks.n, ticks.d)) / unit + 0]).toEqual([resolved.id, points]);
      }
    }),
    { numRuns: 300 },
  );
});
