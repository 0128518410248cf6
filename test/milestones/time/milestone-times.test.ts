import { defineCalendar, defineProcess, isKeyAccountError, milestoneTimes, type ProcessState } from "keyaccount";
import { describe, expect, test } from "vitest";
import { china, OFFICE_WEEK } from "../../ground/calendar/calendars.js";
import { deepFreeze } from "../../support/deep-freeze.js";
import { after, dealAfter, type Selling, type Step, selling } from "./deals.js";

/** Monday, 2 November 2026, 10:00 in Shanghai. */
const MONDAY = "2026-11-02T02:00:00Z";
const started = dealAfter([MONDAY, { type: "start" }]);
const times = (state: ProcessState<Selling>, asOf: string) => milestoneTimes(selling, state, { calendar: china, asOf });

describe("E9.9 milestoneTimes", () => {
  test("by hand: entered on Monday, five working days: due on the Monday after", () => {
    expect(times(deepFreeze(started), "2026-11-05T02:30:00Z")).toEqual({
      v: 1,
      asOf: "2026-11-05",
      status: "open",
      stays: [
        {
          milestone: "visit",
          entered: MONDAY,
          left: null,
          entry: "started",
          exit: null,
          workingDays: 3,
          workingMinutes: 3 * 450 + 30,
          pausedDays: 0,
          limit: 5,
          due: "2026-11-09",
          overdue: false,
          overdueDays: 0,
          certain: true,
        },
      ],
      milestones: [{ milestone: "visit", stays: 1, workingDays: 3, workingMinutes: 1380, pausedDays: 0 }],
      tasks: [{ task: "call", completed: null, limit: 2, due: "2026-11-04", overdue: true, overdueDays: 1 }],
      contacts: { made: 0, expected: null, left: null },
      issues: [],
    });
  });

  test("is due until its last day ends on the calendar's clock, then overdue", () => {
    const [due, next] = ["2026-11-09T15:59:59Z", "2026-11-09T16:00:00Z"].map((asOf) => times(started, asOf).stays[0]);
    expect([due?.overdue, due?.overdueDays, due?.workingDays]).toEqual([false, 0, 5]);
    expect([next?.overdue, next?.overdueDays, next?.workingDays]).toEqual([true, 1, 6]);
  });

  test("on days off after the last day it isn't overdue yet: nobody could have worked on it; from the first working day on it is, by one", () => {
    const friday = dealAfter(["2026-11-06T02:00:00Z", { type: "start" }]);
    const seen = [
      "2026-11-13",
      "2026-11-14",
      "2026-11-15T15:59:59Z",
      "2026-11-15T16:00:00Z",
      "2026-11-16",
      "2026-11-17",
    ];
    expect(
      seen.map((asOf) => {
        const [stay] = times(friday, asOf).stays;
        return [stay?.due, stay?.overdue, stay?.overdueDays];
      }),
    ).toEqual([
      ["2026-11-13", false, 0],
      ["2026-11-13", false, 0],
      ["2026-11-13", false, 0],
      ["2026-11-13", true, 1],
      ["2026-11-13", true, 1],
      ["2026-11-13", true, 2],
    ]);
  });

  test("E9 what was imported and not touched since is judged by its own dates, not by when it was imported", () => {
    const history: Step = [
      "2026-11-20T08:00:00Z",
      {
        type: "import",
        source: "crm.csv",
        stays: [
          { milestone: "visit", entered: "2026-11-02", left: "2026-11-04" },
          { milestone: "offer", entered: "2026-11-04" },
        ],
      },
    ];
    const imported = dealAfter(history);
    const stays = times(imported, "2026-11-06").stays.map(({ workingDays, due }) => [workingDays, due]);
    expect(stays[1]).toEqual([2, "2026-11-18"]);
    const refused = (state: typeof imported, asOf: string): string[] =>
      times(state, asOf).issues.map(({ code, path }) => [code, ...path].join(" "));
    expect(refused(imported, "2026-11-06")).toEqual([]);
    expect(refused(imported, "2026-11-03")).toEqual([
      "observed-after-as-of stays 0 left",
      "observed-after-as-of stays 1 entered",
    ]);
    const touched = dealAfter(history, ["2026-11-21T08:00:00Z", { type: "advance" }]);
    expect(refused(touched, "2026-11-06")).toContain("observed-after-as-of at");
    const started = dealAfter(["2026-11-20T08:00:00Z", { type: "start" }]);
    expect(refused(started, "2026-11-06")).toContain("observed-after-as-of at");
  });

  test("a day as `asOf` counts days, not minutes", () => {
    const [stay] = times(started, "2026-11-05").stays;
    expect([stay?.workingDays, stay?.workingMinutes]).toEqual([3, null]);
  });

  test("stays that follow each other add up; a milestone entered twice has two and their sum", () => {
    const state = dealAfter(
      [MONDAY, { type: "start" }],
      ["2026-11-04T06:30:00Z", { type: "advance" }],
      ["2026-11-06T06:00:00Z", { type: "go-back", to: "visit", reason: "other needs" }],
      ["2026-11-09T02:00:00Z", { type: "advance" }],
    );
    const { stays, milestones, tasks } = times(state, "2026-11-11T03:00:00Z");
    expect(stays.map(({ milestone, workingDays, exit }) => [milestone, workingDays, exit])).toEqual([
      ["visit", 2, "passed"],
      ["offer", 2, "back"],
      ["visit", 1, "passed"],
      ["offer", 2, null],
    ]);
    expect(milestones.map(({ milestone, stays: count, workingDays }) => [milestone, count, workingDays])).toEqual([
      ["visit", 2, 3],
      ["offer", 2, 4],
    ]);
    const minutes = stays.reduce((sum, { workingMinutes }) => sum + (workingMinutes ?? NaN), 0);
    // Monday 10:00 to Wednesday of the week after 11:00: seven days and an hour.
    expect(minutes).toBe(7 * 450 + 60);
    expect(tasks).toEqual([]);
  });

  test("pauses stop the clock and move the due day; one that lasts, too", () => {
    const paused = dealAfter([MONDAY, { type: "start" }], ["2026-11-03T02:00:00Z", { type: "pause", reason: "audit" }]);
    const [lasting] = times(paused, "2026-11-05T02:00:00Z").stays;
    expect([lasting?.workingDays, lasting?.workingMinutes, lasting?.pausedDays, lasting?.due]).toEqual([
      1,
      450,
      2,
      "2026-11-11",
    ]);
    const resumed = dealAfter(
      [MONDAY, { type: "start" }],
      ["2026-11-03T02:00:00Z", { type: "pause", reason: "audit" }],
      ["2026-11-05T02:00:00Z", { type: "resume" }],
      ["2026-11-10T02:00:00Z", { type: "advance" }],
    );
    const { stays, status } = times(resumed, "2026-11-10T02:00:00Z");
    expect(
      stays.map((stay) => [stay.workingDays, stay.workingMinutes, stay.pausedDays, stay.due, stay.overdue]),
    ).toEqual([
      [4, 4 * 450, 2, "2026-11-11", false],
      [0, 0, 0, "2026-11-24", false],
    ]);
    expect(status).toBe("open");
    expect(times(paused, "2026-11-05").tasks[0]?.due).toBe("2026-11-06");
  });

  test("pausing overnight stops no clock", () => {
    const nights = [3, 4, 5].flatMap((day): [string, { type: "pause"; reason: string } | { type: "resume" }][] => [
      [`2026-11-0${String(day)}T08:59:00Z`, { type: "pause", reason: "evening" }],
      [`2026-11-0${String(day + 1)}T01:00:00Z`, { type: "resume" }],
    ]);
    const [stay] = times(dealAfter([MONDAY, { type: "start" }], ...nights), "2026-11-06T02:00:00Z").stays;
    const [unpaused] = times(started, "2026-11-06T02:00:00Z").stays;
    expect(stay).toMatchObject({ pausedDays: 0, workingDays: 4, due: unpaused?.due });
  });

  test("a deal that began on the day after, in some zone, has an age of no days", () => {
    expect(times(started, "2026-11-01").stays[0]).toMatchObject({ workingDays: 0 });
  });

  test("a stay that ended after its due day was late, for ever; lost ends it", () => {
    const lost = dealAfter([MONDAY, { type: "start" }], ["2026-11-11T02:00:00Z", { type: "lose", cause: "price" }]);
    const result = times(lost, "2026-12-31");
    expect(result.stays[0]).toMatchObject({
      exit: "lost",
      workingDays: 7,
      overdue: true,
      overdueDays: 2,
      due: "2026-11-09",
    });
    expect([result.status, result.tasks]).toEqual(["lost", []]);
  });

  test("a milestone without a limit is never late", () => {
    const delivery = dealAfter(
      [MONDAY, { type: "start" }],
      [MONDAY, { type: "advance" }],
      [MONDAY, { type: "advance" }],
    );
    const { stays } = times(delivery, "2027-11-02");
    expect(stays[2]).toMatchObject({ milestone: "delivery", limit: null, due: null, overdue: false, overdueDays: 0 });
  });

  test("a completed task was in time, or late", () => {
    const done = (at: string) =>
      times(dealAfter([MONDAY, { type: "start" }], [at, { type: "complete-task", task: "call" }]), "2026-11-20");
    expect(done("2026-11-04T09:00:00Z").tasks).toEqual([
      { task: "call", completed: "2026-11-04T09:00:00Z", limit: 2, due: "2026-11-04", overdue: false, overdueDays: 0 },
    ]);
    expect(done("2026-11-06T09:00:00Z").tasks[0]).toMatchObject({ overdue: true, overdueDays: 2 });
  });

  test("outside of the days whose holidays are known, nothing is certain", () => {
    const late = dealAfter(["2026-12-28T02:00:00Z", { type: "start" }]);
    expect(times(late, "2026-12-29").stays[0]).toMatchObject({ due: "2027-01-04", certain: false });
    expect(times(started, "2026-11-05").stays[0]?.certain).toBe(true);
    const early = dealAfter(["2024-12-30T02:00:00Z", { type: "start" }]);
    expect(times(early, "2025-01-03").stays[0]?.certain).toBe(false);
  });

  test("the day is the calendar's, not UTC's", () => {
    const night = dealAfter(["2026-11-02T17:00:00Z", { type: "start" }]);
    expect(times(night, "2026-11-02T18:00:00Z")).toMatchObject({ asOf: "2026-11-03", stays: [{ due: "2026-11-10" }] });
    const west = defineCalendar({ id: "west", zone: "-08:00", week: OFFICE_WEEK });
    expect(milestoneTimes(selling, night, { calendar: west, asOf: "2026-11-03T02:00:00Z" })).toMatchObject({
      asOf: "2026-11-02",
      stays: [{ due: "2026-11-09" }],
    });
  });
});

