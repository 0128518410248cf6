import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import {
  dailySweepForm,
  dailySweepReports,
  defineForm,
  developmentRecordForm,
  developmentRecords,
  type Form,
  type FormSheet,
  formJsonSchema,
  leadSummary,
  leadSummaryForm,
  parseCsv,
  parseSheet,
  projectApplication,
  projectApplicationForm,
  sweepSummaryForm,
  toCsv,
  toHtml,
  toMarkdown,
  visitRecordForm,
  visitRecords,
  weeklySummaries,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { FORMS_OF_ALL, sheetOf } from "./arbitrary.js";
import { CLIENTS, WEEK } from "./records.js";

const OPTIONS = { offset: "+08:00", clients: CLIENTS };
const days = dailySweepReports(WEEK, OPTIONS).sheets;
const lead = { v: 1, number: "L-1", client: "Huaxin <b>|*_`", source: "client-referral", date: "2026-11-21" } as const;
const application = projectApplication(
  {
    fields: {
      project: "Line 2",
      applicant: "Chen",
      appliedOn: "2026-11-21",
      needClear: true,
      budget: { amount: "5000", currency: "CNY" },
    },
    rows: [{ member: "Chen", task: "leads" }],
  },
  { client: { id: "c-7", name: "华信商贸" }, visits: WEEK, offset: "+08:00" },
);
if (!application.ok) throw new Error(JSON.stringify(application.issues));

/** Each of the handbook's forms, filled in. */
const FILLED: readonly (readonly [id: string, form: Form, sheets: readonly FormSheet[]])[] = [
  ["A3.4 A4.3 daily-sweep", dailySweepForm, days],
  ["A3.4 A4.3 sweep-summary", sweepSummaryForm, weeklySummaries(days).sheets],
  ["D4.5 visit-record", visitRecordForm, visitRecords(WEEK, OPTIONS).sheets],
  ["D5.3 development-record", developmentRecordForm, developmentRecords(WEEK, OPTIONS).sheets],
  ["E9.1 lead-summary", leadSummaryForm, [leadSummary([lead], { offset: "+08:00" }).sheet]],
  ["E9.3 project-application", projectApplicationForm, [application.value]],
] as unknown as readonly (readonly [string, Form, readonly FormSheet[]])[];

const LANGUAGES = [
  ["en", en],
  ["zh-CN", zhCN],
] as const;
const golden = (name: string): string => readFileSync(new URL(`golden/${name}`, import.meta.url), "utf8");

describe.each(FILLED)("%s", (name, form, sheets) => {
  const [id = ""] = name.split(" ").slice(-1);

  test.each(LANGUAGES)("is written in %s as checked in", async (tag, locale) => {
    const parts = [
      toCsv(form, sheets, { locale, bom: false }).replaceAll("\r\n", "\n"),
      toMarkdown(form, sheets, { locale }),
      toHtml(form, sheets, { locale }),
    ];
    await expect(parts.join("\n---\n\n")).toMatchFileSnapshot(`golden/${id}.${tag}.txt`);
  });

  test.each(LANGUAGES)("comes back from CSV in %s, and keeps to its JSON Schema", (_, locale) => {
    const csv = toCsv(form, sheets, { locale });
    expect(parseCsv(form, csv, { locales: [en, zhCN] })).toEqual({ ok: true, value: sheets });
    const check = new Ajv2020({ strict: true, allErrors: true, formats: { date: true } }).compile(
      formJsonSchema(form, { locale }),
    );
    for (const sheet of sheets) expect(check(sheet), JSON.stringify(check.errors)).toBe(true);
  });

  test.each(LANGUAGES)("has a label of its own for each field in %s", (_, { formFields }) => {
    const words = formFields as Readonly<Record<string, string>>;
    const labels = [...Object.keys(form.fields), ...Object.keys(form.rows)].map((field) => words[field]);
    expect(labels).not.toContain(undefined);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe("D4.5 E9.1 a host's own columns stand behind the form's, as in CSV", () => {
  const lead = { number: "L-1", client: "A", source: "search", date: "2026-11-21" };
  const leads = parseCsv(
    leadSummaryForm,
    "Number,Client,Source,Date,<b>,Tel|no\r\nL-1,A,search,2026-11-21,<i>,0512\r\nL-2,B,search,2026-11-22,,\r\n",
    { locales: [en] },
  );
  const sheets = leads.ok ? leads.value : [];

  test("on each row, and nothing of them acts", () => {
    expect(toMarkdown(leadSummaryForm, sheets, { locale: en }).split("\n").slice(2, 6)).toEqual([
      "| Number | Client | Area | Industry | Revenue a year | Class | Source | Date | &lt;b&gt; | Tel\\|no |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
      "| L-1 | A |  |  |  |  | web search | 2026-11-21 | &lt;i&gt; | 0512 |",
      "| L-2 | B |  |  |  |  | web search | 2026-11-22 |  |  |",
    ]);
    const html = toHtml(leadSummaryForm, sheets, { locale: en });
    expect(html).toContain('<th scope="col">&lt;b&gt;</th><th scope="col">Tel|no</th></tr>');
    expect(html).toContain("<td>&lt;i&gt;</td><td>0512</td></tr>");
  });

  test("among the fields of a form without rows", () => {
    const form = defineForm({ id: "f", version: "1", fields: { notes: { type: "text" } } });
    const sheet = parseSheet(form, { fields: { notes: "n" }, extra: [[{ column: "Weather", text: "dry" }]] });
    expect(sheet.ok && toMarkdown(form, sheet.value, { locale: en })).toBe(
      "## f\n\n- **Notes**: n\n- **Weather**: dry\n",
    );
    expect(sheet.ok && toHtml(form, sheet.value, { locale: en })).toContain("<dt>Weather</dt><dd>dry</dd>");
  });

  test("in the order that all rows agree with, empty where a row hasn't one", () => {
    const of = (...names: string[]): unknown => names.map((column) => ({ column, text: `${column}!` }));
    const sheet = parseSheet(leadSummaryForm, { rows: [lead, lead, lead], extra: [of("c"), of("a", "c"), of()] });
    expect(
      sheet.ok &&
        toMarkdown(leadSummaryForm, sheet.value, { locale: en })
          .split("\n")
          .slice(2, 7)
          .map((line) => line.split("|").slice(9, -1)),
    ).toEqual([
      [" a ", " c "],
      [" --- ", " --- "],
      ["  ", " c! "],
      [" a! ", " c! "],
      ["  ", "  "],
    ]);
  });
});

test("E9.1 the golden lead summary has JTF001's columns", () => {
  expect(golden("lead-summary.zh-CN.txt").split("\n")[0]).toBe("编号,客户名称,区域,行业,年营业额,级别,线索来源,日期");
  expect(golden("lead-summary.en.txt").split("\n")[0]).toBe(
    "Number,Client,Area,Industry,Revenue a year,Class,Source,Date",
  );
});

describe("E9.1 nothing that a value holds acts", () => {
  const form = FORMS_OF_ALL.both as Form;
  const sheets = fc.array(sheetOf(form), { minLength: 1, maxLength: 2 }).map((inputs) =>
    inputs.map((input) => {
      const read = parseSheet(form, input);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      return read.value;
    }),
  );
  const TAGS = /<(?!\/?(section|h2|dl|dt|dd|table|thead|tbody|tr|th|td|br)\b)/;

  test("law: HTML has the tags of its frame and no others", () => {
    fc.assert(
      fc.property(sheets, (all) => {
        const html = toHtml(form, all, { locale: en });
        expect(html).not.toMatch(TAGS);
        expect(html.replaceAll(/<[^>]*>/g, "")).not.toMatch(/[<>"']/);
        expect(html.match(/<tr>/g)?.length).toBe(all.reduce((count, { rows }) => count + rows.length + 1, 0));
      }),
      { numRuns: 25 },
    );
  });

  test("law: Markdown has a line for each field and row, and as many bars as columns", () => {
    fc.assert(
      fc.property(sheets, (all) => {
        for (const sheet of all) {
          const lines = toMarkdown(form, sheet, { locale: en }).split("\n");
          expect(lines).toHaveLength(2 + Object.keys(form.fields).length + 1 + 2 + sheet.rows.length + 1);
          for (const line of lines.filter((one) => one.startsWith("|"))) {
            expect(line.replaceAll(/\\./g, "").split("|").length).toBe(Object.keys(form.rows).length + 2);
            expect(line.replaceAll(/<br>/g, "")).not.toMatch(/[<>]/);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  const odd = defineForm({ id: "odd", version: "1", fields: { a: { type: "text" } } });
  const of = (a: string): FormSheet<{ a: string }, object> => ({
    v: 1,
    form: "odd",
    version: "1",
    fields: { a },
    rows: [],
  });

  test.each([
    ["# x", "\\# x"],
    ["- x", "\\- x"],
    ["12. x", "12\\. x"],
    ["3) x", "3\\) x"],
    ["+", "\\+"],
    ["a # - 1. b", "a # - 1. b"],
    ["$x$", "\\$x\\$"],
    ["a\r\nb\rc\nd", "a<br>b<br>c<br>d"],
    ["[x](y)", "\\[x\\](y)"],
    ["~~x~~", "\\~\\~x\\~\\~"],
    ["&lt;", "&amp;lt;"],
    ["a\u202eb\u001b", "a\\\\u{202e}b\\\\u{1b}"],
    ["\tx", "\tx"],
  ])("%j in Markdown", (text, written) => {
    expect(toMarkdown(odd, of(text) as never, { locale: en })).toBe(`## odd\n\n- **a**: ${written}\n`);
  });

  test("a name, a label, a language tag", () => {
    const words = { ...extendLocale(en, { forms: { odd: "<i>" }, formFields: { a: "<b>" } }), tag: '"><script>' };
    expect(toHtml(odd, of("x") as never, { locale: words })).toBe(
      '<section lang="&quot;&gt;&lt;script&gt;">\n<h2>&lt;i&gt;</h2>\n<dl>\n<dt>&lt;b&gt;</dt><dd>x</dd>\n</dl>\n</section>\n',
    );
    expect(toMarkdown(odd, of("x") as never, { locale: words })).toBe("## &lt;i&gt;\n\n- **&lt;b&gt;**: x\n");
  });

  test("lists, answers and what doesn't apply are written in words, and codes of hosts as they are", () => {
    const some = defineForm({
      id: "s",
      version: "1",
      rows: {
        l: { type: "text", many: true, mayNotApply: true },
        f: { type: "flag" },
        w: { type: "code", codes: ["fax"], open: true, list: "contactWays" },
        own: { type: "code", codes: ["up"] },
      },
    });
    const words = extendLocale(zhCN, { formCodes: { own: { up: "上升" } } });
    const rows = [
      { l: ["a", "b;c"], f: true, w: "fax", own: "up" },
      { l: [], f: false, w: "x-fair", own: null },
      { l: { notApplicable: true }, f: null, w: null, own: null },
    ];
    const text = toMarkdown(some, { v: 1, form: "s", version: "1", fields: {}, rows } as never, { locale: words });
    expect(text.split("\n").slice(-4, -1)).toEqual([
      "| a; b;c | 是 | 传真 | 上升 |",
      "| 无 | 否 | x-fair |  |",
      "| 不适用 |  |  |  |",
    ]);
  });

  test("what is no locale is refused", () => {
    for (const write of [toHtml, toMarkdown]) {
      expect(() => write(odd, of("x") as never, {} as { locale: typeof en })).toThrow(
        expect.objectContaining({ code: "wrong-type" }),
      );
    }
    expect(() => formJsonSchema(odd, null as never)).toThrow(expect.objectContaining({ code: "wrong-type" }));
  });
});

describe("JSON Schema", () => {
  const form = FORMS_OF_ALL.both as Form;

  test("law: whatever a form holds keeps to it", () => {
    const check = new Ajv2020({ strict: true, formats: { date: true } }).compile(
      formJsonSchema(form, { locale: zhCN }),
    );
    fc.assert(
      fc.property(sheetOf(form), (input) => {
        const read = parseSheet(form, input);
        expect(check(read.ok && read.value), JSON.stringify(check.errors)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("a host's code may be one of the form's own, and then is taken all the same", () => {
    const open = defineForm({
      id: "f",
      version: "1",
      fields: { code: { type: "code", codes: ["a", "x-a"], open: true, required: true } },
    });
    const check = new Ajv2020({ strict: true }).compile(formJsonSchema(open, { locale: en }));
    const takes = ["a", "x-a", "x-b", "b"].map((code) => {
      return check({ v: 1, form: "f", version: "1", fields: { code }, rows: [] });
    });
    expect(takes).toEqual([true, true, true, false]);
  });

  test("says what is asked, in the form's order and a language", () => {
    const some = defineForm({
      id: "daily-sweep",
      version: "1",
      fields: { date: { type: "day", required: true }, visits: { type: "integer", computed: { by: "count" } } },
      rows: {
        n: { type: "integer", least: 0, most: 9 },
        attitude: { type: "code", codes: ["warm"], list: "attitudes" },
        paid: { type: "money", required: true },
        t: { type: "text", longest: 9, many: true, required: true },
      },
    });
    expect(formJsonSchema(some, { locale: zhCN })).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "客户扫街日报表",
      type: "object",
      properties: {
        v: { const: 1 },
        form: { const: "daily-sweep" },
        version: { const: "1" },
        fields: {
          type: "object",
          required: ["date"],
          additionalProperties: false,
          properties: {
            date: { title: "日期", type: "string", format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
            visits: { title: "拜访次数", readOnly: true, anyOf: [{ type: "integer" }, { type: "null" }] },
          },
        },
        rows: {
          type: "array",
          maxItems: 100_000,
          items: {
            type: "object",
            required: ["paid", "t"],
            additionalProperties: false,
            properties: {
              n: { title: "n", anyOf: [{ type: "integer", minimum: 0, maximum: 9 }, { type: "null" }] },
              attitude: { title: "客户态度", anyOf: [{ oneOf: [{ const: "warm", title: "热情" }] }, { type: "null" }] },
              paid: {
                title: "paid",
                type: "object",
                required: ["amount", "currency"],
                additionalProperties: false,
                properties: {
                  amount: { type: "string", pattern: "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?$" },
                  currency: { type: "string", pattern: "^[A-Z]{3}$" },
                },
              },
              t: { title: "t", type: "array", items: { type: "string", maxLength: 9, minLength: 1 } },
            },
          },
        },
      },
      required: ["fields"],
    });
  });
});
