import { defineSurvey } from "../visits/survey/define-survey.js";
import type { SurveyForm } from "../visits/survey/form.js";
import type { ClientSurveyQuestions } from "./client-survey-answers.js";
import { cooperationQuestions } from "./survey/cooperation-questions.js";
import { dealerQuestions } from "./survey/dealer-questions.js";
import { judgementQuestions } from "./survey/judgement-questions.js";
import { consumerQuestions, environmentQuestions, rivalQuestions } from "./survey/market-questions.js";

/**
 * The handbook's client survey form 客户调查表 (A4.2, A4.3): four facets, every item of A4.2 required. Besides, not required, it asks what the
 * scorecards of dealers (A7) and distributors (C3.1), the two tests of a target client (A5.1) and A2.3 need, so that a filled form can be judged.
 * Ids are names of facts: archive fields and indicators.
 *
 * **Order.** As one asks: the market first, then the house that one stands in, then rivals, then consumers.
 *
 * **Age.** As in the scorecards: judgements hold for a year, yearly figures for 400 days, credit and willingness for 180. Prices and
 * promotions of rivals turn within a quarter (90 days), what stands for years holds for two (730), history for ever. These are this
 * package's choice.
 *
 * **Change.** Willingness, every text and list, `brands`, `staff`, `salesReps`, prices and coverage of rivals may change from visit to visit
 * (`mayChange`): the latest answer holds, as `identifyTarget` has it. All the rest, the credit record for one, contradicts.
 */
export const clientSurvey: SurveyForm<ClientSurveyQuestions> = /* @__PURE__ */ defineSurvey({
  id: "client-survey",
  version: "1",
  questions: {
    ...environmentQuestions,
    ...dealerQuestions,
    ...judgementQuestions,
    ...cooperationQuestions,
    ...rivalQuestions,
    ...consumerQuestions,
  },
});
