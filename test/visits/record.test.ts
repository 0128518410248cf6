import fc from "fast-check";
import { analyseFailures, defineSurvey, RECORD_PARTS, REVIEWED_PARTS, reviewVisit, VISIT_FINDINGS } from "keyaccount";
import { FAILURE_CAUSES, type Visit, type VisitPlan } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { shanghai } from "./calendars.js";
import { inShort } from "./faults.js";

const plan: VisitPlan = {
  v: 1,
  id: "p-1",
  clientId: "c-7",
  startsAt: "2026-11-20T01:30:00Z",
  endsAt: "2026-11-20T02:30:00Z",
  place: "its office",
  way: "visit",
  manner: "single-level",
  focus: "impression",
  ours: [{ id: "wang", name: "Wang" }],
  theirs: [{ id: "li", name: "Li" }, { name: "Wu" }],
  learn: [{ question: "?", field: "salesReps" }, { question: "?", field: "reputation" }, { question: "no field" }],
};
const visit: Visit = {
  v: 1,
  id: "v-1",
  clientId: "c-7",
  planId: "p-1",
  startedAt: "2026-11-20T01:30:00Z",
  endedAt: "2026-11-20T02:30:00Z",
  place: "its office",
  way: "visit",
  manner: "single-level",
  focus: "impression",
  ours: [{ id: "wang", name: "Wang" }],
  theirs: [{ name: "Wu" }, { id: "li", name: "Li Wei" }],
  mainPoints: "Stock, terms",
  clientIdeas: "Longer terms",
  advice: "Bring the offer",
  attitude: "warm",
  progress: "first-contact",
  outcome: "good",
  learnt: { salesReps: { value: 6, observedAt: "2026-11-01" }, floorArea: { value: "300" } },
  nextStep: { what: "offer", dueOn: "2026-11-27", owner: "wang" },
  reportedAt: "2026-11-21",
  filedAt: "2026-11-21",
};
const asOf = "2026-11-23";
const review = (change: Partial<Visit> = {}, planned: VisitPlan | null = plan, more = {}) =>
  reviewVisit(deepFreeze(planned), deepFreeze({ ...visit, ...change }), { asOf, ...more });
const parts = (change: Partial<Visit>, planned: VisitPlan | null = plan) =>
  Object.fromEntries(review(change, planned).parts.map(({ part, state }) => [part, state]));

test("A6.6, D4.5 a visit as planned, with all that a record says", () => {
  const made = review();
  expect(made.parts.map(({ part }) => part)).toEqual(REVIEWED_PARTS);
  expect(made.parts.every(({ state }) => state === "as-planned")).toBe(true);
  expect(made.parts.at(-1)).toEqual({
    part: "their-people",
    state: "as-planned",
    planned: ["Wu", "li"],
    actual: ["Wu", "li"],
  });
  expect(made).toMatchObject({
    v: 1,
    visitId: "v-1",
    clientId: "c-7",
    planId: "p-1",
    notLearnt: ["reputation"],
    attitude: "warm",
    progress: "first-contact",
    outcome: "good",
    failureCauses: null,
    nextStep: { what: "offer", dueOn: "2026-11-27", owner: "wang" },
    leadsTo: "open-archive",
    findings: [],
    issues: [],
  });
  expect(made.learnt).toEqual([
    { field: "salesReps", value: 6, notApplicable: false, observedAt: "2026-11-01", planned: true },
    { field: "floorArea", value: "300", notApplicable: false, observedAt: "2026-11-20T01:30:00Z", planned: false },
  ]);
});

test("A6.6 plan against actual: changed, not planned, not recorded, unknown", () => {
  expect(parts({ startedAt: "2026-11-20T01:00:00Z", place: undefined, focus: "listening", ours: [] })).toMatchObject({
    time: "changed",
    minutes: "changed",
    place: "not-recorded",
    way: "as-planned",
    focus: "changed",
    "our-people": "changed",
  });
  expect(parts({ startedAt: "2026-11-20", endedAt: undefined, minutes: undefined })).toMatchObject({
    time: "as-planned",
    minutes: "not-recorded",
  });
  expect(parts({ startedAt: "2026-11-23", endedAt: undefined })).toMatchObject({ time: "changed" });
  expect(parts({ manner: undefined }, null)).toMatchObject({
    time: "not-planned",
    manner: "unknown",
    "their-people": "not-planned",
  });
  expect(review({}, null).planId).toBe("p-1");
  expect(parts({ minutes: 45 })).toMatchObject({ minutes: "as-planned" });
  expect(parts({ endedAt: undefined, minutes: 45 })).toMatchObject({ minutes: "changed" });
});

