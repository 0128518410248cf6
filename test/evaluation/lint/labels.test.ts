import { defineScorecard, isKeyAccountError, type LabelLocale, LINT_SEVERITIES, lintScorecard } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { expect, test } from "vitest";
import { extendLocale } from "../../../src/locale/extend-locale.js";

const card = defineScorecard({
  id: "ours",
  version: "1",
  groups: { money: {} },
  indicators: {
    payment: { kind: "rating", weight: 60, min: 1, max: 5, group: "money" },
    region: { kind: "choice", weight: 40, options: { north: 0, south: 1 } },
  },
  grades: [
    { grade: "gold", from: 80 },
    { grade: "rest", from: null },
  ],
});
const words = {
  tag: "xx",
  scorecards: { ours: "Ours" },
  groups: { money: "Money" },
  indicators: { payment: "Payment", region: "Region" },
  options: { region: { north: "North", south: "South" } },
  grades: { gold: "Gold", rest: "Rest" },
};
const places = (locales: readonly LabelLocale[]): string[] =>
  lintScorecard(card, { locales }).map(
    ({ code, path, details }) => `${code} ${path.join(".")} ${Object.values(details).join(" ")}`,
  );

test("a language that names everything is complete; a real locale with the host's words too", () => {
  expect(places([words])).toEqual([]);
  expect(places([extendLocale(en, words)])).toEqual([]);
});

test("without languages nothing is asked", () => {
  expect([lintScorecard(card), lintScorecard(card, {}), lintScorecard(card, null), places([])]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

test("every name that a language lacks is listed, in the order of the definition, language by language", () => {
  expect(places([{ tag: "en" }, words, { tag: "de" }])).toEqual([
    "label-missing id ours en",
    "label-missing id ours de",
    "label-missing groups.money money en",
    "label-missing groups.money money de",
    "label-missing indicators.payment payment en",
    "label-missing indicators.payment payment de",
    "label-missing indicators.region region en",
    "label-missing indicators.region region de",
    "label-missing indicators.region.options.north north en",
    "label-missing indicators.region.options.north north de",
    "label-missing indicators.region.options.south south en",
    "label-missing indicators.region.options.south south de",
    "label-missing grades.0.grade gold en",
    "label-missing grades.0.grade gold de",
    "label-missing grades.1.grade rest en",
    "label-missing grades.1.grade rest de",
  ]);
});

test("blank names, inherited ones and those of the wrong type are none", () => {
  const inherited = Object.create({ gold: "Gold" }) as object;
  expect(places([{ ...words, grades: inherited }])).toEqual([
    "label-missing grades.0.grade gold xx",
    "label-missing grades.1.grade rest xx",
  ]);
  expect(places([{ ...words, groups: { money: " " }, options: { region: { north: 1, south: null } } }])).toEqual([
    "label-missing groups.money money xx",
    "label-missing indicators.region.options.north north xx",
    "label-missing indicators.region.options.south south xx",
  ]);
});

test("hostile languages are refused with a path, or name nothing; they never throw anything else", () => {
  const codeOf = (locales: unknown): string => {
    try {
      return `${String(lintScorecard(card, { locales } as never).length)} findings`;
    } catch (error) {
      return isKeyAccountError(error, "wrong-type")
        ? `${error.path.join(".")} ${error.details.received}`
        : String(error);
    }
  };
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  const trap = {
    tag: "xx",
    get grades(): object {
      throw new Error("trap");
    },
  };
  expect(codeOf("en")).toBe("locales string");
  expect(codeOf(revoked.proxy)).toBe("locales object");
  expect(codeOf([words, null])).toBe("locales.1 null");
  expect(codeOf([words, "en"])).toBe("locales.1 string");
  expect(codeOf(new Array(1))).toBe("locales.0 undefined");
  expect(codeOf([{ ...words, tag: 7 }])).toBe("locales.0.tag number");
  expect(codeOf([trap])).toBe("8 findings");
  expect(codeOf([JSON.parse('{ "tag": "xx", "__proto__": { "grades": { "gold": "x" } } }')])).toBe("8 findings");
});

test("a faulty scorecard throws as evaluate does; a copy out of JSON is linted like the scorecard", () => {
  const copy = JSON.parse(JSON.stringify(card)) as typeof card;
  expect(lintScorecard(copy, { locales: [{ tag: "de" }] })).toEqual(lintScorecard(card, { locales: [{ tag: "de" }] }));
  expect(() => lintScorecard({ ...card, total: "90" })).toThrow(expect.objectContaining({ code: "weights-not-total" }));
});

test("severities are a closed list", () => {
  expect([...LINT_SEVERITIES]).toEqual(["error", "warning", "hint"]);
});
