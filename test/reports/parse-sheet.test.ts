import fc from "fast-check";
import { defineForm, type Form, parseSheet } from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { FORMS_OF_ALL, sheetOf } from "./arbitrary.js";

/** The faults of a filled form, each as code and place. */
function faultsOf<F, R>(form: Form<F, R>, input: unknown): string[] {
  const read = parseSheet(form, input);
  return read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path].join(" "));
}

const form = defineForm({
  id: "f",
  version: "1",
  fields: {
    who: { type: "text", required: true, longest: 5 },
    sum: { type: "integer", computed: { by: "sum", field: "n" } },
  },
  rows: {
    n: { type: "integer", least: -2, most: 2 },
    share: { type: "decimal", least: 0, most: 1 },
    paid: { type: "money" },
    yes: { type: "flag", mayNotApply: true },
    day: { type: "day" },
    at: { type: "clock" },
    when: { type: "moment" },
    code: { type: "code", codes: ["a", "b"], open: true },
    closed: { type: "code", codes: ["a", "b"] },
    names: { type: "text", many: true, required: true },
  },
});
const row = (values: object): unknown => ({ fields: { who: "x" }, rows: [{ names: [], ...values }] });

describe("A4.3 a filled form is read, or everything wrong with it is told", () => {
  test.each<[string, unknown, string[]]>([
    ["nothing", undefined, ["not-json"]],
    ["no object", [], ["wrong-type", "required fields who"]],
    [
      "parts of other types",
      { fields: 1, rows: {}, extra: 1 },
      ["wrong-type rows", "wrong-type fields", "required fields who", "wrong-type extra"],
    ],
    [
      "another form",
      { v: 2, form: "g", version: "2", fields: { who: "x" }, more: 1 },
      ["unknown-key more", "unsupported-version v", "form-mismatch form", "form-mismatch version"],
    ],
    [
      "other keys",
      { fields: { who: "x", whom: "y" }, rows: [{ names: [], m: 1 }, 7] },
      ["unknown-key rows 0 m", "wrong-type rows 1", "required rows 1 names", "unknown-key fields whom"],
    ],
    ["text", { fields: { who: "longer" } }, ["too-long fields who"]],
    ["no text", { fields: { who: 7 } }, ["wrong-type fields who"]],
    ["half a character", { fields: { who: "a\ud800" } }, ["unprintable-text fields who"]],
    ["NUL", { fields: { who: "\u0000" } }, ["unprintable-text fields who"]],
    ["integers", row({ n: "1" }), ["wrong-type rows 0 n"]],
    ["fractions", row({ n: 1.5 }), ["wrong-type rows 0 n"]],
    ["too small", row({ n: -3 }), ["out-of-range rows 0 n"]],
    ["too large", row({ n: 3 }), ["out-of-range rows 0 n"]],
    ["decimals", row({ share: "1,5" }), ["not-a-decimal rows 0 share"]],
    ["no decimal", row({ share: true }), ["not-a-decimal rows 0 share"]],
    ["above one by little", row({ share: "1.00000000000000000001" }), ["out-of-range rows 0 share"]],
    [
      "money",
      row({ paid: { amount: "x", currency: "yen", more: 1 } }),
      ["not-a-decimal rows 0 paid amount", "not-a-currency rows 0 paid currency", "unknown-key rows 0 paid more"],
    ],
    ["money as text", row({ paid: "12 CNY" }), ["wrong-format rows 0 paid"]],
    ["money as number", row({ paid: 12 }), ["wrong-type rows 0 paid"]],
    ["money of null", row({ paid: {} }), ["not-a-decimal rows 0 paid amount", "not-a-currency rows 0 paid currency"]],
    ["flags", row({ yes: "yes" }), ["wrong-type rows 0 yes"]],
    ["days", row({ day: "2026-02-30" }), ["not-a-date rows 0 day"]],
    ["moments as days", row({ day: "2026-02-20T00:00:00Z" }), ["not-a-date rows 0 day"]],
    ["times of day", row({ at: "24:00" }), ["wrong-format rows 0 at"]],
    ["no text for a time", row({ at: 9, when: 1 }), ["wrong-type rows 0 at", "wrong-type rows 0 when"]],
    ["moments with an offset", row({ when: "2026-02-20T00:00:00+08:00" }), ["not-a-date rows 0 when"]],
    ["codes", row({ code: "c", closed: "x-c" }), ["unknown-value rows 0 code", "unknown-value rows 0 closed"]],
    ["a host's code gone wrong", row({ code: "x-" }), ["unknown-value rows 0 code"]],
    ["lists", row({ names: "a" }), ["wrong-type rows 0 names"]],
    [
      "members",
      row({ names: ["a", null, "", 3] }),
      ["required rows 0 names 1", "required rows 0 names 2", "wrong-type rows 0 names 3"],
    ],
    ["long lists", row({ names: Array.from({ length: 100_001 }, () => "a") }), ["too-many rows 0 names"]],
    ["what may not be left open", row({ names: null }), ["required rows 0 names"]],
    ["what can't fail to apply", row({ n: { notApplicable: true } }), ["wrong-type rows 0 n"]],
    ["what applies to a degree", row({ yes: { notApplicable: true, more: 1 } }), ["wrong-type rows 0 yes"]],
    [
      "a sum that was typed",
      { fields: { who: "x", sum: 3 }, rows: [{ names: [], n: 1 }] },
      ["not-as-computed fields sum"],
    ],
    [
      "faulty rows without a word on their sum",
      { fields: { who: "x", sum: 3 }, rows: [{ names: [], n: "1" }] },
      ["wrong-type rows 0 n"],
    ],
    [
      "a getter",
      {
        fields: {
          get who() {
            return "x";
          },
        },
      },
      ["accessor fields who"],
    ],
    [
      "extra cells",
      { fields: { who: "x" }, extra: [[1, { column: "a" }, { column: "a", text: "\u0000" }], []] },
      [
        "too-many extra",
        "required extra 0 0 column",
        "required extra 0 0 text",
        "required extra 0 1 text",
        "unprintable-text extra 0 2 text",
        "duplicate-column extra 0 2",
      ],
    ],
    [
      "two extra cells without a name, which a CSV couldn't tell apart",
      {
        fields: { who: "x" },
        extra: [
          [
            { column: "", text: "a" },
            { column: "\f", text: "b" },
          ],
        ],
      },
      ["duplicate-column extra 0 1"],
    ],
  ])("%s", (_, input, faults) => {
    expect(faultsOf(form, input)).toEqual(faults);
  });

  test("one bound is enough", () => {
    const open = defineForm({
      id: "f",
      version: "1",
      rows: { a: { type: "integer", least: 1 }, b: { type: "decimal", most: 1 } },
    });
    const read = parseSheet(open, { rows: [{ a: 0, b: "1.5" }] });
    expect(read.ok ? [] : read.issues.map(({ details }) => details)).toEqual([
      { received: "0", least: 1 },
      { received: "1.5", most: 1 },
    ]);
    expect(faultsOf(open, { rows: [{ a: 9, b: "-9" }], extra: [7] })).toEqual([
      "required extra 0 0 column",
      "required extra 0 0 text",
    ]);
  });

  test("unknown isn't zero, not false, and not what doesn't apply", () => {
    const read = parseSheet(
      form,
      deepFreeze({
        fields: { who: "x" },
        rows: [
          { n: 0, yes: false, names: [] },
          { n: null, yes: { notApplicable: true }, names: ["a"] },
        ],
      }),
    );
    const rows = read.ok ? read.value.rows : [];
    expect(rows.map(({ n, yes, names, day }) => ({ n, yes, names, day }))).toEqual([
      { n: 0, yes: false, names: [], day: null },
      { n: null, yes: { notApplicable: true }, names: ["a"], day: null },
    ]);
  });

  test("decimals come out in one form", () => {
    const read = parseSheet(form, row({ share: 0.5, paid: { amount: "12.500", currency: "CNY" }, n: -0 }));
    expect(read.ok && read.value.rows[0]).toMatchObject({
      share: "0.5",
      paid: { amount: "12.5", currency: "CNY" },
      n: 0,
    });
  });

  test("a computed field that is right may be there, or be unknown", () => {
    const rows = [
      { names: [], n: 1 },
      { names: [], n: 2 },
    ];
    expect(faultsOf(form, { fields: { who: "x", sum: 3 }, rows })).toEqual([]);
    expect(faultsOf(form, { fields: { who: "x", sum: null }, rows })).toEqual([]);
  });

  test("rows of a form without rows, and more than there may be, are refused", () => {
    expect(faultsOf(FORMS_OF_ALL.heads as Form, { rows: [{}] })).toEqual(["too-many rows"]);
    const many = Array.from({ length: 100_001 }, () => ({}));
    expect(
      faultsOf(defineForm({ id: "f", version: "1", rows: { a: { type: "text" } } }) as Form, { rows: many }),
    ).toEqual(["too-many rows"]);
  });

  test("at most a thousand faults are told", () => {
    expect(faultsOf(form, { fields: { who: "x" }, rows: Array.from({ length: 2000 }, () => 1) })).toHaveLength(1000);
  });

  test("a whole number above 2^53 as a sum is said, not rounded", () => {
    const big = defineForm({
      id: "f",
      version: "1",
      fields: { s: { type: "integer", computed: { by: "sum", field: "n" } } },
      rows: { n: { type: "integer" } },
    });
    expect(faultsOf(big, { rows: [{ n: Number.MAX_SAFE_INTEGER }, { n: 1 }] })).toEqual(["wrong-type fields s"]);
  });

  test("law: what was read reads as itself, is plain JSON and shares nothing with its input", () => {
    const all = FORMS_OF_ALL.both as Form;
    fc.assert(
      fc.property(sheetOf(all), (input) => {
        const read = parseSheet(all, deepFreeze(input));
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        expect(JSON.parse(JSON.stringify(read.value))).toEqual(read.value);
        expect(parseSheet(all, deepFreeze(read.value))).toEqual(read);
      }),
      { numRuns: 30 },
    );
  });
});

