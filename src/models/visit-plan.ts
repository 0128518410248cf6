import * as z from "zod/v4";
import type { Result } from "../ground/result.js";
import { ACTIVITY_KINDS, ACTIVITY_PURPOSES, CONTACT_WAYS, VISIT_FOCUSES, VISIT_MANNERS } from "../ground/vocabulary.js";
import { AppointmentSchema, PreparatoryMeetingSchema } from "./appointment.js";
import type { ModelIssue } from "./issue.js";
import {
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
import type { VisitPlan } from "./record/visit-plan.js";
import { distinct, inOrder, type Rule, within } from "./rule.js";

/** The schema of `PlannedQuestion`. */
export const PlannedQuestionSchema = /* @__PURE__ */ (() =>
  open({ question: ProseSchema, field: SafeIdSchema.optional(), contactId: RecordIdSchema.optional() }))();

/** The schema of `PlannedTopic`. */
export const PlannedTopicSchema = /* @__PURE__ */ (() =>
  open({ topic: LineSchema, material: LineSchema.optional(), presenter: RecordIdSchema.optional() }))();

/** The schema of `ExpectedQuestion`. */
export const ExpectedQuestionSchema = /* @__PURE__ */ (() =>
  open({ question: ProseSchema, answer: ProseSchema.optional() }))();

/** The schema of {@link VisitPlan}. `.extend` it with the host's own fields. */
export const VisitPlanSchema = /* @__PURE__ */ (() => {
  const lines = z.array(LineSchema).max(1000).optional();
  return open({
    v: VersionSchema,
    id: RecordIdSchema,
    clientId: RecordIdSchema,
    milestoneId: SafeIdSchema.optional(),
    opportunityId: RecordIdSchema.optional(),
    visitNumber: z.int().min(1).max(10_000).optional(),
    startsAt: DayOrMomentSchema.optional(),
    endsAt: DayOrMomentSchema.optional(),
    minutes: CountSchema.optional(),
    place: LineSchema.optional(),
    way: openCodes(CONTACT_WAYS).optional(),
    manner: openCodes(VISIT_MANNERS).optional(),
    activity: openCodes(ACTIVITY_KINDS).optional(),
    purposes: z.array(openCodes(ACTIVITY_PURPOSES)).max(100).optional(),
    focus: z.enum(VISIT_FOCUSES).optional(),
    goals: lines,
    ours: z.array(ParticipantSchema).max(1000).optional(),
    theirs: z.array(ParticipantSchema).max(1000).optional(),
    learn: z.array(PlannedQuestionSchema).max(1000).optional(),
    present: z.array(PlannedTopicSchema).max(1000).optional(),
    handOver: lines,
    carry: lines,
    expectedQuestions: z.array(ExpectedQuestionSchema).max(1000).optional(),
    appointment: AppointmentSchema.optional(),
    preparatoryMeeting: PreparatoryMeetingSchema.optional(),
    openParts: lines,
    notes: ProseSchema.optional(),
  });
})();

const RULES: readonly Rule[] = [
  inOrder(["startsAt"], ["endsAt"]),
  inOrder(["preparatoryMeeting", "at"], ["startsAt"]),
  distinct("ours", "id"),
  distinct("theirs", "id"),
  within("appointment", [
    inOrder(["startsAt"], ["endsAt"]),
    inOrder(["askedAt"], ["confirmedAt"]),
    distinct("ours", "id"),
    distinct("theirs", "id"),
  ]),
  within("preparatoryMeeting", [distinct("participants", "id")]),
];

/**
 * Reads anything into a {@link VisitPlan}, or lists everything that is wrong with it. The second argument is the host's own
 * schema, extended from {@link VisitPlanSchema}.
 *
 * @example
 * ```ts
 * import { parseVisitPlan } from "keyaccount/models";
 *
 * const plan = {
 *   v: 1, id: "p-1", clientId: "c-7", visitNumber: 1, focus: "impression", startsAt: "2026-11-24",
 *   learn: [{ question: "How many salespeople?", field: "salesReps" }],
 *   preparatoryMeeting: { at: "2026-11-23" },
 * };
 * parseVisitPlan(plan).ok; // => true
 * const result = parseVisitPlan({ ...plan, preparatoryMeeting: { at: "2026-11-28" } });
 * const codes = result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
 * codes; // => ["out-of-order at startsAt"]
 * ```
 */
export function parseVisitPlan(input: unknown): Result<VisitPlan, ModelIssue>;
export function parseVisitPlan<S extends z.ZodType<VisitPlan>>(
  input: unknown,
  schema: S,
): Result<z.output<S>, ModelIssue>;
export function parseVisitPlan(
  input: unknown,
  schema: z.ZodType<VisitPlan> = VisitPlanSchema,
): Result<VisitPlan, ModelIssue> {
  return parseModel(input, schema, RULES);
}
