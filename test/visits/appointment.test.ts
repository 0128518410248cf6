import fc from "fast-check";
import { APPOINTMENT_FINDINGS, type AppointmentOptions, checkAppointment } from "keyaccount";
import type { Appointment } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { shanghai } from "./calendars.js";
import { inShort } from "./faults.js";

const calendar = shanghai();
const asOf = "2026-11-20T06:00:00Z";
// Monday 10:00–11:00 in Shanghai; asked for on Friday at 09:10.
const settled = {
  way: "phone",
  askedAt: "2026-11-20T01:10:00Z",
  confirmedAt: "2026-11-20",
  startsAt: "2026-11-23T02:00:00Z",
  endsAt: "2026-11-23T03:00:00Z",
  place: "mill",
  goals: ["meet"],
  ours: [{ id: "wang", name: "Wang" }],
  theirs: [{ name: "Li" }],
} as const;
const check = (change: Partial<Appointment>, more: Partial<AppointmentOptions> = {}) =>
  checkAppointment(deepFreeze({ ...settled, ...change }), { asOf, calendar, contact: "unknown", ...more });
const findings = (change: Partial<Appointment>, more?: Partial<AppointmentOptions>) => check(change, more).findings;

test("A6.3 both sides' people, time, place and goals settled and confirmed", () => {
  expect(check({})).toEqual({ v: 1, state: "settled", findings: [], callAt: [], issues: [] });
});

describe("A6.3 what isn't settled is open", () => {
  test.each<[string, Partial<Appointment>]>([
    ["way-open", { way: undefined as never }],
    ["our-people-open", { ours: [] }],
    ["their-people-open", { theirs: undefined }],
    ["time-open", { startsAt: undefined, endsAt: undefined }],
    ["hour-open", { startsAt: "2026-11-23" }],
    ["end-open", { endsAt: undefined }],
    ["end-open", { endsAt: "2026-11-23" }],
    ["place-open", { place: undefined }],
    ["goals-open", { goals: undefined }],
    ["unconfirmed", { confirmedAt: undefined }],
  ])("%s", (code, change) => {
    expect(check(change)).toMatchObject({ state: "open", findings: [{ code }] });
  });

  test("an appointment of nothing says it all, in order", () => {
    const { findings: all, issues } = checkAppointment(null as never, { asOf, calendar });
    expect(all.map(({ code }) => code)).toEqual([
      "way-open",
      "our-people-open",
      "their-people-open",
      "time-open",
      "place-open",
      "goals-open",
      "unconfirmed",
    ]);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["required", "appointment"]]);
    expect(APPOINTMENT_FINDINGS).toEqual(expect.arrayContaining(all.map(({ code }) => code)));
  });
});

describe("E9.2, A6.3 working time", () => {
  test.each([
    ["2026-11-23T00:30:00Z", "2026-11-23T01:30:00Z", 30],
    ["2026-11-23T03:30:00Z", "2026-11-23T06:00:00Z", 90],
    ["2026-11-21T02:00:00Z", "2026-11-21T03:00:00Z", 60],
    ["2026-12-25T02:00:00Z", "2026-12-25T03:00:00Z", 60],
  ])("%s to %s: %d minutes outside", (startsAt, endsAt, minutes) => {
    expect(check({ startsAt, endsAt })).toMatchObject({
      state: "conflicting",
      findings: [{ code: "outside-working-time", minutes }],
    });
  });

  test("a time without an end is judged by its beginning", () => {
    expect(findings({ startsAt: "2026-11-21T02:00:00Z", endsAt: undefined })).toEqual([
      { code: "end-open" },
      { code: "outside-working-time", minutes: null },
    ]);
    expect(findings({ endsAt: undefined })).toEqual([{ code: "end-open" }]);
  });

  test("what begins before now is past; a plain day is past only when it surely is", () => {
    expect(findings({ startsAt: "2026-11-20T05:00:00Z", endsAt: "2026-11-20T06:00:00Z" })).toEqual([
      { code: "in-past" },
      { code: "outside-working-time", minutes: 30 },
    ]);
    expect(findings({ startsAt: "2026-11-18", endsAt: "2026-11-18" })).toEqual([
      { code: "hour-open" },
      { code: "in-past" },
    ]);
    expect(findings({ startsAt: "2026-11-20", endsAt: "2026-11-20" })).toEqual([{ code: "hour-open" }]);
    // 00:30 of the next day in Shanghai, which is the same day in UTC.
    const yesterday = {
      startsAt: "2026-11-19",
      endsAt: "2026-11-19",
      askedAt: "2026-11-19",
      confirmedAt: "2026-11-19",
    };
    expect(findings(yesterday, { asOf: "2026-11-19T16:30:00Z" })).toEqual([{ code: "hour-open" }, { code: "in-past" }]);
    expect(findings(yesterday, { asOf: "2026-11-19T15:30:00Z" })).toEqual([{ code: "hour-open" }]);
  });
});

