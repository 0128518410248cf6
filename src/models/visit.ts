import * as z from "zod/v4";
import type { Instant, PlainDate } from "../ground/dates.js";
import type { DecimalString } from "../ground/numeral.js";
import type { Result } from "../ground/result.js";
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
import { type Participant, ParticipantSchema } from "./participant.js";
import type { Known } from "./record/known.js";
import { distinct, inOrder, type Rule } from "./rule.js";
import {
  ACTIVITY_KINDS,
  ACTIVITY_PURPOSES,
  type ActivityKind,
  type ActivityPurpose,
  ATTITUDES,
  type Attitude,
  CONTACT_WAYS,
  type ContactWay,
  DEVELOPMENT_STEPS,
  type DevelopmentStep,
  FAILURE_CAUSES,
  type FailureCause,
  VISIT_FOCUSES,
  VISIT_MANNERS,
  VISIT_OUTCOMES,
  VISIT_TOPICS,
  type VisitFocus,
  type VisitManner,
  type VisitOutcome,
  type VisitTopic,
} from "./vocabulary.js";

/**
 * The record of a visit or another contact (D4.5 目标客户拜访记录表, A6.6, D5.3). Its length, the number of contacts and the
 * reasons of success are computed from records, not typed into them. Keys of the host's own are kept.
 */
export interface Visit {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly clientId: string;
  /** The plan that it carried out. */
  readonly planId?: string | undefined;
  /** The milestone that it worked at. */
  readonly milestoneId?: string | undefined;
  readonly opportunityId?: string | undefined;
  /** When it began; a plain day if the hour is unknown. */
  readonly startedAt: PlainDate | Instant;
  readonly endedAt?: PlainDate | Instant | undefined;
  /** Length, where only that is known. */
  readonly minutes?: number | undefined;
  readonly place?: string | undefined;
  /** The way of contact (D3, D5.3). */
  readonly way: ContactWay;
  /** The manner of visiting (A6.2). */
  readonly manner?: VisitManner | undefined;
  /** What it was (E7.4). */
  readonly activity?: ActivityKind | undefined;
  /** What it served (E7.4); none: waste. */
  readonly purposes?: readonly ActivityPurpose[] | undefined;
  /** The focus by the four-step method (A8.4). */
  readonly focus?: VisitFocus | undefined;
  readonly ours?: readonly Participant[] | undefined;
  readonly theirs?: readonly Participant[] | undefined;
  /** The product line that it was about. */
  readonly productLine?: string | undefined;
  /** What was talked of (B2.2, B2.8). */
  readonly topics?: readonly VisitTopic[] | undefined;
  readonly mainPoints?: string | undefined;
  readonly clientIdeas?: string | undefined;
  /** Advice for what next. */
  readonly advice?: string | undefined;
  /** Material handed over or received (A6.4). */
  readonly materials?: readonly string[] | undefined;
  /** What it cost besides our people's time: travel, material, entertainment; in the client's currency. */
  readonly cost?: DecimalString | undefined;
  readonly attitude?: Attitude | undefined;
  /** How far the development has come (D5.3). */
  readonly progress?: DevelopmentStep | undefined;
  readonly outcome?: VisitOutcome | undefined;
  /** Why it failed (A6.7). */
  readonly failureCauses?: readonly VisitFailure[] | undefined;
  /** Answers, as facts by the name of the archive's field or the scorecard's indicator (A4.4). */
  readonly learnt?: Readonly<Record<string, Known<string | number | boolean>>> | undefined;
  readonly nextStep?: NextStep | undefined;
  /** The client's opinion, asked for within a week (D4.6). */
  readonly followUp?: FollowUp | undefined;
  /** When it was reported (A6.6) and filed (A4.5). */
  readonly reportedAt?: PlainDate | Instant | undefined;
  readonly filedAt?: PlainDate | Instant | undefined;
  readonly notes?: string | undefined;
}

/** A cause of failure and what it was in this case (A6.7). */
export interface VisitFailure {
  readonly cause: FailureCause;
  readonly notes?: string | undefined;
}

/** What was agreed to come next (A6.4). */
export interface NextStep {
  readonly what: string;
  readonly dueOn?: PlainDate | Instant | undefined;
  /** Id of our person in charge. */
  readonly owner?: string | undefined;
}

/** A call or visit that asks for the client's opinion of a visit (D4.6). */
export interface FollowUp {
  readonly doneAt: PlainDate | Instant;
  readonly way: ContactWay;
  readonly opinion?: string | undefined;
}

/** The schema of {@link VisitFailure}. */
export const VisitFailureSchema = /* @__PURE__ */ (() =>
  open({ cause: openCodes(FAILURE_CAUSES), notes: ProseSchema.optional() }))();

/** The schema of {@link NextStep}. */
export const NextStepSchema = /* @__PURE__ */ (() =>
  open({ what: ProseSchema, dueOn: DayOrMomentSchema.optional(), owner: RecordIdSchema.optional() }))();

/** The schema of {@link FollowUp}. */
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
    learnt: z.record(SafeIdSchema, knownSchema(z.union([ProseSchema, z.number(), z.boolean()]))).optional(),
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
