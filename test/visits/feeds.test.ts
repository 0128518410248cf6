import {
  defineScorecard,
  effortLedger,
  evaluate,
  factsFromSurvey,
  nextQuestions,
  observeExperience,
  planVisit,
  visitFeeds,
  withMeetings,
} from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { type Contact, parseContact, parseVisit, type Visit } from "keyaccount/models";
import { developmentRecords } from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const asOf = "2026-11-21";
const visits: Visit[] = [
  {
    v: 1,
    id: "v-2",
    clientId: "c-7",
    startedAt: "2026-11-10T01:00:00Z",
    endedAt: "2026-11-10T02:30:00Z",
    way: "visit",
    milestoneId: "visit",
    productLine: "pumps",
    topics: ["price", "price-performance", "x-weather"],
    attitude: "warm",
    cost: "120.50",
    ours: [
      { id: "zhao", name: "Zhao" },
      { id: "wang", name: "Wang" },
    ],
    theirs: [{ id: "li", name: "Li" }, { name: "somebody" }],
    learnt: {
      engineers: { value: true, verified: true, source: "plant tour" },
      reps: { value: 4 },
      area: { value: null, notApplicable: true },
    },
  },
  {
    v: 1,
    id: "v-1",
    clientId: "c-7",
    startedAt: "2026-11-02",
    way: "phone",
    minutes: 15,
    milestoneId: "planning",
    learnt: { reps: { value: 9, observedAt: "2026-11-15" }, engineers: { value: false } },
    theirs: [
      { id: "li", name: "Li" },
      { id: "li-2", name: "Li" },
    ],
    ours: [{ id: "wang", name: "Wang" }],
  },
  { v: 1, id: "v-3", clientId: "c-8", startedAt: "2026-11-12", way: "visit" },
  { v: 1, id: "v-4", clientId: "c-7", startedAt: "2026-12-12", way: "visit" },
];
const feeds = visitFeeds(deepFreeze(visits), { clientId: "c-7", asOf });

test("the visits of these tests are sound", () => {
  for (const visit of visits) expect(parseVisit(visit).ok).toBe(true);
  expect(feeds.issues.map(({ code, path }) => [code, ...path])).toEqual([["observed-after-as-of", 3, "startedAt"]]);
});

test("B2.2, B2.8 visits feed observations of experience", () => {
  expect(feeds.visits).toEqual([
    { id: "v-1", client: "c-7", productLine: null, at: "2026-11-02", attitude: null, topics: null },
    {
      id: "v-2",
      client: "c-7",
      productLine: "pumps",
      at: "2026-11-10T01:00:00Z",
      attitude: "warm",
      topics: ["price", "price-performance", "x-weather"],
    },
  ]);
  const { histories, issues } = observeExperience({ visits: feeds.visits });
  expect(issues).toEqual([]);
  const pumps = histories.find(({ productLine }) => productLine === "pumps");
  expect(pumps?.observations.map(({ levels }) => levels)).toContainEqual({ buyingCriteria: "price-performance" });
});

test("D5.3, E7.3 visits feed the effort ledger", () => {
  expect(feeds.contacts).toEqual([
    { id: "v-1", at: "2026-11-02", stage: "planning", minutes: 15, cost: null },
    { id: "v-2", at: "2026-11-10T01:00:00Z", stage: "visit", minutes: 90, cost: "120.50" },
  ]);
  const { total, stage, issues } = effortLedger(
    { currency: "CNY", contacts: feeds.contacts },
    { hourlyCost: "100", asOf },
  );
  expect(issues).toEqual([]);
  // A quarter of an hour and one and a half at 100, and 120.50 besides.
  expect([total.contacts, total.hours, total.cost, total.unknownCosts, stage]).toEqual([2, 1.75, "295.5", 1, "visit"]);
});

