import { defineSurvey, type SurveyRecord, surveyProgress } from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { inShort, thrownBy } from "../faults.js";
import { FORM, visit } from "./form.js";

const AS_OF = { asOf: "2026-11-21" };
const progress = (...records: SurveyRecord[]) => surveyProgress(FORM, deepFreeze(records), AS_OF);
/** Contradiction of one question by its answers: [id, day, value, verified]. */
const contradiction = (...answers: readonly (readonly [string, string, number, boolean?])[]) => {
  const records = answers.map(([id, at, value, verified]) => visit(id, at, { salesReps: { value, verified } }));
  const { answers: all, contradictions, next } = progress(...records);
  const [found] = contradictions;
  const isAsked = next.some(({ question, reason }) => question === "salesReps" && reason === "contradicted");
  return { holds: all.salesReps.answer?.recordId, rule: found?.rule ?? null, settled: found?.settled ?? null, isAsked };
};

describe("A4.4 surveyProgress: completeness", () => {
  test("A4.2 by facet and whole, by hand: required questions with a fresh answer ÷ those that apply", () => {
    const result = progress(
      visit("v-1", "2026-11-02", {
        marketSize: { value: null, notApplicable: true },
        salesReps: { value: 6 },
        standing: { value: "4.50" },
        creditRecord: { value: "prompt", observedAt: "2026-05-24" },
        rivals: { value: ["Huaxin"] },
      }),
    );
    // Channel: 4 required, salesReps and reputation answered, credit 181 days old: stale. Whole: 3 of 8 − 1.
    expect(result.facets.environment).toMatchObject({
      required: 1,
      answered: 0,
      notApplicable: 1,
      completeness: null,
      open: [],
    });
    expect(result.facets.channel).toEqual({
      required: 4,
      answered: 2,
      notApplicable: 0,
      stale: 1,
      completeness: 0.5,
      open: ["creditRecord", "ownEngineers", "ownerStyle"],
    });
    expect(result.facets.rivals.completeness).toBe(0.5);
    expect(result.facets.consumers.completeness).toBe(0);
    expect(result.whole).toEqual({
      required: 8,
      answered: 3,
      notApplicable: 1,
      stale: 1,
      completeness: 0.4286,
      open: ["creditRecord", "ownEngineers", "ownerStyle", "rivalPrices", "criteria"],
    });
    expect(result).toMatchObject({
      v: 1,
      form: { id: "small", version: "3" },
      asOf: "2026-11-21",
      records: 1,
      issues: [],
    });
  });

  test("A4.4 what is still open becomes the question list, the required before the rest, each in the form's order", () => {
    const { next, answers, unverified } = progress(
      visit("v-2", "2026-11-09", {
        salesReps: { value: 7 },
        ownEngineers: { value: null },
        ownerStyle: { value: "  " },
      }),
      visit("v-1", "2026-11-02", {
        salesReps: { value: 6 },
        ownEngineers: { value: null },
        creditRecord: { value: "prompt", observedAt: "2026-01-01", verified: true },
        reputation: { value: 3, verified: true },
      }),
    );
    expect(next).toEqual([
      { question: "salesReps", facet: "channel", reason: "contradicted", fact: "salesReps", asked: 0 },
      { question: "marketSize", facet: "environment", reason: "unanswered", fact: "marketSize", asked: 0 },
      { question: "ownEngineers", facet: "channel", reason: "unanswered", fact: "ownEngineers", asked: 2 },
      { question: "rivals", facet: "rivals", reason: "unanswered", fact: null, asked: 0 },
      { question: "rivalPrices", facet: "rivals", reason: "unanswered", fact: null, asked: 0 },
      { question: "criteria", facet: "consumers", reason: "unanswered", fact: null, asked: 0 },
      { question: "creditRecord", facet: "channel", reason: "outdated", fact: "creditRecord", asked: 0 },
      { question: "ownerStyle", facet: "channel", reason: "optional", fact: null, asked: 1 },
    ]);
    expect(answers.creditRecord).toMatchObject({ state: "stale", ageDays: 324 });
    expect(answers.ownEngineers).toEqual({ state: "open", answer: null, ageDays: null, asked: 2 });
    expect(unverified).toEqual(["salesReps"]);
  });

  test("an answer holds up to its last day", () => {
    const at = (observedAt: string) =>
      progress(visit("v", "2026-11-02", { creditRecord: { value: "prompt", observedAt } })).answers.creditRecord;
    expect(at("2026-05-25")).toMatchObject({ state: "answered", ageDays: 180 });
    expect(at("2026-05-24")).toMatchObject({ state: "stale", ageDays: 181 });
  });

  test("nothing visited: everything is open, and a form without required questions has no completeness", () => {
    const { whole, records, next } = progress();
    expect([whole.completeness, records, next.length]).toEqual([0, 0, 9]);
    const optional = defineSurvey({
      id: "f",
      version: "1",
      questions: { a: { facet: "rivals", kind: "flag", required: false } },
    });
    expect(surveyProgress(optional, [], AS_OF).whole).toMatchObject({ completeness: null, open: ["a"] });
  });

  test("A4.3 forms and visits are one survey; answers go by the question's id or its fact's name", () => {
    const form = {
      id: "a-1",
      clientId: "c",
      answeredAt: "2026-11-03T08:00:00Z",
      answers: { reputation: { value: 4 } },
    };
    const { answers, beyond } = progress(
      form,
      visit("v-1", "2026-11-02", { marketSize: { value: "1e6" }, hobby: { value: "chess" } }),
    );
    expect(answers.reputation.answer).toEqual({
      value: "4",
      notApplicable: false,
      observedAt: "2026-11-03T08:00:00Z",
      source: "a-1",
      verified: false,
      recordId: "a-1",
    });
    expect(answers.marketSize.answer?.value).toBe("1000000");
    expect(beyond).toEqual(["hobby"]);
    expect(progress({ id: "v", startedAt: "2026-11-02" }).issues).toEqual([]);
  });

  test("A4.4 two to three visits fill the handbook's form: coverage grows, nothing learnt is lost", () => {
    const parts = ["environment", "channel", "rivals", "consumers"] as const;
    const whole = parts.map((_, count) => {
      const visits = parts.slice(0, count + 1).map((facet, index) => {
        const asked = Object.entries(clientSurvey.questions).filter(([, question]) => question.facet === facet);
        const learnt = Object.fromEntries(asked.map(([id, question]) => [id, { value: sample(question) }]));
        return visit(`v-${String(index)}`, `2026-11-0${String(index + 1)}`, learnt);
      });
      const {
        whole: { completeness },
        issues,
      } = surveyProgress(clientSurvey, visits, AS_OF);
      expect(issues).toEqual([]);
      return completeness;
    });
    expect(whole).toEqual([...whole].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(whole.at(-1)).toBe(1);
  });
});

/** Some answer that suits a question. */
function sample(question: {
  readonly kind: string;
  readonly options?: readonly string[];
  readonly min?: string | undefined;
}): unknown {
  const byKind: Record<string, unknown> = {
    number: "0.5",
    rating: 3,
    choice: question.options?.[0],
    ranking: question.options,
    flag: true,
    text: "something",
    list: ["one"],
    amounts: [{ name: "one", amount: "5" }],
  };
  return byKind[question.kind];
}

describe("A4.4 contradictions between visits: nothing is overwritten silently", () => {
  test("both unverified: the later holds, and it is asked again", () => {
    expect(contradiction(["a", "2026-11-02", 6], ["b", "2026-11-01", 5])).toEqual({
      holds: "a",
      rule: "later",
      settled: false,
      isAsked: true,
    });
  });

  test("verified later: that settles it", () => {
    const settled = { rule: "verified-later", settled: true, isAsked: false };
    expect(contradiction(["a", "2026-11-01", 5], ["b", "2026-11-02", 6, true])).toEqual({ holds: "b", ...settled });
    expect(contradiction(["a", "2026-11-01", 5, true], ["b", "2026-11-02", 6, true])).toEqual({
      holds: "b",
      ...settled,
    });
    expect(contradiction(["a", "2026-11-02", 5], ["b", "2026-11-02", 6, true])).toEqual({ holds: "b", ...settled });
  });

  test("verified earlier: it holds, but something newer was said", () => {
    const expected = { holds: "a", rule: "verified", settled: false, isAsked: true };
    expect(contradiction(["a", "2026-11-01", 5, true], ["b", "2026-11-02", 6])).toEqual(expected);
    expect(contradiction(["a", "2026-11-01", 5, true], ["b", "2026-11-02", 6], ["c", "2026-10-01", 7, true])).toEqual(
      expected,
    );
  });

  test("the same time, alike verified: the lesser id for want of a reason", () => {
    const expected = { holds: "a", rule: "tie", settled: false, isAsked: true };
    expect(contradiction(["b", "2026-11-02", 6], ["a", "2026-11-02", 5])).toEqual(expected);
    expect(contradiction(["b", "2026-11-02", 6, true], ["a", "2026-11-02", 5, true])).toEqual(expected);
  });

  test("what is too old contradicts nothing any more", () => {
    expect(contradiction(["a", "2025-11-01", 5, true], ["b", "2026-11-02", 6])).toEqual({
      holds: "b",
      rule: "fresh",
      settled: true,
      isAsked: false,
    });
    expect(contradiction(["a", "2025-11-01", 5], ["b", "2025-10-02", 6])).toMatchObject({ holds: "a", rule: "later" });
  });

  test("who said what stands in the contradiction, the answer that holds first", () => {
    const { contradictions } = progress(
      visit("a", "2026-11-01", { salesReps: { value: "5.0", source: "owner" } }),
      visit("b", "2026-11-02", { salesReps: { value: null, notApplicable: true } }),
      visit("c", "2026-11-03T09:00:00.50Z", { salesReps: { value: 5 } }),
      visit("d", "2026-11-03T09:00:00.5Z", { salesReps: { value: 6 } }),
    );
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]).toMatchObject({ question: "salesReps", facet: "channel", rule: "tie", settled: false });
    expect(
      contradictions[0]?.answers.map(({ recordId, value, source, notApplicable }) => [
        recordId,
        value,
        source,
        notApplicable,
      ]),
    ).toEqual([
      ["c", "5", "c", false],
      ["d", "6", "d", false],
      ["b", null, "b", true],
      ["a", "5", "owner", false],
    ]);
  });

  test("the same answer in other words is none: 5 and 5.0", () => {
    expect(contradiction(["a", "2026-11-02", 5], ["b", "2026-11-01", 5.0])).toEqual({
      holds: "a",
      rule: null,
      settled: null,
      isAsked: false,
    });
  });

  test("one record that answers by id and by fact contradicts itself; the lesser value is taken, whatever the order of its keys", () => {
    const by = (learnt: object) =>
      progress(visit("a", "2026-11-02", learnt)).contradictions[0]?.answers.map(({ value }) => value);
    expect(by({ reputation: { value: 4 }, standing: { value: 3 } })).toEqual(["3", "4"]);
    expect(by({ standing: { value: 3 }, reputation: { value: 4 } })).toEqual(["3", "4"]);
  });
});

