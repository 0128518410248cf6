import { groupBy } from "../group.js";
import { fieldFor } from "../survey/names.js";
import type { GivenAnswer } from "../survey/progress.js";
import { settle } from "../survey/settle.js";
import { byTime } from "../time.js";
import { type AnswerRule, isAnswered, type LearntAnswer } from "./read-answers.js";
import type { ReadForm } from "./read-forms.js";
import type { ReadVisit } from "./read-visits.js";

/** What one record says. */
export interface Said {
  readonly id: string;
  readonly at: string;
  readonly answers: readonly LearntAnswer[];
}

/** What visits and forms say, in order of time, ties by id, a form before a visit. */
export function saidBy(visits: readonly ReadVisit[], forms: readonly ReadForm[]): Said[] {
  return [...forms, ...visits.map(({ id, startedAt, learnt }) => ({ id, at: startedAt, answers: learnt }))].sort(
    (a, b) => byTime(a.at, b.at) || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1),
  );
}

/** The answer that holds to each field by the rule of `surveyProgress`, in the order in which fields come up; what was only asked has none. */
export function settledAnswers(
  said: readonly Said[],
  { names, asOf }: AnswerRule & { readonly asOf: string },
): ReadonlyMap<string, GivenAnswer> {
  const given = said.flatMap(({ answers, ...record }) =>
    answers.filter(isAnswered).map((answer) => [answer.field, givenIn(record, answer)] as const),
  );
  const byField = groupBy(given, ([field]) => field);
  const questions = new Map([...(names ?? [])].map(([name, { question }]) => [fieldFor(names, name), question]));
  return new Map(
    [...byField].map(([field, all]) => {
      const { answers } = settle(
        questions.get(field) ?? AS_IT_IS,
        all.map(([, answer]) => answer),
        0,
        asOf,
      );
      return [field, answers[0] as GivenAnswer];
    }),
  );
}

/** Nothing is known of a question that no form asks: its answer holds for ever. */
const AS_IT_IS = { kind: "ranking" } as const;

function givenIn({ id, at }: Pick<Said, "id" | "at">, answer: LearntAnswer): GivenAnswer {
  const { value, notApplicable, observedAt, source, verified } = answer;
  return {
    value: value as GivenAnswer["value"],
    notApplicable,
    observedAt: observedAt ?? at,
    source: source ?? id,
    verified: verified === true,
    recordId: id,
  };
}
