import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { demand, noFields } from "../../ground/reader.js";
import { checkRecord } from "../../ground/record.js";
import { checkTexts } from "../../portfolio/arguments.js";
import { demandId, distinctById, type Fields, fieldOf, idOf, refuseField, timeOf } from "../fields.js";
import { isNotYet } from "../known-by.js";
import { soundForm } from "../survey/check-form.js";
import type { SurveyForm } from "../survey/form.js";
import { namesOf } from "../survey/names.js";
import { type AnswerRule, type LearntAnswer, readAnswers } from "./read-answers.js";

/** The form that answers belong to. */
export interface AnswerForm {
  /** Tells which fact each question becomes, and which answers suit it; absent: answers go by the names and values that they have. */
  readonly form?: SurveyForm | undefined;
  /** Ids of other forms whose `SurveyAnswers` count too, as in `surveyProgress`; without a `form` those of any count. */
  readonly forms?: readonly string[] | undefined;
}

/** Which answers count, and how they are read. */
export interface FormRule extends AnswerRule {
  readonly asOf: string;
  /** Ids of the forms; `null`: of any. */
  readonly forms: readonly string[] | null;
}

/** Takes the form out of options; what is left of them, and the rule without its question. */
export function splitForm(options: unknown): {
  readonly rest: Readonly<Record<string, unknown>>;
  readonly form: Omit<FormRule, "asOf" | "calendar">;
} {
  const issues: ArgumentIssue[] = [];
  const { form = null, forms, ...kept } = checkRecord(options, [], issues);
  const rest = Object.assign(noFields(), kept) as Readonly<Record<string, unknown>>;
  const others = forms === undefined ? [] : checkTexts(forms, ["forms"], issues);
  throwIssues(issues);
  if (form === null) return { rest, form: { names: null, forms: null } };
  const sound = soundForm(form);
  return { rest, form: { names: namesOf(sound), forms: [sound.id, ...others] } };
}

/** `SurveyAnswers` that were read. */
export interface ReadForm {
  readonly id: string;
  readonly clientId: string;
  readonly visitId: string | null;
  readonly at: string;
  readonly answers: readonly LearntAnswer[];
}

/** Whether a record is a form filled in, and no visit. */
export function isForm({ record }: Fields): boolean {
  return record["answeredAt"] !== undefined;
}

/** A host's `SurveyAnswers` that could be read, each id once. */
export function readForms(records: readonly Fields[], rule: FormRule): ReadForm[] {
  return distinctById(records, (fields) => readForm(fields, rule));
}

/** A form filled in; `null` where its id, client or day is missing or faulty, it is of another form, or lies after `asOf`. */
function readForm(fields: Fields, rule: FormRule): ReadForm | null {
  const { reader, path } = fields;
  const [id, clientId] = [demandId(fields, "id"), demandId(fields, "clientId")];
  const at = demand(reader, timeOf(fields, "answeredAt"), [...path, "answeredAt"]);
  if (!isOf(fields, rule.forms) || id === null || clientId === null || at === null) return null;
  if (isNotYet(reader, at, [...path, "answeredAt"], rule)) return null;
  return { id, clientId, visitId: idOf(fields, "visitId"), at, answers: readAnswers(fields, "answers", rule) };
}

/** Answers to another form are none to this one. */
function isOf(fields: Fields, forms: readonly string[] | null): boolean {
  const formId = fieldOf(fields, "formId") ?? null;
  if (forms === null || formId === null || forms.includes(formId as string)) return true;
  refuseField(fields, "formId", { code: "unknown-value", details: { received: print(formId), allowed: [...forms] } });
  return false;
}
