import fc from "fast-check";
import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { defineForm, parseCsv, parseSheet, toCsv } from "keyaccount/reports";
import { describe, expect, test } from "vitest";

const form = defineForm({ id: "f", version: "1", rows: { a: { type: "text" } } });
type Line = readonly string[];
const headersOf = (lines: readonly Line[]): string[] => {
  const read = parseSheet(form, {
    rows: lines.map((_, n) => ({ a: String(n) })),
    extra: lines.map((names) => names.map((column) => ({ column, text: "x" }))),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const csv = toCsv(form, read.value, { locale: en, bom: false });
  return (csv.split("\r\n")[0] ?? "").split(",").slice(1);
};

describe("E9.1 columns of a host's own stand in an order that all lines agree with", () => {
  test.each<[string, readonly Line[], Line]>([
    ["as they turn up", [["p"], ["q"]], ["p", "q"]],
    ["one that turns up before another", [["q"], ["p", "q"]], ["p", "q"]],
    [
      "between two",
      [
        ["p", "r"],
        ["p", "q", "r"],
      ],
      ["p", "q", "r"],
    ],
    [
      "over several lines",
      [
        ["a1", "c1"],
        ["b1", "d1"],
        ["d1", "a1"],
      ],
      ["b1", "d1", "a1", "c1"],
    ],
    [
      "contradictory ones as they turn up",
      [
        ["p", "q"],
        ["q", "p"],
      ],
      ["p", "q"],
    ],
    [
      "a contradiction costs the others nothing",
      [
        ["p", "q"],
        ["q", "p"],
        ["z", "p"],
      ],
      ["z", "p", "q"],
    ],
  ])("%s", (_, lines, headers) => {
    expect(headersOf(lines)).toEqual(headers);
  });

  test("law: where lines agree, each comes back in its own order", () => {
    const names = fc.uniqueArray(fc.constantFrom(..."pqrstuvw".split("")), { minLength: 1, maxLength: 8 });
    const lines = names.chain((all) => fc.array(fc.subarray(all), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(lines, (all) => {
        const input = {
          rows: all.map((_, n) => ({ a: String(n) })),
          extra: all.map((own) => own.map((column) => ({ column, text: column }))),
        };
        const read = parseSheet(form, input);
        const back = read.ok && parseCsv(form, toCsv(form, read.value, { locale: en }), { locales: [en] });
        expect(back).toMatchObject({ ok: true });
        expect(back && back.ok && back.value).toEqual([read.ok && read.value]);
        const named = new Set(all.flat());
        expect(back && (back.warnings ?? []).map(({ details }) => (details as { name: string }).name).sort()).toEqual(
          [...named].sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test("E9.1 a column that is called as a label but for spaces is none that could be told apart", () => {
  const words = extendLocale(en, { formFields: { a: "Note " } });
  const sheet = parseSheet(form, { rows: [{ a: "x" }], extra: [[{ column: "Note", text: "y" }]] });
  expect(() => toCsv(form, sheet.ok ? sheet.value : (null as never), { locale: words })).toThrow(
    expect.objectContaining({ code: "duplicate-column" }),
  );
});

test("E9.1 more columns than can be read are not written", () => {
  const wide = (count: number): unknown => {
    const names = Array.from({ length: count }, (_, n) => `e${String(n)}`);
    return () => headersOf([names]);
  };
  expect(wide(999)).not.toThrow();
  expect(wide(1000)).toThrow(
    expect.objectContaining({
      issues: [{ code: "too-many", path: ["sheets", "extra"], details: { most: 1000, received: 1001 } }],
    }),
  );
});
