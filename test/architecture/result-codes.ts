import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Deep enough for every result; types that hold themselves end by being known. */
const DEEPEST = 12;

/** A code that a result can hold, and a place that holds it: `planVisit().open[].code`. */
export interface ResultCode {
  readonly code: string;
  readonly where: string;
}

/** Every text that the type of some exported function's result names, wherever in it, each once. */
export function resultCodes(entries: readonly string[]): ResultCode[] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    entries.map((entry) => ROOT + entry),
    options,
  );
  const look = lookIn(program.getTypeChecker());
  for (const entry of entries) look.into(program.getSourceFile(ROOT + entry));
  return [...look.found].map(([code, where]) => ({ code, where }));
}

interface Look {
  readonly found: ReadonlyMap<string, string>;
  into(file: ts.SourceFile | undefined): void;
}

function lookIn(checker: ts.TypeChecker): Look {
  const found = new Map<string, string>();
  const known = new Set<ts.Type>();

  function visit(type: ts.Type, where: string, depth: number): void {
    if (type.isStringLiteral()) {
      if (!found.has(type.value)) found.set(type.value, where);
      return;
    }
    if (depth > DEEPEST || known.has(type)) return;
    known.add(type);
    if (type.isUnionOrIntersection()) for (const part of type.types) visit(part, where, depth);
    if ((type.flags & ts.TypeFlags.Object) !== 0) visitObject(type, where, depth + 1);
  }

  function visitObject(type: ts.Type, where: string, depth: number): void {
    const isGeneric = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
    for (const part of isGeneric ? checker.getTypeArguments(type as ts.TypeReference) : []) {
      visit(part, `${where}[]`, depth);
    }
    if (checker.isArrayType(type) || checker.isTupleType(type)) return;
    for (const signature of type.getCallSignatures()) visit(signature.getReturnType(), `${where}()`, depth);
    for (const property of type.getProperties().filter(isOurs)) {
      visit(checker.getTypeOfSymbol(property), `${where}.${property.name}`, depth);
    }
    const indexed = type.getStringIndexType();
    if (indexed !== undefined) visit(indexed, `${where}[*]`, depth);
  }

  function into(file: ts.SourceFile | undefined): void {
    const entry = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    for (const name of entry === undefined ? [] : checker.getExportsOfModule(entry)) {
      const symbol = (name.flags & ts.SymbolFlags.Alias) === 0 ? name : checker.getAliasedSymbol(name);
      if ((symbol.flags & ts.SymbolFlags.Function) !== 0) visit(checker.getTypeOfSymbol(symbol), name.name, 0);
    }
  }

  return { found, into };
}

function isOurs({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((one) => !one.getSourceFile().fileName.includes("/node_modules/"));
}
