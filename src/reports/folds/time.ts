import { dayNumber, dayText, type Instant, isInstant, isPlainDate } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import { show } from "../../ground/show.js";

/**
 * How far the salesperson's clock is ahead of UTC, `"+08:00"`; where clocks are changed, a function that says it for a moment. A day of a record is the
 * day on that clock.
 */
export type Offset = string | ((at: Instant) => string);

/** A day, and the time of day where it is known. */
export interface LocalTime {
  readonly date: string | null;
  readonly time: string | null;
}

const OFFSET = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;
const MINUTES_A_DAY = 1440;

/** The day and the time of day on the salesperson's clock. What is neither a day nor a moment is left for the form to refuse. */
export function localTime(at: unknown, offset: Offset): LocalTime {
  if (!isInstant(at)) return { date: (at ?? null) as string | null, time: null };
  const minutes = minutesOf(at) + offsetAt(at, offset);
  const inDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const clock = [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return { date: dayText((minutes - inDay) / MINUTES_A_DAY) ?? at, time: clock };
}

/** Whole minutes since the beginning of 1970. */
function minutesOf(at: Instant): number {
  return (
    (dayNumber(at.slice(0, 10)) as number) * MINUTES_A_DAY + Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))
  );
}

function offsetAt(at: Instant, offset: Offset): number {
  const text: unknown = typeof offset === "function" ? offset(at) : offset;
  if (text === "Z") return 0;
  const [, sign = "", hours = "", minutes = ""] = OFFSET.exec(typeof text === "string" ? text : "") ?? [];
  if (sign === "")
    throwIssues([{ code: "wrong-format", path: ["offset"], details: { format: "+08:00", received: show(text) } }]);
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** Throws at once where an offset could never be one. */
export function checkOffset(offset: unknown): Offset {
  if (typeof offset !== "function") offsetAt("1970-01-01T00:00:00Z", offset as Offset);
  return offset as Offset;
}

/**
 * How long something took, in whole minutes, half a minute up: from its moments where both are known, else what is told. Days alone don't say how long.
 */
export function lengthOf(from: unknown, to: unknown, told: unknown): unknown {
  if (!isInstant(from) || !isInstant(to)) return told ?? null;
  return Math.floor((secondsOf(to) - secondsOf(from)) / 60 + 0.5);
}

function secondsOf(at: Instant): number {
  return minutesOf(at) * 60 + Number(at.slice(17, 19));
}

/** The Monday of a day's week; `null` for what is no day. */
export function mondayOf(day: unknown): number | null {
  const number = isPlainDate(day) ? dayNumber(day) : null;
  // 1970-01-01 was a Thursday.
  return number === null ? null : number - ((((number + 3) % 7) + 7) % 7);
}
