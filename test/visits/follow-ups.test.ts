import fc from "fast-check";
import { FOLLOW_UP_DAYS, type FollowUpOptions, followUps, isWorkingDay } from "keyaccount";
import type { Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { shanghai } from "./calendars.js";

const visit = { v: 1, clientId: "c-7", way: "visit", id: "v-1" } as const;
const done = (doneAt: string, way: Visit["way"] = "phone", opinion?: string): Pick<Visit, "followUp"> => ({
  followUp: { doneAt, way, ...(opinion === undefined ? {} : { opinion }) },
});
const one = (startedAt: string, more: Partial<Visit> = {}, options: Partial<FollowUpOptions> = {}) =>
  followUps([deepFreeze({ ...visit, startedAt, ...more })], { asOf: "2026-11-21", ...options }).followUps[0];

test("D4.6 within one week: the seventh day is in time, the eighth breaks the rule", () => {
  expect(FOLLOW_UP_DAYS).toBe(7);
  expect(one("2026-11-02", done("2026-11-09", "phone", "content"))).toEqual({
    visitId: "v-1",
    clientId: "c-7",
    visitedOn: "2026-11-02",
    dueOn: "2026-11-09",
    latestOn: "2026-11-09",
    state: "done",
    doneOn: "2026-11-09",
    daysLate: null,
    notes: [],
  });
  expect(one("2026-11-02", done("2026-11-10"))).toMatchObject({ state: "late", daysLate: 1, notes: ["no-opinion"] });
  expect(one("2026-11-14")).toMatchObject({ state: "due", daysLate: null, doneOn: null });
  expect(one("2026-11-13")).toMatchObject({ state: "overdue", daysLate: 1, latestOn: "2026-11-20" });
});

test("D4.6 only a call or a visit asks for the opinion; one after the day of the question isn't known yet", () => {
  expect(one("2026-11-02", done("2026-11-05", "e-mail", "fine"))).toMatchObject({
    state: "overdue",
    doneOn: null,
    notes: ["other-way"],
  });
  expect(one("2026-11-02", done("2026-11-05", "visit", "fine"))).toMatchObject({ state: "done" });
  expect(one("2026-11-18", done("2026-11-24", "phone", "fine"))).toMatchObject({ state: "due", notes: [] });
});

test("D4.6 the week runs from the end of the visit, in the calendar's days", () => {
  expect(one("2026-11-02", { endedAt: "2026-11-03" })?.latestOn).toBe("2026-11-10");
  expect(one("2026-11-02T20:00:00Z")?.visitedOn).toBe("2026-11-02");
  expect(one("2026-11-02T20:00:00Z", {}, { calendar: shanghai() })?.visitedOn).toBe("2026-11-03");
});

test("D4.6 across holidays: due on the last working day in the week, late only after the week", () => {
  const calendar = shanghai();
  // The seventh day after Thursday 24 September is 1 October, a holiday.
  expect(one("2026-09-24", {}, { calendar, asOf: "2026-09-28" })).toMatchObject({
    dueOn: "2026-09-30",
    latestOn: "2026-10-01",
    notes: ["pulled-forward"],
    state: "due",
  });
  expect(one("2026-09-24", done("2026-10-01"), { calendar })).toMatchObject({ state: "done" });
  expect(one("2026-09-24", done("2026-10-02"), { calendar })).toMatchObject({ state: "late", daysLate: 1 });
});

test("D4.6 where the whole week is off, the first working day after it is the last in time", () => {
  const calendar = shanghai();
  // After 30 September nothing is worked until 8 October.
  expect(one("2026-09-30", done("2026-10-08"), { calendar })).toMatchObject({
    dueOn: "2026-10-08",
    latestOn: "2026-10-08",
    state: "done",
    notes: ["no-opinion", "week-off"],
  });
  expect(one("2026-09-30", done("2026-10-09"), { calendar })).toMatchObject({ state: "late", daysLate: 1 });
});

test("at the ends of the calendar, where no working day is left, the seventh day stands", () => {
  const from = (day: string): string[] =>
    Array.from({ length: 8 }, (_, index) => `${day}${String(index + (day.startsWith("0") ? 1 : 24)).padStart(2, "0")}`);
  const calendar = { ...shanghai(), holidays: [...from("0001-01-"), ...from("9999-12-")] };
  expect(one("9999-12-24", {}, { calendar, asOf: "9999-12-31" })).toMatchObject({
    dueOn: "9999-12-31",
    notes: ["week-off"],
  });
  expect(one("0001-01-01", {}, { calendar })).toMatchObject({ dueOn: "0001-01-08", latestOn: "0001-01-08", notes: [] });
});

test("the days and the ways are the host's", () => {
  expect(one("2026-11-02", {}, { withinDays: 3 })?.latestOn).toBe("2026-11-05");
  expect(one("2026-11-02", { way: "phone" })).toBeUndefined();
  expect(one("2026-11-02", { way: "x-fair" }, { ways: ["x-fair"] })?.state).toBe("overdue");
  expect(one("9999-12-30", {}, { asOf: "9999-12-30" })?.latestOn).toBe("9999-12-31");
});

test("D4.6 breaches are listed: overdue, then done too late; the earliest first, ties by id", () => {
  const {
    followUps: all,
    breaches,
    counts,
  } = followUps(
    [
      { ...visit, id: "z", clientId: "z", startedAt: "2026-11-02" },
      { ...visit, id: "b", clientId: "b", startedAt: "2026-11-02" },
      { ...visit, id: "d", clientId: "d", startedAt: "2026-11-18" },
      { ...visit, id: "l", clientId: "l", startedAt: "2026-10-02", ...done("2026-10-20") },
      { ...visit, id: "a", clientId: "a", startedAt: "2026-11-03" },
      { ...visit, id: "k", clientId: "k", startedAt: "2026-10-02", ...done("2026-10-03") },
    ],
    { asOf: "2026-11-21" },
  );
  expect(all.map(({ visitId }) => visitId)).toEqual(["b", "z", "a", "d", "l", "k"]);
  expect(breaches.map(({ visitId }) => visitId)).toEqual(["b", "z", "a", "l"]);
  expect(breaches[0]).toEqual(all[0]);
  expect(breaches[0]).not.toBe(all[0]);
  expect(counts).toEqual({ overdue: 3, due: 1, late: 1, done: 1 });
});

test("visits that can't be read are listed, and options checked", () => {
  const { issues } = followUps([{ id: "x" }, { ...visit, startedAt: "2026-11-22" }] as never, { asOf: "2026-11-21" });
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["required", 0, "clientId"],
    ["required", 0, "startedAt"],
    ["required", 0, "way"],
    ["observed-after-as-of", 1, "startedAt"],
  ]);
  expect(() => followUps([], { asOf: "x", withinDays: 0, ways: ["walk"], extra: 1 } as never)).toThrow(
    expect.objectContaining({ code: "unknown-key" }) as Error,
  );
});

