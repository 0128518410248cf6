import { ofShape } from "../ground/of-shape.js";
import type { WordTable } from "../ground/words.js";
import type { SurveyForm, SurveyQuestion } from "../visits/survey/form.js";
import { fill } from "./fill.js";
import type { Locale } from "./locale.js";
import { wordFor } from "./lookup.js";
import { safeText } from "./safe-text.js";

/**
 * Says a question of a survey form as it is asked, with what may answer it: a unit, a range, options. A question without words in the
 * locale prints as its id, an option as its code; so does an id that the form doesn't have. What isn't of the shapes asked for ends in a
 * `KeyAccountError` (`wrong-type`, `unreadable`).
 *
 * @example
 * ```ts
 * import { formatQuestion } from "keyaccount";
 * import { clientSurvey } from "keyaccount/handbook";
 * import { en } from "keyaccount/locale/en";
 * import { zhCN } from "keyaccount/locale/zh-CN";
 *
 * formatQuestion(clientSurvey, "salesReps", { locale: en }); // => "How many of them are salespeople? (people; 0 or more)"
 * formatQuestion(clientSurvey, "afterSales", { locale: zhCN }); // => "由谁提供售后服务？（无 / 依靠厂家 / 自有队伍）"
 * ```
 */
export function formatQuestion<A>(
  form: SurveyForm<A>,
  id: keyof A & string,
  options: { readonly locale: Locale },
): string {
  return ofShape({ form, id, options }, () => write(form, id, options.locale));
}

function write<A>(form: SurveyForm<A>, id: keyof A & string, locale: Locale): string {
  const question = wordFor(locale.surveyQuestions, id);
  const asked: SurveyQuestion | undefined = Object.hasOwn(form.questions, id) ? form.questions[id] : undefined;
  const hints = asked === undefined ? [] : hintsOf(id, asked, locale);
  const { hint, and } = locale.survey;
  return safeText(hints.length === 0 ? question : fill(hint, { question, hint: hints.join(and) }, locale));
}

function hintsOf(id: string, asked: SurveyQuestion, locale: Locale): readonly string[] {
  const { survey, answers } = locale;
  switch (asked.kind) {
    case "number":
      return [...unitHint(asked.unit, locale), ...rangeHint(asked, locale)];
    case "rating":
      return rangeHint(asked, locale);
    case "choice":
      return [optionsOf(id, asked.options, locale)];
    case "ranking":
      return [fill(survey.ranking, { options: optionsOf(id, asked.options, locale) }, locale)];
    case "flag":
      return [[answers.yes, answers.no].join(survey.or)];
    case "amounts":
      return [survey.amounts, ...unitHint(asked.unit, locale)];
    case "list":
      return [survey.list];
    case "text":
      return [];
  }
}

function unitHint(unit: string | undefined, { surveyUnits }: Locale): string[] {
  return unit === undefined ? [] : [wordFor(surveyUnits, unit)];
}

/** A share says its range itself. */
function rangeHint(
  asked: { readonly unit?: string | undefined; readonly min?: string | undefined; readonly max?: string | undefined },
  { survey, plurals }: Locale,
): string[] {
  const { unit, min, max } = asked;
  if (unit === "share") return [];
  if (min !== undefined && max !== undefined) return [fill(survey.range, { min, max }, { plurals })];
  if (min !== undefined) return [fill(survey.atLeast, { min }, { plurals })];
  return max === undefined ? [] : [fill(survey.atMost, { max }, { plurals })];
}

function optionsOf(id: string, options: readonly string[], { survey, surveyOptions }: Locale): string {
  const tables: Readonly<Record<string, WordTable>> = surveyOptions;
  const words = Object.hasOwn(tables, id) ? tables[id] : undefined;
  return options.map((option) => wordFor(words ?? {}, option)).join(survey.or);
}
