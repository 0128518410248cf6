import * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import {
  ACTIVITY_KINDS,
  ACTIVITY_PURPOSES,
  ATTITUDES,
  CONTACT_WAYS,
  DEVELOPMENT_STEPS,
  FAILURE_CAUSES,
  VISIT_FOCUSES,
  VISIT_MANNERS,
  VISIT_OUTCOMES,
  VISIT_TOPICS,
} from "../ground/vocabulary.js";
import { answerValue } from "./answer.js";
import type { ModelIssue } from "./issue.js";
import { knownSchema } from "./known.js";
import {
  AmountSchema,
  CountSchema,
  DayOrMomentSchema,
  LineSchema,
  open,
  openCodes,
  ProseSchema,
  RecordIdSchema,
  SafeIdSchema,
  VersionSchema,
} from "./leaf.js";
import { parseModel } from "./parse.js";
import { ParticipantSchema } from "./participant.js";
import type { Visit } from "./record/visit.js";
import { distinct, inOrder, type Rule } from "./rule.js";

/** The schema of `VisitFailure`. */
export const VisitFailureSchema = /* @__PURE__ */ (() =>
  open({ cause: openCodes(FAILURE_CAUSES), notes: ProseSchema.optional() }))();

/** The schema of `NextStep`. */
export const NextStepSchema = /* @__PURE__ */ (() =>
  open({ what: ProseSchema, dueOn: DayOrMomentSchema.optional(), owner: RecordIdSchema.optional() }))();

/** The schema of `FollowUp`. */
export const FollowUpSchema = /* @__PURE__ */ (() =>
  open({ doneAt: DayOrMomentSchema, way: openCodes(CONTACT_WAYS), opinion: ProseSchema.optional() }))();

/** The schema of {@link Visit}. `.extend` it with the host's own fields. */
export const VisitSchema = /* @__PURE__ */ (() =>
  open({
    v: VersionSchema,
    id: RecordIdSchema,
    clientId: RecordIdSchema,
    planId: RecordIdSchema.optional(),
    milestoneId: SafeIdSchema.optional(),
    opportunityId: RecordIdSchema.optional(),
    startedAt: DayOrMomentSchema,
    endedAt: DayOrMomentSchema.optional(),
    minutes: CountSchema.optional(),
    place: LineSchema.optional(),
    way: openCodes(CONTACT_WAYS),
    manner: openCodes(VISIT_MANNERS).optional(),
    activity: openCodes(ACTIVITY_KINDS).optional(),
    purposes: z.array(openCodes(ACTIVITY_PURPOSES)).max(100).optional(),
    focus: z.enum(VISIT_FOCUSES).optional(),
    ours: z.array(ParticipantSchema).max(1000).optional(),
    theirs: z.array(ParticipantSchema).max(1000).optional(),
    productLine: LineSchema.optional(),
    topics: z.array(openCodes(VISIT_TOPICS)).max(100).optional(),
    mainPoints: ProseSchema.optional(),
    clientIdeas: ProseSchema.optional(),
    advice: ProseSchema.optional(),
    materials: z.array(LineSchema).max(1000).optional(),
    cost: AmountSchema.optional(),
    attitude: z.enum(ATTITUDES).optional(),
    progress: openCodes(DEVELOPMENT_STEPS).optional(),
    outcome: z.enum(VISIT_OUTCOMES).optional(),
    failureCauses: z.array(VisitFailureSchema).max(100).optional(),
    learnt: z.record(SafeIdSchema, knownSchema(answerValue())).optional(),
    nextStep: NextStepSchema.optional(),
    followUp: FollowUpSchema.optional(),
    reportedAt: DayOrMomentSchema.optional(),
    filedAt: DayOrMomentSchema.optional(),
    notes: ProseSchema.optional(),
  }))();

const RULES: readonly Rule[] = [
  inOrder(["startedAt"], ["endedAt"]),
  inOrder(["startedAt"], ["nextStep", "dueOn"]),
  inOrder(["startedAt"], ["followUp", "doneAt"]),
  inOrder(["startedAt"], ["reportedAt"]),
  inOrder(["startedAt"], ["filedAt"]),
  distinct("ours", "id"),
  distinct("theirs", "id"),
  distinct("failureCauses", "cause"),
];

/**
 * Reads anything into a {@link Visit}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link VisitSchema}.
 *
 * @example
 * ```ts
 * import { parseVisit } from "keyaccount/models";
 *
 * const visit = {
 *   v: 1, id: "v-1", clientId: "c-7", way: "visit",
 *   startedAt: "2026-11-20T01:30:00Z", endedAt: "2026-11-20T02:15:00Z",
 *   attitude: "warm", learnt: { ownEngineers: { value: true, source: "v-1" } },
 * };
 * parseVisit(visit).ok; // => true
 * const result = parseVisit({ ...visit, endedAt: "2026-11-20T01:00:00Z" });
 * const codes = result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * codes; // => ["out-of-order at endedAt"]
 * ```
 */
export function parseVisit(input: unknown): Result<Visit, ModelIssue>;
export function parseVisit<S extends z.ZodType<Visit>>(input: unknown, schema: S): Result<z.output<S>, ModelIssue>;
export function parseVisit(input: unknown, schema: z.ZodType<Visit> = VisitSchema): Result<Visit, ModelIssue> {
  return parseModel(input, schema, RULES);
}