describe("E9.2, D3.4 the right time to call", () => {
  const askedAt = (time: string): Partial<Appointment> => ({ askedAt: `2026-11-20T${time}:00Z` });

  test.each([
    ["unknown", "01:00", true],
    ["unknown", "01:29", true],
    ["unknown", "01:30", false],
    ["unknown", "09:30", true],
    ["unknown", "10:00", false],
    ["known", "00:30", true],
    ["known", "01:00", false],
    ["known", "10:00", true],
    ["known", "10:59", true],
    ["known", "11:00", false],
  ] as const)("a contact %s at %s UTC: %s", (contact, time, isRight) => {
    const wrong = [{ code: "outside-calling-window", askedAt: `2026-11-20T${time}:00Z` }];
    expect(findings(askedAt(time), { contact, asOf: "2026-11-20T12:00:00Z" })).toEqual(isRight ? [] : wrong);
  });

  test("nobody knows whether the contact knows us: open; a letter has no hours; nor has a call of which only the day is known", () => {
    expect(check({}, { contact: null })).toMatchObject({ state: "open", findings: [{ code: "contact-unknown" }] });
    expect(findings({ way: "letter", askedAt: "2026-11-20T05:00:00Z" })).toEqual([]);
    expect(findings({ askedAt: "2026-11-20" })).toEqual([]);
  });

  test("when to call next: what is left of today, else the next working day", () => {
    const callAt = (now: string, contact: "unknown" | "known" = "unknown", change: Partial<Appointment> = {}) =>
      check({ confirmedAt: undefined, ...change }, { asOf: now, contact }).callAt.map(({ from }) => from);
    expect(callAt("2026-11-20T01:00:00Z")).toEqual(["2026-11-20T01:00:00Z", "2026-11-20T09:30:00Z"]);
    expect(callAt("2026-11-20T06:00:00Z")).toEqual(["2026-11-20T09:30:00Z"]);
    expect(callAt("2026-11-20T10:00:00Z")).toEqual(["2026-11-23T01:00:00Z", "2026-11-23T09:30:00Z"]);
    expect(callAt("2026-11-20T10:00:00Z", "known")).toEqual(["2026-11-20T10:00:00Z"]);
    expect(callAt("2026-11-21")).toEqual(["2026-11-23T01:00:00Z", "2026-11-23T09:30:00Z"]);
    expect(callAt("2026-11-20")).toHaveLength(2);
    expect(callAt("2026-11-20T06:00:00Z", "unknown", { way: "fax" })).toEqual([]);
    expect(check({ confirmedAt: undefined }, { contact: null }).callAt).toEqual([]);
    expect(callAt("9999-12-31T23:00:00Z")).toEqual([]);
  });
});

