import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { dailySweepForm, defineForm, leadSummaryForm, parseCsv, parseSheet, toCsv } from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const LOCALES = [en, zhCN];
const LEAD = { number: "L-1", client: "H", source: "search", date: "2026-11-21" };

describe("E9.1 a form without labels tells no language, and nothing is lost all the same", () => {
  const form = defineForm({
    id: "f",
    version: "1",
    rows: { tags: { type: "text", many: true }, note: { type: "text", mayNotApply: true } },
  });
  test.each([
    [["无"], "不适用"],
    [["none"], "not applicable"],
    [["'none"], "notApplicable"],
    [["notApplicable"], "'notApplicable"],
    [[], { notApplicable: true }],
    [["'无"], "'不适用"],
    [null, null],
  ])("%j and %j", (tags, note) => {
    const read = parseSheet(form, { rows: [{ tags, note }] });
    if (!read.ok) throw new Error("no sheet");
    for (const locale of LOCALES) {
      for (const locales of [LOCALES, [zhCN, en], [locale]]) {
        expect(parseCsv(form, toCsv(form, read.value, { locale }), { locales })).toEqual({
          ok: true,
          value: [read.value],
        });
      }
    }
  });

  test("its marks are ids, as its headers are; one label, and they are words", () => {
    const sheet = {
      v: 1,
      form: "f",
      version: "1",
      fields: {},
      rows: [{ tags: [], note: { notApplicable: true } }],
    } as const;
    expect(toCsv(form, sheet, { locale: zhCN, bom: false })).toBe("tags,note\r\nnone,notApplicable\r\n");
    const words = extendLocale(zhCN, { formFields: { tags: "标签" } });
    expect(toCsv(form, sheet, { locale: words, bom: false })).toBe("标签,note\r\n无,不适用\r\n");
  });
});

describe("E9.1 what people and spreadsheets do to a file", () => {
  const read = (text: string): unknown => {
    const result = parseCsv(leadSummaryForm, text, { locales: LOCALES });
    return result.ok
      ? result.value[0]?.rows.map(({ number, client, source, date }) => ({ number, client, source, date }))
      : result.issues;
  };

  test.each([
    ["empty rows below", "Number,Client,Source,Date\nL-1,H,search,2026-11-21\n,,,\n , ,,\n"],
    ["an empty row between", "Number,Client,Source,Date\n,,,\nL-1,H,search,2026-11-21\n"],
    ["headers in capitals, with spaces", " NUMBER ,client,SOURCE,  date\nL-1,H,search,2026-11-21"],
    ["a midnight behind the day", "Number,Client,Source,Date\nL-1,H,search,2026/11/21 0:00"],
    ["a midnight with seconds", "Number,Client,Source,Date\nL-1,H,search,2026-11-21 00:00:00"],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual([LEAD]);
  });

  test("an empty row of a form that needs nothing is a row", () => {
    const form = defineForm({ id: "f", version: "1", rows: { a: { type: "text" }, b: { type: "text" } } });
    const result = parseCsv(form, "a,b\n1,2\n,\n", { locales: LOCALES });
    expect(result.ok && result.value[0]?.rows).toEqual([
      { a: "1", b: "2" },
      { a: null, b: null },
    ]);
  });

  test.each([
    ["CNY 8,200,000", { amount: "8200000", currency: "CNY" }],
    ["8,200.50 CNY", { amount: "8200.5", currency: "CNY" }],
    ["CNY 8,200", undefined],
    ["CNY 8,20,000", undefined],
    ["￥8200", undefined],
  ])("thousands set apart are read where they can be nothing else: %s", (cell, revenue) => {
    const text = `Number,Client,Source,Date,Revenue a year\nL-1,H,search,2026-11-21,"${cell}"`;
    const result = parseCsv(leadSummaryForm, text, { locales: LOCALES });
    expect(result.ok ? result.value[0]?.rows[0]?.revenue : undefined).toEqual(revenue);
  });

  test("whole numbers and decimals likewise", () => {
    const form = defineForm({ id: "f", version: "1", rows: { n: { type: "integer" }, x: { type: "decimal" } } });
    const result = parseCsv(form, 'n,x\n"1,234,567","1,234.5"\n', { locales: LOCALES });
    expect(result.ok && result.value[0]?.rows).toEqual([{ n: 1_234_567, x: "1234.5" }]);
  });

  test("a header that says in other words what a label beside it says is a column of its own, and comes back", () => {
    const text = "Number,Client,Source,Date,客户名称,CLIENT,备注\r\nL-1,H,search,2026-11-21,华信,X,急\r\n";
    const result = parseCsv(leadSummaryForm, text, { locales: LOCALES });
    const [sheet] = result.ok ? result.value : [];
    expect(sheet?.extra).toEqual([
      [
        { column: "客户名称", text: "华信" },
        { column: "CLIENT", text: "X" },
        { column: "备注", text: "急" },
      ],
    ]);
    expect(sheet?.rows[0]?.client).toBe("H");
    if (sheet === undefined) throw new Error("no sheet");
    expect(parseCsv(leadSummaryForm, toCsv(leadSummaryForm, sheet, { locale: en }), { locales: LOCALES })).toEqual({
      ok: true,
      value: [sheet],
      warnings: ["客户名称", "CLIENT", "备注"].map((name, index) => ({
        code: "unknown-column",
        path: [0, 8 + index],
        details: { name, missing: [] },
      })),
    });
  });

  test("labels that differ by case only are told apart, and nothing is guessed", () => {
    const form = defineForm({ id: "f", version: "1", rows: { a: { type: "text" }, b: { type: "text" } } });
    const words = extendLocale(en, { formFields: { a: "Name", b: "NAME" } });
    const result = parseCsv(form, "name,NAME\n1,2\n", { locales: [words] });
    expect(result.ok && result.value[0]).toMatchObject({
      rows: [{ a: null, b: "2" }],
      extra: [[{ column: "name", text: "1" }]],
    });
  });
});

