import { ownQuestions } from "./check-form.js";
import type { SurveyForm, SurveyQuestion } from "./form.js";
import { type ValueReader, valueReader } from "./read-value.js";

/** A question by whatever name it goes. */
interface NamedQuestion {
  readonly id: string;
  readonly question: SurveyQuestion;
  readonly reader: ValueReader;
}

/** Questions by id and by the fact that they become. */
export type QuestionNames = ReadonlyMap<string, NamedQuestion>;

/** The questions of a form by all their names. */
export function namesOf(form: SurveyForm): QuestionNames {
  return new Map(
    ownQuestions(form).flatMap(([id, question]) => {
      const named = { id, question, reader: valueReader(question) };
      return [[id, named] as const, [question.fact ?? id, named] as const];
    }),
  );
}

/** The one name under which a form's answers are known: the fact that they become, else the question's id; a name that the form doesn't know stands for itself. */
export function fieldFor(names: QuestionNames | null, name: string): string {
  const named = names?.get(name);
  return named === undefined ? name : (named.question.fact ?? named.id);
}
