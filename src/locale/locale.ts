import type { ChangeCode, ComparisonMethod } from "../evaluation/comparison/comparison.js";
import type { Kind, MissingPolicy } from "../evaluation/definition/kinds.js";
import type { FactStatus, ReasonCode, StrengthCode } from "../evaluation/evaluation.js";
import type { GoalObstacleCode } from "../evaluation/goals/goals.js";
import type { GradeMoveCode } from "../evaluation/impact/impact.js";
import type { LintFindingCode, LintSeverity } from "../evaluation/lint/finding.js";
import type { LimitEffect, Settlement } from "../evaluation/questions/questions.js";
import type { ScoreOrder, StabilityStatus } from "../evaluation/stability/result.js";
import type { TopsisNormalisation, TopsisNoteCode } from "../evaluation/topsis/ranking.js";
import type { MissingRows } from "../evaluation/weights/data/read-table.js";
import type { BetterDirection } from "../evaluation/weights/data/table.js";
import type { EntropyScaling } from "../evaluation/weights/from-data.js";
import type { RandomIndex } from "../evaluation/weights/pairs/random-index.js";
import type { WeightingMethod, WeightingNoteCode } from "../evaluation/weights/weighting.js";
import type { CalibrationWarningCode } from "../experience/calibrate/calibration.js";
import type { ExperienceIssueDetails } from "../experience/history/issue.js";
import type { HandbookSignals, PeriodUnit } from "../experience/model/model.js";
import type { RecordSource } from "../experience/observe/derived.js";
import type { ExperienceFigure } from "../experience/observe/figures.js";
import type { DeciderFunction, DeciderLevel, SpecificationAuthor } from "../experience/observe/records.js";
import type { ExperienceRisk } from "../experience/portfolio/portfolio.js";
import type {
  ContradictionCode,
  ExperienceDirection,
  Leaning,
  NamedStage,
  UndeterminedReason,
} from "../experience/result/result.js";
import type {
  ProductMaturity,
  SellingCondition,
  SellingCost,
  SellingFit,
  SellingObjection,
  SellingState,
  SellingStrategy,
} from "../experience/selling/codes.js";
import type { ExperienceWarningCode } from "../experience/warnings/rule.js";
import type { Weekday } from "../ground/calendar/calendar.js";
import type { CallingTime, ContactFamiliarity } from "../ground/calendar/calling-windows.js";
import type {
  ArgumentIssueDetails,
  ExpectedType,
  ExperienceModelIssueDetails,
  FactIssueDetails,
  FormIssueDetails,
  JsonIssueDetails,
  PortfolioIssueDetails,
  ProcessIssueDetails,
  RowIssueDetails,
  ScorecardIssueDetails,
  SweepIssueDetails,
} from "../ground/issue.js";
import type * as vocabulary from "../ground/vocabulary.js";
import type { Words, WordTable } from "../ground/words.js";
import type { ClientSurveyAnswers } from "../handbook/client-survey-answers.js";
import type { CreditFacts, SellingFacts } from "../handbook/credit-selling-scorecards.js";
import type { DealerFacts, DealerGrade, DealerGroup } from "../handbook/dealer-scorecard.js";
import type { DistributorFacts, DistributorGrade } from "../handbook/distributor-scorecard.js";
import type { KeyAccountFacts, KeyAccountGrade, KeyAccountGroup } from "../handbook/key-account-scorecard.js";
import type { LoyaltyFacts } from "../handbook/loyalty-scorecard.js";
import type { OpportunityFacts, OpportunityGrade, OpportunityGroup } from "../handbook/opportunity-scorecard.js";
import type { DayUnit, DealOutcome } from "../milestones/pipeline/figures.js";
import type { ModelIssueDetails } from "../models/issue.js";
import type { FunnelEvidence, FunnelStage } from "../opportunities/funnel/funnel.js";
import type { Advantage, AdvantageOwner, Lead, RivalStanding } from "../opportunities/position/position.js";
import type { OpportunityWarningCode } from "../opportunities/qualify/qualification.js";
import type { SellerSkill, SkillLevel } from "../opportunities/sellers/sellers.js";
import type { DecisionFactCode } from "../people/map/decision-facts.js";
import type { Coverage, CoverageReason, LineKind, Reach, ThreadRisk } from "../people/map/decision-map.js";
import type { TeamRank } from "../people/map/map-options.js";
import type { BuyingPart } from "../people/map/parts.js";
import type { SeeReasonCode, SenderReason } from "../people/map/see-next.js";
import type { TrustEvidence, TrustLadder, TrustStepKind } from "../people/trust/trust.js";
import type { AbcClass, AbcCounting, AbcEdge, AbcReasonCode, AbcTies } from "../portfolio/abc/abc.js";
import type { ArchiveAge, AskReason } from "../portfolio/archive/archive.js";
import type { ArchiveField, ArchiveSection } from "../portfolio/archive/fields.js";
import type { CareMeasure, CareState } from "../portfolio/care/care.js";
import type { GoalFindingCode, GoalPeriod } from "../portfolio/goals/goals.js";
import type { CareManner, FollowWay, LevelReason, Ranking } from "../portfolio/levels/levels.js";
import type { PartnershipBalance, PartnershipVerdict } from "../portfolio/partnership/partnership.js";
import type { MeasureState, PlanFindingCode, SwotSide } from "../portfolio/plan/account-plan.js";
import type { PruningRule, PruningVerdict } from "../portfolio/pruning/pruning.js";
import type { Countermeasure, CreditSellingReason, CreditSellingType } from "../portfolio/quadrants/credit-selling.js";
import type { Quadrant, QuadrantPolicy, QuadrantReason } from "../portfolio/quadrants/volume-loyalty.js";
import type { Risk, RiskLevel, RiskReason } from "../portfolio/risk/risk.js";
import type {
  ClientChance,
  CoveragePosition,
  PriceKind,
  PricePosition,
  RivalAspect,
} from "../portfolio/rivals/rivals.js";
import type { Selection, SelectionReason } from "../portfolio/selection/selection.js";
import type {
  ConditionState,
  DevelopmentStrategy,
  Fit,
  StrategyCondition,
  StrategyImplication,
} from "../portfolio/strategy/strategy.js";
import type { DevelopmentInput, WorthPart, WorthReasonCode, WorthVerdict } from "../portfolio/worth/development.js";
import type { EffortDecision, EffortReasonCode } from "../portfolio/worth/effort.js";
import type {
  EnthusiasmPhase,
  EnthusiasmReasonCode,
  NeedKind,
  NeedStatus,
  TouchSide,
} from "../portfolio/worth/enthusiasm.js";
import type { LifetimeHorizon, LifetimeInput, LifetimeLever, LifetimeTiming } from "../portfolio/worth/lifetime.js";
import type { Delimiter } from "../reports/csv/scan.js";
import type { FormFieldId, FormId } from "../reports/forms/form-ids.js";
import type { ApprovalState } from "../reports/forms/project-application.js";
import type { ReportWord } from "../reports/words.js";
import type {
  JudgementStep,
  TargetFact,
  TargetReasonCode,
  TargetStatus,
  TargetVerdict,
} from "../visits/identify/identify.js";
import type { QuestionKind, SURVEY_UNITS, SurveyFacet } from "../visits/survey/form.js";
import type { AnswerState, ContradictionRule, SurveyAskReason } from "../visits/survey/progress.js";
import type { LeftOutCause } from "../visits/sweep/coverage.js";
import type { PreparationState, SweepPreparation } from "../visits/sweep/readiness.js";
import type { SweepBound, UnroutedReason } from "../visits/sweep/sweep.js";
import type { PluralRules } from "./plural.js";
import type { ProcessWords } from "./process/words.js";
import type { VisitWords } from "./visit-words.js";

