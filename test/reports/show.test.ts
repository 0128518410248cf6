import { Ajv2020 } from "ajv/dist/2020.js";
import { en } from "keyaccount/locale/en";
import {
  dailySweepReports,
  defineForm,
  developmentRecords,
  formJsonSchema,
  leadSummary,
  leadSummaryForm,
  parseSheet,
  projectApplication,
  rollUp,
  toMarkdown,
} from "keyaccount/reports";
import { marked } from "marked";
import { describe, expect, test } from "vitest";

const lead = { v: 1, number: "L-1", client: "H", source: "search", date: "2026-11-21" } as const;

describe("E9.1 nothing that a value holds acts as Markdown", () => {
  test.each([
    "https://evil.example",
    "http://a.b/_c_",
    "WWW.evil.example/a",
    "www.evil.example",
    "a@b.example",
    "mailto:a@b.example",
    "ftp://evil.example",
    "see https://evil.example, or a.b+c@d.example.",
  ])("%s is shown as it is, and no link", (client) => {
    const { sheet } = leadSummary([{ ...lead, client }], { offset: "Z" });
    const html = marked.parse(toMarkdown(leadSummaryForm, sheet, { locale: en }), { gfm: true, async: false });
    expect(html).not.toContain("<a");
    expect(html.replaceAll("<!-- -->", "")).toContain(`<td>${client}</td>`);
  });
});

test("E9.1 a code in the form of a host's own is one of the form's: the schema takes what parseSheet takes", () => {
  const form = defineForm({
    id: "f",
    version: "1",
    rows: {
      way: { type: "code", codes: ["a", "x-own"], open: true, required: true },
      kind: { type: "code", codes: ["a"], required: true },
    },
  });
  const validate = new Ajv2020({ strict: false }).compile(formJsonSchema(form, { locale: en }));
  for (const way of ["a", "x-own", "x-other", "b"]) {
    const sheet = { rows: [{ way, kind: "a" }] };
    expect([way, validate(sheet)]).toEqual([way, parseSheet(form, sheet).ok]);
  }
});

describe("D5.3 what may be isn't none", () => {
  const contact = { v: 1, clientId: "c-7", way: "visit", startedAt: "2026-11-20" } as const;
  const successOf = (...contacts: readonly object[]): unknown =>
    developmentRecords(
      contacts.map((one, n) => ({ ...contact, id: `v-${String(n)}`, ...one })),
      { offset: "Z" },
    ).sheets[0]?.fields.successReasons;

  test("reasons of success are unknown while it isn't known whether a contact went well", () => {
    const won = { progress: "signing", purposes: ["learn"] };
    expect(successOf(won)).toBeNull();
    expect(successOf({ ...won, outcome: "good" })).toEqual(["learn"]);
    expect(successOf({ ...won, outcome: "open" })).toEqual([]);
    expect(successOf({ ...won, outcome: "good" }, { purposes: ["win-trust"] })).toEqual(["learn"]);
  });

  test("so are a sum, and a yes", () => {
    const form = defineForm({
      id: "f",
      version: "1",
      fields: {
        sum: { type: "integer", computed: { by: "sum", field: "n", where: { field: "kind", is: "a" } } },
        count: { type: "integer", computed: { by: "count", where: { field: "kind", is: "a" } } },
        has: { type: "flag", computed: { by: "any", field: "yes", is: true, where: { field: "kind", is: "a" } } },
      },
      rows: { kind: { type: "text" }, n: { type: "integer" }, yes: { type: "flag" } },
    });
    const of = (...rows: readonly object[]): unknown => {
      const read = parseSheet(form, { rows });
      return read.ok ? Object.values(read.value.fields) : read.issues;
    };
    expect(of({ n: 1, yes: true })).toEqual([null, 0, null]);
    expect(of({ n: 1, yes: false })).toEqual([null, 0, false]);
    expect(of({ n: 1 })).toEqual([null, 0, null]);
    expect(of({ kind: "b", n: 1, yes: true })).toEqual([0, 0, false]);
    expect(of({ kind: "a", n: 2, yes: false }, { n: 1, yes: true })).toEqual([2, 1, null]);
    expect(of({ kind: "a", n: 2, yes: true }, { n: 1 })).toEqual([2, 1, true]);
    expect(of()).toEqual([0, 0, false]);
  });
});

describe("A3.4 what a host keeps beside is the host's", () => {
  const visit = {
    v: 1,
    id: "v-1",
    clientId: "c-7",
    way: "visit",
    startedAt: "2026-11-20",
    createdAt: new Date(0),
  } as const;

  test("a record with a Date beside counts, as long as nobody reads it", () => {
    const { sheets, issues } = dailySweepReports([visit], { offset: "Z" });
    expect([sheets[0]?.fields.visits, issues]).toEqual([1, []]);
    const clients = [{ id: "c-7", name: "Huaxin", createdAt: new Date(0) }];
    expect(dailySweepReports([visit], { offset: "Z", clients }).sheets[0]?.rows[0]?.client).toBe("Huaxin");
    expect(() =>
      dailySweepReports([visit], { offset: "Z", clients: [{ id: "c-7", name: new Date(0) as never }] }),
    ).toThrow(expect.objectContaining({ code: "not-json" }));
    expect(
      projectApplication(
        { fields: { project: "P", applicant: "C", appliedOn: "2026-11-20", needClear: true } },
        { client: { id: "c-7", name: "H" }, visits: [visit], offset: "Z" },
      ),
    ).toMatchObject({
      ok: true,
      value: { fields: { contactsSoFar: 1 } },
    });
  });

  test("what is read and isn't plain is a fault, of any number of records", () => {
    const form = defineForm({ id: "f", version: "1", rows: { made: { type: "text" } } });
    const records = Array.from({ length: 150 }, () => ({ first: new Date(0), createdAt: new Date(0) }));
    const read = rollUp(form, records, {
      row: ({ createdAt }) => ({ made: String(createdAt), twice: String(createdAt) }) as never,
    });
    expect(read.sheets[0]?.rows).toEqual([]);
    expect(read.issues.filter(({ code }) => code === "not-json").map(({ path }) => path.join("."))).toEqual(
      records.map((_, n) => `${String(n)}.createdAt`),
    );
    const unread = rollUp(form, records, { row: () => ({ made: "x" }) });
    expect([unread.sheets[0]?.rows.length, unread.issues]).toEqual([150, []]);
  });

  test("what can't even be kept is a fault", () => {
    const record = JSON.parse('{ "__proto__": 1 }') as object;
    const form = defineForm({ id: "f", version: "1", rows: { made: { type: "text" } } });
    const told = rollUp(form, [record, new Date(0), null], {}).issues.map(({ code, path }) => [code, ...path]);
    expect(told).toEqual([
      ["forbidden-key", 0],
      ["not-json", 1],
      ["wrong-type", 2],
    ]);
  });
});
