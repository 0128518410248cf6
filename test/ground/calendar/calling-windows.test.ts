import {
  CALLING_TIMES,
  CONTACT_FAMILIARITIES,
  type ContactFamiliarity,
  callingTimeAt,
  callingWindows,
  defineCalendar,
  type WorkingCalendar,
  type WorkingSpan,
  type ZoneChange,
} from "keyaccount";
import { describe, expect, test } from "vitest";
import { zoneChanges } from "../../../examples/time-zone.js";
import { china, OFFICE_WEEK } from "./calendars.js";

const windows = (calendar: WorkingCalendar, day: string, contact: ContactFamiliarity): string[] =>
  callingWindows(calendar, day, { contact }).map(({ opens, closes }) => `${opens}-${closes}`);
const moments = (calendar: WorkingCalendar, day: string, contact: ContactFamiliarity): string[] =>
  callingWindows(calendar, day, { contact }).map(({ from, to }) => `${from} ${to}`);
const daily = (hours: readonly WorkingSpan[], zone: string | readonly ZoneChange[] = "+00:00"): WorkingCalendar =>
  defineCalendar({ id: "daily", zone, week: { monday: hours, sunday: hours } });

describe("E9.2 when to call", () => {
  test("an unknown contact in the first and the last half hour of work; the break in the middle is no end", () => {
    expect(callingWindows(china, "2026-11-23", { contact: "unknown" })).toEqual([
      {
        time: "after-start",
        from: "2026-11-23T01:00:00Z",
        to: "2026-11-23T01:30:00Z",
        opens: "09:00",
        closes: "09:30",
      },
      { time: "before-end", from: "2026-11-23T09:30:00Z", to: "2026-11-23T10:00:00Z", opens: "17:30", closes: "18:00" },
    ]);
  });

  test("a known contact in the half hour before work and in the hour after it", () => {
    expect(callingWindows(china, "2026-11-23", { contact: "known" })).toEqual([
      {
        time: "before-start",
        from: "2026-11-23T00:30:00Z",
        to: "2026-11-23T01:00:00Z",
        opens: "08:30",
        closes: "09:00",
      },
      { time: "after-end", from: "2026-11-23T10:00:00Z", to: "2026-11-23T11:00:00Z", opens: "18:00", closes: "19:00" },
    ]);
  });

  test("nobody on a weekend or a holiday, but on a worked weekend 调休", () => {
    for (const contact of CONTACT_FAMILIARITIES) {
      for (const day of ["2026-11-22", "2026-10-01"]) expect(windows(china, day, contact)).toEqual([]);
      expect(windows(china, "2026-10-10", contact)).toHaveLength(2);
    }
  });

  test("a half day ends when it ends", () => {
    const calendar = defineCalendar({
      id: "eve",
      zone: "+01:00",
      week: OFFICE_WEEK,
      workdays: [{ day: "2026-12-24", hours: [{ from: "08:00", to: "12:00" }] }],
    });
    expect(windows(calendar, "2026-12-24", "unknown")).toEqual(["08:00-08:30", "11:30-12:00"]);
    expect(windows(calendar, "2026-12-24", "known")).toEqual(["07:30-08:00", "12:00-13:00"]);
  });

  test.each([
    ["20 minutes of work", "10:20", ["10:00-10:20"]],
    ["half an hour", "10:30", ["10:00-10:30"]],
    ["40 minutes: the second window begins where the first ends", "10:40", ["10:00-10:30", "10:30-10:40"]],
    ["an hour", "11:00", ["10:00-10:30", "10:30-11:00"]],
    ["61 minutes", "11:01", ["10:00-10:30", "10:31-11:01"]],
  ])("%s", (_, to, expected) => {
    expect(windows(daily([{ from: "10:00", to }]), "2026-11-23", "unknown")).toEqual(expected);
  });

  test("windows may lie on the day before and after", () => {
    const night = daily([{ from: "00:10", to: "23:50" }]);
    expect(moments(night, "2026-11-23", "known")).toEqual([
      "2026-11-22T23:40:00Z 2026-11-23T00:10:00Z",
      "2026-11-23T23:50:00Z 2026-11-24T00:50:00Z",
    ]);
    expect(windows(night, "2026-11-23", "known")).toEqual(["23:40-00:10", "23:50-00:50"]);
    const at = ["2026-11-21T23:45:00Z", "2026-11-24T00:49:00Z", "2026-11-24T00:50:00Z", "2026-11-21T23:39:59Z"];
    expect(at.map((moment) => callingTimeAt(night, moment, { contact: "known" }))).toEqual([
      "before-start",
      "after-end",
      null,
      null,
    ]);
  });

  test("a moment lies in a window from its beginning until before its end, to the second", () => {
    const at = (moment: string, contact: ContactFamiliarity): string | null =>
      callingTimeAt(china, moment, { contact });
    expect(at("2026-11-23T01:00:00Z", "unknown")).toBe("after-start");
    expect(at("2026-11-23T00:59:59.999Z", "unknown")).toBe(null);
    expect(at("2026-11-23T00:59:59.999Z", "known")).toBe("before-start");
    expect(at("2026-11-23T01:29:59Z", "unknown")).toBe("after-start");
    expect(at("2026-11-23T01:30:00Z", "unknown")).toBe(null);
    expect(at("2026-11-23T09:45:00Z", "unknown")).toBe("before-end");
    expect(at("2026-11-23T10:59:59Z", "known")).toBe("after-end");
    expect(at("2026-11-23T11:00:00Z", "known")).toBe(null);
  });

  test("the first and the last days of all have the windows that moments can name", () => {
    const calendar = daily([{ from: "00:00", to: "24:00" }], "+08:00");
    expect(moments(calendar, "0001-01-01", "known")).toEqual(["0001-01-01T16:00:00Z 0001-01-01T17:00:00Z"]);
    const west = defineCalendar({ id: "west", zone: "-08:00", week: { friday: [{ from: "00:00", to: "24:00" }] } });
    expect(moments(west, "9999-12-31", "known")).toEqual(["9999-12-31T07:30:00Z 9999-12-31T08:00:00Z"]);
    expect(moments(west, "9999-12-31", "unknown")).toEqual(["9999-12-31T08:00:00Z 9999-12-31T08:30:00Z"]);
  });

  test("codes stand in order", () => {
    expect([CALLING_TIMES, CONTACT_FAMILIARITIES]).toEqual([
      ["after-start", "before-end", "before-start", "after-end"],
      ["unknown", "known"],
    ]);
  });
});

