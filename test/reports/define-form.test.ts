import { isKeyAccountError } from "keyaccount";
import { defineForm, extendForm, type FormDefinition, leadSummaryForm, parseSheet } from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

/** The faults of a definition, each as code and place. */
function faultsOf(definition: unknown): string[] {
  try {
    defineForm(definition as FormDefinition);
    return [];
  } catch (error) {
    if (!isKeyAccountError(error)) throw error;
    return error.issues.map(({ code, path }) => [code, ...path].join(" "));
  }
}

const form = { id: "f", version: "1" };
const text = { type: "text" };
const rows = {
  n: { type: "integer" },
  c: { type: "code", codes: ["a", "b"] },
  t: text,
  m: { type: "money" },
  d: { type: "day" },
};
const computed = (computation: unknown, field: object = { type: "integer" }): unknown => ({
  ...form,
  fields: { x: { ...field, computed: computation } },
  rows,
});

describe("D5.3 a form is data that is checked whole", () => {
  test.each<[string, unknown, string[]]>([
    ["no object", null, ["wrong-type"]],
    ["nothing", {}, ["required id", "required version", "too-few fields"]],
    [
      "ids",
      { id: "a b", version: "", fields: { "x y": text, toString: text } },
      ["unsafe-id id", "wrong-type version", "unsafe-id fields x y", "unsafe-id fields toString"],
    ],
    [
      "other keys",
      { ...form, v: 2, fields: { a: { ...text, lenght: 1 } }, more: 1 },
      ["unknown-key more", "unsupported-version v", "unknown-key fields a lenght"],
    ],
    ["parts", { ...form, fields: [], rows: 7 }, ["wrong-type fields", "wrong-type rows", "too-few fields"]],
    [
      "fields",
      { ...form, fields: { a: 1, b: { type: "txt" }, c: {} } },
      ["wrong-type fields a", "unknown-value fields b type", "unknown-value fields c type"],
    ],
    [
      "marks",
      { ...form, fields: { a: { ...text, required: false, many: 1 } } },
      ["unknown-value fields a required", "unknown-value fields a many"],
    ],
    [
      "bounds",
      { ...form, rows: { a: { type: "integer", least: "1", most: null }, b: { type: "decimal", least: 2, most: 1 } } },
      ["wrong-type rows a least", "wrong-type rows a most", "empty-range rows b"],
    ],
    [
      "lengths",
      { ...form, rows: { a: { ...text, longest: 0 }, b: { ...text, longest: 20_001 }, c: { ...text, longest: 1.5 } } },
      ["out-of-range rows a longest", "out-of-range rows b longest", "out-of-range rows c longest"],
    ],
    [
      "codes",
      {
        ...form,
        rows: {
          a: { type: "code" },
          b: { type: "code", codes: [] },
          c: { type: "code", codes: ["x", "x", "y z"], list: "l l" },
        },
      },
      [
        "wrong-type rows a codes",
        "too-few rows b codes",
        "unsafe-id rows c list",
        "duplicate-id rows c codes 1",
        "unsafe-id rows c codes 2",
      ],
    ],
    [
      "many codes",
      { ...form, rows: { a: { type: "code", codes: Array.from({ length: 1001 }, (_, n) => `c${String(n)}`) } } },
      ["too-many rows a codes"],
    ],
    [
      "many fields",
      { ...form, rows: Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`c${String(n)}`, text])) },
      ["too-many fields"],
    ],
    ["one id twice", { ...form, fields: { a: text }, rows: { a: text } }, ["duplicate-id rows a"]],
    ["order", { ...form, rows: { a: text }, sort: ["a", "b"] }, ["unknown-field sort 1"]],
    ["no list of columns", { ...form, rows: { a: text }, sort: "a" }, []],
    [
      "computed rows",
      { ...form, rows: { a: { type: "integer", computed: { by: "count" } } } },
      ["unknown-key rows a computed"],
    ],
    ["a cycle", cyclic(), ["cyclic rows"]],
    ["depth", { ...form, rows: { a: { type: "code", codes: [[[[[[[1]]]]]]] } } }, ["too-deep rows a codes 0 0 0 0 0"]],
  ])("%s", (_, definition, faults) => {
    expect(faultsOf(definition)).toEqual(faults);
  });

  test.each<[string, unknown, string[]]>([
    ["no object", computed(1), ["wrong-type fields x computed"]],
    ["no such way", computed({ by: "mean", field: "n" }), ["unknown-value fields x computed by"]],
    ["other keys", computed({ by: "count", of: "n" }), ["unknown-key fields x computed of"]],
    ["no field", computed({ by: "sum" }), ["unknown-field fields x computed field"]],
    ["a field of the form itself", computed({ by: "sum", field: "x" }), ["unknown-field fields x computed field"]],
    [
      "a sum of texts",
      computed({ by: "sum", field: "t" }),
      ["field-mismatch fields x computed field", "field-mismatch fields x"],
    ],
    [
      "a sum of whole numbers as decimal",
      computed({ by: "sum", field: "n" }, { type: "decimal" }),
      ["field-mismatch fields x"],
    ],
    ["a count as text", computed({ by: "count" }, text), ["field-mismatch fields x"]],
    ["a union that is no list", computed({ by: "union", field: "t" }, text), ["field-mismatch fields x"]],
    [
      "a sum as a list",
      computed({ by: "sum", field: "n" }, { type: "integer", many: true }),
      ["field-mismatch fields x"],
    ],
    [
      "the least amount of money",
      computed({ by: "least", field: "m" }, { type: "money" }),
      ["field-mismatch fields x computed field"],
    ],
    ["any without a value", computed({ by: "any", field: "c" }, { type: "flag" }), ["required fields x computed is"]],
    ["any as number", computed({ by: "any", field: "c", is: "a" }), ["field-mismatch fields x"]],
    ["a value that isn't asked for", computed({ by: "count", is: "a" }), ["unknown-key fields x computed is"]],
    [
      "conditions",
      computed({ by: "count", where: 1, given: { field: "x", is: 1, no: 1 } }),
      [
        "wrong-type fields x computed where",
        "unknown-key fields x computed given no",
        "unknown-field fields x computed given field",
        "wrong-type fields x computed given is",
      ],
    ],
  ])("a computation: %s", (_, definition, faults) => {
    expect(faultsOf(definition)).toEqual(faults);
  });

  test("a condition says what must be, or what must not be, not both", () => {
    const won = { type: "flag", computed: { by: "any", field: "c", is: "a" } };
    const of = (given: unknown): string[] =>
      faultsOf({ ...form, fields: { won, x: { type: "integer", computed: { by: "count", given } } }, rows });
    expect(of({ field: "won", isNot: true })).toEqual([]);
    expect(of({ field: "won", isNot: 1, is: true })).toEqual([
      "unknown-key fields x computed given is",
      "wrong-type fields x computed given isNot",
    ]);
  });

  test("a computation may depend on a field that stands before it, not on a later one", () => {
    const won = { type: "flag", computed: { by: "any", field: "c", is: "a" } };
    const why = { type: "text", many: true, computed: { by: "union", field: "t", given: { field: "won", is: true } } };
    expect(faultsOf({ ...form, fields: { won, why }, rows })).toEqual([]);
    expect(faultsOf({ ...form, fields: { why, won }, rows })).toEqual([
      "unknown-field fields why computed given field",
    ]);
  });

  test("law: a stored form reads back as itself, and neither input nor form can be changed", () => {
    const definition = deepFreeze({
      ...form,
      fields: { x: { type: "text", required: true } },
      rows: { a: { type: "day" } },
    } as const);
    const made = defineForm(definition);
    expect(defineForm(JSON.parse(JSON.stringify(made)) as FormDefinition)).toEqual(made);
    expect(made).toEqual({ v: 1, ...definition, sort: [] });
    expect(Object.isFrozen(made.fields.x)).toBe(true);
    expect(defineForm(made as unknown as FormDefinition)).toBe(made);
  });
});

