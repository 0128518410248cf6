import {
  APPOINTMENT_FINDINGS,
  APPOINTMENT_STATES,
  CADENCE_REASONS,
  CADENCE_STATES,
  CONDUCT_RULES,
  COOPERATION_FINDINGS,
  COOPERATION_PARTS,
  COOPERATION_STEPS,
  FIRST_CONTACT_REASONS,
  FIRST_CONTACT_RULES,
  FIRST_CONTACT_WAYS,
  FIRST_VISIT_STEPS,
  FOLLOW_UP_NOTES,
  FOLLOW_UP_STATES,
  formatQuestion,
  formatVisitPlan,
  formatVisitReason,
  isKeyAccountError,
  KeyAccountError,
  OPEN_PARTS,
  PLAN_REASONS,
  type PlannedVisit,
  planVisit,
  RECORD_PARTS,
  REVIEW_STATES,
  REVIEWED_PARTS,
  surveyProgress,
  VISIT_CONSEQUENCES,
  VISIT_FINDINGS,
  VISIT_MATERIALS,
  VISIT_SUBJECTS,
  VISIT_TASKS,
  VISITOR_RANKS,
  WAYS_IN,
  WEEK_REASONS,
} from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import type { WordTable } from "../../src/ground/words.js";
import { paramsOf } from "../../src/locale/fill.js";
import { shanghai } from "../visits/calendars.js";

/** Parameters of the sentences; the others have none. */
const PARAMS: Readonly<Record<string, string>> = {
  title: "asOf client",
  visit: "number",
  numbered: "number time",
  withTask: "name rank task",
  answered: "answer question",
  utc: "time",
  rank: "least person",
  "rank-not-appointed": "least person",
  superior: "person",
  answer: "question",
  "focus-next": "focus",
  "focus-unrecorded": "visits",
  "map-sends": "person",
  "manager-leads": "person",
  "appointment-names": "person",
  "appointment-differs": "part",
  "rank-raised": "instead person",
  "travel-unknown": "booking person",
  "outside-working-time": "minutes",
  "outside-calling-window": "askedAt",
  clash: "booking person",
  "may-clash": "booking person",
  "travel-short": "available booking needed person",
  rhythm: "days since",
  "longest-gap": "days since",
  "moved-to-working-day": "from",
  "over-capacity": "left needed",
  behind: "before",
  "visitor-absent": "person",
  "not-due": "dueOn",
  "record-part-missing": "part",
  "report-due": "days unit within",
  "report-late": "days unit within",
  "other-plan": "actual planned",
  "other-client": "actual planned",
  "not-as-planned": "actual part planned",
  "other-lead": "actual planned",
  "lead-absent": "person",
  absent: "part person",
  "rank-too-low": "least",
};
/** Tables whose words are sentences with parameters. */
const SENTENCES = [
  "plan",
  "openParts",
  "planReasons",
  "appointmentFindings",
  "cadenceReasons",
  "weekReasons",
  "visitFindings",
];

