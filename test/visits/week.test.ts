import fc from "fast-check";
import {
  checkAppointment,
  type DueVisit,
  defineCalendar,
  formatIssue,
  planWeek,
  VISIT_MINUTES,
  visitCadence,
  type WeekOptions,
  type WeekPlan,
  type WeekSituation,
  type WeekVisit,
  type WorkingCalendar,
  workingMinutes,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { shanghai } from "./calendars.js";

const calendar = shanghai();
const options: WeekOptions = { week: "2026-11-23", calendar, travel: { otherwise: 30 } };
const due = (id: string, more: Partial<DueVisit> = {}): DueVisit => ({
  id,
  state: "due",
  dueOn: "2026-11-25",
  way: "visited-by-developer",
  ...more,
});
const plan = (situation: Partial<WeekSituation>, more: Partial<WeekOptions> = {}) =>
  planWeek(
    deepFreeze({
      due: [due("a"), due("b")],
      clients: [
        { id: "a", managedBy: ["wang"] },
        { id: "b", managedBy: ["wang", "zhao"] },
      ],
      people: [{ id: "wang", hours: 40 }],
      ...situation,
    }),
    { ...options, ...more },
  );

test("E4.7 a week by hand: ways, visits one after the other, the way home within working time", () => {
  const { visits, people, leftOut, from, to, issues } = plan({});
  expect(visits).toEqual([
    {
      clientId: "a",
      personId: "wang",
      day: "2026-11-23",
      startsAt: "2026-11-23T01:30:00Z",
      endsAt: "2026-11-23T02:30:00Z",
      place: null,
      travelMinutes: 30,
      minutes: VISIT_MINUTES,
      state: "due",
      dueOn: "2026-11-25",
    },
    {
      clientId: "b",
      personId: "wang",
      day: "2026-11-23",
      startsAt: "2026-11-23T03:00:00Z",
      endsAt: "2026-11-23T04:00:00Z",
      place: null,
      travelMinutes: 30,
      minutes: 60,
      state: "due",
      dueOn: "2026-11-25",
    },
  ]);
  expect(people).toEqual([{ personId: "wang", capacityMinutes: 2400, usedMinutes: 210, visits: 2 }]);
  expect([leftOut, from, to, issues]).toEqual([[], "2026-11-23", "2026-11-29", []]);
});

test("a visit lies within one span of work: what doesn't fit before lunch waits for the afternoon", () => {
  const { visits } = plan({
    clients: [
      { id: "a", managedBy: ["wang"], visitMinutes: 120 },
      { id: "b", managedBy: ["wang"] },
    ],
  });
  expect(visits.map(({ startsAt }) => startsAt)).toEqual(["2026-11-23T01:30:00Z", "2026-11-23T05:30:00Z"]);
});

test("spans that touch are no break: work through noon, written as three spans, holds what one span holds", () => {
  const monday = (...hours: readonly (readonly [string, string])[]) =>
    plan(
      { clients: [{ id: "a", managedBy: ["wang"], visitMinutes: 240 }], due: [due("a")] },
      { calendar: working(["monday"], ...hours) },
    ).visits;
  expect(monday(["09:00", "12:00"], ["13:00", "16:30"])).toEqual([]);
  expect(monday(["09:00", "14:00"])[0]?.startsAt).toBe("2026-11-23T01:30:00Z");
  expect(monday(["09:00", "12:00"], ["12:00", "13:30"], ["13:30", "14:00"])).toEqual(monday(["09:00", "14:00"]));
  // A seam isn't a gap either way: the first of two breaks stays one.
  expect(monday(["08:00", "09:00"], ["09:01", "12:00"], ["12:00", "14:00"])[0]?.startsAt).toBe("2026-11-23T01:01:00Z");
});

test("ways: the listed ones both ways, none within a place, the address for want of a place", () => {
  const clients = [
    { id: "a", managedBy: ["wang"], address: "mill" },
    { id: "b", managedBy: ["wang"], place: "mill", address: "elsewhere" },
  ];
  const people = [{ id: "wang", hours: 40, base: "office" }];
  const travel = { legs: [{ a: "mill", b: "office", minutes: 45 }] };
  const { visits, people: loads } = plan({ clients, people }, { travel });
  expect(visits.map(({ startsAt, travelMinutes, place }) => [startsAt, travelMinutes, place])).toEqual([
    ["2026-11-23T01:45:00Z", 45, "mill"],
    ["2026-11-23T02:45:00Z", 0, "mill"],
  ]);
  expect(loads[0]?.usedMinutes).toBe(210);
  expect(plan({ clients }, { travel }).leftOut.map(({ reason }) => reason.code)).toEqual([
    "travel-unknown",
    "travel-unknown",
  ]);
});

describe("for everyone left out it says why", () => {
  const reasonFor = (situation: Partial<WeekSituation>, more?: Partial<WeekOptions>) =>
    Object.fromEntries(plan(situation, more).leftOut.map(({ clientId, reason }) => [clientId, reason]));

  test("not to be visited, or not yet, or nobody knows", () => {
    const all = [
      due("p", { way: "by-phone" }),
      due("u", { state: "unknown", dueOn: null }),
      due("n", { state: "not-due", dueOn: "2026-11-30" }),
      due("l", { state: "not-due", dueOn: "2026-11-29T10:00:00Z" }),
      due("o"),
      due("x"),
    ];
    const clients = [
      { id: "l", managedBy: ["wang"] },
      { id: "o", managedBy: [] },
      { id: "x", managedBy: ["zhao", "wang"] },
    ];
    const week = plan({ due: all, clients });
    expect(week.leftOut).toEqual([
      { clientId: "o", personId: null, reason: { code: "no-visitor" } },
      { clientId: "p", personId: null, reason: { code: "by-phone" } },
      { clientId: "x", personId: "zhao", reason: { code: "visitor-absent", person: "zhao" } },
      { clientId: "u", personId: null, reason: { code: "cadence-unknown" } },
      { clientId: "n", personId: null, reason: { code: "not-due", dueOn: "2026-11-30" } },
    ]);
    expect(week.visits.map(({ clientId }) => clientId)).toEqual(["l"]);
  });

  test("due after the week on the calendar's clock: a moment of Sunday in UTC is one of Monday in Shanghai", () => {
    const ofSunday = (time: string) =>
      reasonFor({ due: [due("a", { state: "not-due", dueOn: `2026-11-29T${time}:00Z` })] });
    expect(ofSunday("15:59")).toEqual({});
    expect(ofSunday("16:00")).toEqual({ a: { code: "not-due", dueOn: "2026-11-29T16:00:00Z" } });
  });

  test("hours that don't reach: the first, and everyone behind it", () => {
    const clients = ["a", "b", "c"].map((id) => ({ id, managedBy: ["wang"] }));
    const three = { due: [due("a"), due("b"), due("c")], clients };
    expect(reasonFor({ ...three, people: [{ id: "wang", hours: "3.4" }] })).toEqual({
      b: { code: "over-capacity", needed: 90, left: 84 },
      c: { code: "behind", before: "b" },
    });
    expect(reasonFor({ ...three, people: [{ id: "wang", hours: 3.5 }] })).toEqual({
      c: { code: "over-capacity", needed: 90, left: 0 },
    });
    expect(plan({ ...three, people: [{ id: "wang", hours: 0 }] }).visits).toEqual([]);
  });

  test("no room in any day: longer than a span of work, days off, a holiday week", () => {
    const long = [
      { id: "a", managedBy: ["wang"], visitMinutes: 300 },
      { id: "b", managedBy: ["wang"] },
    ];
    expect(reasonFor({ clients: long })).toEqual({ a: { code: "no-room" } });
    const home = [
      { id: "a", managedBy: ["wang"], visitMinutes: 270, place: "far" },
      { id: "b", managedBy: ["wang"] },
    ];
    expect(reasonFor({ clients: home, people: [{ id: "wang", hours: 40, base: "office" }] })).toEqual({
      a: { code: "no-room" },
    });
    const off = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
    expect(reasonFor({ people: [{ id: "wang", hours: 40, daysOff: off }] })).toEqual({
      a: { code: "no-room" },
      b: { code: "no-room" },
    });
    expect(plan({ people: [{ id: "wang", hours: 40, daysOff: off.slice(0, 2) }] }).visits[0]?.day).toBe("2026-11-25");
    expect(plan({}, { week: "2026-10-05" }).leftOut).toEqual([
      { clientId: "a", personId: "wang", reason: { code: "not-due", dueOn: "2026-11-25" } },
      { clientId: "b", personId: "wang", reason: { code: "not-due", dueOn: "2026-11-25" } },
    ]);
    // 8 and 9 October and the worked Saturday are left of the holiday week.
    expect(plan({ due: [due("a", { dueOn: null })] }, { week: "2026-10-05" }).visits[0]?.day).toBe("2026-10-08");
  });

  test("whoever has no room and comes after the first without hours is behind it", () => {
    const clients = [
      { id: "a", managedBy: ["wang"] },
      { id: "b", managedBy: ["wang"], visitMinutes: 300 },
    ];
    expect(reasonFor({ clients, people: [{ id: "wang", hours: 1 }] })).toEqual({
      a: { code: "over-capacity", needed: 120, left: 60 },
      b: { code: "behind", before: "a" },
    });
  });
});

test("the most urgent come first, whatever the order of the rows; ties by id", () => {
  const rows = [
    due("d", { dueOn: "2026-11-24" }),
    due("c", { dueOn: "2026-11-24" }),
    due("n", { dueOn: null }),
    due("o", { state: "overdue", dueOn: "2026-11-20" }),
  ];
  const clients = rows.map(({ id }) => ({ id, managedBy: ["wang"] }));
  expect(plan({ due: rows, clients }).visits.map(({ clientId }) => clientId)).toEqual(["o", "n", "c", "d"]);
  expect(plan({ due: rows.toReversed(), clients: clients.toReversed() })).toEqual(plan({ due: rows, clients }));
});

test("a cadence and clients go in as they are, and the week's visits are bookings", () => {
  const clients = [{ id: "north", level: "A", lastVisit: "2026-10-12", managedBy: ["wang"], name: "North" }] as const;
  const { clients: cadence } = visitCadence(clients, { asOf: "2026-11-20" });
  const week = planWeek({ due: cadence, clients, people: [{ id: "wang", hours: 8 }] }, options);
  expect(week.visits.map(({ clientId, state }) => [clientId, state])).toEqual([["north", "overdue"]]);
  const check = checkAppointment(
    {
      way: "letter",
      startsAt: "2026-11-23T02:00:00Z",
      endsAt: "2026-11-23T03:00:00Z",
      ours: [{ id: "wang", name: "Wang" }],
    },
    { asOf: "2026-11-20", calendar, booked: week.visits, travel: { otherwise: 0 } },
  );
  expect(check.findings).toContainEqual({ code: "clash", person: "wang", booking: "north" });
});

test("what can't be read is an issue; hours that can't be read are none", () => {
  const situation = {
    due: [{ id: "a", state: "soon" }, { state: "due" }],
    clients: [{ managedBy: ["wang"] }],
    people: [{ id: "wang", hours: "many", daysOff: ["x", 3] }, { hours: 3 }],
  };
  const { issues, people, leftOut } = planWeek(situation as never, options);
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["not-a-decimal", "people", 0, "hours"],
    ["not-a-date", "people", 0, "daysOff", 0],
    ["not-a-date", "people", 0, "daysOff", 1],
    ["required", "people", 1, "id"],
    ["unknown-value", "due", 0, "state"],
    ["required", "due", 1, "id"],
    ["required", "clients", 0, "id"],
  ]);
  expect(people).toEqual([{ personId: "wang", capacityMinutes: 0, usedMinutes: 0, visits: 0 }]);
  expect(leftOut).toEqual([{ clientId: "a", personId: null, reason: { code: "cadence-unknown" } }]);
  expect(planWeek(null as never, options).issues.map(({ code }) => code)).toEqual([
    "wrong-type",
    "required",
    "required",
    "required",
  ]);
});

