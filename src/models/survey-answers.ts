import * as z from "zod/v4";
import type { Instant, PlainDate } from "../ground/dates.js";
import type { Result } from "../ground/result.js";
import { answerValue } from "./answer.js";
import type { ModelIssue } from "./issue.js";
import { knownSchema } from "./known.js";
import {
  DayOrMomentSchema,
  LineSchema,
  open,
  ProseSchema,
  RecordIdSchema,
  SafeIdSchema,
  VersionSchema,
} from "./leaf.js";
import { parseModel } from "./parse.js";
import type { SurveyAnswerValue } from "./record/answer.js";
import type { Known } from "./record/known.js";
import { inOrder, type Rule } from "./rule.js";

/**
 * A client survey form 客户调查表 as one visit filled it in (A4.3). One visit rarely fills it (A4.4): each has a record of its own, and
 * `surveyProgress` puts them together. Keys of the host's own are kept.
 */
export interface SurveyAnswers {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly clientId: string;
  /** The form that was filled in, and the host's version of it. */
  readonly formId: string;
  readonly formVersion?: string | undefined;
  /** The visit at which the answers were got. */
  readonly visitId?: string | undefined;
  /** When the answers were got; each may have a day of its own. */
  readonly answeredAt: PlainDate | Instant;
  /** Our person who asked and observed (A4.5). */
  readonly answeredBy?: string | undefined;
  /** By the id of the question. A value of `null`: asked, and not learnt. */
  readonly answers: Readonly<Record<string, Known<SurveyAnswerValue>>>;
  /** When it was discussed the same evening, and filed (A4.5). */
  readonly discussedAt?: PlainDate | Instant | undefined;
  readonly filedAt?: PlainDate | Instant | undefined;
  readonly notes?: string | undefined;
}

/** The schema of {@link SurveyAnswers}. `.extend` it with the host's own fields. */
export const SurveyAnswersSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    id: RecordIdSchema,
    clientId: RecordIdSchema,
    formId: SafeIdSchema,
    formVersion: LineSchema.optional(),
    visitId: RecordIdSchema.optional(),
    answeredAt: DayOrMomentSchema,
    answeredBy: RecordIdSchema.optional(),
    answers: z.record(SafeIdSchema, knownSchema(answerValue())),
    discussedAt: DayOrMomentSchema.optional(),
    filedAt: DayOrMomentSchema.optional(),
    notes: ProseSchema.optional(),
  }))();

const RULES: readonly Rule[] = [inOrder(["answeredAt"], ["discussedAt"]), inOrder(["answeredAt"], ["filedAt"])];

/**
 * Reads anything into {@link SurveyAnswers}, or lists everything that is wrong with it. Whether the answers suit the form is for
 * `surveyProgress` to say. The second argument is the host's own schema, extended from {@link SurveyAnswersSchema}.
 *
 * @example
 * ```ts
 * import { parseSurveyAnswers } from "keyaccount/models";
 *
 * const record = {
 *   v: 1, id: "a-1", clientId: "c-7", formId: "client-survey", visitId: "v-1", answeredAt: "2026-11-20",
 *   answers: { salesReps: { value: "6", verified: true }, buyingCriteria: { value: ["price", "service"] }, capital: { value: null } },
 * };
 * parseSurveyAnswers(record).ok; // => true
 * const result = parseSurveyAnswers({ ...record, filedAt: "2026-11-01" });
 * const codes = result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * codes; // => ["out-of-order at filedAt"]
 * ```
 */
export function parseSurveyAnswers(input: unknown): Result<SurveyAnswers, ModelIssue>;
export function parseSurveyAnswers<S extends z.ZodType<SurveyAnswers>>(
  input: unknown,
  schema: S,
): Result<z.output<S>, ModelIssue>;
export function parseSurveyAnswers(
  input: unknown,
  schema: z.ZodType<SurveyAnswers> = SurveyAnswersSchema,
): Result<SurveyAnswers, ModelIssue> {
  return parseModel(input, schema, RULES);
}
