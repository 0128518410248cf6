import { join } from "node:path";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import expected from "./public-names.json" with { type: "json" };
import { runNode } from "./run.js";

const { zod4 } = inject("packed");
const subpaths = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === "string" ? [] : [{ subpath, specifier: `keyaccount${subpath.slice(1)}`, target }],
);

/** Names that the installed package has at run time, by subpath. */
function valuesBy(load: string, flag: string): Record<string, string[]> {
  const specifiers = JSON.stringify(subpaths.map(({ specifier }) => specifier));
  const program = `Promise.all(${specifiers}.map(async (s) => Object.keys(${load}).sort())).then((all) => console.log(JSON.stringify(all)))`;
  const { output } = runNode([flag, "-e", program], zod4);
  const names = JSON.parse(output) as string[][];
  return Object.fromEntries(subpaths.map(({ subpath }, index) => [subpath, names[index] ?? []]));
}

/** Names that the installed declarations export, by subpath. */
function declaredBy(condition: "import" | "require"): Record<string, { values: string[]; types: string[] }> {
  const paths = subpaths.map(({ target }) => join(zod4, "node_modules/keyaccount", target[condition].types));
  const program = ts.createProgram(paths, { module: ts.ModuleKind.NodeNext, types: [], skipLibCheck: true });
  const checker = program.getTypeChecker();
  const entries = subpaths.map(({ subpath }, index) => {
    const file = program.getSourceFile(paths[index] ?? "");
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
    const isValue = (symbol: ts.Symbol): boolean =>
      ((symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).flags &
        ts.SymbolFlags.Value) !==
      0;
    const names = (wanted: boolean): string[] =>
      symbols
        .filter((symbol) => isValue(symbol) === wanted)
        .map(({ name }) => name)
        .sort();
    return [subpath, { values: names(true), types: names(false) }] as const;
  });
  return Object.fromEntries(entries);
}

const declared = declaredBy("import");
const values = Object.fromEntries(Object.entries(declared).map(([subpath, names]) => [subpath, names.values]));

describe("public names", () => {
  test("are those of public-names.json, which is changed by hand in the commit that changes the contract", () => {
    expect(declared).toEqual(expected);
  });

  test("are declared alike for require", () => {
    expect(declaredBy("require")).toEqual(declared);
  });

  test("exist as ESM as declared", () => {
    expect(valuesBy("await import(s)", "--input-type=module")).toEqual(values);
  });

  test("exist as CJS as declared", () => {
    expect(valuesBy("require(s)", "--input-type=commonjs")).toEqual(values);
  });
});
