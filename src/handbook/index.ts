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
