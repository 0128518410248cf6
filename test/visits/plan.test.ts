import {
  CONDUCT_RULES,
  FIRST_VISIT_STEPS,
  formatVisitPlan,
  MATERIAL_BY_MILESTONE,
  OPEN_PARTS,
  planVisit,
  type VisitSituation,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { MILESTONES, parseVisitPlan, type Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const team = [
  { id: "wang", name: "Wang Hao", rank: "supervisor", reportsTo: "zhao" },
  { id: "zhao", name: "Zhao Lin", rank: "director", reportsTo: null },
  { id: "sun", rank: "salesperson", reportsTo: "wang" },
] as const;
const contacts = [
  { v: 1, id: "li", name: "Li Wei", position: "purchasing", roles: ["buyer"] },
  { v: 1, id: "wu", name: "Wu Min" },
] as const;
const map = {
  next: [
    { id: "li", visit: { by: "wang", with: "zhao" } },
    { id: "wu", visit: { by: "wang", with: null } },
    { id: "gao", visit: { by: "sun", with: null } },
  ],
};
const library = {
  questions: [
    { question: "How long is the warranty?", answer: "Two years" },
    { question: "Which discount do we get?", answer: "See the price list", when: { milestones: ["bid"] } },
  ],
  handOver: [{ name: "List of references", when: { ways: ["visit"] } }],
  present: [{ name: "Service network", when: { firstVisit: true } }],
  wording: { salesReps: "How many people sell?" },
} as const;
const appointment = {
  way: "phone",
  askedAt: "2026-11-20T01:10:00Z",
  confirmedAt: "2026-11-20",
  startsAt: "2026-11-26T02:00:00Z",
  endsAt: "2026-11-26T03:00:00Z",
  place: "its office",
  goals: ["get to know each other"],
} as const;
const visit = { v: 1, clientId: "c-7", way: "visit" } as const;

/** Everything is known: a first visit to a key account. */
const whole: VisitSituation = {
  id: "p-1",
  asOf: "2026-11-23",
  client: { id: "c-7", kind: "key-account", managedBy: ["wang"], contacts },
  evaluation: { grade: "A", gradeCertain: true },
  milestone: "visit",
  people: { team, map },
  survey: {
    next: [
      { question: "q-floor", fact: "floorArea" },
      { question: "q-mood", fact: null },
    ],
  },
  questions: { questions: [{ indicator: "salesReps" }, { indicator: "floorArea" }] },
  library,
  visits: [],
  appointment,
  preparatoryMeeting: { at: "2026-11-25", decisions: "Wang leads" },
};
const plan = (change: Partial<VisitSituation>) => planVisit({ ...whole, ...change });
const openCodes = (change: Partial<VisitSituation>): string[] => plan(change).open.map(({ code }) => code);

test("D4.1 D4.2 where nobody says whether it is a key account, its rank and its preparatory meeting aren't known, so the plan isn't ready", () => {
  const salesperson = { people: { team: [{ id: "sun", rank: "salesperson" }] }, preparatoryMeeting: null } as const;
  const ofKind = (kind: "key-account" | "dealer" | null, change: Partial<VisitSituation> = {}): string[] =>
    openCodes({
      ...salesperson,
      client: { id: "c-7", managedBy: ["sun"], contacts, ...(kind && { kind }) },
      ...change,
    });
  const theirs = [{ id: "li", name: "Li Wei" }];
  const settled = { appointment: { ...appointment, theirs } };
  expect(ofKind("key-account", settled)).toEqual(["rank", "preparatory-meeting"]);
  expect(ofKind("dealer", settled)).toEqual([]);
  expect(ofKind(null, settled)).toEqual(["client-kind"]);
  expect(ofKind(null, { ...settled, way: "presentation" })).toContain("client-kind");
  expect(ofKind(null, { ...settled, way: "phone" })).not.toContain("client-kind");
});

test("A6.1 in writing nobody leads a talk: whoever would writes", () => {
  const taskBy = (way: VisitSituation["way"]) => plan({ way }).plan.ours?.map(({ id, task }) => [id, task]);
  for (const way of ["visit", "presentation", "phone"] as const) expect(taskBy(way)).toEqual([["wang", "lead-talk"]]);
  for (const way of ["letter", "e-mail", "fax", "mailed-material"] as const)
    expect(taskBy(way)).toEqual([["wang", "write"]]);
});

test("A6.1 a plan of a known situation is ready, and the model reads it", () => {
  const planned = planVisit(deepFreeze(whole));
  expect(planned.issues).toEqual([]);
  expect(planned.open).toEqual([]);
  expect(planned.ready).toBe(true);
  expect(parseVisitPlan(planned.plan)).toEqual({ ok: true, value: planned.plan });
  expect(planned.plan).toEqual({
    v: 1,
    id: "p-1",
    clientId: "c-7",
    milestoneId: "visit",
    visitNumber: 1,
    startsAt: "2026-11-26T02:00:00Z",
    endsAt: "2026-11-26T03:00:00Z",
    minutes: 60,
    place: "its office",
    way: "visit",
    manner: "single-level",
    activity: "sales-visit",
    purposes: ["win-trust", "learn"],
    focus: "impression",
    goals: ["get to know each other"],
    ours: [{ id: "wang", name: "Wang Hao", rank: "supervisor", task: "lead-talk" }],
    theirs: [
      { id: "li", name: "Li Wei", position: "purchasing", task: "buyer" },
      { id: "wu", name: "Wu Min" },
    ],
    learn: [
      { question: "How many people sell?", field: "salesReps" },
      { question: "q-floor", field: "floorArea" },
      { question: "q-mood", field: "q-mood" },
    ],
    present: ["product", "price", "service", "technology", "Service network"].map((topic) => ({
      topic,
      presenter: "wang",
    })),
    handOver: ["product-manual", "samples", "List of references"],
    carry: ["client-data", "client-analysis", "sales-material", "business-cards"],
    expectedQuestions: [{ question: "How long is the warranty?", answer: "Two years" }],
    appointment,
    preparatoryMeeting: { at: "2026-11-25", decisions: "Wang leads" },
    openParts: ["salesReps", "floorArea", "q-mood"],
  });
});

describe("A6.1 what isn't known is open, and then the plan isn't ready", () => {
  test.each<[string, Partial<VisitSituation>]>([
    ["history", { visits: null }],
    [
      "lead",
      {
        client: { id: "c-7", kind: "key-account" },
        people: { team },
        appointment: { ...appointment, theirs: [{ name: "Li" }] },
      },
    ],
    ["their-people", { people: { team } }],
    ["time", { appointment: { way: "phone", confirmedAt: "2026-11-20", place: "x", goals: ["y"] } }],
    ["hour", { startsAt: "2026-11-26", endsAt: null }],
    ["past", { asOf: "2026-12-01" }],
    ["place", { appointment: { ...appointment, place: undefined } }],
    ["goals", { appointment: { ...appointment, goals: [] } }],
    ["learn", { questions: null, survey: null }],
    ["material", { milestone: null }],
    ["library", { library: null }],
    ["answer", { library: { questions: [{ question: "And now?" }] } }],
    ["appointment", { appointment: null, startsAt: appointment.startsAt, place: "x", goals: ["y"] }],
    ["confirmation", { appointment: { ...appointment, confirmedAt: undefined } }],
    ["preparatory-meeting", { preparatoryMeeting: null }],
  ])("%s", (code, change) => {
    expect(openCodes(change)).toEqual([code]);
    expect(plan(change).ready).toBe(false);
  });

  test("all of it at once, in the order of the codes", () => {
    const { open } = planVisit({ id: "p-1", asOf: "2026-11-23", client: { id: "c-7" } });
    const codes = open.map(({ code }) => code);
    expect(codes).toEqual([
      "history",
      "client-kind",
      "lead",
      "their-people",
      "time",
      "place",
      "goals",
      "learn",
      "material",
      "library",
      "appointment",
    ]);
    expect(codes).toEqual(OPEN_PARTS.filter((one) => codes.includes(one)));
  });

  test("a call or letter needs neither appointment nor preparatory meeting (D4.2)", () => {
    const change = {
      way: "phone",
      appointment: null,
      preparatoryMeeting: null,
      startsAt: "2026-11-26T02:00:00Z",
      place: "x",
      goals: ["y"],
    } as const;
    expect(openCodes(change)).toEqual([]);
  });
});

describe("A6.2 the manner follows from the first judgement of value", () => {
  const seen: Visit = {
    ...visit,
    id: "v-1",
    startedAt: "2026-11-10",
    manner: "single-level",
    focus: "impression",
    outcome: "good",
  };
  const judged = (large: boolean | null, demanding: boolean | null, capable: boolean | null) => ({
    large,
    demanding,
    capable,
  });
  const dealer = { id: "c-7", kind: "dealer", managedBy: ["wang"] } as const;
  const mannerOf = (change: Partial<VisitSituation>) => plan(change).plan.manner;

  test("first the sales manager, second with the superior, then no longer", () => {
    expect(mannerOf({})).toBe("single-level");
    const second = plan({ visits: [seen] });
    expect(second.plan.manner).toBe("multi-level-joint");
    expect(second.plan.ours?.map(({ id, task }) => [id, task])).toEqual([
      ["wang", "lead-talk"],
      ["zhao", "show-commitment"],
    ]);
    expect(second.reasons[0]).toEqual({ code: "multi-level-due" });
    const joint: Visit = { ...seen, id: "v-2", startedAt: "2026-11-12", manner: "multi-level-superior" };
    expect(mannerOf({ visits: [seen, joint] })).toBe("single-level");
    expect(plan({ visits: [seen, joint] }).reasons[0]).toEqual({ code: "multi-level-done" });
  });

  test.each([
    [judged(true, true, true), null, "multi-level-joint"],
    [judged(true, false, true), "A", "single-level"],
    [judged(true, null, true), "A", "multi-level-joint"],
    [judged(true, null, true), "B", "single-level"],
    [null, null, undefined],
  ])("judgement %j and grade %j make a dealer's second visit %s", (judgement, grade, manner) => {
    const evaluation = { grade, gradeCertain: true };
    expect(mannerOf({ client: dealer, judgement, evaluation, visits: [seen] })).toBe(manner);
  });

  test("a grade that isn't certain tells nothing; the grades are the host's", () => {
    const change = { client: dealer, visits: [seen] };
    expect(openCodes({ ...change, evaluation: { grade: "A", gradeCertain: false } })).toEqual(["manner"]);
    const told = { ...change, evaluation: { grade: "gold", gradeCertain: true }, multiLevelGrades: ["gold"] };
    expect(mannerOf(told)).toBe("multi-level-joint");
  });

  test("a dealer's first visit is on one level whatever its value, one of no weight always", () => {
    expect(plan({ client: dealer, evaluation: null }).reasons[0]).toEqual({ code: "first-visit-alone" });
    expect(plan({ client: dealer, judgement: judged(false, null, null), visits: null }).reasons).toContainEqual({
      code: "one-level-enough",
    });
  });

  test("where the superior isn't known, that is open", () => {
    const alone = {
      team: [{ id: "wang", rank: "supervisor" }],
      map: { next: [{ id: "li", visit: { by: "wang", with: null } }] },
    } as const;
    expect(plan({ visits: [seen], people: alone }).open).toEqual([{ code: "superior", person: "wang" }]);
    const own = { team: [{ id: "wang", rank: "supervisor", reportsTo: "wang" }], map: alone.map } as const;
    expect(plan({ visits: [seen], people: own }).open).toEqual([{ code: "superior", person: "wang" }]);
  });
});

describe("D4.1 key accounts are visited by a supervisor or above", () => {
  const sent = (id: string) => ({ next: [{ id: "li", visit: { by: id, with: null } }] });

  test("the first of that rank on the way up leads; who was meant takes notes", () => {
    const { plan: made, reasons } = plan({ people: { team, map: sent("sun") } });
    expect(made.ours?.map(({ id, name, task }) => [id, name, task])).toEqual([
      ["wang", "Wang Hao", "lead-talk"],
      ["sun", "sun", "take-notes"],
    ]);
    expect(reasons.slice(-2)).toEqual([
      { code: "map-sends", person: "sun" },
      { code: "rank-raised", person: "wang", instead: "sun" },
    ]);
  });

  test("a dealer may be visited by anybody", () => {
    const { plan: made } = plan({
      client: { id: "c-7", kind: "dealer", contacts },
      people: { team, map: sent("sun") },
    });
    expect(made.ours?.map(({ id }) => id)).toEqual(["sun"]);
  });

  test("nobody of the rank, an unknown rank, and a circle of superiors leave it open", () => {
    const circle = [
      { id: "sun", rank: "salesperson", reportsTo: "he" },
      { id: "he", reportsTo: "sun" },
    ] as const;
    expect(plan({ people: { team: circle, map: sent("sun") } }).open).toEqual([
      { code: "rank", person: "sun", least: "supervisor" },
    ]);
    expect(plan({ people: { team, map: sent("wang"), leastRank: "executive" } }).open).toEqual([
      { code: "rank", person: "wang", least: "executive" },
    ]);
  });

  test("ranks are the house's own; the second is the least unless told, the only one where there is one", () => {
    const house = (ranks: readonly string[]) =>
      planVisit({ ...whole, people: { team: [{ id: "wang", rank: ranks[0] }], map: sent("wang"), ranks } }).open;
    expect(house(["clerk", "head"])).toEqual([{ code: "rank", person: "wang", least: "head" }]);
    expect(house(["clerk"])).toEqual([]);
  });

  test("who comes along has a task, once, and only if in the team", () => {
    const also = [
      { id: "zhao", task: "explains the offer" },
      { id: "sun" },
      { id: "wang", task: "twice" },
      { id: "nobody" },
    ];
    const { plan: made, ready, issues } = plan({ people: { team, map, also } });
    expect(made.ours?.map(({ id, task }) => [id, task])).toEqual([
      ["wang", "lead-talk"],
      ["zhao", "explains the offer"],
      ["sun", "answer-questions"],
    ]);
    // Whom nobody knows isn't left out unsaid.
    expect(issues).toEqual([
      { code: "unknown-reference", path: ["people", "also", 3, "id"], details: { id: "nobody" } },
    ]);
    expect(ready).toBe(false);
  });

  test("A6.1 what to learn is open where a survey or questions have no list of any", () => {
    const openOf = (given: object): string[] =>
      plan({ survey: undefined, questions: undefined, ...given }).open.map(({ code }) => code);
    for (const given of [{}, { survey: {} }, { questions: {} }, { survey: {}, questions: {} }])
      expect(openOf(given)).toContain("learn");
    expect(openOf({ survey: { next: [] } })).not.toContain("learn");
    expect(openOf({ questions: { questions: [] }, survey: {} })).not.toContain("learn");
  });

  test("a fault in what the plan doesn't read of the client's own visits is none of its business; in what it reads, it is", () => {
    const earlier = {
      v: 1,
      id: "v-0",
      clientId: "c-7",
      startedAt: "2026-11-02T01:00:00Z",
      way: "visit",
      focus: "impression",
    } as const;
    const issuesOf = (more: object): unknown =>
      plan({ visits: [{ ...earlier, ...more }] }).issues.map(({ path }) => path.join("."));
    for (const more of [{ minutes: -5 }, { cost: "x" }, { endedAt: "2026-11-01T01:00:00Z" }, { learnt: { "a b": {} } }])
      expect(issuesOf(more)).toEqual([]);
    expect(issuesOf({ focus: "fishing" })).toEqual(["visits.0.focus"]);
    expect(issuesOf({ id: "" })).toEqual(["visits.0.id"]);
  });
});

test("D4.2 the preparatory meeting comes before the visit", () => {
  const { issues, open } = plan({ preparatoryMeeting: { at: "2026-11-28" } });
  expect(issues).toEqual([
    {
      code: "out-of-order",
      path: ["preparatoryMeeting", "at"],
      details: { earlier: "2026-11-28", later: appointment.startsAt },
    },
  ]);
  expect(open).toEqual([{ code: "preparatory-meeting" }]);
  const people = [{ id: "wang", name: "Wang" }];
  expect(plan({ preparatoryMeeting: { at: "2026-11-25", participants: people } }).plan.preparatoryMeeting).toEqual({
    at: "2026-11-25",
    participants: people,
  });
});

test("D4.3 a visit is prepared with the client's data, its analysis and sales material", () => {
  expect(plan({ visits: [{ ...visit, id: "v-1", startedAt: "2026-11-10" }] }).plan.carry).toEqual([
    "client-data",
    "client-analysis",
    "sales-material",
  ]);
});

test.each(MILESTONES)("A6.1, A3.2, E9 material by milestone: %s", (milestone) => {
  const made = plan({ milestone, library: {} }).plan;
  expect(made.present?.map(({ topic }) => topic)).toEqual(MATERIAL_BY_MILESTONE[milestone].present);
  expect(made.handOver).toEqual(MATERIAL_BY_MILESTONE[milestone].handOver);
});

test.each([
  ["presentation", ["invitation", "samples", "product-manual"]],
  ["mailed-material", ["product-manual", "samples"]],
  ["x-fair", ["product-manual", "samples"]],
] as const)("D3.1, D3.2, D3.3 material by way in: %s", (way, handOver) => {
  const made = plan({ way, library: {} }).plan;
  expect([...(made.handOver ?? [])].sort()).toEqual([...handOver].sort());
  expect(made.way).toBe(way);
});

test.each([
  ["phone", [], []],
  ["letter", [], ["solution-document", "quotation"]],
  ["e-mail", ["product-manual"], ["solution-document", "quotation"]],
  ["fax", ["product-manual"], ["solution-document", "quotation"]],
  ["visit", ["product-manual", "samples"], ["solution-document", "quotation"]],
] as const)(
  "D3.2, D3.4 the package's own material goes as far as the way carries it, the host's always: %s",
  (way, atVisit, atSolution) => {
    const handOver = [{ name: "Price list" }];
    const [first, offer] = (["visit", "solution"] as const).map(
      (milestone) => plan({ way, milestone, library: { handOver } }).plan.handOver,
    );
    expect(first).toEqual([...atVisit, "Price list"]);
    expect(offer).toEqual([...atSolution, "Price list"]);
  },
);

test("A6.1 likely questions are chosen by context; what is unknown fits no condition", () => {
  const ask = (when: object, change: Partial<VisitSituation> = {}): number =>
    plan({ ...change, library: { questions: [{ question: "?", answer: "!", when }] } }).plan.expectedQuestions
      ?.length ?? -1;
  expect(
    ask({
      milestones: ["visit"],
      focuses: ["impression"],
      ways: ["visit"],
      kinds: ["key-account"],
      grades: ["A"],
      firstVisit: true,
    }),
  ).toBe(1);
  expect(ask({ milestones: ["bid"] })).toBe(0);
  expect(ask({ focuses: ["negotiation"] })).toBe(0);
  expect(ask({ ways: ["phone"] })).toBe(0);
  expect(ask({ kinds: ["dealer"] })).toBe(0);
  expect(ask({ grades: ["B"] })).toBe(0);
  expect(ask({ firstVisit: false })).toBe(0);
  expect(ask({ milestones: ["visit"] }, { milestone: null })).toBe(0);
  expect(ask({ firstVisit: false }, { visits: null })).toBe(0);
});

test("A6.1 a question stands once, with its last answer", () => {
  const questions = [{ question: "a" }, { question: "a", answer: "b" }, { answer: "nobody asks" }] as never;
  expect(plan({ library: { questions } }).plan.expectedQuestions).toEqual([{ question: "a", answer: "b" }]);
});

test("A4.4 no more is learnt than asked for, the most telling first; the rest is counted and stays open", () => {
  const { plan: made, learnLeftOut } = plan({ mostQuestions: 1 });
  expect(made.learn?.map(({ field }) => field)).toEqual(["salesReps"]);
  expect(made.openParts).toHaveLength(3);
  expect(learnLeftOut).toBe(2);
});

test("A4.4, A6.1 what answers contradict each other on is asked first, each fact once; an unknown reason is an issue", () => {
  const next = [
    { question: "q-floor", fact: "floorArea", reason: "unanswered" },
    { question: "q-reps", fact: "salesReps", reason: "contradicted" },
    { question: "q-credit", fact: "creditRecord", reason: "contradicted" },
  ] as const;
  const questions = { questions: [{ indicator: "rating" }, { indicator: "salesReps" }] };
  const fieldsOf = (more: object): unknown =>
    plan({ survey: { next }, questions, ...more }).plan.learn?.map((one) => one.field);
  expect(fieldsOf({})).toEqual(["salesReps", "creditRecord", "rating", "floorArea"]);
  expect(fieldsOf({ mostQuestions: 2 })).toEqual(["salesReps", "creditRecord"]);
  expect(fieldsOf({ questions: null })).toEqual(["salesReps", "creditRecord", "floorArea"]);
  const odd = plan({ survey: { next: [{ question: "q-floor", fact: null, reason: "mood" as never }] } });
  expect(odd.issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["unknown-value", "survey", "next", 0, "reason"],
  ]);
});

describe("A8.4 one focus a visit: the first of the four steps that no visit has done", () => {
  const past = (...focuses: (Visit["focus"] | "failed")[]): Visit[] =>
    focuses.map((focus, index) => ({
      ...visit,
      id: `v-${String(index)}`,
      startedAt: "2026-11-10",
      ...(focus === undefined ? {} : focus === "failed" ? { focus: "listening", outcome: "no-result" } : { focus }),
    }));
  const focusAfter = (visits: Visit[]) => {
    const { plan: made, reasons } = plan({ visits });
    return [made.focus, ...reasons.filter(({ code }) => code.startsWith("focus"))];
  };

  test.each([
    [past(), ["impression", { code: "focus-next", focus: "impression" }]],
    [past("impression"), ["listening", { code: "focus-next", focus: "listening" }]],
    [past("impression", "failed"), ["listening", { code: "focus-next", focus: "listening" }]],
    [past("impression", "deepening", "listening"), ["negotiation", { code: "focus-next", focus: "negotiation" }]],
    [past("impression", "listening", "deepening", "negotiation"), ["negotiation", { code: "focus-all-done" }]],
    [
      past(undefined, undefined),
      ["impression", { code: "focus-next", focus: "impression" }, { code: "focus-unrecorded", visits: 2 }],
    ],
  ])("after %j", (visits, expected) => {
    expect(focusAfter(visits)).toEqual(expected);
  });

  test("A8.4 calls, visits to others and visits to come don't count; negotiation is the activity of its step", () => {
    const visits: Visit[] = [
      { ...visit, id: "a", startedAt: "2026-11-10", way: "phone", focus: "impression" },
      { ...visit, id: "b", startedAt: "2026-11-10", clientId: "c-8", focus: "impression" },
    ];
    expect(plan({ visits }).plan.visitNumber).toBe(1);
    const later = plan({ visits: [{ ...visit, id: "c", startedAt: "2026-12-10", focus: "impression" }] });
    expect([later.plan.visitNumber, later.issues[0]?.code, later.ready]).toEqual([1, "observed-after-as-of", false]);
    const last = plan({ visits: past("impression", "listening", "deepening") }).plan;
    expect([last.activity, last.purposes]).toEqual(["negotiation", ["advance-project"]]);
  });
});

test("A6.4 the first visit has its procedure, later ones and unknown ones none", () => {
  expect(plan({}).procedure).toEqual(FIRST_VISIT_STEPS);
  expect(plan({ visits: [{ ...visit, id: "v-1", startedAt: "2026-11-10" }] }).procedure).toEqual([]);
  expect(plan({ visits: null }).procedure).toEqual([]);
});

test("A6.5 every visit has its conduct; only the first expects no deal for being the first", () => {
  expect(plan({}).conduct).toEqual(CONDUCT_RULES);
  expect(plan({ visits: [{ ...visit, id: "v-1", startedAt: "2026-11-10" }] }).conduct).toEqual(CONDUCT_RULES.slice(1));
  expect(plan({ visits: null }).conduct).toEqual(CONDUCT_RULES.slice(1));
});

test.each([
  ["visit", true],
  ["presentation", true],
  ["x-fair", true],
  ["mailed-material", false],
  ["letter", false],
  ["phone", false],
  ["e-mail", false],
  ["fax", false],
] as const)("A6.5 body language and phones are minded where people meet: %s %s", (way, isMeeting) => {
  const { conduct } = plan({ way });
  const isWritten = !isMeeting && way !== "phone";
  expect(conduct).toHaveLength((isMeeting ? 7 : isWritten ? 3 : 5) + (way === "visit" ? 1 : 0));
  expect(conduct.includes("expect-no-deal"), "what is to be expected of the first visit").toBe(way === "visit");
  const spoken = ["listen-more", "keep-rhythm-and-length"].map((rule) => conduct.some((one) => one === rule));
  expect(spoken).toEqual([!isWritten, !isWritten]);
  expect(["mind-body-language", "phones-off"].map((rule) => conduct.some((one) => one === rule))).toEqual([
    isMeeting,
    isMeeting,
  ]);
});

test.each(["mailed-material", "letter", "phone", "e-mail", "fax"] as const)(
  "A6.1, A6.2, D4.1 a contact without a meeting needs no place, has no manner and asks for no rank: %s",
  (way) => {
    const client = { id: "c-7", kind: "key-account", managedBy: ["xu"] } as const;
    const people = {
      team: [
        { id: "xu", name: "Xu", rank: "salesperson", reportsTo: "wang" },
        { id: "wang", name: "Wang Hao", rank: "supervisor" },
      ],
    } as const;
    const alone = { ...whole, appointment: null, client, people, startsAt: "2026-11-26T02:00:00Z", goals: ["ask"] };
    const earlier = { ...visit, id: "v-1", startedAt: "2026-11-10" };
    for (const visits of [[], [earlier]]) {
      const planned = planVisit({ ...alone, way, visits });
      expect(planned.open.map(({ code }) => code)).toEqual(["their-people"]);
      expect([planned.plan.manner, planned.plan.place]).toEqual([undefined, undefined]);
      expect(planned.plan.ours?.map(({ id }) => id)).toEqual(["xu"]);
    }
    const met = planVisit(alone);
    expect(met.open.map(({ code }) => code)).toContain("place");
    expect([met.plan.manner, met.plan.ours?.map(({ id }) => id)]).toEqual(["single-level", ["wang", "xu"]]);
  },
);

test("A6.2 whoever was to lead and gives way for D4.1 is no superior, even where the map says so", () => {
  const people = {
    team: [
      { id: "xu", rank: "salesperson", reportsTo: "zhao" },
      { id: "zhao", rank: "supervisor", reportsTo: "sun" },
      { id: "sun", rank: "manager" },
    ],
    map: { next: [{ id: "li", visit: { by: "xu", with: "xu" } }] },
  } as const;
  const earlier = { ...visit, id: "v-1", startedAt: "2026-11-10", manner: "single-level" } as const;
  const { ours } = plan({ people, visits: [earlier], appointment: null }).plan;
  expect(ours?.map(({ id, task }) => [id, task])).toEqual([
    ["zhao", "lead-talk"],
    ["sun", "show-commitment"],
    ["xu", "take-notes"],
  ]);
});

test("A6.2 whether somebody is above a lead whose rank isn't known, no rank tells", () => {
  const client = { id: "c-7", managedBy: ["xu"] };
  const people = { team: [{ id: "xu", reportsTo: "zhao" }, { id: "zhao" }] };
  const earlier = { ...visit, id: "v-1", startedAt: "2026-11-10", ours: [{ id: "gao", name: "Gao", rank: "manager" }] };
  const judgement = { large: true, demanding: true, capable: true };
  const planned = plan({ client, people, visits: [earlier], judgement, appointment: null });
  expect(planned.plan.manner).toBe("multi-level-joint");
});

test("A6.1 a call is printed without the number of a visit", () => {
  expect(formatVisitPlan(plan({}), en)).toContain("Visit no. 1");
  expect(formatVisitPlan(plan({ way: "phone" }), en)).not.toContain("Visit no.");
  const planned = plan({});
  const { way: _, ...stored } = planned.plan;
  expect(formatVisitPlan({ ...planned, plan: stored }, en)).toContain("Visit no. 1");
});

test("A6.3 what is told for the visit itself outranks the appointment; an end before the start is none", () => {
  const moved = plan({ startsAt: "2026-11-27T02:00:00Z", place: "our office", goals: ["show the plant"] }).plan;
  expect([moved.startsAt, moved.endsAt, moved.minutes, moved.place, moved.goals]).toEqual([
    "2026-11-27T02:00:00Z",
    undefined,
    undefined,
    "our office",
    ["show the plant"],
  ]);
  const faulty = plan({ endsAt: "2026-11-24" });
  expect(faulty.issues.map(({ code, path }) => [code, path])).toEqual([["out-of-order", ["endsAt"]]]);
  expect(plan({ appointment: { ...appointment, way: "pigeon" as never } }).open).toEqual([{ code: "appointment" }]);
  const theirs = [
    { name: "Old Li" },
    { id: "li", name: "Li" },
    { id: "li", name: "again" },
    { position: "nobody" } as never,
  ];
  expect(plan({ appointment: { ...appointment, theirs } }).plan.theirs).toEqual([
    { name: "Old Li" },
    { id: "li", name: "Li" },
  ]);
});

test("faults of the situation's frame throw, all together; faults within are issues", () => {
  const wrong = { ...whole, id: "a b", asOf: "soon", client: { kind: "dealer" }, colour: 1 } as never;
  expect(() => planVisit(wrong)).toThrow(expect.objectContaining({ name: "KeyAccountError" }) as Error);
  try {
    planVisit(wrong);
  } catch (error) {
    const { issues } = error as { issues: { code: string; path: unknown[] }[] };
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["unknown-key", "colour"],
      ["not-an-id", "id"],
      ["not-a-date", "asOf"],
      ["required", "client", "id"],
    ]);
  }
  const people = {
    team: [{ id: "wang", rank: 3 }, { id: "wang" }, { name: "no id" }],
    map,
    ranks: [],
    leastRank: "boss",
  } as never;
  const { issues } = plan({ people, milestone: "soon" as never, library: { questions: "many" as never } });
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["unknown-value", "milestone"],
    ["too-few", "people", "ranks"],
    ["wrong-type", "people", "team", 0, "rank"],
    ["duplicate-id", "people", "team", 1, "id"],
    ["required", "people", "team", 2, "id"],
    ["unknown-value", "people", "leastRank"],
    ["wrong-type", "library", "questions"],
  ]);
});