test("A4.4 an answer that is still unknown isn't learnt; one that doesn't apply is", () => {
  const learnt = { salesReps: { value: null }, reputation: { value: null, notApplicable: true as const } };
  expect(review({ learnt }).notLearnt).toEqual(["salesReps"]);
});

describe("D4.5, A6.6 what a record lacks", () => {
  const codes = (change: Partial<Visit>, more = {}): string[] =>
    review(change, plan, more).findings.map(({ code }) => code);

  test("each part of the record", () => {
    const missing = {
      startedAt: "2026-11-20",
      place: undefined,
      manner: undefined,
      mainPoints: " ",
      clientIdeas: undefined,
      advice: "",
    };
    expect(review({ ...missing, endedAt: undefined }).findings).toEqual(
      RECORD_PARTS.map((part) => ({ code: "record-part-missing", part })),
    );
  });

  test.each([
    ["phone", []],
    ["letter", []],
    ["visit", ["place", "manner"]],
    ["presentation", ["place", "manner"]],
    ["x-fair", ["place", "manner"]],
  ] as const)("D4.5 place and manner are asked where people met: %s", (way, missing) => {
    const { findings } = review({ way, place: undefined, manner: undefined }, null);
    expect(findings).toEqual(missing.map((part) => ({ code: "record-part-missing", part })));
  });

  test("attitude, outcome, next step", () => {
    expect(codes({ attitude: undefined, outcome: undefined, nextStep: undefined })).toEqual([
      "attitude-missing",
      "outcome-missing",
      "next-step-missing",
    ]);
    expect(review({ outcome: undefined }).leadsTo).toBeNull();
    expect(review({ outcome: "open" }).leadsTo).toBe("keep-following");
  });

  test("A6.7 a visit without result names its causes, a good one none", () => {
    expect(codes({ outcome: "no-result" })).toEqual(["causes-missing"]);
    expect(codes({ outcome: "no-result", failureCauses: [] })).toEqual(["causes-missing"]);
    expect(codes({ failureCauses: [{ cause: "mismatch" }] })).toEqual(["causes-contradict"]);
    const failed = review({
      outcome: "no-result",
      failureCauses: [{ cause: "bound-to-rival", notes: "till May" }, { cause: "x-moved" }],
    });
    expect(failed).toMatchObject({
      leadsTo: "analyse-failure",
      findings: [],
      failureCauses: [
        { cause: "bound-to-rival", notes: "till May" },
        { cause: "x-moved", notes: null },
      ],
    });
  });

  test("A6.6 reported soon: within a day unless told", () => {
    expect(review({ reportedAt: "2026-11-22" }).findings).toEqual([
      { code: "report-late", days: 2, within: 1, unit: "days" },
    ]);
    expect(codes({ reportedAt: "2026-11-22" }, { reportWithinDays: 2 })).toEqual([]);
    expect(review({ reportedAt: undefined }).findings).toEqual([
      { code: "report-due", days: 3, within: 1, unit: "days" },
    ]);
    expect(codes({ reportedAt: undefined }, { asOf: "2026-11-21" })).toEqual([]);
  });

  test("another plan or client", () => {
    expect(review({ planId: "p-2", clientId: "c-8" }).findings).toEqual([
      { code: "other-plan", planned: "p-1", actual: "p-2" },
      { code: "other-client", planned: "c-7", actual: "c-8" },
    ]);
    expect(codes({ planId: undefined })).toEqual([]);
    expect(VISIT_FINDINGS).toContain("other-client");
  });
});