describe("A6.3 clashes and ways", () => {
  const booking = (from: string, to: string | null, more: object = {}) => ({
    id: "b",
    startsAt: `2026-11-23T${from}:00Z`,
    endsAt: to === null ? null : `2026-11-23T${to}:00Z`,
    place: "mill",
    ours: [{ id: "wang" }],
    ...more,
  });
  const booked = (...all: object[]) =>
    findings({}, { booked: all, travel: { legs: [{ a: "mill", b: "plant", minutes: 45 }] } });

  test.each([
    ["01:00", "02:00", false],
    ["01:00", "02:01", true],
    ["02:59", "04:00", true],
    ["03:00", "04:00", false],
    ["02:30", null, true],
    ["03:00", null, false],
  ])("booked from %s to %s: a clash %s", (from, to, isClash) => {
    expect(booked(booking(from, to))).toEqual(isClash ? [{ code: "clash", person: "wang", booking: "b" }] : []);
  });

  test("a booking of which only the day is known may clash with whatever is on that day, so nothing is settled", () => {
    const leave = { id: "leave", startsAt: "2026-11-23", endsAt: "2026-11-23", ours: [{ id: "wang" }] };
    const may = [{ code: "may-clash", person: "wang", booking: "leave" }];
    const state = (...more: object[]) => check({}, { booked: more }).state;
    expect([booked(leave), state(leave)]).toEqual([may, "open"]);
    expect(booked({ ...leave, endsAt: undefined })).toEqual(may);
    expect(booked({ ...leave, startsAt: "2026-11-20", endsAt: "2026-11-24" }, leave)).toEqual(may);
    expect(booked({ ...leave, startsAt: "2026-11-22", endsAt: "2026-11-22" })).toEqual([]);
    expect(booked({ ...leave, startsAt: "2026-11-24", endsAt: "2026-11-24" })).toEqual([]);
    expect(booked({ ...leave, ours: [{ id: "zhao" }] }, { ...leave, startsAt: null })).toEqual([]);
    // Since Friday noon, until Monday; and from Monday evening in Shanghai, which is another day in UTC.
    expect(booked({ ...leave, startsAt: "2026-11-20T04:00:00Z" })).toEqual(may);
    expect(booked({ ...leave, startsAt: "2026-11-22T17:00:00Z", endsAt: "2026-11-24" })).toEqual(may);
    expect(booked({ ...leave, startsAt: "2026-11-23T16:30:00Z", endsAt: "2026-11-24" })).toEqual([]);
    // An end before the beginning says nothing: the day itself is left.
    expect(booked({ ...leave, endsAt: "2026-11-20" })).toEqual(may);
    // Until Monday's midnight in Shanghai.
    expect(booked({ ...leave, startsAt: "2026-11-22", endsAt: "2026-11-22T16:00:00Z" })).toEqual([]);
    // Until ten in the morning, when the appointment begins, and a minute longer.
    expect(booked({ ...leave, startsAt: "2026-11-22", endsAt: "2026-11-23T02:00:00Z" })).toEqual([]);
    expect(booked({ ...leave, startsAt: "2026-11-22", endsAt: "2026-11-23T02:01:00Z" })).toEqual(may);
    expect(booked({ ...leave, endsAt: "2026-11-23T02:01:00Z" })).toEqual(may);
    expect(booked({ ...leave, endsAt: "2026-11-23T01:00:00Z" })).toEqual([]);
    // From eleven, when it is over, and a minute sooner, which is certain.
    expect(booked({ ...leave, startsAt: "2026-11-23T03:00:00Z", endsAt: "2026-11-24" })).toEqual([]);
    expect(booked({ ...leave, startsAt: "2026-11-23T02:59:00Z", endsAt: "2026-11-24" })).toEqual([
      { code: "clash", person: "wang", booking: "leave" },
    ]);
    const late = { startsAt: "2026-11-22T15:00:00Z", endsAt: "2026-11-22T16:00:00Z" };
    expect(findings(late, { booked: [leave], asOf: "2026-11-20" })).not.toContainEqual(may[0]);
    const day = { startsAt: "2026-11-23", endsAt: undefined };
    expect(findings(day, { booked: [leave] })).toEqual([{ code: "hour-open" }, { code: "end-open" }, ...may]);
    expect(findings({ startsAt: undefined, endsAt: undefined }, { booked: [leave] })).toEqual([{ code: "time-open" }]);
    expect(
      findings({ endsAt: "2026-11-24T03:00:00Z" }, { booked: [{ ...leave, startsAt: "2026-11-24", endsAt: null }] }),
    ).toContainEqual(may[0]);
  });

  test("an appointment of which only the day is known may clash with whatever is booked at an hour of it, so nothing is settled", () => {
    const day = { startsAt: "2026-11-23", endsAt: "2026-11-23" };
    const may = { code: "may-clash", person: "wang", booking: "b" };
    const on = (...all: object[]) => check(day, { booked: all });
    expect(on(booking("02:00", "03:00"))).toMatchObject({ state: "open", findings: [{ code: "hour-open" }, may] });
    expect(on(booking("02:00", null)).findings).toContainEqual(may);
    // Ends at Monday's midnight in Shanghai, and begins at Tuesday's: the day between is Monday's.
    const sunday = { startsAt: "2026-11-22T10:00:00Z", endsAt: "2026-11-22T16:00:00Z" };
    const tuesday = { startsAt: "2026-11-23T16:00:00Z", endsAt: "2026-11-23T17:00:00Z" };
    expect(on(booking("", "", sunday), booking("", "", tuesday)).findings).toEqual([{ code: "hour-open" }]);
    expect(on(booking("", "", { ...sunday, endsAt: "2026-11-22T16:01:00Z" })).findings).toContainEqual(may);
    expect(on(booking("", "", { ...tuesday, startsAt: "2026-11-23T15:59:00Z" })).findings).toContainEqual(may);
    expect(on(booking("02:00", "03:00", { ours: [{ id: "zhao" }] })).findings).toEqual([{ code: "hour-open" }]);
    // Nobody says when the earlier of the two ends.
    expect(booked(booking("01:00", null))).toEqual([may]);
    expect(booked(booking("01:00", null, { startsAt: "2026-11-22T15:59:00Z" }))).toEqual([]);
    expect(booked(booking("03:00", null))).toEqual([]);
    const openEnded = (from: string, to: string | null) =>
      findings({ endsAt: undefined }, { booked: [booking(from, to)] });
    expect(openEnded("06:00", "07:00")).toEqual([{ code: "end-open" }, may]);
    expect(openEnded("01:00", "02:00")).toEqual([{ code: "end-open" }]);
    // An hour of it is known, so what is booked at another hour is no matter.
    expect(booked(booking("06:00", "07:00"))).toEqual([]);
  });

  test("an appointment of whose end only the day is known may clash with what is booked from its beginning to that day's end", () => {
    const may = (id: string) => ({ code: "may-clash", person: "wang", booking: id });
    const until = (endsAt: string, ...all: object[]) => check({ endsAt }, { booked: all }).findings;
    const open = { code: "end-open" };
    expect(until("2026-11-23", booking("02:01", "03:00"))).toEqual([open, may("b")]);
    expect(until("2026-11-23", booking("09:00", "10:00"), booking("01:00", "02:00", { id: "c" }))).toEqual([
      open,
      may("b"),
    ]);
    // At its beginning it is certain; the next day is for one that ends then.
    expect(until("2026-11-23", booking("02:00", "03:00"))).toEqual([
      open,
      { code: "clash", person: "wang", booking: "b" },
    ]);
    const tuesday = booking("", "", { startsAt: "2026-11-24T02:00:00Z", endsAt: "2026-11-24T03:00:00Z" });
    expect(until("2026-11-23", tuesday)).toEqual([open]);
    expect(until("2026-11-24", tuesday)).toEqual([open, may("b")]);
    expect(until("2026-11-24T01:00:00Z", tuesday)).not.toContainEqual(may("b"));
  });

  test("findings of one code stand by booking; each of a list is one finding of its kind", () => {
    const clash = (id: string) => ({ code: "clash", person: "wang", booking: id });
    expect(booked(booking("02:10", "02:20", { id: "z" }), booking("02:30", "02:40", { id: "a" }))).toEqual([
      clash("a"),
      clash("z"),
    ]);
    const far = { place: "plant" };
    const codes = booked(
      booking("01:30", "01:59", { id: "z", ...far }),
      booking("03:10", "04:00", { id: "a", ...far }),
    );
    expect(codes.map((one) => "booking" in one && one.booking)).toEqual(["a", "z"]);
    const same = booked(booking("01:30", "01:59", far), booking("03:10", "04:00", far));
    expect(same.map((one) => one.code === "travel-short" && one.available)).toEqual([1, 10]);
  });

  test("a fault of a booking is named once, whatever else is faulty", () => {
    const booking = { code: "not-a-date", path: ["booked", 0, "startsAt"], details: { received: "x" } };
    const week = { code: "too-few", path: ["calendar", "week"], details: { least: 1, received: 0 } };
    const faulty = (own: object) => () =>
      checkAppointment(settled, { asOf, calendar: own, booked: [{ startsAt: "x" }] } as never);
    expect(faulty(calendar)).toThrow(expect.objectContaining({ issues: [booking] }) as Error);
    expect(faulty({ ...calendar, week: {} })).toThrow(expect.objectContaining({ issues: [week, booking] }) as Error);
  });

  test("others' bookings don't clash", () => {
    expect(
      booked(booking("02:00", "03:00", { ours: [{ id: "zhao" }] }), {
        ...booking("02:00", "03:00"),
        startsAt: "2026-11-24",
        endsAt: "2026-11-24",
      }),
    ).toEqual([]);
    expect(
      booked(booking("02:00", "03:00", { ours: undefined, personId: "wang", id: undefined, clientId: "north" })),
    ).toEqual([{ code: "clash", person: "wang", booking: "north" }]);
    expect(booked(booking("02:00", "03:00", { id: undefined }))).toEqual([
      { code: "clash", person: "wang", booking: "" },
    ]);
  });

  test("the way from the booking before and to the one after", () => {
    const plant = { place: "plant" };
    expect(booked(booking("00:30", "01:15", plant), booking("03:45", "04:30", { ...plant, id: "c" }))).toEqual([]);
    expect(booked(booking("00:30", "01:16", plant), booking("03:44", "04:30", { ...plant, id: "c" }))).toEqual([
      { code: "travel-short", person: "wang", booking: "b", needed: 45, available: 44 },
      { code: "travel-short", person: "wang", booking: "c", needed: 45, available: 44 },
    ]);
    expect(booked(booking("00:30", "01:16", { place: "moon" }))).toEqual([
      { code: "travel-unknown", person: "wang", booking: "b" },
    ]);
  });

  test("only the nearest bookings matter, and none more than a day away", () => {
    const moon = { place: "moon" };
    expect(booked(booking("00:00", "00:30", moon), booking("01:00", "02:00", { id: "near" }))).toEqual([]);
    expect(
      booked({ ...booking("02:00", "03:00", moon), startsAt: "2026-11-22T01:00:00Z", endsAt: "2026-11-22T02:00:00Z" }),
    ).toEqual([]);
    expect(booked(booking("01:00", "02:00", { ...moon, id: "z" }), booking("01:30", "02:00", { id: "y" }))).toEqual([]);
    expect(booked(booking("01:00", "02:00", { id: "y" }), booking("01:00", "02:00", { ...moon, id: "z" }))).toEqual([
      { code: "travel-unknown", person: "wang", booking: "z" },
    ]);
  });

  test("without ways nothing is known of them but that none leads to where one is", () => {
    const all = { booked: [booking("00:30", "01:15", { place: "plant" })] };
    expect(findings({}, all as never)).toEqual([{ code: "travel-unknown", person: "wang", booking: "b" }]);
    expect(findings({}, { booked: [booking("00:30", "01:15")] })).toEqual([]);
  });
});

