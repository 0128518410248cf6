import { isAfter, isInstant } from "../../ground/dates.js";
import { minutesBetween } from "../../ground/visit-length.js";
import type { PreparatoryMeeting } from "../../models/record/appointment.js";
import { type Fields, lineOf, linesOf, proseOf, recordOf, refuseField, timeOf } from "../fields.js";
import { present } from "../present.js";
import { type ReadAppointment, readParticipants, timeAfter } from "../read-appointment.js";
import type { OpenPartCode } from "./plan.js";

const MOST_GOALS = 100;

/** When and where, and what of that is open. */
export interface Timing {
  readonly plan: {
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly minutes: number | null;
    readonly place: string | null;
    readonly goals: readonly string[] | null;
    readonly preparatoryMeeting: PreparatoryMeeting | null;
  };
  readonly open: readonly Extract<OpenPartCode, "time" | "hour" | "past" | "place" | "goals">[];
  /** What the appointment says otherwise. */
  readonly differs: readonly ("time" | "place")[];
}

/** When, where and to what end: as told, else as the appointment says (A6.3); only a meeting needs a place. And the meeting before (D4.2). */
export function timingOf(root: Fields, appointment: ReadAppointment | null, asOf: string, isMeeting: boolean): Timing {
  const startsAt = timeOf(root, "startsAt") ?? appointment?.startsAt ?? null;
  const endsAt = timeAfter(root, "endsAt", startsAt, null) ?? notBefore(appointment?.endsAt ?? null, startsAt);
  const place = lineOf(root, "place") ?? appointment?.place ?? null;
  const goals = linesOf(root, "goals")?.slice(0, MOST_GOALS) ?? appointment?.goals ?? null;
  const plan = { startsAt, endsAt, minutes: minutesBetween(startsAt, endsAt), place, goals };
  const isUnset = goals === null || goals.length === 0;
  return {
    plan: { ...plan, preparatoryMeeting: readMeeting(root, startsAt) },
    open: [
      ...timeOpen(startsAt, asOf),
      ...(place === null && isMeeting ? ["place" as const] : []),
      ...(isUnset ? ["goals" as const] : []),
    ],
    differs: appointment === null ? [] : differences(plan, appointment),
  };
}

function differences(
  plan: Pick<Timing["plan"], "startsAt" | "endsAt" | "place">,
  settled: ReadAppointment,
): ("time" | "place")[] {
  const isMoved = isOtherTime(plan.startsAt, settled.startsAt) || isOtherTime(plan.endsAt, settled.endsAt);
  const isElsewhere = settled.place !== null && plan.place !== settled.place;
  return [...(isMoved ? ["time" as const] : []), ...(isElsewhere ? ["place" as const] : [])];
}

/** A day and a moment within it are no other time. */
function isOtherTime(planned: string | null, settled: string | null): boolean {
  return planned !== null && settled !== null && (isAfter(planned, settled) || isAfter(settled, planned));
}

/** The appointment's end is none of a visit that was moved behind it. */
function notBefore(endsAt: string | null, startsAt: string | null): string | null {
  return endsAt !== null && startsAt !== null && isAfter(startsAt, endsAt) ? null : endsAt;
}

function timeOpen(startsAt: string | null, asOf: string): ("time" | "hour" | "past")[] {
  if (startsAt === null) return ["time"];
  return [...(isInstant(startsAt) ? [] : ["hour" as const]), ...(isAfter(asOf, startsAt) ? ["past" as const] : [])];
}

function readMeeting(root: Fields, startsAt: string | null): PreparatoryMeeting | null {
  const meeting = recordOf(root, "preparatoryMeeting");
  const at = meeting && timeOf(meeting, "at");
  if (meeting === null || at === null) return null;
  if (startsAt !== null && isAfter(at, startsAt))
    return refuseField(meeting, "at", { code: "out-of-order", details: { earlier: at, later: startsAt } });
  const rest = { participants: readParticipants(meeting, "participants"), decisions: proseOf(meeting, "decisions") };
  return { at, ...present(rest) };
}