test.each([
  [{ ...options, week: "2026-11-23T00:00:00Z" }, "not-a-date"],
  [{ ...options, week: "9999-12-28" }, "not-a-date"],
  [{ ...options, week: "0001-01-01" }, "not-a-date"],
  [{ calendar, travel: {} }, "required"],
  [{ ...options, calendar: null }, "required"],
  [{ ...options, calendar: { ...calendar, week: {} } }, "too-few"],
  [{ ...options, travel: undefined }, "required"],
  [{ ...options, travel: { legs: [{ a: "x", minutes: 5 }] } }, "required"],
  [{ ...options, visitMinutes: 0 }, "out-of-range"],
  [{ ...options, hours: 3 }, "unknown-key"],
])("faulty options %# throw %s", (faulty, code) => {
  expect(() => planWeek({ due: [], clients: [], people: [] }, faulty as never)).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

const state = fc.constantFrom("overdue", "due", "not-due" as const);
const job = fc.record({
  state,
  day: fc.integer({ min: 20, max: 29 }),
  minutes: fc.integer({ min: 10, max: 320 }),
  place: fc.constantFrom("x", "y", "z"),
  visitor: fc.constantFrom("p", "q", "r"),
});
const minutesOf = fc.integer({ min: 0, max: 180 });
const travelOf = fc
  .record({ xy: minutesOf, xz: minutesOf, yz: minutesOf, ox: minutesOf, oy: minutesOf, oz: minutesOf })
  .map((legs) => ({
    legs: Object.entries(legs).map(([key, minutes]) => ({ a: key[0] as string, b: key[1] as string, minutes })),
  }));
const week = fc.record({
  jobs: fc.array(job, { maxLength: 25 }),
  travel: travelOf,
  hours: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }),
  more: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
});

