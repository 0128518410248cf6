import {
  defineScorecard,
  type Evaluation,
  evaluate,
  extendScorecard,
  type FactsOf,
  reweigh,
  type Scorecard,
} from "keyaccount";
import { describe, expectTypeOf, test } from "vitest";

const base = defineScorecard({
  id: "base",
  version: "1",
  groups: { market: {}, finance: { max: "50" } },
  indicators: {
    sellThrough: { kind: "ratio", group: "finance", weight: "50", standard: "6" },
    brands: { kind: "choice", group: "market", weight: "30", options: { none: "0", some: "0.6", exclusive: "1" } },
    engineers: { kind: "flag", weight: "20" },
  },
  limits: [{ when: { indicator: "brands", is: "none" }, grade: "C" }],
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: "60" },
    { grade: "C", from: null },
  ],
});

describe("C3.1 a host extends a scorecard and everything is inferred", () => {
  test("ids, fact types, option codes, grades and groups come from the definition", () => {
    const result = evaluate(base, { sellThrough: "4.5", brands: "some", engineers: true });
    expectTypeOf(result.grade).toEqualTypeOf<"A" | "B" | "C" | null>();
    expectTypeOf(result.indicators.brands.actual).toEqualTypeOf<"none" | "some" | "exclusive" | null>();
    expectTypeOf(result.indicators.engineers.actual).toEqualTypeOf<boolean | null>();
    expectTypeOf(result.indicators.sellThrough.actual).toEqualTypeOf<string | number | null>();
    expectTypeOf(result.groups).toEqualTypeOf<{
      readonly [K in "market" | "finance"]: (typeof result.groups)["market"];
    }>();
    expectTypeOf(result.unknown).toEqualTypeOf<readonly ("sellThrough" | "brands" | "engineers")[]>();
  });

  test("wrong facts don't compile", () => {
    // @ts-expect-error: a ratio takes a decimal, not yes and no
    evaluate(base, { sellThrough: true });
    // @ts-expect-error: "many" is no option of brands
    evaluate(base, { brands: "many" });
    // @ts-expect-error: "many" is no option of brands, with provenance neither
    evaluate(base, { brands: { value: "many", observedAt: "2026-01-01" } });
    // @ts-expect-error: the scorecard has no indicator "brand"
    evaluate(base, { brand: "some" });
    // @ts-expect-error: a flag takes yes and no
    const facts: FactsOf<typeof base> = { engineers: "yes" };
    expectTypeOf(facts).toEqualTypeOf<FactsOf<typeof base>>();
  });

  test("an indicator of the host's own, in five lines", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      indicators: { lateness: { kind: "rating", group: "market", min: 0, max: 10 } },
      weights: { sellThrough: 40, brands: 30, engineers: 10, lateness: 20 },
    });
    evaluate(ours, { lateness: 3, brands: "exclusive" });
    expectTypeOf<keyof (typeof ours)["indicators"]>().toEqualTypeOf<
      "sellThrough" | "brands" | "engineers" | "lateness"
    >();
    // @ts-expect-error: "many" is still no option of brands
    evaluate(ours, { lateness: 3, brands: "many" });
  });

  test("a missing weight, an unknown id and an unknown group don't compile", () => {
    const rating = { kind: "rating", weight: 20, min: 0, max: 10 } as const;
    const flag = { kind: "flag" } as const;
    const all = { sellThrough: 50, brands: 30, engineers: 20 };
    const id = "x";
    // @ts-expect-error: engineers survives and has no weight
    extendScorecard(base, { id, indicators: { lateness: rating }, weights: { sellThrough: 50, brands: 30 } });
    // @ts-expect-error: an indicator comes in, so all weights are needed
    extendScorecard(base, { id, indicators: { lateness: rating } });
    // @ts-expect-error: lateness has a weight neither of its own nor in weights
    extendScorecard(base, { id, indicators: { lateness: flag }, weights: all });
    // @ts-expect-error: there is no indicator "engineer"
    extendScorecard(base, { id, omit: ["engineers"], weights: { sellThrough: 50, brands: 30, engineer: 20 } });
    // @ts-expect-error: brands is left out, so it can't have a weight
    extendScorecard(base, { id, omit: ["brands"], weights: { sellThrough: 50, brands: 30, engineers: 20 } });
    // @ts-expect-error: there is no indicator "brand" to leave out
    extendScorecard(base, { id, omit: ["brand"], weights: all });
    // @ts-expect-error: there is no group "markets"
    extendScorecard(base, { id, indicators: { lateness: { ...rating, group: "markets" } }, weights: all });
    // @ts-expect-error: reweigh knows no indicator "brand"
    reweigh(base, { brand: 30 });
  });

  test("faulty definitions don't compile", () => {
    const grades = [{ grade: "A", from: null }] as const;
    const named = { id: "x", version: "1", grades } as const;
    // @ts-expect-error: a ratio needs its standard
    defineScorecard({ ...named, indicators: { a: { kind: "ratio", weight: 100 } } });
    // @ts-expect-error: there is no kind "ration"
    defineScorecard({ ...named, indicators: { a: { kind: "ration", weight: 100 } } });
    // @ts-expect-error: no group is declared
    defineScorecard({ ...named, indicators: { a: { kind: "flag", weight: 100, group: "g" } } });
    // @ts-expect-error: a rating has no key "maximum"
    defineScorecard({ ...named, indicators: { a: { kind: "rating", weight: 100, min: 1, max: 5, maximum: 5 } } });
    const rest = { id: "x", weights: { brands: 30, engineers: 20 } } as const;
    // @ts-expect-error: nor has a flag that is added a key "maxAge"
    extendScorecard(base, { ...rest, indicators: { sellThrough: { kind: "flag", weight: 50, maxAge: 3 } } });
    const card = { ...named, indicators: { a: { kind: "flag", weight: 100 } } } as const;
    // @ts-expect-error: there is no grade "B"
    defineScorecard({ ...card, limits: [{ when: { indicator: "a", is: true }, grade: "B" }] });
    // @ts-expect-error: a flag has no "above"
    defineScorecard({ ...card, limits: [{ when: { indicator: "a", above: 3 }, grade: "A" }] });
    // @ts-expect-error: there is no indicator "b"
    defineScorecard({ ...card, limits: [{ when: { indicator: "b", is: true }, grade: "A" }] });
  });

  test("any evaluation is an Evaluation, any scorecard a Scorecard", () => {
    expectTypeOf(evaluate(base, {})).toExtend<Evaluation>();
    expectTypeOf(base).toExtend<Scorecard>();
  });
});
