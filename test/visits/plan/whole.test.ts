import { evaluate, mapDecisionMakers, nextQuestions, planVisit, replay, surveyProgress } from "keyaccount";
import { clientSurvey, keyAccountProcess, keyAccountScorecard } from "keyaccount/handbook";
import { parseVisitPlan } from "keyaccount/models";
import { expect, test } from "vitest";
import { after } from "../../milestones/time/deals.js";
import { deepFreeze } from "../../support/deep-freeze.js";

const team = [
  { id: "sun", name: "Sun Jie", rank: "salesperson", reportsTo: "wang" },
  { id: "wang", name: "Wang Hao", rank: "supervisor", reportsTo: "zhao" },
  { id: "zhao", name: "Zhao Lin", rank: "director", reportsTo: null },
] as const;
const contacts = deepFreeze([
  {
    v: 1,
    id: "chen",
    name: "Chen Yu",
    position: "owner",
    roles: ["decider"],
    influence: { value: "high" },
    support: { value: "neutral" },
    relationDepth: { value: "none" },
    coveredBy: [],
    visits: 0,
  },
  {
    v: 1,
    id: "li",
    name: "Li Wei",
    position: "purchasing",
    roles: ["buyer"],
    influence: { value: "medium" },
    support: { value: "supporter" },
    relationDepth: { value: "regular" },
    coveredBy: ["sun"],
    reportsTo: "chen",
  },
] as const);

test("A6.1 D4.1 E5.5 a plan from a real map, survey, evaluation and milestone is whole", () => {
  const map = mapDecisionMakers(contacts as never, { team, process: keyAccountProcess });
  const survey = surveyProgress(clientSurvey, [], { asOf: "2026-11-21" });
  const evaluation = evaluate(keyAccountScorecard, {}, { asOf: "2026-11-21" });
  const head = "2026-11-02T02:00:00Z";
  const state = after(keyAccountProcess, [
    [head, { type: "start" }],
    [
      head,
      {
        type: "advance",
        with: {
          standards: { "selection-criteria-met": {}, "situation-known": {} },
          forms: {
            "lead-summary": {
              fields: { number: "4711", client: "Northwind", industry: "pumps", source: "search", date: "2026-11-02" },
            },
          },
        },
      },
    ],
  ]);
  expect(state.milestone).toBe("visit");

  const { plan, ready, open, issues } = planVisit({
    id: "p-1",
    asOf: "2026-11-23",
    client: { id: "c-7", kind: "key-account", managedBy: ["sun"], contacts: contacts as never },
    evaluation,
    milestone: state.milestone,
    people: { team, map },
    survey,
    questions: nextQuestions(keyAccountScorecard, {}),
    library: {
      questions: [{ question: "How long is the warranty?", answer: "Two years" }],
      present: [{ name: "Service network" }],
      handOver: [{ name: "List of references" }],
    },
    visits: [],
    appointment: {
      way: "phone",
      askedAt: "2026-11-20T01:10:00Z",
      confirmedAt: "2026-11-20",
      startsAt: "2026-11-26T02:00:00Z",
      endsAt: "2026-11-26T03:00:00Z",
      place: "its office",
      goals: ["get to know the owner"],
    },
    preparatoryMeeting: { at: "2026-11-25", decisions: "Wang leads" },
  });

  expect([issues, open, ready]).toEqual([[], [], true]);
  expect(parseVisitPlan(plan)).toEqual({ ok: true, value: plan });
  // The map sends the supervisor, the lowest rank that may go, to the decider first; the milestone is the deal's.
  expect(map.next[0]).toMatchObject({ id: "chen", visit: { by: "wang" } });
  expect(plan.milestoneId).toBe("visit");
  expect(plan.ours?.[0]?.id).toBe("wang");
  expect(plan.theirs?.map(({ id }) => id)).toContain("chen");
  // What to learn comes from the scorecard's questions first, then from the survey's.
  const asked = new Set(plan.learn?.map(({ question }) => question));
  expect(asked.size).toBe(20);
  const telling = nextQuestions(keyAccountScorecard, {}).questions[0]?.indicator;
  expect(plan.learn?.[0]?.question).toBe(telling);
});

test("A6.1 D4.1 where the map knows nobody to send, the account's manager goes with the superior of fitting rank", () => {
  const map = mapDecisionMakers([], { team });
  const { plan, open } = planVisit({
    id: "p-2",
    asOf: "2026-11-23",
    client: { id: "c-7", kind: "key-account", managedBy: ["sun"] },
    milestone: replay(keyAccountProcess, []).milestone,
    people: { team, map },
    visits: [],
  });
  expect(map.next).toEqual([]);
  expect(plan.ours?.map(({ id }) => id)).toEqual(["wang", "sun"]);
  expect(open.map(({ code }) => code)).toEqual(expect.arrayContaining(["their-people", "material"]));
});
