import { Ajv2020 } from "ajv/dist/2020.js";
import { clientSurvey as survey } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import {
  clientSurveyForm,
  dailySweepForm,
  developmentRecordForm,
  FORMS,
  type Form,
  type FormField,
  formJsonSchema,
  leadSummaryForm,
  parseCsv,
  parseSheet,
  projectApplicationForm,
  sweepSummaryForm,
  toCsv,
  toHtml,
  toMarkdown,
  visitRecordForm,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";

type AnyForm = Form & {
  readonly fields: Readonly<Record<string, FormField>>;
  readonly rows: Readonly<Record<string, FormField>>;
};

const ALL = [
  clientSurveyForm(survey),
  dailySweepForm,
  sweepSummaryForm,
  leadSummaryForm,
  visitRecordForm,
  developmentRecordForm,
  projectApplicationForm,
] as unknown as readonly AnyForm[];

/** A value of each type, texts such that they would be formulas. */
function valueOf(field: FormField): unknown {
  const single = {
    text: "=1+1",
    integer: 1,
    decimal: "1",
    money: { amount: "8200000.5", currency: "CNY" },
    flag: true,
    day: "2026-11-21",
    clock: "09:30",
    moment: "2026-11-21",
    code: field.type === "code" ? field.codes[0] : "",
  }[field.type];
  return field.many === true ? [single] : single;
}

function filled(fields: Readonly<Record<string, FormField>>): Record<string, unknown> {
  const given = Object.entries(fields).filter(([, { computed }]) => computed === undefined);
  return Object.fromEntries(given.map(([id, field]) => [id, valueOf(field)]));
}

function sheetOf(form: AnyForm): { fields: object; rows: readonly object[] } {
  return { fields: filled(form.fields), rows: Object.keys(form.rows).length > 0 ? [filled(form.rows)] : [] };
}

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);
const CELLS = ALL.flatMap((form) => [en, zhCN].map((locale) => [form.id, locale.tag, form, locale] as const));

test("A3.4 A4.3 D4.5 D5.3 E9.1 E9.3 the seven forms are the handbooks'", () => {
  expect(ALL.map(({ id }) => id)).toEqual([...FORMS]);
});

describe.each(CELLS)("A3.4 A4.3 D4.5 D5.3 E9.1 E9.3 %s in %s", (id, _, form, locale) => {
  const columns = [...Object.entries(form.fields), ...Object.entries(form.rows)];
  const read = parseSheet(form, sheetOf(form));
  const sheet = read.ok ? read.value : undefined;
  const labels = columns.map(([field, { asked }]) => {
    const asQuestion = asked === true ? (locale.surveyQuestions as Readonly<Record<string, string>>)[field] : undefined;
    return asQuestion ?? (locale.formFields as Readonly<Record<string, string>>)[field];
  });

  test("a filled form is sound, its fields stand in the form's order, computed ones are filled", () => {
    expect(read.ok ? [] : read.issues).toEqual([]);
    expect(Object.keys(sheet?.fields ?? {})).toEqual(Object.keys(form.fields));
    expect(sheet?.rows.map((row) => Object.keys(row))).toEqual(
      Object.keys(form.rows).length > 0 ? [Object.keys(form.rows)] : [],
    );
    for (const [field, { computed }] of Object.entries(form.fields)) {
      if (computed !== undefined) expect([field, sheet?.fields[field]]).not.toEqual([field, null]);
    }
  });

  test("what must be there and isn't is said, and so is what the form doesn't have", () => {
    const bare = parseSheet(form, { fields: { other: 1 }, rows: Object.keys(form.rows).length > 0 ? [{}] : [] });
    const asked = columns.filter(([, { required, computed }]) => required === true && computed === undefined);
    expect(bare.ok ? [] : bare.issues.map(({ code, path }) => [code, path.at(-1)]).sort(byText)).toEqual(
      [...asked.map(([field]) => ["required", field]), ["unknown-key", "other"]].sort(byText),
    );
  });

  test("every label has words, no two alike", () => {
    expect(labels.filter((label) => label === undefined || label === "")).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
    expect((locale.forms as Readonly<Record<string, string>>)[id]).toBeDefined();
  });

  test("CSV: its headers are the labels, formulas are guarded, and it comes back under either language's headers", () => {
    if (sheet === undefined) throw new Error("no sheet");
    const csv = toCsv(form, sheet, { locale, bom: false });
    for (const label of labels) expect(csv.split("\r\n")[0]).toContain(label);
    expect(csv).not.toMatch(/(?:^|,|\n)"?=/);
    for (const locales of [[en, zhCN], [zhCN, en], [locale]]) {
      expect(parseCsv(form, csv, { locales })).toEqual({ ok: true, value: [sheet] });
    }
  });

  test("Markdown and HTML have its name, every label and value", () => {
    if (sheet === undefined) throw new Error("no sheet");
    const name = (locale.forms as Readonly<Record<string, string>>)[id] ?? "";
    for (const text of [toMarkdown(form, sheet, { locale }), toHtml(form, sheet, { locale })]) {
      expect(text).toContain(name);
      expect(text).toContain("=1+1");
      expect(text).not.toContain("undefined");
    }
    const html = toHtml(form, sheet, { locale });
    for (const label of labels) expect(html).toContain(label?.replaceAll("'", "&#39;"));
  });

  test("its JSON Schema has the labels in the form's order and takes the sheet", () => {
    const schema = formJsonSchema(form, { locale });
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect([validate(JSON.parse(JSON.stringify(sheet))), validate.errors]).toEqual([true, null]);
    const titles = [...JSON.stringify(schema).matchAll(/"title":"((?:[^"\\]|\\.)*)"/g)].map(([, title]) => title);
    expect(titles.filter((title) => labels.includes(title))).toEqual(expect.arrayContaining(labels));
  });
});

test("E9.1 JTF001 has the handbook's columns: number, client, area, industry, revenue, class, source, date", () => {
  expect(Object.keys(leadSummaryForm.rows)).toEqual([
    "number",
    "client",
    "area",
    "industry",
    "revenue",
    "class",
    "source",
    "date",
  ]);
});

test("E9.1 labels that look like formulas are guarded in headers and read again", () => {
  const words = {
    ...en,
    formFields: { ...en.formFields, client: "=cmd|'/C calc'!A0", area: "@SUM(A1)", industry: "-1", number: "+1" },
  };
  const read = parseSheet(leadSummaryForm, {
    rows: [{ number: "L-1", client: "H", source: "search", date: "2026-11-21" }],
  });
  if (!read.ok) throw new Error("no sheet");
  const csv = toCsv(leadSummaryForm, read.value, { locale: words, bom: false });
  expect(csv.split("\r\n")[0]?.split(",").slice(0, 4)).toEqual(["'+1", "'=cmd|'/C calc'!A0", "'@SUM(A1)", "'-1"]);
  expect(parseCsv(leadSummaryForm, csv, { locales: [words, zhCN] })).toEqual({ ok: true, value: [read.value] });
});
