import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { dailySweepForm, defineForm, type Form, leadSummaryForm, parseCsv, toCsv } from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const LOCALES = [en, zhCN];
const HEADER = "Number,Client,Source,Date";

/** The faults of a text, each as code and place. */
function faultsOf<F, R>(form: Form<F, R>, text: unknown, delimiter?: ";"): string[] {
  const read = parseCsv(form, text as string, { locales: LOCALES, delimiter });
  return read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path].join(" "));
}

/** The rows of a text. */
function rowsOf<F, R>(form: Form<F, R>, text: string): readonly unknown[] {
  const read = parseCsv(form, text, { locales: LOCALES });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.flatMap(({ rows }) => rows);
}

const stock = defineForm({
  id: "stock",
  version: "1",
  fields: { who: { type: "text" }, total: { type: "integer", computed: { by: "sum", field: "n" } } },
  rows: { item: { type: "text" }, n: { type: "integer" } },
});

describe("E9.1 the lead summary comes back", () => {
  test.each([
    ["line ends of Unix, none at the end", `${HEADER}\nL-1,Huaxin,search,2026-11-21`],
    ["line ends of old Macs", `${HEADER}\rL-1,Huaxin,search,2026-11-21\r`],
    ["a byte order mark", `\ufeff${HEADER}\r\nL-1,Huaxin,search,2026-11-21\r\n`],
    ["everything in quotes", '"Number","Client","Source","Date"\r\n"L-1","Huaxin","search","2026-11-21"\r\n'],
    ["another order, Chinese", "日期,线索来源,编号,客户名称\n2026-11-21,网络搜索,L-1,Huaxin\n"],
    ["ids, codes and words mixed", "date,线索来源,Number,client\n2026/11/21,search,L-1,Huaxin"],
    ["a day as Excel writes it in China", `${HEADER}\nL-1,Huaxin,网络搜索,2026年11月21日`],
    ["short and blank lines", `${HEADER}\n\nL-1,Huaxin,search,2026-11-21,,\n\n`],
    ["spaces around headers and codes", " Number , Client , Source , Date \nL-1,Huaxin, search ,2026-11-21"],
  ])("%s", (_, text) => {
    expect(rowsOf(leadSummaryForm, text)).toEqual([
      {
        number: "L-1",
        client: "Huaxin",
        area: null,
        industry: null,
        revenue: null,
        class: null,
        source: "search",
        date: "2026-11-21",
      },
    ]);
  });

  test.each([
    ["nothing", "", ["too-few"]],
    ["only a mark", "\ufeff", ["too-few"]],
    ["no text", 7, ["wrong-type"]],
    ["no column for what must be there", "Number,Client\nL-1,Huaxin", ["required 0 Source", "required 0 Date"]],
    ["a header twice", `${HEADER},Date\nL-1,H,search,2026-11-21,2026-11-21`, ["duplicate-column 0 4"]],
    [
      "a column's id and its label in another language, without its own",
      "Number,客户名称,client,Source,Date\nL-1,H,H,search,2026-11-21",
      ["duplicate-column 0 2"],
    ],
    ["two headers of another", `${HEADER},x,x\nL-1,H,search,2026-11-21,1,2`, ["duplicate-column 0 5"]],
    ["two cells without a header", `${HEADER},,\nL-1,H,search,2026-11-21,1,2`, ["duplicate-column 1"]],
    ["more cells than headers", `${HEADER}\nL-1,H,search,2026-11-21,x`, ["too-many 1"]],
    ["a quote that isn't closed", `${HEADER}\nL-1,"H,search,2026-11-21\n`, ["misplaced-quote 1 1"]],
    ["text behind a quote", `${HEADER}\nL-1,"H"x,search,2026-11-21`, ["misplaced-quote 1 1"]],
    [
      "values, in the lines and headers of the text",
      `编号,客户名称,线索来源,日期\n,H,市集,21.11.2026\nL-2,,search,11/21/2026`,
      ["required 1 编号", "unknown-value 1 线索来源", "not-a-date 1 日期", "required 2 客户名称", "not-a-date 2 日期"],
    ],
    ["half a character", `${HEADER}\nL-1,\ud800,search,2026-11-21`, ["unprintable-text 1 Client"]],
    ["too many columns", `${"a,".repeat(1005)}\n`, ["too-many 0"]],
    ["too many lines", `${HEADER}\n${"\n".repeat(200_001)}`, ["too-many"]],
    ["too long a text", "x".repeat(50_000_001), ["too-long"]],
  ])("%s is refused", (_, text, faults) => {
    expect(faultsOf(leadSummaryForm, text)).toEqual(faults);
  });

  test("money by code and amount in either order, and nothing by halves", () => {
    const of = (money: string): string => `${HEADER},Revenue a year\nL-1,H,search,2026-11-21,${money}`;
    for (const money of ["CNY 8200000", "8200000 CNY", "CNY8200000.00", " CNY 8.2e6 "]) {
      expect(rowsOf(leadSummaryForm, of(money))).toMatchObject([{ revenue: { amount: "8200000", currency: "CNY" } }]);
    }
    for (const money of ["8200000", "CNY 5 USD", '"CNY 8,200"', "CNY", "¥5"]) {
      expect(faultsOf(leadSummaryForm, of(money))).toEqual(["wrong-format 1 Revenue a year"]);
    }
  });

  test("columns of others stay with their lines", () => {
    const read = parseCsv(
      leadSummaryForm,
      `${HEADER},'=x,\nL-1,H,search,2026-11-21,'=1,\nL-2,H,search,2026-11-21,,\nL-3,H,search,2026-11-21,"",`,
      { locales: LOCALES },
    );
    expect(read.ok && read.value[0]?.extra).toEqual([[{ column: "=x", text: "=1" }], [], [{ column: "=x", text: "" }]]);
  });

  test("a line that ends early leaves the rest unknown; forms with and without other columns are written together", () => {
    expect(rowsOf(leadSummaryForm, `${HEADER},Area\nL-1,H,search,2026-11-21`)).toMatchObject([{ area: null }]);
    const of = (who: string, extra?: unknown): unknown => ({
      v: 1,
      form: "stock",
      version: "1",
      fields: { who },
      rows: [],
      extra,
    });
    const csv = toCsv(stock, [of("a"), of("b", [[{ column: "x", text: "1" }]])] as never, { locale: en, bom: false });
    expect(csv.split("\r\n")).toEqual(["Form no.,who,total,Line,item,n,x", "1,a,0,,,,", "2,b,0,,,,1", ""]);
  });

  test("an apostrophe that guards nothing is part of the text", () => {
    expect(rowsOf(leadSummaryForm, `${HEADER}\n'L-1,'t Hooft,search,2026-11-21`)).toMatchObject([
      { number: "'L-1", client: "'t Hooft" },
    ]);
  });
});

