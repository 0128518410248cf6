import ts from "typescript";

/** A ```ts block of a document or of a docstring. */
export interface Block {
  /** File and line where the block begins, such as `README.md:12`. */
  readonly where: string;
  readonly code: string;
  /** Type-checked only: marked ```ts no-run. */
  readonly typesOnly: boolean;
}

const FENCE = /^([ \t]*)```(ts|typescript)\b([^\n]*)\n(.*?)^\1```[ \t]*$/gms;
const DOCSTRING = /\/\*\*.*?\*\//gs;
const ASSERTION = /\/\/ (=>|throws) (.*)$/;
/** After a statement: a comment on its line, or alone on the next. */
const AFTER = /^[ \t]*(?:\n[ \t]*)?\/\/ (=>|throws) ([^\n]*)/;

/** The ```ts blocks of a Markdown text; `line` is the number of its first line in the file. */
export function blocksOfMarkdown(file: string, text: string, line = 1): Block[] {
  return Array.from(text.matchAll(FENCE), ([, indent = "", , info = "", body = ""], index) => {
    const start = nthFence(text, index);
    return {
      where: `${file}:${String(line + text.slice(0, start).split("\n").length - 1)}`,
      code: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      typesOnly: info.split(" ").includes("no-run"),
    };
  });
}

const nthFence = (text: string, index: number): number => [...text.matchAll(FENCE)][index]?.index ?? 0;

/** The ```ts blocks of every docstring of a source file. Fails on an `@example` that has none. */
export function blocksOfSource(file: string, text: string): Block[] {
  return Array.from(text.matchAll(DOCSTRING)).flatMap((match) => {
    const line = text.slice(0, match.index).split("\n").length;
    const words = match[0]
      .replaceAll(/^[ \t]*\* ?/gm, "")
      .replace(/^\/\*\*/, "")
      .replace(/\*\/$/, "");
    const blocks = blocksOfMarkdown(file, words, line);
    if (words.includes("@example") && blocks.length === 0)
      throw new Error(`${file}:${String(line)}: @example without a \`\`\`ts block`);
    return blocks;
  });
}

/**
 * A block as a vitest file: imports on top, the rest in one test. `expr; // => value` and `const x = expr; // => value`
 * assert deep equality, `expr; // throws CODE` asserts the code of a KeyAccountError.
 */
export function testOf({ where, code, typesOnly }: Block): string {
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2023, true);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const rest = file.statements.filter((statement) => !ts.isImportDeclaration(statement));
  const lines = rest.map((statement) => lineOf(statement, file, where));
  const asserted = lines.filter(({ asserts }) => asserts).length;
  const written = code.split("\n").filter((line) => ASSERTION.test(line)).length;
  if (asserted !== written)
    throw new Error(`${where}: ${String(written - asserted)} assertion comments don't follow a top-level statement`);
  const head = imports.map((statement) => statement.getText(file)).join("\n");
  const body = lines.map(({ text }) => text).join("\n");
  if (typesOnly) return `// ${where}\n${head}\n${body}\nexport {};\n`;
  return `// ${where}
import { codeThrownBy } from "../assert.js";
import { expect, test } from "vitest";
${head}

test(${JSON.stringify(where)}, async () => {
${body}
});
`;
}

function lineOf(statement: ts.Statement, file: ts.SourceFile, where: string): { text: string; asserts: boolean } {
  const text = statement.getText(file);
  const [, kind, value = ""] = AFTER.exec(file.text.slice(statement.getEnd())) ?? [];
  if (kind === undefined) return { text, asserts: false };
  if (kind === "throws")
    return {
      text: `expect(await codeThrownBy(async () => { ${text} })).toBe(${JSON.stringify(value.trim())});`,
      asserts: true,
    };
  checkExpression(value, where);
  if (ts.isExpressionStatement(statement)) {
    return { text: `expect(${statement.expression.getText(file)}).toStrictEqual(${value});`, asserts: true };
  }
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (declaration === undefined)
    throw new Error(`${where}: "// => ${value}" follows neither an expression nor a variable`);
  return { text: `${text}\nexpect(${declaration.name.getText(file)}).toStrictEqual(${value});`, asserts: true };
}

/** The expected value must be one JavaScript expression, or the mistake would show far from its cause. */
function checkExpression(value: string, where: string): void {
  const { diagnostics = [] } = ts.transpileModule(`(${value});`, { reportDiagnostics: true });
  if (diagnostics.length > 0) throw new Error(`${where}: "// => ${value}" is no JavaScript expression`);
}
