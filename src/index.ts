export {
  defineScorecard,
  type InGroups,
  type KnownKeys,
  type TypedDefinition,
  type UnknownGroup,
  type UnknownKey,
} from "./evaluation/definition/define.js";
export {
  type AddedIndicator,
  type ExtendedTypes,
  type Extension,
  extendScorecard,
  type WeightsOf,
} from "./evaluation/definition/extend.js";
export {
  type BandOf,
  type BandsOf,
  type ChoiceOf,
  type FlagOf,
  type Indicator,
  type IndicatorDefinition,
  type InterpolateOf,
  KINDS,
  type Kind,
  type KnotOf,
  MISSING_POLICIES,
  type MissingPolicy,
  type RatingOf,
  type RatioOf,
  type ShareOf,
  type StandardScoreOf,
} from "./evaluation/definition/kinds.js";
export { type ReweighOptions, reweigh } from "./evaluation/definition/reweigh.js";
export type {
  Condition,
  ConditionOf,
  FactTypes,
  FactValue,
  FactValueOf,
  GradeStepOf,
  GroupOf,
  IndicatorFor,
  LimitOf,
  NumberCondition,
  Scorecard,
  ScorecardDefinition,
  UnknownCondition,
  ValueCondition,
} from "./evaluation/definition/scorecard.js";
export { type EvaluateOptions, evaluate } from "./evaluation/evaluate.js";
export {
  type Evaluation,
  type EvaluationOf,
  FACT_STATUSES,
  type FactStatus,
  type GroupResult,
  type IndicatorResult,
  type LimitHit,
  REASON_CODES,
  type Reason,
  type ReasonCode,
  type ScorecardRef,
  STRENGTH_CODES,
  type Strength,
  type StrengthCode,
} from "./evaluation/evaluation.js";
export type { Fact, Facts, FactsOf, KnownFact, NotApplicable } from "./evaluation/facts.js";
export { parseFacts } from "./evaluation/parse-facts.js";
export { hashScorecard } from "./evaluation/resolved/resolve.js";
export { type Instant, isInstant, isPlainDate, type PlainDate } from "./ground/dates.js";
export {
  isKeyAccountError,
  KeyAccountError,
  type KeyAccountErrorCode,
  type KeyAccountErrorDetails,
} from "./ground/error.js";
export {
  type ArgumentIssueDetails,
  EXPECTED_TYPES,
  type ExpectedType,
  type ExpectedTypes,
  type FactIssue,
  type FactIssueDetails,
  type IssueOf,
  type JsonIssue,
  type JsonIssueDetails,
  type Path,
  type ScorecardIssue,
  type ScorecardIssueDetails,
} from "./ground/issue.js";
export type { Json, JsonObject } from "./ground/json.js";
export type { PlainMonth } from "./ground/months.js";
export type { DecimalString, Quantity } from "./ground/numeral.js";
export type { Failed, Ok, Result } from "./ground/result.js";
export { extendLocale, type LocaleWords } from "./locale/extend-locale.js";
export { formatEvaluation } from "./locale/format-evaluation.js";
export { type FormattableIssue, formatIssue } from "./locale/format-issue.js";
export type {
  Comparison,
  HandbookFacts,
  HandbookGrade,
  HandbookGroup,
  HandbookIndicator,
  HandbookOptions,
  HandbookScorecard,
  IssueCode,
  Locale,
  TableWord,
  ValueType,
  VocabularyWords,
  Words,
  WordTable,
} from "./locale/locale.js";
export {
  type AmountBetween,
  type Between,
  DEVELOPMENT_INPUTS,
  type DevelopmentFacts,
  type DevelopmentInput,
  type DevelopmentOptions,
  type DevelopmentWorth,
  type Estimate,
  type UnknownInput,
  WORTH_PARTS,
  WORTH_REASONS,
  WORTH_VERDICTS,
  type WorthLine,
  type WorthPart,
  type WorthReason,
  type WorthReasonCode,
  type WorthVerdict,
} from "./portfolio/worth/development.js";
export { developmentWorth } from "./portfolio/worth/development-worth.js";
export {
  EFFORT_DECISIONS,
  EFFORT_LIMITS,
  EFFORT_REASONS,
  type EffortContact,
  type EffortDecision,
  type EffortFacts,
  type EffortLedger,
  type EffortLimits,
  type EffortOptions,
  type EffortReason,
  type EffortReasonCode,
  type EffortStage,
  type EffortSum,
  type SalesStage,
  STAGE_LIKELIHOODS,
  type StageLikelihood,
} from "./portfolio/worth/effort.js";
export { effortLedger } from "./portfolio/worth/effort-ledger.js";
export {
  ANSWER_DAYS,
  ENTHUSIASM_PHASES,
  ENTHUSIASM_REASONS,
  type EnthusiasmFacts,
  type EnthusiasmGap,
  type EnthusiasmMonth,
  type EnthusiasmOptions,
  type EnthusiasmPhase,
  type EnthusiasmReason,
  type EnthusiasmReasonCode,
  type EnthusiasmSpan,
  NEED_KINDS,
  NEED_STATUSES,
  type Need,
  type NeedCounts,
  type NeedKind,
  type NeedStatus,
  TOUCH_SIDES,
  type Touch,
  type TouchSide,
} from "./portfolio/worth/enthusiasm.js";
export { enthusiasmGap } from "./portfolio/worth/enthusiasm-gap.js";
export type { WorthIssue, WorthIssueCode, WorthIssueDetails } from "./portfolio/worth/issue.js";
export {
  LIFETIME_INPUTS,
  LIFETIME_TIMINGS,
  type LifetimeFacts,
  type LifetimeInput,
  type LifetimeOptions,
  type LifetimePeriod,
  type LifetimeSensitivity,
  type LifetimeTiming,
  type LifetimeValue,
  RETENTION_CHANGES,
} from "./portfolio/worth/lifetime.js";
export { lifetimeValue } from "./portfolio/worth/lifetime-value.js";
