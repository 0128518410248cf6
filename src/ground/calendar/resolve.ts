import { dayNumber } from "../dates.js";
import type { Path } from "../issue.js";
import { WEEKDAYS, type WorkingCalendar, type WorkingSpan, type ZoneChange } from "./calendar.js";
import { minuteOf, minutesOf, offsetMinutes } from "./clock.js";
import { isMade, soundCalendar } from "./define-calendar.js";
import {
  type Hours,
  type Offset,
  type Resolved,
  type ResolvedDays,
  type Span,
  type Tally,
  weekdayOf,
} from "./resolved.js";
import { clockMinutesBefore } from "./tally.js";

const cache = /* @__PURE__ */ new WeakMap<object, Resolved>();

/**
 * The prepared form of a calendar, made once for each that `defineCalendar` made. Anything else may change at any time, so it is checked and
 * prepared anew at each call: right, but slow, and an error, with paths that begin with `path`, if it is faulty.
 */
export function resolveCalendar(calendar: WorkingCalendar, path: Path = []): Resolved {
  if (!isMade(calendar)) return prepare(soundCalendar(calendar, path));
  const known = cache.get(calendar);
  if (known !== undefined) return known;
  const resolved = prepare(calendar);
  cache.set(calendar, resolved);
  return resolved;
}

function prepare(calendar: WorkingCalendar): Resolved {
  const days = prepareDays(calendar);
  const changes = calendar.zone.map(({ from }) => (from === null ? -Infinity : (minuteOf(from) as number)));
  return { ...days, changes, offsets: prepareOffsets(calendar.zone, changes, days) };
}

function prepareDays({ week, holidays, workdays, covers }: WorkingCalendar): ResolvedDays {
  const hours = WEEKDAYS.map((day) => hoursOf(week[day]));
  const special = new Map<number, Hours>();
  for (const day of holidays) special.set(numberOf(day), hoursOf([]));
  for (const { day, hours: own } of workdays) special.set(numberOf(day), hoursOf(own));
  const specialDays = [...special.keys()];
  return {
    week: hours,
    special,
    specialDays: specialDays.sort((a, b) => a - b),
    differences: differencesOf(specialDays, special, hours),
    before: sums(hours.map(tallyOf)),
    covers: covers === null ? null : { from: numberOf(covers.from), to: numberOf(covers.to) },
  };
}

function differencesOf(days: readonly number[], special: ReadonlyMap<number, Hours>, week: readonly Hours[]): Tally[] {
  return sums(
    days.map((day) => {
      const own = tallyOf(special.get(day) as Hours);
      const usual = tallyOf(week[weekdayOf(day)] as Hours);
      return { days: own.days - usual.days, minutes: own.minutes - usual.minutes };
    }),
  );
}

/** The sums of all before each, and of all. */
function sums(tallies: readonly Tally[]): Tally[] {
  let sum: Tally = { days: 0, minutes: 0 };
  const before = tallies.map((one) => {
    const own = sum;
    sum = { days: sum.days + one.days, minutes: sum.minutes + one.minutes };
    return own;
  });
  return [...before, sum];
}

function tallyOf({ minutes }: Hours): Tally {
  return { days: minutes > 0 ? 1 : 0, minutes };
}

function hoursOf(spans: readonly WorkingSpan[]): Hours {
  const read = spans.map(({ from, to }): Span => [minutesOf(from) as number, minutesOf(to) as number]);
  return { spans: read, minutes: read.reduce((sum, [from, to]) => sum + to - from, 0) };
}

function prepareOffsets(zone: readonly ZoneChange[], changes: readonly number[], days: ResolvedDays): Offset[] {
  let ahead = 0;
  let last: number | null = null;
  return zone.map(({ offset }, index) => {
    const minutes = offsetMinutes(offset) as number;
    const at = changes[index] as number;
    if (last !== null) ahead += clockMinutesBefore(days, at + minutes) - clockMinutesBefore(days, at + last);
    last = minutes;
    return { minutes, ahead };
  });
}

function numberOf(day: string): number {
  return dayNumber(day) as number;
}
