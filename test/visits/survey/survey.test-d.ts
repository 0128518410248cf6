import {
  defineSurvey,
  evaluate,
  extendSurvey,
  factsFromSurvey,
  formatQuestion,
  type NamedAmount,
  type Quantity,
  type SurveyAnswersOf,
  type SurveyForm,
  type SurveyProgress,
  surveyProgress,
} from "keyaccount";
import { clientSurvey, dealerScorecard, distributorScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import type { SurveyAnswers, Visit } from "keyaccount/models";
import { expectTypeOf, test } from "vitest";

const form = defineSurvey({
  id: "f",
  version: "1",
  questions: {
    reps: { facet: "channel", kind: "number", fact: "salesReps" },
    service: { facet: "channel", kind: "choice", options: ["none", "own-team"], fact: "afterSales" },
    engineers: { facet: "channel", kind: "flag", fact: "ownEngineers" },
    criteria: { facet: "consumers", kind: "ranking", options: ["price", "service"], fact: "criteria" },
    prices: { facet: "rivals", kind: "amounts", fact: "prices" },
    notes: { facet: "rivals", kind: "text" },
  },
});
const options = { asOf: "2026-11-21" };

test("ids, facts and their types are inferred", () => {
  const { answers } = surveyProgress(form, [], options);
  expectTypeOf<keyof typeof answers>().toEqualTypeOf<
    "reps" | "service" | "engineers" | "criteria" | "prices" | "notes"
  >();
  const { facts } = factsFromSurvey(form, [], options);
  expectTypeOf<keyof typeof facts>().toEqualTypeOf<
    "salesReps" | "afterSales" | "ownEngineers" | "criteria" | "prices"
  >();
  const value = <F>(fact: F) =>
    fact as Extract<F, { readonly value: unknown }>["value" & keyof Extract<F, { readonly value: unknown }>];
  expectTypeOf(value(facts.salesReps)).toEqualTypeOf<Quantity>();
  expectTypeOf(value(facts.afterSales)).toEqualTypeOf<"none" | "own-team">();
  expectTypeOf(value(facts.ownEngineers)).toEqualTypeOf<boolean>();
  expectTypeOf(value(facts.criteria)).toEqualTypeOf<readonly ("price" | "service")[]>();
  expectTypeOf(value(facts.prices)).toEqualTypeOf<readonly NamedAmount<Quantity>[]>();
});

test("A4.4 facts of the handbook's form go into its scorecards", () => {
  const { facts } = factsFromSurvey(clientSurvey, [], options);
  evaluate(dealerScorecard, facts, options);
  evaluate(distributorScorecard, facts, options);
  // @ts-expect-error the form asks nothing of that name
  void facts.nothing;
});

test("A4.2 a form made of another one's questions has the same answers", () => {
  const { afterSales, ownEngineers, buyingCriteria, rivals } = clientSurvey.questions;
  const ours = defineSurvey({
    id: "ours",
    version: "1",
    questions: { afterSales: { ...afterSales, required: true }, ownEngineers, buyingCriteria, rivals },
  });
  const { facts } = factsFromSurvey(ours, [], options);
  evaluate(dealerScorecard, facts, options);
  expectTypeOf(ours.questions.afterSales.options).toExtend<readonly ("none" | "with-maker" | "own-team")[]>();
  expectTypeOf(form.questions.criteria.options).toEqualTypeOf<readonly string[] & readonly ("price" | "service")[]>();
  // @ts-expect-error a list has no options
  void ours.questions.rivals.options;
});

test("stored visits and answers are records", () => {
  expectTypeOf(surveyProgress<Record<never, never>>)
    .parameter(1)
    .toExtend<Iterable<unknown>>();
  const records: readonly (Visit | SurveyAnswers)[] = [];
  surveyProgress(form, records, options);
});

test("A4.4 what to ask next, what is open and what contradicts itself go by the form's own ids", () => {
  const progress = surveyProgress(clientSurvey, [], options);
  for (const { question } of progress.next) formatQuestion(clientSurvey, question, { locale: en });
  for (const { question } of progress.contradictions) formatQuestion(clientSurvey, question, { locale: en });
  for (const id of progress.whole.open) formatQuestion(clientSurvey, id, { locale: en });
  for (const id of progress.facets.channel.open) formatQuestion(clientSurvey, id, { locale: en });
  for (const id of progress.unverified) formatQuestion(clientSurvey, id, { locale: en });
  const first = surveyProgress(form, [], options).next[0]?.question;
  expectTypeOf(first).toEqualTypeOf<keyof typeof form.questions | undefined>();
  // @ts-expect-error a question of another form
  if (first !== undefined) formatQuestion(clientSurvey, first, { locale: en });
  const loose: SurveyProgress = progress;
  expectTypeOf(loose.next[0]?.question).toEqualTypeOf<string | undefined>();
});

test("wrong ids, keys and codes don't compile", () => {
  const { answers } = surveyProgress(form, [], options);
  // @ts-expect-error no question has this id
  void answers.rep;
  // @ts-expect-error no question has this id
  formatQuestion(form, "rep", { locale: en });
  // @ts-expect-error the base has no question of this id
  extendSurvey(form, { id: "g", omit: ["rep"] });
  // @ts-expect-error a flag has no options
  defineSurvey({ id: "g", version: "1", questions: { a: { facet: "channel", kind: "flag", options: ["x"] } } });
  // @ts-expect-error there is no such facet
  defineSurvey({ id: "g", version: "1", questions: { a: { facet: "weather", kind: "flag" } } });
  // @ts-expect-error a rating needs both ends
  defineSurvey({ id: "g", version: "1", questions: { a: { facet: "channel", kind: "rating", min: 1 } } });
});

test("an extended form has the base's questions and its own, and lacks the omitted", () => {
  const ours = extendSurvey(form, {
    id: "g",
    questions: { cold: { facet: "channel", kind: "flag", fact: "cold" } },
    omit: ["notes", "reps"],
  });
  expectTypeOf<keyof typeof ours.questions>().toEqualTypeOf<"service" | "engineers" | "criteria" | "prices" | "cold">();
  const { facts } = factsFromSurvey(ours, [], options);
  expectTypeOf<keyof typeof facts>().toEqualTypeOf<"afterSales" | "ownEngineers" | "criteria" | "prices" | "cold">();
  // @ts-expect-error a question that was omitted has no answer
  void surveyProgress(ours, [], options).answers.notes;
});

test("any form can be passed on without its types", () => {
  const loose: SurveyForm = form;
  const { answers } = surveyProgress(loose, [], options);
  expectTypeOf(answers).toExtend<Readonly<Record<string, unknown>>>();
});

test("A4.3 answers written in code are tied to their form", () => {
  const answers: SurveyAnswersOf<typeof form> = { reps: { value: 5 }, engineers: { value: true, verified: true } };
  surveyProgress(form, [{ id: "v-1", startedAt: "2026-11-20", learnt: answers }], options);
  // @ts-expect-error no question has this id
  void ({ repz: { value: 5 } } satisfies SurveyAnswersOf<typeof form>);
  // @ts-expect-error a number isn't answered by yes
  void ({ reps: { value: true } } satisfies SurveyAnswersOf<typeof form>);
  void ({ criteria: { value: ["price"] } } satisfies SurveyAnswersOf<typeof form>);
  // @ts-expect-error no option has this code
  void ({ criteria: { value: ["prize"] } } satisfies SurveyAnswersOf<typeof form>);
});
