import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { leadSummary, leadSummaryForm, toHtml } from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const { sheet } = leadSummary([{ v: 1, number: "L-1", client: "Acme", source: "search", date: "2026-11-21" }], {
  offset: "+03:00",
});
const opening = (tag: string): string | undefined =>
  toHtml(leadSummaryForm, sheet, { locale: extendLocale(en, { tag }) }).split("\n")[0];

describe("E9.1 a filled form in a language that is written from right to left", () => {
  test.each(["ar", "ar-EG", "AR", "he", "fa-IR", "ur-PK", "ckb", "az-Arab", "pa-arab-PK", "ff-Adlm"])(
    "%s has its direction",
    (tag) => {
      expect(opening(tag)).toBe(`<section lang="${tag}" dir="rtl">`);
    },
  );

  test.each(["en", "zh-CN", "ru", "ar-Latn", "az", "az-Cyrl", "arn", "x"])("%s has none", (tag) => {
    expect(opening(tag)).toBe(`<section lang="${tag}">`);
  });
});
