import * as z from "zod/v4";
import { APPOINTMENT_WAYS } from "../ground/vocabulary.js";
import { DayOrMomentSchema, LineSchema, open, openCodes, ProseSchema } from "./leaf.js";
import { ParticipantSchema } from "./participant.js";

/** The schema of `Appointment`. */
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

/** The schema of `PreparatoryMeeting`. */
export const PreparatoryMeetingSchema = /* @__PURE__ */ (() =>
  open({
    at: DayOrMomentSchema,
    participants: z.array(ParticipantSchema).max(1000).optional(),
    decisions: ProseSchema.optional(),
  }))();