describe("A4.3 forms with rows come back", () => {
  const text = "Form no.,who,total,Line,item,n\r\n1,Chen,3,1,a,1\r\n1,Chen,3,2,b,2\r\n2,Wu,0,,,\r\n";

  test("with their rows, or without any", () => {
    const read = parseCsv(stock, text, { locales: LOCALES });
    expect(read.ok && read.value).toEqual([
      {
        v: 1,
        form: "stock",
        version: "1",
        fields: { who: "Chen", total: 3 },
        rows: [
          { item: "a", n: 1 },
          { item: "b", n: 2 },
        ],
      },
      { v: 1, form: "stock", version: "1", fields: { who: "Wu", total: 0 }, rows: [] },
    ]);
    expect(read.ok && toCsv(stock, read.value, { locale: en, bom: false })).toBe(text);
  });

  test("D5.3 what is computed is computed anew, whatever stands there", () => {
    const read = parseCsv(stock, text.replace("1,Chen,3,2,b,2", "1,Chen,many,2,b,5"), { locales: LOCALES });
    expect(read.ok && read.value[0]?.fields.total).toBe(6);
  });

  test("lines that were sorted otherwise, lines without a number, and heads on the first line only", () => {
    const mixed = "Form no.,who,Line,item,n\n2,Wu,1,x,9\n1,Chen,2,b,2\n1,,1,a,1\n,,,c,3\n";
    const read = parseCsv(stock, mixed, { locales: LOCALES });
    expect(read.ok && read.value.map(({ fields, rows }) => [fields.who, rows.map(({ item }) => item)])).toEqual([
      ["Wu", ["x"]],
      ["Chen", ["a", "b", "c"]],
    ]);
  });

  test("without numbers, lines with one head are one form", () => {
    const read = parseCsv(stock, "who,item,n\nChen,a,1\nChen,b,2\nWu,,\nChen,c,3\n", { locales: LOCALES });
    expect(read.ok && read.value.map(({ fields, rows }) => [fields.who, rows.length])).toEqual([
      ["Chen", 2],
      ["Wu", 0],
      ["Chen", 1],
    ]);
  });

  test("lines of one form that contradict each other are told", () => {
    expect(faultsOf(stock, "Form no.,who,item\n1,Chen,a\n1,Wu,b\n1,Chen,c")).toEqual(["contradictory-fact 2 who"]);
  });

  test("a form with a field that is called as the numbers are", () => {
    const form = defineForm({
      id: "f",
      version: "1",
      fields: { sheet: { type: "text" } },
      rows: { line: { type: "text" } },
    });
    const csv = toCsv(
      form,
      { v: 1, form: "f", version: "1", fields: { sheet: "A" }, rows: [{ line: "x" }] },
      { locale: en, bom: false },
    );
    expect(csv).toBe("Form no.,sheet,Line,line\r\n1,A,1,x\r\n");
    expect(faultsOf(form, csv)).toEqual([]);
  });

  test("nothing but the header: no forms, and a table without rows", () => {
    expect(parseCsv(stock, "who,item,n\n", { locales: LOCALES })).toEqual({ ok: true, value: [] });
    const read = parseCsv(leadSummaryForm, HEADER, { locales: LOCALES });
    expect(read.ok && read.value.map(({ rows }) => rows)).toEqual([[]]);
  });

  test("a table of one column keeps its empty lines, for they are rows", () => {
    const form = defineForm({ id: "f", version: "1", rows: { a: { type: "text" } } });
    expect(rowsOf(form, "a\n\nx\n\n")).toEqual([{ a: null }, { a: "x" }, { a: null }]);
  });
});