test("what can't be read is an issue and unknown; goals and people stand once", () => {
  const { issues, findings: all } = check({
    endsAt: "2026-11-22T02:00:00Z",
    askedAt: "2026-11-20",
    confirmedAt: "2026-11-19",
    goals: ["", "a", "a", 3] as never,
    place: "x".repeat(201),
  });
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["out-of-order", "appointment", "confirmedAt"],
    ["out-of-order", "appointment", "endsAt"],
    ["too-long", "appointment", "place"],
    ["wrong-type", "appointment", "goals", 3],
  ]);
  expect(all.map(({ code }) => code)).toEqual(["end-open", "place-open", "unconfirmed"]);
});

test.each([
  [{ calendar }, "required"],
  [{ asOf }, "required"],
  [{ asOf, calendar, contact: "friend" }, "unknown-value"],
  [{ asOf, calendar, colour: 1 }, "unknown-key"],
  [{ asOf, calendar, booked: [{ startsAt: "x" }] }, "not-a-date"],
])("faulty options %# throw %s", (options, code) => {
  expect(() => checkAppointment(settled, options as never)).toThrow(expect.objectContaining({ code }) as Error);
});

test("A6.3 bookings that end together stand by their beginning, then by name; of ours only those with an id count", () => {
  const base = { endsAt: "2026-11-23T01:00:00Z", ours: [{ id: "wang" }, {}] };
  const booked = [
    { ...base, id: "late", startsAt: "2026-11-23T00:45:00Z", place: "moon" },
    { ...base, id: "early", startsAt: "2026-11-23T00:15:00Z", place: "mill" },
  ];
  const ours = [{ id: "wang", name: "Wang" }, { name: "guest" }];
  expect(findings({ ours }, { booked })).toEqual([{ code: "travel-unknown", person: "wang", booking: "late" }]);
  const twins = ["m", "a", "z"].map((id) => ({ ...base, id, startsAt: "2026-11-23T00:15:00Z", place: "moon" }));
  expect(findings({}, { booked: twins })).toEqual([{ code: "travel-unknown", person: "wang", booking: "z" }]);
  expect(findings({ ours: undefined }, { booked: twins })).toEqual([{ code: "our-people-open" }]);
});