describe.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("%s", (_, locale) => {
  const { visits } = locale;

  test("A6.1–A6.7, A8.1, D3.4, D4.6, E4.7 every code about visits has its word, and no other", () => {
    const lists: { readonly [T in Exclude<keyof typeof visits, "plan">]: readonly string[] } = {
      openParts: OPEN_PARTS,
      planReasons: PLAN_REASONS,
      ranks: VISITOR_RANKS,
      tasks: VISIT_TASKS,
      subjects: VISIT_SUBJECTS,
      materials: VISIT_MATERIALS,
      firstVisitSteps: FIRST_VISIT_STEPS,
      conductRules: CONDUCT_RULES,
      appointmentFindings: APPOINTMENT_FINDINGS,
      appointmentStates: APPOINTMENT_STATES,
      waysIn: WAYS_IN,
      firstContactWays: FIRST_CONTACT_WAYS,
      firstContactReasons: FIRST_CONTACT_REASONS,
      contactRules: FIRST_CONTACT_RULES,
      cadenceStates: CADENCE_STATES,
      cadenceReasons: CADENCE_REASONS,
      weekReasons: WEEK_REASONS,
      followUpStates: FOLLOW_UP_STATES,
      followUpNotes: FOLLOW_UP_NOTES,
      reviewedParts: REVIEWED_PARTS,
      reviewStates: REVIEW_STATES,
      recordParts: RECORD_PARTS,
      visitFindings: VISIT_FINDINGS,
      consequences: VISIT_CONSEQUENCES,
      cooperationParts: COOPERATION_PARTS,
      cooperationSteps: COOPERATION_STEPS,
      cooperationFindings: COOPERATION_FINDINGS,
    };
    const { plan, ...tables } = visits;
    expect(Object.fromEntries(Object.entries(tables).map(([table, words]) => [table, Object.keys(words)]))).toEqual(
      lists,
    );
    expect(Object.keys(plan)).toHaveLength(25);
  });

  test("the words name their parameters", () => {
    for (const [table, words] of Object.entries(visits as unknown as Readonly<Record<string, WordTable>>)) {
      for (const [code, word] of Object.entries(words)) {
        const expected = SENTENCES.includes(table) ? (PARAMS[code] ?? "") : "";
        expect([table, code, [...new Set(paramsOf(word))].sort().join(" ")]).toEqual([table, code, expected]);
      }
    }
  });

  test("a code that two lists of reasons have says the same in both", () => {
    const { openParts, planReasons, appointmentFindings, cadenceReasons, weekReasons, visitFindings } = visits;
    const seen = new Map<string, string>();
    for (const [code, word] of [
      openParts,
      planReasons,
      appointmentFindings,
      cadenceReasons,
      weekReasons,
      visitFindings,
    ].flatMap((one) => Object.entries(one))) {
      expect(seen.get(code) ?? word).toBe(word);
      seen.set(code, word);
    }
  });
});

test("reasons in words: codes among the parameters too, a part in brackets goes with its parameter", () => {
  expect(formatVisitReason({ code: "focus-next", focus: "deepening" }, en)).toBe(
    `the next of the four steps is: ${en.vocabulary.visitFocuses.deepening}`,
  );
  expect(formatVisitReason({ code: "record-part-missing", part: "client-ideas" }, zhCN)).toBe("记录缺少：客户想法");
  expect(formatVisitReason({ code: "rank", person: "wang", least: "supervisor" }, zhCN)).toBe(
    "wang及其上级中没有已知级别达到主管的人",
  );
  expect(formatVisitReason({ code: "outside-working-time", minutes: 30 }, en)).toBe(
    "it lies outside working time by 30 min",
  );
  expect(formatVisitReason({ code: "outside-working-time", minutes: null }, en)).toBe("it lies outside working time");
  expect(formatVisitReason({ code: "travel-unknown" }, en)).toBe("the travel time isn't known");
  expect(formatVisitReason({ code: "travel-unknown", person: "wang", booking: "b\u202e" }, en)).toBe(
    "the travel time isn't known (wang, b\\u{202e})",
  );
  expect(formatVisitReason({ code: "x-own" } as never, en)).toBe("x-own");
  const late = { code: "report-late", days: 5, within: 1 } as const;
  expect(formatVisitReason({ ...late, unit: "working-days" }, en)).toBe(
    "reported late; working days after the visit: 5, allowed: 1",
  );
  expect(formatVisitReason({ ...late, unit: "days" }, zhCN)).toBe("汇报过迟（自拜访起的天数：5，允许：1）");
  const manner = { code: "not-as-planned", part: "manner", planned: "single-level", actual: "x-own" } as const;
  expect(formatVisitReason(manner, zhCN)).toBe("拜访形式与计划不符：计划为单层拜访，实际为x-own");
  const time = { ...manner, part: "time", planned: "2026-11-20", actual: "2026-11-23T02:00:00Z" } as const;
  expect(formatVisitReason(time, en, { offset: "+08:00" })).toBe(
    "time not as planned: planned 2026-11-20, was 2026-11-23 10:00",
  );
  expect(formatVisitReason({ ...manner, part: "place" }, en)).toBe(
    "place not as planned: planned single-level, was x-own",
  );
  expect(formatVisitReason({ code: "rank-too-low", least: "supervisor" }, en)).toBe(
    "a key account, and nobody of ours was supervisor or higher",
  );
});

