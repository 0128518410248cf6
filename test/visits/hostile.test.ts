import fc from "fast-check";
import {
  analyseFailures,
  checkAppointment,
  checkCooperation,
  clientsSeen,
  defineCalendar,
  followUps,
  isKeyAccountError,
  planVisit,
  planWeek,
  recommendFirstContact,
  reviewVisit,
  visitCadence,
  visitFeeds,
  withMeetings,
} from "keyaccount";
import { parseVisitPlan } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { shanghai } from "./calendars.js";

const asOf = "2026-11-21";
const calendar = shanghai();
const week = { week: "2026-11-23", calendar, travel: { otherwise: 10 } };

/** Every function, with something in the place of its data, and then of its options. */
const calls: Readonly<Record<string, readonly ((given: never) => unknown)[]>> = {
  planVisit: [
    planVisit,
    (given) =>
      planVisit({
        id: "p",
        asOf,
        client: { id: "c" },
        visits: given,
        people: given,
        library: given,
        survey: given,
        questions: given,
        appointment: given,
      }),
  ],
  checkAppointment: [
    (given) => checkAppointment(given, { asOf, calendar }),
    (given) => checkAppointment({ way: "phone" }, given),
  ],
  visitCadence: [
    (given) => visitCadence(given, { asOf }),
    (given) => visitCadence([given], { asOf }),
    (given) => visitCadence([], given),
  ],
  clientsSeen: [
    (given) => clientsSeen(given, [], { asOf, complete: true }),
    (given) => clientsSeen([], [given], { asOf, complete: true }),
    (given) => clientsSeen([], [], given),
  ],
  planWeek: [
    (given) => planWeek(given, week),
    (given) => planWeek({ due: [given], clients: [given], people: [given] }, week),
    (given) => planWeek({ due: [], clients: [], people: [] }, given),
  ],
  followUps: [
    (given) => followUps(given, { asOf }),
    (given) => followUps([given], { asOf }),
    (given) => followUps([], given),
  ],
  reviewVisit: [
    (given) => reviewVisit(given, given, { asOf }),
    (given) => reviewVisit(null, { v: 1 } as never, given),
    (given) => reviewVisit(null, { v: 1 } as never, { asOf, answers: given }),
    (given) => reviewVisit(null, { v: 1 } as never, { asOf, answers: [given] }),
    (given) => reviewVisit(null, { v: 1 } as never, { asOf, form: given, forms: given }),
  ],
  analyseFailures: [
    (given) => analyseFailures(given, { asOf }),
    (given) => analyseFailures([given], { asOf }),
    (given) => analyseFailures([], given),
  ],
  visitFeeds: [
    (given) => visitFeeds(given, { clientId: "c", asOf }),
    (given) => visitFeeds([given], { clientId: "c", asOf }),
    (given) => visitFeeds([], given),
    (given) => visitFeeds([{ answeredAt: asOf, id: "a", clientId: "c", answers: given }], { clientId: "c", asOf }),
    (given) =>
      visitFeeds([{ answeredAt: asOf, id: "a", clientId: "c", answers: { x: given } }], { clientId: "c", asOf }),
    (given) => visitFeeds([], { clientId: "c", asOf, form: given, forms: given }),
  ],
  withMeetings: [(given) => withMeetings(given, given), (given) => withMeetings([given], [given])],
  recommendFirstContact: [recommendFirstContact],
  checkCooperation: [(given) => checkCooperation(given, { asOf }), (given) => checkCooperation({}, given)],
};

const cyclic: Record<string, unknown> = { id: "a" };
cyclic["self"] = cyclic;
const deep = Array.from({ length: 2000 }).reduce<unknown>((inner) => ({ visits: [inner] }), {});
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const hostile: Readonly<Record<string, unknown>> = {
  null: null,
  undefined,
  NaN: Number.NaN,
  text: "visits",
  symbol: Symbol("x"),
  function: () => 1,
  "sparse array": Object.assign(new Array(3), { 0: 1, 2: 3 }),
  cyclic,
  deep,
  "a revoked proxy": revoked.proxy,
  "a proxy that throws": new Proxy(
    {},
    {
      get: () => {
        throw new Error("no");
      },
      ownKeys: () => {
        throw new Error("no");
      },
    },
  ),
  "a throwing getter": Object.defineProperty({}, "id", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  }),
  __proto__: JSON.parse(
    '{"__proto__":{"id":"x"},"id":"a","clientId":"c","startedAt":"2026-11-02","way":"visit"}',
  ) as unknown,
  "a Date": new Date(0),
  huge: { id: "x".repeat(2_000_000), list: Array.from({ length: 50_000 }, (_, index) => index) },
  "odd fields": {
    id: 3,
    clientId: [],
    startedAt: {},
    way: 7,
    ours: "x",
    theirs: [null, 3],
    learnt: [],
    failureCauses: {},
    followUp: 3,
    nextStep: [],
    client: 3,
    people: 3,
    library: [],
    visits: {},
    contacts: "x",
    managedBy: {},
    hours: {},
    daysOff: "x",
    legs: 3,
  },
};

