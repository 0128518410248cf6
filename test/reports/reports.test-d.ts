import { defineCalendar } from "keyaccount";
import { en } from "keyaccount/locale/en";
import type { Visit } from "keyaccount/models";
import {
  clientSurveyForm,
  dailySweepParts,
  defineForm,
  developmentRecords,
  extendForm,
  type FormSheet,
  leadSummary,
  leadSummaryForm,
  type NotApplicable,
  parseSheet,
  rollUp,
  toCsv,
  visitRecordForm,
} from "keyaccount/reports";
import { describe, expectTypeOf, test } from "vitest";

const form = defineForm({
  id: "f",
  version: "1",
  fields: { who: { type: "text" }, total: { type: "integer", computed: { by: "count" } } },
  rows: {
    size: { type: "code", codes: ["small", "large"] },
    way: { type: "code", codes: ["fax"], open: true, mayNotApply: true },
    paid: { type: "money" },
    names: { type: "text", many: true },
    yes: { type: "flag" },
  },
});

describe("E9.1 the types of what a form holds follow from its definition", () => {
  const read = parseSheet(form, {});
  const sheet = read.ok ? read.value : undefined;
  type Row = NonNullable<typeof sheet>["rows"][number];

  test("every field may be unknown, codes are codes", () => {
    expectTypeOf<Row["size"]>().toEqualTypeOf<"small" | "large" | null>();
    expectTypeOf<Row["way"]>().toEqualTypeOf<"fax" | `x-${string}` | NotApplicable | null>();
    expectTypeOf<Row["names"]>().toEqualTypeOf<readonly string[] | null>();
    expectTypeOf<Row["yes"]>().toEqualTypeOf<boolean | null>();
    expectTypeOf<NonNullable<typeof sheet>["fields"]["total"]>().toEqualTypeOf<number | null>();
  });

  test("what the form doesn't have doesn't compile", () => {
    // @ts-expect-error the form has no such column
    expectTypeOf<Row["colour"]>().toBeNever();
    // @ts-expect-error the form has no such field
    rollUp(form, [{ a: 1 }], { fields: () => ({ whom: "x" }) });
    // @ts-expect-error a code that the field doesn't have
    rollUp(form, [{ a: 1 }], { row: () => ({ size: "middling" }) });
    // @ts-expect-error rows are sorted by columns that there are
    defineForm({ id: "f", version: "1", rows: { a: { type: "text" } }, sort: ["b"] });
    const rows = { a: { type: "integer" } } as const;
    const sum = { type: "integer", computed: { by: "sum", field: "b" } } as const;
    // @ts-expect-error computed from a column that there isn't
    defineForm({ id: "f", version: "1", fields: { sum }, rows });
    // @ts-expect-error there is no such type of field
    defineForm({ id: "f", version: "1", rows: { a: { type: "string" } } });
  });

  const frame = { id: "f", version: "1" } as const;
  const rows = { n: { type: "integer" }, t: { type: "text" }, c: { type: "code", codes: ["x"] } } as const;

  test("a computation that can't be doesn't compile", () => {
    // @ts-expect-error a text can't be summed
    defineForm({ ...frame, rows, fields: { s: { type: "integer", computed: { by: "sum", field: "t" } } } });
    // @ts-expect-error a sum is of something
    defineForm({ ...frame, rows, fields: { s: { type: "integer", computed: { by: "sum" } } } });
    const where = { field: "no", is: "x" } as const;
    // @ts-expect-error rows are chosen by a column that there is
    defineForm({ ...frame, rows, fields: { s: { type: "integer", computed: { by: "count", where } } } });
    // @ts-expect-error it depends on a field that there is
    defineForm({ ...frame, rows, fields: { s: { type: "integer", computed: { by: "count", given: where } } } });
    // @ts-expect-error a number of rows is no text
    defineForm({ ...frame, rows, fields: { s: { type: "text", computed: { by: "count" } } } });
    // @ts-expect-error something is looked for
    defineForm({ ...frame, rows, fields: { s: { type: "flag", computed: { by: "any", field: "c" } } } });
    // @ts-expect-error what is found is yes or no
    defineForm({ ...frame, rows, fields: { s: { type: "integer", computed: { by: "any", field: "c", is: "x" } } } });
    const codes = { type: "code", codes: ["x"], computed: { by: "union", field: "c" } } as const;
    // @ts-expect-error different values are a list
    defineForm({ ...frame, rows, fields: { s: codes } });
    // @ts-expect-error the last of codes is a code
    defineForm({ ...frame, rows, fields: { s: { type: "text", computed: { by: "greatest", field: "c" } } } });
  });

  test("one that can be does", () => {
    const w = { type: "flag", computed: { by: "any", field: "c", is: "x" } } as const;
    const given = { field: "w", isNot: true } as const;
    const s = { type: "integer", computed: { by: "sum", field: "n", where: { field: "c", is: "x" }, given } } as const;
    const u = { type: "code", codes: ["x"], many: true, computed: { by: "union", field: "c" } } as const;
    const last = { type: "code", codes: ["x"], computed: { by: "greatest", field: "c" } } as const;
    expectTypeOf<keyof ReturnType<typeof all>["fields"]>().toEqualTypeOf<"w" | "s" | "u" | "last">();
    const all = () => defineForm({ ...frame, rows, fields: { w, s, u, last } });
    // What a host reads as a text is checked as the form is made.
    const field: string = "n";
    defineForm({ ...frame, rows, fields: { s: { type: "integer", computed: { by: "sum", field } } } });
  });

  test("a row with a column that there isn't doesn't compile, and codes stay codes", () => {
    // @ts-expect-error the form has no such column beside the one that it has
    rollUp(form, [{ a: 1 }], { row: ({ a }) => ({ names: [String(a)], siez: "small" }) });
    rollUp(form, [{ a: 1 }], { row: ({ a }) => (a > 1 ? { names: [String(a)], size: "small" } : { size: null }) });
  });

  test("a sheet goes with its own form only", () => {
    const { sheet: leads } = leadSummary([], { offset: "Z" });
    toCsv(leadSummaryForm, leads, { locale: en });
    // @ts-expect-error leads are no visit record
    toCsv(visitRecordForm, leads, { locale: en });
    // @ts-expect-error a language is needed
    toCsv(leadSummaryForm, leads, {});
  });
});