interface Job {
  readonly state: DueVisit["state"];
  readonly day: number;
  readonly minutes: number;
  readonly place: string;
  readonly visitor: string;
}

function planOf(
  jobs: readonly Job[],
  hours: readonly number[],
  travel: WeekOptions["travel"],
  ids = ["p", "q", "r"],
  more: Pick<WeekSituation, "planned"> & {
    readonly daysOff?: readonly string[];
    readonly calendar?: WorkingCalendar;
  } = {},
) {
  return planWeek(
    {
      due: jobs.map(({ state: one, day }, index) =>
        due(`c${String(index)}`, { state: one, dueOn: `2026-11-${String(day)}` }),
      ),
      clients: jobs.map(({ minutes, place, visitor }, index) => ({
        id: `c${String(index)}`,
        visitMinutes: minutes,
        place,
        managedBy: [visitor],
      })),
      people: ids.map((id, index) => ({ id, hours: hours[index] as number, base: "o", daysOff: more.daysOff })),
      planned: more.planned,
    },
    { ...options, travel, calendar: more.calendar ?? calendar },
  );
}

test("law: more hours, and more people, never drop or move a visit planned before", () => {
  fc.assert(
    fc.property(week, ({ jobs, travel, hours, more }) => {
      const before = planOf(jobs, hours, travel);
      const after = planOf(
        jobs,
        hours.map((own, index) => own + (more[index] as number)),
        travel,
      );
      for (const visit of before.visits) expect(after.visits).toContainEqual(visit);
      const fewer = planOf(jobs, hours, travel, ["p", "q"]);
      for (const visit of fewer.visits) expect(before.visits).toContainEqual(visit);
    }),
    { numRuns: 150 },
  );
});