describe("A4.4 what may change from visit to visit", () => {
  const form = defineSurvey({
    id: "moods",
    version: "1",
    questions: { mood: { facet: "channel", kind: "rating", min: 1, max: 5, maxAgeDays: 180, mayChange: true } },
  });
  const look = (...said: readonly [id: string, day: string, value: number, verified?: boolean][]) => {
    const visits = said.map(([id, day, value, verified = false]) => visit(id, day, { mood: { value, verified } }));
    const { answers, contradictions, next } = surveyProgress(form, visits, AS_OF);
    const [{ rule, settled } = { rule: null, settled: null }] = contradictions;
    return { holds: answers.mood.answer?.recordId, rule, settled, asked: next.map(({ reason }) => reason) };
  };

  test("the latest holds, verified or not, and nobody asks again", () => {
    const expected = { holds: "b", rule: "changed", settled: true, asked: [] };
    expect(look(["a", "2026-10-15", 4], ["b", "2026-11-20", 2])).toEqual(expected);
    expect(look(["a", "2026-10-15", 4, true], ["b", "2026-11-20", 2])).toEqual(expected);
    expect(look(["a", "2026-10-15", 4, true], ["b", "2026-11-20", 2, true])).toEqual(expected);
  });

  test("two answers of one time are a contradiction all the same, unless one was checked", () => {
    expect(look(["a", "2026-11-20", 4], ["b", "2026-11-20", 2])).toEqual({
      holds: "a",
      rule: "tie",
      settled: false,
      asked: ["contradicted"],
    });
    expect(look(["a", "2026-11-20", 4], ["b", "2026-11-20", 2, true])).toMatchObject({
      holds: "b",
      rule: "verified-later",
    });
    expect(look(["a", "2026-11-20", 4], ["b", "2026-11-20", 2], ["c", "2026-10-01", 5])).toMatchObject({ rule: "tie" });
  });

  test("what is too old stays too old, and the same answer is no change", () => {
    expect(look(["a", "2026-01-15", 4], ["b", "2026-11-20", 2])).toMatchObject({ holds: "b", rule: "fresh" });
    expect(look(["a", "2026-01-15", 4], ["b", "2026-02-20", 2])).toMatchObject({
      holds: "b",
      rule: "changed",
      asked: ["outdated"],
    });
    expect(look(["a", "2026-10-15", 4], ["b", "2026-11-20", 4])).toMatchObject({ holds: "b", rule: null });
  });

  test("A4.4 in the handbook's form that is the willingness, every text and list, and what grows or turns by itself", () => {
    const of = (isOne: (question: (typeof questions)[number][1]) => boolean) =>
      questions.filter(([, question]) => isOne(question)).map(([id]) => id);
    const questions = Object.entries(clientSurvey.questions);
    const told = of(({ kind }) => kind === "text" || kind === "list");
    const counted = ["brands", "staff", "salesReps", "rivalCoverage", "rivalWholesalePrices", "rivalRetailPrices"];
    expect(told).toHaveLength(15);
    expect(of(({ mayChange }) => mayChange === true).sort()).toEqual([...told, ...counted, "willingness"].sort());
  });

  test("A4.4 texts and lists that grow aren't asked again before what nobody has answered; a credit record is", () => {
    const visits = [
      visit("a", "2026-11-01", {
        ownerStyle: { value: "Careful" },
        rivals: { value: ["North"] },
        brands: { value: [{ name: "North" }] },
        creditRecord: { value: "prompt" },
      }),
      visit("b", "2026-11-05", {
        ownerStyle: { value: "Careful, pays cash" },
        rivals: { value: ["North", "South"] },
        brands: { value: [{ name: "North", amount: "120000" }] },
        creditRecord: { value: "minor-delays" },
      }),
    ];
    const { answers, contradictions, next } = surveyProgress(clientSurvey, visits, AS_OF);
    expect(contradictions.map(({ question, rule, settled }) => [question, rule, settled])).toEqual([
      ["ownerStyle", "changed", true],
      ["brands", "changed", true],
      ["creditRecord", "later", false],
      ["rivals", "changed", true],
    ]);
    expect(next.slice(0, 2).map(({ question, reason }) => [question, reason])).toEqual([
      ["creditRecord", "contradicted"],
      ["marketSize", "unanswered"],
    ]);
    expect(answers.rivals.answer?.value).toEqual(["North", "South"]);
  });

  test("it is said by yes or no", () => {
    const question = { facet: "channel", kind: "flag", mayChange: "yes" } as never;
    expect(() => defineSurvey({ id: "f", version: "1", questions: { question } })).toThrow(/mayChange/);
  });
});