describe("E9.2 calling windows where the clock is put forward and back", () => {
  const ZONES = {
    "Europe/Berlin": ["2026-03-29", "2026-10-25"],
    "America/New_York": ["2026-03-08", "2026-11-01"],
  } as const;

  test.each([
    ["Europe/Berlin", "+01:00", "2026-03-29T01:00:00Z", "+02:00", "2026-10-25T01:00:00Z"],
    ["America/New_York", "-05:00", "2026-03-08T07:00:00Z", "-04:00", "2026-11-01T06:00:00Z"],
  ])("%s of 2026: the list that a host makes is the published one", (zone, winter, forward, summer, back) => {
    expect(zoneChanges(zone, 2026, 2026)).toEqual([
      { from: null, offset: winter },
      { from: forward, offset: summer },
      { from: back, offset: winter },
    ]);
  });

  test.each(Object.entries(ZONES))("%s: windows keep to the clock on both sides of a change", (zone, changes) => {
    const calendar = daily([{ from: "09:00", to: "17:00" }], zoneChanges(zone, 2026, 2026));
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short", dateStyle: "short" });
    for (const sunday of changes) {
      for (const day of [sunday, new Date(Date.parse(sunday) + 86_400_000).toISOString().slice(0, 10)]) {
        for (const contact of CONTACT_FAMILIARITIES) {
          for (const { from, to, opens, closes } of callingWindows(calendar, day, { contact })) {
            const [year, month, date] = day.split("-");
            expect(format.format(new Date(from))).toBe(`${date ?? ""}/${month ?? ""}/${year ?? ""}, ${opens}`);
            expect(format.format(new Date(to))).toBe(`${date ?? ""}/${month ?? ""}/${year ?? ""}, ${closes}`);
            expect(callingTimeAt(calendar, from, { contact })).not.toBe(null);
            expect(callingTimeAt(calendar, to, { contact })).toBe(null);
          }
        }
      }
    }
  });

  test("by hand: nine o'clock in Berlin is eight in UTC in winter and seven in summer", () => {
    const calendar = daily([{ from: "09:00", to: "17:00" }], zoneChanges("Europe/Berlin", 2026, 2026));
    expect(
      ["2026-03-22", "2026-03-29", "2026-10-19", "2026-10-25"].map((day) => moments(calendar, day, "unknown")[0]),
    ).toEqual([
      "2026-03-22T08:00:00Z 2026-03-22T08:30:00Z",
      "2026-03-29T07:00:00Z 2026-03-29T07:30:00Z",
      "2026-10-19T07:00:00Z 2026-10-19T07:30:00Z",
      "2026-10-25T08:00:00Z 2026-10-25T08:30:00Z",
    ]);
  });

  test("work that begins at a time the clock leaves out begins an hour later; one that comes twice is the first", () => {
    const calendar = daily([{ from: "02:30", to: "10:00" }], zoneChanges("Europe/Berlin", 2026, 2026));
    expect(callingWindows(calendar, "2026-03-29", { contact: "unknown" })[0]).toMatchObject({
      from: "2026-03-29T01:30:00Z",
      opens: "03:30",
    });
    expect(moments(calendar, "2026-10-25", "unknown")[0]).toBe("2026-10-25T00:30:00Z 2026-10-25T02:00:00Z");
  });
});
