import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const entries = Object.values(manifest.exports)
  .flatMap((target) => (typeof target === "string" ? [] : [target.import.default]))
  .map((path) => ROOT + path.replace("./dist/", "src/").replace(/\.js$/, ".ts"))
  .filter((path) => existsSync(path));

/** Names of the exported functions of an entry whose docstring has no `@example`. */
function withoutExample(program: ts.Program, entry: string): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (symbol === undefined) return [];
  return checker
    .getExportsOfModule(symbol)
    .map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
    .filter((one) => one.flags & ts.SymbolFlags.Value && checker.getTypeOfSymbol(one).getCallSignatures().length > 0)
    .filter((one) => !one.getJsDocTags(checker).some(({ name }) => name === "example"))
    .map(({ name }) => name);
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

describe("every public function has an @example", () => {
  const program = ts.createProgram(entries, options);

  test.each(entries.map((path) => [path.slice(ROOT.length), path] as const))("%s", (_, path) => {
    expect(withoutExample(program, path)).toEqual([]);
  });

  test("and one without is seen", () => {
    const text =
      "export function f(): void {}\n/** @example x */ export const g = (): void => {};\nexport const h = 1;";
    const host = ts.createCompilerHost(options);
    const getSourceFile = host.getSourceFile.bind(host);
    host.getSourceFile = (path, target) =>
      path === "/fixture.ts" ? ts.createSourceFile(path, text, target, true) : getSourceFile(path, target);
    expect(withoutExample(ts.createProgram(["/fixture.ts"], options, host), "/fixture.ts")).toEqual(["f"]);
  });
});
