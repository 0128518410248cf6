// What is known of a dealer in the evening: the filled form, the grade with the interval that is still open, whether it is a target client, and what to ask next.
import {
  type Evaluation,
  evaluate,
  factsFromSurvey,
  identifyTarget,
  nextQuestions,
  type SurveyProgress,
  surveyProgress,
  type TargetIdentification,
} from "keyaccount";
import { type DealerFacts, type DealerGrade, type DealerGroup, dealerScorecard } from "keyaccount/handbook";
import type { Visit } from "keyaccount/models";
import { sweepForm } from "./form.js";

/** Questions of one visit: more would be an interrogation. */
const QUESTIONS = 4;

/** A dealer as it stands in an evening. */
export interface Judged {
  readonly id: string;
  readonly evaluation: Evaluation<DealerFacts, DealerGrade, DealerGroup>;
  readonly progress: SurveyProgress;
  readonly target: TargetIdentification;
  /** The indicators that tell most, without those that the dealer wouldn't speak of. */
  readonly ask: readonly string[];
}

/** Judges a dealer by the visits so far. */
export function judge(id: string, visits: readonly Visit[], asOf: string): Judged {
  const look = { asOf, clientId: id };
  const { facts } = factsFromSurvey(sweepForm, visits, look);
  const progress = surveyProgress(sweepForm, visits, look);
  const { questions } = nextQuestions(dealerScorecard, facts, { asOf });
  const open = questions.filter(({ indicator }) => progress.answers[indicator].asked === 0);
  return {
    id,
    evaluation: evaluate(dealerScorecard, facts, { asOf }),
    progress,
    target: identifyTarget(visits, look),
    ask: open.slice(0, QUESTIONS).map(({ indicator }) => indicator),
  };
}
