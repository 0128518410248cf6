import fc from "fast-check";
import {
  evaluate,
  factsFromSurvey,
  planVisit,
  reviewVisit,
  type SurveyRecord,
  surveyProgress,
  visitFeeds,
} from "keyaccount";
import { clientSurvey, dealerScorecard } from "keyaccount/handbook";
import { parseSurveyAnswers, parseVisit, type SurveyAnswers, type Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { inShort, thrownBy } from "./faults.js";
import { FORM } from "./survey/form.js";

const asOf = "2026-11-21";
const about = { clientId: "c-7", asOf };
const visit: Visit = {
  v: 1,
  id: "v-1",
  clientId: "c-7",
  startedAt: "2026-11-16T01:00:00Z",
  way: "visit",
  learnt: { salesReps: { value: 5 }, creditRecord: { value: null } },
};
const form: SurveyAnswers = {
  v: 1,
  id: "f-1",
  clientId: "c-7",
  formId: "small",
  visitId: "v-1",
  answeredAt: "2026-11-16T02:00:00Z",
  answers: {
    reputation: { value: 4, verified: true, source: "its bank" },
    salesReps: { value: 8 },
    criteria: { value: ["quality", "price"] },
    ownEngineers: { value: null, notApplicable: true },
  },
};

test("the records of these tests are sound", () => {
  expect([parseVisit(visit).ok, parseSurveyAnswers(form).ok]).toEqual([true, true]);
});

describe("A4.3, A4.4 the answers on a form filled in at a visit are learnt at it", () => {
  const plan = {
    v: 1,
    id: "p",
    clientId: "c-7",
    learn: ["standing", "reputation", "salesReps", "creditRecord", "marketSize"].map((field) => ({
      question: "?",
      field,
    })),
  } as const;
  const learntOf = (review: ReturnType<typeof reviewVisit>): unknown =>
    review.learnt.map(({ field, value, notApplicable, observedAt, planned }) => [
      field,
      value,
      notApplicable,
      observedAt,
      planned,
    ]);

  test("by the names that they have, each field once: the visit's first, the later of two holding", () => {
    const review = reviewVisit(plan, visit, { asOf, answers: deepFreeze([form]) });
    expect(learntOf(review)).toEqual([
      ["salesReps", 8, false, "2026-11-16T02:00:00Z", true],
      ["creditRecord", null, false, "2026-11-16T01:00:00Z", true],
      ["reputation", 4, false, "2026-11-16T02:00:00Z", true],
      ["criteria", ["quality", "price"], false, "2026-11-16T02:00:00Z", false],
      ["ownEngineers", null, true, "2026-11-16T02:00:00Z", false],
    ]);
    expect(review.notLearnt).toEqual(["standing", "creditRecord", "marketSize"]);
    expect(review.issues).toEqual([]);
  });

  test("with the form a question and the fact that it becomes are one, in the plan too; values are canonical", () => {
    const review = reviewVisit(plan, visit, { asOf, answers: [form], form: FORM });
    expect(learntOf(review)).toEqual([
      ["salesReps", "8", false, "2026-11-16T02:00:00Z", true],
      ["creditRecord", null, false, "2026-11-16T01:00:00Z", true],
      ["standing", "4", false, "2026-11-16T02:00:00Z", true],
      ["criteria", ["quality", "price"], false, "2026-11-16T02:00:00Z", false],
      ["ownEngineers", null, true, "2026-11-16T02:00:00Z", false],
    ]);
    expect(review.notLearnt).toEqual(["creditRecord", "marketSize"]);
  });

  test("what isn't applicable is learnt", () => {
    const asks = { ...plan, learn: [{ question: "?", field: "ownEngineers" }] };
    expect(reviewVisit(asks, visit, { asOf, answers: [form] }).notLearnt).toEqual([]);
  });

  test("a form of another visit, another client, or no visit is left aside, and so is one that comes after", () => {
    const { visitId, ...unbound } = form;
    expect(visitId).toBe("v-1");
    const others = [
      { ...form, id: "a", visitId: "v-2" },
      { ...form, id: "b", clientId: "c-8" },
      { ...unbound, id: "c" },
      { ...form, id: "d", answeredAt: "2026-11-25" },
      { ...form, id: "e", formId: "other" },
    ];
    const review = reviewVisit(null, visit, { asOf, answers: others, form: FORM });
    expect(review.learnt.map(({ field, value }) => [field, value])).toEqual([
      ["salesReps", "5"],
      ["creditRecord", null],
    ]);
    expect(inShort(review.issues)).toEqual([
      "observed-after-as-of at answers.3.answeredAt",
      "unknown-value at answers.4.formId",
    ]);
    const forms = reviewVisit(null, visit, { asOf, answers: others, form: FORM, forms: ["other"] });
    expect(forms.learnt.map(({ field }) => field)).toContain("standing");
  });

  test("a visit that can't be read has no forms", () => {
    expect(reviewVisit(null, { ...visit, id: "" }, { asOf, answers: [form] }).learnt).toEqual([]);
  });

  test("of two forms of one visit and moment the lesser id holds, whatever their order", () => {
    const other = { ...form, id: "f-0", answers: { salesReps: { value: 7 } } };
    const valueIn = (answers: SurveyAnswers[]): unknown =>
      reviewVisit(null, visit, { asOf, answers }).learnt.find(({ field }) => field === "salesReps")?.value;
    expect([valueIn([form, other]), valueIn([other, form])]).toEqual([7, 7]);
  });
});

describe("A4.4, A7 the loop closes by forms as well as by visits", () => {
  test("facts come from visits and forms, and only visits are contacts", () => {
    const feeds = visitFeeds(deepFreeze([form, visit]), about);
    expect(feeds.facts).toEqual({
      salesReps: { value: 8, observedAt: "2026-11-16T02:00:00Z", source: "f-1", verified: false },
      reputation: { value: 4, observedAt: "2026-11-16T02:00:00Z", source: "its bank", verified: true },
      criteria: { value: ["quality", "price"], observedAt: "2026-11-16T02:00:00Z", source: "f-1", verified: false },
      ownEngineers: { notApplicable: true, observedAt: "2026-11-16T02:00:00Z", source: "f-1", verified: false },
    });
    expect([feeds.visits.length, feeds.contacts.length, feeds.issues]).toEqual([1, 1, []]);
  });

  test("survey → plan → visit and form → review → evaluation: what the form brought narrows the interval", () => {
    const survey = surveyProgress(clientSurvey, [], { asOf: "2026-11-10" });
    const { plan } = planVisit({
      id: "p",
      asOf: "2026-11-10",
      client: { id: "c-7" },
      visits: [],
      survey,
      mostQuestions: 200,
    });
    const filled = {
      ...form,
      formId: "client-survey",
      answers: { reputation: { value: 4 }, afterSales: { value: "own-team" } },
    };
    const bare = { ...visit, learnt: {} };
    const review = reviewVisit(plan, bare, { asOf, answers: [filled], form: clientSurvey });
    expect(plan.learn?.map(({ field }) => field)).toContain("reputation");
    expect(review.learnt.map(({ field, planned }) => [field, planned])).toEqual([
      ["reputation", true],
      ["afterSales", true],
    ]);
    expect(review.notLearnt.length).toBe(Number(plan.learn?.length) - 2);
    const widthOf = (records: readonly (Visit | SurveyAnswers)[]): number => {
      const { low, high } = evaluate(
        dealerScorecard,
        visitFeeds(records, { ...about, form: clientSurvey }).facts as never,
        { asOf },
      );
      return Number(high) - Number(low);
    };
    // Nothing is known: 100 points are open, and 3 more, as finance may earn 33 on weights of 30. Reputation weighs 6, after-sales service 6.
    expect([widthOf([bare]), widthOf([bare, filled])]).toEqual([103, 91]);
  });

  test("ids of forms and visits are apart; a second one of the same kind is refused", () => {
    const twice = [visit, { ...form, id: "v-1" }, { ...form, id: "v-1" }, visit];
    expect(inShort(visitFeeds(twice, about).issues).sort()).toEqual(["duplicate-id at 2.id", "duplicate-id at 3.id"]);
  });

  test("forms without id, client or day, and those of others, feed nothing", () => {
    const faulty = [
      { ...form, id: "" },
      { ...form, id: "b", clientId: undefined },
      { ...form, id: "c", answeredAt: "soon" },
      { ...form, id: "d", clientId: "c-8" },
      { ...form, id: "e", answeredAt: null },
    ] as never;
    const feeds = visitFeeds(faulty, about);
    expect([feeds.facts, feeds.contacts]).toEqual([{}, []]);
    expect(inShort(feeds.issues)).toEqual([
      "not-an-id at 0.id",
      "required at 1.clientId",
      "not-a-date at 2.answeredAt",
      "required at 4.answeredAt",
    ]);
  });

  test("an answer that doesn't suit its question is an issue and no fact; beyond the form it stands as it is", () => {
    const odd = {
      ...form,
      answers: { salesReps: { value: -1 }, creditRecord: { value: "fine" }, weather: { value: "wet" } },
    };
    const feeds = visitFeeds([odd], { ...about, form: FORM });
    expect(Object.keys(feeds.facts)).toEqual(["weather"]);
    expect(inShort(feeds.issues)).toEqual([
      "out-of-range at 0.answers.salesReps.value",
      "unknown-value at 0.answers.creditRecord.value",
    ]);
  });

  test("a record that doesn't name its form is taken to be of the one that is asked about", () => {
    const { formId, ...unnamed } = form;
    expect(formId).toBe("small");
    expect(Object.keys(visitFeeds([unnamed], { ...about, form: FORM }).facts)).toContain("standing");
  });

  test("faulty forms throw", () => {
    expect(thrownBy(() => visitFeeds([], { ...about, form: {} as never }))).not.toEqual([]);
    expect(thrownBy(() => visitFeeds([], { ...about, forms: [5] as never }))).toEqual(["wrong-type at forms.0"]);
    expect(thrownBy(() => reviewVisit(null, visit, { asOf, form: 5 as never }))).not.toEqual([]);
    expect(thrownBy(() => visitFeeds([], { ...about, frm: FORM } as never))).toEqual(["unknown-key at frm"]);
  });
});

test("A4.4 what was observed after the day of the question isn't known yet, in facts, reviews and surveys alike", () => {
  const early: Visit = {
    ...visit,
    endedAt: "2026-11-23T00:00:00Z",
    minutes: 20,
    learnt: { salesReps: { value: 5, observedAt: "2026-12-24" }, reputation: { value: 3 } },
  };
  const feeds = visitFeeds([early], about);
  expect(Object.keys(feeds.facts)).toEqual(["reputation"]);
  expect(feeds.contacts[0]?.minutes).toBe(20);
  expect(inShort(feeds.issues)).toEqual([
    "observed-after-as-of at 0.endedAt",
    "observed-after-as-of at 0.learnt.salesReps.observedAt",
  ]);
  expect(reviewVisit(null, early, { asOf }).learnt.map(({ field }) => field)).toEqual(["reputation"]);
  expect(Object.keys(factsFromSurvey(FORM, [early as never], { asOf }).facts)).toEqual(["standing"]);
});

const known = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.record(
    {
      value: fc.option(value, { freq: 5 }),
      verified: fc.boolean(),
      source: fc.constantFrom("a", "its bank"),
      observedAt: fc.constantFrom(
        "2025-01-01",
        "2026-11-02",
        "2026-11-02T08:00:00Z",
        "2026-11-02T08:00:00.00Z",
        "2026-11-20",
      ),
    },
    { requiredKeys: ["value"] },
  );
const answers = fc.record(
  {
    salesReps: known(fc.integer({ min: 0, max: 3 })),
    standing: known(fc.constantFrom(1, 2, "2.0")),
    reputation: known(fc.constantFrom(3, "4")),
    creditRecord: known(fc.constantFrom("prompt", "defaulted")),
    rivals: known(fc.constantFrom(["N", "S"], ["S", "N"])),
    criteria: known(fc.constantFrom(["price"], ["quality", "price"])),
    weather: known(fc.constantFrom("wet", "dry")),
  },
  { requiredKeys: [] },
);
const times = fc.constantFrom(
  "2025-11-01",
  "2026-11-03",
  "2026-11-03T09:00:00Z",
  "2026-11-03T09:00:00.0Z",
  "2026-11-19",
);
const ids = fc.constantFrom("a", "b", "c", "d");
const record = fc.oneof(
  fc.record({
    v: fc.constant(1),
    id: ids,
    clientId: fc.constant("c-7"),
    way: fc.constant("visit"),
    startedAt: times,
    learnt: answers,
  }),
  fc.record({
    v: fc.constant(1),
    id: ids,
    clientId: fc.constant("c-7"),
    formId: fc.constant("small"),
    answeredAt: times,
    answers,
  }),
);
const records = fc.uniqueArray(record, {
  selector: (one) => `${"way" in one} ${one.id}`,
  maxLength: 6,
}) as unknown as fc.Arbitrary<(Visit | SurveyAnswers)[]>;

describe("laws of facts from records", () => {
  test("A4.4 with the form, the facts of visits and forms are those of the survey", () => {
    fc.assert(
      fc.property(records, (all) => {
        const { facts } = visitFeeds(all, { ...about, form: FORM });
        const survey = factsFromSurvey(FORM, all as SurveyRecord[], { asOf });
        for (const [fact, known] of Object.entries(survey.facts)) expect(facts[fact]).toEqual(known);
        const asked = Object.entries(FORM.questions).flatMap(([, { fact }]) => fact ?? []);
        expect(asked.filter((fact) => Object.hasOwn(facts, fact)).sort()).toEqual(Object.keys(survey.facts).sort());
      }),
    );
  });

  test("the order of the records changes nothing", () => {
    fc.assert(
      fc.property(records, fc.boolean(), (all, isAsked) => {
        const options = isAsked ? { ...about, form: FORM } : about;
        const turned = [...all].reverse();
        expect(JSON.stringify(visitFeeds(turned, options))).toBe(JSON.stringify(visitFeeds(deepFreeze(all), options)));
      }),
    );
  });
});
