import { type AccountPlan, isKeyAccountError, reviewPlan, type StageGoal } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const ENTRIES: AccountPlan["entries"] = [
  { id: "service", side: "strength", against: "Huaxin" },
  { id: "price", side: "weakness", against: "Huaxin" },
  { id: "plant", side: "chance" },
  { id: "tender", side: "threat" },
];
const STAGE: StageGoal = { id: "draft", owner: "li", due: "2026-11-30", done: "2026-11-20", reviewed: "2026-11-24" };
const plan = (
  goals: readonly StageGoal[],
  answers: readonly string[] = ["service", "price", "plant", "tender"],
): AccountPlan => deepFreeze({ entries: ENTRIES, measures: [{ id: "contract", answers, goals }] });
const review = (of: AccountPlan, asOf = "2026-12-01") => reviewPlan(of, { asOf });

describe("E1.2 reviewPlan", () => {
  test("a plan that was made, done and reviewed lacks nothing", () => {
    expect(review(plan([STAGE]))).toEqual({
      v: 1,
      measures: [{ measure: "contract", state: "reviewed" }],
      findings: [],
      complete: true,
      issues: [],
    });
  });

  test("a SWOT has four sides, ours against a rival, and each entry an answer", () => {
    const { findings, complete } = review({
      entries: [
        { id: "a", side: "strength" },
        { id: "b", side: "weakness", against: " " },
        { id: "c", side: "threat" },
      ],
      measures: [],
    });
    expect(findings).toEqual([
      { code: "side-missing", side: "chance" },
      { code: "rival-missing", entry: "a" },
      { code: "entry-unanswered", entry: "a" },
      { code: "rival-missing", entry: "b" },
      { code: "entry-unanswered", entry: "b" },
      { code: "entry-unanswered", entry: "c" },
    ]);
    expect(complete).toBe(false);
  });

  test("a measure answers something that there is, by stage goals with time and person", () => {
    expect(review(plan([{ id: "x" }], ["price", "weather"])).findings).toEqual([
      { code: "entry-unanswered", entry: "service" },
      { code: "entry-unanswered", entry: "plant" },
      { code: "entry-unanswered", entry: "tender" },
      { code: "unknown-entry", measure: "contract", entry: "weather" },
      { code: "owner-missing", measure: "contract", goal: "x" },
      { code: "due-missing", measure: "contract", goal: "x" },
    ]);
    const { findings, measures } = review(plan([], []));
    expect(findings.slice(-2)).toEqual([
      { code: "answers-nothing", measure: "contract" },
      { code: "no-stage-goal", measure: "contract" },
    ]);
    expect(measures).toEqual([{ measure: "contract", state: "unplanned" }]);
  });

  test("late is what isn't done when its day is over; done is reviewed after acting", () => {
    const open = { id: "draft", owner: "li", due: "2026-11-30" };
    const codes = (goal: StageGoal, asOf: string): string[] =>
      review(plan([goal]), asOf).findings.map(({ code }) => code);
    expect([codes(open, "2026-11-30"), codes(open, "2026-11-30T23:00:00Z"), codes(open, "2026-12-01")]).toEqual([
      [],
      [],
      ["stage-late"],
    ]);
    expect(codes({ ...open, done: "2026-12-24" }, "2026-12-31")).toEqual(["not-reviewed"]);
    expect(review(plan([open])).findings).toEqual([
      { code: "stage-late", measure: "contract", goal: "draft", due: "2026-11-30" },
    ]);
  });

  test("a measure is planned, under way, done, reviewed", () => {
    const open = { id: "a", owner: "li", due: "2026-12-30" };
    const done = { ...STAGE, id: "b", reviewed: null };
    const state = (...goals: StageGoal[]): string | undefined => review(plan(goals)).measures[0]?.state;
    expect([state(open), state(open, done), state(done), state(done, STAGE), state(STAGE)]).toEqual([
      "planned",
      "under-way",
      "done",
      "done",
      "reviewed",
    ]);
  });

  test.each<[string, unknown, string[]]>([
    ["nothing", null, ["wrong-type at ", "required at entries", "required at measures"]],
    ["an empty record", {}, ["required at entries", "required at measures"]],
    [
      "entries that are none",
      { entries: [5, {}, { id: "a" }, { id: "b", side: "x" }], measures: [] },
      [
        "wrong-type at entries.0",
        "required at entries.1.id",
        "required at entries.2.side",
        "unknown-value at entries.3.side",
      ],
    ],
    ["an entry twice", { entries: [...ENTRIES, ENTRIES[0]], measures: [] }, ["duplicate-id at entries.4.id"]],
    [
      "measures that are none",
      { entries: ENTRIES, measures: [{ id: "m", answers: [5, null], goals: "x" }, { id: "n" }] },
      [
        "wrong-type at measures.0.answers.0",
        "required at measures.0.answers.1",
        "wrong-type at measures.0.goals",
        "required at measures.1.answers",
        "required at measures.1.goals",
      ],
    ],
    [
      "faulty goals",
      {
        entries: ENTRIES,
        measures: [{ id: "m", answers: [], goals: [{ id: "g", owner: 5, due: "x" }, { id: "g" }, { id: " " }] }],
      },
      [
        "wrong-type at measures.0.goals.0.owner",
        "not-a-date at measures.0.goals.0.due",
        "duplicate-id at measures.0.goals.1.id",
        "required at measures.0.goals.2.id",
      ],
    ],
  ])("%s", (_, given, expected) => {
    const result = review(given as never);
    expect(result.issues.map(({ code, path }) => `${code} at ${path.join(".")}`)).toEqual(expected);
    expect(result.complete).toBe(false);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("a plan without a finding but with an issue isn't complete; faulty options are errors", () => {
    const faulty = { ...plan([STAGE]), entries: [...ENTRIES, 5] };
    expect(review(faulty as never)).toMatchObject({ findings: [], complete: false });
    for (const options of [null, {}, { asOf: "x" }, { asOf: "2026-01-01", on: 1 }]) {
      expect(() => reviewPlan(plan([]), options as never)).toThrow();
      try {
        reviewPlan(plan([]), options as never);
      } catch (error) {
        expect(isKeyAccountError(error)).toBe(true);
      }
    }
  });
});
