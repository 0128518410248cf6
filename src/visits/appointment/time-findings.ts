import { minuteOf } from "../../ground/calendar/clock.js";
import { hoursOn, minutesBefore } from "../../ground/calendar/tally.js";
import { dayOf } from "../../ground/dates.js";
import { isAfterOn } from "../known-by.js";
import type { ReadAppointment } from "../read-appointment.js";
import { bookingFindings, type Taken, takenFrom } from "./bookings.js";
import type { AppointmentFinding } from "./check.js";
import type { Settings } from "./read-settings.js";

/** What is wrong, or may be, with the time of an appointment: past, out of working time, beside what else our people are booked for. */
export function timeFindings(
  { startsAt, endsAt, place, ours }: ReadAppointment,
  settings: Settings,
): AppointmentFinding[] {
  const past: AppointmentFinding[] =
    startsAt !== null && isAfterOn(settings.resolved, settings.asOf, startsAt) ? [{ code: "in-past" }] : [];
  if (startsAt === null) return past;
  const taken = takenFrom(startsAt, endsAt, place, settings.resolved);
  const people = (ours ?? []).flatMap(({ id }) => id ?? []);
  return [
    ...past,
    ...outsideWork(startsAt, endsAt, taken, settings),
    ...bookingFindings(taken, people, settings.booked, settings.way),
  ];
}

function outsideWork(
  startsAt: string,
  endsAt: string | null,
  { certain }: Taken,
  settings: Settings,
): AppointmentFinding[] {
  if (certain === null) return offDay(startsAt, settings);
  const worked = minutesBefore(settings.resolved, certain.end) - minutesBefore(settings.resolved, certain.start);
  const outside = certain.end - certain.start - worked;
  const minutes = minuteOf(endsAt) === null ? null : outside;
  return outside > 0 ? [{ code: "outside-working-time", minutes }] : [];
}

/** Of a plain day only the day can be checked: whether anybody works on it. */
function offDay(day: string, { resolved }: Settings): AppointmentFinding[] {
  const isOff = hoursOn(resolved, dayOf(day) as number).minutes === 0;
  return isOff ? [{ code: "outside-working-time", minutes: null }] : [];
}
