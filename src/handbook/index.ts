export { clientSurvey } from "./client-survey.js";
export type {
  BuyingCriterion,
  ClientSurveyAnswers,
  ClientSurveyQuestions,
  RivalQuestion,
} from "./client-survey-answers.js";
export {
  type AxisGrade,
  type CreditFacts,
  creditScorecard,
  type SellingFacts,
  sellingScorecard,
} from "./credit-selling-scorecards.js";
export { type DealerFacts, type DealerGrade, type DealerGroup, dealerScorecard } from "./dealer-scorecard.js";
export {
  type DistributorFacts,
  type DistributorGrade,
  distributorScorecard,
} from "./distributor-scorecard.js";
export { experienceModel } from "./experience-model.js";
export type { KeyAccountProcessIds } from "./key-account-ids.js";
export { keyAccountProcess } from "./key-account-process.js";
export {
  type KeyAccountFacts,
  type KeyAccountGrade,
  type KeyAccountGroup,
  keyAccountScorecard,
} from "./key-account-scorecard.js";
export { type LoyaltyFacts, type LoyaltyGrade, loyaltyScorecard } from "./loyalty-scorecard.js";
export {
  type OpportunityAnswer,
  type OpportunityFacts,
  type OpportunityGrade,
  type OpportunityGroup,
  opportunityScorecard,
} from "./opportunity-scorecard.js";
export { type ProjectProcessIds, projectProcess } from "./project-process.js";
