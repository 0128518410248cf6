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
export {
  type Condition,
  type ConditionOf,
  type FactTypes,
  type FactValue,
  type FactValueOf,
  type GradeStepOf,
  type GroupOf,
  type IndicatorFor,
  type LimitOf,
  type NumberCondition,
  type Scorecard,
  type ScorecardDefinition,
  type UnknownCondition,
  type ValueCondition,
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
export { type Fact, type Facts, type FactsOf, type KnownFact, type NotApplicable } from "./evaluation/facts.js";
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
  type PortfolioIssue,
  type PortfolioIssueDetails,
  type ScorecardIssue,
  type ScorecardIssueDetails,
} from "./ground/issue.js";
export { type Json, type JsonObject } from "./ground/json.js";
export type { PlainMonth } from "./ground/months.js";
export { type DecimalString, type Quantity } from "./ground/numeral.js";
export { type Failed, type Ok, type Result } from "./ground/result.js";
export { extendLocale, type LocaleWords } from "./locale/extend-locale.js";
export { formatEvaluation } from "./locale/format-evaluation.js";
export { type FormattableIssue, formatIssue } from "./locale/format-issue.js";
export {
  type ChartWord,
  type Comparison,
  type HandbookFacts,
  type HandbookGrade,
  type HandbookGroup,
  type HandbookIndicator,
  type HandbookOptions,
  type HandbookScorecard,
  type IssueCode,
  type Locale,
  type TableWord,
  type ValueType,
  type VocabularyWords,
  type Words,
  type WordTable,
} from "./locale/locale.js";
export {
  ABC_CLASSES,
  ABC_COUNTINGS,
  ABC_CUTS,
  ABC_EDGES,
  ABC_REASONS,
  ABC_TIES,
  type AbcClass,
  type AbcClient,
  type AbcCounting,
  type AbcEdge,
  type AbcOptions,
  type AbcPlace,
  type AbcReason,
  type AbcResult,
  type AbcSummary,
  type AbcTies,
} from "./portfolio/abc/abc.js";
export { classifyAbc } from "./portfolio/abc/classify-abc.js";
export {
  ARCHIVE_AGE_DAYS,
  ARCHIVE_AGES,
  type ArchiveAge,
  type ArchiveEvaluation,
  type ArchiveOptions,
  type ArchivePlace,
  type ArchiveQuestion,
  type ArchiveReview,
  type ArchiveScorecard,
  ASK_REASONS,
  type AskReason,
  type ScoreFooting,
  type SectionReview,
  type StaleField,
} from "./portfolio/archive/archive.js";
export { clientArchive } from "./portfolio/archive/client-archive.js";
export {
  ARCHIVE_FIELDS,
  type ArchiveField,
  type ArchiveFieldList,
  type ArchiveSection,
} from "./portfolio/archive/fields.js";
export {
  CARE_DAYS,
  CARE_MEASURES,
  CARE_STATES,
  type CareAdvice,
  type CareFacts,
  type CareMeasure,
  type CareOptions,
  type CarePlan,
  type CareState,
} from "./portfolio/care/care.js";
export { recommendCare } from "./portfolio/care/recommend-care.js";
export { assignLevels } from "./portfolio/levels/assign-levels.js";
export {
  CARE_BY_LEVEL,
  CARE_MANNERS,
  type CareManner,
  FOLLOW_WAYS,
  type FollowWay,
  LEVEL_CUTS,
  LEVEL_REASONS,
  type LevelClient,
  type LevelOptions,
  type LevelPlace,
  type LevelReason,
  type LevelResult,
  RANKINGS,
  type Ranking,
} from "./portfolio/levels/levels.js";
export { planPruning } from "./portfolio/pruning/plan-pruning.js";
export {
  PRUNING_RULES,
  PRUNING_VERDICTS,
  type PruningClient,
  type PruningDecision,
  type PruningOptions,
  type PruningPlan,
  type PruningRule,
  type PruningRules,
  type PruningStage,
  type PruningSums,
  type PruningVerdict,
} from "./portfolio/pruning/pruning.js";
export { classifyCreditSelling } from "./portfolio/quadrants/classify-credit-selling.js";
export { classifyVolumeLoyalty } from "./portfolio/quadrants/classify-volume-loyalty.js";
export {
  COUNTERMEASURES,
  COUNTERMEASURES_BY_TYPE,
  type Countermeasure,
  CREDIT_SELLING_CUTS,
  CREDIT_SELLING_REASONS,
  CREDIT_SELLING_TYPES,
  type CreditSellingClient,
  type CreditSellingOptions,
  type CreditSellingPlace,
  type CreditSellingReason,
  type CreditSellingResult,
  type CreditSellingType,
} from "./portfolio/quadrants/credit-selling.js";
export { type Judged } from "./portfolio/quadrants/judged.js";
export {
  POLICIES_BY_QUADRANT,
  QUADRANT_POLICIES,
  QUADRANT_REASONS,
  QUADRANTS,
  type Quadrant,
  type QuadrantPolicy,
  type QuadrantReason,
  type QuadrantSummary,
  VOLUME_LOYALTY_CUTS,
  type VolumeCut,
  type VolumeLoyaltyClient,
  type VolumeLoyaltyOptions,
  type VolumeLoyaltyPlace,
  type VolumeLoyaltyResult,
} from "./portfolio/quadrants/volume-loyalty.js";
export { portfolioRisk } from "./portfolio/risk/portfolio-risk.js";
export {
  type Departure,
  RISK_LEVELS,
  RISK_MARKS,
  RISKS,
  type Risk,
  type RiskClient,
  type RiskFigure,
  type RiskLevel,
  type RiskMarks,
  type RiskOptions,
  type RiskResult,
  TOP_CLIENTS,
} from "./portfolio/risk/risk.js";
export { compareRivals } from "./portfolio/rivals/compare-rivals.js";
export {
  CLIENT_CHANCES,
  type ClientChance,
  COVERAGE_POSITIONS,
  type CoverageComparison,
  type CoveragePosition,
  type OurOffer,
  PRICE_KINDS,
  PRICE_POSITIONS,
  type PriceComparison,
  type PriceKind,
  type PricePosition,
  RIVAL_ASPECTS,
  type RivalAspect,
  type RivalComparison,
  type RivalFacts,
  type RivalsComparison,
  type UndercutPrice,
} from "./portfolio/rivals/rivals.js";
export { selectKeyAccounts } from "./portfolio/selection/select-key-accounts.js";
export {
  type AccountClient,
  type AccountJudgement,
  type AccountPlace,
  PYRAMID_TIERS,
  type PyramidTier,
  SELECTING_GRADES,
  SELECTION_REASONS,
  SELECTIONS,
  type Selection,
  type SelectionOptions,
  type SelectionReason,
  type SelectionResult,
} from "./portfolio/selection/selection.js";
export { recommendDevelopmentStrategy } from "./portfolio/strategy/recommend-strategy.js";
export {
  CONDITION_STATES,
  type ConditionState,
  DEVELOPMENT_STRATEGIES,
  type DevelopmentStrategy,
  FITS,
  type Fit,
  STRATEGY_CONDITIONS,
  STRATEGY_IMPLICATIONS,
  STRATEGY_RULES,
  type StrategyAdvice,
  type StrategyCondition,
  type StrategyFacts,
  type StrategyImplication,
  type StrategyOption,
} from "./portfolio/strategy/strategy.js";
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
export { type WorthIssue, type WorthIssueCode, type WorthIssueDetails } from "./portfolio/worth/issue.js";
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