describe("E9.1 hosts extend forms", () => {
  const ours = extendForm(leadSummaryForm, {
    id: "ours",
    version: "1",
    rows: { seller: { type: "text" }, area: { type: "code", codes: ["east", "west"] } },
    omit: ["revenue"],
  });
  type Row = typeof ours extends { readonly rows: infer R } ? keyof R : never;

  test("columns of theirs are added and replaced, others go", () => {
    expectTypeOf<Row>().toEqualTypeOf<
      "number" | "client" | "area" | "industry" | "class" | "source" | "date" | "seller"
    >();
    const read = parseSheet(ours, {});
    if (read.ok) expectTypeOf(read.value.rows[0]?.area).toEqualTypeOf<"east" | "west" | null | undefined>();
    // @ts-expect-error rows are sorted by columns that there are
    extendForm(leadSummaryForm, { id: "ours", version: "1", sort: ["colour"] });
    // @ts-expect-error one that is left out is none
    extendForm(leadSummaryForm, { id: "ours", version: "1", omit: ["area"], sort: ["area"] });
    extendForm(leadSummaryForm, {
      id: "ours",
      version: "1",
      rows: { seller: { type: "text" } },
      sort: ["seller", "date"],
    });
    const sum = { type: "integer", computed: { by: "sum", field: "lft" } } as const;
    // @ts-expect-error computed from a column that there isn't
    extendForm(leadSummaryForm, { id: "ours", version: "1", fields: { sum }, rows: { left: { type: "integer" } } });
    // @ts-expect-error the base has no such field to leave out
    extendForm(leadSummaryForm, { id: "ours", version: "1", omit: ["colour"] });
  });

  test("the parts of a fold take a host's own visits", () => {
    type OurVisit = Visit & { readonly samples: number };
    const parts = dailySweepParts({ offset: "Z" });
    const sweep = extendForm(leadSummaryForm, { id: "s", version: "1", rows: { samples: { type: "integer" } } });
    const visits: readonly OurVisit[] = [];
    rollUp(sweep, visits, { row: (visit) => ({ samples: visit.samples, client: parts.row(visit).client }) });
    // @ts-expect-error where the day begins has to be told
    dailySweepParts({});
    const calendar = defineCalendar({ id: "c", zone: "Z", week: {} });
    dailySweepParts({ calendar });
    // @ts-expect-error but once
    dailySweepParts({ calendar, offset: "Z" });
  });

  test("a survey's form has a field for each of its questions", () => {
    const survey = clientSurveyForm({ id: "s", version: "1", questions: { salesReps: { kind: "number" } } });
    expectTypeOf<(typeof survey)["fields"]>().toHaveProperty("salesReps");
    expectTypeOf<(typeof survey)["fields"]>().not.toHaveProperty("staff");
  });
});

test("D5.3 a development record's reasons are codes, or don't apply", () => {
  const [sheet] = developmentRecords([], { offset: "Z" }).sheets;
  expectTypeOf(sheet?.fields.won).toEqualTypeOf<boolean | null | undefined>();
  expectTypeOf<NotApplicable>().toExtend<NonNullable<NonNullable<typeof sheet>["fields"]["failureReasons"]>>();
  expectTypeOf<NonNullable<typeof sheet>>().toExtend<FormSheet>();
});
