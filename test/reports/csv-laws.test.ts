import fc from "fast-check";
import { extendLocale } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { defineForm, type Form, type FormSheet, parseCsv, parseSheet, toCsv } from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { extraLine, FORMS_OF_ALL, sheetOf } from "./arbitrary.js";

const ids = [FORMS_OF_ALL.both].flatMap(({ fields, rows }) => [...Object.keys(fields), ...Object.keys(rows)]);
const labelled = (prefix: string): Record<string, string> =>
  Object.fromEntries(ids.map((id) => [id, `${prefix} ${id}`]));
const LOCALES = {
  en: extendLocale(en, { formFields: labelled("=Label") }),
  zh: extendLocale(zhCN, { formFields: labelled("标签,") }),
};
const LANGUAGES = [LOCALES.en, LOCALES.zh] as const;
const language = fc.constantFrom("en" as const, "zh" as const);
const DELIMITERS = [",", ";", "\t"] as const;

function canonical(form: Form, input: unknown): FormSheet {
  const read = parseSheet(form, input);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return deepFreeze(read.value);
}

const cases = Object.entries(FORMS_OF_ALL).map(([name, form]) => [name, form as Form] as const);

describe.each(cases)("E9.1 a form with %s", (name, form) => {
  const sheets = fc.array(
    sheetOf(form),
    name === "rows" ? { minLength: 1, maxLength: 1 } : { minLength: 1, maxLength: 3 },
  );
  const how = fc.record({
    locale: language,
    delimiter: fc.constantFrom(...DELIMITERS),
    bom: fc.boolean(),
  });

  test("law: reading back what was written gives the same forms, whatever they hold", () => {
    fc.assert(
      fc.property(sheets, how, (inputs, { locale, delimiter, bom }) => {
        const all = inputs.map((input) => canonical(form, input));
        const csv = toCsv(form, all, { locale: LOCALES[locale], delimiter, bom });
        expect(parseCsv(form, csv, { locales: LANGUAGES, delimiter })).toEqual({ ok: true, value: all });
      }),
      { numRuns: 40 },
    );
  });

  test("law: no cell begins as a formula does but for plain numbers", () => {
    fc.assert(
      fc.property(sheets, language, (inputs, locale) => {
        const csv = toCsv(
          form,
          inputs.map((input) => canonical(form, input)),
          { locale: LOCALES[locale], bom: false },
        );
        const cells = csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r\n|$)/g);
        for (const [, quoted, plain] of cells) {
          const cell = quoted ?? plain ?? "";
          if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("law: columns of others are kept through reading and writing", () => {
    fc.assert(
      fc.property(sheets, fc.array(extraLine, { maxLength: 3 }), (inputs, extra) => {
        const all = inputs.map((input) => {
          const lines = name === "heads" ? 1 : Math.max(input.rows.length, name === "both" ? 1 : 0);
          return canonical(form, { ...input, extra: extra.slice(0, lines) });
        });
        const csv = toCsv(form, all, { locale: LOCALES.en });
        const read = parseCsv(form, csv, { locales: LANGUAGES });
        expect(read.ok && toCsv(form, read.value, { locale: LOCALES.en })).toBe(csv);
        const cellsOf = (sheet: FormSheet): unknown =>
          sheet.extra?.map((cells) => [...cells].sort((a, b) => (a.column < b.column ? -1 : 1)));
        expect(read.ok && read.value.map(cellsOf)).toEqual(all.map(cellsOf));
      }),
      { numRuns: 40 },
    );
  });
});

test("law: columns may stand in any order, under the labels of either language or the ids", () => {
  const form = FORMS_OF_ALL.both as Form;
  const labels = Object.fromEntries(Object.keys(form.fields).map((id) => [id, `Head ${id}`]));
  const ours = extendLocale(en, { formFields: labels });
  fc.assert(
    fc.property(
      fc.array(sheetOf(form), { minLength: 1, maxLength: 2 }),
      fc.infiniteStream(fc.nat()),
      (inputs, order) => {
        const all = inputs.map((input) => canonical(form, input));
        const table = parseTable(toCsv(form, all, { locale: ours, bom: false }));
        const keys = (table[0] ?? []).map(() => order.next().value as number);
        const shuffled = table.map((cells) =>
          cells.map((cell, at) => ({ cell, key: keys[at] ?? 0 })).sort((a, b) => a.key - b.key),
        );
        const csv = shuffled.map((cells) => cells.map(({ cell }) => cell).join(",")).join("\n");
        expect(parseCsv(form, csv, { locales: [zhCN, ours] })).toEqual({ ok: true, value: all });
      },
    ),
    { numRuns: 40 },
  );
});

test("E9.1 white space at either end stands in quotes, so that no spreadsheet drops it", () => {
  const form = defineForm({ id: "f", version: "1", rows: { t: { type: "text" }, u: { type: "text" } } });
  const rows = [" before", "after ", "\u3000wide", "in side"].map((t) => ({ t, u: "x" }));
  const csv = toCsv(form, canonical(form, { rows }) as never, { locale: en, bom: false });
  expect(csv.split("\r\n").slice(1, -1)).toEqual(['" before",x', '"after ",x', '"\u3000wide",x', "in side,x"]);
});

/** The raw cells of a CSV text, quotes and all: an independent, slow reader. */
function parseTable(csv: string): string[][] {
  const table: string[][] = [[""]];
  let quotes = 0;
  for (const character of csv) {
    if (character === '"') quotes += 1;
    const row = table.at(-1) as string[];
    if (quotes % 2 === 0 && character === ",") row.push("");
    else if (quotes % 2 === 0 && character === "\n") table.push([""]);
    else row[row.length - 1] = `${row.at(-1) ?? ""}${character}`;
  }
  return table.slice(0, -1).map((row) => [...row.slice(0, -1), (row.at(-1) ?? "").replace(/\r$/, "")]);
}