const working = (days: readonly string[], ...hours: readonly (readonly [string, string])[]) =>
  defineCalendar({
    id: "own",
    zone: "+08:00",
    week: Object.fromEntries(days.map((day) => [day, hours.map(([from, to]) => ({ from, to }))])),
  });
const five = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const usual = [
  ["09:00", "12:00"],
  ["13:30", "18:00"],
] as const;
/** Each has all the working time of {@link shanghai} and more. */
const longer = fc.constantFrom(
  working(five, ["09:00", "12:00"], ["13:30", "19:30"]),
  working([...five, "saturday"], ...usual),
  working(five, ["09:00", "18:00"]),
  working([...five, "sunday"], ["07:00", "12:30"], ["13:00", "18:00"]),
);

test("law: given what was planned before, more of anything (hours, days, working time, people) never drops or moves it", () => {
  let taken = 0;
  const off = fc.subarray(["2026-11-23", "2026-11-24", "2026-11-26"]);
  fc.assert(
    fc.property(week, off, longer, fc.boolean(), ({ jobs, travel, hours, more }, daysOff, wider, isSooner) => {
      const before = planOf(jobs, hours, travel, ["p", "q"], { daysOff });
      const after = planOf(
        // Who is due sooner now takes nobody's place.
        isSooner ? jobs.map((one) => ({ ...one, day: 49 - one.day })) : jobs,
        hours.map((own, index) => own + (more[index] as number)),
        travel,
        ["p", "q", "r"],
        { calendar: wider, planned: before.visits },
      );
      const times = (visits: readonly WeekVisit[]) =>
        visits.map(({ clientId, personId, startsAt, endsAt }) => ({ clientId, personId, startsAt, endsAt }));
      const kept = isSooner ? before.visits.filter(({ clientId }) => isStillDue(clientId, after)) : before.visits;
      for (const visit of times(kept)) expect(times(after.visits)).toContainEqual(visit);
      expect(after.notKept).toHaveLength(before.visits.length - kept.length);
      taken += kept.length;
    }),
    { numRuns: 200 },
  );
  expect(taken).toBeGreaterThan(200);
});

function isStillDue(clientId: string, { leftOut }: WeekPlan): boolean {
  return !leftOut.some((one) => one.clientId === clientId && one.reason.code === "not-due");
}

test("E4.7 law: what was planned before keeps its hours where a way by the next client's is shorter than the way straight home", () => {
  const day = (to: string) => [{ from: "00:00", to }];
  const whole = defineCalendar({ id: "own", zone: "+08:00", week: { monday: day("03:00"), tuesday: day("24:00") } });
  // Monday a and d at the base; Tuesday b, ten hours away, and c, which is beside both. In order of urgency b comes before d.
  const clients = (["a", "b", "c", "d"] as const).map((id) => ({
    id,
    managedBy: ["wang"],
    place: id === "a" || id === "d" ? "o" : id,
    visitMinutes: id === "c" ? 240 : 60,
  }));
  const situation = {
    due: ["a", "b", "c", "d"].map((id, index) => due(id, { dueOn: `2026-11-2${String(index)}` })),
    clients,
    people: [{ id: "wang", hours: 22, base: "o" }],
  };
  const travel = { legs: [{ a: "o", b: "b", minutes: 600 }], otherwise: 0 };
  const before = plan(situation, { calendar: whole, travel });
  expect(before.visits.map(({ clientId }) => clientId)).toEqual(["a", "d", "b", "c"]);
  expect(before.people).toEqual([{ personId: "wang", capacityMinutes: 1320, usedMinutes: 1020, visits: 4 }]);
  expect(plan({ ...situation, planned: before.visits }, { calendar: whole, travel })).toEqual(before);
  // 17 hours hold all four together, though a and b alone would take 22.
  const hoursOf = (hours: string) =>
    plan({ ...situation, people: [{ id: "wang", hours, base: "o" }] }, { calendar: whole, travel });
  expect(hoursOf("17").visits).toEqual(before.visits);
  expect(hoursOf("16.99").leftOut.map(({ clientId, reason }) => [clientId, reason])).toEqual([
    ["d", { code: "over-capacity", needed: 60, left: 59 }],
  ]);
});

