import { isKeyAccountError } from "keyaccount";
import { describe, expect, test } from "vitest";
import { type PluralRules, pluralOf } from "../../src/locale/plural.js";

/** Rules as CLDR 48 has them for cardinal numbers, with its examples. */
const RUSSIAN: PluralRules = {
  one: "v = 0 and i % 10 = 1 and i % 100 != 11 @integer 1, 21, 31, 41, 51, 61, 71, 81, 101, 1001, …",
  few: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 @integer 2~4, 22~24, 32~34, 102, 1002, …",
  many: "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14 @integer 0, 5~19, 100, …",
};
const POLISH: PluralRules = {
  one: "i = 1 and v = 0",
  few: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
  many: "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
};
const ARABIC: PluralRules = {
  zero: "n = 0",
  one: "n = 1",
  two: "n = 2",
  few: "n % 100 = 3..10",
  many: "n % 100 = 11..99",
};
const FRENCH: PluralRules = { one: "i = 0,1", many: "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5" };
const DANISH: PluralRules = { one: "n = 1 or t != 0 and i = 0,1" };
const LATVIAN: PluralRules = {
  zero: "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
  one: "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1",
};

/** Numbers by the form that they take. */
function formsOf(rules: PluralRules, numbers: string): Record<string, string> {
  const forms = new Map<string, string[]>();
  for (const number of numbers.split(" ")) {
    const form = pluralOf(number, rules);
    forms.set(form, [...(forms.get(form) ?? []), number]);
  }
  return Object.fromEntries([...forms].map(([form, list]) => [form, list.join(" ")]));
}

describe("the forms of words that numbers take, by the rules of CLDR", () => {
  test.each([
    ["Russian", RUSSIAN, { one: "1 21 101 -1", few: "2 4 22", many: "0 5 11 12 14 111", other: "1.5 1.0 x" }],
    ["Polish", POLISH, { one: "1", few: "2 4 22 104", many: "0 5 11 12 21 101", other: "1.5 2.0" }],
    ["Arabic", ARABIC, { zero: "0 0.0", one: "1 1.0", two: "2", few: "3 10 103", many: "11 99", other: "100 102 1.5" }],
    ["French", FRENCH, { one: "0 1 1.5 -0.5", many: "1000000 10000000000000000000000", other: "2 17 2.0" }],
    ["Danish", DANISH, { one: "1 0.5 1.6 0.10", other: "0 2 0.0 2.1" }],
    ["Latvian", LATVIAN, { zero: "0 10 11 19 30 1.11", one: "1 21 0.1 2.1 1.21", other: "2 9 22 0.2 1.22" }],
    ["a language with one form", {}, { other: "0 1 2 1.5" }],
  ])("%s", (_, rules, forms) => {
    expect(formsOf(rules, Object.values(forms).join(" "))).toEqual(forms);
  });

  test("zeros at the end count for v and f, not for w, t and n", () => {
    const rules = (one: string): PluralRules => ({ one });
    expect(formsOf(rules("v = 2"), "1.50 1.5")).toEqual({ one: "1.50", other: "1.5" });
    expect(formsOf(rules("w = 1"), "1.50 1.55")).toEqual({ one: "1.50", other: "1.55" });
    expect(formsOf(rules("f = 50"), "1.50 1.5")).toEqual({ one: "1.50", other: "1.5" });
    expect(formsOf(rules("t = 5"), "1.50 1.55")).toEqual({ one: "1.50", other: "1.55" });
    expect(formsOf(rules("n != 1"), "1.00 1.50")).toEqual({ other: "1.00", one: "1.50" });
    expect(formsOf(rules("c = 0"), "3")).toEqual({ one: "3" });
  });

  test("signs don't matter, the minus sign neither", () => {
    expect(formsOf({ one: "i = 1 and v = 0" }, "-1 +1 \u22121 \u22122")).toEqual({
      one: "-1 +1 \u22121",
      other: "\u22122",
    });
  });

  test("what is no plain decimal is other: words, signs alone, exponents, lists", () => {
    for (const text of ["", "one", "-", "1e3", "1,5", "1.", ".5", "1 000", "9".repeat(1001)])
      expect(pluralOf(text, { one: "n != 7" })).toBe("other");
    expect(pluralOf("+3", { few: "i = 3" })).toBe("few");
  });

  test.each([
    "",
    "true",
    "n",
    "n = x",
    "n == 1",
    "n within 1..2",
    "x = 1",
    "n % 0 = 1",
    "i = 1 and",
    "n = 1..",
    "n = 1,",
  ])("a rule that isn't one is named: %o", (rule) => {
    let thrown: unknown;
    try {
      pluralOf("1", { few: rule });
    } catch (error) {
      thrown = error;
    }
    expect(isKeyAccountError(thrown) && thrown.issues).toEqual([
      {
        code: "wrong-format",
        path: ["locale", "plurals", "few"],
        details: { received: rule, format: "i % 10 = 2..4 and i % 100 != 12..14" },
      },
    ]);
  });

  test("rules by names that are none are left alone", () => {
    expect(pluralOf("1", Object.create({ one: "n = 1" }) as PluralRules)).toBe("other");
    expect(pluralOf("1", { one: undefined } as never)).toBe("other");
  });
});
