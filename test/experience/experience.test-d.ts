import {
  advanceExperience,
  classifyExperience,
  defineExperienceModel,
  type ExperienceHistory,
  type ExperienceResult,
  extendExperienceModel,
  formatExperience,
} from "keyaccount";
import { experienceModel } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { expectTypeOf, test } from "vitest";
import { tendersDefinition } from "./models.js";

const asOf = "2026-11-21";
const model = defineExperienceModel(tendersDefinition);

test("signals and levels are inferred", () => {
  expectTypeOf(model.signals.tenders.levels).toEqualTypeOf<readonly ("none" | "some")[]>();
  expectTypeOf(experienceModel.signals.risk.levels).toEqualTypeOf<readonly ("avoids" | "shares" | "takes")[]>();
  const { tenders } = tendersDefinition.signals;
  const specialist = { none: "0.1", many: "0.9" };
  const likelihoods = { ...tenders.likelihoods, specialist };
  // @ts-expect-error a stage lacks the likelihood of the level "some"
  defineExperienceModel({ ...tendersDefinition, signals: { tenders: { ...tenders, likelihoods } } });
});

test("observations have the model's signals and levels; without a model the handbook's", () => {
  classifyExperience({ observations: [{ at: asOf, levels: { tenders: "some" } }] }, { asOf, model });
  classifyExperience({ observations: [{ at: asOf, levels: { risk: "takes", guidance: null } }] }, { asOf });
  // @ts-expect-error "brave" is no level of risk
  classifyExperience({ observations: [{ at: asOf, levels: { risk: "brave" } }] }, { asOf });
  // @ts-expect-error the handbook's model has no signal "tenders"
  classifyExperience({ observations: [{ at: asOf, levels: { tenders: "some" } }] }, { asOf });
  // @ts-expect-error the host's model has no signal "risk"
  classifyExperience({ observations: [{ at: asOf, levels: { risk: "takes" } }] }, { asOf, model });
  // @ts-expect-error there is no clock: `asOf` is needed
  classifyExperience({ observations: [] }, {});
  const history: ExperienceHistory = { observations: [] };
  expectTypeOf(classifyExperience(history, { asOf })).toEqualTypeOf<ExperienceResult>();
});

test("results narrow by signal, and go on with the same model only", () => {
  const result = classifyExperience({ observations: [] }, { asOf });
  for (const evidence of result.ledger) {
    if (evidence.signal === "risk") expectTypeOf(evidence.level).toEqualTypeOf<"avoids" | "shares" | "takes">();
  }
  advanceExperience(result, { at: asOf, levels: { risk: "takes" } }, { asOf });
  // @ts-expect-error an observation of another model
  advanceExperience(result, { at: asOf, levels: { tenders: "some" } }, { asOf });
  // @ts-expect-error a result of another model
  advanceExperience(result, { at: asOf, levels: {} }, { asOf, model });
  expectTypeOf(formatExperience(classifyExperience({ observations: [] }, { asOf, model }), en)).toBeString();
});

test("extended models know what was added and left out", () => {
  const ours = extendExperienceModel(experienceModel, {
    id: "ours",
    omit: ["risk"],
    signals: tendersDefinition.signals,
  });
  expectTypeOf(ours.signals.tenders.levels).toEqualTypeOf<readonly ("none" | "some")[]>();
  expectTypeOf(ours.signals).not.toHaveProperty("risk");
  extendExperienceModel(experienceModel, {
    id: "ours",
    signals: tendersDefinition.signals,
    reweigh: { tenders: "0.5", risk: 2 },
  });
  // @ts-expect-error no signal of the base has this id
  extendExperienceModel(experienceModel, { id: "ours", omit: ["tenders"] });
  // @ts-expect-error a signal that is left out can't be reweighed
  extendExperienceModel(experienceModel, { id: "ours", omit: ["risk"], reweigh: { risk: 2 } });
});