test.each(["", " ", "\u3000", "\u200b"])("a required text isn't filled by %j, of which nothing can be seen", (text) => {
  const fields = { who: { type: "text", required: true }, note: { type: "text" } } as const;
  const form = defineForm({ id: "f", version: "1", fields });
  const read = parseSheet(form, { fields: { who: text, note: text } });
  expect(read.ok ? [] : read.issues).toEqual([{ code: "required", path: ["fields", "who"], details: {} }]);
  const other = parseSheet(form, { fields: { who: "Li", note: text } });
  expect(other.ok && other.value.fields.note).toBe(text);
});

describe("A4.3 everything that is wrong with a form is told at once", () => {
  const form = defineForm({
    id: "counts",
    version: "1",
    fields: {
      note: { type: "text", longest: 3 },
      visits: { type: "integer", computed: { by: "count" } },
      warm: { type: "integer", computed: { by: "count", where: { field: "attitude", is: "warm" } } },
      time: { type: "integer", computed: { by: "sum", field: "minutes" } },
      won: { type: "flag", computed: { by: "any", field: "step", is: "signing" } },
      reasons: {
        type: "text",
        many: true,
        computed: { by: "union", field: "why", given: { field: "won", is: true } },
      },
    },
    rows: {
      site: { type: "text", required: true },
      attitude: { type: "code", codes: ["warm", "cold"] },
      minutes: { type: "integer" },
      step: { type: "text" },
      why: { type: "text" },
    },
  });
  const totals = { visits: 9, warm: 9, time: 9, won: false, reasons: ["x"] };
  const sound = { site: "a", attitude: "warm", minutes: 5, step: "signing", why: "b" };
  const faultsOf = (input: unknown): string[] => {
    const read = parseSheet(form, input);
    return read.ok ? [] : read.issues.map(({ code, path }) => [code, ...path].join(" "));
  };
  const WRONG = ["visits", "warm", "time", "won", "reasons"].map((id) => `not-as-computed fields ${id}`);
  const without = (...ids: string[]): string[] => WRONG.filter((one) => !ids.some((id) => one.endsWith(` ${id}`)));

  test.each<[string, object, string[], string[]]>([
    ["a column that nothing reads", { site: null }, ["required rows 1 site"], WRONG],
    ["a sum's column", { minutes: "5" }, ["wrong-type rows 1 minutes"], without("time")],
    ["a condition's column", { attitude: "hot" }, ["unknown-value rows 1 attitude"], without("warm")],
    ["what another field goes by", { step: 7 }, ["wrong-type rows 1 step"], without("won", "reasons")],
    ["a key of no column", { other: 1 }, ["unknown-key rows 1 other"], WRONG],
    ["what isn't plain", { minutes: new Date(0) }, ["not-json rows 1 minutes"], without("time")],
  ])("%s is faulty: what doesn't read it is checked all the same", (_, fault, issues, wrong) => {
    expect(faultsOf({ fields: totals, rows: [sound, { ...sound, ...fault }] })).toEqual([...issues, ...wrong]);
  });

  test("faults of the form's own fields and of keys beside hide nothing", () => {
    expect(faultsOf({ fields: { ...totals, note: "long", odd: 1 }, rows: [sound], more: 1, extra: 7 })).toEqual([
      "unknown-key more",
      "unknown-key fields odd",
      "too-long fields note",
      ...WRONG,
      "wrong-type extra",
    ]);
  });

  test.each<[string, object, string[]]>([
    ["a row that is none", { rows: [sound, 7] }, ["wrong-type rows 1", "required rows 1 site"]],
    ["rows that are none", { rows: 7 }, ["wrong-type rows"]],
    ["another form", { rows: [sound], form: "other" }, ["form-mismatch form"]],
    ["another version", { rows: [sound], version: "2" }, ["form-mismatch version"]],
    ["another shape", { rows: [sound], v: 2 }, ["unsupported-version v"]],
  ])("of %s nobody can say what it comes to", (_, part, issues) => {
    expect(faultsOf({ fields: totals, ...part })).toEqual(issues);
  });
});
