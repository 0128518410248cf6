import fc from "fast-check";
import {
  CADENCE_STATES,
  CADENCE_TABLE,
  CARE_BY_LEVEL,
  type CadenceClient,
  type CadenceOptions,
  clientsSeen,
  defineCalendar,
  LEAST_CONTACTS,
  visitCadence,
} from "keyaccount";
import type { Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { shanghai } from "./calendars.js";

const asOf = "2026-11-23";
const place = (client: Omit<CadenceClient, "id">, options: Partial<CadenceOptions> = {}) =>
  visitCadence([deepFreeze({ id: "c", ...client })], { asOf, ...options }).clients[0];
const due = (client: Omit<CadenceClient, "id">, options?: Partial<CadenceOptions>) => {
  const { state, dueOn, overdueDays, reasons } = place(client, options) ?? {};
  return [state, dueOn, overdueDays, reasons?.map(({ code }) => code)];
};

test("E4.7, E4.8 ways and manners of the default table are those of the levels", () => {
  const own = Object.entries(CADENCE_TABLE).map(([level, { way, manner }]) => [level, { way, manner }]);
  expect(Object.fromEntries(own)).toEqual(CARE_BY_LEVEL);
  expect(Object.values(CADENCE_TABLE).map(({ perYear, longestGapDays }) => [perYear, longestGapDays])).toEqual([
    [12, 90],
    [6, 90],
    [2, 90],
    [1, null],
  ]);
});

describe("E4.7, E4.8 due by rhythm and longest gap, whichever comes first", () => {
  test.each([
    // 365 / 12 = 30.4…, 365 / 6 = 60.8…
    ["A", "2026-10-24", "2026-11-23", "due"],
    ["A", "2026-10-23", "2026-11-22", "overdue"],
    ["A", "2026-10-31", "2026-11-30", "due"],
    ["A", "2026-11-01", "2026-12-01", "not-due"],
    ["B", "2026-10-01", "2026-11-30", "due"],
  ] as const)("%s visited on %s is due on %s: %s", (level, lastVisit, dueOn, state) => {
    expect(place({ level, lastVisit })).toMatchObject({ state, dueOn });
  });

  test("C is called twice a year, yet never left for over 90 days; D has no such limit", () => {
    expect(due({ level: "C", lastContact: "2026-08-25" })).toEqual([
      "due",
      "2026-11-23",
      null,
      ["longest-gap", "rhythm"],
    ]);
    expect(due({ level: "C", lastContact: "2026-08-24" })).toEqual([
      "overdue",
      "2026-11-22",
      1,
      ["longest-gap", "rhythm"],
    ]);
    expect(due({ level: "D", lastContact: "2026-08-24" })).toEqual(["not-due", "2027-08-24", null, ["rhythm"]]);
  });

  test("A by a call stays in contact, but is not visited by it; D by any contact", () => {
    expect(due({ level: "A", lastVisit: "2026-08-20", lastContact: "2026-11-20" })).toEqual([
      "overdue",
      "2026-09-19",
      65,
      ["rhythm", "longest-gap"],
    ]);
    expect(place({ level: "A", lastVisit: "2026-08-20", lastContact: "2026-11-20" })?.reasons[1]).toEqual({
      code: "longest-gap",
      days: 90,
      since: "2026-11-20",
    });
    expect(due({ level: "D", lastContact: "2026-01-01", lastVisit: "2026-06-01" })).toEqual([
      "not-due",
      "2027-06-01",
      null,
      ["rhythm"],
    ]);
  });

  test("a longest gap shorter than the rhythm decides for A too", () => {
    const table = { ...CADENCE_TABLE, A: { ...CADENCE_TABLE.A, perYear: 1 } };
    expect(due({ level: "A", lastVisit: "2026-10-30", lastContact: "2026-08-01" }, { table })).toEqual([
      "not-due",
      "2027-01-28",
      null,
      ["longest-gap", "rhythm"],
    ]);
  });
});

test("E4.7 the class by purchases counts where it asks for more, else the level", () => {
  expect(place({ class: "A", level: "C", lastVisit: "2026-11-01" })?.rule).toBe("A");
  expect(place({ class: "D", level: "B", lastVisit: "2026-11-01" })?.rule).toBe("B");
  expect(place({ class: "B" })?.rule).toBe("B");
});

test("unknown moves nothing: without a last visit the gap counts, without either nothing tells", () => {
  expect(due({ level: "A", lastContact: "2026-11-01" })).toEqual([
    "not-due",
    "2027-01-30",
    null,
    ["longest-gap", "last-visit-unknown"],
  ]);
  expect(due({ level: "A" })).toEqual(["unknown", null, null, ["last-visit-unknown", "last-contact-unknown"]]);
  expect(due({ level: "C" })).toEqual(["unknown", null, null, ["last-contact-unknown"]]);
  expect(due({ level: "D", lastVisit: "never" })).toEqual(["unknown", null, null, ["last-contact-unknown"]]);
  expect(due({ lastVisit: "2026-11-01" })).toEqual(["unknown", null, null, ["no-class"]]);
  expect(place({})).toEqual({
    id: "c",
    rule: null,
    way: null,
    manner: null,
    state: "unknown",
    dueOn: null,
    overdueDays: null,
    reasons: [{ code: "no-class" }],
    contactsLeft: null,
  });
});

test("who was never seen is due at once", () => {
  expect(due({ level: "A", lastVisit: "never", lastContact: "2026-11-20" })).toEqual([
    "due",
    null,
    null,
    ["never-visited"],
  ]);
  expect(due({ level: "A", lastVisit: "never", lastContact: "never" })).toEqual([
    "due",
    null,
    null,
    ["never-contacted"],
  ]);
  expect(due({ level: "C", lastContact: "never" })).toEqual(["due", null, null, ["never-contacted"]]);
  expect(due({ level: "A", lastVisit: "2026-11-20", lastContact: "never" })).toEqual([
    "not-due",
    "2026-12-20",
    null,
    ["rhythm", "longest-gap"],
  ]);
});

test("E4.7 a typical deal takes four contacts: so many are left; none for who buys", () => {
  expect(LEAST_CONTACTS).toBe(4);
  expect([0, 3, 4, 9].map((contacts) => place({ level: "A", contacts })?.contactsLeft)).toEqual([4, 1, 0, 0]);
  expect(place({ level: "A", contacts: 1, buys: true })?.contactsLeft).toBeNull();
  expect(place({ level: "A", contacts: 1, buys: false })?.contactsLeft).toBe(3);
});

test("E4.7 what is of a later day on the calendar's clock isn't known yet", () => {
  // Half past midnight of the 24th in Shanghai.
  const client = { level: "A", lastVisit: "2026-11-23T16:30:00Z" } as const;
  const dueOn = (options: Partial<CadenceOptions>) => place(client, options)?.dueOn;
  expect(dueOn({ calendar: shanghai() })).toBeNull();
  expect(dueOn({ calendar: shanghai(), asOf: "2026-11-24" })).toBe("2026-12-24");
  expect(dueOn({})).toBe("2026-12-23");
});

test("a day off brings the date forward to the working day before, and moments belong to the calendar's days", () => {
  const calendar = shanghai();
  // 30 days after 2026-11-06 is a Sunday.
  expect(place({ level: "A", lastVisit: "2026-11-06" }, { calendar })).toMatchObject({
    dueOn: "2026-12-04",
    reasons: [
      { code: "rhythm", days: 30, since: "2026-11-06" },
      { code: "moved-to-working-day", from: "2026-12-06" },
      { code: "longest-gap", days: 90, since: "2026-11-06" },
    ],
  });
  // 20:00 UTC is the next day in Shanghai.
  expect(place({ level: "A", lastVisit: "2026-10-22T20:00:00Z" }, { calendar })).toMatchObject({
    dueOn: "2026-11-20",
    overdueDays: 3,
  });
  expect(place({ level: "A", lastVisit: "2026-10-22T20:00:00Z" })).toMatchObject({
    dueOn: "2026-11-21",
    overdueDays: 2,
  });
});

test("the days ahead are the host's", () => {
  expect(place({ level: "A", lastVisit: "2026-10-25" }, { aheadDays: 0 })?.state).toBe("not-due");
  expect(place({ level: "A", lastVisit: "2026-10-25" }, { aheadDays: 1 })?.state).toBe("due");
});

test("a host's own table replaces the default, with classes of its own", () => {
  const table = {
    gold: { perYear: 52, longestGapDays: null, way: "visited-by-developer", manner: "on-site" },
    plain: { perYear: 4, longestGapDays: 120, way: "by-phone", manner: "by-the-books" },
  } as const;
  const { clients } = visitCadence(
    [
      { id: "a", class: "gold", lastVisit: "2026-11-20" },
      { id: "b", class: "plain", lastContact: "2026-11-20" },
    ],
    { asOf, table },
  );
  expect(clients.map(({ id, dueOn }) => [id, dueOn])).toEqual([
    ["a", "2026-11-27"],
    ["b", "2027-02-19"],
  ]);
});

test("order: the overdue longest first, then the never seen, the due, the unknown, the rest; ties by the table, then by id", () => {
  const { clients, counts } = visitCadence(
    [
      { id: "z", level: "A", lastVisit: "2026-10-01" },
      { id: "b", level: "A", lastVisit: "2026-09-01" },
      { id: "y", level: "D", lastContact: "2026-11-23" },
      { id: "u" },
      { id: "n", level: "A", lastVisit: "never" },
      { id: "m", level: "A", lastVisit: "never" },
      { id: "p", level: "B", lastVisit: "never" },
      { id: "e", level: "A", lastVisit: "2026-10-26" },
    ],
    { asOf },
  );
  expect(clients.map(({ id }) => id)).toEqual(["b", "z", "m", "n", "p", "e", "u", "y"]);
  expect(counts).toEqual({ overdue: 2, due: 4, unknown: 1, "not-due": 1 });
});

test("rows without an id are left out, faulty fields unknown; the future isn't known yet", () => {
  const rows = [{ level: "A" }, { id: "a", level: "E", lastVisit: "2026-12-01" }, { id: "a" }, null, 7] as never;
  const { clients, issues } = visitCadence(rows, { asOf });
  expect(clients.map(({ id, state }) => [id, state])).toEqual([["a", "unknown"]]);
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["wrong-type", 4],
    ["required", 0, "id"],
    ["unknown-value", 1, "level"],
    ["observed-after-as-of", 1, "lastVisit"],
    ["duplicate-id", 2, "id"],
  ]);
});

