import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../ground/json.js";
import { isNumeral } from "../ground/numeral.js";
import { print } from "../ground/print.js";
import { sha256 } from "../ground/sha256.js";
import { makeForm } from "./define-form.js";
import type { FormField } from "./field.js";
import type { Form, NoFields } from "./form.js";
import type { ClientSurveyFields, SurveyAnswerOf } from "./forms/client-survey.js";
import { readRecord } from "./keys.js";
import { plainText } from "./plain-text.js";

const LONGEST_VERSION = 64;

/** A survey, as far as a form is made of it: any `SurveyForm`. */
export interface SurveyLike<A> {
  readonly id: string;
  readonly version: string;
  /** By id, in the order in which they are asked. */
  readonly questions: { readonly [K in keyof A]: QuestionLike };
}

/** A question, as far as a field is made of it. */
export interface QuestionLike {
  readonly kind: string;
  readonly options?: readonly string[] | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
}

/** The answer's value out of what a survey knows of a question. */
export type SurveyValueOf<T> = T extends { readonly value: infer V } ? V : string;

/** A client survey form's fields: who and how far, then an answer for each question. */
export type SurveyFields<A> = ClientSurveyFields & { readonly [K in keyof A]: SurveyAnswerOf<SurveyValueOf<A[K]>> };

const HEAD: Readonly<Record<keyof ClientSurveyFields, FormField>> = {
  clientId: { type: "text", longest: 128, required: true },
  client: { type: "text", longest: 200 },
  area: { type: "text", longest: 200 },
  asOf: { type: "day" },
  surveyVisits: { type: "integer", least: 0 },
  completeness: { type: "decimal", least: 0, most: 1 },
  openQuestions: { type: "text", many: true },
};

/** What each kind of question is as a field. */
const FIELDS: Readonly<Record<string, (question: JsonObject, id: string) => JsonObject>> = {
  number: bounded,
  rating: bounded,
  choice: (question, id) => ({ type: "code", codes: question["options"] ?? null, list: id }),
  ranking: (question, id) => ({ type: "code", codes: question["options"] ?? null, list: id, many: true }),
  flag: () => ({ type: "flag" }),
  text: () => ({ type: "text" }),
  list: () => ({ type: "text", many: true }),
  amounts: () => ({ type: "text", many: true }),
};

function bounded({ min, max }: JsonObject): JsonObject {
  return {
    type: "decimal",
    ...(min === undefined ? {} : { least: boundOf(min) }),
    ...(max === undefined ? {} : { most: boundOf(max) }),
  };
}

/** A number, or whatever else it is for the form to refuse. */
function boundOf(bound: Json): Json {
  return typeof bound === "string" && isNumeral(bound) ? Number(bound) : bound;
}

/**
 * The client survey form 客户调查表 (A4.3) of a survey: a form with a field for each of its questions, in their order, that may not apply. Its id is
 * `client-survey`, its version the survey's id and version, or their SHA-256 where they are longer than 64 characters. Its labels are the questions themselves and the words of their options, from the locale's `surveyQuestions` and
 * `surveyOptions`; a host's own question has its words there too.
 *
 * Throws `KeyAccountError`: for a kind of question that there isn't (`unknown-value`), and for a question that is called as one of the form's own fields
 * (`duplicate-id`).
 *
 * @example
 * ```ts
 * import { clientSurveyForm, parseSheet } from "keyaccount/reports";
 *
 * const form = clientSurveyForm({
 *   id: "short", version: "1",
 *   questions: { salesReps: { kind: "number", min: 0 }, ownEngineers: { kind: "flag" } },
 * });
 * const read = parseSheet(form, { fields: { clientId: "c-7", salesReps: "6", ownEngineers: { notApplicable: true } } });
 * read.ok; // => true
 * ```
 */
export function clientSurveyForm<A>(survey: SurveyLike<A>): Form<SurveyFields<A>, NoFields> {
  const { id = null, version = null, questions = null } = readRecord(survey);
  const issues: ArgumentIssue[] = [];
  const asked = isRecord(questions) ? Object.entries(questions) : [];
  if (asked.length === 0) issues.push({ code: "too-few", path: ["questions"], details: { least: 1, received: 0 } });
  const fields = asked.map(([name, question]) => [name, fieldOf(name, question, issues)] as const);
  throwIssues(issues);
  return makeForm({
    id: "client-survey",
    version: versionOf(id, version),
    fields: { ...HEAD, openQuestions: openField(fields.map(([name]) => name)), ...Object.fromEntries(fields) },
  }) as unknown as Form<SurveyFields<A>, NoFields>;
}

/** A survey's id and version; where they are too long for a form, what stands for the two of them only. */
function versionOf(id: Json, version: Json): string {
  const text = `${plainText(id)} ${plainText(version)}`;
  return text.length <= LONGEST_VERSION ? text : sha256(text);
}

/** Questions to choose from, in their own words. */
function openField(codes: readonly string[]): JsonObject {
  return { type: "code", codes, list: "surveyQuestions", many: true, asked: true };
}

function fieldOf(id: string, question: Json, issues: ArgumentIssue[]): JsonObject {
  const path = ["questions", id];
  if (Object.hasOwn(HEAD, id)) issues.push({ code: "duplicate-id", path, details: { id } });
  const kind = isRecord(question) ? (question["kind"] ?? null) : null;
  const make = typeof kind === "string" && Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
  if (make !== undefined) return { ...make(question as JsonObject, id), mayNotApply: true, asked: true };
  issues.push({
    code: "unknown-value",
    path: [...path, "kind"],
    details: { received: print(kind), allowed: Object.keys(FIELDS) },
  });
  return {};
}
