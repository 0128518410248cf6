import { readFileSync } from "node:fs";
import { en } from "keyaccount/locale/en";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../docs/locale.md", import.meta.url), "utf8");
const [, chapter = ""] = /^## Every table\n([\s\S]*?)^## /m.exec(page) ?? [];
const named = Array.from(chapter.matchAll(/`([a-zA-Z]+)`/g), ([, name = ""]) => name);

test("the page on words names every table of a locale", () => {
  expect(Object.keys(en).filter((key) => !named.includes(key))).toEqual([]);
});

test("and no table twice", () => {
  const tables = named.filter((name) => Object.hasOwn(en, name) && name !== "vocabulary");
  expect(tables.filter((name, index) => tables.indexOf(name) !== index)).toEqual([]);
});
