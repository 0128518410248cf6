import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import type { CallingWindow, ContactFamiliarity } from "../../ground/calendar/calling-windows.js";
import type { Instant, PlainDate } from "../../ground/dates.js";
import type { PortfolioIssue } from "../../ground/issue.js";
import type { Travel } from "../travel.js";

/** Something that our people are booked for: any `VisitPlan`, `Appointment` with an id, or visit of `planWeek` will do. */
export interface Booking {
  /** The client's id, where it has none. */
  readonly id?: string | undefined;
  readonly clientId?: string | undefined;
  readonly startsAt?: PlainDate | Instant | null | undefined;
  readonly endsAt?: PlainDate | Instant | null | undefined;
  readonly place?: string | null | undefined;
  readonly ours?: readonly { readonly id?: string | undefined }[] | undefined;
  readonly personId?: string | undefined;
}

/** How to check an appointment. */
export interface AppointmentOptions {
  readonly asOf: PlainDate | Instant;
  readonly calendar: WorkingCalendar;
  /** How well the person called knows us (E9.2); absent or `null`: not known. */
  readonly contact?: ContactFamiliarity | null | undefined;
  /** What our people are booked for besides. */
  readonly booked?: readonly Booking[] | undefined;
  /** How long ways take; without it none is known. */
  readonly travel?: Travel | undefined;
}

/** What is open in an appointment, then what is wrong with it. */
export const APPOINTMENT_FINDINGS = [
  "way-open",
  "our-people-open",
  "their-people-open",
  "time-open",
  "hour-open",
  "end-open",
  "place-open",
  "goals-open",
  "unconfirmed",
  "contact-unknown",
  "travel-unknown",
  "may-clash",
  "in-past",
  "outside-working-time",
  "outside-calling-window",
  "clash",
  "travel-short",
] as const;
/** A code of {@link AppointmentFinding}. */
export type AppointmentFindingCode = (typeof APPOINTMENT_FINDINGS)[number];

/**
 * What is open in an appointment (A6.3), or wrong with it.
 * - `…-open`: not settled; `hour-open`: only the day; `end-open`: no end, or only its day of a beginning to the minute · `unconfirmed`: the client hasn't agreed
 * - `contact-unknown`: nobody says how well the person called knows us, so the time of the call can't be judged · `travel-unknown`: nor how long the way is · `may-clash`: one of ours is booked that day, and of the one or the other nobody says at which hour, or when the earlier ends
 * - `in-past`: it begins before `asOf` · `outside-working-time`: so many of its minutes; `null` where its end isn't known, or only its day, on which nobody works
 * - `outside-calling-window`: it was asked for by phone at another time than E9.2 says · `clash`: one of ours is elsewhere then
 * - `travel-short`: the way from or to the booking beside it takes more minutes than there are
 */
export type AppointmentFinding =
  | { readonly code: "outside-working-time"; readonly minutes: number | null }
  | { readonly code: "outside-calling-window"; readonly askedAt: Instant }
  | { readonly code: "clash" | "may-clash" | "travel-unknown"; readonly person: string; readonly booking: string }
  | {
      readonly code: "travel-short";
      readonly person: string;
      readonly booking: string;
      readonly needed: number;
      readonly available: number;
    }
  | {
      readonly code: Exclude<
        AppointmentFindingCode,
        "outside-working-time" | "outside-calling-window" | "clash" | "travel-unknown" | "travel-short"
      >;
    };

/** How far an appointment has come. */
export const APPOINTMENT_STATES = ["settled", "open", "conflicting"] as const;
/** How far an appointment has come: nothing open or wrong; something open; something wrong. */
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** A checked appointment. Plain JSON. */
export interface AppointmentCheck {
  /** The version of this shape. */
  readonly v: 1;
  readonly state: AppointmentState;
  /** In the order of {@link APPOINTMENT_FINDINGS}, then by person and booking. */
  readonly findings: readonly AppointmentFinding[];
  /** When to call next (E9.2), for an appointment by phone that isn't confirmed with a person of known familiarity: what is left of the first day that has a time. */
  readonly callAt: readonly CallingWindow[];
  readonly issues: readonly PortfolioIssue[];
}
