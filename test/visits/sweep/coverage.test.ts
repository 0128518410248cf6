import fc from "fast-check";
import {
  checkSweepReadiness,
  formatIssue,
  PREPARATION_STATES,
  planSweepRoute,
  SWEEP_PREPARATIONS,
  type SweepVisit,
  sweepCoverage,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { shanghai } from "../calendars.js";
import { inShort, thrownBy } from "../faults.js";
import { HOSTILE } from "../hostile.js";

const CLIENTS = deepFreeze(["d", "b", "a", "c", "e"].map((id) => ({ id })));
const WEEK = deepFreeze({ from: "2026-11-23", to: "2026-11-27" });
const visit = (id: string, clientId: string, startedAt = "2026-11-24", more: object = {}): SweepVisit => ({
  id,
  clientId,
  startedAt,
  ...more,
});
const coverageOf = (result: ReturnType<typeof sweepCoverage>) => (result.ok ? result.value : result.coverage);

describe("A4.1 sweepCoverage: the day of a visit is told by the host's clock, as in the sweep's reports", () => {
  const early = [visit("1", "a", "2026-11-22T23:30:00Z"), visit("2", "b", "2026-11-23")];
  const clients = [{ id: "a" }, { id: "b" }];

  test("at 07:30 on Monday in Shanghai it is still Sunday in UTC", () => {
    expect(sweepCoverage(clients, early, { ...WEEK, offset: "+08:00" }).ok).toBe(true);
    expect(sweepCoverage(clients, early, { ...WEEK, calendar: shanghai() }).ok).toBe(true);
    expect(coverageOf(sweepCoverage(clients, early, WEEK)).leftOut).toEqual([{ id: "a", cause: "outside-period" }]);
    expect(sweepCoverage([{ id: "a" }], early, { ...WEEK, offset: "+00:29" }).ok).toBe(false);
    expect(sweepCoverage([{ id: "a" }], early, { ...WEEK, offset: "+00:30" }).ok).toBe(true);
  });

  test("behind UTC a day begins later, and a plain day is the same on every clock", () => {
    const late = [visit("1", "a", "2026-11-28T04:59:59Z"), visit("2", "b", "2026-11-27")];
    expect(sweepCoverage(clients, late, { ...WEEK, offset: "-05:00" }).ok).toBe(true);
    expect(sweepCoverage(clients, late, { ...WEEK, offset: "-04:00" }).ok).toBe(false);
    expect(sweepCoverage([{ id: "b" }], late, { ...WEEK, offset: "-14:00" }).ok).toBe(true);
  });

  test("a faulty clock is a programming error", () => {
    for (const offset of ["8", 8, {}, "+14:01", "-15:00"])
      expect(thrownBy(() => sweepCoverage([], [], { offset } as never))).toEqual(["not-an-offset at offset"]);
    expect(() => sweepCoverage([], [], { calendar: {} } as never)).toThrow();
    const both = { ...WEEK, calendar: shanghai(), offset: "+08:00" } as never;
    expect(thrownBy(() => sweepCoverage([], [], both))).toEqual(["unknown-key at offset"]);
    expect(sweepCoverage([], [], { ...WEEK, calendar: null, offset: null } as never).ok).toBe(true);
  });
});

describe("A4.1 sweepCoverage: every potential client is visited, none left out", () => {
  test("who was left out is an error, each with its cause", () => {
    const visits = deepFreeze([
      visit("1", "a"),
      visit("2", "b", "2026-11-24", { way: "phone" }),
      visit("3", "c", "2026-11-22"),
      visit("4", "e", "2026-11-28T00:00:00Z"),
      visit("5", "e", "2026-11-23", { way: "letter" }),
      visit("6", "stranger", "2026-11-27T23:59:59Z", { way: "visit" }),
      visit("7", "other", "2026-11-30"),
    ]);
    const result = sweepCoverage(CLIENTS, visits, WEEK);
    expect(result).toEqual({
      ok: false,
      issues: [
        { code: "left-out", path: ["clients", "b"], details: { id: "b", cause: "not-visited" } },
        { code: "left-out", path: ["clients", "c"], details: { id: "c", cause: "outside-period" } },
        { code: "left-out", path: ["clients", "d"], details: { id: "d", cause: "no-contact" } },
        { code: "left-out", path: ["clients", "e"], details: { id: "e", cause: "outside-period" } },
      ],
      coverage: {
        v: 1,
        clients: 5,
        visited: 1,
        share: 0.2,
        leftOut: [
          { id: "b", cause: "not-visited" },
          { id: "c", cause: "outside-period" },
          { id: "d", cause: "no-contact" },
          { id: "e", cause: "outside-period" },
        ],
        found: ["stranger"],
        issues: [],
      },
    });
  });

  const [call, early, late, made] = [
    visit("1", "a", "2026-11-24", { way: "phone" }),
    visit("2", "a", "2026-11-20"),
    visit("3", "a", "2026-11-30"),
    visit("4", "a"),
  ] as const;
  test.each([
    [[], "no-contact"],
    [[call], "not-visited"],
    [[call, early], "outside-period"],
    [[early, late], "outside-period"],
    [[call, made], null],
    [[early, made, late], null],
  ] as const)("of several contacts the nearest to a visit counts, in whatever order: %#", (visits, cause) => {
    for (const some of [visits, [...visits].reverse()]) {
      const { leftOut } = coverageOf(sweepCoverage([{ id: "a" }], some, WEEK));
      expect(leftOut).toEqual(cause === null ? [] : [{ id: "a", cause }]);
    }
  });

  test("nobody left out is good, and so is a sweep of nobody", () => {
    const all = CLIENTS.map(({ id }, index) => visit(String(index), id));
    expect(sweepCoverage(CLIENTS, all, WEEK)).toEqual({
      ok: true,
      value: { v: 1, clients: 5, visited: 5, share: 1, leftOut: [], found: [], issues: [] },
    });
    expect(sweepCoverage(CLIENTS, all).ok).toBe(true);
    expect(coverageOf(sweepCoverage([], []))).toMatchObject({ clients: 0, share: null });
  });

  test("the first and the last day count, and an end may be open", () => {
    const days = ["2026-11-23", "2026-11-27"].map((day, index) => visit(String(index), "a", day));
    for (const one of days) expect(sweepCoverage([{ id: "a" }], [one], WEEK).ok).toBe(true);
    expect(sweepCoverage([{ id: "a" }], [visit("1", "a", "2020-01-01")], { to: "2026-11-27" }).ok).toBe(true);
    expect(sweepCoverage([{ id: "a" }], [visit("1", "a", "2020-01-01")], { from: "2026-11-23" }).ok).toBe(false);
  });

  test("what was planned can be checked: the route's clients and its unrouted ones", () => {
    const clients = [{ id: "a", latitude: 1, longitude: 1 }, { id: "lost" }];
    const route = planSweepRoute(clients, { start: { latitude: 0, longitude: 0 }, perDay: 3 });
    const ids = [...route.days.flatMap((day) => day.clients), ...route.unrouted.map(({ id }) => id)].map((id) => ({
      id,
    }));
    expect(coverageOf(sweepCoverage(ids, [visit("1", "a")])).leftOut).toEqual([{ id: "lost", cause: "no-contact" }]);
  });

  test("clients that can't be read can't be said to be visited; visits that can't be read are told", () => {
    const clients = [{ id: "a" }, { id: "a" }, {}] as { id: string }[];
    const visits = [
      visit("1", "a"),
      { id: "2", clientId: 5, startedAt: "2026-11-24" },
      { id: "3", clientId: "", startedAt: null },
      { id: "4", clientId: "a", startedAt: "x", way: 5 },
      { id: "5" },
    ];
    const result = sweepCoverage(clients, visits as never);
    expect(result.ok ? [] : inShort(result.issues)).toEqual([
      "duplicate-id at clients.1.id",
      "required at clients.2.id",
    ]);
    expect(inShort(coverageOf(result).issues)).toEqual([
      "duplicate-id at clients.1.id",
      "required at clients.2.id",
      "wrong-type at visits.1.clientId",
      "required at visits.2.clientId",
      "required at visits.2.startedAt",
      "not-a-date at visits.3.startedAt",
      "wrong-type at visits.3.way",
      "required at visits.4.clientId",
      "required at visits.4.startedAt",
    ]);
  });

  test("law: the order of visits and clients changes nothing, and visited and left out are everybody", () => {
    const visits = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("1", "2", "3", "4"),
        clientId: fc.constantFrom("a", "b", "x"),
        startedAt: fc.constantFrom("2026-11-20", "2026-11-24"),
        way: fc.constantFrom("visit", "phone"),
      }),
      { selector: ({ id }) => id },
    ) as fc.Arbitrary<SweepVisit[]>;
    fc.assert(
      fc.property(visits, (made) => {
        const coverage = coverageOf(sweepCoverage(CLIENTS, made, WEEK));
        expect(coverageOf(sweepCoverage([...CLIENTS].reverse(), [...made].reverse(), WEEK))).toEqual(coverage);
        expect(coverage.visited + coverage.leftOut.length).toBe(coverage.clients);
        for (const id of ["a", "b"]) {
          const isVisited = made.some(
            (one) => one.clientId === id && one.startedAt === "2026-11-24" && one.way === "visit",
          );
          expect(coverage.leftOut.some((one) => one.id === id)).toBe(!isVisited);
        }
      }),
    );
  });

  test("faulty options throw", () => {
    expect(thrownBy(() => sweepCoverage([], [], { from: "2026-11-27", to: "2026-11-23" }))).toEqual([
      "out-of-order at to",
    ]);
    expect(thrownBy(() => sweepCoverage([], [], { from: "2026-11-27T08:00:00Z", to: 5, on: 1 } as never))).toEqual([
      "unknown-key at on",
      "not-a-date at from",
      "not-a-date at to",
    ]);
    expect(thrownBy(() => sweepCoverage([], 5 as never))).toEqual(["wrong-type at visits"]);
    expect(thrownBy(() => sweepCoverage(null as never, []))).toEqual(["wrong-type at clients"]);
  });

  test.each(HOSTILE)("hostile: %s ends in issues", (_, make) => {
    expect(coverageOf(sweepCoverage([make() as never], [])).issues.length).toBeGreaterThan(0);
    expect(coverageOf(sweepCoverage([], [make() as never])).issues.length).toBeGreaterThan(0);
  });

  test("the error reads in both languages", () => {
    const result = sweepCoverage([{ id: "a" }], []);
    const [issue] = result.ok ? [] : result.issues;
    expect(issue && formatIssue(issue, en)).toBe("clients › a: a was left out of the sweep: no contact at all.");
    expect(issue && formatIssue(issue, zhCN)).toBe("clients › a：扫街遗漏了客户a：从未联系。");
  });
});

