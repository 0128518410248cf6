import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import {
  defineForm,
  type FormSheet,
  formJsonSchema,
  parseCsv,
  parseSheet,
  toCsv,
  toHtml,
  toMarkdown,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const form = defineForm({
  id: "f",
  version: "1",
  fields: { own: { type: "code", codes: ["up", "down"] } },
  rows: { note: { type: "text" }, tags: { type: "text", many: true } },
});
const sheet: FormSheet = {
  v: 1,
  form: "f",
  version: "1",
  fields: { own: "up" },
  rows: [{ note: "x", tags: [] }],
};
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
const hole: unknown[] = [];
hole[1] = en;

const WRITERS = { toCsv, toMarkdown, toHtml } as const;
const writeAll = (locale: unknown): void => {
  for (const write of Object.values(WRITERS)) write(form, sheet as never, { locale: locale as typeof en });
};

describe("E9.1 a locale of a host's own is read once, and whole", () => {
  test.each<[string, unknown, string, string]>([
    [
      "a word that is none",
      extendLocale(en, { formFields: { note: 7 as never } }),
      "wrong-type",
      "locale.formFields.note",
    ],
    ["a list that is none", { ...en, formCodes: { own: 7 } }, "wrong-type", "locale.formCodes.own"],
    ["a word of a list", { ...en, formCodes: { own: { up: null } } }, "wrong-type", "locale.formCodes.own.up"],
    ["a table that can't be looked at", { ...en, vocabulary: proxy }, "unreadable", "locale.vocabulary"],
    ["a locale that can't be", proxy, "unreadable", "locale"],
    ["a tag that is none", { ...en, tag: 7 }, "wrong-type", "locale.tag"],
    ["no mark", { ...en, reportWords: { ...en.reportWords, none: " " } }, "required", "locale.reportWords.none"],
    ["no answer", { ...en, answers: { yes: "yes" } }, "required", "locale.answers.no"],
    ["no marks at all", { ...en, reportWords: undefined }, "required", "locale.reportWords"],
    ["a question that is none", { ...en, surveyQuestions: { q: 1 } }, "wrong-type", "locale.surveyQuestions.q"],
  ])("%s is refused, with its place", (_, locale, code, path) => {
    const issue = expect.objectContaining({ code, path: path.split(".") }) as unknown;
    for (const write of Object.values(WRITERS)) {
      expect(() => write(form, sheet as never, { locale: locale as typeof en })).toThrow(
        expect.objectContaining({ issues: expect.arrayContaining([issue]) as unknown }),
      );
    }
    expect(() => formJsonSchema(form, { locale: locale as typeof en })).toThrow(expect.objectContaining({ code }));
    expect(() => parseCsv(form, "own\nup", { locales: [locale as typeof en] })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test("one fault is told once", () => {
    const marks = { ...en, reportWords: { sheet: 7, line: "l", none: "n" } } as never;
    expect(() => toCsv(form, sheet as never, { locale: marks })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: ["locale", "reportWords", "sheet"] })] }),
    );
  });

  test("what a form doesn't need may be anything", () => {
    writeAll({ ...en, formFields: { other: 7 }, formCodes: { elsewhere: proxy }, surveyOptions: undefined, tag: "x" });
    const { surveyQuestions: _, surveyOptions: __, ...plain } = en;
    writeAll(plain);
  });

  test("a blank word is none: the id stands for it, and a code's cell isn't taken for an empty one", () => {
    const words = extendLocale(en, {
      forms: { f: "" },
      formFields: { note: " ", own: "" },
      formCodes: { own: { up: "" } },
    });
    const csv = toCsv(form, sheet as never, { locale: words, bom: false });
    expect(csv.split("\r\n").slice(0, 2)).toEqual(["Form no.,own,Line,note,tags", "1,up,1,x,none"]);
    expect(toMarkdown(form, sheet as never, { locale: words })).toContain("## f\n\n- **own**: up\n");
    expect(parseCsv(form, csv, { locales: [words, zhCN] })).toEqual(parseCsv(form, csv, { locales: [zhCN, words] }));
  });

  test("labels that differ by spaces around them only can't be told apart", () => {
    const words = extendLocale(en, { formFields: { note: "Same", tags: " Same" } });
    expect(() => toCsv(form, sheet as never, { locale: words })).toThrow(
      expect.objectContaining({ code: "duplicate-column" }),
    );
  });

  test("names, labels and words show what would act in them", () => {
    const words = extendLocale(en, {
      forms: { f: "F\u202e" },
      formFields: { own: "O\u2028" },
      formCodes: { own: { up: "U\u0001" } },
    });
    const html = toHtml(form, sheet as never, { locale: words });
    expect(html).toContain("<h2>F\\u{202e}</h2>");
    expect(html).toContain("<dt>O\\u{2028}</dt><dd>U\\u{1}</dd>");
  });
});

test.each<[string, unknown, string]>([
  ["no list that can be looked at", proxy, "unreadable"],
  ["a hole", hole, "wrong-type"],
  ["too many", Array.from({ length: 101 }, () => en), "too-many"],
  ["a list that never ends", Object.assign([], { length: 4_294_967_295 }), "too-many"],
  ["none", [], "too-few"],
])("E9.1 `locales` with %s are refused", (_, locales, code) => {
  expect(() => parseCsv(form, "own\nup", { locales: locales as never })).toThrow(expect.objectContaining({ code }));
});

describe("E9.1 options that can't be looked at", () => {
  test.each(["delimiter", "bom"])("%s", (key) => {
    expect(() => toCsv(form, sheet as never, { locale: en, [key]: proxy })).toThrow(
      expect.objectContaining({ name: "KeyAccountError" }),
    );
  });

  test("a text that isn't one", () => {
    expect(parseCsv(form, proxy as never, { locales: [en] })).toMatchObject({
      ok: false,
      issues: [{ code: "wrong-type" }],
    });
  });
});

describe("E9.1 formulas", () => {
  const one = defineForm({ id: "g", version: "1", rows: { note: { type: "text" } } });
  test.each([
    "﹦1",
    "﹢1",
    "﹣1",
    "﹫1",
    "\u200b=1",
    "\u0001@a",
    "\u00ad+1",
    "\u202e-1",
    "\u061c \u200d=1",
    "\u001a\t",
    "'\u200b=1",
  ])("%j is one in some programs: an apostrophe goes before it, and is taken off", (note) => {
    const read = parseSheet(one, { rows: [{ note }] });
    const csv = read.ok ? toCsv(one, read.value, { locale: en, bom: false }) : "";
    expect(csv.split("\r\n")[1]?.replace(/^"/, "").startsWith("'")).toBe(true);
    expect(read.ok && parseCsv(one, csv, { locales: [en] })).toEqual({ ok: true, value: [read.ok && read.value] });
  });

  test("one that somebody wrote without an apostrophe stays as it is", () => {
    const read = parseCsv(one, "note\n=1+1\n-5 degrees\n", { locales: [en] });
    expect(read.ok && read.value[0]?.rows).toEqual([{ note: "=1+1" }, { note: "-5 degrees" }]);
  });

  test("what only looks odd is none", () => {
    const read = parseSheet(one, { rows: [{ note: "\u200ba=1" }] });
    expect(read.ok && toCsv(one, read.value, { locale: en, bom: false })).toBe("note\r\n\u200ba=1\r\n");
  });
});