describe("faulty records and answers", () => {
  test("answers that don't suit their question are issues and count as not given", () => {
    const learnt = {
      marketSize: { value: -1 },
      salesReps: { value: 1001 },
      reputation: { value: "5.01" },
      creditRecord: { value: "late" },
      ownEngineers: { value: "yes" },
      ownerStyle: { value: 5 },
      rivals: { value: ["a", 5] },
      rivalPrices: { value: [{ name: "a" }, { name: "a", amount: 2 }] },
      criteria: { value: ["price", "price"] },
    };
    const { issues, whole } = progress(visit("v", "2026-11-02", learnt));
    expect(inShort(issues)).toEqual([
      "out-of-range at 0.learnt.marketSize.value",
      "out-of-range at 0.learnt.salesReps.value",
      "out-of-range at 0.learnt.reputation.value",
      "unknown-value at 0.learnt.creditRecord.value",
      "wrong-type at 0.learnt.ownEngineers.value",
      "wrong-type at 0.learnt.ownerStyle.value",
      "wrong-type at 0.learnt.rivals.value.1",
      "duplicate-id at 0.learnt.rivalPrices.value.1",
      "duplicate-id at 0.learnt.criteria.value.1",
    ]);
    expect(issues.map(({ details }) => details).slice(0, 3)).toEqual([
      { received: "-1", least: 0 },
      { received: "1001", least: 0, most: 1000 },
      { received: "5.01", least: 1, most: 5 },
    ]);
    expect(whole.answered).toBe(0);
  });

  test("a number with one end", () => {
    const form = defineSurvey({ id: "f", version: "1", questions: { a: { facet: "rivals", kind: "number", max: 2 } } });
    const at = (value: number) => surveyProgress(form, [visit("v", "2026-11-02", { a: { value } })], AS_OF);
    expect(at(2).issues).toEqual([]);
    expect(at(2.1).issues[0]?.details).toEqual({ received: "2.1", most: 2 });
  });

  test.each<[string, object, string[]]>([
    ["no decimal", { salesReps: { value: "6,0" } }, ["not-a-decimal at 0.learnt.salesReps.value"]],
    ["an option that is no text", { creditRecord: { value: 1 } }, ["wrong-type at 0.learnt.creditRecord.value"]],
    ["no list", { rivals: { value: "Huaxin" } }, ["wrong-type at 0.learnt.rivals.value"]],
    ["no record in amounts", { rivalPrices: { value: ["a"] } }, ["wrong-type at 0.learnt.rivalPrices.value.0"]],
    ["null in amounts", { rivalPrices: { value: [null] } }, ["wrong-type at 0.learnt.rivalPrices.value.0"]],
    [
      "amounts without a name",
      { rivalPrices: { value: [{ amount: 3 }] } },
      ["required at 0.learnt.rivalPrices.value.0.name"],
    ],
    ["a blank name", { rivalPrices: { value: [{ name: " " }] } }, ["required at 0.learnt.rivalPrices.value.0.name"]],
    [
      "a name that is no text",
      { rivalPrices: { value: [{ name: 4 }] } },
      ["wrong-type at 0.learnt.rivalPrices.value.0.name"],
    ],
    [
      "no amount",
      { rivalPrices: { value: [{ name: "a", amount: "x" }] } },
      ["not-a-decimal at 0.learnt.rivalPrices.value.0.amount"],
    ],
    ["a plain value", { salesReps: 6 }, ["wrong-type at 0.learnt.salesReps"]],
    ["a list for a record", { salesReps: [6] }, ["wrong-type at 0.learnt.salesReps"]],
    [
      "both a value and none",
      { salesReps: { value: 6, notApplicable: true } },
      ["contradictory-fact at 0.learnt.salesReps"],
    ],
    [
      "odd provenance",
      { salesReps: { value: 6, verified: "yes", source: 5 } },
      ["wrong-type at 0.learnt.salesReps.verified", "wrong-type at 0.learnt.salesReps.source"],
    ],
    [
      "odd applicability",
      { salesReps: { value: 6, notApplicable: "no" } },
      ["wrong-type at 0.learnt.salesReps.notApplicable"],
    ],
    ["no day", { salesReps: { value: 6, observedAt: "May" } }, ["not-a-date at 0.learnt.salesReps.observedAt"]],
    [
      "a later day",
      { salesReps: { value: 6, observedAt: "2026-11-22" } },
      ["observed-after-as-of at 0.learnt.salesReps.observedAt"],
    ],
    ["NaN", { salesReps: { value: Number.NaN }, reputation: { value: 4 } }, ["not-json at 0.learnt.salesReps.value"]],
    ["null", { salesReps: null }, []],
  ])("%s", (_, learnt, expected) => {
    const { issues, answers } = progress(visit("v", "2026-11-02", learnt));
    expect(inShort(issues)).toEqual(expected);
    expect(answers.salesReps.state).toBe("open");
  });

  test("an empty ranking or list of amounts says nothing; an empty list says: none", () => {
    const { answers } = progress(
      visit("v", "2026-11-02", { criteria: { value: [] }, rivalPrices: { value: [] }, rivals: { value: ["  "] } }),
    );
    expect([answers.criteria.state, answers.rivalPrices.asked, answers.rivals.answer?.value]).toEqual(["open", 1, []]);
  });

  test("amounts keep their names; a null amount is unknown", () => {
    const value = [
      { name: "a", amount: null },
      { name: "b", amount: 2.5 },
    ];
    expect(progress(visit("v", "2026-11-02", { rivalPrices: { value } })).answers.rivalPrices.answer?.value).toEqual([
      { name: "a" },
      { name: "b", amount: "2.5" },
    ]);
  });

  test("records that can't be read are left out, with their faults", () => {
    const good = { salesReps: { value: 6 } };
    const records = [
      5,
      [],
      { id: 7, startedAt: "2026-11-02", learnt: good },
      { id: " ", startedAt: "2026-11-02" },
      { id: "a", learnt: good },
      { id: "b", startedAt: "soon", learnt: good },
      { id: "c", startedAt: "2026-11-22", learnt: good },
      { id: "d", startedAt: "2026-11-02", learnt: "nothing" },
      { id: "e", clientId: 5, startedAt: "2026-11-02", learnt: good },
      { id: "f", startedAt: "2026-11-02", learnt: good },
      { id: "f", startedAt: "2026-11-03", learnt: good },
    ] as unknown as SurveyRecord[];
    const { issues, records: read, answers } = progress(...records);
    expect(inShort(issues)).toEqual([
      "wrong-type at 0",
      "wrong-type at 1",
      "wrong-type at 2.id",
      "required at 3.id",
      "required at 4.startedAt",
      "not-a-date at 5.startedAt",
      "observed-after-as-of at 6.startedAt",
      "wrong-type at 7.learnt",
      "wrong-type at 8.clientId",
      "duplicate-id at 10.id",
    ]);
    expect([read, answers.salesReps.answer?.observedAt]).toEqual([1, "2026-11-02"]);
  });
});

