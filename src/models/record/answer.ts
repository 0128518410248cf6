import type { DecimalString } from "../../ground/numeral.js";

/** What can answer a question: text, decimal, option code; number; yes or no; texts or option codes in order; names with amounts. */
export type SurveyAnswerValue = string | number | boolean | readonly string[] | readonly AnsweredAmount[];

/** A name with its amount: a brand with its sales, a product with its price (A4.2). */
export interface AnsweredAmount {
  readonly name: string;
  readonly amount?: DecimalString | undefined;
}