describe("E9.9 milestoneTimes of imported histories: what isn't known stays unknown", () => {
  const imported = (stays: readonly object[], closed: object | null = null): ProcessState<Selling> =>
    dealAfter([
      "2026-11-20T02:00:00Z",
      { type: "import", stays: stays as never, closed: closed as never, source: "old.csv" },
    ]);

  test("no dates: no days, no due day, no verdict", () => {
    const [stay] = times(imported([{ milestone: "visit", entered: null, left: null }]), "2026-11-25").stays;
    expect(stay).toMatchObject({ entry: "imported", exit: null, workingDays: null, workingMinutes: null });
    expect(stay).toMatchObject({ limit: 5, due: null, overdue: null, overdueDays: null, certain: null, pausedDays: 0 });
  });

  test("no date in a milestone without a limit: not late, as nothing is due", () => {
    const [stay] = times(imported([{ milestone: "delivery", entered: null, left: null }]), "2026-11-25").stays;
    expect(stay).toMatchObject({ limit: null, due: null, overdue: false, overdueDays: 0, certain: null });
  });

  test("an end that nobody knows: due is known, whether it was kept isn't", () => {
    const { stays, milestones, tasks } = times(
      imported([
        { milestone: "visit", entered: "2026-11-02", left: null },
        { milestone: "offer", entered: "2026-11-16", left: null },
      ]),
      "2026-11-25",
    );
    expect(stays[0]).toMatchObject({
      exit: "not-proven",
      workingDays: null,
      due: "2026-11-09",
      overdue: null,
      certain: true,
    });
    expect(stays[1]).toMatchObject({
      exit: null,
      workingDays: 7,
      workingMinutes: null,
      due: "2026-11-30",
      overdue: false,
    });
    expect(milestones.map(({ workingDays }) => workingDays)).toEqual([null, 7]);
    expect(tasks).toEqual([]);
  });

  test("a task of a milestone entered nobody knows when", () => {
    const { tasks } = times(imported([{ milestone: "visit", entered: null, left: null }]), "2026-11-25");
    expect(tasks).toEqual([{ task: "call", completed: null, limit: 2, due: null, overdue: null, overdueDays: null }]);
  });

  test("days and moments mix: a pause since the import counts", () => {
    const state = after(selling, [
      [
        "2026-11-20T02:00:00Z",
        { type: "import", stays: [{ milestone: "visit", entered: "2026-11-18", left: null }], source: "x" },
      ],
      ["2026-11-23T02:00:00Z", { type: "pause", reason: "audit" }],
    ]);
    expect(times(state, "2026-11-25").stays[0]).toMatchObject({ workingDays: 3, pausedDays: 2, due: "2026-11-27" });
  });

  test("a due day beyond the last of all days isn't one, and isn't over", () => {
    const state = imported([{ milestone: "visit", entered: "2026-11-18", left: null }]);
    const end = {
      ...state,
      at: "9999-12-30T00:00:00Z",
      stays: [{ ...state.stays[0], entered: "9999-12-30" }],
    } as never;
    expect(times(end, "9999-12-31").stays[0]).toMatchObject({
      due: null,
      overdue: false,
      overdueDays: 0,
      workingDays: 1,
    });
  });
});