describe("A6.3 what was asked or agreed after the question isn't known yet", () => {
  test("a confirmation to come leaves it unconfirmed, and says so", () => {
    const {
      state,
      findings: open,
      issues,
    } = check({ way: "letter", askedAt: "2027-01-01", confirmedAt: "2027-02-01" });
    expect([state, open]).toEqual(["open", [{ code: "unconfirmed" }]]);
    expect(inShort(issues)).toEqual([
      "observed-after-as-of at appointment.askedAt",
      "observed-after-as-of at appointment.confirmedAt",
    ]);
  });

  test("days are those of the calendar's clock", () => {
    const said = (askedAt: string, now: string) =>
      inShort(check({ way: "letter", askedAt, confirmedAt: undefined }, { asOf: now }).issues);
    // Half past midnight of the 21st in Shanghai.
    expect(said("2026-11-20T16:30:00Z", "2026-11-20")).toEqual(["observed-after-as-of at appointment.askedAt"]);
    expect(said("2026-11-21", "2026-11-20T15:30:00Z")).toEqual(["observed-after-as-of at appointment.askedAt"]);
    expect(said("2026-11-21", "2026-11-20T16:30:00Z")).toEqual([]);
    const times = { way: "letter", askedAt: "2026-11-19T16:30:00Z", confirmedAt: "2026-11-19" } as const;
    expect(inShort(check(times).issues)).toEqual(["out-of-order at appointment.confirmedAt"]);
    expect(inShort(check({ ...times, askedAt: "2026-11-19T15:30:00Z" }).issues)).toEqual([]);
    expect(inShort(check({ startsAt: "2026-11-23T16:30:00Z", endsAt: "2026-11-23" }).issues)).toEqual([
      "out-of-order at appointment.endsAt",
    ]);
  });

  test("the moment of the question itself counts", () => {
    expect(findings({ confirmedAt: asOf })).toEqual([]);
  });
});

