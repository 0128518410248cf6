import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { OpportunityWarning } from "../opportunities/qualify/qualification.js";
import type { CoverageReason, ThreadRisk } from "../people/map/decision-map.js";
import type { SeeReason, SenderReason } from "../people/map/see-next.js";
import type { AbcReason } from "../portfolio/abc/abc.js";
import type { AskReason } from "../portfolio/archive/archive.js";
import type { GoalFinding } from "../portfolio/goals/goals.js";
import type { LevelReason } from "../portfolio/levels/levels.js";
import type { PlanFinding } from "../portfolio/plan/account-plan.js";
import type { PruningRule } from "../portfolio/pruning/pruning.js";
import type { CreditSellingReason } from "../portfolio/quadrants/credit-selling.js";
import type { QuadrantReason } from "../portfolio/quadrants/volume-loyalty.js";
import type { RiskReason } from "../portfolio/risk/risk.js";
import type { SelectionReason } from "../portfolio/selection/selection.js";
import type { WorthReason } from "../portfolio/worth/development.js";
import type { EffortReason } from "../portfolio/worth/effort.js";
import type { EnthusiasmReason } from "../portfolio/worth/enthusiasm.js";
import type { TargetReason } from "../visits/identify/identify.js";
import type { ContradictionRule, SurveyAskReason } from "../visits/survey/progress.js";
import type { LeftOutCause } from "../visits/sweep/coverage.js";
import type { UnroutedReason } from "../visits/sweep/sweep.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/** A reason that is a code alone. */
export type PlainReason =
  | AskReason
  | CoverageReason
  | ContradictionRule
  | CreditSellingReason
  | LeftOutCause
  | LevelReason
  | PruningRule
  | QuadrantReason
  | RiskReason
  | SelectionReason
  | SenderReason
  | SurveyAskReason
  | ThreadRisk
  | UnroutedReason;

/** A reason of any result, or a finding: a code, or a code with what it speaks of. */
export type FormattableReason =
  | PlainReason
  | { readonly code: PlainReason }
  | AbcReason
  | WorthReason
  | EffortReason
  | EnthusiasmReason
  | GoalFinding
  | OpportunityWarning
  | PlanFinding
  | SeeReason
  | TargetReason;

/** The tables that have words for reasons; no code is in two of them. */
const TABLES = [
  "abcReasons",
  "quadrantReasons",
  "creditSellingReasons",
  "riskReasons",
  "pruningRules",
  "levelReasons",
  "selectionReasons",
  "worthReasons",
  "effortReasons",
  "enthusiasmReasons",
  "askReasons",
  "coverageReasons",
  "threadRisks",
  "seeReasons",
  "senderReasons",
  "opportunityWarnings",
  "surveyAskReasons",
  "contradictionRules",
  "unroutedReasons",
  "leftOutCauses",
  "targetReasons",
  "goalFindings",
  "planFindings",
] as const;

/**
 * Says a reason of a result in words: of `classifyAbc`, `classifyVolumeLoyalty`, `classifyCreditSelling`, `portfolioRisk`, `planPruning`,
 * `assignLevels`, `selectKeyAccounts`, `clientArchive`, `developmentWorth`, `effortLedger`, `enthusiasmGap`, `mapDecisionMakers`, `qualifyOpportunity`, `surveyProgress`,
 * `planSweepRoute`, `sweepCoverage` and `identifyTarget`, and the findings of `goalCoverage` and `reviewPlan`. Inputs and milestones go by their names; a
 * part about a parameter that is `null` is left out, and a code without words in the locale prints as the code.
 *
 * @example
 * ```ts
 * import { classifyAbc, effortLedger, formatReason } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * classifyAbc([{ id: "n", amount: "700" }]).clients.map(({ reasons: [reason] }) => reason && formatReason(reason, en)); // => ["the largest"]
 * const { reasons } = effortLedger({ currency: "CNY", stage: "approval", contacts: [{ cost: "400" }] });
 * reasons.map((reason) => formatReason(reason, en)); // => ["The margin that winning would bring isn't known"]
 * ```
 */
export function formatReason(reason: FormattableReason, locale: Locale): string {
  return ofShape({ reason, locale }, () => write(reason, locale));
}

function write(reason: FormattableReason, locale: Locale): string {
  const { code, ...details } = typeof reason === "string" ? { code: reason } : reason;
  const params = Object.entries(details).flatMap(([name, value]) =>
    value === null ? [] : [[name, paramFrom(name, String(value), locale)] as const],
  );
  return safeText(fill(templateOf(code, locale), Object.fromEntries(params), locale));
}

function templateOf(code: string, locale: Locale): string {
  const table = TABLES.map((name): WordTable => locale[name]).find((words) => Object.hasOwn(words, code));
  return wordFor(table ?? {}, code);
}

/** A parameter by its name, where it is a code. */
function paramFrom(
  name: string,
  value: string,
  { developmentInputs, vocabulary, buyingParts, swotSides }: Locale,
): string {
  const tables: Readonly<Record<string, WordTable>> = {
    input: developmentInputs,
    stage: vocabulary.milestones,
    part: buyingParts,
    reached: vocabulary.relationDepths,
    wanted: vocabulary.relationDepths,
    side: swotSides,
  };
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  return table === undefined ? value : wordFor(table, value);
}
