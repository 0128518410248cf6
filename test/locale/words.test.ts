import {
  ADVANTAGE_OWNERS,
  ADVANTAGES,
  BETTER_DIRECTIONS,
  BUYING_PARTS,
  CHANGE_CODES,
  COMPARISON_METHODS,
  CONTRADICTION_CODES,
  COVERAGE_REASONS,
  COVERAGES,
  DATA_METHODS,
  DECISION_FACTS,
  ENTROPY_SCALINGS,
  EXPERIENCE_DIRECTIONS,
  EXPERIENCE_STAGES,
  FACT_STATUSES,
  FUNNEL_EVIDENCE,
  FUNNEL_STAGES,
  GRADE_MOVE_CODES,
  KINDS,
  LEADS,
  LEANINGS,
  LINE_KINDS,
  LINT_FINDING_CODES,
  LINT_SEVERITIES,
  type LintFindingDetails,
  MISSING_POLICIES,
  MISSING_ROWS,
  OPPORTUNITY_DECISIONS,
  OPPORTUNITY_WARNINGS,
  PERIOD_UNITS,
  POINTS_METHODS,
  RANDOM_INDEXES,
  RANKING_METHODS,
  REACHES,
  REASON_CODES,
  RIVAL_STANDINGS,
  SCORE_ORDERS,
  SEE_REASONS,
  SELLER_SKILLS,
  SENDER_REASONS,
  SKILL_LEVELS,
  STABILITY_STATUSES,
  STRENGTH_CODES,
  TEAM_RANKS,
  THREAD_RISKS,
  TOPSIS_NORMALISATIONS,
  TOPSIS_NOTE_CODES,
  TRUST_EVIDENCE,
  TRUST_LADDERS,
  TRUST_STEPS,
  UNDETERMINED_REASONS,
  WEIGHTING_METHODS,
  WEIGHTING_NOTE_CODES,
} from "keyaccount";
import {
  creditScorecard,
  dealerScorecard,
  distributorScorecard,
  experienceModel,
  keyAccountScorecard,
  loyaltyScorecard,
  opportunityScorecard,
  sellingScorecard,
} from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import {
  APPROVAL_STATES,
  clientSurveyForm,
  dailySweepForm,
  developmentRecordForm,
  FORMS,
  leadSummaryForm,
  projectApplicationForm,
  REPORT_WORDS,
  sweepSummaryForm,
  visitRecordForm,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import type { ExperienceIssueDetails } from "../../src/experience/history/issue.js";
import {
  type ArgumentIssueDetails,
  EXPECTED_TYPES,
  type ExperienceModelIssueDetails,
  type FactIssueDetails,
  type FormIssueDetails,
  type JsonIssueDetails,
  type ProcessIssueDetails,
  type RowIssueDetails,
  type ScorecardIssueDetails,
  type SweepIssueDetails,
} from "../../src/ground/issue.js";
import * as vocabulary from "../../src/ground/vocabulary.js";
import type { WordTable } from "../../src/ground/words.js";
import { paramsOf } from "../../src/locale/fill.js";
import type {
  ComparisonWord,
  DecisionMapWord,
  ExperienceWord,
  ImpactWord,
  IssueCode,
  OpportunityWord,
  TableWord,
  TrustWord,
} from "../../src/locale/locale.js";
import { safeText } from "../../src/locale/safe-text.js";
import type { ModelIssueDetails } from "../../src/models/issue.js";

type Detail<T, C> = C extends keyof T
  ? T[C] extends Readonly<Record<string, never>>
    ? never
    : KeyOfEach<T[C]>
  : never;
type KeyOfEach<D> = D extends unknown ? keyof D : never;
type DetailsOf<C> =
  | Detail<JsonIssueDetails, C>
  | Detail<ScorecardIssueDetails, C>
  | Detail<FactIssueDetails, C>
  | Detail<RowIssueDetails, C>
  | Detail<ArgumentIssueDetails, C>
  | Detail<ExperienceModelIssueDetails, C>
  | Detail<ExperienceIssueDetails, C>
  | Detail<SweepIssueDetails, C>
  | Detail<FormIssueDetails, C>
  | Detail<ProcessIssueDetails, C>
  | Detail<ModelIssueDetails, C>;

/** The details of each code; the compiler sees to it that none is missing and none is invented. */
const details: { readonly [C in IssueCode]: { readonly [D in DetailsOf<C> & string]: true } } = {
  "not-json": { received: true },
  cyclic: {},
  "too-deep": { max: true },
  "too-many-values": { max: true },
  "too-long": { max: true, length: true },
  accessor: {},
  "forbidden-key": { key: true },
  unreadable: {},
  "wrong-type": { expected: true, received: true },
  "unexpected-text": { expected: true, received: true },
  required: {},
  "unknown-key": { key: true, allowed: true },
  "unknown-value": { received: true, allowed: true },
  "decimal-not-text": { received: true },
  "not-a-decimal": { received: true },
  "out-of-range": { received: true, least: true, most: true, exclusive: true },
  "unsafe-id": { id: true },
  "not-a-hash": { received: true },
  "not-an-id": { received: true },
  "unsupported-version": { received: true, supported: true },
  "too-few": { least: true, received: true },
  "not-positive": { received: true },
  "weights-not-total": { sum: true, total: true },
  "too-precise": { received: true },
  "points-too-large": { received: true },
  "unknown-group": { group: true },
  "unknown-indicator": { indicator: true },
  "unknown-grade": { grade: true },
  "condition-mismatch": { indicator: true, kind: true },
  "standard-not-positive": { standard: true },
  "best-equals-standard": { standard: true },
  "weight-not-between": { weight: true, min: true, max: true },
  "cap-below-floor": { cap: true, floor: true },
  "knots-unordered": { at: true },
  "bands-overlap": { from: true },
  "bands-gap": { from: true },
  "empty-range": { min: true, max: true },
  "grades-unordered": { grade: true },
  "grades-gap": { grade: true },
  "unreachable-grade": { grade: true, from: true, highest: true },
  "duplicate-grade": { grade: true },
  "outside-range": { received: true, min: true, max: true },
  "unknown-option": { received: true, allowed: true },
  "no-ratio": { received: true },
  "not-a-date": { received: true },
  "scorecard-mismatch": { expected: true, received: true },
  "score-mismatch": { score: true, expected: true },
  "unsafe-name": { name: true },
  "name-too-long": { name: true, bytes: true, most: true },
  "duplicate-column": { name: true },
  "unknown-column": { name: true, missing: true },
  "too-many-digits": { indicator: true, most: true },
  "observed-after-as-of": { observedAt: true, asOf: true },
  "mapping-failed": { message: true },
  "length-mismatch": { expected: true, received: true },
  "conflicting-values": { first: true, second: true },
  "judged-as-of-another-day": { expected: true, received: true },
  "contradictory-fact": { first: true, second: true, line: true },
  "wrong-delimiter": { expected: true, received: true },
  negative: { received: true },
  "not-a-share": { received: true },
  "not-a-month": { received: true },
  "not-a-currency": { received: true },
  "wrong-format": { format: true, received: true },
  "too-short": { min: true, length: true },
  "too-many": { most: true, received: true },
  "duplicate-id": { id: true },
  "duplicate-month": { month: true },
  "outside-span": { month: true, from: true, to: true },
  "unknown-reference": { id: true },
  "circular-reference": { id: true },
  "out-of-order": { earlier: true, later: true },
  "several-clients": { first: true, second: true },
  "left-out": { id: true, cause: true },
  "not-a-time": { received: true },
  "not-an-offset": { received: true },
  "contradictory-day": { day: true },
  "not-a-ratio": { received: true },
  "self-pair": { id: true },
  "missing-pair": { a: true, b: true },
  "duplicate-pair": { a: true, b: true },
  "not-reciprocal": { received: true, expected: true },
  "total-too-small": { total: true, least: true },
  "nothing-to-share": {},
  "largest-not-hundred": { largest: true },
  "too-long-ago": { at: true, earliest: true },
  "model-mismatch": { expected: true, received: true },
  "as-of-mismatch": { expected: true, received: true },
  "not-summing-to-one": { sum: true },
  "leave-above-enter": { enter: true, leave: true },
  "levels-not-monotone": { lower: true, higher: true, stage: true, next: true },
  "transitions-not-monotone": { stage: true, next: true },
  "unknown-signal": { signal: true },
  "unknown-field": { field: true },
  "field-mismatch": { field: true, type: true },
  "unprintable-text": { at: true, character: true },
  "not-as-computed": { received: true, computed: true },
  "form-mismatch": { expected: true, received: true },
  "misplaced-quote": {},
  "unreachable-milestone": { milestone: true },
  "dead-end-milestone": { milestone: true },
  "no-way-out": { milestones: true },
  "no-way-back": { milestone: true, from: true },
  "approval-impossible": { role: true, count: true, holders: true },
  "effort-impossible": { after: true, milestones: true },
  "revision-conflict": { expected: true, received: true },
  "undefined-process": {},
  "host-rule": { message: true, rule: true },
};

/** The details of each finding; the compiler sees to it that none is missing and none is invented. */
const findingDetails: {
  readonly [C in keyof LintFindingDetails]: { readonly [D in Detail<LintFindingDetails, C> & string]: true };
} = {
  "label-missing": { id: true, tag: true },
  "group-empty": { group: true },
  "group-max-never-binds": { max: true, most: true },
  "group-max-always-binds": { max: true, least: true },
  "group-max-below-weight": { max: true, weight: true },
  "one-share": { share: true },
  "never-matters": { least: true, most: true },
  "unknown-escapes-limit": {},
  "points-rounded-away": { weight: true },
  "no-cap": {},
  "cap-below-standard": { cap: true },
  "floor-above-standard": { floor: true },
  "idle-knot": { at: true },
  "same-share-band": { from: true, share: true },
  "limit-never-bites": { indicator: true },
  "limit-always-bites": { indicator: true, grade: true },
  "limit-without-effect": { indicator: true, grade: true },
  "limit-redundant": { indicator: true, grade: true },
  "single-grade": { grade: true },
  "grade-never-earned": { grade: true },
  "grade-always-limited": { grade: true, indicator: true },
};

/** Besides the details: whether what isn't plain data is a `Date`, whether a day or a moment is expected, whether a fact contradicts itself or a line that says nothing. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  "not-json": ["date"],
  "not-a-date": ["day", "either", "moment"],
  "contradictory-fact": ["alone", "nothing"],
};
const derived = (code: string): readonly string[] => DERIVED[code] ?? [];

const tableParams: Partial<Record<TableWord, string>> = {
  title: "name id version hash",
  asOf: "asOf",
  held: "earned max",
  replaced: "status policy",
  scoreOf: "score total",
  rescaled: "score sign points weight total",
  intervalOf: "low high",
  coverageOf: "percent",
  gradeCertain: "grade",
  gradeOpen: "grade open",
  limit: "condition grade",
  issue: "place sentence",
  coded: "word code",
};
const comparisonParams: Partial<Record<ComparisonWord, string>> = {
  from: "title",
  to: "title",
  asOf: "title asOf",
  step: "before after",
  stepBy: "before after change",
  byScore: "grade byScore",
  share: "indicator",
  valueStatus: "value status",
};
const impactParams: Partial<Record<ImpactWord, string>> = {
  clientsOf: "clients moved shifted unchanged",
  movesOf: "move count",
  changeOf: "clients mean least most",
  reason: "cause points shares",
  share: "indicator points",
  lifted: "limit",
  biting: "limit",
  more: "count",
};
const experienceParams: Partial<Record<ExperienceWord, string>> = {
  titleOf: "who title",
  stageSince: "stage since",
  stageConfirmed: "stage since confirmed",
  stageOpen: "stage reason",
  probabilityOf: "stage percent",
  directionOf: "direction change span drift",
  nextOf: "stage threshold percent span",
  nextPast: "stage threshold percent span",
  nextNever: "stage threshold percent",
  evidenceOf: "signal level at source ref ratio shift",
  againstOf: "signal level contradiction",
  knownOf: "known of unknown silent",
  warningOf: "warning since raisedAt",
  leftOutOf: "issue more",
  courseOf: "stage since",
};
const reasonParams = {
  "below-standard": "indicator actual standard weight lost",
  "below-full-share": "indicator actual weight lost",
  "not-as-expected": "indicator actual lost",
  "unknown-as-worst": "indicator status weight lost",
  "unknown-as-neutral": "indicator status weight lost",
  "group-capped": "group earned max lost",
};
const strengthParams = {
  "above-standard": "indicator actual standard weight points",
  "meets-standard": "indicator actual standard points",
  "full-share": "indicator actual weight points",
  "as-expected": "indicator actual points",
};

const weightingParams = {
  "raised-to-least": "id share weight",
  "no-spread": "id",
  "rows-left-out": "count",
  "beyond-nine": "a b ratio",
  inconsistent: "ratio limit",
  "no-random-index": "size",
};
const seeParams = { "part-uncovered": "part", "leads-to-decider": "decider", "relation-to-deepen": "reached wanted" };
const warningParams = { "spent-without-go": "amount", "rival-leads": "rival" };
const decisionMapParams: Partial<Record<DecisionMapWord, string>> = {
  relationOf: "reached wanted",
  member: "id rank",
  neededOf: "percent",
  partOf: "part coverage people",
  threadsOf: "contacts colleagues",
  uncertain: "text",
  opponentOf: "person support influence",
  pathOf: "decider steps",
  reachOf: "decider reach",
  step: "from line to",
  nextOf: "person reasons",
  visitOf: "by manner reasons",
  visitWith: "by with manner reasons",
  more: "count",
  factOf: "fact answer",
  ours: "id",
};
const trustParams: Partial<Record<TrustWord, string>> = {
  jumpOver: "step relations",
  moveOf: "to missing unknown",
  ready: "to",
  impossibleOf: "to first",
};
const opportunityParams: Partial<Record<OpportunityWord, string>> = {
  certain: "decision",
  open: "decision worst best",
  groupOf: "decision percent",
  lostBy: "indicator lost",
  funnelOpen: "stage highest",
  rivalOf: "rival standing lead",
  spendOf: "spent currency expected likelihood stage",
};
const topsisParams = { "left-out": "count", "no-spread": "criterion" };

const cards = [
  dealerScorecard,
  distributorScorecard,
  keyAccountScorecard,
  opportunityScorecard,
  loyaltyScorecard,
  creditScorecard,
  sellingScorecard,
];
const firstPlaces = cards.flatMap((card) => Object.keys(card.indicators));
/** Each id once, where it comes first. */
const indicators = [
  ...new Map(cards.flatMap((card) => Object.entries(card.indicators)).toReversed()).entries(),
].toSorted(([a], [b]) => firstPlaces.indexOf(a) - firstPlaces.indexOf(b));
const camelCase = (list: string): string =>
  list.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();

describe.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s", (tag, locale) => {
  const params = (words: WordTable): Record<string, string[]> =>
    Object.fromEntries(Object.entries(words).map(([code, template]) => [code, sorted(paramsOf(template))]));
  const expected = (words: WordTable, lists: Partial<Record<string, string>>): Record<string, string[]> =>
    Object.fromEntries(Object.keys(words).map((code) => [code, sorted(lists[code]?.split(" ") ?? [])]));

  test("carries its language tag", () => {
    expect(locale.tag).toBe(tag);
  });

  test("each issue's sentence uses all of its details and nothing else", () => {
    const lists = Object.entries(details).map(([code, keys]) => [
      code,
      sorted([...Object.keys(keys), ...derived(code)]),
    ]);
    expect(params(locale.issues)).toEqual(Object.fromEntries(lists));
  });

  test("each finding's sentence uses all of its details and nothing else", () => {
    const lists = Object.entries(findingDetails).map(([code, keys]) => [code, sorted(Object.keys(keys))]);
    expect(params(locale.findings)).toEqual(Object.fromEntries(lists));
  });

  test("reasons, strengths, conditions and the table's words name their parameters", () => {
    expect(params(locale.reasons)).toEqual(expected(locale.reasons, reasonParams));
    expect(params(locale.strengths)).toEqual(expected(locale.strengths, strengthParams));
    expect(params(locale.table)).toEqual(expected(locale.table, tableParams));
    expect(params(locale.comparison)).toEqual(expected(locale.comparison, comparisonParams));
    expect(params(locale.impact)).toEqual(expected(locale.impact, impactParams));
    const { unknown, ...comparisons } = params(locale.conditions);
    expect(unknown).toEqual(["indicator"]);
    for (const names of Object.values(comparisons)) expect(names).toEqual(["bound", "indicator"]);
  });

  test("B2 every code of experience has its word, and the words name their parameters", () => {
    expect(Object.keys(locale.experienceStages)).toEqual([...EXPERIENCE_STAGES, "undetermined"]);
    expect(Object.keys(locale.undeterminedReasons)).toEqual([...UNDETERMINED_REASONS]);
    expect(Object.keys(locale.experienceDirections)).toEqual([...EXPERIENCE_DIRECTIONS]);
    expect(Object.keys(locale.leanings)).toEqual([...LEANINGS]);
    expect(Object.keys(locale.contradictions)).toEqual([...CONTRADICTION_CODES]);
    expect(Object.keys(locale.periodUnits)).toEqual([...PERIOD_UNITS]);
    expect(Object.keys(locale.experienceSignals)).toEqual(Object.keys(experienceModel.signals));
    const levels = Object.entries(locale.experienceLevels).map(([id, words]) => [id, Object.keys(words)]);
    expect(levels).toEqual(Object.entries(experienceModel.signals).map(([id, signal]) => [id, signal.levels]));
    expect(params(locale.experience)).toEqual(expected(locale.experience, experienceParams));
    for (const names of Object.values(params(locale.periodUnits))) expect(names).toEqual(["count"]);
  });

  test("C3.1 notes on weights and on TOPSIS name their parameters", () => {
    expect(params(locale.weightingNotes)).toEqual(expected(locale.weightingNotes, weightingParams));
    expect(params(locale.topsisNotes)).toEqual(expected(locale.topsisNotes, topsisParams));
  });

  test("C3.1 every code of the weights and of TOPSIS has its word, and no other", () => {
    expect(Object.keys(locale.weightingMethods)).toEqual([...WEIGHTING_METHODS]);
    expect(WEIGHTING_METHODS.slice(1)).toEqual([...RANKING_METHODS, ...DATA_METHODS, ...POINTS_METHODS]);
    expect(Object.keys(locale.weightingNotes)).toEqual([...WEIGHTING_NOTE_CODES]);
    expect(Object.keys(locale.randomIndexes)).toEqual([...RANDOM_INDEXES]);
    expect(Object.keys(locale.directions)).toEqual([...BETTER_DIRECTIONS]);
    expect(Object.keys(locale.missingRows)).toEqual([...MISSING_ROWS]);
    expect(Object.keys(locale.entropyScalings)).toEqual([...ENTROPY_SCALINGS]);
    expect(Object.keys(locale.normalisations)).toEqual([...TOPSIS_NORMALISATIONS]);
    expect(Object.keys(locale.topsisNotes)).toEqual([...TOPSIS_NOTE_CODES]);
  });

  test("A7, C3.1, D1.2, E2, E7.2 every scorecard, indicator, group and grade of the handbook has its name, and no other", () => {
    expect(Object.keys(locale.scorecards)).toEqual(cards.map(({ id }) => id));
    expect(Object.keys(locale.indicators)).toEqual(indicators.map(([id]) => id));
    expect(sorted(Object.keys(locale.groups))).toEqual(sorted(cards.flatMap(({ groups }) => Object.keys(groups))));
    const grades = cards.flatMap((card) => card.grades.map(({ grade }) => grade));
    expect(sorted(Object.keys(locale.grades))).toEqual(sorted(grades));
  });

  test("every option of every choice has its name, and no other", () => {
    const choices = indicators.flatMap(([id, indicator]) =>
      indicator.kind === "choice" ? [[id, Object.keys(indicator.options)] as const] : [],
    );
    const named = Object.entries<WordTable>(locale.options).map(([id, options]) => [id, Object.keys(options)]);
    expect(named).toEqual(choices);
  });

  test("every code has its word, and no other", () => {
    expect(Object.keys(locale.kinds)).toEqual([...KINDS]);
    expect(Object.keys(locale.missing)).toEqual([...MISSING_POLICIES]);
    expect(Object.keys(locale.statuses)).toEqual([...FACT_STATUSES]);
    expect(Object.keys(locale.reasons)).toEqual([...REASON_CODES]);
    expect(Object.keys(locale.strengths)).toEqual([...STRENGTH_CODES]);
    expect(Object.keys(locale.findings)).toEqual([...LINT_FINDING_CODES]);
    expect(Object.keys(locale.severities)).toEqual([...LINT_SEVERITIES]);
    expect(Object.keys(locale.stabilityStatuses)).toEqual([...STABILITY_STATUSES]);
    expect(Object.keys(locale.scoreOrders)).toEqual([...SCORE_ORDERS]);
    expect(Object.keys(locale.changes)).toEqual([...CHANGE_CODES]);
    expect(Object.keys(locale.methods)).toEqual([...COMPARISON_METHODS]);
    expect(Object.keys(locale.moves)).toEqual([...GRADE_MOVE_CODES]);
    expect(Object.keys(locale.types).slice(0, EXPECTED_TYPES.length)).toEqual([...EXPECTED_TYPES]);
  });

  test("every code of the models' lists has its word, and no other", () => {
    const named = Object.entries<WordTable>(locale.vocabulary).map(([list, words]) => [list, Object.keys(words)]);
    const lists = Object.entries(vocabulary).map(([list, codes]) => [camelCase(list), [...codes]]);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(lists));
  });

  test("E5, E6, E7, D2 every code of people, trust and opportunities has its word, and no other", () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      buyingParts: BUYING_PARTS,
      coverages: COVERAGES,
      coverageReasons: COVERAGE_REASONS,
      threadRisks: THREAD_RISKS,
      lineKinds: LINE_KINDS,
      reaches: REACHES,
      seeReasons: SEE_REASONS,
      senderReasons: SENDER_REASONS,
      decisionFacts: DECISION_FACTS,
      teamRanks: TEAM_RANKS,
      trustLadders: TRUST_LADDERS,
      trustEvidence: TRUST_EVIDENCE,
      trustSteps: TRUST_STEPS,
      funnelStages: FUNNEL_STAGES,
      funnelEvidence: FUNNEL_EVIDENCE,
      advantages: ADVANTAGES,
      advantageOwners: ADVANTAGE_OWNERS,
      rivalStandings: RIVAL_STANDINGS,
      leads: LEADS,
      opportunityWarnings: OPPORTUNITY_WARNINGS,
      sellerSkills: SELLER_SKILLS,
      skillLevels: SKILL_LEVELS,
    };
    const tables = locale as unknown as Readonly<Record<string, WordTable>>;
    for (const [table, codes] of Object.entries(lists)) {
      expect([table, Object.keys(tables[table] ?? {})]).toEqual([table, [...codes]]);
      expect(new Set(Object.values(tables[table] ?? {})).size).toBe(codes.length);
    }
    expect(Object.keys(locale.grades)).toEqual(expect.arrayContaining([...OPPORTUNITY_DECISIONS]));
  });

  test("E5, E6, E7 the words of people, trust and opportunities name their parameters", () => {
    expect(params(locale.seeReasons)).toEqual(expected(locale.seeReasons, seeParams));
    expect(params(locale.opportunityWarnings)).toEqual(expected(locale.opportunityWarnings, warningParams));
    expect(params(locale.decisionMap)).toEqual(expected(locale.decisionMap, decisionMapParams));
    expect(params(locale.trust)).toEqual(expected(locale.trust, trustParams));
    expect(params(locale.opportunity)).toEqual(expected(locale.opportunity, opportunityParams));
  });

  test("A3.4, A4.3, D4.5, D5.3, E9.1, E9.3 every form, field and fixed word of reports has its word, and no other", () => {
    const forms = [
      dailySweepForm,
      sweepSummaryForm,
      leadSummaryForm,
      visitRecordForm,
      developmentRecordForm,
      projectApplicationForm,
      clientSurveyForm({ id: "s", version: "1", questions: { q: { kind: "flag" } } }),
    ];
    const fields = forms.flatMap((form) => [...Object.keys(form.fields), ...Object.keys(form.rows)]);
    expect(Object.keys(locale.forms)).toEqual([...FORMS]);
    expect(sorted(Object.keys(locale.formFields))).toEqual(sorted([...new Set(fields)].filter((id) => id !== "q")));
    expect(Object.keys(locale.formCodes)).toEqual(["approvalStates"]);
    expect(Object.keys(locale.formCodes.approvalStates)).toEqual([...APPROVAL_STATES]);
    expect(Object.keys(locale.reportWords)).toEqual([...REPORT_WORDS]);
  });

  test("codes of one list can be told apart", () => {
    for (const words of Object.values<WordTable>(locale.vocabulary)) {
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
    }
  });

  test("is plain JSON, has no empty word and none that couldn't be printed", () => {
    expect(JSON.parse(JSON.stringify(locale))).toEqual(locale);
    const words = JSON.stringify(locale);
    expect(words).not.toContain('""');
    expect(safeText(words)).toBe(words);
  });

  test("indicators of one scorecard can be told apart", () => {
    for (const card of cards) {
      const names = Object.keys(card.indicators).map((id) => (locale.indicators as WordTable)[id]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

test("both languages have the same words in the same order", () => {
  const shape = (table: object): unknown =>
    Object.entries(table).map(([key, word]) => (typeof word === "string" ? key : [key, shape(word as object)]));
  expect(shape({ ...zhCN, plurals: en.plurals })).toEqual(shape(en));
});

test("Chinese words are Chinese", () => {
  const { indicators: names, groups, issues, findings, severities, stabilityStatuses, types, vocabulary: lists } = zhCN;
  const words = [
    names,
    groups,
    issues,
    findings,
    severities,
    stabilityStatuses,
    types,
    zhCN.seeReasons,
    zhCN.decisionFacts,
    zhCN.trustEvidence,
    zhCN.funnelEvidence,
    zhCN.advantages,
    zhCN.opportunityWarnings,
    ...Object.values(lists),
  ].flatMap((table) => Object.values(table));
  const latin = words.filter((word) => !/[\u4e00-\u9fff]/.test(word));
  expect(latin).toEqual(["{message}[（{rule}）]"]);
});