test.each([
  [{ asOf: "soon" }, "not-a-date"],
  [{}, "required"],
  [{ asOf, ahead: 3 }, "unknown-key"],
  [{ asOf, aheadDays: -1 }, "out-of-range"],
  [{ asOf, table: {} }, "too-few"],
  [{ asOf, table: { A: null } }, "required"],
  [{ asOf, table: { A: { perYear: 0, way: "by-phone", manner: "close" } } }, "out-of-range"],
  [{ asOf, table: { A: { perYear: 1, way: "by-post", manner: "close" } } }, "unknown-value"],
  [{ asOf, table: { A: { perYear: 1, way: "by-phone" } } }, "required"],
  [{ asOf, table: { "a b": { perYear: 1, way: "by-phone", manner: "close" } } }, "not-an-id"],
  [{ asOf, calendar: {} }, "required"],
  [null, "wrong-type"],
])("options %j throw %s", (options, code) => {
  expect(() => visitCadence([], options as never)).toThrow(expect.objectContaining({ code }) as Error);
});

const day = fc
  .integer({ min: 0, max: 400 })
  .map((back) => new Date(Date.UTC(2026, 10, 23) - back * 86_400_000).toISOString().slice(0, 10));
const client = fc.record({
  level: fc.constantFrom("A", "B", "C", "D", null),
  lastVisit: fc.oneof(day, fc.constantFrom("never" as const, null)),
  lastContact: fc.oneof(day, fc.constantFrom("never" as const, null)),
});

