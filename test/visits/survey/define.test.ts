import { defineSurvey, extendSurvey, type QuestionDefinition, type SurveyDefinition } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { thrownBy } from "../faults.js";
import { HOSTILE } from "../hostile.js";
import { FORM } from "./form.js";

const faultsOf = (question: object, id = "q"): string[] =>
  thrownBy(() => defineSurvey({ id: "f", version: "1", questions: { [id]: question as QuestionDefinition } }));

describe("A4.2 defineSurvey", () => {
  test("gives plain frozen JSON in canonical form", () => {
    expect(JSON.parse(JSON.stringify(FORM))).toEqual(FORM);
    expect(Object.isFrozen(FORM.questions.criteria)).toBe(true);
    expect(FORM.v).toBe(1);
    expect(FORM.questions.salesReps).toEqual({
      facet: "channel",
      kind: "number",
      unit: "people",
      min: "0",
      max: "1000",
      required: true,
      fact: "salesReps",
      maxAgeDays: 365,
    });
    expect(FORM.questions.ownerStyle).toEqual({ facet: "channel", kind: "text", required: false });
  });

  test("takes a stored form as it gave it", () => {
    expect(defineSurvey(JSON.parse(JSON.stringify(FORM)) as typeof FORM)).toEqual(FORM);
    expect(thrownBy(() => defineSurvey({ ...FORM, v: 2 } as never))).toEqual(["unsupported-version at v"]);
  });

  test("lists every fault with its place", () => {
    expect(
      thrownBy(() =>
        defineSurvey({
          id: "not safe",
          version: "",
          questions: {
            a: { facet: "weather", kind: "number", unit: "miles", min: "low" },
            b: { facet: "channel", kind: "guess" },
            c: { facet: "channel", kind: "choice", options: [] },
            d: 5,
            "1": { facet: "channel", kind: "flag" },
          },
        } as unknown as SurveyDefinition<Record<string, QuestionDefinition>>),
      ).sort(),
    ).toEqual(
      [
        "unsafe-id at id",
        "out-of-range at version",
        "unsafe-id at questions.1",
        "unknown-value at questions.a.facet",
        "unknown-value at questions.a.unit",
        "not-a-decimal at questions.a.min",
        "unknown-value at questions.b.kind",
        "too-few at questions.c.options",
        "wrong-type at questions.d",
      ].sort(),
    );
  });

  test.each<[string, object, string[]]>([
    ["a rating without room", { kind: "rating", min: 5, max: 5 }, ["empty-range at questions.q"]],
    ["a number's ends the wrong way round", { kind: "number", min: 2, max: "1.9" }, ["empty-range at questions.q"]],
    ["a number with one value", { kind: "number", min: 2, max: 2 }, []],
    ["a number with one end", { kind: "number", max: 2 }, []],
    ["an option twice", { kind: "choice", options: ["a", "b", "a"] }, ["duplicate-id at questions.q.options.2"]],
    [
      "an option of a ranking twice",
      { kind: "ranking", options: ["a", "a"] },
      ["duplicate-id at questions.q.options.1"],
    ],
    ["a key of another kind", { kind: "flag", options: ["a"] }, ["unknown-key at questions.q.options"]],
    ["a host's unit", { kind: "number", unit: "x-pallets" }, []],
    ["a host's unit in capitals", { kind: "number", unit: "x-Pallets" }, ["unknown-value at questions.q.unit"]],
    ["an age of no day", { kind: "flag", maxAgeDays: 0 }, ["out-of-range at questions.q.maxAgeDays"]],
    ["a fact that no store keeps", { kind: "flag", fact: "a.b" }, ["unsafe-id at questions.q.fact"]],
  ])("%s", (_, question, expected) => {
    expect(faultsOf({ facet: "channel", ...question })).toEqual(expected);
  });

  test("a fact belongs to one question, and isn't another question's id", () => {
    const flag = { facet: "channel", kind: "flag" } as const;
    const define = (a: string | undefined, b: string | undefined): string[] =>
      thrownBy(() =>
        defineSurvey({
          id: "f",
          version: "1",
          questions: { a: { ...flag, ...(a && { fact: a }) }, b: { ...flag, ...(b && { fact: b }) } },
        }),
      );
    expect(define("x", "x")).toEqual(["duplicate-id at questions.b.fact"]);
    expect(define("b", undefined)).toEqual(["duplicate-id at questions.a.fact"]);
    expect(define("a", "b")).toEqual([]);
  });

  test.each(HOSTILE)("hostile: %s ends in our error", (_, make) => {
    expect(thrownBy(() => defineSurvey(make() as never))).not.toEqual([]);
    expect(thrownBy(() => defineSurvey({ id: "f", version: "1", questions: { q: make() as never } }))).not.toEqual([]);
    expect(thrownBy(() => extendSurvey(FORM, make() as never))).not.toEqual([]);
    expect(thrownBy(() => extendSurvey(make() as never, { id: "x" }))).not.toEqual([]);
  });
});

describe("A4.2 extendSurvey", () => {
  const base = deepFreeze(FORM);

  test("adds questions behind the base's, replaces in place, leaves out; the base stays", () => {
    const before = JSON.stringify(base);
    const ours = extendSurvey(base, {
      id: "ours",
      questions: {
        coldStore: { facet: "channel", kind: "flag" },
        rivals: { facet: "rivals", kind: "text" },
      },
      omit: ["marketSize", "criteria"],
    });
    expect(Object.keys(ours.questions)).toEqual([
      "salesReps",
      "reputation",
      "creditRecord",
      "ownEngineers",
      "ownerStyle",
      "rivals",
      "rivalPrices",
      "coldStore",
    ]);
    expect(ours.questions.rivals.kind).toBe("text");
    expect([ours.id, ours.version]).toEqual(["ours", "3"]);
    expect(extendSurvey(base, { id: "ours", version: "4" }).version).toBe("4");
    expect(JSON.stringify(base)).toBe(before);
  });

  test("refuses what the base doesn't have, unknown keys and faulty questions", () => {
    expect(
      thrownBy(() => extendSurvey(base, { id: "x", omit: ["nothing" as never, 5 as never], more: 1 } as never)),
    ).toEqual(["unknown-key at more", "wrong-type at omit.1", "unknown-value at omit.0"]);
    expect(thrownBy(() => extendSurvey(base, { id: "x", questions: { a: { facet: "channel" } as never } }))).toEqual([
      "required at questions.a.kind",
    ]);
    expect(
      thrownBy(() =>
        extendSurvey(base, { id: "x", questions: { a: { facet: "channel", kind: "flag", fact: "standing" } } }),
      ),
    ).toEqual(["duplicate-id at questions.a.fact"]);
  });

  test("a prototype fills no field", () => {
    const extension = JSON.parse(
      '{ "id": "x", "questions": { "__proto__": { "facet": "channel", "kind": "flag" } } }',
    ) as { id: string };
    expect(thrownBy(() => extendSurvey(base, extension))).toEqual(["forbidden-key at questions"]);
  });
});
