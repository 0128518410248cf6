import * as root from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import * as models from "keyaccount/models";
import * as reports from "keyaccount/reports";
import { expect, test } from "vitest";

/** Lists of what programmers write, not of what results say: nobody reads these in a CRM. */
const TECHNICAL: readonly string[] = ["COMPUTATIONS", "DELIMITERS", "FIELD_TYPES", "PLURAL_CATEGORIES"];

/** Lists of numbers are defaults, not codes. */
const NUMBER = /^-?\d/;

/** Every closed list of codes that an entry exports. */
const lists = [root, models, reports].flatMap((entry) =>
  Object.entries(entry).flatMap(([name, list]: [string, unknown]) =>
    /^[A-Z][A-Z_]*$/.test(name) && isList(list) && !TECHNICAL.includes(name) ? [[name, list] as const] : [],
  ),
);

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((code) => typeof code === "string" && !NUMBER.test(code));
}

/** The keys of every table in a locale, at any depth. */
function tablesOf(locale: object): ReadonlySet<string>[] {
  return [
    new Set(Object.keys(locale)),
    ...Object.values(locale).flatMap((part: unknown) =>
      typeof part === "object" && part !== null ? tablesOf(part) : [],
    ),
  ];
}

test.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("every closed list of codes that the package exports has its words in %s", (_, locale) => {
  const tables = tablesOf(locale);
  const without = lists.filter(([, codes]) => !tables.some((table) => codes.every((code) => table.has(code))));
  expect(without.map(([name]) => name)).toEqual([]);
});

test("there are lists to look at, and a list without words would be seen", () => {
  expect(lists.length).toBeGreaterThan(60);
  expect(tablesOf(en).some((table) => table.has("no-such-code"))).toBe(false);
});
