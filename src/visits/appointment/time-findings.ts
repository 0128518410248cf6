import { minuteOf } from "../../ground/calendar/clock.js";
import { hoursOn, minutesBefore } from "../../ground/calendar/tally.js";
import { dayOf } from "../../ground/dates.js";
import { isAfterOn } from "../known-by.js";
import type { ReadAppointment } from "../read-appointment.js";
import { bookingFindings, type DayBooking, dayBooking, dayFindings, daysOf, type Slot, slotOf } from "./bookings.js";
import type { AppointmentFinding } from "./check.js";
import type { Settings } from "./read-settings.js";

/** What is wrong, or may be, with the time of an appointment: past, out of working time, beside what else our people are booked for. */
export function timeFindings(
  { startsAt, endsAt, place, ours }: ReadAppointment,
  settings: Settings,
): AppointmentFinding[] {
  const past: AppointmentFinding[] =
    startsAt !== null && isAfterOn(settings.resolved, settings.asOf, startsAt) ? [{ code: "in-past" }] : [];
  const slot = slotOf(startsAt, endsAt, place);
  const people = (ours ?? []).flatMap(({ id }) => id ?? []);
  const mayClash =
    startsAt === null
      ? []
      : dayFindings(daysOf(startsAt, endsAt, settings.resolved), people, bookedBeside(slot, endsAt, settings));
  if (slot === null) return [...past, ...offDay(startsAt, settings), ...mayClash];
  const worked = minutesBefore(settings.resolved, slot.end) - minutesBefore(settings.resolved, slot.start);
  const outside = slot.end - slot.start - worked;
  const minutes = minuteOf(endsAt) === null ? null : outside;
  return [
    ...past,
    ...(outside > 0 ? [{ code: "outside-working-time", minutes } as const] : []),
    ...bookingFindings(slot, people, settings.booked.timed, settings.way),
    ...mayClash,
  ];
}

/** What can't be told apart by the hour: what is booked by the day; where of the appointment only the day is known, all that is booked; and of two of which the first has no end, either beside the other. */
function bookedBeside(
  slot: Slot | null,
  endsAt: string | null,
  { booked: { timed, daily }, resolved }: Settings,
): readonly DayBooking[] {
  const hasEnd = minuteOf(endsAt) !== null;
  const beside = timed.filter(({ start, end, isOpenEnded }) => {
    if (slot === null) return true;
    return start >= slot.end ? !hasEnd : isOpenEnded && end <= slot.start;
  });
  return [...daily, ...beside.map((one) => dayBooking(one, resolved))];
}

/** Of a plain day only the day can be checked: whether anybody works on it. */
function offDay(day: string | null, { resolved }: Settings): AppointmentFinding[] {
  const isOff = day !== null && hoursOn(resolved, dayOf(day) as number).minutes === 0;
  return isOff ? [{ code: "outside-working-time", minutes: null }] : [];
}