describe("A6.6, D4.1 the record is held against the plan", () => {
  const lead = { id: "max", name: "Max", rank: "supervisor", task: "lead-talk" };
  const notes = { id: "sue", name: "Sue", rank: "salesperson", task: "take-notes" };
  const led: VisitPlan = { ...plan, ours: [lead, notes] };
  const found = (change: Partial<Visit>, planned: VisitPlan | null = led, more = {}) =>
    review(change, planned, more).findings;
  const [max, sue] = [
    { id: "max", name: "Max" },
    { id: "sue", name: "Sue" },
  ];

  test("as planned, whoever came besides, and however long it took", () => {
    expect(found({ ours: [max, sue, { id: "wu", name: "Wu" }], endedAt: "2026-11-20T05:00:00Z" })).toEqual([]);
    const theirs = [{ id: "li", name: "Li" }, { name: "Wu" }, { name: "Chen" }];
    expect(found({ ours: [sue, max], theirs })).toEqual([]);
    expect(found({ ours: [{ ...max, task: "lead-talk" }, sue] })).toEqual([]);
  });

  test("each part that came otherwise, with both sides", () => {
    const change: Partial<Visit> = {
      startedAt: "2026-11-20T02:01:00Z",
      endedAt: "2026-11-20T03:00:00Z",
      place: "our plant",
      way: "presentation",
      manner: "multi-level-joint",
      focus: "listening",
      ours: [max, sue],
    };
    expect(found(change)).toEqual([
      { code: "not-as-planned", part: "time", planned: "2026-11-20T01:30:00Z", actual: "2026-11-20T02:01:00Z" },
      { code: "not-as-planned", part: "place", planned: "its office", actual: "our plant" },
      { code: "not-as-planned", part: "way", planned: "visit", actual: "presentation" },
      { code: "not-as-planned", part: "manner", planned: "single-level", actual: "multi-level-joint" },
      { code: "not-as-planned", part: "focus", planned: "impression", actual: "listening" },
    ]);
  });

  test("what isn't told is no finding", () => {
    const untold = { place: undefined, manner: undefined, focus: undefined, ours: undefined, theirs: undefined };
    expect(found(untold).filter(({ code }) => code !== "record-part-missing")).toEqual([]);
    expect(found({ ours: [], theirs: [] })).toEqual([]);
    expect(found({ place: "elsewhere" }, null)).toEqual([]);
    expect(found({ place: "elsewhere", ours: [sue] }, { v: 1, id: "p-1", clientId: "c-7" })).toEqual([]);
  });

  test("half an hour is in time unless told; a day that is certainly another isn't", () => {
    const at = (startedAt: string, more = {}) =>
      found({ startedAt, endedAt: undefined, ours: [max, sue] }, led, more).filter(
        ({ code }) => code === "not-as-planned",
      );
    expect(at("2026-11-20T02:00:00Z")).toEqual([]);
    expect(at("2026-11-20T01:00:00Z")).toEqual([]);
    expect(at("2026-11-20T00:59:00Z")).toHaveLength(1);
    expect(at("2026-11-20T01:31:00Z", { timeWithinMinutes: 0 })).toHaveLength(1);
    expect(at("2026-11-20T05:30:00Z", { timeWithinMinutes: 240 })).toEqual([]);
    expect(at("2026-11-20")).toEqual([]);
    expect(at("2026-11-22")).toHaveLength(1);
    expect(inShort(thrown({ timeWithinMinutes: -1 }))).toEqual(["out-of-range at timeWithinMinutes"]);
  });

  test("who was to lead wasn't there, or somebody else led", () => {
    expect(found({ ours: [sue] })).toEqual([{ code: "lead-absent", person: "max" }]);
    expect(found({ ours: [max] })).toEqual([{ code: "absent", part: "our-people", person: "sue" }]);
    expect(found({ ours: [max, { ...sue, task: "lead-talk" }] })).toEqual([
      { code: "other-lead", planned: "max", actual: "sue" },
    ]);
    expect(found({ ours: [{ ...sue, task: "lead-talk" }] })).toEqual([
      { code: "other-lead", planned: "max", actual: "sue" },
    ]);
  });

  test("people go by id, by name where neither side has one; else nobody can tell", () => {
    const theirs = (...planned: object[]) => ({ ...led, ours: undefined, theirs: planned }) as never as VisitPlan;
    const absent = (planned: object[], met: object[]) =>
      found({ ours: undefined, theirs: met as never[] }, theirs(...planned)).flatMap((one) =>
        one.code === "absent" ? one.person : [],
      );
    expect(absent([{ id: "li", name: "Li" }, { name: "Wu" }], [{ id: "li", name: "Li Wei" }, { name: "Wu" }])).toEqual(
      [],
    );
    expect(absent([{ id: "li", name: "Li" }], [{ id: "he", name: "Li" }])).toEqual(["li"]);
    expect(absent([{ name: "Wu" }], [{ name: "He" }])).toEqual(["Wu"]);
    expect(absent([{ id: "li", name: "Li" }], [{ name: "He" }])).toEqual([]);
    expect(absent([{ name: "Wu" }], [{ id: "he", name: "He" }])).toEqual([]);
    expect(absent([{ name: "Wu" }], [{ position: "guard" }])).toEqual([]);
    expect(absent([{ position: "guard" }], [{ name: "Wu" }])).toEqual([]);
  });

  test("the record of another plan or client isn't held against this one's parts", () => {
    expect(found({ planId: "p-2", place: "elsewhere", ours: [sue] }).map(({ code }) => code)).toEqual(["other-plan"]);
    expect(found({ clientId: "c-8", place: "elsewhere", ours: [sue] }).map(({ code }) => code)).toEqual([
      "other-client",
    ]);
  });

  test("D4.1 to a key account somebody of the rank goes, by record, team or plan", () => {
    const low = (
      ours: object[] | undefined,
      more = {},
      planned: VisitPlan | null = null,
      change: Partial<Visit> = {},
    ) => found({ ours: ours as never, ...change }, planned, { client: { kind: "key-account" }, ...more });
    const clerk = { name: "Sue", rank: "salesperson" };
    const expected = [{ code: "rank-too-low", least: "supervisor" }];
    expect(low([clerk])).toEqual(expected);
    expect(low([clerk, { name: "Max", rank: "supervisor" }])).toEqual([]);
    expect(low([clerk, { name: "Gao", rank: "director" }])).toEqual([]);
    expect(low([clerk, { name: "He" }])).toEqual([]);
    expect(low([clerk, { name: "He", rank: "guest" }])).toEqual([]);
    expect(low([])).toEqual([]);
    expect(low(undefined).filter(({ code }) => code === "rank-too-low")).toEqual([]);
    expect(low([clerk], {}, null, { way: "phone" })).toEqual([]);
    expect(low([clerk], { client: { kind: "dealer" } })).toEqual([]);
    expect(low([clerk], { client: {} })).toEqual([]);
    const team = [{ id: "sue", rank: "salesperson" }] as const;
    expect(low([sue], { people: { team } })).toEqual(expected);
    expect(low([max], { people: { team } })).toEqual([]);
    expect(low([sue], {}, led)).toEqual([{ code: "lead-absent", person: "max" }, ...expected]);
    expect(
      low([{ id: "sue", rank: "clerk" }], { people: { ranks: ["clerk", "head", "boss"], leastRank: "boss" } }),
    ).toEqual([{ code: "rank-too-low", least: "boss" }]);
    expect(low([{ ...sue, rank: "supervisor" }], { people: { team } })).toEqual([]);
  });

  function thrown(more: object): readonly { readonly code: string; readonly path: readonly (string | number)[] }[] {
    try {
      review({}, plan, more);
    } catch (error) {
      return (error as { issues: never[] }).issues;
    }
    return [];
  }
});

