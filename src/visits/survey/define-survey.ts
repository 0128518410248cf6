import { soundForm } from "./check-form.js";
import type { AnswerTypeOf, QuestionDefinition, SurveyForm } from "./form.js";

/** What a compile error shows where a question has a key that its kind doesn't know. No value has this type. */
export interface UnknownQuestionKey<K extends string> {
  readonly "use one of": K;
}

type KeyOf<K extends string> = keyof Extract<QuestionDefinition, { readonly kind: K }> & string;

/** Asks of a question whose kind is known at compile time that it has no other keys than that kind. */
export type KnownQuestionKeys<D> = D extends { readonly kind: infer K extends string }
  ? { readonly [X in Exclude<keyof D, KeyOf<K>>]: UnknownQuestionKey<KeyOf<K>> }
  : unknown;

/** What `defineSurvey` takes: `Q` are the questions. */
export interface SurveyDefinition<Q> {
  readonly v?: 1 | undefined;
  readonly id: string;
  readonly version: string;
  /** In the order in which they are asked. */
  readonly questions: Q & { readonly [K in keyof Q]: KnownQuestionKeys<Q[K]> };
}

/**
 * Defines a survey form (A4.2): checks it, brings it into canonical form and infers ids, answers and facts from it. The result is plain
 * frozen JSON; store it, edit it, extend it.
 *
 * Throws a `KeyAccountError` that lists the faults with code and path: an unknown facet, kind, unit or key, ids that a store would
 * refuse, options or facts that stand twice (`duplicate-id`), a range without room (`empty-range`).
 *
 * @example
 * ```ts
 * import { defineSurvey, surveyProgress } from "keyaccount";
 *
 * const form = defineSurvey({
 *   id: "short", version: "1",
 *   questions: {
 *     salesReps: { facet: "channel", kind: "number", unit: "people", min: 0, fact: "salesReps" },
 *     buyingCriteria: { facet: "consumers", kind: "ranking", options: ["price", "quality", "service"] },
 *   },
 * });
 * const visits = [{ id: "v-1", startedAt: "2026-11-20", learnt: { salesReps: { value: 6 } } }];
 * const { whole, next } = surveyProgress(form, visits, { asOf: "2026-11-21" });
 * whole.completeness; // => 0.5
 * next.map(({ question, reason }) => [question, reason]); // => [["buyingCriteria", "unanswered"]]
 * ```
 */
export function defineSurvey<const Q extends Readonly<Record<string, QuestionDefinition>>>(
  definition: SurveyDefinition<Q>,
): SurveyForm<{ readonly [K in keyof Q]: AnswerTypeOf<Q[K]> }> {
  return soundForm(definition) as unknown as SurveyForm<{ readonly [K in keyof Q]: AnswerTypeOf<Q[K]> }>;
}