describe("one client at a time", () => {
  const records: SurveyRecord[] = [
    { id: "a", clientId: "c-2", startedAt: "2026-11-02", learnt: { salesReps: { value: 6 } } },
    { id: "b", clientId: "c-1", startedAt: "2026-11-02", learnt: { salesReps: { value: 8 } } },
  ];

  test("records of several clients are refused unless one is named", () => {
    expect(thrownBy(() => progress(...records))).toEqual(["several-clients at records"]);
    const { records: read, answers } = surveyProgress(FORM, records, { ...AS_OF, clientId: "c-1" });
    expect([read, answers.salesReps.answer?.value]).toEqual([1, "8"]);
    expect(surveyProgress(FORM, records, { ...AS_OF, clientId: "c-3" }).records).toBe(0);
  });

  test("faulty options throw with all their faults", () => {
    expect(thrownBy(() => surveyProgress(FORM, [], { asOf: "today", clientId: 5, when: 1 } as never))).toEqual([
      "unknown-key at when",
      "not-a-date at asOf",
      "wrong-type at clientId",
    ]);
    expect(thrownBy(() => surveyProgress(FORM, 5 as never, AS_OF))).toEqual(["wrong-type at records"]);
    expect(thrownBy(() => surveyProgress({} as typeof FORM, [], AS_OF))).toEqual([
      "required at id",
      "required at version",
      "required at questions",
    ]);
  });
});
