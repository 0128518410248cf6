import type { Resolved } from "../ground/calendar/resolved.js";
import { isAfter, isPlainDate } from "../ground/dates.js";
import type { Path } from "../ground/issue.js";
import { isLater, type Reader } from "../ground/reader.js";
import { dayIn } from "./calendar-days.js";

/** The time of a question, and whose clock tells its days. */
export interface Question {
  /** What comes after it isn't known yet; `null`: everything is. */
  readonly asOf: string | null;
  /** `null`: no clock is known. */
  readonly calendar: Resolved | null;
}

/** Whether a day or moment is certainly later than another. Between a day and a moment, on a known clock, the one of the later day is; without one see {@link isAfter}. */
export function isAfterOn(calendar: Resolved | null, one: string, other: string): boolean {
  const isMixed = isPlainDate(one) !== isPlainDate(other);
  return calendar !== null && isMixed ? dayIn(calendar, one) > dayIn(calendar, other) : isAfter(one, other);
}

/** Whether something happened after the question; notes it. */
export function isNotYet(reader: Reader, at: string | null, path: Path, { asOf, calendar }: Question): boolean {
  return isLater(reader, at, path, asOf, (one, other) => isAfterOn(calendar, one, other));
}