describe("A4.4, A7 the loop closes: plan, visit, record, evaluate", () => {
  const card = defineScorecard({
    id: "small",
    version: "1",
    indicators: {
      engineers: { kind: "flag", weight: "60" },
      reps: { kind: "ratio", weight: "40", standard: "10", cap: "1" },
    },
    grades: [
      { grade: "A", from: "70" },
      { grade: "B", from: null },
    ],
  });

  test("what a plan asks for is learnt and judged, with its source", () => {
    const questions = nextQuestions(card, {}, { asOf });
    const { plan } = planVisit({ id: "p", asOf, client: { id: "c-7" }, questions });
    expect(plan.learn?.map(({ field }) => field)).toEqual(["reps", "engineers"]);
    const before = evaluate(card, {}, { asOf });
    const after = evaluate(card, feeds.facts as never, { asOf });
    expect([before.coverage, after.coverage, after.score, after.grade]).toEqual([0, 1, 96, "A"]);
    expect(after.indicators.engineers.source).toBe("plant tour");
  });

  test("the latest answer holds by its own day, else its visit's; one still unknown takes nothing back", () => {
    expect(feeds.facts).toEqual({
      engineers: { value: true, observedAt: "2026-11-10T01:00:00Z", source: "plant tour", verified: true },
      reps: { value: 9, observedAt: "2026-11-15", source: "v-1", verified: false },
      area: { notApplicable: true, observedAt: "2026-11-10T01:00:00Z", source: "v-2", verified: false },
    });
    const base = { v: 1, clientId: "c-7", way: "visit", startedAt: "2026-11-02" } as const;
    const factOf = (...all: Visit[]) => visitFeeds(all, { clientId: "c-7", asOf }).facts["reps"];
    const [one, two]: [Visit, Visit] = [
      { ...base, id: "a", learnt: { reps: { value: 1 } } },
      { ...base, id: "b", learnt: { reps: { value: 2 } } },
    ];
    expect(factOf(two, one)).toMatchObject({ value: 1 });
    expect(factOf(one, two)).toMatchObject({ value: 1 });
    expect(factOf(one, { ...base, id: "b", startedAt: "2026-11-03", learnt: { reps: { value: null } } })).toMatchObject(
      { value: 1 },
    );
    expect(
      factOf({ ...base, id: "z", startedAt: "2026-11-01T23:00:00Z", learnt: { reps: { value: 5 } } }, one),
    ).toMatchObject({ value: 1 });
    expect(
      factOf(
        { ...base, id: "c", startedAt: "2026-11-02T01:00:00Z", learnt: { reps: { value: 6 } } },
        { ...base, id: "d", startedAt: "2026-11-02T00:30:00Z", learnt: { reps: { value: 7 } } },
      ),
    ).toMatchObject({ value: 6 });
  });
});

describe("E5.4 visits feed the decision map", () => {
  test("whom we met, how often, last, and who of ours was there", () => {
    expect(feeds.meetings).toEqual([
      {
        id: "li",
        times: 2,
        firstAt: "2026-11-02",
        lastAt: "2026-11-10T01:00:00Z",
        source: "v-2",
        met: ["wang", "zhao"],
      },
      { id: "li-2", times: 1, firstAt: "2026-11-02", lastAt: "2026-11-02", source: "v-1", met: ["wang"] },
    ]);
  });

  test("whoever was met has a brief relation at least; nothing else is concluded", () => {
    const brief = { value: "brief", observedAt: "2026-11-10T01:00:00Z", source: "v-2" };
    const depth = (relationDepth: Contact["relationDepth"] | null) =>
      withMeetings(
        [deepFreeze({ v: 1, id: "li", name: "Li", ...(relationDepth === null ? {} : { relationDepth }) })],
        feeds.meetings,
      )[0]?.relationDepth;
    expect(depth(null)).toEqual(brief);
    expect(depth({ value: null })).toEqual(brief);
    expect(depth({ value: "none" })).toEqual(brief);
    expect(depth({ value: "none", observedAt: "2026-11-10" })).toEqual(brief);
    expect(depth({ value: "none", observedAt: "2026-11-12" })).toEqual({ value: "none", observedAt: "2026-11-12" });
    expect(depth({ value: "deep" })).toEqual({ value: "deep" });
    expect(depth({ value: null, notApplicable: true })).toEqual({ value: null, notApplicable: true });
  });

  test("all else of a contact stays, and the model reads it", () => {
    const contacts = [
      { v: 1, id: "li", name: "Li", roles: ["buyer"], own: { a: 1 } },
      { v: 1, id: "wu", name: "Wu" },
    ] as const;
    const [li, wu] = withMeetings(deepFreeze(contacts), feeds.meetings);
    expect(parseContact(li).ok).toBe(true);
    expect(li).toMatchObject(contacts[0]);
    expect(wu).toEqual(contacts[1]);
  });

  test("what is no contact or meeting stays aside", () => {
    expect(withMeetings(null as never, null as never)).toEqual([]);
    expect(
      withMeetings(
        [null, 3, { id: "li" }] as never,
        [
          7,
          { id: "li" },
          { id: "li", lastAt: "soon", source: "v" },
          { id: "li", lastAt: "2026-11-02", source: 4 },
          { id: 3, lastAt: "2026-11-02", source: "v" },
        ] as never,
      ),
    ).toEqual([null, 3, { id: "li" }]);
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(withMeetings(cyclic as never, feeds.meetings)).toEqual([]);
    expect(withMeetings(Proxy.revocable([], {}) as never, [])).toEqual([]);
  });
});

