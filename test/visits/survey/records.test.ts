import { defineSurvey, factsFromSurvey, identifyTarget, reviewVisit, surveyProgress, visitFeeds } from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { parseVisit, type Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { inShort, thrownBy } from "../faults.js";
import { FORM, visit } from "./form.js";

const asOf = "2026-11-21";
const filled = (id: string, answers: object, more: object = {}): never =>
  ({ v: 1, id, clientId: "c-7", formId: "small", answeredAt: "2026-11-16", answers, ...more }) as never;

describe("A4.2, A4.4 a visit can carry every answer that the form requires", () => {
  const learnt = {
    productKinds: { value: ["tiles", "paint"] },
    brands: { value: [{ name: "North", amount: "120000" }, { name: "South" }] },
    buyingCriteria: { value: ["price", "quality"] },
    marketSize: { value: 5 },
  } as const;
  const stored: Visit = { v: 1, id: "v-1", clientId: "c-7", startedAt: "2026-11-16", way: "visit", learnt };

  test("lists, amounts and rankings are stored and read back as they were", () => {
    expect(parseVisit(deepFreeze(stored))).toEqual({ ok: true, value: stored });
    expect(parseVisit({ ...stored, learnt: { salesReps: { value: "6" } } }).ok).toBe(true);
    const wrong = parseVisit({ ...stored, learnt: { brands: { value: [{ amount: "5" }] } } });
    expect(wrong.ok).toBe(false);
  });

  test("A6.6 survey, review and feeds see them", () => {
    const { answers } = surveyProgress(clientSurvey, [stored], { asOf });
    expect(answers.brands.answer?.value).toEqual(learnt.brands.value);
    expect(answers.buyingCriteria.state).toBe("answered");
    const plan = { v: 1, id: "p", clientId: "c-7", learn: [{ question: "?", field: "buyingCriteria" }] } as const;
    expect(reviewVisit(plan, stored, { asOf }).notLearnt).toEqual([]);
    expect(visitFeeds([stored], { clientId: "c-7", asOf }).facts["productKinds"]).toMatchObject({
      value: ["tiles", "paint"],
    });
  });
});

describe("A4.3 answers to another form are none to this one", () => {
  const answers = { salesReps: { value: 5 } };

  test("they are left out and listed, whatever version of this one counts", () => {
    const records = [filled("a", answers, { formId: "other" }), filled("b", answers, { formVersion: "0" })];
    const { records: read, issues } = surveyProgress(FORM, records, { asOf });
    expect([read, inShort(issues)]).toEqual([1, ["unknown-value at 0.formId"]]);
    expect(inShort(factsFromSurvey(FORM, records.slice(0, 1), { asOf }).issues)).toEqual(["unknown-value at 0.formId"]);
  });

  test("unless they are said to count; one that doesn't say is of this form", () => {
    const records = [filled("a", answers, { formId: "other" }), filled("b", answers, { formId: undefined })];
    expect(surveyProgress(FORM, records, { asOf, forms: ["other"] })).toMatchObject({ records: 2, issues: [] });
    expect(thrownBy(() => surveyProgress(FORM, [], { asOf, forms: "other" as never }))).toEqual([
      "wrong-type at forms",
    ]);
  });

  test("identifyTarget has no form: any counts", () => {
    const rating = filled("a", { willingness: { value: 4 } }, { formId: "other" });
    expect(identifyTarget([rating], { asOf }).issues).toEqual([]);
  });
});

describe("A4.4 whose record it is", () => {
  test("a form and a visit may have one id", () => {
    const records = [filled("1", { salesReps: { value: 5 } }), visit("1", "2026-11-16", { marketSize: { value: 7 } })];
    const { records: read, issues, answers } = surveyProgress(FORM, records, { asOf });
    expect([read, issues, answers.salesReps.state, answers.marketSize.state]).toEqual([2, [], "answered", "answered"]);
    expect(inShort(surveyProgress(FORM, [...records, ...records], { asOf }).issues)).toEqual([
      "duplicate-id at 2.id",
      "duplicate-id at 3.id",
    ]);
  });

  test("which of two with one id and time holds doesn't depend on their order", () => {
    const records = [
      filled("1", { salesReps: { value: 5, source: "b" } }),
      visit("1", "2026-11-16", { salesReps: { value: 5, source: "a" } }),
    ];
    const held = (all: never[]) => surveyProgress(FORM, all, { asOf }).answers.salesReps.answer?.source;
    expect([held(records), held(records.toReversed())]).toEqual(["a", "a"]);
  });

  test("with a clientId a record that doesn't say whose it is can't be told, and is an issue", () => {
    const records = [visit("v-1", "2026-11-16", { salesReps: { value: 5 } })];
    const told = surveyProgress(FORM, records, { asOf, clientId: "c-7" });
    expect([told.records, inShort(told.issues)]).toEqual([0, ["required at 0.clientId"]]);
    expect(inShort(identifyTarget(records, { asOf, clientId: "c-7" }).issues)).toEqual(["required at 0.clientId"]);
    expect(surveyProgress(FORM, records, { asOf }).records).toBe(1);
  });

  test("with a clientId the faults of other clients aren't told", () => {
    const other = [
      { id: "a", clientId: "d", startedAt: "soon" },
      { id: "b", clientId: "d", startedAt: "2027-01-01" },
      { clientId: "d" },
    ] as never[];
    const own = filled("b", { salesReps: { value: 5 } });
    expect(surveyProgress(FORM, [...other, own], { asOf, clientId: "c-7" })).toMatchObject({ records: 1, issues: [] });
    expect(
      inShort(surveyProgress(FORM, [{ id: "a", clientId: " " }] as never, { asOf, clientId: "c-7" }).issues),
    ).toEqual(["required at 0.clientId", "required at 0.startedAt"]);
  });
});

describe("A4.4 lists and amounts are the same in any order, a ranking isn't", () => {
  const twice = (one: unknown, other: unknown, id: string): unknown =>
    surveyProgress(
      FORM,
      [visit("1", "2026-11-01", { [id]: { value: one } }), visit("2", "2026-11-02", { [id]: { value: other } })],
      { asOf },
    ).contradictions.map(({ rule }) => rule);

  test("which", () => {
    expect(twice(["a", "b"], ["b", "a"], "rivals")).toEqual([]);
    expect(twice(["a", "b"], ["a", "c"], "rivals")).toEqual(["later"]);
    expect(
      twice([{ name: "x", amount: 1 }, { name: "y" }], [{ name: "y" }, { name: "x", amount: "1.0" }], "rivalPrices"),
    ).toEqual([]);
    expect(twice([{ name: "x", amount: 1 }], [{ name: "x", amount: 2 }], "rivalPrices")).toEqual(["later"]);
    expect(twice(["price", "quality"], ["quality", "price"], "criteria")).toEqual(["later"]);
  });

  test("the one that holds keeps its own order", () => {
    const records = [visit("1", "2026-11-02", { rivals: { value: ["b", "a"] } })];
    expect(surveyProgress(FORM, records, { asOf }).answers.rivals.answer?.value).toEqual(["b", "a"]);
  });
});

test("A4.5 what isn't filed, and which form wasn't discussed, is told", () => {
  const records = [
    filled("a", {}, { discussedAt: "2026-11-16", filedAt: "2026-11-17" }),
    filled("b", {}, { discussedAt: "2026-11-30", filedAt: "2026-11-30" }),
    filled("c", {}, { discussedAt: "soon" }),
    visit("v-1", "2026-11-16", {}),
    { ...(visit("v-2", "2026-11-16", {}) as object), filedAt: "2026-11-16" } as never,
  ];
  const { unfiled, undiscussed } = surveyProgress(FORM, records, { asOf });
  expect([unfiled, undiscussed]).toEqual([
    ["b", "c", "v-1"],
    ["b", "c"],
  ]);
});

test("A4.4 twenty thousand records of one client, each with another answer, take no more than a few seconds", () => {
  const form = defineSurvey({ id: "n", version: "1", questions: { n: { facet: "channel", kind: "number" } } });
  const records = Array.from({ length: 20_000 }, (_, index) =>
    visit(`v-${String(index)}`, "2026-11-16", { n: { value: index } }),
  );
  const before = performance.now();
  expect(surveyProgress(form, records, { asOf }).contradictions[0]?.answers).toHaveLength(20_000);
  expect(performance.now() - before).toBeLessThan(10_000);
});

describe("A5.2 only a later contact confirms", () => {
  const ratings = {
    philosophyFit: { value: 4 },
    growthPotential: { value: 4 },
    strength: { value: 4 },
    willingness: { value: 4 },
  };
  const seen = (id: string, startedAt: string, more: object = {}): never =>
    ({ id, startedAt, learnt: ratings, ...more }) as never;
  const statusOf = (...records: never[]): string => identifyTarget(records, { asOf: "2026-11-20" }).status;

  test.each([
    [
      "the form and the visit of one day",
      filled("a", ratings, { answeredAt: "2026-11-02" }),
      seen("b", "2026-11-02"),
      "provisional",
    ],
    [
      "a day and a moment that may be the same",
      seen("a", "2026-11-02"),
      seen("b", "2026-11-02T09:00:00Z"),
      "provisional",
    ],
    [
      "the form of the same visit, later that day",
      seen("a", "2026-11-02T01:00:00Z"),
      filled("b", ratings, { answeredAt: "2026-11-02T09:00:00Z", visitId: "a" }),
      "provisional",
    ],
    [
      "another visit, later that day",
      seen("a", "2026-11-02T01:00:00Z"),
      seen("b", "2026-11-02T09:00:00Z"),
      "confirmed",
    ],
    ["the day after", seen("a", "2026-11-02"), seen("b", "2026-11-03"), "confirmed"],
  ])("%s", (_name, first, second, status) => {
    expect(statusOf(first, second)).toBe(status);
    expect(statusOf(second, first)).toBe(status);
  });

  test("a form and a visit of one id and time follow each other in one order", () => {
    const [form, call] = [
      filled("a", ratings, { answeredAt: "2026-11-02" }),
      seen("a", "2026-11-02", { learnt: { willingness: { value: 1 } } }),
    ];
    const verdictOf = (...records: never[]) => identifyTarget(records, { asOf: "2026-11-20" }).verdict;
    expect([verdictOf(form, call), verdictOf(call, form)]).toEqual(["court", "court"]);
  });
});

describe("A5.1 a rating holds for so long", () => {
  const ratings = (...facts: string[]) => Object.fromEntries(facts.map((fact) => [fact, { value: 4 }]));
  const all = ["philosophyFit", "growthPotential", "strength", "willingness"];
  const seen = (startedAt: string, ...facts: string[]): never =>
    ({ id: startedAt, startedAt, learnt: ratings(...facts) }) as never;

  test("after 180 days willingness is unknown again, after a year the rest, the last day included", () => {
    const at = (day: string) => {
      const { verdict, status, stale, missing } = identifyTarget([seen("2026-01-01", ...all)], { asOf: day });
      return [verdict, status, stale, missing];
    };
    expect(at("2026-06-30")).toEqual(["target", "provisional", [], []]);
    expect(at("2026-07-01")).toEqual(["open", "open", ["willingness"], ["willingness"]]);
    expect(at("2027-01-01")).toEqual(["open", "open", ["willingness"], ["willingness"]]);
    expect(at("2027-01-02")).toEqual(["open", "open", all, all]);
  });

  test("the ratings themselves stay to be seen, and hosts set the ages", () => {
    const records = [seen("2016-01-01", ...all)];
    expect(identifyTarget(records, { asOf }).facts.strength?.value).toBe("4");
    const ever = { philosophyFit: null, growthPotential: null, strength: null, willingness: null };
    expect(identifyTarget(records, { asOf, maxAgeDays: ever }).class).toBe("core-dealer");
    expect(identifyTarget(records, { asOf, maxAgeDays: { ...ever, strength: 30 } })).toMatchObject({
      class: "core-dealer",
      stale: ["strength"],
    });
    expect(thrownBy(() => identifyTarget([], { asOf, maxAgeDays: { strength: 0, size: 5 } as never }))).toEqual([
      "unknown-key at maxAgeDays.size",
      "out-of-range at maxAgeDays.strength",
    ]);
  });

  test("a judgement that what grew old has changed since is provisional, and old ratings judge no later contact", () => {
    const two = [
      seen("2025-11-01", "philosophyFit", "growthPotential"),
      seen("2026-10-01", ...all.slice(0, 2), "willingness"),
    ];
    const strong = {
      id: "s",
      startedAt: "2026-10-02",
      learnt: { strength: { value: 4 }, willingness: { value: 4 } },
    } as never;
    expect(identifyTarget([...two, strong], { asOf, maxAgeDays: { strength: 20 } })).toMatchObject({
      stale: ["strength"],
      class: "core-dealer",
    });
    const enough = { id: "g", startedAt: "2026-10-03", learnt: { growthPotential: { value: 3 } } } as never;
    expect(identifyTarget([...two, strong, enough], { asOf, maxAgeDays: { strength: 20 } })).toMatchObject({
      class: "ordinary-dealer",
      status: "provisional",
    });
    const old = seen("2016-01-01", ...all);
    const { history } = identifyTarget([old, seen("2026-10-01", "willingness")], { asOf });
    expect(history.map(({ verdict }) => verdict)).toEqual(["target", "open"]);
  });
});
