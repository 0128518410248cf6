import type { SurveyFacts, SurveyForm } from "./form.js";
import { lookAt } from "./look.js";
import type { GivenAnswer, SurveyFactsResult, SurveyOptions, SurveyRecord } from "./progress.js";
import { isSettled } from "./settle.js";

/**
 * The facts that a survey's answers are, each `{ value, observedAt, source, verified }`, ready for `evaluate`: the answer that holds by the rule
 * of `surveyProgress`. A question that doesn't arise gives `{ notApplicable: true }` with its provenance; one without an answer gives no fact, so that it stays
 * unknown. A stale answer is given all the same: how old a fact may be is the scorecard's to say. Decimals are canonical texts.
 *
 * Facts of a contradiction that isn't settled are named in `contradicted`. Issues and errors are those of `surveyProgress`.
 *
 * @example
 * ```ts
 * import { evaluate, factsFromSurvey } from "keyaccount";
 * import { clientSurvey, dealerScorecard } from "keyaccount/handbook";
 *
 * const visits = [{ id: "v-1", startedAt: "2026-11-16", learnt: { reputation: { value: 4 }, afterSales: { value: "own-team" } } }];
 * const { facts } = factsFromSurvey(clientSurvey, visits, { asOf: "2026-11-21" });
 * facts.reputation; // => { value: "4", observedAt: "2026-11-16", source: "v-1", verified: false }
 * const { indicators, coverage } = evaluate(dealerScorecard, facts, { asOf: "2026-11-21" });
 * [indicators.afterSales.points, indicators.reputation.source, coverage]; // => [6, "v-1", 0.12]
 * ```
 */
export function factsFromSurvey<A>(
  form: SurveyForm<A>,
  records: Iterable<SurveyRecord>,
  options: SurveyOptions,
): SurveyFactsResult<A> {
  const { asOf, questions, issues } = lookAt(form, records, options);
  const feeding = questions.flatMap(({ question: { fact }, settled }) =>
    fact === undefined ? [] : [{ fact, first: settled.answers[0], isOpen: !isSettled(settled.rule) }],
  );
  const facts = feeding.flatMap(({ fact, first }) => (first === undefined ? [] : [[fact, factOf(first)] as const]));
  return {
    v: 1,
    asOf,
    facts: Object.fromEntries(facts) as unknown as SurveyFacts<A>,
    contradicted: feeding.filter(({ isOpen }) => isOpen).map(({ fact }) => fact),
    missing: feeding.filter(({ first }) => first === undefined).map(({ fact }) => fact),
    issues,
  };
}

function factOf({ value, notApplicable, observedAt, source, verified }: GivenAnswer): object {
  return notApplicable
    ? { notApplicable: true, observedAt, source, verified }
    : { value, observedAt, source, verified };
}
