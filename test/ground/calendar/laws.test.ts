import fc from "fast-check";
import {
  addWorkingDays,
  type CalendarDefinition,
  calendarWeeks,
  dayAt,
  defineCalendar,
  isWorkingDay,
  momentAt,
  nextWorkingDay,
  WEEKDAYS,
  type WorkingCalendar,
  type WorkingSpan,
  workingDaysBetween,
  workingMinutes,
  type ZoneChange,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";

const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.parse("2026-03-01");
const textOf = (time: number): string => new Date(time).toISOString();
const dayText = (day: number): string => textOf(START + day * DAY).slice(0, 10);
const two = (value: number): string => String(value).padStart(2, "0");
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((marks): WorkingSpan[] => {
    const sorted = marks.toSorted((a, b) => a - b);
    return sorted.flatMap((from, index) =>
      index % 2 === 0 && sorted[index + 1] !== undefined ? [{ from: clock(from), to: clock(sorted[index + 1] ?? 0) }] : [],
    );
  });
const worked = hours.filter((spans) => spans.length > 0);
const offset = fc.integer({ min: -56, max: 56 }).map((quarters) => {
  const minutes = Math.abs(quarters * 15);
  return `${quarters < 0 ? "-" : "+"}${clock(minutes)}`;
});
const zone = fc
  .tuple(offset, fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 1439 }), offset), { maxLength: 4 }))
  .map(([first, changes]): ZoneChange[] => {
    let time = START;
    const rest = changes.map(([days, minute, to]) => {
      time += days * DAY;
      return { from: textOf(time + minute * MINUTE), offset: to };
    });
    return [{ from: null, offset: first }, ...rest.filter(({ from }, index) => from > (rest[index - 1]?.from ?? ""))];
  });
const definition = fc
  .record({
    week: fc.tuple(worked, hours, hours, hours, hours, hours, hours),
    special: fc.uniqueArray(fc.tuple(fc.integer({ min: -20, max: 90 }), fc.option(worked)), {
      selector: ([day]) => day,
      maxLength: 20,
    }),
    zone,
  })
  .map(({ week, special, zone: changes }): CalendarDefinition => ({
    id: "any",
    zone: changes,
    week: Object.fromEntries(WEEKDAYS.map((day, index) => [day, week[index] ?? []])),
    holidays: special.flatMap(([day, own]) => (own === null ? [dayText(day)] : [])),
    workdays: special.flatMap(([day, own]) => (own === null ? [] : [{ day: dayText(day), hours: own }])),
  }));
const day = fc.integer({ min: -30, max: 110 }).map(dayText);
const moment = fc
  .integer({ min: -30 * 1440, max: 110 * 1440 })
  .map((minute) => textOf(START + minute * MINUTE).replace(".000Z", "Z"));

/** The hours of a day, looked up one way only: in the lists. */
function hoursOf(calendar: WorkingCalendar, one: string): readonly WorkingSpan[] {
  if (calendar.holidays.includes(one)) return [];
  const own = calendar.workdays.find((entry) => entry.day === one);
  return own?.hours ?? calendar.week[WEEKDAYS[(new Date(one).getUTCDay() + 6) % 7] ?? "monday"];
}
function offsetMinutes(text: string): number {
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4));
  return text.startsWith("-") ? -minutes : minutes;
}
/** What the clock shows at a moment: `2026-03-01T09:00`. */
function shown(calendar: WorkingCalendar, time: number): string {
  const change = calendar.zone.findLast(({ from }) => from === null || Date.parse(from) <= time);
  return textOf(time + offsetMinutes(change?.offset ?? "") * MINUTE).slice(0, 16);
}