/** Each way is the one from the visit before or from the base, is made in time, and counts, the ways home too. */
function expectWays({ visits, people }: WeekPlan, travel: NonNullable<WeekOptions["travel"]>) {
  const way = (one: string, other: string) =>
    one === other ? 0 : travel.legs?.find(({ a, b }) => a + b === one + other || b + a === one + other)?.minutes;
  for (const { personId, usedMinutes, capacityMinutes } of people) {
    const own = visits.filter((visit) => visit.personId === personId);
    let used = 0;
    own.forEach((visit, index) => {
      const [last, next] = [own[index - 1], own[index + 1]];
      const isFirst = last?.day !== visit.day;
      expect(visit.travelMinutes).toBe(way(isFirst ? "o" : String(last.place), String(visit.place)));
      if (!isFirst)
        expect(Date.parse(visit.startsAt) - Date.parse(last.endsAt)).toBeGreaterThanOrEqual(
          visit.travelMinutes * 60_000,
        );
      used += visit.minutes + visit.travelMinutes;
      if (next?.day !== visit.day) used += Number(way(String(visit.place), "o"));
    });
    expect(usedMinutes).toBe(used);
    expect(used).toBeLessThanOrEqual(capacityMinutes);
  }
}

test("law: more hours never drop or move a visit, whatever was planned before", () => {
  fc.assert(
    fc.property(week, week, ({ jobs, travel, hours, more }, other) => {
      const planned = planOf(other.jobs, [60, 60, 60], other.travel).visits;
      const before = planOf(jobs, hours, travel, ["p", "q", "r"], { planned });
      const total = hours.map((own, index) => own + (more[index] as number));
      const after = planOf(jobs, total, travel, ["p", "q", "r"], { planned });
      // Who is visited on the way to it now makes that way another one.
      const ofWay = { travelMinutes: expect.any(Number) as number };
      for (const visit of before.visits) expect(after.visits).toContainEqual({ ...visit, ...ofWay });
      for (const made of [before, after]) expectWays(made, travel);
    }),
    { numRuns: 150 },
  );
});

