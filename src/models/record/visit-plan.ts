import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ActivityKind, ActivityPurpose, ContactWay, VisitFocus, VisitManner } from "../../ground/vocabulary.js";
import type { Appointment, PreparatoryMeeting } from "./appointment.js";
import type { Participant } from "./participant.js";

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