describe("laws of working calendars, against a look at every day and every minute", () => {
  test("working days are counted and added as one by one", () => {
    fc.assert(
      fc.property(definition, day, day, fc.integer({ min: -40, max: 40 }), (made, from, to, count) => {
        const calendar = defineCalendar(deepFreeze(made));
        const isWorked = (one: string): boolean => hoursOf(calendar, one).length > 0;
        expect(isWorkingDay(calendar, from)).toBe(isWorked(from));
        let between = 0;
        for (let time = Date.parse(from); time < Date.parse(to); time += DAY) if (isWorked(textOf(time).slice(0, 10))) between += 1;
        expect(Math.max(workingDaysBetween(calendar, { from, to }), 0)).toBe(between);
        expect(workingDaysBetween(calendar, { from, to }) + workingDaysBetween(calendar, { from: to, to: from })).toBe(0);
        let time = Date.parse(from);
        for (let left = Math.abs(count); left > 0; ) {
          time += count > 0 ? DAY : -DAY;
          if (isWorked(textOf(time).slice(0, 10))) left -= 1;
        }
        expect(addWorkingDays(calendar, { from, days: count })).toBe(textOf(time).slice(0, 10));
        let next = Date.parse(from);
        while (!isWorked(textOf(next).slice(0, 10))) next += DAY;
        expect(nextWorkingDay(calendar, from)).toBe(textOf(next).slice(0, 10));
      }),
    );
  });

  test("working time is counted as minute by minute, also where the clock is put forward or back", () => {
    fc.assert(
      fc.property(definition, moment, fc.integer({ min: 0, max: 4 * 1440 }), (made, from, length) => {
        const calendar = defineCalendar(made);
        let minutes = 0;
        for (let time = Date.parse(from), end = time + length * MINUTE; time < end; time += MINUTE) {
          const at = shown(calendar, time);
          const isIn = (span: WorkingSpan): boolean => at.slice(11) >= span.from && at.slice(11) < span.to;
          if (hoursOf(calendar, at.slice(0, 10)).some(isIn)) minutes += 1;
        }
        const to = textOf(Date.parse(from) + length * MINUTE).replace(".000Z", ".999Z");
        expect(workingMinutes(calendar, { from, to })).toBe(minutes);
        expect(workingMinutes(calendar, { from: to, to: from })).toBe(0 - minutes);
      }),
      { numRuns: 60 },
    );
  });

  test("a moment's day is what the clock shows, and a time of a day is the first moment at which it shows it", () => {
    fc.assert(
      fc.property(definition, moment, (made, at) => {
        const calendar = defineCalendar(made);
        const local = shown(calendar, Date.parse(at));
        expect(dayAt(calendar, at)).toBe(local.slice(0, 10));
        const first = momentAt(calendar, { day: local.slice(0, 10), time: local.slice(11) }) ?? "";
        expect(first <= at).toBe(true);
        expect(shown(calendar, Date.parse(first))).toBe(local);
        for (let time = Date.parse(first) - MINUTE; time > Date.parse(first) - 40 * 60 * MINUTE; time -= MINUTE) {
          if (shown(calendar, time) === local) throw new Error(`earlier: ${textOf(time)}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the weeks of a span have each of its days once, and its working days in all", () => {
    fc.assert(
      fc.property(definition, day, day, (made, one, other) => {
        const [from = "", to = ""] = [one, other].toSorted();
        const calendar = defineCalendar(made);
        const weeks = calendarWeeks(calendar, { from, to });
        expect([weeks[0]?.from, weeks.at(-1)?.to]).toEqual([from, to]);
        weeks.slice(1).forEach((week, index) => {
          expect(Date.parse(week.from) - Date.parse(weeks[index]?.to ?? "")).toBe(DAY);
          expect(new Date(week.from).getUTCDay()).toBe(1);
        });
        const sum = weeks.reduce((all, { workingDays }) => all + workingDays, 0);
        expect(sum).toBe(workingDaysBetween(calendar, { from, to: textOf(Date.parse(to) + DAY).slice(0, 10) }));
        if (from < to) expect(calendarWeeks(calendar, { from: to, to: from })).toEqual([]);
      }),
    );
  });

  test("a calendar is plain JSON, and reads itself again: raw or defined, it says the same", () => {
    fc.assert(
      fc.property(definition, day, moment, (made, from, at) => {
        const calendar = defineCalendar(made);
        const copy = JSON.parse(JSON.stringify(calendar)) as WorkingCalendar;
        expect(copy).toEqual(calendar);
        expect(defineCalendar(copy)).toEqual(calendar);
        expect(addWorkingDays(copy, { from, days: 3 })).toBe(addWorkingDays(calendar, { from, days: 3 }));
        expect(dayAt(copy, at)).toBe(dayAt(calendar, at));
      }),
    );
  });
});