describe("E4.7 what was planned before keeps its hour", () => {
  const clients = ["a", "b", "c"].map((id) => ({ id, managedBy: ["wang"] }));
  const at = (clientId: string, time: string, personId = "wang") => ({
    clientId,
    personId,
    startsAt: `2026-11-${time}:00Z`,
  });
  const timesOf = (planned: unknown, more: Partial<WeekSituation> = {}, others: Partial<WeekOptions> = {}) => {
    const made = plan({ due: [due("a"), due("b"), due("c")], clients, planned: planned as never, ...more }, others);
    return Object.fromEntries(made.visits.map(({ clientId, startsAt }) => [clientId, startsAt.slice(8, 16)]));
  };

  test("before those who are more urgent; the others follow it that day, or stand on another", () => {
    expect(timesOf(undefined)).toEqual({ a: "23T01:30", b: "23T03:00", c: "23T05:30" });
    expect(timesOf([at("c", "23T02:00")])).toEqual({ c: "23T02:00", a: "23T05:30", b: "23T07:00" });
    // Where there is room ahead of it they take that.
    expect(timesOf([at("c", "23T08:30")])).toEqual({ a: "23T01:30", b: "23T03:00", c: "23T08:30" });
    expect(timesOf([at("c", "23T03:00")])).toEqual({ a: "23T01:30", b: "23T05:30", c: "23T03:00" });
    expect(timesOf([at("c", "23T02:59")])).toEqual({ a: "23T05:30", b: "23T07:00", c: "23T02:59" });
    // In order of time, whoever is more urgent.
    expect(timesOf([at("a", "23T03:00"), at("c", "23T01:30")])).toEqual({
      c: "23T01:30",
      a: "23T03:00",
      b: "23T05:30",
    });
  });

  test("whoever comes ahead of it is there in time for it, also for the way home, and its way is from there", () => {
    const travel = {
      legs: [
        { a: "o", b: "near", minutes: 10 },
        { a: "o", b: "far", minutes: 120 },
        { a: "near", b: "far", minutes: 45 },
        { a: "near", b: "off", minutes: 20 },
      ],
    };
    const people = (hours: number) => [
      { id: "wang", hours, base: "o", daysOff: ["2026-11-24", "2026-11-25"] as const },
    ];
    const at2 = (one: string, other: string) => [
      { id: "a", managedBy: ["wang"], place: one },
      { id: "c", managedBy: ["wang"], place: other },
    ];
    const ofWeek = (one: string, other: string, time: string, hours = 40) =>
      plan(
        { due: [due("a"), due("c")], clients: at2(one, other), people: people(hours), planned: [at("c", time)] },
        { travel },
      );
    const shown = ({ visits }: WeekPlan) =>
      visits.map(({ clientId, startsAt, travelMinutes }) => [clientId, startsAt.slice(8, 16), travelMinutes]);
    expect(shown(ofWeek("near", "far", "23T05:30"))).toEqual([
      ["a", "23T01:10", 10],
      ["c", "23T05:30", 45],
    ]);
    // 10 minutes there and the hour: 02:10 is just in time, a minute before isn't.
    expect(shown(ofWeek("near", "near", "23T02:10"))).toEqual([
      ["a", "23T01:10", 10],
      ["c", "23T02:10", 0],
    ]);
    expect(shown(ofWeek("near", "near", "23T02:09"))).toEqual([
      ["c", "23T02:09", 10],
      ["a", "23T05:30", 0],
    ]);
    // Nobody knows the way home from off: it is nobody's place to go, whoever else is on the way.
    expect(ofWeek("off", "near", "23T05:30").leftOut.map(({ reason }) => reason.code)).toEqual(["travel-unknown"]);
    // With it the way on counts in place of the way from the base: 10 + 60 + 45 more, 120 less.
    expect(ofWeek("near", "far", "23T05:30").people[0]?.usedMinutes).toBe(10 + 60 + 45 + 60 + 120);
    const short = ofWeek("near", "near", "23T05:30", 1.5);
    expect(shown(short)).toEqual([["c", "23T05:30", 10]]);
    expect(short.leftOut.map(({ reason }) => reason)).toEqual([{ code: "over-capacity", needed: 60, left: 10 }]);
  });

  test("two ahead of it: the way that the second replaces is the one from the first", () => {
    const legs = [
      { a: "o", b: "x", minutes: 10 },
      { a: "o", b: "y", minutes: 20 },
      { a: "o", b: "z", minutes: 60 },
      { a: "x", b: "y", minutes: 5 },
      { a: "x", b: "z", minutes: 40 },
      { a: "y", b: "z", minutes: 30 },
    ];
    const places = ["x", "y", "z"].map((place, index) => ({
      id: ["a", "b", "c"][index] as string,
      managedBy: ["wang"],
      place,
    }));
    const people = [{ id: "wang", hours: 40, base: "o" }];
    const made = plan(
      { due: [due("a"), due("b"), due("c")], clients: places, people, planned: [at("c", "23T05:30")] },
      { travel: { legs } },
    );
    expect(made.visits.map(({ clientId, travelMinutes }) => [clientId, travelMinutes])).toEqual([
      ["a", 10],
      ["b", 5],
      ["c", 30],
    ]);
    expect(made.people[0]?.usedMinutes).toBe(10 + 60 + 5 + 60 + 30 + 60 + 60);
  });

  test("ahead of it the way home must be known too, and the way on: else handing the plan back would lose a visit", () => {
    const people = [{ id: "wang", hours: 40, base: "o", daysOff: ["2026-11-24", "2026-11-25"] as const }];
    const week = (...legs: readonly (readonly [string, string])[]) =>
      plan(
        {
          due: [due("a"), due("b"), due("c")],
          clients: ["x", "y", "z"].map((place, index) => ({
            id: ["a", "b", "c"][index] as string,
            managedBy: ["wang"],
            place,
          })),
          people,
          planned: [at("b", "23T01:30"), at("c", "23T08:00")],
        },
        {
          travel: {
            legs: [["o", "y"], ["o", "z"], ["y", "z"], ...legs].map(([a, b]) => ({
              a,
              b,
              minutes: 10,
            })),
          },
        },
      );
    const reasons = (made: WeekPlan) => made.leftOut.map(({ clientId, reason }) => [clientId, reason.code]);
    expect(week(["o", "x"], ["x", "y"], ["x", "z"]).visits.map(({ clientId }) => clientId)).toEqual(["b", "a", "c"]);
    expect(reasons(week(["x", "y"], ["x", "z"]))).toEqual([["a", "travel-unknown"]]);
    const other = week(["o", "x"], ["x", "y"]);
    expect(other.visits.map(({ clientId, day }) => [clientId, day])).toContainEqual(["a", "2026-11-26"]);
  });

  test("nobody comes ahead of a visit that was placed like everybody's: what is urgent goes first", () => {
    // The long one for the afternoon leaves an hour before noon, which stays empty.
    const long = [{ id: "a", managedBy: ["wang"], visitMinutes: 200 }, ...clients.slice(1)];
    expect(timesOf([at("c", "23T08:00")], { clients: long })).toEqual({ a: "24T05:30", b: "23T01:30", c: "23T08:00" });
    expect(timesOf(undefined, { clients: long })).toEqual({ a: "23T05:30", b: "24T01:30", c: "24T03:00" });
  });

  test("an hour that doesn't fit any more, another's client, and who isn't due are placed like everybody", () => {
    const usually = timesOf(undefined);
    // Out of working time, before the way there, over the break, with the way home after work, on a day off, in another week.
    for (const time of ["23T00:30", "23T01:29", "23T03:30", "23T09:01", "28T02:00", "30T02:00", "16T02:00"])
      expect(timesOf([at("a", time)])).toEqual(usually);
    expect(timesOf([at("a", "24T02:00", "zhao")])).toEqual(usually);
    expect(timesOf([at("x", "24T02:00")])).toEqual(usually);
    expect(timesOf([at("a", "24T02:00")], { people: [{ id: "wang", hours: 40, daysOff: ["2026-11-24"] }] })).toEqual(
      usually,
    );
    // Two at one time: the first by urgency has it.
    expect(timesOf([at("b", "24T02:00"), at("a", "24T02:00")])).toEqual({
      a: "24T02:00",
      b: "23T01:30",
      c: "23T03:00",
    });
    expect(timesOf([at("a", "24T02:00")], {}, { travel: {} })).toEqual({});
    const later = [due("a", { dueOn: "2026-12-01" }), due("b")];
    expect(timesOf([at("a", "24T02:00")], { due: later })).toEqual({ b: "23T01:30" });
  });

  test("whoever was told an hour that doesn't stand any more is named, by time", () => {
    const notKept = (planned: unknown[], more: Partial<WeekSituation> = {}) =>
      plan({ due: [due("a"), due("b"), due("c")], clients, planned: planned as never, ...more }).notKept;
    const all = [at("c", "24T02:00"), at("b", "25T02:00"), at("a", "25T02:00")];
    expect(notKept([])).toEqual([]);
    expect(notKept(all.slice(0, 2))).toEqual([]);
    // Two at one hour: one of them moves. Within the minute it stands.
    expect(notKept(all)).toEqual([at("b", "25T02:00")]);
    expect(notKept([{ ...at("a", "24T02:00"), startsAt: "2026-11-24T02:00:30Z" }])).toEqual([]);
    // Another of ours, another's hour, left out, not due, nobody's client.
    expect(notKept([at("a", "24T02:00", "zhao"), at("b", "23T00:30")])).toEqual([
      at("b", "23T00:30"),
      at("a", "24T02:00", "zhao"),
    ]);
    expect(notKept(all.slice(0, 2), { people: [{ id: "wang", hours: 2 }] })).toEqual([at("b", "25T02:00")]);
    const later = [due("c", { dueOn: "2026-12-01" })];
    expect(notKept([all[0], at("x", "23T02:00")], { due: later })).toEqual([at("x", "23T02:00"), all[0]]);
    expect(notKept([at("b", "25T02:00"), at("a", "25T02:00")], { people: [] })).toEqual([
      at("a", "25T02:00"),
      at("b", "25T02:00"),
    ]);
  });

  test("hours are spent on it first, and whoever comes behind is told so", () => {
    const planned = [at("c", "24T02:00"), at("b", "25T02:00")];
    const week = plan({ due: [due("a"), due("b"), due("c")], clients, planned, people: [{ id: "wang", hours: 2 }] });
    expect(week.visits.map(({ clientId }) => clientId)).toEqual(["c"]);
    expect(week.leftOut).toEqual([
      { clientId: "a", personId: "wang", reason: { code: "behind", before: "b" } },
      { clientId: "b", personId: "wang", reason: { code: "over-capacity", needed: 120, left: 0 } },
    ]);
    expect(week.people).toEqual([{ personId: "wang", capacityMinutes: 120, usedMinutes: 120, visits: 1 }]);
  });

  test("what can't be read of it is an issue, and nobody is pinned", () => {
    const planned = [
      { clientId: "a", personId: "wang", startsAt: "2026-11-24" },
      { clientId: "b" },
      at("c", "24T02:00"),
      at("c", "25T02:00"),
      3,
    ];
    const { issues, visits } = plan({ due: [due("a"), due("b"), due("c")], clients, planned: planned as never });
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-type", "planned", 4],
      ["not-a-date", "planned", 0, "startsAt"],
      ["required", "planned", 1, "personId"],
      ["required", "planned", 1, "startsAt"],
      ["duplicate-id", "planned", 3, "clientId"],
    ]);
    expect(visits.map(({ clientId, startsAt }) => [clientId, startsAt.slice(8, 16)])).toEqual([
      ["a", "23T01:30"],
      ["b", "23T03:00"],
      ["c", "24T02:00"],
    ]);
    expect(plan({ planned: "x" as never }).issues.map(({ path }) => path)).toEqual([["planned"]]);
    expect(issues.map((issue) => formatIssue(issue, en))[1]).toBe(
      'planned › #1 › startsAt: "2026-11-24" isn\'t a moment in UTC such as 2026-11-21T08:00:00Z.',
    );
  });
});

