import {
  addWorkingDays,
  calendarWeeks,
  callingTimeAt,
  callingWindows,
  dayAt,
  defineCalendar,
  isKeyAccountError,
  isWorkingDay,
  momentAt,
  nextWorkingDay,
  workingDaysBetween,
  workingMinutes,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { CHINA, china, OFFICE, OFFICE_WEEK, plain } from "./calendars.js";

const GOOD = { id: "good", zone: "+00:00", week: OFFICE_WEEK };
function faults(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
    throw new Error("untyped", { cause: error });
  }
  return [];
}
const define = (more: object): string[] => faults(() => defineCalendar({ ...GOOD, ...more }));

describe("E9 defineCalendar", () => {
  test("is canonical: every weekday, days in order, hours for each workday, the zone as a list", () => {
    const calendar = defineCalendar(
      deepFreeze({
        id: "small",
        zone: "-03:30",
        week: { tuesday: [{ from: "09:00", to: "17:00" }] },
        holidays: ["2026-12-25", "2026-01-01"],
        workdays: [
          { day: "2026-12-24", hours: [{ from: "09:00", to: "12:00" }] },
          { day: "2026-02-14", like: "tuesday" },
        ],
      }),
    );
    const hours = [{ from: "09:00", to: "17:00" }];
    expect(calendar).toEqual({
      v: 1,
      id: "small",
      week: { monday: [], tuesday: hours, wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
      holidays: ["2026-01-01", "2026-12-25"],
      workdays: [
        { day: "2026-02-14", hours },
        { day: "2026-12-24", hours: [{ from: "09:00", to: "12:00" }] },
      ],
      covers: null,
      zone: [{ from: null, offset: "-03:30" }],
    });
    expect(Object.isFrozen(calendar.week.tuesday[0])).toBe(true);
    expect(china.covers).toEqual(CHINA.covers);
  });

  test.each([
    ["no week", { week: undefined }, ["required at week"]],
    ["a week without hours", { week: {} }, ["too-few at week"]],
    ["a week of empty days", { week: { monday: [] } }, ["too-few at week"]],
    ["a misspelt day", { week: { ...OFFICE_WEEK, mondy: OFFICE } }, ["unknown-key at week.mondy"]],
    ["hours that are no list", { week: { monday: "9-5" } }, ["wrong-type at week.monday"]],
    ["hours that are null", { week: { monday: null } }, ["wrong-type at week.monday"]],
    ["25 spans", { week: { monday: Array.from({ length: 25 }, () => OFFICE[0]) } }, ["too-many at week.monday"]],
    ["25 o'clock", { week: { monday: [{ from: "09:00", to: "25:00" }] } }, ["not-a-time at week.monday.0.to"]],
    [
      "half past 24",
      { week: { monday: [{ from: "24:30", to: "9:00" }] } },
      ["not-a-time at week.monday.0.from", "not-a-time at week.monday.0.to"],
    ],
    ["a span without end", { week: { monday: [{ from: "09:00" }] } }, ["required at week.monday.0.to"]],
    ["an empty span", { week: { monday: [{ from: "09:00", to: "09:00" }] } }, ["out-of-order at week.monday.0"]],
    [
      "spans that overlap",
      {
        week: {
          monday: [
            { from: "09:00", to: "12:00" },
            { from: "11:59", to: "13:00" },
          ],
        },
      },
      ["out-of-order at week.monday.1"],
    ],
    ["no zone", { zone: undefined }, ["required at zone"]],
    ["a zone by name", { zone: "Europe/Berlin" }, ["not-an-offset at zone"]],
    ["an offset beyond 14 hours", { zone: "+14:01" }, ["not-an-offset at zone"]],
    ["an offset that is a number", { zone: [{ from: null, offset: 8 }] }, ["wrong-type at zone.0.offset"]],
    ["no changes", { zone: [] }, ["too-few at zone"]],
    ["a zone that is a number", { zone: 8 }, ["wrong-type at zone"]],
    [
      "a first change with a moment",
      { zone: [{ from: "2026-01-01T00:00:00Z", offset: "+01:00" }] },
      ["wrong-type at zone.0.from"],
    ],
    ["a first change without", { zone: [{ offset: "+01:00" }] }, ["wrong-type at zone.0.from"]],
    [
      "a second change since ever",
      {
        zone: [
          { from: null, offset: "+01:00" },
          { from: null, offset: "+02:00" },
        ],
      },
      ["wrong-type at zone.1.from"],
    ],
    [
      "a change within a minute",
      {
        zone: [
          { from: null, offset: "+01:00" },
          { from: "2026-01-01T00:00:01Z", offset: "+02:00" },
        ],
      },
      ["not-a-date at zone.1.from"],
    ],
    [
      "a change on a day",
      {
        zone: [
          { from: null, offset: "+01:00" },
          { from: "2026-01-01", offset: "+02:00" },
        ],
      },
      ["not-a-date at zone.1.from"],
    ],
    ["a holiday that is none", { holidays: ["2026-02-30"] }, ["not-a-date at holidays.0"]],
    ["a holiday twice", { holidays: ["2026-01-01", "2026-01-01"] }, ["duplicate-id at holidays.1"]],
    ["holidays that are no list", { holidays: {} }, ["wrong-type at holidays"]],
    ["a workday without hours", { workdays: [{ day: "2026-01-04" }] }, ["required at workdays.0.hours"]],
    [
      "with both kinds",
      { workdays: [{ day: "2026-01-04", hours: OFFICE, like: "monday" }] },
      ["contradictory-day at workdays.0"],
    ],
    ["with empty hours", { workdays: [{ day: "2026-01-04", hours: [] }] }, ["too-few at workdays.0.hours"]],
    ["like a day off", { workdays: [{ day: "2026-01-04", like: "sunday" }] }, ["unknown-value at workdays.0.like"]],
    [
      "like a day of a week without hours",
      { week: {}, workdays: [{ day: "2026-01-04", like: "sunday" }] },
      ["too-few at week"],
    ],
    [
      "like a day that is none",
      { workdays: [{ day: "2026-01-04", like: "toString" }] },
      ["unknown-value at workdays.0.like"],
    ],
    ["with faulty hours", { workdays: [{ day: "2026-01-04", hours: "x" }] }, ["wrong-type at workdays.0.hours"]],
    [
      "a workday twice",
      {
        workdays: [
          { day: "2026-01-04", like: "monday" },
          { day: "2026-01-04", like: "friday" },
        ],
      },
      ["duplicate-id at workdays.1.day"],
    ],
    [
      "off and worked",
      { holidays: ["2026-01-04"], workdays: [{ day: "2026-01-04", like: "monday" }] },
      ["contradictory-day at workdays.0.day"],
    ],
    [
      "a workday that is no record",
      { workdays: [null] },
      ["wrong-type at workdays.0", "required at workdays.0.day", "required at workdays.0.hours"],
    ],
    [
      "a span of days the wrong way round",
      { covers: { from: "2026-12-31", to: "2026-01-01" } },
      ["out-of-order at covers"],
    ],
    ["one without end", { covers: { from: "2026-12-31" } }, ["required at covers.to", "out-of-order at covers"]],
    ["no id", { id: undefined }, ["required at id"]],
    ["an unsafe id", { id: "$x" }, ["unsafe-id at id"]],
    ["an id that is a number", { id: 5 }, ["wrong-type at id"]],
    ["another version", { v: 2 }, ["unsupported-version at v"]],
    ["a misspelt key", { holiday: [] }, ["unknown-key at holiday"]],
    ["a Date", { holidays: [new Date(0)] }, ["not-json at holidays.0"]],
  ])("refuses %s", (_, more, expected) => {
    expect(define(more)).toEqual(expected);
  });

  test("says all faults at once, with what was received", () => {
    expect(define({ id: "", zone: "x", holidays: ["x"], week: { monday: [{ from: "a", to: "b" }] } })).toEqual([
      "unsafe-id at id",
      "not-a-time at week.monday.0.from",
      "not-a-time at week.monday.0.to",
      "not-a-date at holidays.0",
      "not-an-offset at zone",
    ]);
    const overlap = [
      { from: "09:00", to: "12:00" },
      { from: "11:59", to: "13:00" },
      { from: "14:00", to: "13:30" },
    ];
    expect(() => defineCalendar({ ...GOOD, week: { monday: overlap } })).toThrow(
      'earlier "12:00", later "11:59"; out-of-order at week.monday.2, earlier "14:00", later "13:30"',
    );
    const zone = [
      { from: null, offset: "+01:00" },
      ...["2026-02-01", "2026-02-01"].map((day) => ({ from: `${day}T00:00:00Z`, offset: "+02:00" })),
    ];
    expect(() => defineCalendar({ ...GOOD, zone })).toThrow(
      'earlier "2026-02-01T00:00:00Z", later "2026-02-01T00:00:00Z"',
    );
    expect(() => defineCalendar({ ...GOOD, v: { x: "y".repeat(100) } } as never)).toThrow(/received ".{64,80}"/);
  });

  test("what it is made of is copied, and nothing of it is shared", () => {
    const hours = [{ from: "09:00", to: "17:00" }];
    const holidays = ["2026-01-01"];
    const calendar = defineCalendar({ ...GOOD, week: { monday: hours }, holidays });
    hours.push({ from: "18:00", to: "19:00" });
    holidays.push("2026-01-05");
    expect([calendar.week.monday.length, calendar.holidays.length]).toEqual([1, 1]);
  });

  test("offsets up to 14 hours, the end of the day and touching spans are right", () => {
    for (const zone of ["+14:00", "-14:00", "-00:00", "+05:45", "+13:59"]) expect(define({ zone })).toEqual([]);
    expect(
      define({
        week: {
          monday: [
            { from: "00:00", to: "12:00" },
            { from: "12:00", to: "24:00" },
          ],
        },
      }),
    ).toEqual([]);
    expect(define({ covers: { from: "2026-01-01", to: "2026-01-01" } })).toEqual([]);
  });
});

describe("E9 arguments of the calendar's functions", () => {
  const calls: Readonly<Record<string, [call: (value: unknown) => unknown, expected: string]>> = {
    isWorkingDay: [(value) => isWorkingDay(plain, value as never), "not-a-date at day"],
    nextWorkingDay: [(value) => nextWorkingDay(plain, value as never), "not-a-date at day"],
    dayAt: [(value) => dayAt(plain, value as never), "not-a-date at moment"],
    callingWindows: [(value) => callingWindows(plain, value as never, { contact: "known" }), "not-a-date at day"],
    callingTimeAt: [(value) => callingTimeAt(plain, value as never, { contact: "known" }), "not-a-date at moment"],
    contact: [(value) => callingWindows(plain, "2026-01-05", { contact: value as never }), "unknown-value at contact"],
    days: [(value) => addWorkingDays(plain, { from: "2026-01-05", days: value as never }), "out-of-range at span.days"],
    from: [(value) => addWorkingDays(plain, { from: value as never, days: 1 }), "not-a-date at span.from"],
    to: [(value) => workingDaysBetween(plain, { from: "2026-01-05", to: value as never }), "not-a-date at span.to"],
    week: [(value) => calendarWeeks(plain, { from: value as never, to: "2026-01-05" }), "not-a-date at span.from"],
    minutes: [
      (value) => workingMinutes(plain, { from: value as never, to: "2026-01-05T00:00:00Z" }),
      "not-a-date at span.from",
    ],
    time: [(value) => momentAt(plain, { day: "2026-01-05", time: value as never }), "not-a-time at local.time"],
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = Object.defineProperty({}, "from", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
  const HOSTILE = [
    null,
    undefined,
    1.5,
    NaN,
    "2026-02-30",
    [],
    {},
    revoked.proxy,
    Symbol("s"),
    () => 1,
    "x".repeat(1e6),
  ];

  test.each(Object.entries(calls))("%s", (_, [call, expected]) => {
    for (const value of HOSTILE) expect(faults(() => call(value))).toEqual([expected]);
  });

  test("spans and options that are no records, and calendars that are none", () => {
    for (const value of [null, undefined, 5, "x"]) {
      expect(faults(() => workingMinutes(plain, value as never))).toEqual(["wrong-type at span"]);
      expect(faults(() => callingWindows(plain, "2026-01-05", value as never))).toEqual(["wrong-type at "]);
    }
    for (const value of [revoked.proxy, throwing]) {
      expect(faults(() => addWorkingDays(plain, value as never))).toEqual(["unreadable at span"]);
    }
    for (const value of [null, undefined, 5, "x", [], revoked.proxy, throwing]) {
      expect(faults(() => isWorkingDay(value as never, "2026-01-05"))).not.toEqual([]);
    }
  });

  test("hostile spans are answered at once: ten million working days, all years, ten thousand weeks", () => {
    const start = performance.now();
    // 0001-01-01 is a Monday, 9999-12-31 a Friday: 521,722 weeks and five days.
    expect(workingDaysBetween(plain, { from: "0001-01-01", to: "9999-12-31" })).toBe(2_608_614);
    expect(addWorkingDays(plain, { from: "0001-01-01", days: 2_608_613 })).toBe("9999-12-30");
    expect(addWorkingDays(plain, { from: "0001-01-01", days: 2_608_614 })).toBe("9999-12-31");
    expect(addWorkingDays(plain, { from: "0001-01-01", days: 2_608_615 })).toBe(null);
    expect(addWorkingDays(plain, { from: "9999-12-31", days: -2_608_614 })).toBe("0001-01-01");
    expect(addWorkingDays(plain, { from: "9999-12-31", days: -2_608_615 })).toBe(null);
    expect(addWorkingDays(plain, { from: "2026-01-01", days: 10_000_000 })).toBe(null);
    expect(addWorkingDays(plain, { from: "9999-12-31", days: 0 })).toBe("9999-12-31");
    expect(nextWorkingDay(defineCalendar({ ...GOOD, week: { monday: OFFICE } }), "9999-12-31")).toBe(null);
    expect(workingMinutes(plain, { from: "0001-01-01T00:00:00Z", to: "9999-12-31T23:59:59Z" })).toBe(2_608_615 * 450);
    expect(faults(() => addWorkingDays(plain, { from: "2026-01-01", days: 10_000_001 }))).toEqual([
      "out-of-range at span.days",
    ]);
    expect(faults(() => calendarWeeks(plain, { from: "0001-01-01", to: "9999-12-31" }))).toEqual(["too-many at span"]);
    expect(calendarWeeks(plain, { from: "2026-01-05", to: "2217-08-31" })).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("weeks by ISO 8601, at the turns of years and at both ends of the calendar", () => {
    const week = (day: string): string | undefined => calendarWeeks(plain, { from: day, to: day })[0]?.week;
    expect(
      [
        "2024-12-30",
        "2021-01-03",
        "2021-01-04",
        "2020-12-31",
        "2026-12-31",
        "2027-01-01",
        "0001-01-01",
        "9999-12-31",
      ].map(week),
    ).toEqual(["2025-W01", "2020-W53", "2021-W01", "2020-W53", "2026-W53", "2026-W53", "0001-W01", "9999-W52"]);
  });

  test("days at the ends of time: a clock ahead of or behind UTC has days that have no text", () => {
    const east = defineCalendar({ ...GOOD, zone: "+08:00" });
    const west = defineCalendar({ ...GOOD, zone: "-08:00" });
    expect([dayAt(east, "9999-12-31T20:00:00Z"), dayAt(west, "0001-01-01T02:00:00Z")]).toEqual([null, null]);
    expect(momentAt(east, { day: "0001-01-01", time: "07:59" })).toBe(null);
    expect(momentAt(west, { day: "9999-12-31", time: "24:00" })).toBe(null);
    expect(momentAt(plain, { day: "2026-02-28", time: "24:00" })).toBe("2026-03-01T00:00:00Z");
  });
});
