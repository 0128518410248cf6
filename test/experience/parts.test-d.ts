import {
  calibrateExperience,
  classifyExperience,
  type DerivedHistory,
  defineExperienceModel,
  defineWarningRules,
  type ExperienceReview,
  evaluateExperience,
  experienceWarnings,
  observeExperience,
  portfolioExperience,
  recommendSelling,
  reviewExperience,
} from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { expectTypeOf, test } from "vitest";
import { tendersDefinition } from "./models.js";

const asOf = "2026-11-21";
const model = defineExperienceModel(tendersDefinition);

test("observeExperience gives histories that classify, warn and review take as they are", () => {
  const { histories } = observeExperience({ orders: [{ id: "o", client: "c", at: asOf, suppliers: 1 }] });
  expectTypeOf(histories).toEqualTypeOf<readonly DerivedHistory[]>();
  for (const history of histories) expectTypeOf(reviewExperience(history, { asOf })).toEqualTypeOf<ExperienceReview>();
  // @ts-expect-error an order of nobody
  observeExperience({ orders: [{ id: "o", at: asOf }] });
  // @ts-expect-error "owner" is no function of those who decide
  observeExperience({ decisions: [{ id: "d", client: "c", at: asOf, contacts: [{ id: "li", function: "owner" }] }] });
  // @ts-expect-error there is no figure "smell"
  observeExperience({}, { cuts: { smell: { generalist: "1", specialist: "2" } } });
});

test("rules have the model's signals and levels", () => {
  const rule = {
    kind: "level",
    code: "t",
    signal: "tenders",
    after: ["none"],
    to: ["some"],
    persist: 1,
    within: 9,
  } as const;
  experienceWarnings({ observations: [] }, { asOf, model, rules: [rule] });
  defineWarningRules([rule, { kind: "join", code: "j", joins: ["t", "t"], within: 9 }], model);
  // @ts-expect-error the host's model has no signal "risk"
  experienceWarnings({ observations: [] }, { asOf, model, rules: [{ ...rule, signal: "risk" }] });
  // @ts-expect-error "many" is no level of "tenders"
  defineWarningRules([{ ...rule, to: ["many"] }], model);
  // @ts-expect-error without a model the signals are the handbook's, and it has none of "tenders"
  defineWarningRules([rule]);
  // @ts-expect-error without a model the signals are the handbook's
  experienceWarnings({ observations: [] }, { asOf, rules: [rule] });
  // @ts-expect-error without a model the signals are the handbook's
  reviewExperience({ observations: [] }, { asOf, rules: [rule] });
  // @ts-expect-error "much" is no level of the handbook's "risk"
  defineWarningRules([{ ...rule, signal: "risk", after: ["avoids"], to: ["much"] }]);
  defineWarningRules([{ ...rule, signal: "risk", after: ["avoids"], to: ["takes"] }]);
  // @ts-expect-error a rule that joins others doesn't persist by itself
  defineWarningRules([{ kind: "join", code: "j", joins: ["a", "b"], within: 9, persist: 2 }]);
});

test("a review goes into advice and portfolio as it is; facts that there aren't don't compile", () => {
  const review = reviewExperience({ observations: [] }, { asOf, model });
  recommendSelling({ ...review, coreCopyable: false });
  portfolioExperience([{ ...review, client: "c", productLine: "p", revenue: "1" }]);
  // @ts-expect-error "copyable" is no fact
  recommendSelling({ copyable: true });
  // @ts-expect-error "boom" is no maturity of a market
  recommendSelling({ productMaturity: "boom" });
  // @ts-expect-error a client without product line (B2.11)
  portfolioExperience([{ ...review, client: "c" }]);
});

test("labelled histories have the model's signals; smoothing is told", () => {
  const labels = [{ from: asOf, stage: "generalist" }] as const;
  const labelled = [{ observations: [{ at: asOf, levels: { tenders: "some" } }], labels, until: asOf }] as const;
  const smoothing = { signals: 1, transitions: 1, prior: 1 };
  expectTypeOf(calibrateExperience(model, labelled, { id: "a", version: "1", smoothing }).model).toEqualTypeOf(model);
  evaluateExperience(model, labelled);
  // @ts-expect-error the handbook's model has no signal "tenders"
  evaluateExperience(experienceModel, labelled);
  // @ts-expect-error smoothing is never a guess of the library's
  calibrateExperience(model, labelled, { id: "a", version: "1" });
  // @ts-expect-error "expert" is no stage
  evaluateExperience(model, [{ observations: [], labels: [{ from: asOf, stage: "expert" }], until: asOf }]);
  // @ts-expect-error a warning without the day on which it was raised
  evaluateExperience(model, [{ observations: [], labels, until: asOf, warnings: [{ code: "x" }] }]);
});

test("what a history tells of contacts doesn't change the classification's type", () => {
  classifyExperience({ observations: [{ at: asOf, levels: {}, contacts: ["li"] }] }, { asOf });
  // @ts-expect-error contacts are ids
  classifyExperience({ observations: [{ at: asOf, levels: {}, contacts: [{ id: "li" }] }] }, { asOf });
});