describe("A6.1 a plan in print", () => {
  const planned = planVisit({
    id: "p-1",
    asOf: "2026-11-23",
    client: { id: "c-7", kind: "dealer", managedBy: ["wang"] },
    people: { team: [{ id: "wang", name: "Wang", rank: "supervisor" }] },
    milestone: "planning",
    judgement: { large: false },
    visits: [],
    questions: { questions: [{ indicator: "salesReps" }, { indicator: "own" }] },
    library: { questions: [{ question: "Warranty?", answer: "Two years" }], wording: { own: "Own question?" } },
    appointment: {
      way: "phone",
      confirmedAt: "2026-11-20",
      startsAt: "2026-11-26T02:00:00Z",
      endsAt: "2026-11-26T03:00:00Z",
      place: "its office",
      goals: ["meet"],
      theirs: [{ name: "Li", task: "buyer" }, { name: "Wu" }],
    },
  });

  test("one that is ready", () => {
    expect(planned.ready).toBe(true);
    expect(formatVisitPlan(planned, en).split("\n").slice(0, 24)).toEqual([
      "Visit plan for c-7, as of 2026-11-23",
      "",
      "Ready             Visit no. 1",
      "When              2026-11-26 02:00 – 03:00 UTC",
      "Where             its office",
      `Way               ${en.vocabulary.contactWays.visit}`,
      `Manner            ${en.vocabulary.visitManners["single-level"]}`,
      `Focus             ${en.vocabulary.visitFocuses.impression}`,
      "Goals             meet",
      "Our side          Wang (supervisor): leads the talk",
      `Their side        Li: ${en.vocabulary.purchaseRoles.buyer}`,
      "                  Wu",
      `To learn          ${en.indicators.salesReps}`,
      "                  Own question?",
      "To present        our company",
      "To hand over      product manual",
      "To carry          data on the client",
      "                  analysis of the client",
      "                  sales material",
      "                  business cards",
      "Likely questions  Warranty? – Two years",
      "Why so            the client doesn't call for visits on several levels",
      `                  the next of the four steps is: ${en.vocabulary.visitFocuses.impression}`,
      "                  Wang is in charge of the client",
    ]);
  });

  test("only a visit has a number: a presentation isn't counted as one, so it isn't called one", () => {
    const by = (way: string) =>
      formatVisitPlan({ ...planned, ready: false, plan: { ...planned.plan, way } } as never, en);
    expect(by("visit")).toContain("Visit no. 1");
    for (const way of ["presentation", "x-fair", "phone"]) expect(by(way)).not.toContain("Visit no.");
  });

  test("which visit it is stands before its time, with the comma of the language", () => {
    const [english, chinese] = [en, zhCN].map((locale) =>
      formatVisitPlan({ ...planned, ready: false }, locale, { offset: "+08:00" }),
    );
    expect(english).toMatch(/^When +Visit no. 1, 2026-11-26 10:00 – 11:00$/m);
    expect(chinese).toMatch(/^时间 +第1次拜访，2026-11-26 10:00 – 11:00$/m);
  });

  test("nothing is carried to a call or a letter: the material is to be at hand, and nobody goes there", () => {
    const call = {
      ...planned,
      plan: { ...planned.plan, way: "phone" },
      reasons: [{ code: "map-sends", person: "wang" }],
    };
    const [english, chinese] = [en, zhCN].map((locale) => formatVisitPlan(call as never, locale));
    expect(english).toMatch(/^To have at hand +data on the client$/m);
    expect(english).not.toContain("To carry");
    expect(chinese).toMatch(/^备用资料 +客户资料$/m);
    expect(chinese).toContain("按决策地图由Wang出面");
  });

  test("A6.1 reasons and open parts call people by the names of the sheet, and whom it doesn't name by id", () => {
    const raised = planVisit({
      id: "p-1",
      asOf: "2026-11-23",
      client: { id: "c-7", kind: "key-account", managedBy: ["wang"] },
      people: {
        team: [
          { id: "wang", name: "Wang Min", rank: "salesperson", reportsTo: "zhao" },
          { id: "zhao", name: "Zhao Lin", rank: "supervisor" },
        ],
      },
    });
    expect(formatVisitPlan(raised, en)).toContain(" Zhao Lin leads instead of Wang Min: key accounts");
    expect(formatVisitPlan(raised, zhCN)).toContain("Zhao Lin");
    const alone = { ...raised, plan: { ...raised.plan, ours: undefined, theirs: [{ id: "zhao", name: "Lin" }] } };
    expect(formatVisitPlan(alone as never, en)).toContain(" Lin leads instead of wang: key accounts");
    const lacking = { ...raised, open: [{ code: "superior", person: "wang" }] } as const;
    expect(formatVisitPlan(lacking, en)).toContain("the superior of Wang Min who joins isn't known");
  });

  test("the times are those of the people who read them, in UTC only where nobody says whose, and then it is said", () => {
    const line = (start: string | null, end: string | null, options = {}, locale = en) => {
      const [startsAt, endsAt] = [start ?? undefined, end ?? undefined];
      const timed = { ...planned, plan: { ...planned.plan, startsAt, endsAt } } as PlannedVisit;
      const head = locale.visits.plan.when;
      const found = formatVisitPlan(timed, locale, options).split("\n");
      return found
        .find((one) => one.startsWith(head))
        ?.slice(head.length)
        .trim();
    };
    const [start, end] = ["2026-11-26T02:00:00Z", "2026-11-26T03:00:30Z"];
    expect(line(start, end, { offset: "+08:00" })).toBe("2026-11-26 10:00 – 11:00");
    expect(line(start, end, { calendar: shanghai() }, zhCN)).toBe("2026-11-26 10:00 – 11:00");
    expect(line(start, end, {}, zhCN)).toBe("2026-11-26 02:00 – 03:00（UTC时间）");
    expect(line(start, end, { offset: "-02:30" })).toBe("2026-11-25 23:30 – 2026-11-26 00:30");
    expect(line(start, null, { offset: "+08:00" })).toBe("2026-11-26 10:00");
    expect(line(start, null)).toBe("2026-11-26 02:00 UTC");
    expect(line("2026-11-26", end)).toBe("2026-11-26 – 2026-11-26 03:00 UTC");
    expect(line("2026-11-26", null)).toBe("2026-11-26");
    expect(line(null, null)).toBeUndefined();
    expect(line("9999-12-31T23:00:00Z", null, { offset: "+08:00" })).toBe("9999-12-31T23:00:00Z");
    const evening = { ...planned, asOf: "2026-11-22T18:00:00Z" };
    expect(formatVisitPlan(evening, en, { offset: "+08:00" })).toContain("as of 2026-11-23 02:00\n");
    expect(formatVisitPlan(evening, en)).toContain("as of 2026-11-22 18:00 UTC\n");
  });

  test("so are the moments in findings", () => {
    const call = { code: "outside-calling-window", askedAt: "2026-11-23T04:00:00Z" } as const;
    expect(formatVisitReason(call, en)).toBe("the call at 2026-11-23 04:00 UTC wasn't at the right time of day");
    expect(formatVisitReason(call, zhCN, { offset: "+08:00" })).toBe("2026-11-23 12:00致电的时间不合适");
  });

  test("a clock that is none is a programming error", () => {
    const faulty = [{ offset: "8" }, { offset: 8 }, { calendar: { id: "x" } }, null, 5] as never[];
    for (const one of faulty) {
      expect(() => formatVisitPlan(planned, en, one)).toThrow(KeyAccountError);
      expect(() => formatVisitReason({ code: "lead" }, en, one)).toThrow(KeyAccountError);
    }
    expect(formatVisitPlan(planned, en, { offset: null, calendar: null } as never)).toBe(formatVisitPlan(planned, en));
  });

  test("one of which nothing is known says what is open, and leaves out what there is nothing to say of", () => {
    const bare = formatVisitPlan(
      planVisit({ id: "p-1", asOf: "2026-11-23", client: { id: "c-7" }, way: "x-fair" }),
      en,
    );
    expect(bare).toContain(
      "Still open  earlier visits aren't known\n            whether the client is a key account isn't known\n            nobody of ours is in charge\n",
    );
    expect(bare).toContain("Way         x-fair\n");
    for (const heading of [
      "When",
      "Where",
      "Manner",
      "Focus",
      "Goals",
      "Our side",
      "Their side",
      "To learn",
      "Likely",
      "Why so",
      "First visit",
    ])
      expect(bare).not.toContain(`\n${heading} `);
    expect(bare.endsWith("\n")).toBe(true);
    const numbered = formatVisitPlan(
      planVisit({ id: "p-1", asOf: "2026-11-23", client: { id: "c-7" }, visits: [] }),
      zhCN,
    );
    expect(numbered).toContain("\n时间          第1次拜访\n");
  });
});