test("a library of more than 500 entries is cut, and said so", () => {
  const questions = Array.from({ length: 501 }, (_, index) => ({ question: String(index), answer: "yes" }));
  const { plan: made, issues } = plan({ library: { questions } });
  expect(made.expectedQuestions).toHaveLength(500);
  expect(issues).toEqual([{ code: "too-many", path: ["library", "questions"], details: { most: 500, received: 501 } }]);
});

test("entries of a map or library without what they need are left out or told", () => {
  const odd = { team, map: { next: [{ id: "li" }, { visit: { by: "wang" } }] }, also: [{ task: "x" }] } as never;
  const { plan: made, issues } = plan({
    people: odd,
    library: { handOver: [{}, { name: "List" }], wording: { other: "?" } } as never,
  });
  expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["required", "people", "also", 0, "id"],
    ["required", "people", "map", "next", 1, "id"],
  ]);
  expect(made.ours?.map(({ id }) => id)).toEqual(["wang"]);
  expect(made.handOver).toContain("List");
  expect(plan({ people: { team, map: {} as never } }).open.map(({ code }) => code)).toEqual(["their-people"]);
  expect(plan({ people: { map } }).open.map(({ code }) => code)).toEqual(["lead"]);
  const many = Array.from({ length: 101 }, (_, index) => `rank ${String(index)}`);
  expect(plan({ people: { team, map, ranks: many } as never }).issues[0]?.code).toBe("too-few");
});

test("somebody named by id alone goes by the id", () => {
  expect(plan({ appointment: { ...appointment, theirs: [{ id: "li" } as never] } }).plan.theirs).toEqual([
    { name: "li", id: "li" },
  ]);
});