test.each([
  [{ asOf }, "required"],
  [{ clientId: "c 7", asOf }, "not-an-id"],
  [{ clientId: "c-7" }, "required"],
])("faulty options %j throw %s", (options, code) => {
  expect(() => visitFeeds([], options as never)).toThrow(expect.objectContaining({ code }) as Error);
});

test("meetings without ids of either side, in the order of ids", () => {
  const base = { v: 1, clientId: "c-7", way: "visit" } as const;
  const all: Visit[] = [
    { ...base, id: "a", startedAt: "2026-11-02", theirs: [{ id: "z", name: "Z" }], ours: [{ name: "guest" }] },
    { ...base, id: "b", startedAt: "2026-11-03", theirs: [{ id: "b", name: "B" }] },
    { ...base, id: "c", startedAt: "2026-11-03", theirs: [{ id: "m", name: "M" }] },
  ];
  expect(visitFeeds(all, { clientId: "c-7", asOf }).meetings.map(({ id, met }) => [id, met])).toEqual([
    ["b", []],
    ["m", []],
    ["z", []],
  ]);
});

describe("A4.4 one answer for survey and feeds", () => {
  const visit = { v: 1, clientId: "c-7", way: "visit" } as const;
  const held = (...visits: Visit[]): unknown[] => {
    const survey = factsFromSurvey(clientSurvey, visits, { asOf: "2026-11-21" }).facts.reputation;
    const { reputation } = visitFeeds(visits, { clientId: "c-7", asOf: "2026-11-21" }).facts;
    return [survey, reputation].map((fact) => (fact !== undefined && "value" in fact ? Number(fact.value) : null));
  };
  const said = (id: string, startedAt: string, value: number, verified?: boolean): Visit => ({
    ...visit,
    id,
    startedAt,
    learnt: { reputation: { value, verified } },
  });

  test("verified before unverified, later before earlier, then the lesser id", () => {
    expect(held(said("a", "2026-11-01", 5, true), said("b", "2026-11-02", 2))).toEqual([5, 5]);
    expect(held(said("a", "2026-11-02", 2), said("b", "2026-11-01", 5, true))).toEqual([5, 5]);
    expect(held(said("a", "2026-11-01", 5), said("b", "2026-11-02", 2))).toEqual([2, 2]);
    expect(held(said("b", "2026-11-02", 2), said("a", "2026-11-02", 5))).toEqual([5, 5]);
    expect(held(said("a", "2026-11-01", 5, true), said("b", "2026-11-02", 2, true))).toEqual([2, 2]);
    const own = (id: string, startedAt: string, value: number): Visit => ({
      ...visit,
      id,
      startedAt,
      learnt: { reputation: { value, observedAt: "2026-11-01" } },
    });
    expect(held(own("b", "2026-11-02", 2), own("a", "2026-11-03", 5))).toEqual([5, 5]);
  });

  test("a bare value is neither's: the model has every answer with room for its provenance", () => {
    const odd = { ...visit, id: "a", startedAt: "2026-11-01", learnt: { reputation: 5 } } as never;
    expect(held(odd)).toEqual([null, null]);
    const { issues } = visitFeeds([odd], { clientId: "c-7", asOf: "2026-11-21" });
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([["wrong-type", 0, "learnt", "reputation"]]);
  });
});

describe("D5.3 one length of a visit, as in the reports", () => {
  const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20T01:00:00Z" } as const;
  test.each<[number | null, Partial<Visit>]>([
    [46, { endedAt: "2026-11-20T01:45:40Z", minutes: 30 }],
    [46, { endedAt: "2026-11-20T01:45:30Z" }],
    [45, { endedAt: "2026-11-20T01:45:29.9Z" }],
    [30, { endedAt: "2026-11-20", minutes: 30 }],
    [30, { minutes: 30 }],
    [null, {}],
  ])("%s minutes of %j", (minutes, more) => {
    const one = { ...visit, ...more };
    expect(visitFeeds([one], { clientId: "c-7", asOf: "2026-11-21" }).contacts[0]?.minutes).toBe(minutes);
    const [sheet] = developmentRecords([one], { offset: "+08:00" }).sheets;
    expect(sheet?.rows[0]?.minutes ?? null).toBe(minutes);
  });
});

test("E7.3 a cost that is none is an issue and unknown", () => {
  const cost = (given: unknown) => {
    const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20", cost: given } as never;
    const { contacts, issues } = visitFeeds([visit], { clientId: "c-7", asOf: "2026-11-21" });
    return [contacts[0]?.cost, issues.map(({ code }) => code)];
  };
  expect(cost({ evil: ["x"] })).toEqual([null, ["wrong-type"]]);
  expect(cost("-1")).toEqual([null, ["out-of-range"]]);
  expect(cost("12.50")).toEqual(["12.50", []]);
  expect(cost(0)).toEqual([0, []]);
  expect(cost(undefined)).toEqual([null, []]);
});