test("law: everyone due is visited once or left out once; nobody works beyond hours or working time, or is in two places", () => {
  fc.assert(
    fc.property(week, ({ jobs, travel, hours }) => {
      const made = planOf(jobs, hours, travel);
      const named = [...made.visits, ...made.leftOut].map(({ clientId }) => clientId).sort();
      expect(named).toEqual(jobs.map((_, index) => `c${String(index)}`).sort());
      for (const { usedMinutes, capacityMinutes } of made.people)
        expect(usedMinutes).toBeLessThanOrEqual(capacityMinutes);
      made.visits.forEach(({ startsAt, endsAt, minutes, personId, travelMinutes }, index) => {
        expect(workingMinutes(calendar, { from: startsAt, to: endsAt })).toBe(minutes);
        const last = made.visits[index - 1];
        if (last?.personId !== personId) return;
        expect(Date.parse(last.endsAt) + travelMinutes * 60_000).toBeLessThanOrEqual(Date.parse(startsAt));
      });
      for (const [index, id] of ["p", "q", "r"].entries()) {
        const own = made.visits.filter(({ personId }) => personId === id);
        const least = own.reduce((sum, { minutes, travelMinutes }) => sum + minutes + travelMinutes, 0);
        expect(made.people[index]?.usedMinutes).toBeGreaterThanOrEqual(least);
        expect(made.people[index]?.visits).toBe(own.length);
      }
    }),
    { numRuns: 150 },
  );
});

