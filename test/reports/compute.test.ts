import { type Computation, defineForm, type FormField, parseSheet } from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const ROWS = {
  n: { type: "integer" },
  x: { type: "decimal" },
  c: { type: "code", codes: ["low", "high"], open: true },
  d: { type: "day" },
  f: { type: "flag", mayNotApply: true },
  t: { type: "text", many: true, mayNotApply: true },
} as const;

/** What a computation makes of some rows. */
function computed(field: FormField & { readonly computed: Computation }, rows: readonly object[]): unknown {
  const form = defineForm({ id: "f", version: "1", fields: { y: field }, rows: ROWS });
  const read = parseSheet(form, { rows });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.fields.y;
}

const NA = { notApplicable: true };

const LIST = { type: "text", many: true } as const;

describe("D5.3 computed fields", () => {
  test.each<[Computation["by"], object[], unknown]>([
    ["union", [{ t: null }, {}], null],
    ["union", [{}, { t: [] }], []],
    ["union", [], []],
    ["ranked", [{}, {}], null],
    ["ranked", [{}], null],
    ["ranked", [{ t: NA }], []],
  ])("%s of %j: %j, for nobody knows is not the same as none", (by, rows, expected) => {
    expect(computed({ ...LIST, computed: { by, field: "t" } }, rows)).toEqual(expected);
  });

  test("no different values are known where there are rows and none of them knows", () => {
    expect(computed({ type: "integer", computed: { by: "distinct", field: "t" } }, [{}])).toBeNull();
    expect(computed({ type: "integer", computed: { by: "distinct", field: "t" } }, [])).toBe(0);
  });

  test.each<[FormField & { readonly computed: Computation }, object[], unknown]>([
    [{ type: "integer", computed: { by: "count" } }, [], 0],
    [{ type: "integer", computed: { by: "count" } }, [{}, {}], 2],
    [
      { type: "integer", computed: { by: "count", where: { field: "c", is: "low" } } },
      [{ c: "low" }, { c: "high" }, {}],
      1,
    ],
    [
      { type: "integer", computed: { by: "count", where: { field: "f", is: false } } },
      [{ f: false }, { f: true }, { f: NA }, {}],
      1,
    ],
    [{ type: "integer", computed: { by: "count", where: { field: "t", is: "a" } } }, [{ t: ["b", "a"] }, { t: [] }], 1],
    [{ type: "integer", computed: { by: "unknown", field: "f" } }, [{ f: false }, { f: NA }, {}], 1],
    [{ type: "integer", computed: { by: "sum", field: "n" } }, [], 0],
    [{ type: "integer", computed: { by: "sum", field: "n" } }, [{ n: null }, {}], null],
    [{ type: "integer", computed: { by: "sum", field: "n" } }, [{ n: 3 }, {}, { n: 0 }], 3],
    [{ type: "decimal", computed: { by: "sum", field: "x" } }, [{ x: "0.1" }, { x: "0.2" }], "0.3"],
    [{ type: "decimal", computed: { by: "sum", field: "x" } }, [], "0"],
    [
      { type: "integer", computed: { by: "distinct", field: "t" } },
      [{ t: ["a", "b"] }, { t: ["b"] }, { t: NA }, {}],
      2,
    ],
    [
      { type: "text", many: true, computed: { by: "union", field: "t" } },
      [{ t: ["b", "Z"] }, { t: ["a", "b"] }, {}],
      ["Z", "a", "b"],
    ],
    [
      { type: "text", many: true, computed: { by: "ranked", field: "t" } },
      [{ t: ["b", "b"] }, { t: ["c", "a"] }, { t: ["c"] }],
      ["c", "a", "b"],
    ],
    [
      { type: "code", codes: ["low", "high"], open: true, many: true, computed: { by: "ranked", field: "c" } },
      [{ c: "x-b" }, { c: "x-a" }, { c: "high" }, { c: "low" }, { c: "high" }],
      ["high", "low", "x-a", "x-b"],
    ],
    [{ type: "integer", computed: { by: "least", field: "n" } }, [{ n: 10 }, { n: 9 }, {}], 9],
    [{ type: "integer", computed: { by: "greatest", field: "n" } }, [{ n: 9 }, { n: 10 }, { n: -11 }], 10],
    [{ type: "decimal", computed: { by: "greatest", field: "x" } }, [{ x: "9.5" }, { x: "10" }], "10"],
    [{ type: "day", computed: { by: "least", field: "d" } }, [{ d: "2026-02-01" }, { d: "2026-01-31" }], "2026-01-31"],
    [{ type: "day", computed: { by: "greatest", field: "d" } }, [], null],
    [
      { type: "code", codes: ["low", "high"], open: true, computed: { by: "greatest", field: "c" } },
      [{ c: "high" }, { c: "low" }, { c: "x-a" }],
      "high",
    ],
    [{ type: "flag", computed: { by: "any", field: "c", is: "high" } }, [], false],
    [{ type: "flag", computed: { by: "any", field: "c", is: "high" } }, [{ c: "low" }], false],
    [{ type: "flag", computed: { by: "any", field: "c", is: "high" } }, [{ c: "low" }, {}], null],
    [{ type: "flag", computed: { by: "any", field: "c", is: "high" } }, [{}, { c: "high" }], true],
    [{ type: "flag", computed: { by: "any", field: "f", is: true } }, [{ f: NA }, { f: false }], false],
  ])("%j of %j is %j", (field, rows, expected) => {
    expect(computed(field, rows)).toEqual(expected);
  });

  test("nothing known: no least", () => {
    expect(computed({ type: "integer", computed: { by: "least", field: "n" } }, [{}])).toBeNull();
  });

  test("unless it is so: not applicable if it is, computed if it isn't or isn't known", () => {
    const form = defineForm({
      id: "f",
      version: "1",
      fields: {
        won: { type: "flag", computed: { by: "any", field: "c", is: "high" } },
        rows: { type: "integer", computed: { by: "count", given: { field: "won", isNot: true } } },
      },
      rows: ROWS,
    });
    const rowsOf = (rows: readonly object[]): unknown => {
      const read = parseSheet(form, { rows });
      return read.ok ? read.value.fields.rows : read.issues;
    };
    expect([rowsOf([{ c: "high" }]), rowsOf([{ c: "low" }]), rowsOf([{}])]).toEqual([NA, 1, 1]);
  });

  test("on a condition: as it is, not applicable, or unknown", () => {
    const form = defineForm({
      id: "f",
      version: "1",
      fields: {
        won: { type: "flag", computed: { by: "any", field: "c", is: "high" } },
        rows: { type: "integer", computed: { by: "count", given: { field: "won", is: true } } },
      },
      rows: ROWS,
    });
    const rowsOf = (rows: readonly object[]): unknown => {
      const read = parseSheet(form, { rows });
      return read.ok ? read.value.fields.rows : read.issues;
    };
    expect(rowsOf([{ c: "high" }, {}])).toBe(2);
    expect(rowsOf([{ c: "low" }])).toEqual(NA);
    expect(rowsOf([{}])).toBeNull();
  });
});
