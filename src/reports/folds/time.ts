import { dayNumber, dayText, type Instant, isInstant, isPlainDate } from "../../ground/dates.js";
import type { Clock } from "./clock.js";

/** A day, and the time of day where it is known. */
export interface LocalTime {
  readonly date: string | null;
  readonly time: string | null;
}

const MINUTES_A_DAY = 1440;

/** The day and the time of day on the salesperson's clock. What is neither a day nor a moment is left for the form to refuse. */
export function localTime(at: unknown, clock: Clock): LocalTime {
  if (!isInstant(at)) return { date: (at ?? null) as string | null, time: null };
  const minutes = minutesOf(at) + clock(at);
  const inDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const time = [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return { date: dayText((minutes - inDay) / MINUTES_A_DAY) ?? at, time };
}

/** Whole minutes since the beginning of 1970. */
function minutesOf(at: Instant): number {
  return (
    (dayNumber(at.slice(0, 10)) as number) * MINUTES_A_DAY + Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))
  );
}

/** The Monday of a day's week; `null` for what is no day. */
export function mondayOf(day: unknown): number | null {
  const number = isPlainDate(day) ? dayNumber(day) : null;
  // 1970-01-01 was a Thursday.
  return number === null ? null : number - ((((number + 3) % 7) + 7) % 7);
}
