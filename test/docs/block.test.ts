import { describe, expect, test } from "vitest";
import { blocksOfMarkdown, blocksOfSource, testOf } from "./block.js";

const FENCE = "```";
const markdown = `# Title

${FENCE}ts
import { a } from "keyaccount";
a(1); // => { b: 1 }
${FENCE}

- in a list:
  ${FENCE}ts no-run
  const x: number = 1;
  ${FENCE}

${FENCE}sh
npm install keyaccount
${FENCE}
`;
const source = `
/**
 * Adds.
 * @example
 * ${FENCE}ts
 * import { add } from "keyaccount";
 * add(1, 2); // => 3
 * ${FENCE}
 */
export function add() {}
`;
const run = (code: string): string => testOf({ where: "a.md:1", code, typesOnly: false });

describe("blocks", () => {
  test("of Markdown: ts fences only, with their line, their indent taken off", () => {
    expect(blocksOfMarkdown("a.md", markdown)).toEqual([
      { where: "a.md:3", code: 'import { a } from "keyaccount";\na(1); // => { b: 1 }\n', typesOnly: false },
      { where: "a.md:9", code: "const x: number = 1;\n", typesOnly: true },
    ]);
  });

  test("of docstrings, with their line", () => {
    expect(blocksOfSource("src/a.ts", source)).toEqual([
      { where: "src/a.ts:5", code: 'import { add } from "keyaccount";\nadd(1, 2); // => 3\n', typesOnly: false },
    ]);
  });

  test("an @example without a block is an error", () => {
    expect(() => blocksOfSource("src/a.ts", "/** @example add(1, 2) */")).toThrow("src/a.ts:1: @example without");
  });
});

describe("tests", () => {
  test("an expression and its value become an assertion", () => {
    expect(run("f(1); // => { a: [1, 2] }")).toContain("expect(f(1)).toStrictEqual({ a: [1, 2] });");
  });

  test("the value may stand on the next line", () => {
    expect(run("f(1);\n// => 2\n")).toContain("expect(f(1)).toStrictEqual(2);");
  });

  test("a variable is declared, then compared", () => {
    expect(run("const x = f(1); // => 2")).toContain("const x = f(1);\nexpect(x).toStrictEqual(2);");
  });

  test("a refusal is compared by its code", () => {
    expect(run("f(1); // throws weights-total")).toContain(
      'expect(await codeThrownBy(async () => { f(1); })).toBe("weights-total");',
    );
  });

  test("imports go on top, the rest into one test", () => {
    expect(run('f(1);\nimport { f } from "keyaccount";')).toMatch(/import \{ f \}.*test\(.*f\(1\);/s);
  });

  test("a block that is only type-checked isn't wrapped", () => {
    expect(testOf({ where: "a.md:1", code: "const x = 1;", typesOnly: true })).not.toContain("test(");
  });

  test.each([
    ["an assertion inside a function would never be seen", "function g() {\n  f(1); // => 2\n}"],
    ["an assertion needs an expression", "f(1); // => { a: 1"],
    ["an assertion needs a value to compare", "if (x) f(1); // => 2"],
  ])("%s", (_, code) => {
    expect(() => run(code)).toThrow("a.md:1");
  });
});
