import type { Instant, PlainDate } from "../../ground/dates.js";
import type { AppointmentWay } from "../../ground/vocabulary.js";
import type { Participant } from "./participant.js";

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