describe("A4.4 what to learn is said in words, from the survey to the printed plan", () => {
  const { next } = surveyProgress(clientSurvey, [], { asOf: "2026-11-21" });
  const learning = (survey: object, library = {}) =>
    planVisit({ id: "p", asOf: "2026-11-23", client: { id: "c" }, survey, library, mostQuestions: 200 } as never);

  test.each([
    ["en", en],
    ["zh-CN", zhCN],
  ] as const)("%s: no question of the client survey prints as its id", (_name, locale) => {
    const lines = formatVisitPlan(learning({ next }), locale).split("\n");
    const printed = new Set(lines.map((line) => line.replace(/^.* {2,}/, "")));
    expect(printed.has(locale.surveyQuestions.ownerIdeas)).toBe(true);
    expect(next.flatMap(({ question }) => (printed.has(question) ? question : []))).toEqual([]);
  });

  test("an indicator's name comes first, then the survey's question, by its id or its fact, then the library's words", () => {
    const asked = [
      { question: "salesReps", fact: "salesReps" },
      { question: "marketSize", fact: "size" },
      { question: "q-7", fact: "ownerIdeas" },
      { question: "q-8", fact: "reputation" },
      { question: "q-9", fact: null },
      {},
      { fact: "capital" },
    ];
    const { plan } = learning({ next: asked }, { wording: { "q-9": "What else?" } });
    expect(plan.learn?.map(({ question, field }) => [question, field])).toEqual([
      ["salesReps", "salesReps"],
      ["marketSize", "size"],
      ["q-7", "ownerIdeas"],
      ["q-8", "reputation"],
      ["What else?", "q-9"],
      ["capital", "capital"],
    ]);
    const printed = formatVisitPlan(learning({ next: asked }, { wording: { "q-9": "What else?" } }), en);
    for (const words of [
      "Salespeople (number)",
      en.surveyQuestions.marketSize,
      en.surveyQuestions.ownerIdeas,
      "Reputation (1–5)",
      "What else?",
    ]) {
      expect(printed).toContain(words);
    }
  });

  test("a question that nobody has words for stands as it is", () => {
    const learn = [{ question: "How warm is it?" }];
    const planned = learning({ next: [] });
    expect(formatVisitPlan({ ...planned, plan: { ...planned.plan, learn } }, en)).toContain("How warm is it?");
  });
});

