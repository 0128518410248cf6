import type { WorkingCalendar } from "../../ground/calendar/calendar.js";
import { CONTACT_FAMILIARITIES, type ContactFamiliarity } from "../../ground/calendar/calling-windows.js";
import { resolveCalendar } from "../../ground/calendar/resolve.js";
import type { Resolved } from "../../ground/calendar/resolved.js";
import { demand, readOptions } from "../../ground/reader.js";
import { soundCalendarOf } from "../calendar-days.js";
import { codeOf, fieldOf, rootFields, timeOf } from "../fields.js";
import { readTravel, type Way } from "../travel.js";
import { type ReadBooking, readBookings } from "./bookings.js";
import type { AppointmentOptions } from "./check.js";

/** Options that were read. */
export interface Settings {
  readonly asOf: string;
  readonly calendar: WorkingCalendar;
  readonly resolved: Resolved;
  readonly contact: ContactFamiliarity | null;
  readonly booked: readonly ReadBooking[];
  readonly way: Way;
}

/** Reads the options and throws all their faults. */
export function readSettings(options: AppointmentOptions): Settings {
  return readOptions(options, ["asOf", "calendar", "contact", "booked", "travel"], (reader) => {
    const root = rootFields(reader);
    demand(reader, fieldOf(root, "calendar") ?? null, ["calendar"]);
    const calendar = soundCalendarOf(root);
    const resolved = calendar && resolveCalendar(calendar);
    const bookings = readBookings(root);
    return {
      asOf: demand(reader, timeOf(root, "asOf"), ["asOf"]) as string,
      calendar: calendar as WorkingCalendar,
      resolved: resolved as Resolved,
      contact: codeOf(root, "contact", CONTACT_FAMILIARITIES),
      booked: resolved === null ? [] : bookings.map((booking) => booking(resolved)),
      way: readTravel(root),
    };
  });
}
