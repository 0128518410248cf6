import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COVERED } from "./covered-ids.js";
import { idsIn, titlesIn } from "./titles.js";

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => join("test", file));
const named = new Set(files.flatMap((file) => titlesIn(file, readFileSync(file, "utf8")).flatMap(idsIn)));

describe("every item of the handbooks that is covered stands in a test's title", () => {
  test("each by itself, not only in a range or within its chapter", () => {
    expect(COVERED.filter((id) => !named.has(id))).toEqual([]);
  });

  test("the list has every id once", () => {
    expect(new Set(COVERED).size).toBe(COVERED.length);
  });
});

describe("what is read of a test file", () => {
  test("titles, and the tables that they are filled from; nothing of bodies, comments or other calls", () => {
    const file = [
      "// A1.1",
      'describe("A1.2 x", () => { test.each([["A1.3 y", 1]])("%s", () => { expect("A1.4").toBe("A2.1"); }); });',
      "test(`A2.2 z`, () => undefined);",
      'other("A2.3", "test");',
    ].join("\n");
    expect(titlesIn("x.test.ts", file).flatMap(idsIn).sort()).toEqual(["A1.2", "A1.3", "A2.2"]);
  });

  test("ids by themselves: no parts of longer ones, both ends of a range", () => {
    expect(idsIn("C2.1–C2.4 C2.60 XC4 C4x, E3: (E4.2) E9.1.")).toEqual(["C2.1", "C2.4", "C2.60", "E3", "E4.2", "E9.1"]);
  });
});
