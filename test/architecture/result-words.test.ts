import { expect, test } from "vitest";
import { en } from "../../src/locale/en.js";
import { zhCN } from "../../src/locale/zh-CN.js";
import { resultCodes } from "./result-codes.js";

const codes = resultCodes(["src/index.ts", "src/models/index.ts", "src/reports/index.ts"]);

/** The names of all words of a locale, at any depth; a table's own name is no word. */
function namesIn(words: object): string[] {
  return Object.entries(words).flatMap(([name, word]: [string, unknown]) =>
    typeof word === "object" && word !== null ? namesIn(word) : [name],
  );
}

/** What only programmers read: parts of definitions that come back as they were given, and of a sentence that is chosen by it. */
const TECHNICAL = [
  "any",
  "clock",
  "code",
  "count",
  "distinct",
  "extend",
  "greatest",
  "hold",
  "join",
  "least",
  "moment",
  "money",
  "ranked",
  "union",
];

test.each([
  ["en", en],
  ["zh-CN", zhCN],
])("every code that the result of a function can hold, at any depth, has words in %s", (_, locale) => {
  const named = new Set(namesIn(locale));
  const without = new Map(codes.filter(({ code }) => !named.has(code)).map(({ code, where }) => [code, where]));
  for (const code of TECHNICAL) expect(without.delete(code), `${code} needs no exception`).toBe(true);
  expect([...without]).toEqual([]);
});

test("codes of all depths are seen", () => {
  const seen = codes.map(({ code }) => code);
  expect(seen).toEqual(
    expect.arrayContaining(["may-clash", "standard-unmet", "specialist", "over-capacity", "for-ever"]),
  );
});