test("E9.2 of a plain day the day is checked: nobody works on a Saturday or a holiday", () => {
  const off = { code: "outside-working-time", minutes: null };
  expect(findings({ startsAt: "2026-11-21", endsAt: "2026-11-21" })).toEqual([{ code: "hour-open" }, off]);
  expect(findings({ startsAt: "2026-12-25", endsAt: undefined })).toEqual([
    { code: "hour-open" },
    { code: "end-open" },
    off,
  ]);
  expect(findings({ startsAt: "2026-11-20", endsAt: "2026-11-20" })).toEqual([{ code: "hour-open" }]);
});

describe("A6.3 the bookings beside it are the last to end before and the first to begin after", () => {
  const booking = (id: string, from: string, to: string) => ({
    id,
    startsAt: `2026-11-23T${from}:00Z`,
    endsAt: `2026-11-23T${to}:00Z`,
    place: id,
    personId: "wang",
  });
  const beside = (...booked: ReturnType<typeof booking>[]) => findings({}, { booked, travel: { otherwise: 60 } });
  const short = (name: string, available: number) => ({
    code: "travel-short",
    person: "wang",
    booking: name,
    needed: 60,
    available,
  });

  test("a later one that ends sooner doesn't hide the next", () => {
    const [long, brief] = [booking("long", "03:10", "08:00"), booking("brief", "06:00", "06:30")];
    expect(beside(long, brief)).toEqual([short("long", 10)]);
    expect(beside(brief, long)).toEqual([short("long", 10)]);
  });

  test("an earlier one that began later doesn't hide the last", () => {
    const [long, brief] = [booking("long", "00:00", "01:50"), booking("brief", "00:30", "01:00")];
    expect(beside(long, brief)).toEqual([short("long", 10)]);
    expect(beside(brief, long)).toEqual([short("long", 10)]);
  });

  test("ties by end or start, then by id", () => {
    const after = [booking("c", "03:10", "05:00"), booking("b", "03:10", "04:00"), booking("a", "03:10", "05:00")];
    expect(beside(...after)).toEqual([short("b", 10)]);
    expect(beside(...after.filter(({ id }) => id !== "b"))).toEqual([short("a", 10)]);
    const nameless = after.map(({ id: _id, ...rest }) => rest);
    expect(findings({}, { booked: nameless, travel: { otherwise: 60 } })).toEqual([short("", 10)]);
  });
});