describe("E9.9 milestoneTimes: faulty data are issues, faulty arguments errors", () => {
  const issues = (change: object): string[] => {
    const result = times({ ...started, ...change }, "2026-11-05");
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    if (result.issues.length > 0)
      expect([result.status, result.stays, result.milestones, result.tasks]).toEqual([null, [], [], []]);
    return result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
  };
  const stay = started.stays[0];
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  test.each<[string, object, string[]]>([
    ["nothing", {}, []],
    [
      "another process",
      { process: { id: "x", version: "2", hash: "" } },
      ["unknown-value at process.id", "unknown-value at process.version"],
    ],
    ["a process without id", { process: {} }, ["required at process.id", "required at process.version"]],
    ["no process", { process: 5 }, ["wrong-type at process"]],
    ["another status", { status: "asleep" }, ["unknown-value at status"]],
    ["no status", { status: undefined }, ["required at status"]],
    ["another milestone", { milestone: "toString" }, ["unknown-value at milestone"]],
    ["stays that are no list", { stays: {} }, ["wrong-type at stays"]],
    ["no stays", { stays: undefined }, ["required at stays"]],
    ["a stay that is none", { stays: [5, null] }, ["wrong-type at stays.0", "wrong-type at stays.1"]],
    ["a stay nowhere", { stays: [{ ...stay, milestone: null }] }, ["required at stays.0.milestone"]],
    ["a stay that ended so", { stays: [{ ...stay, exit: "gone" }] }, ["unknown-value at stays.0.exit"]],
    ["a stay that began so", { stays: [{ ...stay, entry: 5 }] }, ["unknown-value at stays.0.entry"]],
    ["a stay of no date", { stays: [{ ...stay, entered: "Monday" }] }, ["not-a-date at stays.0.entered"]],
    ["a stay of numbers", { stays: [{ ...stay, left: 5 }] }, ["not-a-date at stays.0.left"]],
    [
      "a stay that ends before it begins",
      { stays: [{ ...stay, left: "2026-11-01T02:00:00Z" }] },
      ["out-of-order at stays.0"],
    ],
    ["what comes after", { at: "2026-11-07T00:00:00Z" }, ["observed-after-as-of at at"]],
    [
      "a stay that begins after",
      { stays: [{ ...stay, entered: "2026-11-07", left: "2026-11-08" }] },
      ["observed-after-as-of at stays.0.entered", "observed-after-as-of at stays.0.left"],
    ],
    ["won after", { won: { at: "2026-11-07", milestone: "offer" } }, ["observed-after-as-of at won.at"]],
    [
      "closed after",
      { closings: [{ as: "lost", at: "2026-11-07", cause: 5, reopened: null }] },
      ["observed-after-as-of at closings"],
    ],
    ["closed somehow", { closings: [{ as: "gone", at: null }] }, ["unknown-value at closings.0.as"]],
    ["a pause without beginning", { pauses: [{ from: null, to: null }] }, ["required at pauses.0.from"]],
    ["a pause of no date", { pauses: [{ from: "x", to: null }] }, ["not-a-date at pauses.0.from"]],
    ["efforts of texts", { efforts: { visit: "much" } }, ["wrong-type at efforts.visit"]],
    ["no efforts", { efforts: null }, ["wrong-type at efforts"]],
    [
      "efforts of halves",
      { efforts: { visit: { contacts: 0.5, minutes: -1, costs: {} } } },
      ["wrong-type at efforts.visit.contacts", "wrong-type at efforts.visit.minutes"],
    ],
    [
      "costs of words",
      { efforts: { visit: { contacts: 1, minutes: 1, costs: { CNY: "much", EUR: null } } } },
      ["not-a-decimal at efforts.visit.costs.CNY"],
    ],
    ["no costs", { efforts: { visit: { contacts: 1, minutes: 1 } } }, ["required at efforts.visit.costs"]],
    ["tasks of texts", { tasks: "x" }, ["wrong-type at tasks"]],
    ["tasks done nobody knows when", { tasks: [{ id: "call" }] }, ["required at tasks.0.at"]],
    ["tasks without a name", { tasks: [{ at: MONDAY, id: 5 }] }, []],
    ["a revoked stay", { stays: [revoked.proxy] }, ["unreadable at "]],
    ["a revoked list", { pauses: revoked.proxy }, ["unreadable at "]],
  ])("%s", (_, change, expected) => {
    expect(issues(change)).toEqual(expected);
  });

  test("moments with decimals are compared by them", () => {
    const codes = (asOf: string): string[] =>
      times(started, asOf).issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
    expect(codes("2026-11-02T02:00:00.000Z")).toEqual([]);
    expect(codes("2026-11-02T01:59:59.999Z")).toEqual([
      "observed-after-as-of at at",
      "observed-after-as-of at stays.0.entered",
    ]);
    expect([codes("2026-11-01"), codes("2026-10-31")[0]]).toEqual([[], "observed-after-as-of at at"]);
  });

  test("a state that is none", () => {
    for (const state of [null, undefined, 5, "x", []]) {
      const { issues: found } = times(state as never, "2026-11-05");
      expect(found.map(({ code }) => code)).toEqual([state === undefined ? "required" : "wrong-type"]);
    }
    expect(times(revoked.proxy as never, "2026-11-05").issues.map(({ code }) => code)).toEqual(["unreadable"]);
  });

  test("polluted prototypes fill no field", () => {
    Reflect.defineProperty(Object.prototype, "left", { value: "2026-11-04", configurable: true });
    const result = times(
      { ...started, stays: [{ milestone: "visit", entered: MONDAY, entry: "started", exit: "passed" }] } as never,
      "2026-11-05",
    );
    Reflect.deleteProperty(Object.prototype, "left");
    expect(result.stays[0]?.workingDays).toBe(null);
  });

  test("arguments", () => {
    const fault = (call: () => unknown): string[] => {
      try {
        call();
      } catch (error) {
        if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
      }
      return ["none"];
    };
    for (const asOf of [null, undefined, "x", "2026-02-30", 5]) {
      expect(fault(() => times(started, asOf as never))).toEqual(["not-a-date at asOf"]);
    }
    expect(fault(() => milestoneTimes(selling, started, null as never))).toEqual(["wrong-type at "]);
    expect(fault(() => milestoneTimes(selling, started, { asOf: MONDAY } as never))).not.toEqual(["none"]);
    expect(fault(() => milestoneTimes({} as never, started, { calendar: china, asOf: MONDAY }))).not.toEqual(["none"]);
    const plain = defineProcess({ id: "one", version: "1", milestones: { only: { end: true } } });
    expect(milestoneTimes(plain, after(plain, []), { calendar: china, asOf: MONDAY })).toMatchObject({
      status: "new",
      stays: [],
    });
  });
});
