import { surveyProgress } from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import { parseSurveyAnswers, type SurveyAnswers } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { faults, stored, valueOf } from "./noun.js";

const record = (more: object): string[] => faults(parseSurveyAnswers({ ...stored("survey-answers"), ...more }));

describe("A4.3 client survey form, as a visit filled it in", () => {
  test("A4.5 it is discussed the same evening and filed, never before it was filled in", () => {
    expect(record({ discussedAt: "2026-11-20T10:00:00Z", filedAt: "2026-11-21" })).toEqual([]);
    expect(record({ discussedAt: "2026-11-18", filedAt: "2026-11-20T02:14:59Z" })).toEqual([
      "out-of-order at discussedAt",
      "out-of-order at filedAt",
    ]);
  });

  test("answers of every kind; a value of null is asked and not learnt", () => {
    expect(
      record({ answers: { a: { value: [] }, b: { value: [{ name: "x" }] }, c: { value: null }, d: { value: 0.5 } } }),
    ).toEqual([]);
    expect(record({ answers: { "no id": { value: 1 } } })).toEqual(["unsafe-id at answers.no id"]);
    expect(record({ answers: { a: { value: 1, notApplicable: true } } })).toEqual(["contradictory-fact at answers.a"]);
    expect(record({ answers: { a: { value: [{ name: "x", amount: 5 }] } } }).length).toBe(1);
  });

  test("A4.4 the stored example is a record that surveyProgress takes whole", () => {
    const answers: SurveyAnswers = valueOf(parseSurveyAnswers(stored("survey-answers")));
    const progress = surveyProgress(clientSurvey, [answers], { asOf: "2026-11-21" });
    expect([progress.issues, progress.beyond, progress.records]).toEqual([[], ["capital"], 1]);
    expect(progress.answers.brands.answer?.value).toEqual([
      { name: "Huaxin", amount: "1200000" },
      { name: "Dongfang" },
    ]);
    expect(progress.answers.salesReps.answer).toMatchObject({
      value: "6",
      source: "owner",
      verified: true,
      observedAt: "2026-11-20",
    });
  });
});
