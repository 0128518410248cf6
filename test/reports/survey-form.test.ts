import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { extendLocale, extendSurvey, surveyProgress } from "keyaccount";
import { clientSurvey as survey } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import {
  clientSurvey,
  clientSurveyForm,
  type FormWords,
  formJsonSchema,
  parseCsv,
  parseSheet,
  toCsv,
  toHtml,
  toMarkdown,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";

/** The handbook's survey with two questions of a host's own. */
const ours = extendSurvey(survey, {
  id: "our-survey",
  questions: {
    coldStore: { facet: "channel", kind: "choice", options: ["none", "own"] },
    "x-note": { facet: "rivals", kind: "text", required: false },
  },
});
const form = clientSurveyForm(ours);
test("A4.2 a form says which survey it is of, however long its version", () => {
  const long = "2026-11-26 ".repeat(5).trim();
  expect([1, 2].map((end) => clientSurveyForm({ ...ours, version: `${long}${String(end)}` }).version)).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  const [one, other] = [1, 2].map((end) => clientSurveyForm({ ...ours, version: `${long}${String(end)}` }));
  expect(one?.version).not.toBe(other?.version);
  expect(clientSurveyForm({ ...ours, version: "7" }).version).toBe("our-survey 7");
});

const words = { en: { coldStore: "Has it a cold store?" }, zh: { coldStore: "有没有冷库？" } };
const english = extendLocale(en, {
  surveyQuestions: { ...words.en, "x-note": "What else about rivals?" },
  surveyOptions: { coldStore: { none: "no cold store", own: "its own" } },
});
const chinese = extendLocale(zhCN, {
  surveyQuestions: { ...words.zh, "x-note": "竞争品牌还有什么情况？" },
  surveyOptions: { coldStore: { none: "没有冷库", own: "自有冷库" } },
});
const LOCALES: readonly (readonly [string, FormWords])[] = [
  ["en", english],
  ["zh-CN", chinese],
];
const visits = [
  {
    id: "v-1",
    clientId: "c-7",
    startedAt: "2026-11-16",
    learnt: {
      reputation: { value: 4 },
      afterSales: { value: "own-team" },
      brands: { value: [{ name: "=Alpha; Beta", amount: "1200" }, { name: "华信" }] },
      coldStore: { value: "own" },
      ownEngineers: { notApplicable: true },
      "x-note": { value: "“+3 %”,\n<b>no</b>" },
    },
  },
];
const filled = clientSurvey(form, {
  client: { id: "c-7", name: "华信商贸" },
  progress: surveyProgress(ours, visits as never, { asOf: "2026-11-21" }),
});
if (!filled.ok) throw new Error(JSON.stringify(filled.issues));
const sheet = filled.value;

describe.each(LOCALES)("A4.3 the handbook's client survey form with a host's questions, in %s", (_, locale) => {
  const questions = locale.surveyQuestions ?? {};

  test("every question is its own label, the host's too, and every option has its word", () => {
    const [header = ""] = toCsv(form, [], { locale, bom: false }).split("\r\n");
    for (const id of Object.keys(ours.questions)) expect(header).toContain(questions[id]?.replaceAll('"', '""'));
    expect(toCsv(form, sheet, { locale })).toContain(locale.surveyOptions?.["coldStore"]?.["own"]);
    expect(toMarkdown(form, sheet, { locale })).toContain(`**${String(questions["coldStore"])}**`);
    expect(toHtml(form, sheet, { locale })).toContain(`<dt>${String(questions["coldStore"])}</dt>`);
  });

  test("A4.4 open questions are shown in words, not as ids", () => {
    expect(sheet.fields.openQuestions).toContain("salesReps");
    const text = toCsv(form, sheet, { locale });
    expect(text.split(String(questions["salesReps"])).length).toBe(3);
    expect(text).not.toContain("salesReps");
  });

  test("comes back from CSV as it was, whichever languages are read", () => {
    for (const delimiter of [",", ";", "\t"] as const) {
      const text = toCsv(form, sheet, { locale, delimiter });
      expect(parseCsv(form, text, { locales: [english, chinese], delimiter })).toEqual({ ok: true, value: [sheet] });
    }
  });

  test("its JSON Schema has the questions as titles, takes the filled form and refuses what parseSheet does", () => {
    const schema = formJsonSchema(form, { locale });
    const properties = (schema["properties"] as Record<string, { properties: Record<string, { title: string }> }>)[
      "fields"
    ]?.properties;
    for (const id of Object.keys(ours.questions)) expect(properties?.[id]?.title).toBe(questions[id]);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(sheet)).toBe(true);
    const wrong = { ...sheet, fields: { ...sheet.fields, coldStore: "rented" } };
    expect([validate(wrong), parseSheet(form, wrong).ok]).toEqual([false, false]);
  });
});

test("A4.3 law: whatever answers a survey form holds, it comes back from CSV in either language", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }).map((one) => one.replaceAll(/[\u0000\ud800-\udfff]/gu, "")),
    fc.constantFrom("", "007", " ", "=1+1", "'=1", "not applicable", "不适用", "none", "无", "a\r\nb", '"', "\t"),
  );
  const list = fc.array(
    text.filter((one) => one !== ""),
    { maxLength: 3 },
  );
  const fields = fc.record(
    {
      clientId: fc.constant("0012"),
      client: text,
      ownerIdeas: fc.oneof(text, fc.constant({ notApplicable: true })),
      productKinds: fc.oneof(list, fc.constant({ notApplicable: true })),
      brands: list,
      "x-note": text,
      coldStore: fc.constantFrom("none", "own"),
      openQuestions: fc.subarray(Object.keys(ours.questions)),
    },
    { requiredKeys: ["clientId"] },
  );
  fc.assert(
    fc.property(fields, fc.constantFrom(english, chinese), (given, locale) => {
      const read = parseSheet(form, { fields: given });
      expect(read.ok ? [] : read.issues).toEqual([]);
      if (!read.ok) return;
      const back = parseCsv(form, toCsv(form, read.value, { locale }), { locales: [chinese, english] });
      expect(back).toEqual({ ok: true, value: [read.value] });
    }),
    { numRuns: 60 },
  );
});
