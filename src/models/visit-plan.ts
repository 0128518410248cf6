import * as z from "zod/v4";
import type { Instant, PlainDate } from "../ground/dates.js";
import type { Result } from "../ground/result.js";
import {
  type Appointment,
  AppointmentSchema,
  type PreparatoryMeeting,
  PreparatoryMeetingSchema,
} from "./appointment.js";
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
import { type Participant, ParticipantSchema } from "./participant.js";
import { distinct, inOrder, type Rule, within } from "./rule.js";
import {
  ACTIVITY_KINDS,
  ACTIVITY_PURPOSES,
  type ActivityKind,
  type ActivityPurpose,
  CONTACT_WAYS,
  type ContactWay,
  VISIT_FOCUSES,
  VISIT_MANNERS,
  type VisitFocus,
  type VisitManner,
} from "./vocabulary.js";

/** A visit plan 访问计划 (A6.1 … A6.5, D4.1 … D4.3, A8.4). Keys of the host's own are kept. */
export interface VisitPlan {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly clientId: string;
  readonly milestoneId?: string | undefined;
  readonly opportunityId?: string | undefined;
  /** Which visit to this client it is, from 1. The first rarely closes (A6.2). */
  readonly visitNumber?: number | undefined;
  readonly startsAt?: PlainDate | Instant | undefined;
  readonly endsAt?: PlainDate | Instant | undefined;
  /** Planned length. */
  readonly minutes?: number | undefined;
  readonly place?: string | undefined;
  readonly way?: ContactWay | undefined;
  /** The manner of visiting (A6.2). */
  readonly manner?: VisitManner | undefined;
  readonly activity?: ActivityKind | undefined;
  /** What it shall serve (E7.4). */
  readonly purposes?: readonly ActivityPurpose[] | undefined;
  /** The one focus by the four-step method (A8.4). */
  readonly focus?: VisitFocus | undefined;
  readonly goals?: readonly string[] | undefined;
  /** Our participants and who does what (A6.1). */
  readonly ours?: readonly Participant[] | undefined;
  readonly theirs?: readonly Participant[] | undefined;
  /** Information to learn (A6.1, A4.4). */
  readonly learn?: readonly PlannedQuestion[] | undefined;
  /** What to present (A6.1). */
  readonly present?: readonly PlannedTopic[] | undefined;
  /** Material to hand over (A6.1, A3.2). */
  readonly handOver?: readonly string[] | undefined;
  /** Material to prepare with (D4.3) and things to carry (A4.1). */
  readonly carry?: readonly string[] | undefined;
  /** Questions the client may ask, with prepared answers (A6.1). */
  readonly expectedQuestions?: readonly ExpectedQuestion[] | undefined;
  readonly appointment?: Appointment | undefined;
  readonly preparatoryMeeting?: PreparatoryMeeting | undefined;
  /** What is still open: names of archive fields or survey facets that the visit shall close (A4.4). */
  readonly openParts?: readonly string[] | undefined;
  readonly notes?: string | undefined;
}

/** Something to learn: `field` is the name of the fact that the answer becomes. */
export interface PlannedQuestion {
  readonly question: string;
  readonly field?: string | undefined;
  /** Whom to ask: the id of a contact. */
  readonly contactId?: string | undefined;
}

/** Something to present, with its material. */
export interface PlannedTopic {
  readonly topic: string;
  readonly material?: string | undefined;
  /** Id of our person who presents it. */
  readonly presenter?: string | undefined;
}

/** A question the client may ask. Absent answer: not prepared yet. */
export interface ExpectedQuestion {
  readonly question: string;
  readonly answer?: string | undefined;
}

/** The schema of {@link PlannedQuestion}. */
export const PlannedQuestionSchema = /* @__PURE__ */ (() =>
  open({ question: ProseSchema, field: SafeIdSchema.optional(), contactId: RecordIdSchema.optional() }))();

/** The schema of {@link PlannedTopic}. */
export const PlannedTopicSchema = /* @__PURE__ */ (() =>
  open({ topic: LineSchema, material: LineSchema.optional(), presenter: RecordIdSchema.optional() }))();

/** The schema of {@link ExpectedQuestion}. */
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