function cyclic(): unknown {
  const definition: Record<string, unknown> = { ...form };
  definition["rows"] = definition;
  return definition;
}

describe("E9.1 hosts extend a form", () => {
  test("with columns of their own, others left out or replaced, in order", () => {
    const ours = extendForm(leadSummaryForm, {
      id: "ours",
      version: "7",
      rows: { area: { type: "code", codes: ["east", "west"] }, seller: { type: "text" } },
      omit: ["revenue", "date"],
    });
    expect(Object.keys(ours.rows)).toEqual(["number", "client", "area", "industry", "class", "source", "seller"]);
    expect(ours.sort).toEqual(["number"]);
    expect(ours.rows.area).toEqual({ type: "code", codes: ["east", "west"] });
    expect(parseSheet(ours, { rows: [{ number: "1", client: "H", source: "search", seller: "Wu" }] }).ok).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["an omission of nothing", { id: "o", version: "1", omit: ["nothing"] }, "unknown-field"],
    ["no object", null, "wrong-type"],
    ["no list", { id: "o", version: "1", omit: 1 }, "unknown-field"],
    ["faulty fields", { id: "o", version: "1", rows: 1 }, "wrong-type"],
    ["faulty types", { id: "o", version: "1", fields: { x: {} } }, "unknown-value"],
    ["order by what is left out", { id: "o", version: "1", omit: ["date"], sort: ["date"] }, "unknown-field"],
  ])("%s is refused", (_, extension, code) => {
    const thrown = (): unknown => extendForm(leadSummaryForm, extension as { id: "x"; version: "1" });
    expect(thrown).toThrow(expect.objectContaining({ code }));
  });

  test("what isn't a form is refused by everything", () => {
    expect(() => extendForm({} as typeof leadSummaryForm, { id: "x", version: "1" })).toThrow(
      expect.objectContaining({ code: "required" }),
    );
    expect(() => parseSheet(null as unknown as typeof leadSummaryForm, {})).toThrow(
      expect.objectContaining({ code: "wrong-type" }),
    );
  });
});

test("a number may be bound to one value", () => {
  const form = defineForm({ id: "f", version: "1", rows: { n: { type: "integer", least: 3, most: 3 } } });
  expect(form.rows.n).toMatchObject({ least: 3, most: 3 });
});