test("what can't be read is unknown and said so; a visit that can't leaves everything unknown", () => {
  const odd = {
    ...visit,
    endedAt: "2026-11-18",
    reportedAt: "2026-11-18",
    way: "visit",
    learnt: { "a b": 1, x: { value: 1, notApplicable: true }, y: 7, z: { value: ["a"], verified: "yes" } },
    failureCauses: [{ cause: "mismatch" }, { cause: "mismatch" }, { cause: "bad" }],
    nextStep: {},
    followUp: { doneAt: "2026-11-01" },
  } as never;
  const { issues, learnt, nextStep, failureCauses } = reviewVisit(plan, odd, { asOf });
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["out-of-order", "visit", "endedAt"],
    ["unknown-value", "visit", "failureCauses", 2, "cause"],
    ["not-an-id", "visit", "learnt", "a b"],
    ["contradictory-fact", "visit", "learnt", "x"],
    ["wrong-type", "visit", "learnt", "y"],
    ["wrong-type", "visit", "learnt", "z", "verified"],
    ["out-of-order", "visit", "followUp", "doneAt"],
    ["out-of-order", "visit", "reportedAt"],
  ]);
  expect(learnt.map(({ field, value }) => [field, value])).toEqual([["z", ["a"]]]);
  expect([nextStep, failureCauses?.length]).toEqual([null, 1]);
  const none = reviewVisit(null, null as never, { asOf });
  expect([none.visitId, none.findings, none.leadsTo, none.planId]).toEqual([null, [], null, null]);
  expect(none.parts.every(({ state }) => state === "unknown")).toBe(true);
  expect(none.issues.map(({ code, path }) => [code, ...path])).toEqual([["required", "visit"]]);
  expect(review({}, plan, { asOf: "2026-11-01" }).issues[0]?.code).toBe("observed-after-as-of");
});

test.each([
  [{}, "required"],
  [{ asOf, reportWithinDays: 400 }, "out-of-range"],
  [{ asOf, x: 1 }, "unknown-key"],
])("faulty options %j throw %s", (options, code) => {
  expect(() => reviewVisit(plan, visit, options as never)).toThrow(expect.objectContaining({ code }) as Error);
});

