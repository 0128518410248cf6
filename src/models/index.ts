export type {
  Instant,
  PlainDate,
} from "../ground/dates.js";
export type {
  IssueOf,
  JsonIssue,
  JsonIssueDetails,
  NoDetails,
  Path,
  ScorecardIssue,
  ScorecardIssueDetails,
} from "../ground/issue.js";
export type {
  Json,
  JsonObject,
} from "../ground/json.js";
export type { PlainMonth } from "../ground/months.js";
export type { DecimalString } from "../ground/numeral.js";
export type {
  Failed,
  Ok,
  Result,
} from "../ground/result.js";
export {
  ACTIVITY_KINDS,
  ACTIVITY_PURPOSES,
  type ActivityKind,
  type ActivityPurpose,
  AFTER_SALES,
  type AfterSales,
  APPOINTMENT_WAYS,
  type AppointmentWay,
  ATTITUDES,
  type Attitude,
  BRAND_LOYALTIES,
  type BrandLoyalty,
  CLIENT_KINDS,
  CLIENT_PHASES,
  type ClientKind,
  type ClientPhase,
  CONTACT_WAYS,
  type ContactWay,
  CREDIT_RECORDS,
  type CreditRecord,
  DEVELOPMENT_STEPS,
  type DevelopmentStep,
  FAILURE_CAUSES,
  type FailureCause,
  type HostCode,
  INDUSTRY_RANKS,
  INFLUENCES,
  INNOVATION_ATTITUDES,
  type IndustryRank,
  type Influence,
  type InnovationAttitude,
  LEAD_SOURCES,
  LEVELS,
  type LeadSource,
  type Level,
  LOSS_IMPACTS,
  type LossImpact,
  MAJOR_BRANDS,
  type MajorBrands,
  MILESTONES,
  type MilestoneCode,
  PURCHASE_ROLES,
  type PurchaseRole,
  RELATION_DEPTHS,
  type RelationDepth,
  STANDARD_STATUSES,
  type StandardStatus,
  SUPPORTS,
  type Support,
  TARGET_CLASSES,
  type TargetClass,
  TRUST_RELATIONS,
  type TrustRelation,
  VISIT_FOCUSES,
  VISIT_MANNERS,
  VISIT_OUTCOMES,
  VISIT_TOPICS,
  type VisitFocus,
  type VisitManner,
  type VisitOutcome,
  type VisitTopic,
} from "../ground/vocabulary.js";
export { AnsweredAmountSchema } from "./answer.js";
export { AppointmentSchema, PreparatoryMeetingSchema } from "./appointment.js";
export { ArchiveSchema, parseArchive } from "./archive.js";
export {
  type ArchiveFacts,
  archiveFacts,
} from "./archive-facts.js";
export {
  AbilitySectionSchema,
  BrandSalesSchema,
  FinanceSectionSchema,
  ManagementSectionSchema,
  StandingSectionSchema,
} from "./archive-firm.js";
export {
  BuyingSectionSchema,
  MarketSectionSchema,
  RelationshipSectionSchema,
  ServiceSectionSchema,
} from "./archive-trade.js";
export { AccountGroupsSchema, ClientSchema, parseClient, TargetJudgementSchema } from "./client.js";
export { ContactSchema, PersonProfileSchema, parseContact } from "./contact.js";
export { EvaluationSchema, parseEvaluation } from "./evaluation.js";
export {
  type ModelIssue,
  type ModelIssueCode,
  type ModelIssueDetails,
} from "./issue.js";
export { jsonSchemaOf } from "./json-schema.js";
export { type KnownSchema, knownSchema } from "./known.js";
export { LeadSchema, parseLead } from "./lead.js";
export {
  AmountSchema,
  CurrencySchema,
  DayOrMomentSchema,
  DecimalStringSchema,
  InstantSchema,
  PlainDateSchema,
  PlainMonthSchema,
  RatingSchema,
  RecordIdSchema,
  SafeIdSchema,
  ShareSchema,
} from "./leaf.js";
export {
  type ApprovalRule,
  ApprovalRuleSchema,
  type Milestone,
  type MilestoneForm,
  MilestoneFormSchema,
  MilestoneSchema,
  type MilestoneTask,
  MilestoneTaskSchema,
  parseMilestone,
  type WorkStandard,
  WorkStandardSchema,
} from "./milestone.js";
export { MoneySchema } from "./money.js";
export { ParticipantSchema } from "./participant.js";
export type { AnsweredAmount, SurveyAnswerValue } from "./record/answer.js";
export type { Appointment, PreparatoryMeeting } from "./record/appointment.js";
export type { Archive } from "./record/archive.js";
export type {
  AbilitySection,
  BrandSales,
  FinanceSection,
  ManagementSection,
  Rating,
  StandingSection,
} from "./record/archive-firm.js";
export type { BuyingSection, MarketSection, RelationshipSection, ServiceSection } from "./record/archive-trade.js";
export type { AccountGroups, Client, TargetJudgement } from "./record/client.js";
export type { Contact, PersonProfile } from "./record/contact.js";
export type { Known } from "./record/known.js";
export type { Lead } from "./record/lead.js";
export type { Money } from "./record/money.js";
export type { Participant } from "./record/participant.js";
export type { Rival, RivalClient, RivalPrice } from "./record/rival.js";
export type { ProductSales, TradeMonth, TradeRecord } from "./record/trade.js";
export type { FollowUp, NextStep, Visit, VisitFailure } from "./record/visit.js";
export type { ExpectedQuestion, PlannedQuestion, PlannedTopic, VisitPlan } from "./record/visit-plan.js";
export { parseRival, RivalClientSchema, RivalPriceSchema, RivalSchema } from "./rival.js";
export {
  parseScorecard,
  ScorecardSchema,
} from "./scorecard.js";
export { parseSurveyAnswers, type SurveyAnswers, SurveyAnswersSchema } from "./survey-answers.js";
export { ProductSalesSchema, parseTradeRecord, TradeMonthSchema, TradeRecordSchema } from "./trade.js";
export {
  type TradeFact,
  type TradeFacts,
  type TradeFactsOptions,
  tradeFacts,
} from "./trade-facts.js";
export { FollowUpSchema, NextStepSchema, parseVisit, VisitFailureSchema, VisitSchema } from "./visit.js";
export {
  ExpectedQuestionSchema,
  PlannedQuestionSchema,
  PlannedTopicSchema,
  parseVisitPlan,
  VisitPlanSchema,
} from "./visit-plan.js";