test("law: a follow-up is due on a working day, and on the last day in time or before it", () => {
  const calendar = shanghai();
  const days = fc
    .integer({ min: 0, max: 120 })
    .map((more) => new Date(Date.UTC(2026, 7, 1) + more * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (startedAt) => {
      const { dueOn = "", latestOn = "", visitedOn = "" } = one(startedAt, {}, { calendar, asOf: "2026-12-31" }) ?? {};
      expect(isWorkingDay(calendar, dueOn)).toBe(true);
      expect(dueOn <= latestOn && dueOn > visitedOn).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("visits whose weeks end together stand by id, whatever their order", () => {
  const ids = ["m", "z", "a"];
  const all = ids.map((id) => ({ ...visit, id, startedAt: "2026-11-02" }));
  expect(followUps(all, { asOf: "2026-11-21" }).followUps.map(({ visitId }) => visitId)).toEqual(["a", "m", "z"]);
  const days = ["2026-11-04", "2026-11-02", "2026-11-03"].map((startedAt) => {
    return { ...visit, id: startedAt, clientId: startedAt, startedAt };
  });
  expect(followUps(days, { asOf: "2026-11-21" }).followUps.map(({ visitId }) => visitId)).toEqual([
    "2026-11-02",
    "2026-11-03",
    "2026-11-04",
  ]);
});

describe("D4.6 a call or a visit that is on record counts", () => {
  const records = (more: Partial<Visit>, ...others: Partial<Visit>[]) => {
    const all = [{ startedAt: "2026-11-02", ...more }, ...others].map((each, index) => ({
      ...visit,
      id: `v-${String(index)}`,
      ...each,
    }));
    const { followUps: places } = followUps(deepFreeze(all) as Visit[], { asOf: "2026-11-21" });
    const { state, doneOn, notes } = places.find(({ visitId }) => visitId === "v-0") ?? {};
    return [state, doneOn, notes];
  };

  test("the next one to this client", () => {
    expect(records({}, { startedAt: "2026-11-05", way: "phone" })).toEqual([
      "done",
      "2026-11-05",
      ["later-contact", "no-opinion"],
    ]);
    expect(records({}, { startedAt: "2026-11-05", clientIdeas: "content" })).toEqual([
      "done",
      "2026-11-05",
      ["later-contact"],
    ]);
    expect(records({}, { startedAt: "2026-11-12", way: "phone" }, { startedAt: "2026-11-13" })).toEqual([
      "late",
      "2026-11-12",
      ["later-contact", "no-opinion"],
    ]);
    expect(records({}, { startedAt: "2026-11-05", way: "phone", clientId: "other" })).toEqual(["overdue", null, []]);
    expect(records({}, { startedAt: "2026-11-05", way: "letter" })).toEqual(["overdue", null, []]);
    expect(records({}, { startedAt: "2026-11-03", way: "letter" }, { startedAt: "2026-11-05" })[1]).toBe("2026-11-05");
  });

  test("one of the same day or before isn't later, a moment of the same day after the end is", () => {
    expect(records({}, { startedAt: "2026-11-02", way: "phone" })[1]).toBeNull();
    expect(records({}, { startedAt: "2026-11-01", way: "phone" })[1]).toBeNull();
    const moments = { startedAt: "2026-11-02T01:00:00Z", endedAt: "2026-11-02T03:00:00Z" };
    expect(records(moments, { startedAt: "2026-11-02T02:00:00Z" })[1]).toBeNull();
    expect(records(moments, { startedAt: "2026-11-02T02:00:00Z" }, { startedAt: "2026-11-02T04:00:00Z" })[1]).toBe(
      "2026-11-02",
    );
    expect(records(moments, { startedAt: "2026-11-03" })[1]).toBeNull();
  });

  test("on a known clock the next day is later, whether its hour is known or not", () => {
    const all = [
      { ...visit, startedAt: "2026-11-02T01:00:00Z" },
      { ...visit, id: "v-2", startedAt: "2026-11-03", way: "phone" },
    ] as Visit[];
    const [place] = followUps(all, { asOf: "2026-11-21", calendar: shanghai() }).followUps;
    expect(place?.doneOn).toBe("2026-11-03");
  });

  test("what is of a later day on that clock isn't known yet", () => {
    // Half past midnight of the 4th in Shanghai.
    const [visited, called] = [{ ...visit, startedAt: "2026-11-01" }, "2026-11-03T16:30:00Z"];
    const doneOn = (all: object[], asOf: string, more: object) =>
      followUps(all as Visit[], { asOf, ...more }).followUps.map((place) => place.doneOn);
    const calendar = shanghai();
    for (const all of [
      [{ ...visited, ...done(called) }],
      [visited, { ...visit, id: "v-2", startedAt: called, way: "phone" }],
    ]) {
      expect(doneOn(all, "2026-11-03", { calendar })).toEqual([null]);
      expect(doneOn(all, "2026-11-04", { calendar })).toEqual(["2026-11-04"]);
      expect(doneOn(all, "2026-11-03", {})).toEqual(["2026-11-03"]);
    }
  });

  test("the earlier of it and of what the visit's record says", () => {
    const noted = { ...done("2026-11-10", "phone", "content") };
    expect(records(noted, { startedAt: "2026-11-05", way: "phone" })).toEqual([
      "done",
      "2026-11-05",
      ["later-contact"],
    ]);
    expect(records(done("2026-11-05", "phone", "content"), { startedAt: "2026-11-05", way: "phone" })).toEqual([
      "done",
      "2026-11-05",
      [],
    ]);
    expect(records(done("2026-11-04", "letter", "content"), { startedAt: "2026-11-05", way: "phone" })).toEqual([
      "done",
      "2026-11-05",
      ["other-way", "later-contact", "no-opinion"],
    ]);
  });

  test.each([
    [{ way: "phone" }, "required"],
    [{ doneAt: null, way: "phone" }, "required"],
    [{ doneAt: "soon", way: "phone" }, "not-a-date"],
    [{ doneAt: "2026-11-01", way: "phone" }, "out-of-order"],
  ])("D4.6 a follow-up %j whose day can't be read is an issue, once", (followUp, code) => {
    const { issues } = followUps([{ ...visit, startedAt: "2026-11-02", followUp } as never], { asOf: "2026-11-21" });
    expect(issues.map((one) => [one.code, ...one.path])).toEqual([[code, 0, "followUp", "doneAt"]]);
  });

  test("a way that nobody tells is unknown, not another", () => {
    expect(records({ followUp: { doneAt: "2026-11-04" } as never })).toEqual(["overdue", null, ["way-unknown"]]);
    expect(records(done("2026-11-04", "letter"))).toEqual(["overdue", null, ["other-way"]]);
  });
});
