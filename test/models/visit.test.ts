import {
  ACTIVITY_KINDS,
  ACTIVITY_PURPOSES,
  APPOINTMENT_WAYS,
  ATTITUDES,
  CONTACT_WAYS,
  DEVELOPMENT_STEPS,
  FAILURE_CAUSES,
  parseVisit,
  parseVisitPlan,
  VISIT_FOCUSES,
  VISIT_MANNERS,
} from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { faults, issuesOf, stored } from "./noun.js";

const visit = (more: object): string[] =>
  faults(parseVisit({ v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-20T01:30:00Z", ...more }));
const plan = (more: object): string[] => faults(parseVisitPlan({ v: 1, id: "p-1", clientId: "c-7", ...more }));

describe("D4.5 visit record", () => {
  test("the least that a record needs; a day will do where the hour is unknown", () => {
    expect(visit({})).toEqual([]);
    expect(visit({ startedAt: "2026-11-20", endedAt: "2026-11-20" })).toEqual([]);
  });

  test("nothing that follows a visit lies before it", () => {
    expect(
      visit({
        endedAt: "2026-11-20T01:29:59Z",
        nextStep: { what: "Send samples", dueOn: "2026-11-18" },
        followUp: { doneAt: "2026-11-17", way: "phone" },
        reportedAt: "2026-11-20T01:00:00Z",
        filedAt: "2026-11-01",
      }),
    ).toEqual([
      "out-of-order at endedAt",
      "out-of-order at nextStep.dueOn",
      "out-of-order at followUp.doneAt",
      "out-of-order at reportedAt",
      "out-of-order at filedAt",
    ]);
  });

  test("a day and a moment contradict each other only if no time zone could reconcile them", () => {
    expect(visit({ endedAt: "2026-11-19" })).toEqual([]);
    expect(visit({ endedAt: "2026-11-18" })).toEqual(["out-of-order at endedAt"]);
  });

  test("times that are none are reported as such, not compared", () => {
    expect(visit({ startedAt: "noon", endedAt: "2026-11-18", nextStep: "later" })).toEqual(
      ["unexpected-text at nextStep", "not-a-date at startedAt"].sort(
        (a, b) => Number(a.includes("nextStep")) - Number(b.includes("nextStep")),
      ),
    );
  });

  test("says what lies before what", () => {
    const input = { ...stored("visit"), endedAt: "2026-11-20T01:00:00Z" };
    expect(issuesOf(parseVisit(input))).toEqual([
      {
        code: "out-of-order",
        path: ["endedAt"],
        details: { earlier: "2026-11-20T01:30:00Z", later: "2026-11-20T01:00:00Z" },
      },
    ]);
  });

  test("the same person doesn't take part twice; people without an id may share a name", () => {
    const twice = [
      { id: "a", name: "A" },
      { id: "a", name: "A" },
    ];
    const nameless = [{ name: "An engineer" }, { name: "An engineer" }];
    expect(visit({ ours: twice, theirs: nameless })).toEqual(["duplicate-id at ours.1.id"]);
  });

  test("A4.4 answers become facts by their name", () => {
    expect(visit({ learnt: { salesReps: { value: "8", source: "v-1" }, ownEngineers: { value: false } } })).toEqual([]);
    expect(
      visit({
        learnt: { "sales reps": { value: "8" }, toString: { value: "8" }, reputation: { value: [4] }, salesReps: "8" },
      }),
    ).toEqual([
      "unsafe-id at learnt.sales reps",
      "unsafe-id at learnt.toString",
      "wrong-type at learnt.reputation.value.0",
      "unexpected-text at learnt.salesReps",
    ]);
  });

  test("D5.3 attitude is warm, neutral or cold", () => {
    for (const attitude of ATTITUDES) expect(visit({ attitude })).toEqual([]);
    expect(visit({ attitude: "friendly" })).toEqual(["unknown-value at attitude"]);
  });
});

describe.each([
  ["A6.7", FAILURE_CAUSES, (code: string) => visit({ failureCauses: [{ cause: code }] })],
  ["D3 D3.4", CONTACT_WAYS, (code: string) => visit({ way: code })],
  ["A6.2", VISIT_MANNERS, (code: string) => plan({ manner: code })],
  ["A6.3", APPOINTMENT_WAYS, (code: string) => plan({ appointment: { way: code } })],
  ["D5.3", DEVELOPMENT_STEPS, (code: string) => visit({ progress: code })],
  ["E7.4 kinds", ACTIVITY_KINDS, (code: string) => plan({ activity: code })],
  ["E7.4 purposes", ACTIVITY_PURPOSES, (code: string) => plan({ purposes: [code] })],
] as const)("%s codes", (_, codes, parse) => {
  test("ours, and a host's own that begin with x-", () => {
    for (const code of [...codes, "x-our-own", "x-1"]) expect(parse(code), code).toEqual([]);
  });

  test("no others", () => {
    for (const code of ["our-own", "x-", "x-Our", "X-our", "x--", "x-a b", ""]) {
      expect(
        parse(code).map((fault) => fault.split(" ")[0]),
        code,
      ).toEqual(["unknown-value"]);
    }
  });
});

test("A6.7 a cause of failure stands once", () => {
  const failureCauses = [{ cause: "mismatch" }, { cause: "bound-to-rival" }, { cause: "mismatch", notes: "Size" }];
  expect(visit({ failureCauses })).toEqual(["duplicate-id at failureCauses.2.cause"]);
});

describe("A6.1 visit plan", () => {
  test("A8.4 has one focus of the four-step method", () => {
    for (const focus of VISIT_FOCUSES) expect(plan({ focus })).toEqual([]);
    expect(plan({ focus: "closing" })).toEqual(["unknown-value at focus"]);
  });

  test("A6.1 who does what, what to learn, present and hand over, which questions to expect", () => {
    expect(
      plan({
        ours: [{ id: "u-17", name: "Chen", rank: "manager", task: "leads" }],
        learn: [{ question: "How many salespeople?", field: "salesReps" }],
        present: [{ topic: "Service", material: "Manual" }],
        handOver: ["Sample"],
        expectedQuestions: [{ question: "Price?", answer: "Later." }],
      }),
    ).toEqual([]);
    expect(plan({ learn: [{ field: "sales reps" }], expectedQuestions: [{ answer: "No" }], visitNumber: 0 })).toEqual([
      "unsafe-id at learn.0.field",
      "required at learn.0.question",
      "required at expectedQuestions.0.question",
      "out-of-range at visitNumber",
    ]);
  });

  test("A6.3 an appointment ends after it starts and is confirmed after it was asked for", () => {
    expect(
      plan({
        appointment: {
          way: "fax",
          askedAt: "2026-11-16",
          confirmedAt: "2026-11-10",
          startsAt: "2026-11-20",
          endsAt: "2026-11-01",
        },
      }),
    ).toEqual(["out-of-order at appointment.confirmedAt", "out-of-order at appointment.endsAt"]);
    expect(
      plan({
        appointment: {
          way: "phone",
          ours: [
            { id: "a", name: "A" },
            { id: "a", name: "B" },
          ],
        },
      }),
    ).toEqual(["duplicate-id at appointment.ours.1.id"]);
  });

  test("D4.2 the preparatory meeting comes before the visit", () => {
    expect(plan({ startsAt: "2026-11-20", preparatoryMeeting: { at: "2026-11-19" } })).toEqual([]);
    expect(plan({ startsAt: "2026-11-20", preparatoryMeeting: { at: "2026-11-23" } })).toEqual([
      "out-of-order at startsAt",
    ]);
    expect(
      plan({
        preparatoryMeeting: {
          at: "2026-11-23",
          participants: [
            { id: "a", name: "A" },
            { id: "a", name: "A" },
          ],
        },
      }),
    ).toEqual(["duplicate-id at preparatoryMeeting.participants.1.id"]);
  });

  test("ends after it starts", () => {
    expect(plan({ startsAt: "2026-11-20T02:00:00Z", endsAt: "2026-11-20T01:00:00Z" })).toEqual([
      "out-of-order at endsAt",
    ]);
  });
});