test("people stand by id, whatever their order", () => {
  const ids = ["m", "z", "a"];
  expect(plan({ people: ids.map((id) => ({ id, hours: 1 })) }).people.map(({ personId }) => personId)).toEqual([
    "a",
    "m",
    "z",
  ]);
});

describe("E4.7 what the calendar can't tell", () => {
  const covering = (from: string, to: string) => plan({}, { calendar: { ...calendar, covers: { from, to } } }).certain;

  test("a week that the holidays known don't reach over isn't certain", () => {
    expect(plan({}).certain).toBe(true);
    expect(covering("2026-11-23", "2026-11-29")).toBe(true);
    expect(covering("2026-11-24", "2026-12-31")).toBe(false);
    expect(covering("2026-01-01", "2026-11-28")).toBe(false);
  });

  test("a client that isn't due, with no day told, isn't visited", () => {
    const { visits, leftOut } = plan({ due: [due("a", { state: "not-due", dueOn: null })] });
    expect([visits, leftOut]).toEqual([[], [{ clientId: "a", personId: "wang", reason: { code: "cadence-unknown" } }]]);
    expect(plan({ due: [due("a", { dueOn: null })] }).visits).toHaveLength(1);
  });

  test.each([
    ["forward", "2026-03-08", "2026-03-08T07:00:00Z", "-05:00", "-04:00", 23],
    ["back", "2026-11-01", "2026-11-01T06:00:00Z", "-04:00", "-05:00", 25],
  ] as const)("visits take their minutes where the clock is put %s", (_way, day, from, before, offset, most) => {
    const round = [{ from: "00:00", to: "24:00" }] as const;
    const zone = [
      { from: null, offset: before },
      { from, offset },
    ] as const;
    const newYork = defineCalendar({ id: "ny", zone, week: { sunday: round } });
    const clients = Array.from({ length: 30 }, (_, index) => ({
      id: `c${String(index).padStart(2, "0")}`,
      managedBy: ["wang"],
    }));
    const { visits } = plan(
      { due: clients.map(({ id }) => due(id, { dueOn: null })), clients, people: [{ id: "wang", hours: 168 }] },
      { week: day, calendar: newYork, travel: { otherwise: 0 } },
    );
    const minutes = visits.map(({ startsAt, endsAt }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
    expect(new Set(minutes)).toEqual(new Set([60]));
    expect(visits).toHaveLength(most);
    visits.slice(1).forEach(({ startsAt }, index) => {
      expect(startsAt >= String(visits[index]?.endsAt)).toBe(true);
    });
  });

  test("nobody is visited at an hour that the clock leaves out, or that it shows twice and isn't work", () => {
    const zone = [
      { from: null, offset: "-05:00" },
      { from: "2026-03-08T07:00:00Z", offset: "-04:00" },
      { from: "2026-11-01T06:00:00Z", offset: "-05:00" },
    ] as const;
    const timesOf = (week: string, minutes: number, ...hours: readonly (readonly [string, string])[]) => {
      const newYork = defineCalendar({ id: "ny", zone, week: { sunday: hours.map(([from, to]) => ({ from, to })) } });
      const clients = ["a", "b", "c"].map((id) => ({ id, managedBy: ["wang"], visitMinutes: minutes }));
      const { visits } = plan(
        { due: clients.map(({ id }) => due(id, { dueOn: null })), clients },
        { week, calendar: newYork, travel: { otherwise: 0 } },
      );
      for (const { startsAt, endsAt } of visits)
        expect(workingMinutes(newYork, { from: startsAt, to: endsAt })).toBe(minutes);
      return visits.map(({ startsAt }) => startsAt.slice(11, 16));
    };
    // 02:00 to 03:00 isn't on the clock of 8 March.
    expect(timesOf("2026-03-08", 15, ["02:15", "02:45"])).toEqual([]);
    expect(timesOf("2026-03-08", 15, ["02:30", "03:15"])).toEqual(["07:00"]);
    expect(timesOf("2026-03-08", 30, ["01:30", "02:30"], ["02:45", "04:00"])).toEqual(["06:30", "07:00", "07:30"]);
    // 01:00 to 02:00 is twice on that of 1 November: so is a quarter of an hour of it, with three quarters between.
    expect(timesOf("2026-11-01", 15, ["01:45", "02:00"])).toEqual(["05:45", "06:45"]);
    expect(timesOf("2026-11-01", 45, ["00:30", "01:15"], ["01:45", "02:30"])).toEqual(["04:30", "06:45"]);
  });
});