describe("E9.1 cells", () => {
  const form = defineForm({
    id: "f",
    version: "1",
    rows: {
      n: { type: "integer" },
      yes: { type: "flag" },
      at: { type: "clock" },
      x: { type: "decimal" },
      when: { type: "moment" },
      list: { type: "text", many: true, mayNotApply: true },
      way: { type: "code", codes: ["visit"], list: "contactWays", open: true },
      kind: { type: "code", codes: ["a", "b"] },
    },
  });
  const one = (column: string, cell: string): unknown =>
    (rowsOf(form, `${column},yes\n${cell},`)[0] as Record<string, unknown>)[column];

  test.each<[string, string, unknown]>([
    ["n", "007", 7],
    ["n", " -5 ", -5],
    ["n", "-0", 0],
    ["n", "9007199254740991", 9_007_199_254_740_991],
    ["at", "9:05", "09:05"],
    ["at", "09:05:00", "09:05"],
    ["x", " 1e2 ", "100"],
    ["when", "2026/1/5", "2026-01-05"],
    ["when", "2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z"],
    ["list", "a;b；c", ["a", "b", "c"]],
    ["list", "a\\;b; c\\\\", ["a;b", "c\\"]],
    ["list", "a\\", ["a\\"]],
    ["list", "无", []],
    ["list", "none", []],
    ["list", "不适用", { notApplicable: true }],
    ["list", "'none", ["none"]],
    ["way", "上门拜访", "visit"],
    ["way", "visit", "visit"],
    ["way", "x-fair", "x-fair"],
    ["kind", "b", "b"],
  ])("%s of %j is %j", (column, cell, value) => {
    expect(one(column, cell)).toEqual(value);
  });

  test.each<[string, boolean]>([
    ["yes", true],
    ["是", true],
    ["true", true],
    ["no", false],
    ["否", false],
    [" false ", false],
  ])("%s is %s", (cell, value) => {
    expect(rowsOf(form, `yes,n\n${cell},`)).toMatchObject([{ yes: value }]);
  });

  test.each([
    ["n", "1.5"],
    ["n", "9007199254740993"],
    ["n", "1,000"],
    ["yes", "maybe"],
    ["at", "9.05"],
    ["x", "1 000"],
    ["way", "letter"],
    ["kind", "z"],
    ["list", "a;;b"],
  ])("%s of %j is refused", (column, cell) => {
    const read = parseCsv(form, `${column}\n"${cell}"`, { locales: LOCALES });
    expect(read.ok).toBe(false);
  });

  test("words that would be read as another code give way to the code", () => {
    const words = extendLocale(en, { formCodes: { kind: { a: "b", b: "b" } } });
    const sheet = {
      v: 1,
      form: "f",
      version: "1",
      fields: {},
      rows: ["a", "b"].map((kind) => ({
        n: null,
        yes: null,
        at: null,
        x: null,
        when: null,
        list: null,
        way: null,
        kind,
      })),
    } as const;
    const csv = toCsv(form, sheet as never, { locale: words, bom: false });
    expect(csv.split("\r\n").slice(1, 3)).toEqual([",,,,,,,a", ",,,,,,,b"]);
  });

  test("where no header tells the language, the marks of every language hold", () => {
    expect(one("list", "不适用")).toEqual({ notApplicable: true });
    const ours = extendLocale(zhCN, { formFields: { list: "清单" } });
    const read = parseCsv(form, "清单,n\nnone,", { locales: [en, ours] });
    expect(read.ok && read.value[0]?.rows[0]?.list).toEqual(["none"]);
  });

  test("a semicolon or a tab between cells", () => {
    expect(faultsOf(form, "n;x\n1;2,5", ";")).toEqual(["not-a-decimal 1 x"]);
    const read = parseCsv(form, "n\tx\n1\t2", { locales: LOCALES, delimiter: "\t" });
    expect(read.ok && read.value[0]?.rows[0]).toMatchObject({ n: 1, x: "2" });
  });
});