describe("A6.7, D5.2 why visits fail", () => {
  const base = { v: 1, way: "visit", outcome: "no-result" } as const;
  const because = (...causes: readonly string[]): Pick<Visit, "failureCauses"> => ({
    failureCauses: causes.map((cause) => ({ cause }) as never),
  });
  const visits: Visit[] = [
    {
      ...base,
      id: "1",
      clientId: "a",
      startedAt: "2026-08-03",
      attitude: "cold",
      ...because("bound-to-rival", "mismatch"),
      learnt: { rival: { value: "X" }, size: { value: 3 } },
    },
    { ...base, id: "2", clientId: "b", startedAt: "2026-08-04", ...because("bound-to-rival") },
    {
      ...base,
      id: "3",
      clientId: "a",
      startedAt: "2026-10-05T02:00:00Z",
      ...because("need-not-met"),
      learnt: { size: { value: 3 } },
    },
    { ...base, id: "4", clientId: "c", startedAt: "2026-10-05" },
    {
      ...base,
      id: "5",
      clientId: "a",
      startedAt: "2026-10-20",
      outcome: "good",
      attitude: "warm",
      learnt: { rival: { value: "Y" }, stock: { value: true } },
    },
    { ...base, id: "6", clientId: "d", startedAt: "2026-10-21", outcome: undefined, attitude: "neutral", way: "phone" },
  ];
  const segments = [
    { id: "a", segment: "mills" },
    { id: "b", segment: "dairies" },
    { id: "c", segment: "mills" },
    { id: "e" },
  ];
  const analysis = analyseFailures(
    deepFreeze(visits),
    deepFreeze({ asOf: "2026-11-21", since: "2026-10-01", segments }),
  );

  test("over all: shares are of the failed visits that name a cause", () => {
    expect(analysis).toMatchObject({ v: 1, visits: 6, failed: 4, outcomeUnknown: 1, unexplained: ["4"], issues: [] });
    expect(analysis.causes).toEqual([
      { cause: "bound-to-rival", visits: 2, clients: 2, share: 0.6667 },
      { cause: "mismatch", visits: 1, clients: 1, share: 0.3333 },
      { cause: "need-not-met", visits: 1, clients: 1, share: 0.3333 },
    ]);
  });

  test("by segment, clients of none last; a rate is of visits with a known outcome", () => {
    expect(analysis.segments.map(({ segment, visits: all, failed, rate }) => [segment, all, failed, rate])).toEqual([
      ["dairies", 1, 1, 1],
      ["mills", 4, 3, 0.75],
      [null, 0, 0, null],
    ]);
    expect(analysis.segments[1]?.causes.map(({ cause, share }) => [cause, share])).toEqual([
      ["bound-to-rival", 0.5],
      ["mismatch", 0.5],
      ["need-not-met", 0.5],
    ]);
  });

  test("what changed since a day", () => {
    expect(analysis.changes).toEqual([
      { cause: "bound-to-rival", before: { visits: 2, share: 1 }, after: { visits: 0, share: 0 }, change: -1 },
      { cause: "mismatch", before: { visits: 1, share: 0.5 }, after: { visits: 0, share: 0 }, change: -0.5 },
      { cause: "need-not-met", before: { visits: 0, share: 0 }, after: { visits: 1, share: 1 }, change: 1 },
    ]);
    expect(analyseFailures(visits, { asOf: "2026-11-21" }).changes).toBeNull();
    const none = analyseFailures(visits, { asOf: "2026-11-21", since: "2026-01-01" }).changes;
    expect(none?.map(({ before, change }) => [before.share, change])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(analyseFailures(visits, { asOf: "2026-11-21", since: "2026-10-05" }).changes?.[2]?.after.visits).toBe(1);
  });

  test("what changed at each client since its failure; the latest failure first, ties by id", () => {
    expect(analysis.failures.map(({ visitId }) => visitId)).toEqual(["3", "4", "2", "1"]);
    expect(analysis.failures[3]).toEqual({
      visitId: "1",
      clientId: "a",
      segment: "mills",
      at: "2026-08-03",
      causes: ["bound-to-rival", "mismatch"],
      contactsSince: 2,
      outcomeSince: "good",
      attitudeThen: "cold",
      attitudeSince: "warm",
      learntSince: ["rival", "stock"],
    });
    expect(analysis.failures[0]).toMatchObject({
      contactsSince: 1,
      learntSince: ["rival", "stock"],
      attitudeThen: null,
    });
    expect(analysis.failures[1]).toMatchObject({
      causes: [],
      contactsSince: 0,
      outcomeSince: null,
      attitudeSince: null,
      learntSince: [],
    });
  });

  test("hosts add causes of their own; unreadable rows and faulty options", () => {
    const own = analyseFailures(
      [{ ...base, id: "1", clientId: "a", startedAt: "2026-08-03", ...because("x-strike") }, 7 as never],
      { asOf: "2026-11-21" },
    );
    expect(own.causes.map(({ cause }) => cause)).toEqual(["x-strike"]);
    expect(own.issues.map(({ code, path }) => [code, ...path])).toEqual([["wrong-type", 1]]);
    const faulty = { asOf: "2026-11-21", since: "2026-10-01T00:00:00Z", segments: [{ segment: "x" }] } as never;
    expect(() => analyseFailures([], faulty)).toThrow(
      expect.objectContaining({ code: "not-a-date", path: ["since"] }) as Error,
    );
    expect(() => analyseFailures("visits" as never, { asOf })).toThrow(
      expect.objectContaining({ code: "wrong-type", path: ["visits"] }) as Error,
    );
  });

  test("law: the order of visits changes nothing, and every cause's counts add up", () => {
    const any = fc.record({
      clientId: fc.constantFrom("a", "b", "c"),
      startedAt: fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, "0")}`),
      outcome: fc.constantFrom("good", "open", "no-result" as const),
      causes: fc.subarray([...FAILURE_CAUSES]),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 15 }), (rows) => {
        const all: Visit[] = rows.map(({ causes, ...one }, index) => ({
          ...base,
          ...one,
          id: String(index),
          ...because(...causes),
        }));
        const options = { asOf: "2026-11-21", since: "2026-10-15", segments };
        const made = analyseFailures(all, options);
        expect(analyseFailures(all.toReversed(), options)).toEqual(made);
        for (const { cause, visits: count } of made.causes) {
          const named = rows.filter((one) => one.outcome === "no-result" && one.causes.includes(cause as never));
          expect(count).toBe(named.length);
          const { before, after } = made.changes?.find((one) => one.cause === cause) ?? {
            before: { visits: 0 },
            after: { visits: 0 },
          };
          expect(before.visits + after.visits).toBe(count);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("people with neither id nor name can't be told, and an answer that doesn't apply is an answer", () => {
  const odd = { ...visit, theirs: [{}, { name: "Wu" }], ours: [{ name: "Wang" }] } as never;
  const people = Object.fromEntries(reviewVisit(plan, odd, { asOf }).parts.map(({ part, actual }) => [part, actual]));
  expect([people["their-people"], people["our-people"]]).toEqual([["Wu"], ["Wang"]]);
  const base = { v: 1, clientId: "a", way: "visit" } as const;
  const later: Visit[] = [
    { ...base, id: "1", startedAt: "2026-10-01", outcome: "no-result", learnt: { x: { value: null } } },
    {
      ...base,
      id: "2",
      startedAt: "2026-10-02",
      learnt: { x: { value: null, notApplicable: true }, y: { value: null } },
    },
  ];
  expect(analyseFailures(later, { asOf }).failures[0]?.learntSince).toEqual(["x"]);
});

test("A6.7 causes as frequent as each other stand by code, whatever their order", () => {
  const base = { v: 1, clientId: "a", way: "visit", outcome: "no-result", startedAt: "2026-10-01" } as const;
  const failed: Visit[] = [
    { ...base, id: "1", failureCauses: [{ cause: "need-not-met" }, { cause: "x-a" }] },
    { ...base, id: "2", failureCauses: [{ cause: "mismatch" }, { cause: "bound-to-rival" }] },
  ];
  expect(analyseFailures(failed, { asOf }).causes.map(({ cause }) => cause)).toEqual([
    "bound-to-rival",
    "mismatch",
    "need-not-met",
    "x-a",
  ]);
});

test("A6.6 a report to come isn't known yet", () => {
  const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-01" } as const;
  const codesOf = (reportedAt: string, day: string): [string[], string[]] => {
    const { findings, issues } = reviewVisit(null, { ...visit, reportedAt }, { asOf: day });
    return [findings.flatMap(({ code }) => (code.startsWith("report-") ? code : [])), inShort(issues)];
  };
  expect(codesOf("2026-11-09", "2026-11-05")).toEqual([["report-due"], ["observed-after-as-of at visit.reportedAt"]]);
  expect(codesOf("2026-11-09", "2026-11-09")).toEqual([["report-late"], []]);
});

test("A6.6 a visit over midnight is reported from the day of its end on", () => {
  const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-01T22:00:00Z" } as const;
  const codesOf = (more: object): string[] =>
    reviewVisit(null, { ...visit, reportedAt: "2026-11-03", ...more }, { asOf: "2026-11-09" }).findings.flatMap(
      ({ code }) => (code.startsWith("report-") ? code : []),
    );
  expect(codesOf({ endedAt: "2026-11-02T01:00:00Z" })).toEqual([]);
  expect(codesOf({})).toEqual(["report-late"]);
});

describe("A6.6 with a calendar only working days count, on its clock", () => {
  const calendar = shanghai();
  const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit" } as const;
  const late = (startedAt: string, reportedAt: string, more: object = { calendar }): unknown =>
    reviewVisit(null, { ...visit, startedAt, reportedAt }, { asOf: "2026-12-31", ...more }).findings.find(
      ({ code }) => code === "report-late",
    ) ?? null;

  test("Friday's visit may be reported on Monday", () => {
    expect(late("2026-11-20", "2026-11-23")).toBeNull();
    expect(late("2026-11-20", "2026-11-24")).toEqual({ code: "report-late", days: 2, within: 1, unit: "working-days" });
    expect(late("2026-11-21", "2026-11-23")).toBeNull();
    expect(late("2026-11-20", "2026-11-23", {})).toEqual({ code: "report-late", days: 3, within: 1, unit: "days" });
  });

  test("the day of a moment is that of the clock", () => {
    expect(late("2026-11-18T17:00:00Z", "2026-11-20T10:00:00Z")).toBeNull();
    expect(late("2026-11-18T15:00:00Z", "2026-11-20T10:00:00Z")).toEqual({
      code: "report-late",
      days: 2,
      within: 1,
      unit: "working-days",
    });
  });

  test("what is of an earlier day is no report, what is of a later one isn't known yet", () => {
    // Half past midnight of the 19th in Shanghai.
    const startedAt = "2026-11-18T16:30:00Z";
    const faults = (more: object, options: object = { calendar }) =>
      inShort(reviewVisit(null, { ...visit, startedAt, ...more }, { asOf: "2026-11-20", ...options }).issues);
    const early = { endedAt: "2026-11-18", reportedAt: "2026-11-18", followUp: { doneAt: "2026-11-18", way: "phone" } };
    expect(faults(early)).toEqual(
      ["endedAt", "followUp.doneAt", "reportedAt"].map((key) => `out-of-order at visit.${key}`),
    );
    expect(faults(early, {})).toEqual([]);
    const late = {
      reportedAt: "2026-11-20T16:30:00Z",
      learnt: { x: { value: 1, observedAt: "2026-11-20T16:30:00Z" } },
    };
    expect(faults(late)).toEqual(
      ["learnt.x.observedAt", "reportedAt"].map((key) => `observed-after-as-of at visit.${key}`),
    );
    expect(faults(late, {})).toEqual([]);
    expect(faults({}, { calendar, asOf: "2026-11-18" })).toEqual(["observed-after-as-of at visit.startedAt"]);
    expect(faults({}, { asOf: "2026-11-18" })).toEqual([]);
    const answers = [{ id: "s-1", clientId: "c-7", visitId: "v-1", answeredAt: "2026-11-20T16:30:00Z", answers: {} }];
    expect(faults({}, { calendar, answers })).toEqual(["observed-after-as-of at answers.0.answeredAt"]);
    expect(faults({}, { answers })).toEqual([]);
  });

  test("a day and a moment of another day are two times", () => {
    const stateOf = (startsAt: string, more: object) =>
      reviewVisit(
        { v: 1, id: "p", clientId: "c-7", startsAt },
        { ...visit, startedAt: "2026-11-21T05:00:00Z" },
        { asOf: "2026-11-22", ...more },
      ).parts[0]?.state;
    expect(stateOf("2026-11-20", {})).toBe("as-planned");
    expect(stateOf("2026-11-20", { calendar })).toBe("changed");
    expect(stateOf("2026-11-21", { calendar })).toBe("as-planned");
    expect(stateOf("2026-11-21T05:00:00Z", { calendar })).toBe("as-planned");
    expect(stateOf("2026-11-21T06:00:00Z", { calendar })).toBe("changed");
  });
});

test("A4.5, D5.1, D5.2 won or not, a report that isn't filed by the day of the question is told", () => {
  const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20" } as const;
  const isTold = (more: Partial<Visit>): boolean =>
    reviewVisit(null, { ...visit, ...more }, { asOf: "2026-11-23" }).findings.some(({ code }) => code === "not-filed");
  expect(isTold({ reportedAt: "2026-11-20", outcome: "good", progress: "signing" })).toBe(true);
  expect(isTold({ reportedAt: "2026-11-20", outcome: "no-result" })).toBe(true);
  expect(isTold({ reportedAt: "2026-11-20", filedAt: "2026-11-21", outcome: "good" })).toBe(false);
  expect(isTold({ reportedAt: "2026-11-20", filedAt: "2026-11-30" })).toBe(true);
  expect(isTold({})).toBe(false);
});

describe("D5.2 analysis of many visits to one client", () => {
  const failed = (index: number, more: Partial<Visit> = {}): Visit => ({
    v: 1,
    id: `v-${String(index).padStart(5, "0")}`,
    clientId: "c-7",
    way: "visit",
    startedAt: "2026-11-01",
    outcome: "no-result",
    learnt: { salesReps: { value: index } },
    ...more,
  });

  test("twenty thousand failures take no more than a few seconds", () => {
    const visits = Array.from({ length: 20_000 }, (_, index) => failed(index));
    const before = performance.now();
    const { failures } = analyseFailures(visits, { asOf: "2026-11-21" });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(failures[0]).toMatchObject({
      visitId: "v-00000",
      contactsSince: 19_999,
      outcomeSince: "no-result",
      learntSince: ["salesReps"],
    });
    expect(failures.at(-1)).toMatchObject({ contactsSince: 0, outcomeSince: null, learntSince: [] });
  });

  test("what was said again is no news, and neither is what stood before", () => {
    const visits = [
      failed(1, { learnt: { salesReps: { value: 5 }, staff: { value: 9 } } }),
      failed(2, { learnt: { salesReps: { value: 6 }, floorArea: { value: null } } }),
      failed(3, {
        learnt: { salesReps: { value: 5 }, floorArea: { value: null, notApplicable: true } },
        outcome: undefined,
      }),
    ];
    const { failures } = analyseFailures(visits, { asOf: "2026-11-21" });
    expect(failures.map(({ learntSince, outcomeSince }) => [learntSince, outcomeSince])).toEqual([
      [["floorArea"], "no-result"],
      [["floorArea", "salesReps"], null],
    ]);
  });
});

describe("A6.6 A6.7 what changed since a failure, from survey forms too", () => {
  const base = { v: 1, clientId: "a", way: "visit" } as const;
  const failed = {
    ...base,
    id: "v-1",
    startedAt: "2026-10-05",
    outcome: "no-result",
    learnt: { brands: { value: "X" } },
  } as const;
  const filled = (id: string, answeredAt: string, answers: object, more: object = {}): never =>
    ({ v: 1, id, clientId: "a", formId: "client-survey", answeredAt, answers, ...more }) as never;
  const learntAfter = (...records: never[]): readonly string[] | undefined =>
    analyseFailures(deepFreeze([failed, ...records]) as never, { asOf }).failures[0]?.learntSince;

  test("answers of a later form are new, the same ones again aren't; no contact is counted for it", () => {
    const analysis = analyseFailures(
      [failed, filled("s-1", "2026-10-09", { reps: { value: "6" }, brands: { value: "X" } })],
      { asOf },
    );
    expect(analysis).toMatchObject({ visits: 1, failed: 1, issues: [] });
    expect(analysis.failures[0]).toMatchObject({ contactsSince: 0, outcomeSince: null, learntSince: ["reps"] });
    expect(learntAfter(filled("s-1", "2026-10-09", { brands: { value: "Y" } }))).toEqual(["brands"]);
  });

  test("a form of before, of the same day, or filled in at that visit was known then", () => {
    const answers = { reps: { value: "6" } };
    expect(learntAfter(filled("s-1", "2026-10-01", answers))).toEqual([]);
    expect(learntAfter(filled("s-1", "2026-10-05", answers))).toEqual([]);
    expect(learntAfter(filled("s-1", "2026-10-06", answers, { visitId: "v-1" }))).toEqual([]);
    expect(learntAfter(filled("s-1", "2026-10-06", answers, { visitId: "v-9" }))).toEqual(["reps"]);
    expect(learntAfter(filled("v-1", "2026-10-05", answers))).toEqual([]);
  });

  test("between a form and the visit at which it was filled in, the visit's answer holds; other clients' forms are theirs", () => {
    const later = { ...base, id: "v-2", startedAt: "2026-10-12", learnt: { brands: { value: "X" } } } as never;
    expect(learntAfter(later, filled("s-1", "2026-10-12", { brands: { value: "Z" } }, { visitId: "v-2" }))).toEqual([]);
    expect(learntAfter(filled("s-1", "2026-10-09", { reps: { value: "6" } }, { clientId: "b" }))).toEqual([]);
  });

  test("contacts since are counted over visits alone", () => {
    const visits = ["2026-10-07", "2026-10-08"].map(
      (startedAt) => ({ ...base, id: startedAt, startedAt, outcome: "no-result" }) as const,
    );
    const forms = ["2026-10-06", "2026-10-09"].map((day) => filled(day, day, {}));
    const { failures } = analyseFailures([failed, ...visits, ...forms], { asOf });
    expect(failures.map(({ contactsSince }) => contactsSince)).toEqual([0, 1, 2]);
  });

  test("with a form both go by its facts' names, and answers to another form are none", () => {
    const form = defineSurvey({
      id: "short",
      version: "1",
      questions: { reps: { facet: "channel", kind: "number", fact: "salesReps" } },
    });
    const records = [
      failed,
      filled("s-1", "2026-10-09", { reps: { value: "6" } }, { formId: "short" }),
      filled("s-2", "2026-10-09", { more: { value: "6" } }, { formId: "other" }),
    ];
    const { failures, issues } = analyseFailures(records, { asOf, form });
    expect(failures[0]?.learntSince).toEqual(["salesReps"]);
    expect(inShort(issues)).toEqual(["unknown-value at 2.formId"]);
    expect(analyseFailures(records, { asOf, form, forms: ["other"] }).failures[0]?.learntSince).toEqual([
      "more",
      "salesReps",
    ]);
    expect(() => analyseFailures([], { asOf, forms: 7 } as never)).toThrow(
      expect.objectContaining({ code: "wrong-type" }) as Error,
    );
  });
});
