import { defineScorecard, goalsFor, nextQuestions } from "keyaccount";
import { describe, expectTypeOf, test } from "vitest";

const card = defineScorecard({
  id: "typed",
  version: "1",
  indicators: {
    sales: { kind: "ratio", weight: "50", standard: "6" },
    brands: { kind: "choice", weight: "30", options: { none: "0", some: "0.6", exclusive: "1" } },
    engineers: { kind: "flag", weight: "20" },
  },
  grades: [
    { grade: "A", from: "85" },
    { grade: "B", from: null },
  ],
});

describe("C3.2 goals and questions know the card's ids, options and grades", () => {
  test("results", () => {
    const goals = goalsFor(card, { sales: 3 }, { grade: "A" });
    if (goals.reachable) {
      const [change] = goals.cheapest.changes;
      expectTypeOf(goals.cheapest.grade).toEqualTypeOf<"A" | "B">();
      if (change?.indicator === "brands") expectTypeOf(change.to).toEqualTypeOf<"none" | "some" | "exclusive">();
    } else {
      expectTypeOf(goals.bestGrade).toEqualTypeOf<"A" | "B" | null>();
    }
    const { questions } = nextQuestions(card, {});
    expectTypeOf(questions[0]?.indicator).toEqualTypeOf<"sales" | "brands" | "engineers" | undefined>();
  });

  test("options", () => {
    goalsFor(
      card,
      {},
      {
        grade: "A",
        actionable: ["sales"],
        limits: { sales: { most: 9, step: "0.5" }, brands: { options: ["some"] }, engineers: { options: [true] } },
        costs: {
          sales: { unit: 2, change: "1" },
          brands: { options: { some: 5 } },
          engineers: { options: { true: 3 } },
        },
      },
    );
    // @ts-expect-error the card has no such grade
    goalsFor(card, {}, { grade: "C" });
    // @ts-expect-error the card has no such indicator
    goalsFor(card, {}, { grade: "A", actionable: ["sale"] });
    // @ts-expect-error nor here
    goalsFor(card, {}, { grade: "A", costs: { sale: 1 } });
    // @ts-expect-error a number has no options
    goalsFor(card, {}, { grade: "A", limits: { sales: { options: ["some"] } } });
    // @ts-expect-error the choice has no such option
    goalsFor(card, {}, { grade: "A", limits: { brands: { options: ["all"] } } });
    // @ts-expect-error nor at a price
    goalsFor(card, {}, { grade: "A", costs: { brands: { options: { all: 1 } } } });
    // @ts-expect-error a flag has no price for each unit
    goalsFor(card, {}, { grade: "A", costs: { engineers: { unit: 1 } } });
    // @ts-expect-error a grade is needed
    goalsFor(card, {}, {});
    // @ts-expect-error facts are checked as for `evaluate`
    nextQuestions(card, { sale: 1 });
  });
});
