import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { checkKeys } from "../../ground/keys.js";
import { checkRecord } from "../../ground/record.js";
import { checkTexts } from "../../portfolio/arguments.js";
import { soundForm } from "./check-form.js";
import type { KnownQuestionKeys } from "./define-survey.js";
import type { AnswerTypeOf, QuestionDefinition, SurveyForm } from "./form.js";

/** What {@link extendSurvey} changes. What is left out stays as it is. */
export interface SurveyExtension<N, O> {
  readonly id: string;
  /** The base's version unless told. */
  readonly version?: string | undefined;
  /** Asked after the base's questions, or in the place of one. */
  readonly questions?: (N & { readonly [K in keyof N]: KnownQuestionKeys<N[K]> }) | undefined;
  /** Questions of the base to leave out. */
  readonly omit?: readonly O[] | undefined;
}

/** The answers of a form `A` without the questions `O` and with the questions `N`. */
export type ExtendedAnswers<A, N, O> = {
  readonly [K in Exclude<keyof A, O> | keyof N]: K extends keyof N
    ? AnswerTypeOf<N[K]>
    : K extends keyof A
      ? A[K]
      : never;
};

/**
 * A survey form on the base of another one: with questions of the host's own, or without some of the base's. The base stays as it is.
 * Throws a `KeyAccountError` for the faults of `defineSurvey`, and for an omitted question that the base doesn't have
 * (`unknown-value`).
 *
 * @example
 * ```ts
 * import { extendSurvey } from "keyaccount";
 * import { clientSurvey } from "keyaccount/handbook";
 *
 * const ours = extendSurvey(clientSurvey, {
 *   id: "our-survey",
 *   questions: { coldStore: { facet: "channel", kind: "flag", fact: "coldStore" } },
 *   omit: ["floorArea"],
 * });
 * ours.questions.coldStore; // => { facet: "channel", kind: "flag", required: true, fact: "coldStore" }
 * ```
 */
export function extendSurvey<
  A,
  const N extends Readonly<Record<string, QuestionDefinition>> = Record<never, never>,
  const O extends keyof A & string = never,
>(base: SurveyForm<A>, extension: SurveyExtension<N, O>): SurveyForm<ExtendedAnswers<A, N, O>> {
  const known = soundForm(base);
  const issues: ArgumentIssue[] = [];
  const given = checkRecord(extension, [], issues);
  checkKeys(given, ["id", "version", "questions", "omit"], [], issues);
  const added = given["questions"] === undefined ? {} : checkRecord(given["questions"], ["questions"], issues);
  const omit = given["omit"] === undefined ? [] : checkTexts(given["omit"], ["omit"], issues);
  omit.forEach((received, index) => {
    if (typeof received !== "string" || Object.hasOwn(known.questions, received)) return;
    const allowed = Object.keys(known.questions);
    issues.push({ code: "unknown-value", path: ["omit", index], details: { received, allowed } });
  });
  throwIssues(issues);
  const kept = Object.entries(known.questions).filter(([id]) => !omit.includes(id));
  const form = soundForm({
    id: given["id"],
    version: given["version"] ?? known.version,
    questions: { ...Object.fromEntries(kept), ...added },
  });
  return form as unknown as SurveyForm<ExtendedAnswers<A, N, O>>;
}
