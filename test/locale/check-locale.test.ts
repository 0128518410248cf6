import { checkLocale, extendLocale, formatIssue } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import type { Locale } from "../../src/locale/locale.js";
import { deepFreeze } from "../support/deep-freeze.js";

const issuesOf = (locale: unknown): string[] =>
  checkLocale(locale as Locale, en).map(({ code, path, details }) =>
    [code, path.join("."), ...Object.values<unknown>(details).map(String)].join(" "),
  );

describe("checkLocale", () => {
  test("both of ours are complete against each other, also as JSON, and stay as they are", () => {
    const read = deepFreeze(JSON.parse(JSON.stringify(zhCN)) as Locale);
    expect(checkLocale(read, deepFreeze(structuredClone(en)))).toEqual([]);
    expect(checkLocale(en, zhCN)).toEqual([]);
  });

  test("a host's own words and tables beyond the base's aren't looked at", () => {
    const ours = extendLocale(en, { issues: { "over-limit": "{amount} above {limit}" }, indicators: { late: "Late" } });
    expect(issuesOf({ ...ours, colours: { red: "red" } })).toEqual([]);
  });

  test("missing tables and words are named, in the order of the base, and so is an empty word", () => {
    const { weekdays: _, tag: __, ...rest } = en;
    const { shapley: ___, ...methods } = en.methods;
    expect(issuesOf({ ...rest, methods, answers: { yes: "", no: "non" } })).toEqual([
      "required tag",
      "required answers.yes",
      "required methods.shapley",
      "required weekdays",
    ]);
  });

  test("what is no table or text is named with its type", () => {
    const locale = { ...en, answers: null, grades: ["A"], weekdays: { ...en.weekdays, monday: 1 } };
    expect(issuesOf(locale)).toEqual([
      "wrong-type grades object array",
      "wrong-type answers object null",
      "wrong-type weekdays.monday string 1",
    ]);
  });

  test("parameters that the base hasn't are named, then those forgotten, each once; their order doesn't matter", () => {
    const words = { "score-too-low": "{needed} {needed} {x} {x}", limit: "{grade}: {condition}" };
    expect(issuesOf(extendLocale(en, { obstacles: words }))).toEqual([
      "unknown-key obstacles.score-too-low x highest,needed",
      "required obstacles.score-too-low.highest",
    ]);
  });

  test("a choice of forms without other is named; one that has no few, or none at all, is the translator's matter", () => {
    const periodUnits = { day: "{count} {count|one:day}", month: "{count} mois" };
    expect(issuesOf(extendLocale(en, { periodUnits }))).toEqual(["required periodUnits.day.count.other"]);
  });

  test("rules for plurals: missing, no record, no text, unreadable", () => {
    const { plurals: _, ...without } = en;
    expect(issuesOf(without)).toEqual(["required plurals"]);
    expect(issuesOf({ ...en, plurals: "one" })).toEqual(["wrong-type plurals object one"]);
    const example = "i % 10 = 2..4 and i % 100 != 12..14";
    expect(issuesOf({ ...en, plurals: { one: 1, few: "i is 3", many: "n > 4", other: "no rule" } })).toEqual([
      "wrong-type plurals.one string 1",
      `wrong-format plurals.few ${example} i is 3`,
      `wrong-format plurals.many ${example} n > 4`,
    ]);
  });

  test("hostile locales end in issues: nothing, revoked, throwing, inherited words", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = Object.defineProperty({ ...en }, "grades", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(issuesOf(undefined)).toEqual(["required "]);
    expect(issuesOf(5)).toEqual(["wrong-type  object 5"]);
    expect(issuesOf(proxy)).toEqual(["unreadable "]);
    expect(issuesOf(throwing)).toEqual(["unreadable "]);
    expect(issuesOf(Object.create(en))).toHaveLength(Object.keys(en).length);
  });

  test("a base that is none is a programming error", () => {
    expect(() => checkLocale(en, null as never)).toThrow("wrong-type at base");
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(() => checkLocale(en, proxy as never)).toThrow("unreadable at base");
  });

  test("its issues have words", () => {
    const [issue] = checkLocale(extendLocale(en, { answers: { yes: "{name}" } }), en);
    expect(issue && formatIssue(issue, zhCN)).toBe("answers › yes：此处没有名称“name”。");
  });
});
