import { readFileSync } from "node:fs";
import { en } from "keyaccount/locale/en";
import { expect, test } from "vitest";

test("the page on words names every table, and no other", () => {
  const page = readFileSync(new URL("../../docs/locale.md", import.meta.url), "utf8");
  const [, section = ""] = /## Every table\n([\s\S]*?)\n## /.exec(page) ?? [];
  const rows = section.split("\n").flatMap((line) => (line.startsWith("|") ? [line.split(" | ").at(-1) ?? ""] : []));
  const named = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, table = ""]) => table));
  const tables = Object.keys(en).filter((key) => key !== "tag" && key !== "plurals");
  expect([...new Set(named)].sort()).toEqual([...tables].sort());
});