/** The facts that the handbook's scorecards ask for, all together. */
export type HandbookFacts = DealerFacts &
  DistributorFacts &
  KeyAccountFacts &
  OpportunityFacts &
  LoyaltyFacts &
  CreditFacts &
  SellingFacts;

/** Ids of the handbook's scorecards. */
export type HandbookScorecard =
  | "dealer"
  | "distributor"
  | "key-account"
  | "opportunity"
  | "loyalty"
  | "credit"
  | "selling";
/** Ids of all their indicators. */
export type HandbookIndicator = keyof HandbookFacts;
/** Ids of all their groups. */
export type HandbookGroup = DealerGroup | KeyAccountGroup | OpportunityGroup;
/** All their grades. */
export type HandbookGrade = DealerGrade | DistributorGrade | KeyAccountGrade | OpportunityGrade;
/** For each choice among their indicators a word for each of its options. */
export type HandbookOptions = {
  readonly [K in HandbookIndicator as HandbookFacts[K] extends string ? K : never]: Words<HandbookFacts[K] & string>;
};

/** The option codes among a question's answers. */
export type SurveyOption<V> = V extends readonly (infer E)[]
  ? E extends string
    ? string extends E
      ? never
      : E
    : never
  : V extends string
    ? string extends V
      ? never
      : V
    : never;