test("E9.1 a header that could be either of two labels but for case is neither", () => {
  const form = defineForm({ id: "f", version: "1", rows: { a: { type: "text" }, b: { type: "text" } } });
  const words = extendLocale(en, { formFields: { a: "Name", b: "NAME" } });
  const result = parseCsv(form, "name,other\n1,2\n", { locales: [words] });
  expect(result.ok && result.value[0]).toMatchObject({
    rows: [{ a: null, b: null }],
    extra: [
      [
        { column: "name", text: "1" },
        { column: "other", text: "2" },
      ],
    ],
  });
});

describe("E9.1 bounds", () => {
  test("three million cells at most", () => {
    const line = `${",".repeat(999)}\n`;
    const result = parseCsv(leadSummaryForm, line.repeat(3001), { locales: [en] });
    expect(result).toEqual({ ok: false, issues: [{ code: "too-many-values", path: [], details: { max: 3_000_000 } }] });
  });

  test("many columns of a host's own are written in one pass", () => {
    const cells = Array.from({ length: 900 }, (_, n) => ({ column: `own ${String(n)}`, text: "x" }));
    const rows = Array.from({ length: 300 }, (_, n) => ({ ...LEAD, number: `L-${String(n)}` }));
    const read = parseSheet(leadSummaryForm, { rows, extra: rows.map(() => cells) });
    if (!read.ok) throw new Error("no sheet");
    const began = performance.now();
    expect(toCsv(leadSummaryForm, read.value, { locale: en }).length).toBeGreaterThan(540_000);
    expect(performance.now() - began).toBeLessThan(6000);
  });
});

test("A3.4 two totals of a day that overlap in name only keep their columns", () => {
  const sheet = parseSheet(dailySweepForm, { fields: { date: "2026-11-21" }, rows: [] });
  if (!sheet.ok) throw new Error("no sheet");
  const csv = toCsv(dailySweepForm, sheet.value, { locale: zhCN });
  expect(parseCsv(dailySweepForm, csv, { locales: LOCALES })).toEqual({ ok: true, value: [sheet.value] });
});