test("law: the order of rows changes nothing", () => {
  fc.assert(
    fc.property(
      fc.array(client, { maxLength: 12 }).chain((rows) => {
        const named = rows.map((one, index) => ({ id: `c${String(index)}`, ...one }));
        return fc.tuple(fc.constant(named), fc.shuffledSubarray(named, { minLength: named.length }));
      }),
      ([rows, shuffled]) => {
        expect(visitCadence(shuffled, { asOf })).toEqual(visitCadence(rows, { asOf }));
      },
    ),
    { numRuns: 100 },
  );
});

test("law: no client of A to C whose last contact is known goes 90 days without one by its date", () => {
  fc.assert(
    fc.property(client, fc.boolean(), (one, withCalendar) => {
      const at = place(one, withCalendar ? { calendar: shanghai() } : {});
      expect(CADENCE_STATES).toContain(at?.state);
      if (one.level === null || one.level === "D" || at?.dueOn == null) return;
      const contact = [one.lastVisit, one.lastContact]
        .filter((seen) => seen !== null && seen !== "never")
        .sort((a, b) => (String(a) < String(b) ? -1 : 1))
        .at(-1);
      if (contact === undefined) return;
      expect(Date.parse(at.dueOn)).toBeLessThanOrEqual(Date.parse(String(contact)) + 90 * 86_400_000);
    }),
    { numRuns: 200 },
  );
});

