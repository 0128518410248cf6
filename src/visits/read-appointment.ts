import type { Resolved } from "../ground/calendar/resolved.js";
import { APPOINTMENT_WAYS, type AppointmentWay } from "../ground/vocabulary.js";
import type { Appointment } from "../models/record/appointment.js";
import type { Participant } from "../models/record/participant.js";
import { type Fields, idOf, lineOf, linesOf, openCodeOf, proseOf, recordsOf, refuseField, timeOf } from "./fields.js";
import { isAfterOn, isNotYet, type Question } from "./known-by.js";
import { present } from "./present.js";

const MOST_GOALS = 100;
const MOST_PEOPLE = 1000;

/** An appointment that was read. */
export interface ReadAppointment {
  readonly way: string | null;
  readonly askedAt: string | null;
  readonly confirmedAt: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  /** `null`: nothing is said. */
  readonly ours: readonly Participant[] | null;
  readonly theirs: readonly Participant[] | null;
  readonly goals: readonly string[] | null;
}

/** An appointment (A6.3); a time before the one it must follow, or that it was asked for or confirmed after `asOf`, is an issue and unknown. */
export function readAppointment(fields: Fields, question: Question): ReadAppointment {
  const { calendar } = question;
  const askedAt = knownBy(fields, "askedAt", timeOf(fields, "askedAt"), question);
  const startsAt = timeOf(fields, "startsAt");
  return {
    way: openCodeOf(fields, "way", APPOINTMENT_WAYS),
    askedAt,
    confirmedAt: knownBy(fields, "confirmedAt", timeAfter(fields, "confirmedAt", askedAt, calendar), question),
    startsAt,
    endsAt: timeAfter(fields, "endsAt", startsAt, calendar),
    place: lineOf(fields, "place"),
    ours: readParticipants(fields, "ours"),
    theirs: readParticipants(fields, "theirs"),
    goals: linesOf(fields, "goals")?.slice(0, MOST_GOALS) ?? null,
  };
}

/** What comes after `asOf` isn't known yet. */
function knownBy({ reader, path }: Fields, key: string, time: string | null, question: Question): string | null {
  return isNotYet(reader, time, [...path, key], question) ? null : time;
}

/** A time that can't lie before another. */
export function timeAfter(
  fields: Fields,
  key: string,
  earlier: string | null,
  calendar: Resolved | null,
): string | null {
  const time = timeOf(fields, key);
  if (time === null || earlier === null || !isAfterOn(calendar, earlier, time)) return time;
  return refuseField(fields, key, { code: "out-of-order", details: { earlier, later: time } });
}

/** People of one side, each id once; `null` where nothing is said. */
export function readParticipants(fields: Fields, key: string): Participant[] | null {
  const people = recordsOf(fields, key);
  if (people === null) return null;
  const seen = new Set<string>();
  return people.slice(0, MOST_PEOPLE).flatMap((one) => {
    const [id, name] = [idOf(one, "id"), lineOf(one, "name")];
    if ((id === null && name === null) || (id !== null && seen.size === seen.add(id).size)) return [];
    const rest = { position: lineOf(one, "position"), rank: lineOf(one, "rank"), task: proseOf(one, "task") };
    return [{ name: name ?? String(id), ...present({ id, ...rest }) }];
  });
}

/** The appointment as a plan stores it; without a way there is none. */
export function asAppointment({ way, ours, theirs, goals, ...times }: ReadAppointment): Appointment | null {
  if (way === null) return null;
  return { way: way as AppointmentWay, ...present({ ...times, ours, theirs, goals }) };
}
