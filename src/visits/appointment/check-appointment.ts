import { isInstant } from "../../ground/dates.js";
import { demand, readInput } from "../../ground/reader.js";
import type { Appointment } from "../../models/record/appointment.js";
import { recordOf, rootFields } from "../fields.js";
import { type ReadAppointment, readAppointment } from "../read-appointment.js";
import { callAt, callFindings } from "./calls.js";
import {
  APPOINTMENT_FINDINGS,
  type AppointmentCheck,
  type AppointmentFinding,
  type AppointmentFindingCode,
  type AppointmentOptions,
  type AppointmentState,
} from "./check.js";
import { readSettings } from "./read-settings.js";
import { timeFindings } from "./time-findings.js";

/**
 * Checks an appointment (A6.3): whether both sides' people, time, place and goals are settled and the client agreed; whether it lies in working time, was asked for at the right time
 * of day (E9.2: an unknown contact in the first half hour of work or the last, a known one in the half hour before or the hour after), clashes with nothing that our people are
 * booked for, and leaves time for the ways. And when to call next.
 *
 * What isn't told is open, not wrong, and so is what was asked or confirmed after `asOf`. Times that are plain days say no hour, so nothing is checked against them but the day: whether it is a working day, and what else is booked on it. People without an id can't clash.
 * Where only the day is known when the appointment or a booking begins or ends, it may clash with whatever is in what it can take of that day (`may-clash`). A week's visits from `planWeek` are bookings as they are.
 *
 * Faulty options throw a `KeyAccountError`; what can't be read of the appointment is an issue and unknown.
 *
 * @example
 * ```ts
 * import { checkAppointment, defineCalendar } from "keyaccount";
 *
 * const calendar = defineCalendar({ id: "plain", zone: "+08:00", week: { monday: [{ from: "09:00", to: "18:00" }] } });
 * const appointment = {
 *   way: "phone", askedAt: "2026-11-23T04:00:00Z", confirmedAt: "2026-11-23", startsAt: "2026-11-30T09:30:00Z", endsAt: "2026-11-30T10:30:00Z",
 *   place: "its office", goals: ["meet"], ours: [{ id: "wang", name: "Wang" }], theirs: [{ name: "Li" }],
 * } as const;
 * const { state, findings } = checkAppointment(appointment, { asOf: "2026-11-23T05:00:00Z", calendar, contact: "unknown" });
 * state; // => "conflicting"
 * findings; // => [{ code: "outside-working-time", minutes: 30 }, { code: "outside-calling-window", askedAt: "2026-11-23T04:00:00Z" }]
 * ```
 */
export function checkAppointment(appointment: Appointment, options: AppointmentOptions): AppointmentCheck {
  const settings = readSettings(options);
  const reader = readInput({ appointment });
  const fields = demand(reader, recordOf(rootFields(reader), "appointment"), ["appointment"]);
  const read =
    fields === null ? NOTHING : readAppointment(fields, { asOf: settings.asOf, calendar: settings.resolved });
  const findings = [...openFindings(read), ...timeFindings(read, settings), ...callFindings(read, settings)];
  const place = ({ code }: AppointmentFinding): number => APPOINTMENT_FINDINGS.indexOf(code);
  return {
    v: 1,
    state: stateOf(findings),
    findings: findings.sort((a, b) => place(a) - place(b)),
    callAt: callAt(read, settings),
    issues: reader.issues,
  };
}

const NOTHING: ReadAppointment = {
  way: null,
  askedAt: null,
  confirmedAt: null,
  startsAt: null,
  endsAt: null,
  place: null,
  ours: null,
  theirs: null,
  goals: null,
};
const WRONG: readonly AppointmentFindingCode[] = [
  "in-past",
  "outside-working-time",
  "outside-calling-window",
  "clash",
  "travel-short",
];

function stateOf(findings: readonly AppointmentFinding[]): AppointmentState {
  if (findings.some(({ code }) => WRONG.includes(code))) return "conflicting";
  return findings.length === 0 ? "settled" : "open";
}

/** What A6.3 asks for and isn't settled. */
function openFindings(read: ReadAppointment): AppointmentFinding[] {
  const { startsAt, endsAt, ours, theirs, goals } = read;
  const open: { readonly [C in Plain]?: boolean } = {
    "way-open": read.way === null,
    "our-people-open": ours === null || ours.length === 0,
    "their-people-open": theirs === null || theirs.length === 0,
    "time-open": startsAt === null,
    "hour-open": startsAt !== null && !isInstant(startsAt),
    "end-open": startsAt !== null && (endsAt === null || (isInstant(startsAt) && !isInstant(endsAt))),
    "place-open": read.place === null,
    "goals-open": goals === null || goals.length === 0,
    unconfirmed: read.confirmedAt === null,
  };
  return Object.entries(open).flatMap(([code, isOpen]) => (isOpen ? [{ code: code as Plain }] : []));
}

type Plain = Extract<AppointmentFinding, { readonly code: "way-open" }>["code"];
