import type { PlainDate } from "../../ground/dates.js";
import type { DecimalString } from "../../ground/numeral.js";
import type { NotApplicable } from "../field.js";

/** What a client survey form says besides its answers. */
export type ClientSurveyFields = {
  readonly clientId: string;
  readonly client: string;
  readonly area: string;
  /** The last day whose answers are in it. */
  readonly asOf: PlainDate;
  /** How many visits it took. */
  readonly surveyVisits: number;
  /** The share of the required questions that are answered, 0 … 1. */
  readonly completeness: DecimalString;
  /** What is still open: the questions of the next visit (A4.4). */
  readonly openQuestions: readonly string[];
};

/** The answer to a question of a kind. A name with an amount is one text, `"Huaxin: 1200"`. */
export type SurveyAnswerOf<V> =
  | NotApplicable
  | (V extends boolean
      ? boolean
      : V extends readonly (infer E)[]
        ? readonly (E extends string ? E : string)[]
        : V extends number
          ? DecimalString
          : V);