describe("checkSweepReadiness", () => {
  const ready = Object.fromEntries(SWEEP_PREPARATIONS.map((item) => [item, true]));

  test.each([
    ["A3.1", ["policy-beats-rivals", "policy-costs-bearable"]],
    ["A3.2", ["product-manual", "samples"]],
    ["A3.3", ["people-trained"]],
    ["A3.4", ["daily-report-form", "weekly-summary-form"]],
    ["A4.1", ["area-profile", "survey-plan", "visit-route", "things-to-carry"]],
  ] as const)("%s each of its resources is needed: absent it is unknown, false it is open", (_, items) => {
    for (const item of items) {
      const { [item]: __, ...without } = ready;
      expect(checkSweepReadiness(without)).toMatchObject({ ready: false, open: [item] });
      expect(checkSweepReadiness({ ...ready, [item]: false })).toMatchObject({ ready: false, open: [item] });
      expect(checkSweepReadiness({ ...ready, [item]: { notApplicable: true as const } }).ready).toBe(true);
    }
  });

  test("A3.1 a policy that beats rivals isn't ready while nobody knows whether own costs can bear it", () => {
    const { "policy-costs-bearable": _, ...without } = ready;
    expect(checkSweepReadiness(without)).toMatchObject({ ready: false, open: ["policy-costs-bearable"] });
    expect(checkSweepReadiness({ ...without, "policy-costs-bearable": true }).ready).toBe(true);
  });

  test("A3.3 untrained people hold the sweep up; nobody to train doesn't", () => {
    expect(checkSweepReadiness({ ...ready, "people-trained": false })).toMatchObject({
      ready: false,
      open: ["people-trained"],
    });
    expect(checkSweepReadiness({ ...ready, "people-trained": { notApplicable: true } }).ready).toBe(true);
  });

  test("all ready; the states are told apart; a host adds its own", () => {
    expect(checkSweepReadiness(deepFreeze(ready))).toMatchObject({ v: 1, ready: true, open: [] });
    const { items } = checkSweepReadiness({
      ...ready,
      samples: null,
      "people-trained": false,
      "x-van": true,
      "x-app": { notApplicable: true },
    });
    expect(items.slice(3, 5)).toEqual([
      { item: "samples", state: "unknown" },
      { item: "people-trained", state: "not-ready" },
    ]);
    expect(items.slice(-2)).toEqual([
      { item: "x-app", state: "not-applicable" },
      { item: "x-van", state: "ready" },
    ]);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(PREPARATION_STATES));
    expect(checkSweepReadiness({}).open).toEqual([...SWEEP_PREPARATIONS]);
  });

  test("what nobody knows is refused", () => {
    expect(
      thrownBy(() =>
        checkSweepReadiness({ sample: true, samples: "yes", "x-Van": true, "people-trained": {} } as never),
      ),
    ).toEqual([
      "unknown-key at sample",
      "unknown-key at x-Van",
      "wrong-type at samples",
      "wrong-type at people-trained",
    ]);
  });

  test.each(HOSTILE)("hostile: %s ends in our error", (_, make) => {
    const value = make();
    if (value !== undefined && value !== null)
      expect(thrownBy(() => checkSweepReadiness({ samples: value } as never))).not.toEqual([]);
    expect(() => thrownBy(() => checkSweepReadiness(make() as never))).not.toThrow();
  });
});
