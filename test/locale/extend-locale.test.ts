import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { expect, test } from "vitest";
import { extendLocale } from "../../src/locale/extend-locale.js";
import { deepFreeze } from "../support/deep-freeze.js";

test("extendLocale adds words, replaces words and leaves the base alone", () => {
  const base = deepFreeze(structuredClone(en));
  const ours = extendLocale(
    base,
    deepFreeze({
      tag: "en-GB",
      indicators: { lateness: "Late deliveries", reputation: "Standing" },
      options: { region: { north: "North" }, relationship: { partner: "ally" } },
      vocabulary: { contactWays: { fax: "telefax", "x-trade-fair": "trade fair" } },
    }),
  );
  expect(base).toEqual(en);
  expect(ours).toEqual({
    ...en,
    tag: "en-GB",
    indicators: { ...en.indicators, lateness: "Late deliveries", reputation: "Standing" },
    options: {
      ...en.options,
      region: { north: "North" },
      relationship: { ...en.options.relationship, partner: "ally" },
    },
    vocabulary: {
      ...en.vocabulary,
      contactWays: { ...en.vocabulary.contactWays, fax: "telefax", "x-trade-fair": "trade fair" },
    },
  });
});

test("extendLocale replaces single words of milestone processes, and leaves the rest of their tables", () => {
  const { process } = extendLocale(en, {
    plurals: { one: "i = 0,1" },
    process: { ready: "Done ({milestone}).", standards: { "references-checked": "References checked" } },
  });
  expect(process).toEqual({
    ...en.process,
    ready: "Done ({milestone}).",
    standards: { ...en.process.standards, "references-checked": "References checked" },
  });
});

test("extendLocale with nothing is the same locale", () => {
  expect(extendLocale(zhCN, {})).toEqual(zhCN);
});

test("extendLocale takes no harm from a table that is undefined or called __proto__", () => {
  const words = JSON.parse('{ "indicators": { "__proto__": "x" }, "__proto__": { "polluted": "yes" } }') as object;
  const ours = extendLocale(en, { ...words, groups: undefined } as never);
  expect(ours.groups).toEqual(en.groups);
  expect("polluted" in ours).toBe(false);
  expect("polluted" in {}).toBe(false);
});