test("law: a clash, certain or possible, is said exactly where some hours that fit what is known overlap", () => {
  const HOURS = 24;
  // Hours of three days in Shanghai, from 21 November; a whole day; nothing.
  const hour = fc.integer({ min: 0, max: 3 * HOURS - 1 }).map((at) => ({ at, isDay: false }));
  const day = fc.integer({ min: 0, max: 2 }).map((at) => ({ at: at * HOURS, isDay: true }));
  type Time = { readonly at: number; readonly isDay: boolean };
  const textOf = ({ at, isDay }: Time): string =>
    new Date(Date.parse(isDay ? "2026-11-21T00:00Z" : "2026-11-20T16:00Z") + at * 3_600_000)
      .toISOString()
      .replace(".000Z", "Z")
      .slice(0, isDay ? 10 : undefined);
  const hoursOf = ({ at, isDay }: Time): number[] =>
    isDay ? Array.from({ length: HOURS + 1 }, (_, index) => at + index) : [at];
  const time = fc
    .record({ start: fc.oneof(hour, day), end: fc.option(fc.oneof(hour, day), { nil: null }) })
    .filter(({ start, end }) => end === null || (end.isDay ? end.at + HOURS > start.at : end.at > start.at));
  const spansOf = ({ start, end }: { start: Time; end: Time | null }): [number, number][] =>
    hoursOf(start).flatMap((from) =>
      hoursOf(end ?? { at: Math.floor(start.at / HOURS) * HOURS, isDay: true })
        .filter((to) => to > from)
        .map((to): [number, number] => [from, to]),
    );
  fc.assert(
    fc.property(time, time, (one, other) => {
      const times = (span: typeof one) => ({ startsAt: textOf(span.start), endsAt: span.end && textOf(span.end) });
      const all = findings(
        { ...times(one), endsAt: times(one).endsAt ?? undefined },
        {
          booked: [{ id: "b", ours: [{ id: "wang" }], ...times(other) }],
          asOf: "2026-11-20T06:00:00Z",
        },
      );
      const can = spansOf(one).some(([from, to]) =>
        spansOf(other).some(([opens, closes]) => from < closes && opens < to),
      );
      expect(all.some(({ code }) => code === "clash" || code === "may-clash")).toBe(can);
    }),
  );
});
