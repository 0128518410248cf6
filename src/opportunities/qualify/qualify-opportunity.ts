import type { Scorecard } from "../../evaluation/definition/scorecard.js";
import { evaluate } from "../../evaluation/evaluate.js";
import type { Facts } from "../../evaluation/facts.js";
import { nextQuestions } from "../../evaluation/questions/next-questions.js";
import { ofShape } from "../../ground/of-shape.js";
import { funnelFrom } from "./funnel-from.js";
import { type Judged, qualifyGroup } from "./group.js";
import type {
  OpportunityDecision,
  OpportunityQualification,
  OpportunityScorecard,
  QualifyOptions,
} from "./qualification.js";
import { checkDecisions, readQualifyOptions } from "./read-options.js";
import { warningsOf } from "./warnings.js";

/**
 * Whether to pursue an opportunity (E7.2): go, no-go or find out first, by a scorecard whose grades say so, such as `opportunityScorecard` of `keyaccount/handbook` or a host's
 * extension of it. As a whole, and for each group of its questions (Is there an opportunity? Can we compete?) with the reasons and what to ask.
 *
 * A group is judged by its own points ÷ its own weight × total on the same bounds, and by the limits on its questions; the whole may be worse than either.
 * Beside the decision stand the funnel's stage (E7.1), our position against rivals (D2) and what was spent (E7.3), and warnings where these don't go together.
 * The funnel's `need`, `resources`, `driver` and `unique-value` follow from the answers to `clientProject`, `accessToFunds`, `compellingEvent` and `uniqueValue` (yes: it holds; partly or no: it
 * doesn't) unless `evidence` says otherwise; `unique-value` also from an advantage that is ours alone.
 *
 * Faulty answers, evidence, positions and efforts are in `issues` and count as unknown. A scorecard with other grades, an unknown option or a faulty `asOf` throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { effortLedger, qualifyOpportunity } from "keyaccount";
 * import { opportunityScorecard } from "keyaccount/handbook";
 *
 * const answers = {
 *   clientProject: "yes", businessProfile: "yes", financialCondition: "yes", accessToFunds: "yes",
 *   solutionFit: "yes", uniqueValue: "partly", currentRelationship: "yes", decisionCriteria: "no",
 * } as const;
 * const effort = effortLedger({ currency: "CNY", marginIfWon: "90000", stage: "visit", contacts: [{ cost: "2500" }] });
 * const result = qualifyOpportunity(opportunityScorecard, answers, { effort });
 * [result.decision, result.certain]; // => ["find-out", false]
 * result.groups.opportunity.ask; // => ["compellingEvent"]
 * result.groups.competition.decision; // => "find-out"
 * result.spend?.spendShare; // => 0.5556
 * result.warnings; // => [{ code: "spent-without-go", amount: "2500" }, { code: "effort-escalates" }]
 * ```
 */
export function qualifyOpportunity<I, G extends OpportunityDecision, R extends string>(
  scorecard: OpportunityScorecard<I, G, R>,
  answers: NoInfer<Facts<I>>,
  options: QualifyOptions = {},
): OpportunityQualification<I, R> {
  return ofShape({}, () => qualified(scorecard, answers, options));
}

function qualified<I, G extends OpportunityDecision, R extends string>(
  scorecard: OpportunityScorecard<I, G, R>,
  answers: NoInfer<Facts<I>>,
  options: QualifyOptions,
): OpportunityQualification<I, R> {
  const { reader, asOf, position, spend, evidence } = readQualifyOptions(options);
  const evaluation = evaluate(scorecard, answers, { asOf });
  checkDecisions(scorecard);
  const judged = evaluation as unknown as Judged;
  const { questions } = nextQuestions(scorecard, answers, { asOf });
  const funnel = funnelFrom(evidence, judged, position);
  return {
    v: 1,
    asOf: evaluation.asOf,
    decision: judged.grade,
    certain: judged.gradeCertain,
    best: judged.bestGrade,
    worst: judged.worstGrade,
    score: judged.score,
    coverage: judged.coverage,
    groups: groupsOf(
      scorecard,
      judged,
      questions.map(({ indicator }) => indicator),
    ) as never,
    reasons: evaluation.reasons,
    limits: judged.limits,
    questions,
    funnel,
    position,
    spend,
    warnings: warningsOf(judged.grade, funnel.highest, position, spend),
    issues: [...evaluation.issues, ...reader.issues],
  };
}

function groupsOf(card: Pick<Scorecard, "grades">, evaluation: Judged, questions: readonly string[]): object {
  const groups = Object.entries(evaluation.groups);
  return Object.fromEntries(
    groups.map(([id, group]) => [id, qualifyGroup(id, group, evaluation, card.grades, questions)]),
  );
}