describe("options and sheets that are none are refused", () => {
  const { sheet } = { sheet: { v: 1, form: "lead-summary", version: "1", fields: {}, rows: [] } as const };
  const lead = {
    number: "1",
    client: "c",
    area: null,
    industry: null,
    revenue: null,
    class: null,
    source: "search" as const,
    date: "2026-11-21",
  };
  const extra = (column: string): unknown => ({ ...sheet, rows: [lead], extra: [[{ column, text: "x" }]] });

  test.each<[string, unknown, unknown, string]>([
    ["no options", sheet, null, "wrong-type"],
    ["no locale", sheet, {}, "wrong-type"],
    ["half a locale", sheet, { locale: { tag: "en" } }, "required"],
    ["another delimiter", sheet, { locale: en, delimiter: "|" }, "unknown-value"],
    ["a mark that is no flag", sheet, { locale: en, bom: 1 }, "wrong-type"],
    ["another option", sheet, { locale: en, sep: ";" }, "unknown-key"],
    ["several tables", [sheet, sheet], { locale: en }, "too-many"],
    ["no tables", [], { locale: en }, "too-few"],
    ["another form's", { ...sheet, form: "x" }, { locale: en }, "form-mismatch"],
    ["a cycle", cyclic(), { locale: en }, "cyclic"],
    ["a column of a label's name", extra("Area"), { locale: en }, "duplicate-column"],
    ["a column of a field's name", extra("area"), { locale: en }, "duplicate-column"],
    ["two labels alike", sheet, { locale: extendLocale(en, { formFields: { area: "Client" } }) }, "duplicate-column"],
    ["a locale that can't be looked at", sheet, { locale: revoked() }, "unreadable"],
    ["options that can't be looked at", sheet, revoked(), "unreadable"],
  ])("%s", (_, sheets, options, code) => {
    expect(() => toCsv(leadSummaryForm, sheets as never, options as { locale: typeof en })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test.each<[unknown, string]>([
    [{}, "wrong-type"],
    [{ locales: [] }, "too-few"],
    [{ locales: [null] }, "wrong-type"],
    [{ locales: [en], delimiter: 1 }, "unknown-value"],
  ])("reading with options, case %#", (options, code) => {
    expect(() => parseCsv(leadSummaryForm, "", options as { locales: [] })).toThrow(expect.objectContaining({ code }));
  });

  test("a hundred thousand cells are read in one go", () => {
    const line = `1,Chen,${"".padEnd(20, "x")},5\n`;
    const text = `Form no.,who,item,n\n${line.repeat(25_000)}`;
    const read = parseCsv(stock, text, { locales: LOCALES });
    expect(read.ok && read.value[0]?.fields.total).toBe(125_000);
  }, 20_000);

  test("the daily report's own language doesn't matter to what it holds", () => {
    const rows = [
      {
        time: "09:30",
        clientId: "c",
        client: null,
        area: null,
        targetClass: null,
        way: "visit",
        minutes: null,
        attitude: null,
        outcome: null,
        surveyShare: null,
        mainPoints: null,
        nextStep: null,
        nextStepOn: null,
      },
    ];
    const filled = { v: 1, form: "daily-sweep", version: "1", fields: { date: "2026-11-21" }, rows };
    const texts = LOCALES.map((locale) => toCsv(dailySweepForm, filled as never, { locale }));
    const [a, b] = texts.map((text) => parseCsv(dailySweepForm, text, { locales: [...LOCALES].reverse() }));
    expect(a?.ok).toBe(true);
    expect(a).toEqual(b);
  });
});

function cyclic(): unknown {
  const sheet: Record<string, unknown> = { v: 1 };
  sheet["fields"] = sheet;
  return sheet;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test("E9.1 a numbered row is a row, though every cell of it is unknown; without a number it stands for none", () => {
  const head = "Form no.,who,Line,item,n";
  expect(rowsOf(stock, `${head}\n1,Chen,1,,\n`)).toEqual([{ item: null, n: null }]);
  expect(rowsOf(stock, `${head}\n1,Chen,,,\n`)).toEqual([]);
});

test("E9.1 of two codes with one word the form's own is meant", () => {
  const form = defineForm({
    id: "f",
    version: "1",
    rows: { id: { type: "text" }, grade: { type: "code", codes: ["b"], list: "own" } },
  });
  const ours = extendLocale(en, { formCodes: { own: { a: "Good", b: "Good" } } });
  const read = parseCsv(form, "id,grade\n1,Good", { locales: [ours] });
  expect(read.ok && read.value[0]?.rows).toEqual([{ id: "1", grade: "b" }]);
});
