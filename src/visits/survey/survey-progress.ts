import { shareOf } from "../../portfolio/share.js";
import { SURVEY_FACETS, type SurveyFacet, type SurveyForm } from "./form.js";
import { type Look, lookAt } from "./look.js";
import {
  type AnswerState,
  type GivenAnswer,
  SURVEY_ASK_REASONS,
  type SurveyAnswer,
  type SurveyAsk,
  type SurveyAskReason,
  type SurveyCompleteness,
  type SurveyContradiction,
  type SurveyOptions,
  type SurveyProgress,
  type SurveyRecord,
} from "./progress.js";
import { isSettled } from "./settle.js";

type Looked = Look["questions"][number];

/**
 * Where a survey stands after some visits (A4.4): completeness by facet and whole, contradictions with who said what, what is open, and
 * the questions for the next visit in order.
 *
 * Of several answers to a question the one that holds is: fresh before stale, verified before unverified, later before earlier (a plain
 * day counts as its beginning, UTC), then the lesser record id. Nothing is overwritten silently: answers that differ are listed with the rule that
 * decided, and asked again unless the one that holds is verified and no older than the rest, or the rest is too old to count. What a question says may change
 * (`mayChange`, in the handbook's form willingness, texts and lists, for instance) is no contradiction where it did: the latest answer holds, verified or not, and is listed as `changed`.
 *
 * A question that doesn't arise leaves the count; a value of `null` or a blank text is asked, and not an answer. Completeness is
 * answered ÷ applicable required questions, rounded half away from zero to four decimals, `null` where none applies; without records it is 0.
 * A list or amounts in another order are the same answer; only a ranking has an order. Records that can't be read, `SurveyAnswers` of another form (`unknown-value`), and single answers that don't suit their question, are listed in `issues` and count as not given. The order of the
 * records changes nothing but the order of `issues`, and which of two records with one id is taken: the first. A form and a visit may have the same id.
 *
 * Throws a `KeyAccountError` for a faulty form, an `asOf` that is none (`not-a-date`), unknown options, records that break off or are more than 200,000, and records of
 * more than one client where no `clientId` says which (`several-clients`).
 *
 * @example
 * ```ts
 * import { surveyProgress } from "keyaccount";
 * import { clientSurvey } from "keyaccount/handbook";
 *
 * const visits = [
 *   { id: "v-1", startedAt: "2026-11-02", learnt: { floorArea: { value: 200 }, reputation: { value: 4 } } },
 *   { id: "v-2", startedAt: "2026-11-16", learnt: { floorArea: { value: 320, verified: true }, marketSize: { value: null } } },
 * ];
 * const { answers, contradictions, facets, next } = surveyProgress(clientSurvey, visits, { asOf: "2026-11-21" });
 * answers.floorArea.answer?.value; // => "320"
 * contradictions.map(({ question, rule, settled }) => [question, rule, settled]); // => [["floorArea", "verified-later", true]]
 * facets.consumers.completeness; // => 0
 * next.find(({ question }) => question === "marketSize")?.asked; // => 1
 * ```
 */
export function surveyProgress<A>(
  form: SurveyForm<A>,
  records: Iterable<SurveyRecord>,
  options: SurveyOptions,
): SurveyProgress<A> {
  const look = lookAt(form, records, options);
  const { questions } = look;
  const facets = SURVEY_FACETS.map((facet) => [
    facet,
    completenessOf(questions.filter((one) => one.question.facet === facet)),
  ]);
  const progress = {
    v: 1 as const,
    form: { id: look.form.id, version: look.form.version },
    asOf: look.asOf,
    records: look.records,
    whole: completenessOf(questions),
    facets: Object.fromEntries(facets) as { readonly [F in SurveyFacet]: SurveyCompleteness },
    answers: Object.fromEntries(questions.map((one) => [one.id, answerOf(one)])),
    contradictions: questions.flatMap(contradictionOf),
    next: SURVEY_ASK_REASONS.flatMap((reason) => questions.flatMap((one) => asksFor(one, reason))),
    unverified: questions.filter(isUnverified).map(({ id }) => id),
    beyond: look.beyond,
    unfiled: look.unfiled,
    undiscussed: look.undiscussed,
    issues: look.issues,
  };
  return progress as unknown as SurveyProgress<A>;
}

function stateOf({ settled: { answers, isStale } }: Looked): AnswerState {
  const [first] = answers;
  if (first === undefined) return "open";
  if (isStale) return "stale";
  return first.notApplicable ? "not-applicable" : "answered";
}

function answerOf(one: Looked): SurveyAnswer {
  const { answers, ageDays, asked } = one.settled;
  const [first] = answers;
  return { state: stateOf(one), answer: first === undefined ? null : copy(first), ageDays, asked };
}

/** Answers stand in several places of a result: each has its own copy. */
function copy(answer: GivenAnswer): GivenAnswer {
  return JSON.parse(JSON.stringify(answer)) as GivenAnswer;
}

function completenessOf(questions: readonly Looked[]): SurveyCompleteness {
  const states = questions.filter(({ question }) => question.required).map(stateOf);
  const count = (state: AnswerState): number => states.filter((one) => one === state).length;
  const [answered, notApplicable] = [count("answered"), count("not-applicable")];
  const applicable = states.length - notApplicable;
  return {
    required: states.length,
    answered,
    notApplicable,
    stale: count("stale"),
    completeness: applicable === 0 ? null : shareOf(answered, applicable),
    open: questions.filter(isOpen).map(({ id }) => id),
  };
}

function isOpen(one: Looked): boolean {
  const state = stateOf(one);
  return state === "open" || state === "stale";
}

function isUnverified(one: Looked): boolean {
  return stateOf(one) === "answered" && one.settled.answers[0]?.verified === false;
}

function contradictionOf({ id, question, settled: { rule, answers } }: Looked): SurveyContradiction[] {
  if (rule === null) return [];
  return [{ question: id, facet: question.facet, answers: answers.map(copy), rule, settled: isSettled(rule) }];
}

function asksFor(one: Looked, reason: SurveyAskReason): SurveyAsk[] {
  if (askReasonOf(one) !== reason) return [];
  const { id, question, settled } = one;
  return [{ question: id, facet: question.facet, reason, fact: question.fact ?? null, asked: settled.asked }];
}

/** Why to ask it again; `null`: no need. */
function askReasonOf(one: Looked): SurveyAskReason | null {
  const state = stateOf(one);
  if (!isSettled(one.settled.rule)) return "contradicted";
  if (state === "open") return one.question.required ? "unanswered" : "optional";
  return state === "stale" ? "outdated" : null;
}
