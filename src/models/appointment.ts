import * as z from "zod/v4";
import type { Instant, PlainDate } from "../ground/dates.js";
import { DayOrMomentSchema, LineSchema, open, openCodes, ProseSchema } from "./leaf.js";
import { type Participant, ParticipantSchema } from "./participant.js";
import { APPOINTMENT_WAYS, type AppointmentWay } from "./vocabulary.js";

/** An appointment 预约 (A6.3): by phone, fax or letter; settles both sides' participants, time, place and goals. */
export interface Appointment {
  readonly way: AppointmentWay;
  /** When we asked for it. */
  readonly askedAt?: PlainDate | Instant | undefined;
  /** When the client agreed; absent: not yet. */
  readonly confirmedAt?: PlainDate | Instant | undefined;
  readonly startsAt?: PlainDate | Instant | undefined;
  readonly endsAt?: PlainDate | Instant | undefined;
  readonly place?: string | undefined;
  readonly ours?: readonly Participant[] | undefined;
  readonly theirs?: readonly Participant[] | undefined;
  readonly goals?: readonly string[] | undefined;
}

/** The meeting before the visit (D4.2). */
export interface PreparatoryMeeting {
  readonly at: PlainDate | Instant;
  readonly participants?: readonly Participant[] | undefined;
  readonly decisions?: string | undefined;
}

/** The schema of {@link Appointment}. */
export const AppointmentSchema = /* @__PURE__ */ (() =>
  open({
    way: openCodes(APPOINTMENT_WAYS),
    askedAt: DayOrMomentSchema.optional(),
    confirmedAt: DayOrMomentSchema.optional(),
    startsAt: DayOrMomentSchema.optional(),
    endsAt: DayOrMomentSchema.optional(),
    place: LineSchema.optional(),
    ours: z.array(ParticipantSchema).max(1000).optional(),
    theirs: z.array(ParticipantSchema).max(1000).optional(),
    goals: z.array(LineSchema).max(100).optional(),
  }))();

/** The schema of {@link PreparatoryMeeting}. */
export const PreparatoryMeetingSchema = /* @__PURE__ */ (() =>
  open({
    at: DayOrMomentSchema,
    participants: z.array(ParticipantSchema).max(1000).optional(),
    decisions: ProseSchema.optional(),
  }))();
