export type {
  AskedColumns,
  ColumnInterval,
  ColumnOptions,
  ColumnScores,
  InvalidCells,
  PointColumn,
  PointColumns,
} from "./evaluation/columns/column-scores.js";
export type {
  ChoiceColumn,
  CodeColumn,
  ColumnOf,
  Columns,
  FlagColumn,
  MaskedColumn,
  NumberColumn,
} from "./evaluation/columns/columns.js";
export { pointsAt } from "./evaluation/columns/points-at.js";
export { scoreColumns } from "./evaluation/columns/score-columns.js";
export { type CompareOptions, compareEvaluations } from "./evaluation/comparison/compare-evaluations.js";
export {
  CHANGE_CODES,
  type ChangeCode,
  type ChangePart,
  COMPARISON_METHODS,
  type ComparedRow,
  type ComparedSide,
  type ComparisonMethod,
  type EvaluationComparison,
  type IndicatorShare,
} from "./evaluation/comparison/comparison.js";
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
export { evaluateAll, type MappedRowsOptions } from "./evaluation/evaluate-all.js";
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
export {
  type AnswerCost,
  type AnswerCostOf,
  type AnswerReach,
  type CostOf,
  GOAL_OBSTACLE_CODES,
  type GoalChange,
  type GoalChangeOf,
  type GoalObstacle,
  type GoalObstacleCode,
  type GoalOptions,
  type GoalPlan,
  type Goals,
  type NumberCost,
  type NumberReach,
  type ReachableGoals,
  type ReachOf,
  type UnreachableGoals,
} from "./evaluation/goals/goals.js";
export { goalsFor } from "./evaluation/goals/goals-for.js";
export {
  GRADE_MOVE_CODES,
  type GradeCount,
  type GradeMoveCode,
  type GradeMover,
  type Impact,
  type ImpactIssue,
  type ScoreAndGrade,
  type ScoreShift,
} from "./evaluation/impact/impact.js";
export type { PortfolioRow } from "./evaluation/impact/portfolio.js";
export { type ImpactOptions, previewImpact } from "./evaluation/impact/preview-impact.js";
export {
  LINT_FINDING_CODES,
  LINT_SEVERITIES,
  type LintFinding,
  type LintFindingCode,
  type LintFindingDetails,
  type LintSeverity,
} from "./evaluation/lint/finding.js";
export type { LabelLocale } from "./evaluation/lint/labels.js";
export { type LintOptions, lintScorecard } from "./evaluation/lint/lint-scorecard.js";
export { parseFacts } from "./evaluation/parse-facts.js";
export { nextQuestions } from "./evaluation/questions/next-questions.js";
export {
  type AnswerOutcome,
  LIMIT_EFFECTS,
  type LimitEffect,
  type NextQuestion,
  type NextQuestionLimit,
  type NextQuestionOf,
  type NextQuestions,
  SETTLEMENTS,
  type Settlement,
} from "./evaluation/questions/questions.js";
export { hashScorecard } from "./evaluation/resolved/resolve.js";
export type { EvaluateAllOptions, RowResult } from "./evaluation/row-result.js";
export {
  type GradeFlip,
  type OrderStability,
  type OrderSwap,
  SCORE_ORDERS,
  type ScoreOrder,
  STABILITY_STATUSES,
  type Stability,
  type StabilityStatus,
  type WeightChange,
  type WeightMoves,
  type WeightReport,
  type WeightSearch,
} from "./evaluation/stability/result.js";
export { type StabilityOptions, stability } from "./evaluation/stability/stability.js";
export { rankByTopsis, type TopsisAlternative, type TopsisOptions } from "./evaluation/topsis/rank-by-topsis.js";
export {
  TOPSIS_NORMALISATIONS,
  TOPSIS_NOTE_CODES,
  type TopsisCriterion,
  type TopsisEnd,
  type TopsisNormalisation,
  type TopsisNote,
  type TopsisNoteCode,
  type TopsisNoteDetails,
  type TopsisPlace,
  type TopsisRanking,
} from "./evaluation/topsis/ranking.js";
export type { CriticFigures } from "./evaluation/weights/data/critic.js";
export type { EntropyFigures } from "./evaluation/weights/data/entropy.js";
export { MISSING_ROWS, type MissingRows } from "./evaluation/weights/data/read-table.js";
export {
  BETTER_DIRECTIONS,
  type BetterDirection,
  type DataCell,
  type DataColumns,
  type DataRows,
} from "./evaluation/weights/data/table.js";
export {
  DATA_METHODS,
  type DataMethod,
  type DataOptions,
  type DataWeighting,
  ENTROPY_SCALINGS,
  type EntropyScaling,
  weightsFromData,
} from "./evaluation/weights/from-data.js";
export { type PairsOptions, type PairsWeighting, weightsFromPairs } from "./evaluation/weights/from-pairs.js";
export {
  POINTS_METHODS,
  type PointsMethod,
  type PointsOptions,
  weightsFromPoints,
} from "./evaluation/weights/from-points.js";
export {
  RANKING_METHODS,
  type RankingMethod,
  type RankingOptions,
  weightsFromRanking,
} from "./evaluation/weights/from-ranking.js";
export type { PairsConsistency } from "./evaluation/weights/pairs/consistency.js";
export type { PairFit, WorstPair } from "./evaluation/weights/pairs/fit.js";
export type { PairJudgement } from "./evaluation/weights/pairs/judgement.js";
export { RANDOM_INDEXES, type RandomIndex } from "./evaluation/weights/pairs/random-index.js";
export type { PairRatio } from "./evaluation/weights/pairs/ratio.js";
export {
  WEIGHTING_METHODS,
  WEIGHTING_NOTE_CODES,
  type Weighting,
  type WeightingMethod,
  type WeightingNote,
  type WeightingNoteCode,
  type WeightingNoteDetails,
  type WeightingOptions,
} from "./evaluation/weights/weighting.js";
export { calibrateExperience } from "./experience/calibrate/calibrate-experience.js";
export {
  CALIBRATION_WARNING_CODES,
  type CalibratedSignal,
  type Calibration,
  type CalibrationOptions,
  type CalibrationSmoothing,
  type CalibrationWarning,
  type CalibrationWarningCode,
  type SignalSeparation,
} from "./experience/calibrate/calibration.js";
export { evaluateExperience } from "./experience/calibrate/evaluate-experience.js";
export type {
  ExperienceEvaluation,
  ExperienceEvaluationOptions,
  ForeseenShift,
  WarningEvaluation,
} from "./experience/calibrate/evaluation.js";
export type { ExperienceLabel, LabelledHistory, RaisedWarning } from "./experience/calibrate/labelled.js";
export { advanceExperience } from "./experience/classify/advance.js";
export { classifyExperience } from "./experience/classify/classify.js";
export type { ExperienceOptions } from "./experience/classify/options.js";
export type { CountedObservation, ExperienceState, SeenSignal, StageBoundary } from "./experience/filter/state.js";
export type { ExperienceIssue, ExperienceIssueDetails } from "./experience/history/issue.js";
export type {
  ExperienceHistory,
  ExperienceObservation,
  ExperienceProvenance,
} from "./experience/history/observation.js";
export { defineExperienceModel } from "./experience/model/define-model.js";
export {
  type ExperienceModelExtension,
  type ExtendedSignals,
  extendExperienceModel,
} from "./experience/model/extend-model.js";
export {
  type ByStage,
  EXPERIENCE_STAGES,
  type ExperienceModel,
  type ExperienceModelDefinition,
  type ExperiencePeriod,
  type ExperienceStage,
  type HandbookSignals,
  type LeastEvidence,
  type PaceOf,
  PERIOD_UNITS,
  type PeriodUnit,
  type SignalLevels,
  type SignalOf,
  type ThresholdsOf,
} from "./experience/model/model.js";
export {
  type DerivedHistory,
  type DerivedObservation,
  type ExperienceDerivation,
  type ExperienceRecordIssue,
  type ExperienceRecordIssueDetails,
  type ObservedExperience,
  RECORD_SOURCES,
  type RecordRef,
  type RecordSource,
} from "./experience/observe/derived.js";
export {
  CUT_FIGURES,
  type CutFigure,
  EXPERIENCE_CUTS,
  EXPERIENCE_FIGURES,
  EXPERIENCE_WINDOWS,
  type ExperienceCut,
  type ExperienceCuts,
  type ExperienceFigure,
  type ExperienceWindows,
} from "./experience/observe/figures.js";
export { observeExperience } from "./experience/observe/observe-experience.js";
export type { ObserveOptions } from "./experience/observe/options.js";
export {
  DECIDER_FUNCTIONS,
  DECIDER_LEVELS,
  type DeciderFunction,
  type DeciderLevel,
  type DecisionContact,
  type DecisionRecord,
  type ExperienceRecord,
  type ExperienceRecords,
  type OrderRecord,
  type QuotationRecord,
  SPECIFICATION_AUTHORS,
  type SpecificationAuthor,
  type SpecificationRecord,
  type SupportRecord,
  type VisitRecord,
} from "./experience/observe/records.js";
export {
  EXPERIENCE_RISKS,
  type ExperienceAtRisk,
  type ExperienceClient,
  type ExperienceLine,
  type ExperienceMatrixRow,
  type ExperiencePortfolio,
  type ExperiencePosition,
  type ExperienceRisk,
  type ExperienceSum,
} from "./experience/portfolio/portfolio.js";
export { portfolioExperience } from "./experience/portfolio/portfolio-experience.js";
export {
  CONTRADICTION_CODES,
  type Contradiction,
  type ContradictionCode,
  EXPERIENCE_DIRECTIONS,
  type ExperienceDirection,
  type ExperienceEvidence,
  type ExperienceHistoryPeriod,
  type ExperienceModelRef,
  type ExperienceMovement,
  type ExperienceResult,
  type ExperienceSpeed,
  LEANINGS,
  type Leaning,
  type NamedStage,
  UNDETERMINED_REASONS,
  type UndeterminedReason,
} from "./experience/result/result.js";
export { type ExperienceReview, reviewExperience } from "./experience/review.js";
export {
  PRODUCT_MATURITIES,
  type ProductMaturity,
  SELLING_CONDITIONS,
  SELLING_COSTS,
  SELLING_FITS,
  SELLING_OBJECTIONS,
  SELLING_STATES,
  SELLING_STRATEGIES,
  type SellingCondition,
  type SellingCost,
  type SellingFit,
  type SellingObjection,
  type SellingState,
  type SellingStrategy,
} from "./experience/selling/codes.js";
export { recommendSelling } from "./experience/selling/recommend-selling.js";
export { SELLING_RULES, type SellingRule } from "./experience/selling/rules.js";
export type {
  SellingAdvice,
  SellingCounterweight,
  SellingEvidence,
  SellingExperience,
  SellingOption,
  SellingSignal,
  SellingSituation,
  SellingWarning,
} from "./experience/selling/selling.js";
export { EXPERIENCE_WARNING_RULES } from "./experience/warnings/default-rules.js";
export { defineWarningRules } from "./experience/warnings/define-rules.js";
export { experienceWarnings } from "./experience/warnings/experience-warnings.js";
export type {
  ExperienceWarning,
  ExperienceWarningOptions,
  ExperienceWarnings,
  WarningEvidence,
} from "./experience/warnings/result.js";
export {
  type ContactRule,
  EXPERIENCE_WARNING_CODES,
  type ExperienceWarningCode,
  type ExperienceWarningRule,
  type JoinRule,
  type LevelRule,
  type ObservedRule,
  type RuleBase,
} from "./experience/warnings/rule.js";
export type { ToldWarning } from "./experience/warnings/standing.js";
export {
  type CalendarDefinition,
  type DaySpan,
  type TimeOfDay,
  WEEKDAYS,
  type Weekday,
  type Workday,
  type WorkingCalendar,
  type WorkingSpan,
  type WorkingWeek,
  type ZoneChange,
  type ZoneOffset,
} from "./ground/calendar/calendar.js";
export {
  CALLING_TIMES,
  type CallingTime,
  type CallingWindow,
  CONTACT_FAMILIARITIES,
  type ContactFamiliarity,
  callingTimeAt,
  callingWindows,
} from "./ground/calendar/calling-windows.js";
export { defineCalendar } from "./ground/calendar/define-calendar.js";
export type { HostClock } from "./ground/calendar/host-clock.js";
export { type CalendarWeek, calendarWeeks } from "./ground/calendar/weeks.js";
export { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from "./ground/calendar/working-days.js";
export { dayAt, momentAt, workingMinutes } from "./ground/calendar/working-time.js";
export { type Instant, isInstant, isPlainDate, type PlainDate } from "./ground/dates.js";
export {
  isKeyAccountError,
  KeyAccountError,
  type KeyAccountErrorCode,
  type KeyAccountErrorDetails,
} from "./ground/error.js";
export {
  type ArgumentIssue,
  type ArgumentIssueDetails,
  EXPECTED_TYPES,
  type ExpectedType,
  type ExpectedTypes,
  type ExperienceModelIssue,
  type ExperienceModelIssueDetails,
  type FactIssue,
  type FactIssueDetails,
  type FormIssue,
  type FormIssueDetails,
  type IssueOf,
  type JsonIssue,
  type JsonIssueDetails,
  type Path,
  type PortfolioIssue,
  type PortfolioIssueDetails,
  type ProcessIssue,
  type ProcessIssueDetails,
  type RowIssue,
  type RowIssueDetails,
  type ScorecardIssue,
  type ScorecardIssueDetails,
  type SweepIssue,
  type SweepIssueDetails,
} from "./ground/issue.js";
export type { Json, JsonObject } from "./ground/json.js";
export type { PlainMonth } from "./ground/months.js";
export type { DecimalString, Quantity } from "./ground/numeral.js";
export type { Failed, Ok, Result } from "./ground/result.js";
export { ATTITUDES, type Attitude, VISIT_TOPICS, type VisitTopic } from "./ground/vocabulary.js";
export type { Words, WordTable } from "./ground/words.js";
export { checkLocale } from "./locale/check-locale.js";
export type { StoryWarning } from "./locale/experience-lines.js";
export { extendLocale, type LocaleWords } from "./locale/extend-locale.js";
export { formatComparison } from "./locale/format-comparison.js";
export { formatDecisionMap } from "./locale/format-decision-map.js";
export { formatEvaluation } from "./locale/format-evaluation.js";
export { type ExperienceStoryOptions, formatExperience } from "./locale/format-experience.js";
export { formatImpact } from "./locale/format-impact.js";
export { type FormattableIssue, formatIssue } from "./locale/format-issue.js";
export { formatNote } from "./locale/format-note.js";
export { formatOpportunity } from "./locale/format-opportunity.js";
export { formatQuestion } from "./locale/format-question.js";
export { type FormattableReason, formatReason, type PlainReason } from "./locale/format-reason.js";
export { formatAuditFault, formatPathStep, formatRefusal } from "./locale/format-refusal.js";
export { formatTrust } from "./locale/format-trust.js";
export { formatVisitPlan } from "./locale/format-visit-plan.js";
export { formatVisitReason, type VisitReason } from "./locale/format-visit-reason.js";
export type {
  ChartWord,
  Comparison,
  ComparisonWord,
  DecisionMapWord,
  ExperienceLevelWords,
  ExperienceWord,
  HandbookFacts,
  HandbookGrade,
  HandbookGroup,
  HandbookIndicator,
  HandbookOptions,
  HandbookScorecard,
  ImpactWord,
  IssueCode,
  Locale,
  OpportunityWord,
  SurveyOption,
  SurveyOptionWords,
  SurveyWord,
  TableWord,
  TrustWord,
  ValueType,
  VocabularyWords,
} from "./locale/locale.js";
export { PLURAL_CATEGORIES, type PluralCategory, type PluralRules } from "./locale/plural.js";
export { type ProcessNames, processNames } from "./locale/process/process-names.js";
export type { ProcessTextOptions } from "./locale/process/process-text-options.js";
export type { HandbookProcessIds, MilestoneRule, ProcessWords, SharedRefusalCode } from "./locale/process/words.js";
export type { VisitPlanWord, VisitWords } from "./locale/visit-words.js";
export { appendEvents, openRecord } from "./milestones/append-events.js";
export { askDecisionMap, type DecisionGate, type UnprovenStandard } from "./milestones/ask-decision-map.js";
export { type Audit, type AuditOptions, audit } from "./milestones/audit.js";
export { AUDIT_FAULTS, type AuditFault, type AuditFaultCode } from "./milestones/audit-fault.js";
export {
  COMMAND_TYPES,
  type CommandData,
  type CommandHead,
  type CommandType,
  type ProcessCommand,
  type ProcessMove,
} from "./milestones/command.js";
export { type DecideOptions, decide } from "./milestones/decide/decide.js";
export {
  type ApprovalDefinition,
  defineProcess,
  type FieldDefinition,
  type FormDefinition,
  type MilestoneDefinition,
  type ProcessDefinition,
  type StandardDefinition,
  type TaskDefinition,
} from "./milestones/definition/define.js";
export {
  EARLY_EFFORTS,
  type EarlyEffort,
  EFFORT_MEASURES,
  type EffortMeasure,
  type EffortRule,
  type EvidenceNeed,
  FIELD_KINDS,
  type FieldKind,
  type MigrationRule,
  type OverrideRule,
  type Process,
  type ProcessApproval,
  type ProcessField,
  type ProcessForm,
  type ProcessIds,
  type ProcessIdsOf,
  type ProcessMilestone,
  type ProcessName,
  type ProcessRole,
  type ProcessStandard,
  type ProcessTask,
  SEPARATIONS,
  type Separation,
} from "./milestones/definition/process.js";
export {
  type Cost,
  type Cures,
  EVIDENCE_KINDS,
  type EventHead,
  type Evidence,
  type EvidenceKind,
  type FormContent,
  type FormFields,
  type ImportedStay,
  type Migration,
  type Passage,
  type ProcessEvent,
  type ProcessEventData,
  type ProcessEventType,
  type Return,
  type Unmet,
  type WonAt,
} from "./milestones/event.js";
export { evolve, replay } from "./milestones/fold/evolve.js";
export { type DealHistory, importHistory } from "./milestones/history/import-history.js";
export { type MigrateOptions, type MigrationResult, migrate } from "./milestones/history/migrate.js";
export { type PathStep, pathTo } from "./milestones/path-to.js";
export { type PendingApproval, pendingApprovals } from "./milestones/pending-approvals.js";
export {
  AGE_CUTS,
  type AgeBand,
  type CurrencyAmount,
  DAY_UNITS,
  type DaySpread,
  type DayUnit,
  DEAL_OUTCOMES,
  type DealAmount,
  type DealOutcome,
  type EffortTotal,
  type LossFigure,
  type OpenDeal,
  type OutcomeFigure,
  type Pipeline,
  type PipelineMilestone,
  type PipelineOptions,
  type PipelineRecord,
  type WeightedAmount,
} from "./milestones/pipeline/figures.js";
export { pipeline } from "./milestones/pipeline/pipeline.js";
export { type Asker, availableMoves, type MoveChance, whyNot } from "./milestones/queries.js";
export type { ProcessRecord, StoredEvent } from "./milestones/record.js";
export {
  type Decision,
  INVOLVEMENTS,
  type Involvement,
  type Refusal,
  type RefusalCode,
  type RefusalDetails,
  type Refused,
} from "./milestones/refusal.js";
export {
  type ApprovalState,
  type Closing,
  type EffortState,
  type FormState,
  type LeftProcess,
  type Override,
  type Pause,
  PROCESS_STATUSES,
  type ProcessState,
  type ProcessStatus,
  STAY_ENTRIES,
  STAY_EXITS,
  type Stamp,
  type StandardState,
  type Stay,
  type StayEntry,
  type StayExit,
  type TaskState,
  type WorkStamp,
} from "./milestones/state.js";
export type { DealContacts } from "./milestones/time/contacts.js";
export { milestoneTimes } from "./milestones/time/milestone-times.js";
export type {
  DueTime,
  MilestoneSum,
  MilestoneTimes,
  MilestoneTimesOptions,
  StayTimes,
  TaskTime,
} from "./milestones/time/times.js";
export type {
  ActivityReview,
  ActivityReviewOptions,
  ActivitySum,
  KindSum,
  PurposeSum,
  ReviewedActivity,
  ShareBetween,
} from "./opportunities/activities/activities.js";
export { activityReview } from "./opportunities/activities/activity-review.js";
export {
  EVIDENCE_BY_STAGE,
  FUNNEL_EVIDENCE,
  FUNNEL_STAGES,
  type FunnelEvidence,
  type FunnelFacts,
  type FunnelPosition,
  type FunnelStage,
  type FunnelStageState,
} from "./opportunities/funnel/funnel.js";
export { funnelStage } from "./opportunities/funnel/funnel-stage.js";
export { competitivePosition } from "./opportunities/position/competitive-position.js";
export {
  ADVANTAGE_OWNERS,
  ADVANTAGES,
  type Advantage,
  type AdvantageFacts,
  type AdvantageOwner,
  type AdvantageState,
  type CompetitivePosition,
  LEADS,
  type Lead,
  type PositionFacts,
  RIVAL_STANDINGS,
  type RivalLead,
  type RivalPosition,
  type RivalStanding,
} from "./opportunities/position/position.js";
export {
  type EffortFooting,
  type GroupQualification,
  OPPORTUNITY_DECISIONS,
  OPPORTUNITY_WARNINGS,
  type OpportunityDecision,
  type OpportunityQualification,
  type OpportunityScorecard,
  type OpportunitySpend,
  type OpportunityWarning,
  type OpportunityWarningCode,
  type QualifyOptions,
} from "./opportunities/qualify/qualification.js";
export { qualifyOpportunity } from "./opportunities/qualify/qualify-opportunity.js";
export { matchSellers } from "./opportunities/sellers/match-sellers.js";
export {
  SELLER_SKILLS,
  type Seller,
  type SellerMatch,
  type SellerMatches,
  type SellerSkill,
  SKILL_LEVELS,
  type SkillFacts,
  type SkillLevel,
  type SkillMatch,
  type SkillSupply,
} from "./opportunities/sellers/sellers.js";
export { DECISION_FACTS, type DecisionFact, type DecisionFactCode } from "./people/map/decision-facts.js";
export {
  COVERAGE_REASONS,
  COVERAGES,
  type Coverage,
  type CoverageReason,
  type CoveringMember,
  type DeciderPaths,
  type DecisionLine,
  type DecisionMap,
  type DecisionPerson,
  type InfluencePath,
  LINE_KINDS,
  type LineKind,
  type Opponent,
  type PartCoverage,
  REACHES,
  type Reach,
  THREAD_RISKS,
  type ThreadRisk,
  type Threads,
} from "./people/map/decision-map.js";
export { mapDecisionMakers } from "./people/map/map-decision-makers.js";
export {
  type DecisionMapOptions,
  type DecisionNeeds,
  type MapContact,
  TEAM_RANKS,
  type TeamMember,
  type TeamRank,
} from "./people/map/map-options.js";
export { BUYING_PARTS, type BuyingPart, DECISION_NEEDS, PART_BY_ROLE } from "./people/map/parts.js";
export {
  SEE_REASONS,
  SENDER_REASONS,
  type SeeNext,
  type SeeReason,
  type SeeReasonCode,
  type Sender,
  type SenderReason,
} from "./people/map/see-next.js";
export {
  EVIDENCE_BY_RELATION,
  type ImpossibleMove,
  RUNGS_BY_LADDER,
  TRUST_EVIDENCE,
  TRUST_LADDERS,
  TRUST_STEPS,
  type TrustEntry,
  type TrustEvidence,
  type TrustLadder,
  type TrustMove,
  type TrustMoves,
  type TrustOptions,
  type TrustStep,
  type TrustStepKind,
} from "./people/trust/trust.js";
export { trustMoves } from "./people/trust/trust-moves.js";
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
  type AbcReasonCode,
  type AbcResult,
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
export { breakDownGoal } from "./portfolio/goals/break-down.js";
export { goalCoverage } from "./portfolio/goals/goal-coverage.js";
export {
  type BreakDownOptions,
  type CoveredGoal,
  GOAL_FINDINGS,
  GOAL_PERIODS,
  type GoalCoverage,
  type GoalCoverageOptions,
  type GoalFinding,
  type GoalFindingCode,
  type GoalItem,
  type GoalPart,
  type GoalPeriod,
  type SalesGoal,
} from "./portfolio/goals/goals.js";
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
export {
  type BothSides,
  PARTNERSHIP_BALANCES,
  PARTNERSHIP_VERDICTS,
  type Partnership,
  type PartnershipBalance,
  type PartnershipFacts,
  type PartnershipVerdict,
} from "./portfolio/partnership/partnership.js";
export { weighPartnership } from "./portfolio/partnership/weigh-partnership.js";
export {
  type AccountPlan,
  MEASURE_STATES,
  type MeasureState,
  PLAN_FINDINGS,
  type PlanFinding,
  type PlanFindingCode,
  type PlanMeasure,
  type PlanReview,
  type ReviewPlanOptions,
  type StageGoal,
  SWOT_SIDES,
  type SwotEntry,
  type SwotSide,
} from "./portfolio/plan/account-plan.js";
export { reviewPlan } from "./portfolio/plan/review-plan.js";
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
  type RiskMeasures,
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
export type { Judged } from "./portfolio/quadrants/judged.js";
export {
  POLICIES_BY_QUADRANT,
  QUADRANT_POLICIES,
  QUADRANT_REASONS,
  QUADRANTS,
  type Quadrant,
  type QuadrantPolicy,
  type QuadrantReason,
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
  RISK_REASONS,
  RISKS,
  type Risk,
  type RiskClient,
  type RiskFigure,
  type RiskLevel,
  type RiskMarks,
  type RiskOptions,
  type RiskReason,
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
export {
  type ClientSales,
  MOST_SALES_ISSUES,
  type OtherCurrency,
  type SalesLine,
  type SalesOptions,
  type SalesResult,
  type SalesSums,
} from "./portfolio/sales/sales.js";
export { salesByClient } from "./portfolio/sales/sales-by-client.js";
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
export type { AmountSummary, ClientsSummary } from "./portfolio/summary.js";
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
export {
  INPUT_BY_LEVER,
  LIFETIME_HORIZONS,
  LIFETIME_INPUTS,
  LIFETIME_LEVERS,
  LIFETIME_TIMINGS,
  type LifetimeFacts,
  type LifetimeHorizon,
  type LifetimeInput,
  type LifetimeLever,
  type LifetimeOptions,
  type LifetimePeriod,
  type LifetimeSensitivity,
  type LifetimeTiming,
  type LifetimeValue,
  RETENTION_CHANGES,
} from "./portfolio/worth/lifetime.js";
export { lifetimeValue } from "./portfolio/worth/lifetime-value.js";
export {
  APPOINTMENT_FINDINGS,
  APPOINTMENT_STATES,
  type AppointmentCheck,
  type AppointmentFinding,
  type AppointmentFindingCode,
  type AppointmentOptions,
  type AppointmentState,
  type Booking,
} from "./visits/appointment/check.js";
export { checkAppointment } from "./visits/appointment/check-appointment.js";
export {
  CADENCE_REASONS,
  CADENCE_STATES,
  CADENCE_TABLE,
  type CadenceClient,
  type CadenceOptions,
  type CadencePlace,
  type CadenceReason,
  type CadenceReasonCode,
  type CadenceRule,
  type CadenceState,
  LEAST_CONTACTS,
  type VisitCadence,
} from "./visits/cadence/cadence.js";
export { type ClientSeen, type ClientsSeen, clientsSeen, type SeenOptions } from "./visits/cadence/clients-seen.js";
export { visitCadence } from "./visits/cadence/visit-cadence.js";
export {
  FIRST_CONTACT_REASONS,
  FIRST_CONTACT_RULES,
  FIRST_CONTACT_WAYS,
  type FirstContact,
  type FirstContactFacts,
  type FirstContactOption,
  type FirstContactReason,
  type FirstContactRule,
  type FirstContactWay,
  RULES_BY_WAY,
  WAYS_IN,
  type WayIn,
} from "./visits/contact/first-contact.js";
export { recommendFirstContact } from "./visits/contact/recommend-first-contact.js";
export {
  FOLLOW_UP_DAYS,
  FOLLOW_UP_NOTES,
  FOLLOW_UP_STATES,
  type FollowUpNote,
  type FollowUpOptions,
  type FollowUpPlace,
  type FollowUpState,
  type FollowUps,
} from "./visits/follow-up/follow-up.js";
export { followUps } from "./visits/follow-up/follow-ups.js";
export {
  type IdentifyOptions,
  JUDGEMENT_STEPS,
  type JudgementStep,
  TARGET_AGES,
  TARGET_FACTS,
  TARGET_MARKS,
  TARGET_REASONS,
  TARGET_STATUSES,
  TARGET_VERDICTS,
  type TargetAges,
  type TargetFact,
  type TargetHistory,
  type TargetIdentification,
  type TargetReason,
  type TargetReasonCode,
  type TargetStatus,
  type TargetVerdict,
} from "./visits/identify/identify.js";
export { identifyTarget } from "./visits/identify/identify-target.js";
export {
  type LibraryContext,
  type LibraryItem,
  type LibraryQuestion,
  OPEN_PARTS,
  type OpenPart,
  type OpenPartCode,
  PLAN_REASONS,
  type PlanMap,
  type PlanMember,
  type PlannedVisit,
  type PlanPeople,
  type PlanReason,
  type PlanReasonCode,
  type ValueJudgement,
  type VisitLibrary,
  type VisitSituation,
} from "./visits/plan/plan.js";
export { planVisit } from "./visits/plan/plan-visit.js";
export {
  CONDUCT_RULES,
  type ConductRule,
  FIRST_VISIT_STEPS,
  type FirstVisitStep,
  MATERIAL_BY_MILESTONE,
  MATERIAL_BY_WAY,
  type MilestoneMaterial,
  PREPARED_WITH,
  PURPOSES_BY_FOCUS,
  VISIT_MATERIALS,
  VISIT_SUBJECTS,
  VISIT_TASKS,
  VISITOR_RANKS,
  type VisitMaterial,
  type VisitorRank,
  type VisitSubject,
  type VisitTask,
} from "./visits/plan/rules.js";
export { analyseFailures } from "./visits/record/analyse-failures.js";
export type {
  CauseChange,
  CauseCount,
  CauseShare,
  ClientSegment,
  FailureAnalysis,
  FailureOptions,
  FailureStory,
  SegmentFailures,
} from "./visits/record/failures.js";
export type {
  ContactMeeting,
  FeedAnswers,
  FeedOptions,
  FeedRecord,
  LearntFact,
  VisitFeeds,
} from "./visits/record/feeds.js";
export type { AnswerForm } from "./visits/record/read-forms.js";
export {
  type PartReview,
  RECORD_PARTS,
  REVIEW_STATES,
  REVIEWED_PARTS,
  type RecordPart,
  type ReviewedAnswer,
  type ReviewedPart,
  type ReviewOptions,
  type ReviewState,
  VISIT_CONSEQUENCES,
  VISIT_FINDINGS,
  type VisitConsequence,
  type VisitFinding,
  type VisitFindingCode,
  type VisitReview,
} from "./visits/record/review.js";
export { reviewVisit } from "./visits/record/review-visit.js";
export { visitFeeds } from "./visits/record/visit-feeds.js";
export { type MetContact, withMeetings } from "./visits/record/with-meetings.js";
export {
  defineSurvey,
  type KnownQuestionKeys,
  type SurveyDefinition,
  type UnknownQuestionKey,
} from "./visits/survey/define-survey.js";
export { type ExtendedAnswers, extendSurvey, type SurveyExtension } from "./visits/survey/extend-survey.js";
export { factsFromSurvey } from "./visits/survey/facts-from-survey.js";
export {
  type AnswerType,
  type AnswerTypeOf,
  type AnswerTypes,
  type AnswerValueOf,
  type FactNameOf,
  type NamedAmount,
  QUESTION_KINDS,
  type QuestionCommon,
  type QuestionDefinition,
  type QuestionFor,
  type QuestionKind,
  type QuestionKindFor,
  type QuestionOf,
  type QuestionOptionsFor,
  type QuestionParts,
  SURVEY_FACETS,
  SURVEY_UNITS,
  type SurveyAnswerOf,
  type SurveyAnswersOf,
  type SurveyFacet,
  type SurveyFact,
  type SurveyFacts,
  type SurveyForm,
  type SurveyQuestion,
  type SurveyUnit,
  type SurveyValue,
} from "./visits/survey/form.js";
export {
  ANSWER_STATES,
  type AnswerState,
  type AnswersById,
  type AnswersRecord,
  CONTRADICTION_RULES,
  type ContradictionRule,
  type GivenAnswer,
  type LearntRecord,
  SURVEY_ASK_REASONS,
  type SurveyAnswer,
  type SurveyAsk,
  type SurveyAskReason,
  type SurveyCompleteness,
  type SurveyContradiction,
  type SurveyFactsResult,
  type SurveyOptions,
  type SurveyProgress,
  type SurveyRecord,
} from "./visits/survey/progress.js";
export { surveyProgress } from "./visits/survey/survey-progress.js";
export { checkSweepReadiness } from "./visits/sweep/check-sweep-readiness.js";
export {
  type CoverageOptions,
  type CoverageResult,
  LEFT_OUT_CAUSES,
  type LeftOutCause,
  type SweepCoverage,
  type SweepPeriod,
  type SweepVisit,
} from "./visits/sweep/coverage.js";
export { type Coordinates, greatCircleMetres } from "./visits/sweep/great-circle.js";
export { planSweepRoute } from "./visits/sweep/plan-sweep-route.js";
export {
  PREPARATION_STATES,
  type PreparationState,
  type Prepared,
  SWEEP_PREPARATIONS,
  type SweepPreparation,
  type SweepPreparations,
  type SweepReadiness,
} from "./visits/sweep/readiness.js";
export {
  type ClientsWithoutPlace,
  MOST_SWEEP_CLIENTS,
  type PlacedClient,
  SWEEP_BOUNDS,
  type SweepBound,
  type SweepClient,
  type SweepDay,
  type SweepOptions,
  type SweepPlace,
  type SweepRoute,
  type SweepStart,
  UNROUTED_REASONS,
  type UnroutedReason,
} from "./visits/sweep/sweep.js";
export { sweepCoverage } from "./visits/sweep/sweep-coverage.js";
export { checkCooperation } from "./visits/terms/check-cooperation.js";
export {
  COOPERATION_FINDINGS,
  COOPERATION_PARTS,
  COOPERATION_STEPS,
  type CooperationCheck,
  type CooperationFinding,
  type CooperationOptions,
  type CooperationPart,
  type CooperationStep,
  type CooperationTerms,
} from "./visits/terms/terms.js";
export type { Travel, TravelLeg } from "./visits/travel.js";
export { planWeek } from "./visits/week/plan-week.js";
export {
  type DueVisit,
  type PlannedVisitTime,
  VISIT_MINUTES,
  WEEK_REASONS,
  type WeekClient,
  type WeekLeftOut,
  type WeekLoad,
  type WeekOptions,
  type WeekPerson,
  type WeekPlan,
  type WeekReason,
  type WeekReasonCode,
  type WeekSituation,
  type WeekVisit,
} from "./visits/week/week.js";