describe("formatters of visits end in a typed error for what isn't of their shape", () => {
  const codeOf = (call: () => unknown): string => {
    try {
      call();
    } catch (error) {
      if (isKeyAccountError(error)) return error.code;
      throw error;
    }
    return "nothing";
  };
  const odd = [undefined, null, 5, {}, "x", [], Symbol("s"), () => 1] as never[];

  test.each(odd.map((one, index) => [index, one] as const))("%d", (_index, one) => {
    const typed = expect.stringMatching(/^(wrong-type|unreadable)$/) as string;
    expect(codeOf(() => formatVisitPlan(one, en))).toEqual(typed);
    expect(codeOf(() => formatVisitPlan(planVisit({ id: "p", asOf: "2026-11-23", client: { id: "c" } }), one))).toEqual(
      typed,
    );
    expect(codeOf(() => formatVisitReason(one, en))).toEqual(typed);
    expect(codeOf(() => formatVisitReason({ code: "lead" }, one))).toEqual(typed);
    expect(codeOf(() => formatQuestion(one, "salesReps" as never, { locale: en }))).toEqual(typed);
    expect(codeOf(() => formatQuestion(clientSurvey, "salesReps", one))).toEqual(typed);
    expect(codeOf(() => formatQuestion(clientSurvey, "salesReps", { locale: one }))).toEqual(typed);
  });

  test("an id of a question that is no text", () => {
    expect(codeOf(() => formatQuestion(clientSurvey, 5 as never, { locale: en }))).toBe("wrong-type");
  });
});