describe.each(Object.entries(calls))("%s", (_, variants) => {
  test.each(Object.entries(hostile))("ends in a result or in this package's error: %s", (_name, given) => {
    for (const call of variants) {
      try {
        const result = call(given as never);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      } catch (error) {
        expect(isKeyAccountError(error)).toBe(true);
      }
    }
  });
});

test("ten thousand clients are planned within seconds", () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `c${String(index)}`);
  const { clients } = visitCadence(
    ids.map((id) => ({ id, level: "A" as const, lastVisit: "2026-10-01" })),
    { asOf },
  );
  const started = process.cpuUsage().user;
  const plan = planWeek(
    { due: clients, clients: ids.map((id) => ({ id, managedBy: ["p"] })), people: [{ id: "p", hours: 40 }] },
    week,
  );
  expect(plan.visits.length + plan.leftOut.length).toBe(10_000);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
});

test("a week full of visits by the minute that keep their hours, and as many behind them, are planned within seconds", () => {
  const round = [{ from: "00:00", to: "24:00" }] as const;
  const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
  const calendar = defineCalendar({
    id: "round",
    zone: "+00:00",
    week: Object.fromEntries(days.map((day) => [day, round])),
  });
  const due = Array.from({ length: 20_160 }, (_, index) => ({
    id: `c${String(index)}`,
    state: "due" as const,
    dueOn: "2026-11-23",
    way: "visited-by-developer" as const,
  }));
  const planned = due.slice(0, 10_080).map(({ id }, minute) => ({
    clientId: id,
    personId: "p",
    startsAt: new Date(Date.parse("2026-11-23T00:00Z") + minute * 60_000).toISOString(),
  }));
  const clients = due.map(({ id }) => ({ id, managedBy: ["p"], place: "o", visitMinutes: 1 }));
  const started = process.cpuUsage().user;
  const plan = planWeek(
    { due, clients, people: [{ id: "p", hours: 168, base: "o" }], planned },
    { week: "2026-11-23", calendar, travel: {} },
  );
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  expect([plan.visits.length, plan.leftOut.length]).toEqual([10_080, 10_080]);
});

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("2026-11-20", "2026-11-26T02:00:00Z", "visit", "phone", "a", "b", "x-fair"),
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("record"),
  ),
  record: fc.dictionary(
    fc.constantFrom(
      "id",
      "name",
      "rank",
      "task",
      "way",
      "at",
      "startsAt",
      "endsAt",
      "askedAt",
      "confirmedAt",
      "place",
      "goals",
      "ours",
      "theirs",
      "participants",
      "decisions",
      "team",
      "map",
      "next",
      "visit",
      "by",
      "with",
      "also",
      "questions",
      "question",
      "answer",
      "when",
      "handOver",
      "present",
      "indicator",
      "fact",
      "reportsTo",
    ),
    tie("value"),
    { maxKeys: 6 },
  ),
})).value;

test("law: whatever a plan is made from, the model reads it, and it is ready only if nothing is open", () => {
  const keys = [
    "evaluation",
    "milestone",
    "opportunityId",
    "people",
    "survey",
    "questions",
    "library",
    "visits",
    "judgement",
    "appointment",
    "preparatoryMeeting",
    "way",
    "startsAt",
    "endsAt",
    "place",
    "goals",
  ] as const;
  const situation = fc.record(
    Object.fromEntries(keys.map((key) => [key, value])) as Record<(typeof keys)[number], fc.Arbitrary<unknown>>,
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(situation, fc.array(value, { maxLength: 3 }), (given, contacts) => {
      const planned = planVisit({
        ...given,
        id: "p-1",
        asOf,
        client: { id: "c-7", kind: "key-account", contacts, managedBy: ["a"] },
      } as never);
      const parsed = parseVisitPlan(planned.plan);
      expect(parsed.ok ? [] : parsed.issues).toEqual([]);
      expect(planned.ready).toBe(planned.open.length === 0 && planned.issues.length === 0);
      expect(JSON.parse(JSON.stringify(planned))).toEqual(planned);
    }),
    { numRuns: 400 },
  );
});

test("a revoked proxy in the place of a list is an error of this package", () => {
  const list = Proxy.revocable([], {});
  list.revoke();
  expect(() => visitCadence(list.proxy, { asOf })).toThrow(expect.objectContaining({ code: "wrong-type" }) as Error);
});
