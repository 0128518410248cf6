import { formatIssue } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import {
  DELIMITERS,
  dailySweepForm,
  defineForm,
  type Form,
  leadSummaryForm,
  parseCsv,
  toCsv,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const LOCALES = deepFreeze([en, zhCN]);

function read<F, R>(form: Form<F, R>, text: string, delimiter?: "," | ";" | "\t") {
  return parseCsv(form, text, { locales: LOCALES, delimiter });
}

/** The faults of a text in words. */
function wordsFor<F, R>(form: Form<F, R>, text: string, locale = zhCN): readonly string[] {
  const result = read(form, text);
  return result.ok ? [] : result.issues.map((issue) => formatIssue(issue, locale));
}

describe("A4.3 columns that the form doesn't have are told, and nothing of them is lost", () => {
  const text = "日期,客户代码,主要內容,备注\n2026-11-23,c-7,要样品,急\n";

  test("a mistyped header stands beside the label that was meant", () => {
    const result = read(dailySweepForm, text);
    expect(result.ok && result.value[0]?.rows[0]?.mainPoints).toBeNull();
    expect(result.ok && result.value[0]?.extra).toEqual([
      [
        { column: "主要內容", text: "要样品" },
        { column: "备注", text: "急" },
      ],
    ]);
    expect(result.warnings?.map(({ code, path, details }) => [code, path, (details as { name: string }).name])).toEqual(
      [
        ["unknown-column", [0, 2], "主要內容"],
        ["unknown-column", [0, 3], "备注"],
      ],
    );
    const [warning] = result.warnings ?? [];
    const missing = JSON.stringify(warning?.details);
    expect(missing).toContain('"主要内容"');
    expect(missing).not.toContain('"日期"');
    expect(missing, "nobody fills in a computed column").not.toContain('"拜访次数"');
    expect(warning && formatIssue(warning, zhCN)).toMatch(
      /^#1 › #3：表格没有名为“主要內容”的列；若是写错，应为文件中尚缺的列之一：.*主要内容/,
    );
    expect(warning && formatIssue(warning, en)).toMatch(
      /^#1 › #3: The form has no column "主要內容"; if it is mistyped, one of those that the file lacks was meant: .*主要内容/,
    );
  });

  test("they are told beside faults too, of the headers and of the cells", () => {
    expect(read(dailySweepForm, "日期,客户号码\n2026-11-23,c-7\n")).toMatchObject({
      ok: false,
      issues: [{ code: "required", path: [0, "客户代码"] }],
      warnings: [{ path: [0, 1], details: { name: "客户号码" } }],
    });
    expect(read(dailySweepForm, "日期,日期,客户代码,x\n")).toMatchObject({
      issues: [{ code: "duplicate-column" }],
      warnings: [{ path: [0, 3] }],
    });
  });

  test("a nameless column is told where it holds something, and no warnings are no key", () => {
    const header = "Number,Client,Source,Date,";
    expect(read(leadSummaryForm, `${header}\nL-1,H,search,2026-11-21,`)).not.toHaveProperty("warnings");
    expect(read(leadSummaryForm, `${header}\nL-1,H,search,2026-11-21,x`).warnings).toMatchObject([
      { path: [0, 4], details: { name: "", missing: ["Area", "Industry", "Revenue a year", "Class"] } },
    ]);
  });
});

describe("A4.3 a file with another delimiter says with which one to read it", () => {
  const sheet = {
    v: 1,
    form: "lead-summary",
    version: "1",
    fields: {},
    rows: [{ number: "L-1", client: 'a, "b"; c\td', source: "search", date: "2026-11-21" }],
  } as never;

  test.each(DELIMITERS.flatMap((one) => DELIMITERS.flatMap((other) => (one === other ? [] : [[one, other] as const]))))(
    "written with %j, read with %j",
    (written, given) => {
      for (const locale of [en, zhCN]) {
        const text = toCsv(leadSummaryForm, sheet, { locale, delimiter: written });
        expect(read(leadSummaryForm, text, given)).toEqual({
          ok: false,
          issues: [{ code: "wrong-delimiter", path: [0], details: { received: given, expected: written } }],
        });
        expect(read(leadSummaryForm, text, written).ok).toBe(true);
      }
    },
  );

  test("also where no column must be filled, so that everything would be a column of a host's own", () => {
    const form = defineForm({ id: "f", version: "1", rows: { a: { type: "text" }, b: { type: "text" } } });
    expect(read(form, "a;b\n1;2\n")).toMatchObject({ ok: false, issues: [{ code: "wrong-delimiter" }] });
    expect(read(form, "a\n1;2\n").ok).toBe(true);
    expect(read(form, "p;q\n1;2\n")).toMatchObject({ ok: true, warnings: [{ details: { name: "p;q" } }] });
    expect(read(form, "a,x;b\n1,2\n")).toMatchObject({ ok: true, warnings: [{ details: { name: "x;b" } }] });
  });

  test("a host's own column whose name repeats a label of the form is no other delimiter", () => {
    const extra = [[{ column: "Date;".repeat(40), text: "x" }]];
    const text = toCsv(leadSummaryForm, { ...(sheet as object), extra } as never, { locale: en });
    expect(read(leadSummaryForm, text)).toMatchObject({ ok: true, value: [{ extra }] });
  });

  test("in words, a tab too", () => {
    expect(wordsFor(dailySweepForm, "日期\t客户代码\n")).toEqual(["#1：该文件用制表符分隔单元格，而不是逗号。"]);
    expect(wordsFor(dailySweepForm, "日期;客户代码\n", en)).toEqual([
      "#1: The cells of this file are set apart by semicolons, not by commas.",
    ]);
  });
});

const stock = defineForm({
  id: "stock",
  version: "1",
  fields: {
    who: { type: "text" },
    warm: { type: "code", codes: ["warm", "cold"], list: "attitudes" },
    price: { type: "money" },
    tags: { type: "text", many: true, mayNotApply: true },
  },
  rows: { item: { type: "text" } },
});

describe("A4.3 lines of one form that disagree name both values and the line", () => {
  test.each([
    ["who", "陈", "李", "#3 › who：此处为“李”，第2行为“陈”：同一张表的各行应一致。"],
    ["who", "", "李", "#3 › who：此处为“李”，第2行未填：同一张表的内容应写在首行。"],
    ["warm", "热情", "冷淡", "#3 › warm：此处为“冷淡”，第2行为“热情”：同一张表的各行应一致。"],
    ["price", "CNY 5", "CNY 6", "#3 › price：此处为“CNY 6”，第2行为“CNY 5”：同一张表的各行应一致。"],
    ["tags", "不适用", "无", "#3 › tags：此处为“无”，第2行为“不适用”：同一张表的各行应一致。"],
    ["tags", "a; b", "a", "#3 › tags：此处为“a”，第2行为“a; b”：同一张表的各行应一致。"],
  ])("%s: %s and %s", (column, first, second, sentence) => {
    expect(wordsFor(stock, `表号,${column},item\n1,${first},a\n1,${second},b\n`)).toEqual([sentence]);
  });

  test("in English, a long value cut off; a later line that says nothing agrees", () => {
    const long = "x".repeat(100);
    expect(wordsFor(stock, `Form no.,who,item\n1,Chen,a\n1,${long},b\n1,,c\n`, en)).toEqual([
      `#3 › who: "${"x".repeat(64)}" here, but "Chen" in line 2: all lines of one form say the same of it.`,
    ]);
    expect(wordsFor(stock, "Form no.,who,item\n1,,a\n1,Li,b\n", en)).toEqual([
      '#3 › who: "Li" here, but nothing in line 2: the first line of a form says everything of it.',
    ]);
  });
});

describe("A4.3 full width, as Chinese input writes it", () => {
  const form = defineForm({
    id: "wide",
    version: "1",
    fields: { head: { type: "text" } },
    rows: {
      n: { type: "integer" },
      d: { type: "decimal", many: true },
      m: { type: "money" },
      day: { type: "day" },
      at: { type: "clock" },
      moment: { type: "moment" },
      level: { type: "code", codes: ["A", "B"], list: "levels" },
      text: { type: "text" },
    },
  });

  test("is read in numbers, days, times, money and codes; a text stays as it is", () => {
    const cells =
      "２,甲,２,－４５,０．５；１，２３４．５,ＣＮＹ　８２００,２０２６／１１／２１,９：３０,２０２６－１１－２１Ｔ０８：００：００Ｚ,Ａ级,４５Ａ";
    const line = cells.replace("１，２３４．５", '"1,234.5"').replace(/(０．５；)"1,234.5"/, '"$11,234.5"');
    const result = read(form, `表号,head,行号,n,d,m,day,at,moment,level,text\n${line}\n`);
    expect(result.ok ? result.value[0]?.rows : result.issues).toEqual([
      {
        n: -45,
        d: ["0.5", "1234.5"],
        m: { amount: "8200", currency: "CNY" },
        day: "2026-11-21",
        at: "09:30",
        moment: "2026-11-21T08:00:00Z",
        level: "A",
        text: "４５Ａ",
      },
    ]);
  });

  test("numbers of forms and lines too", () => {
    const text = "表号,head,行号,text\n１,甲,２,b\n1,甲,１,a\n";
    const result = read(form, text);
    expect(result.ok && result.value.map(({ rows }) => rows.map((row) => row.text))).toEqual([["a", "b"]]);
  });

  test("what is no number in half width is none in full width", () => {
    expect(wordsFor(form, "head,n\n甲,４５个\n")).toHaveLength(1);
    expect(wordsFor(form, 'head,d\n甲,"１，２３４"\n')).toHaveLength(1);
  });
});
