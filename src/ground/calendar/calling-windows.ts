import type { Instant, PlainDate } from "../dates.js";
import { demandCode, demandDay, demandMinute, fieldsOf } from "./arguments.js";
import type { TimeOfDay, WorkingCalendar } from "./calendar.js";
import { DAY_MINUTES, instantText, minuteOfDay, timeText } from "./clock.js";
import { resolveCalendar } from "./resolve.js";
import type { Resolved, Span } from "./resolved.js";
import { hoursOn, offsetAt } from "./tally.js";
import { dayOfMinute, minuteAt } from "./working-time.js";

/** How well the person called knows us. */
export const CONTACT_FAMILIARITIES = ["unknown", "known"] as const;
/** How well the person called knows us: not yet, or already. */
export type ContactFamiliarity = (typeof CONTACT_FAMILIARITIES)[number];

/** When in a day it is right to call (E9.2). */
export const CALLING_TIMES = ["after-start", "before-end", "before-start", "after-end"] as const;
/**
 * When in a day it is right to call (E9.2).
 * - `after-start`: the first half hour after work begins; an unknown contact.
 * - `before-end`: the last half hour before it ends; an unknown contact.
 * - `before-start`: the half hour before work begins; a known contact.
 * - `after-end`: the hour after it ends; a known contact.
 */
export type CallingTime = (typeof CALLING_TIMES)[number];

/** A time to call. */
export interface CallingWindow {
  readonly time: CallingTime;
  /** The first moment. */
  readonly from: Instant;
  /** The first moment after it. */
  readonly to: Instant;
  /** The same on the calendar's clock, which may be on the day before or after. */
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

interface LocalWindow {
  readonly time: CallingTime;
  readonly span: Span;
}

const HALF_HOUR = 30;
const HOUR = 60;

/**
 * When to call a contact on a day (E9.2): an unknown one in the first half hour after work begins or in the last half hour before it ends, a known one in the
 * half hour before work or in the hour after it. Breaks don't count as an end of work. None on a day off.
 *
 * Windows begin at `from` and end before `to`. On a day of less than an hour's work they are as long as there is work, and where they would overlap the
 * second begins where the first ends. Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { callingWindows, defineCalendar } from "keyaccount";
 *
 * const hours = [{ from: "09:00", to: "12:00" }, { from: "13:30", to: "18:00" }];
 * const calendar = defineCalendar({ id: "plain", zone: "+08:00", week: { monday: hours } });
 * const first = callingWindows(calendar, "2026-11-23", { contact: "unknown" });
 * first.map(({ opens, closes }) => `${opens}-${closes}`); // => ["09:00-09:30", "17:30-18:00"]
 * const later = callingWindows(calendar, "2026-11-23", { contact: "known" });
 * later.map(({ from, to }) => [from, to]); // => [["2026-11-23T00:30:00Z", "2026-11-23T01:00:00Z"], ["2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"]]
 * ```
 */
export function callingWindows(
  calendar: WorkingCalendar,
  day: PlainDate,
  options: { readonly contact: ContactFamiliarity },
): CallingWindow[] {
  const contact = readContact(options);
  const resolved = resolveCalendar(calendar);
  return windowsOf(resolved, demandDay(day, ["day"]), contact).flatMap(({ time, span }) => {
    const [from, to] = [minuteAt(resolved, span[0]), minuteAt(resolved, span[1])];
    const [begin, end] = [instantText(from), instantText(to)];
    if (begin === null || end === null) return [];
    return [{ time, from: begin, to: end, opens: clockAt(resolved, from), closes: clockAt(resolved, to) }];
  });
}

/**
 * Whether a moment lies in one of the {@link callingWindows} of its day or of the days beside it, and in which; `null` in none.
 *
 * Faulty arguments throw a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { callingTimeAt, defineCalendar } from "keyaccount";
 *
 * const calendar = defineCalendar({ id: "plain", zone: "+08:00", week: { monday: [{ from: "09:00", to: "18:00" }] } });
 * const at = ["2026-11-23T01:15:00Z", "2026-11-23T01:30:00Z", "2026-11-24T01:15:00Z"];
 * at.map((moment) => callingTimeAt(calendar, moment, { contact: "unknown" })); // => ["after-start", null, null]
 * ```
 */
export function callingTimeAt(
  calendar: WorkingCalendar,
  moment: Instant,
  options: { readonly contact: ContactFamiliarity },
): CallingTime | null {
  const contact = readContact(options);
  const resolved = resolveCalendar(calendar);
  const minute = demandMinute(moment, ["moment"]);
  const day = dayOfMinute(resolved, minute);
  const windows = [day - 1, day, day + 1].flatMap((one) => windowsOf(resolved, one, contact));
  const isIn = ({ span }: LocalWindow): boolean =>
    minute >= minuteAt(resolved, span[0]) && minute < minuteAt(resolved, span[1]);
  return windows.find(isIn)?.time ?? null;
}

function readContact(options: unknown): ContactFamiliarity {
  return demandCode(fieldsOf(options, [])["contact"], CONTACT_FAMILIARITIES, ["contact"]);
}

/** In minutes of the calendar's clock. */
function windowsOf(resolved: Resolved, day: number, contact: ContactFamiliarity): LocalWindow[] {
  const { spans } = hoursOn(resolved, day);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [start, end] = [day * DAY_MINUTES + first[0], day * DAY_MINUTES + last[1]];
  if (contact === "known") {
    return [
      { time: "before-start", span: [start - HALF_HOUR, start] },
      { time: "after-end", span: [end, end + HOUR] },
    ];
  }
  const begun = Math.min(start + HALF_HOUR, end);
  const ending = Math.max(end - HALF_HOUR, begun);
  const early: LocalWindow = { time: "after-start", span: [start, begun] };
  return ending < end ? [early, { time: "before-end", span: [ending, end] }] : [early];
}

function clockAt(resolved: Resolved, minute: number): TimeOfDay {
  return timeText(minuteOfDay(minute + offsetAt(resolved, minute).minutes));
}