/** For each choice and ranking among the questions of the handbook's client survey a word for each of its options. */
export type SurveyOptionWords = {
  readonly [K in keyof ClientSurveyAnswers as [SurveyOption<ClientSurveyAnswers[K]>] extends [never]
    ? never
    : K]: Words<SurveyOption<ClientSurveyAnswers[K]>>;
};

/** The fixed words around a question: `hint` has `{question}` and `{hint}`, `range` `{min}` and `{max}`, `atLeast` `{min}`, `atMost` `{max}`, `ranking` `{options}`. */
export type SurveyWord = "hint" | "range" | "atLeast" | "atMost" | "ranking" | "or" | "and" | "amounts" | "list";

/** Every code that an issue of this package can have. */
export type IssueCode =
  | keyof JsonIssueDetails
  | keyof ScorecardIssueDetails
  | keyof FactIssueDetails
  | keyof RowIssueDetails
  | keyof PortfolioIssueDetails
  | keyof ArgumentIssueDetails
  | keyof ExperienceModelIssueDetails
  | keyof ExperienceIssueDetails
  | keyof SweepIssueDetails
  | keyof FormIssueDetails
  | keyof ProcessIssueDetails
  | keyof ModelIssueDetails;

/** What `expected` and `received` of a `wrong-type` or `not-json` issue name, where it isn't a value. */
export type ValueType = ExpectedType | "bigint" | "function" | "symbol" | "undefined";