describe("clients with when they were seen", () => {
  const visit = { v: 1, clientId: "a" } as const;
  const visits: Visit[] = [
    { ...visit, id: "1", startedAt: "2026-11-02", way: "visit" },
    { ...visit, id: "2", startedAt: "2026-11-10T02:00:00Z", way: "phone" },
    { ...visit, id: "3", startedAt: "2026-11-10T01:00:00Z", way: "visit" },
    { ...visit, id: "4", startedAt: "2026-12-10", way: "visit" },
  ];

  test("E4.7 visits are visits, every record is a contact; what is to come isn't known", () => {
    const seen = clientsSeen(deepFreeze([{ id: "a", level: "A", colour: "red" }, { id: "b" }]), deepFreeze(visits), {
      asOf,
      complete: true,
    });
    expect(seen.clients).toEqual([
      {
        id: "a",
        level: "A",
        colour: "red",
        lastVisit: "2026-11-10T01:00:00Z",
        lastContact: "2026-11-10T02:00:00Z",
        contacts: 3,
      },
      { id: "b", lastVisit: "never", lastContact: "never", contacts: 0 },
    ]);
    expect(seen.issues.visits.map(({ code, path }) => [code, ...path])).toEqual([
      ["observed-after-as-of", 3, "startedAt"],
    ]);
    expect(seen.issues.clients).toEqual([]);
  });

  test("a list that isn't complete proves no absence", () => {
    const { clients } = clientsSeen([{ id: "b" }, { no: "id" } as never], visits, { asOf, complete: false });
    expect(clients).toEqual([{ id: "b", lastVisit: null, lastContact: null, contacts: null }]);
  });

  test("E4.7 with a calendar the last is that of the latest day on its clock, and what is of a later day isn't known", () => {
    const calendar = defineCalendar({ id: "west", zone: "-05:00", week: { monday: [{ from: "09:00", to: "17:00" }] } });
    // 21:00 of the 21st in the west; in UTC it is the 22nd.
    const evening: Visit = { v: 1, clientId: "a", id: "1", startedAt: "2026-11-22T02:00:00Z", way: "visit" };
    const day: Visit = { ...evening, id: "2", startedAt: "2026-11-22" };
    const last = (all: Visit[], more: object) =>
      clientsSeen([{ id: "a" }], all, { asOf: "2026-11-30", complete: true, ...more }).clients[0]?.lastVisit;
    for (const all of [
      [evening, day],
      [day, evening],
    ]) {
      expect(last(all, { calendar })).toBe("2026-11-22");
      expect(last(all, {})).toBe("2026-11-22T02:00:00Z");
    }
    // Both of one day: the moment says more.
    expect(last([{ ...day, startedAt: "2026-11-21" }, evening], { calendar })).toBe("2026-11-22T02:00:00Z");
    // So east of UTC, where the moment's text is of the day before: half past midnight of the 22nd.
    const night: Visit = { ...evening, startedAt: "2026-11-21T16:30:00Z" };
    for (const all of [
      [night, day],
      [day, night],
    ])
      expect(last(all, { calendar: shanghai() })).toBe("2026-11-21T16:30:00Z");
    expect(last([evening], { calendar, asOf: "2026-11-21" })).toBe("2026-11-22T02:00:00Z");
    expect(last([{ ...evening, startedAt: "2026-11-22T05:00:00Z" }], { calendar, asOf: "2026-11-21" })).toBe("never");
    expect(last([day], { calendar, asOf: "2026-11-22T02:00:00Z" })).toBe("never");
    expect(last([day], { asOf: "2026-11-22T02:00:00Z" })).toBe("2026-11-22");
    expect(() => clientsSeen([], [], { calendar: { id: "x" } } as never)).toThrow(
      "required at asOf; required at complete; required at calendar.week; required at calendar.zone",
    );
  });

  test("options must be told", () => {
    expect(() => clientsSeen([], [], { asOf } as never)).toThrow(
      expect.objectContaining({ code: "required", path: ["complete"] }) as Error,
    );
  });
});

