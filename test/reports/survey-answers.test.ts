import { clientSurvey, clientSurveyForm, type ProgressLike } from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const form = clientSurveyForm({
  id: "s",
  version: "1",
  questions: { reps: { kind: "number", min: "0", max: "9e2" }, say: { kind: "text" }, goods: { kind: "list" } },
});
const answered = (value: unknown): unknown => ({ state: "answered", answer: { value, notApplicable: false } });
const progressOf = (answers: object, more: object = {}): ProgressLike =>
  ({ asOf: "2026-11-21", records: 1, whole: { completeness: 0.5, open: [] }, answers, ...more }) as ProgressLike;
const read = (progress: unknown, client: unknown = { id: "c" }): unknown[] => {
  const result = clientSurvey(form, { client, progress } as never);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path].join(" "));
};

describe("A4.3 an answer that the form can't hold", () => {
  const bad = {
    say: answered("half of a character: \ud800"),
    goods: answered(["a", ""]),
    reps: answered("901"),
  };

  test("is told with its question, every one of them, and none is taken for unanswered", () => {
    expect(read(progressOf(bad))).toEqual([
      "out-of-range fields reps",
      "unprintable-text fields say",
      "required fields goods 1",
    ]);
  });

  test("left out, all the others are shown", () => {
    const { say, ...others } = { ...bad, goods: answered(["a"]), reps: answered("900") };
    expect(say).toBeDefined();
    const result = clientSurvey(form, { client: { id: "c" }, progress: progressOf(others) });
    expect(result.ok && result.value.fields).toMatchObject({ reps: "900", say: null, goods: ["a"] });
  });

  test.each<[string, unknown, unknown, string[]]>([
    [
      "a number that is none",
      progressOf({ reps: answered(Number.NaN) }),
      undefined,
      ["not-json progress answers reps answer value"],
    ],
    ["a date", progressOf({ say: answered(new Date(0)) }), undefined, ["not-json progress answers say answer value"]],
    [
      "a member",
      progressOf({ goods: answered(["a", undefined]) }),
      undefined,
      ["not-json progress answers goods answer value 1", "required fields goods 1"],
    ],
    ["all answers", progressOf(new Map()), undefined, ["not-json progress answers"]],
    ["the day", progressOf({}, { asOf: new Date(0) }), undefined, ["not-json progress asOf"]],
    ["how many", progressOf({}, { records: Number.NaN }), undefined, ["not-json progress records"]],
    [
      "how far",
      progressOf({}, { whole: { completeness: Number.NaN, open: [] } }),
      undefined,
      ["not-json progress whole completeness"],
    ],
    ["the client's name", progressOf({}), { id: "c", name: new Date(0) }, ["not-json client name"]],
    ["the client", progressOf({}), new Date(0), ["not-json client", "required fields clientId"]],
  ])("so is what isn't plain data: %s", (_, progress, client, issues) => {
    expect(read(progress, client)).toEqual(issues);
  });

  test("what the form doesn't show may be anything, however much of it", () => {
    const others = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`q-${String(n)}`, answered(Number.NaN)]));
    expect(read(progressOf(others, { at: new Date(0) }), { id: "c", createdAt: new Date(0) })).toEqual([]);
    expect(read(progressOf({ ...others, reps: answered(Number.NaN) }))).toEqual([
      "not-json progress answers reps answer value",
    ]);
  });
});

test.each([{}, "x", "1e999", Number.MAX_VALUE, []])("A4.2 a bound of %j is refused or holds", (min) => {
  const make = (): unknown =>
    clientSurveyForm({ id: "s", version: "1", questions: { a: { kind: "number", min: min as string } } });
  if (min === Number.MAX_VALUE) expect(make()).toBeDefined();
  else expect(make).toThrow(expect.objectContaining({ code: min === "1e999" ? "not-json" : "wrong-type" }));
});