type Lists = typeof vocabulary;
type CamelCase<S extends string> = S extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${Capitalize<CamelCase<Rest>>}`
  : Lowercase<S>;

/**
 * For each closed list of `keyaccount/models` a word for each of its codes: `clientKinds` for `CLIENT_KINDS`,
 * `purchaseRoles` for `PURCHASE_ROLES`, …
 */
export type VocabularyWords = { readonly [L in keyof Lists as CamelCase<L>]: Words<Lists[L][number]> };

/** The ways in which a limit compares, and that it bites on what isn't known. */
export type Comparison = "above" | "atLeast" | "below" | "atMost" | "is" | "unknown";

/** The fixed words of the table that `formatEvaluation` writes. */
export type TableWord =
  | "title"
  | "asOf"
  | "indicator"
  | "actual"
  | "standard"
  | "weight"
  | "points"
  | "lost"
  | "note"
  | "ungrouped"
  | "total"
  | "held"
  | "replaced"
  | "score"
  | "scoreOf"
  | "noScore"
  | "rescaled"
  | "interval"
  | "intervalOf"
  | "unbounded"
  | "scoreAbove"
  | "scoreBelow"
  | "coverage"
  | "coverageOf"
  | "grade"
  | "gradeCertain"
  | "gradeOpen"
  | "noGrade"
  | "limits"
  | "limit"
  | "reasons"
  | "strengths"
  | "unknown"
  | "issues"
  | "and"
  | "or"
  | "list"
  | "coded"
  | "issue";

/** The fixed words of what `formatComparison` writes. */
export type ComparisonWord =
  | "from"
  | "to"
  | "asOf"
  | "step"
  | "stepBy"
  | "none"
  | "byScore"
  | "points"
  | "cause"
  | "change"
  | "before"
  | "after"
  | "scorecard"
  | "share"
  | "frame"
  | "valueStatus"
  | "absent"
  | "total"
  | "nothing"
  | "lifted"
  | "biting"
  | "note";

/** The fixed words of what `formatImpact` writes. */
export type ImpactWord =
  | "clients"
  | "clientsOf"
  | "moves"
  | "movesOf"
  | "change"
  | "changeOf"
  | "leftOut"
  | "faulty"
  | "repeated"
  | "corner"
  | "total"
  | "client"
  | "move"
  | "reasons"
  | "reason"
  | "share"
  | "list"
  | "lifted"
  | "biting"
  | "more"
  | "nobody";
/** Headings and fixed words of what `formatDecisionMap` and `toDecisionMapDiagram` write. */
export type DecisionMapWord =
  | "person"
  | "part"
  | "influence"
  | "support"
  | "relation"
  | "coverage"
  | "coveredBy"
  | "unknown"
  | "nobody"
  | "noPart"
  | "relationOf"
  | "member"
  | "needed"
  | "neededOf"
  | "partOf"
  | "uncovered"
  | "find"
  | "threads"
  | "threadsOf"
  | "uncertain"
  | "supporters"
  | "opponents"
  | "opponentOf"
  | "paths"
  | "pathOf"
  | "reachOf"
  | "step"
  | "next"
  | "nextOf"
  | "visitOf"
  | "visitWith"
  | "more"
  | "facts"
  | "factOf"
  | "ours";

/** Headings and fixed words of what `formatTrust` writes. */
export type TrustWord =
  | "relation"
  | "unknown"
  | "ladder"
  | "when"
  | "from"
  | "to"
  | "step"
  | "unproven"
  | "jumpOver"
  | "next"
  | "moveOf"
  | "ready"
  | "back"
  | "impossible"
  | "impossibleOf"
  | "eroded";

/** Headings and fixed words of what `formatOpportunity` writes. */
export type OpportunityWord =
  | "asOf"
  | "decision"
  | "none"
  | "certain"
  | "open"
  | "groupOf"
  | "reasons"
  | "lostBy"
  | "openAt"
  | "ask"
  | "funnel"
  | "funnelOpen"
  | "missing"
  | "findOut"
  | "unique"
  | "rivals"
  | "rivalOf"
  | "spend"
  | "spendOf"
  | "advice"
  | "warnings";

/** The words in charts: titles, then axes and legends. `withUnit` has `{word}` and `{unit}`, `drawn` has `{drawn}` and `{clients}`, `hiding` has `{clients}`. */
/** The fixed words of what `formatExperience` writes. */
export type ExperienceWord =
  | "name"
  | "titleOf"
  | "stage"
  | "stageSince"
  | "stageConfirmed"
  | "stageOpen"
  | "probability"
  | "probabilityOf"
  | "direction"
  | "directionOf"
  | "next"
  | "nextOf"
  | "nextPast"
  | "nextNever"
  | "evidence"
  | "evidenceOf"
  | "against"
  | "againstOf"
  | "known"
  | "knownOf"
  | "warnings"
  | "warningOf"
  | "and"
  | "course"
  | "courseOf"
  | "leftOut"
  | "leftOutOf";

/** For each signal of the handbook a word for each of its levels. */
export type ExperienceLevelWords = { readonly [K in keyof HandbookSignals]: Words<HandbookSignals[K]> };

/** The words in charts: titles, then axes and legends. `withUnit` has `{word}` and `{unit}`. */
export type ChartWord =
  | "withUnit"
  | "pareto"
  | "quadrants"
  | "enthusiasm"
  | "pruning"
  | "experience"
  | "period"
  | "probability"
  | "stage"
  | "named"
  | "client"
  | "clients"
  | "amount"
  | "cumulative"
  | "class"
  | "volume"
  | "loyalty"
  | "quadrant"
  | "certainty"
  | "certain"
  | "uncertain"
  | "month"
  | "curve"
  | "touches"
  | "needs"
  | "perMonth"
  | "opened"
  | "margin"
  | "visits"
  | "before"
  | "after"
  | "risk"
  | "worth"
  | "drawn"
  | "unknown"
  | "figure"
  | "riskName"
  | "level"
  | "moderateFrom"
  | "highFrom"
  | "behind"
  | "largest"
  | "lifetimeValue"
  | "onePoint"
  | "unknownOf"
  | "funnel"
  | "milestone"
  | "deals"
  | "fate"
  | "dealsEntered"
  | "dealsPassed"
  | "dealsHere"
  | "dealsBack"
  | "dealsLost"
  | "conversion"
  | "measure"
  | "hiding";

/**
 * The words of one language for every code that the package can return, as plain JSON. A locale that lacks one doesn't
 * compile. Some words are templates: `{name}` stands for a parameter, `{name|one:point|other:points}` for the form of
 * words that its number takes by `plurals`, and a part in `[square brackets]` is left out where one of its parameters is
 * absent.
 */
export interface Locale {
  /** BCP 47 language tag, such as `"en"`. */
  readonly tag: string;
  /** The language's rules for the forms of words that go with numbers, as CLDR has them; none where there is one form only. */
  readonly plurals: PluralRules;
  /** Names of scorecards, by id. */
  readonly scorecards: Words<HandbookScorecard>;
  /** Names of indicators with their units, by id. */
  readonly indicators: Words<HandbookIndicator>;
  /** Names of a choice's options, by indicator and option code. */
  readonly options: HandbookOptions;
  /** Names of groups, by id. */
  readonly groups: Words<HandbookGroup>;
  /** Names of grades. */
  readonly grades: Words<HandbookGrade>;
  /** The two answers to a flag. */
  readonly answers: Words<"yes" | "no">;
  /** Names of the kinds of indicator. */
  readonly kinds: Words<Kind>;
  /** What the policy does with a fact that isn't known. */
  readonly missing: Words<MissingPolicy>;
  /** What became of a fact. */
  readonly statuses: Words<FactStatus>;
  /** Names of the codes in clients, contacts, visits, leads, milestones, by list and code. */
  readonly vocabulary: VocabularyWords;
  /** Conditions of limits: `{indicator}`, `{bound}`; `unknown` has one or several indicators and no bound. */
  readonly conditions: Words<Comparison>;
  /**
   * Why points were lost: `{indicator}`, `{status}`, `{actual}`, `{standard}`, `{weight}`, `{lost}`; a capped group: `{group}`,
   * `{max}`, `{earned}`, `{lost}`.
   */
  readonly reasons: Words<ReasonCode>;
  /** What went well: `{indicator}`, `{actual}`, `{standard}`, `{weight}`, `{points}`. */
  readonly strengths: Words<StrengthCode>;
  /** A sentence for each finding of `lintScorecard`; its parameters are the finding's details. */
  readonly findings: Words<LintFindingCode>;
  /** How sure a finding is to be a fault. */
  readonly severities: Words<LintSeverity>;
  /** What a search over weights found. */
  readonly stabilityStatuses: Words<StabilityStatus>;
  /** How one client stands to another by score. */
  readonly scoreOrders: Words<ScoreOrder>;
  /** How weights came about. */
  readonly weightingMethods: Words<WeightingMethod>;
  /** What to know about weights; the parameters are those of the note. */
  readonly weightingNotes: Words<WeightingNoteCode>;
  /** Names of the tables of random indexes. */
  readonly randomIndexes: Words<RandomIndex>;
  /** Which values are better. */
  readonly directions: Words<BetterDirection>;
  /** What becomes of rows with unknown values. */
  readonly missingRows: Words<MissingRows>;
  /** How the entropy method makes parts of values. */
  readonly entropyScalings: Words<EntropyScaling>;
  /** How TOPSIS makes criteria comparable. */
  readonly normalisations: Words<TopsisNormalisation>;
  /** What to know about a ranking; the parameters are those of the note. */
  readonly topsisNotes: Words<TopsisNoteCode>;
  /** What became of a fact or of the scorecard, as a part of a change of score. */
  readonly changes: Words<ChangeCode>;
  /** How the parts of a change were found. */
  readonly methods: Words<ComparisonMethod>;
  /** Where a client's grade goes. */
  readonly moves: Words<GradeMoveCode>;
  /** Headings and fixed words of what `formatComparison` writes. */
  readonly comparison: Words<ComparisonWord>;
  /**
   * What stands in the way of a grade: limits have `{condition}` and `{grade}`, an unknown fact `{indicator}`, a score `{highest}` and
   * `{needed}`.
   */
  readonly obstacles: Words<GoalObstacleCode>;
  /** Whether knowing a fact makes the grade certain. */
  readonly settlements: Words<Settlement>;
  /** What knowing a fact does to a limit. */
  readonly limitEffects: Words<LimitEffect>;
  /** Headings and fixed words of what `formatImpact` writes. */
  readonly impact: Words<ImpactWord>;
  /** Names of the classes by amount. */
  readonly abcClasses: Words<AbcClass>;
  /** Why a client has its class by amount, or none: `{cumulative}`, `{cut}`; `{clients}`. */
  readonly abcReasons: Words<AbcReasonCode>;
  /** Which cumulative share decides on a class by amount. */
  readonly abcCountings: Words<AbcCounting>;
  /** What happens exactly at a cut. */
  readonly abcEdges: Words<AbcEdge>;
  /** What happens to clients of equal amounts. */
  readonly abcTies: Words<AbcTies>;
  /** Names of the kinds of client by volume and loyalty. */
  readonly quadrants: Words<Quadrant>;
  /** What to do with them. */
  readonly quadrantPolicies: Words<QuadrantPolicy>;
  /** Why a client is of its kind. */
  readonly quadrantReasons: Words<QuadrantReason>;
  /** Names of the kinds of client by credit and selling ability. */
  readonly creditSellingTypes: Words<CreditSellingType>;
  /** What to do about them. */
  readonly countermeasures: Words<Countermeasure>;
  /** Why a client is of its type. */
  readonly creditSellingReasons: Words<CreditSellingReason>;
  /** Names of what can endanger a portfolio. */
  readonly risks: Words<Risk>;
  /** How great a risk is. */
  readonly riskLevels: Words<RiskLevel>;
  /** What a risk's figure doesn't know. */
  readonly riskReasons: Words<RiskReason>;
  /** Why a client fails a pruning's rule. */
  readonly pruningRules: Words<PruningRule>;
  /** What becomes of a client in a pruning. */
  readonly pruningVerdicts: Words<PruningVerdict>;
  /** How a client is cared for. */
  readonly careManners: Words<CareManner>;
  /** How a client is followed. */
  readonly followWays: Words<FollowWay>;
  /** Which rank decides on a level. */
  readonly rankings: Words<Ranking>;
  /** Why a client has its level. */
  readonly levelReasons: Words<LevelReason>;
  /** What a client is to us. */
  readonly selections: Words<Selection>;
  /** Why a client is what it is to us. */
  readonly selectionReasons: Words<SelectionReason>;
  /** Names of the strategies for developing clients. */
  readonly developmentStrategies: Words<DevelopmentStrategy>;
  /** What a strategy needs. */
  readonly strategyConditions: Words<StrategyCondition>;
  /** What follows from it. */
  readonly strategyImplications: Words<StrategyImplication>;
  /** Whether a condition holds. */
  readonly conditionStates: Words<ConditionState>;
  /** How well a strategy fits. */
  readonly fits: Words<Fit>;
  /** How key accounts are cared for. */
  readonly careMeasures: Words<CareMeasure>;
  /** Where a measure of care stands. */
  readonly careStates: Words<CareState>;
  /** When a client's first margin comes in, for its lifetime value. */
  readonly lifetimeTimings: Words<LifetimeTiming>;
  /** How many periods a lifetime value counts where that is no number. */
  readonly lifetimeHorizons: Words<LifetimeHorizon>;
  /** What a lifetime value depends on. */
  readonly lifetimeInputs: Words<LifetimeInput>;
  /** What makes a lifetime worth more. */
  readonly lifetimeLevers: Words<LifetimeLever>;
  /** What a partnership comes to. */
  readonly partnershipVerdicts: Words<PartnershipVerdict>;
  /** How a client's duties stand to its rights. */
  readonly partnershipBalances: Words<PartnershipBalance>;
  /** What the worth of developing a client depends on. */
  readonly developmentInputs: Words<DevelopmentInput>;
  /** Parts of that worth. */
  readonly worthParts: Words<WorthPart>;
  /** Whether developing is worth it. */
  readonly worthVerdicts: Words<WorthVerdict>;
  /** Why: `{minimum}` with `{low}`, `{high}` or `{ifWon}`; `{probability}`, `{neededProbability}`; `{payback}`, `{periods}`; `{perPeriod}`; `{input}`. */
  readonly worthReasons: Words<WorthReasonCode>;
  /** What to do about an effort. */
  readonly effortDecisions: Words<EffortDecision>;
  /** Why: `{amount}`, `{expectedValue}`, `{limit}`; `{expectedValue}`; `{stage}`, `{contacts}`, `{most}`; `{contacts}`. */
  readonly effortReasons: Words<EffortReasonCode>;
  /** From whom a touch came. */
  readonly touchSides: Words<TouchSide>;
  /** What a client needs of us. */
  readonly needKinds: Words<NeedKind>;
  /** What became of it. */
  readonly needStatuses: Words<NeedStatus>;
  /** Phases around the sale. */
  readonly enthusiasmPhases: Words<EnthusiasmPhase>;
  /** What the curves show: `{since}`, `{needs}`, `{touches}`; `{before}`, `{after}`; `{late}`, `{answered}`; `{overdue}` or `{unknown}` of `{needs}`. */
  readonly enthusiasmReasons: Words<EnthusiasmReasonCode>;
  /** Titles and axes of charts. */
  readonly charts: Words<ChartWord>;
  /** Names of an archive's sections. */
  readonly archiveSections: Words<ArchiveSection>;
  /** Names of an archive's fields that no scorecard of the handbook asks for; the others are in `indicators`. */
  readonly archiveFields: Words<Exclude<ArchiveField, HandbookIndicator>>;
  /** How old a known fact is. */
  readonly archiveAges: Words<ArchiveAge>;
  /** Why a field is to be asked for. */
  readonly askReasons: Words<AskReason>;
  /** What there is to know of a rival. */
  readonly rivalAspects: Words<RivalAspect>;
  /** The two prices of a product. */
  readonly priceKinds: Words<PriceKind>;
  /** How a rival's price stands to ours. */
  readonly pricePositions: Words<PricePosition>;
  /** How dense a rival's coverage is, against ours. */
  readonly coveragePositions: Words<CoveragePosition>;
  /** Whether a rival's client can become ours. */
  readonly clientChances: Words<ClientChance>;
  /** Stages of customer experience (B2). */
  readonly experienceStages: Words<NamedStage>;
  /** Why no stage can be named. */
  readonly undeterminedReasons: Words<UndeterminedReason>;
  /** Which way a client's experience moves. */
  readonly experienceDirections: Words<ExperienceDirection>;
  /** For whom a level of a signal speaks. */
  readonly leanings: Words<Leaning>;
  /** What contradicts a stage or direction. */
  readonly contradictions: Words<ContradictionCode>;
  /** Names of the signals of experience (B2.1–B2.8). */
  readonly experienceSignals: Words<keyof HandbookSignals>;
  /** Names of their levels, by signal and level. */
  readonly experienceLevels: ExperienceLevelWords;
  /** So many periods: `{count}`. */
  readonly periodUnits: Words<PeriodUnit>;
  /** Headings and fixed words of what `formatExperience` writes. */
  readonly experience: Words<ExperienceWord>;
  /** What observations of experience are derived from. */
  readonly experienceFigures: Words<ExperienceFigure>;
  /** Kinds of records that they come from. */
  readonly recordSources: Words<RecordSource>;
  /** What a person does at the client. */
  readonly deciderFunctions: Words<DeciderFunction>;
  /** How high a person stands there. */
  readonly deciderLevels: Words<DeciderLevel>;
  /** Who wrote a specification. */
  readonly specificationAuthors: Words<SpecificationAuthor>;
  /** Early warnings (B2.9). */
  readonly experienceWarnings: Words<ExperienceWarningCode>;
  /** How far a product's market has come (B2.10). */
  readonly productMaturities: Words<ProductMaturity>;
  /** What follows for selling (B3). */
  readonly sellingStrategies: Words<SellingStrategy>;
  /** What a way of selling needs. */
  readonly sellingConditions: Words<SellingCondition>;
  /** Whether a condition of a way of selling holds. */
  readonly sellingStates: Words<SellingState>;
  /** How well a way of selling fits. */
  readonly sellingFits: Words<SellingFit>;
  /** What a way of selling costs. */
  readonly sellingCosts: Words<SellingCost>;
  /** What speaks against a way of selling. */
  readonly sellingObjections: Words<SellingObjection>;
  /** What to beware of in a calibrated model of experience. */
  readonly calibrationWarnings: Words<CalibrationWarningCode>;
  /** Why revenue is at risk as a client gains experience. */
  readonly experienceRisks: Words<ExperienceRisk>;
  /** Parts in buying. */
  readonly buyingParts: Words<BuyingPart>;
  /** How far we have come with a person or a part. */
  readonly coverages: Words<Coverage>;
  /** Why a person is covered or not. */
  readonly coverageReasons: Words<CoverageReason>;
  /** On how few our relation with a client hangs. */
  readonly threadRisks: Words<ThreadRisk>;
  /** Lines between people. */
  readonly lineKinds: Words<LineKind>;
  /** How a decider can be reached. */
  readonly reaches: Words<Reach>;
  /** Why to see somebody: `{part}`; `{decider}`; `{reached}`, `{wanted}`. */
  readonly seeReasons: Words<SeeReasonCode>;
  /** Why this one of ours goes. */
  readonly senderReasons: Words<SenderReason>;
  /** What a gate can ask of a decision map. */
  readonly decisionFacts: Words<DecisionFactCode>;
  /** Our ranks. */
  readonly teamRanks: Words<TeamRank>;
  /** Headings and fixed words of what `formatDecisionMap` writes. */
  readonly decisionMap: Words<DecisionMapWord>;
  /** The two ways from outsider to partner. */
  readonly trustLadders: Words<TrustLadder>;
  /** What shows that a relation has been reached. */
  readonly trustEvidence: Words<TrustEvidence>;
  /** What an entry of the history is against the one before. */
  readonly trustSteps: Words<TrustStepKind>;
  /** Headings and fixed words of what `formatTrust` writes. */
  readonly trust: Words<TrustWord>;
  /** How far an opportunity has come in the funnel. */
  readonly funnelStages: Words<FunnelStage>;
  /** What shows that a stage has been reached. */
  readonly funnelEvidence: Words<FunnelEvidence>;
  /** Kinds of competitive advantage. */
  readonly advantages: Words<Advantage>;
  /** Whose an advantage is. */
  readonly advantageOwners: Words<AdvantageOwner>;
  /** How a rival stands with the client. */
  readonly rivalStandings: Words<RivalStanding>;
  /** Who leads, we or a rival. */
  readonly leads: Words<Lead>;
  /** What doesn't go together: `{amount}`; `{rival}`. */
  readonly opportunityWarnings: Words<OpportunityWarningCode>;
  /** A seller's skills. */
  readonly sellerSkills: Words<SellerSkill>;
  /** Levels of a skill. */
  readonly skillLevels: Words<SkillLevel>;
  /** Headings and fixed words of what `formatOpportunity` writes. */
  readonly opportunity: Words<OpportunityWord>;
  /** Names of survey forms, by id. */
  readonly surveys: Words<"client-survey">;
  /** The four facets of a survey. */
  readonly surveyFacets: Words<SurveyFacet>;
  /** Kinds of question. */
  readonly questionKinds: Words<QuestionKind>;
  /** What numbers are given in. */
  readonly surveyUnits: Words<(typeof SURVEY_UNITS)[number]>;
  /** The questions themselves, by id. */
  readonly surveyQuestions: Words<keyof ClientSurveyAnswers>;
  /** What may answer them, by question and option code. */
  readonly surveyOptions: SurveyOptionWords;
  /** Fixed words around a question. */
  readonly survey: Words<SurveyWord>;
  /** What became of a question. */
  readonly answerStates: Words<AnswerState>;
  /** Why one of two contradicting answers holds. */
  readonly contradictionRules: Words<ContradictionRule>;
  /** Why to ask a question at the next visit. */
  readonly surveyAskReasons: Words<SurveyAskReason>;
  /** Why a client has no place in a route. */
  readonly unroutedReasons: Words<UnroutedReason>;
  /** How a route's lower bound was found. */
  readonly sweepBounds: Words<SweepBound>;
  /** Why a client counts as left out of a sweep. */
  readonly leftOutCauses: Words<LeftOutCause>;
  /** What is prepared before a sweep. */
  readonly sweepPreparations: Words<SweepPreparation>;
  /** Where a preparation stands. */
  readonly preparationStates: Words<PreparationState>;
  /** The facts by which a target client is known. */
  readonly targetFacts: Words<TargetFact>;
  /** What a client is to us as a target. */
  readonly targetVerdicts: Words<TargetVerdict>;
  /** How sure that is. */
  readonly targetStatuses: Words<TargetStatus>;
  /** Why: `{value}`, `{mark}`. */
  readonly targetReasons: Words<TargetReasonCode>;
  /** What became of a judgement at a contact. */
  readonly judgementSteps: Words<JudgementStep>;
  /** Names of the handbooks' forms, by id. */
  readonly forms: Words<FormId>;
  /** Labels of their fields, by id: headers of columns, titles of entries. */
  readonly formFields: Words<FormFieldId>;
  /** Words for codes that only forms have, by list or field and code. */
  readonly formCodes: { readonly approvalStates: Words<ApprovalState> };
  /** Fixed words of reports. */
  readonly reportWords: Words<ReportWord>;
  /** What stands between the cells of a CSV text. */
  readonly delimiters: Words<Delimiter>;
  /** Days of the week. */
  readonly weekdays: Words<Weekday>;
  /** How well the person called knows us. */
  readonly contactFamiliarities: Words<ContactFamiliarity>;
  /** When in a day to call. */
  readonly callingTimes: Words<CallingTime>;
  /** What time is counted in. */
  readonly dayUnits: Words<DayUnit>;
  /** How deals have gone. */
  readonly dealOutcomes: Words<DealOutcome>;
  /** How long goals are set for. */
  readonly goalPeriods: Words<GoalPeriod>;
  /** What a goal or its plan lacks: `{amount}`; `{item}`, `{due}`; `{ideal}`, `{parts}`; `{part}`. */
  readonly goalFindings: Words<GoalFindingCode>;
  /** The four sides of a SWOT. */
  readonly swotSides: Words<SwotSide>;
  /** Where a measure stands. */
  readonly measureStates: Words<MeasureState>;
  /** What a plan lacks: `{side}`; `{entry}`; `{measure}`, `{goal}`, `{due}`. */
  readonly planFindings: Words<PlanFindingCode>;
  /** The words of milestone processes. */
  readonly process: ProcessWords;
  /**
   * What a host has put into `process` and `vocabulary.milestones`: tables by their names, `milestones` among them. These words go before those that a process has of its own (`text`, `name`), the others behind. `extendLocale`
   * keeps it; a locale that is written out for a host's own processes may name its tables here.
   */
  readonly own?: { readonly [table: string]: WordTable };
  /** Words about visits, by list. */
  readonly visits: VisitWords;
  /** Names of types, for `{expected}` and `{received}` of `wrong-type` and `not-json`. */
  readonly types: Words<ValueType>;
  /** A sentence for each issue; its parameters are the issue's details. */
  readonly issues: Words<IssueCode>;
  /** Headings and fixed words of the table. */
  readonly table: Words<TableWord>;
}