describe("E4.7 never contacted is never visited", () => {
  test("so a client to be visited is due at once", () => {
    const never = ["due", null, null, ["never-contacted"]];
    expect(due({ level: "A", lastContact: "never" })).toEqual(never);
    expect(due({ level: "A", lastContact: "never", lastVisit: "never" })).toEqual(never);
    expect(due({ level: "C", lastContact: "never" })).toEqual(never);
    expect(due({ level: "A", lastVisit: "never" })[3]).toEqual(["never-visited"]);
    expect(due({ level: "A", lastContact: "never", lastVisit: "2026-11-20" })[3]).toEqual(["rhythm", "longest-gap"]);
    expect(due({ level: "A" })[0]).toBe("unknown");
  });
});

describe("E4.7, E4.8 the way is the level's, the manner the class's, how often whichever is more", () => {
  test.each([
    ["C", "A", "A", "visited-by-developer", "by-the-books"],
    ["A", "D", "A", "by-phone", "on-site"],
    ["B", "B", "B", "visited-by-developer", "close"],
    ["B", null, "B", "visited-by-developer", "close"],
    [null, "C", "C", "by-phone", "by-the-books"],
  ] as const)("class %s and level %s: as often as %s, %s, %s", (name, level, rule, way, manner) => {
    expect(place({ class: name, level, lastVisit: "2026-11-20" })).toMatchObject({ rule, way, manner });
  });

  test("E4.8 where the level is followed by phone every contact counts for the rhythm", () => {
    const called = { class: "A", level: "D", lastVisit: "never", lastContact: "2026-11-20" } as const;
    expect(due(called)).toEqual(["not-due", "2026-12-20", null, ["rhythm", "longest-gap"]]);
  });
});

test("E4.7 beyond the last day that can be written a date stands on that day", () => {
  const { clients } = visitCadence([{ id: "late", level: "D", lastContact: "9999-12-01" }], { asOf: "9999-12-02" });
  expect(clients.map(({ dueOn, state }) => [dueOn, state])).toEqual([["9999-12-31", "not-due"]]);
});
