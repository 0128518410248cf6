import {
  defineScorecard,
  type Evaluation,
  evaluate,
  extendScorecard,
  type Facts,
  type FactsOf,
  hashScorecard,
  isKeyAccountError,
  parseFacts,
  reweigh,
  type Scorecard,
  type ScorecardDefinition,
} from "keyaccount";
import { describe, expect, expectTypeOf, test } from "vitest";

const base = defineScorecard({
  id: "base",
  version: "1",
  groups: { market: {} },
  indicators: {
    rating: { kind: "rating", weight: "60", min: 1, max: 5, group: "market" },
    brands: { kind: "choice", weight: "30", options: { none: "0", all: "1" } },
    flag: { kind: "flag", weight: "10" },
  },
  limits: [{ when: { indicator: "brands", is: "none" }, grade: "B" }],
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: null },
  ],
});

describe("C3.1 scorecards of any shape pass where no shape is asked", () => {
  const idOf = (card: Scorecard): string => card.id;
  const scoreOf = (result: Evaluation): number | null => result.score;

  test("a typed scorecard is a Scorecard, a typed evaluation an Evaluation", () => {
    expect(idOf(base)).toBe("base");
    expect(scoreOf(evaluate(base, { rating: 5, brands: "all", flag: true }))).toBe(100);
  });

  test("a stored definition of no known shape is defined and judged with any facts", () => {
    const stored = JSON.parse(JSON.stringify(base)) as ScorecardDefinition;
    const card = defineScorecard(stored as Scorecard);
    const facts: Facts = { rating: 3, brands: "all", flag: true };
    expect(evaluate(card, facts).score).toBe(70);
    expect(hashScorecard(card)).toBe(hashScorecard(base));
  });
});

describe("C3.1 what extendScorecard and reweigh return is as typed as what they took", () => {
  test("a base's limits can be kept beside new ones", () => {
    const ours = extendScorecard(base, {
      id: "ours",
      limits: [...base.limits, { when: { indicator: "flag", known: false }, grade: "B" }],
    });
    expect(ours.limits).toHaveLength(2);
    expectTypeOf(ours.grades[0]?.grade).toEqualTypeOf<"A" | "B" | undefined>();
  });

  test("limits and grades alone need no weights", () => {
    const ours = extendScorecard(base, { id: "ours", grades: [{ grade: "only", from: null }], limits: [] });
    expectTypeOf(evaluate(ours, {}).grade).toEqualTypeOf<"only" | null>();
    expect(evaluate(ours, { flag: true }).grade).toBe("only");
  });

  test("the facts of an extended scorecard", () => {
    const ours = extendScorecard(base, { id: "ours", omit: ["brands"], weights: { rating: 70, flag: 30 }, limits: [] });
    expectTypeOf<keyof FactsOf<typeof ours>>().toEqualTypeOf<"rating" | "flag">();
    expectTypeOf(reweigh(ours, { rating: 60, flag: 40 })).toEqualTypeOf<typeof ours>();
    expect(Object.keys(evaluate(ours, {}).indicators)).toEqual(["rating", "flag"]);
  });
});

describe("A7.6 results narrow", () => {
  test("parseFacts gives facts of the scorecard's own type, or issues", () => {
    const result = parseFacts(base, { rating: 4, brands: "all" });
    expectTypeOf(result).toExtend<{ ok: boolean }>();
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<FactsOf<typeof base>>();
    expect(result.ok ? evaluate(base, result.value).indicators.brands.points : null).toBe(30);
  });

  test("an issue's code narrows its details", () => {
    const [issue] = evaluate(base, { rating: 9 }).issues;
    expect(issue?.code === "outside-range" ? issue.details.max : null).toBe("5");
  });

  test("an error's code narrows its details, and so do its issues", () => {
    let limits: string[] = [];
    try {
      reweigh(base, { rating: 61 });
    } catch (error) {
      if (isKeyAccountError(error, "weights-not-total")) {
        expectTypeOf(error.details.sum).toEqualTypeOf<string>();
        limits = error.issues.flatMap((issue) =>
          issue.code === "weights-not-total" ? [issue.details.sum, issue.details.total] : [],
        );
      }
    }
    expect(limits).toEqual(["101", "100"]);
  });
});
