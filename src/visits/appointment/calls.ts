import { type CallingWindow, callingTimeAt, callingWindows } from "../../ground/calendar/calling-windows.js";
import { dayText, isAfter, isInstant } from "../../ground/dates.js";
import { dayIn, workingDayAfter } from "../calendar-days.js";
import type { ReadAppointment } from "../read-appointment.js";
import type { AppointmentFinding } from "./check.js";
import type { Settings } from "./read-settings.js";

/** Whether it was asked for by phone at the right time (E9.2). */
export function callFindings({ way, askedAt }: ReadAppointment, { calendar, contact }: Settings): AppointmentFinding[] {
  if (way !== "phone") return [];
  if (contact === null) return [{ code: "contact-unknown" }];
  if (!isInstant(askedAt) || callingTimeAt(calendar, askedAt, { contact }) !== null) return [];
  return [{ code: "outside-calling-window", askedAt }];
}

/** What is left of today's times to call, else those of the next working day. */
export function callAt({ way, confirmedAt }: ReadAppointment, settings: Settings): CallingWindow[] {
  const { calendar, resolved, contact, asOf } = settings;
  if (way !== "phone" || contact === null || confirmedAt !== null) return [];
  const today = dayIn(resolved, asOf);
  const windowsOn = (day: number | null): CallingWindow[] => {
    const text = day === null ? null : dayText(day);
    return text === null ? [] : callingWindows(calendar, text, { contact });
  };
  const left = windowsOn(today).filter(({ to }) => !isInstant(asOf) || isAfter(to, asOf));
  return left.length > 0 ? left : windowsOn(workingDayAfter(resolved, today));
}
