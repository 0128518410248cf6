import { evaluate, extendScorecard, type FactsOf } from "keyaccount";
import {
  type DealerGrade,
  type DealerGroup,
  dealerScorecard,
  distributorScorecard,
  type keyAccountScorecard,
  type OpportunityGrade,
  opportunityScorecard,
} from "keyaccount/handbook";
import { expectTypeOf, test } from "vitest";

test("A7 facts, grades and groups of the dealer's scorecard are known to the compiler", () => {
  const evaluation = evaluate(dealerScorecard, { creditRecord: "prompt", ownEngineers: true, sellThrough: "6" });
  expectTypeOf(evaluation.grade).toEqualTypeOf<DealerGrade | null>();
  expectTypeOf(evaluation.indicators.ownEngineers.actual).toEqualTypeOf<boolean | null>();
  expectTypeOf(evaluation.groups.finance.points).toEqualTypeOf<number>();
  expectTypeOf<keyof typeof evaluation.groups>().toEqualTypeOf<DealerGroup>();
});

test("A7 wrong facts don't compile", () => {
  // @ts-expect-error "late" is none of the credit record's options
  evaluate(dealerScorecard, { creditRecord: "late" });
  // @ts-expect-error a flag is true or false
  evaluate(dealerScorecard, { ownEngineers: 3 });
  // @ts-expect-error the indicator is called reputation
  evaluate(dealerScorecard, { reputaton: 3 });
});

test("C3.1 an extension must give every surviving indicator a weight", () => {
  extendScorecard(distributorScorecard, {
    id: "ours",
    indicators: { lateness: { kind: "flag", expect: false } },
    // @ts-expect-error the weight of salesReps is missing
    weights: {
      salesManagement: 20,
      salesNetwork: 20,
      promotionAbility: 15,
      afterSalesService: 15,
      relationship: 20,
      lateness: 10,
    },
  });
});

test("E2.2, E7.2 options and grades are closed", () => {
  expectTypeOf<FactsOf<typeof keyAccountScorecard>["lossImpact"]>()
    .extract<string>()
    .toEqualTypeOf<"replaceable" | "noticeable" | "serious">();
  expectTypeOf(evaluate(opportunityScorecard, {}).grade).toEqualTypeOf<OpportunityGrade | null>();
  expectTypeOf<OpportunityGrade>().toEqualTypeOf<"go" | "find-out" | "no-go">();
  // @ts-expect-error there is no answer "maybe"
  evaluate(opportunityScorecard, { uniqueValue: "maybe" });
});
