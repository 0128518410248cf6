import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Texts by path from the project's root, such as `src/ground/dates.ts`. */
export type Files = Readonly<Record<string, string>>;

/** Parsed files, with a checker that knows no library: a name it can't resolve is a global. */
export interface Sources {
  readonly files: readonly ts.SourceFile[];
  readonly checker: ts.TypeChecker;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The file of ours that a relative specifier means. */
  readonly target: string | undefined;
  /** Erased at build. `import { type A }` is not: under verbatimModuleSyntax it still loads the file. */
  readonly typeOnly: boolean;
  readonly node: ts.Node;
  readonly where: string;
}

/** One architectural rule: what breaks it in the given sources, and texts that prove that it can see the breach. */
export interface Rule {
  readonly name: string;
  readonly find: (sources: Sources) => readonly string[];
  readonly wrong: readonly Files[];
  readonly right: readonly Files[];
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export function readFolder(folder: string): Files {
  return Object.fromEntries(
    readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("generated/"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .sort()
      .map((path) => [path, readFileSync(ROOT + path, "utf8")]),
  );
}

export function parse(texts: Files): Sources {
  const parsed = new Map(
    Object.entries(texts).map(([path, text]) => [
      `/${path}`,
      ts.createSourceFile(`/${path}`, text, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS),
    ]),
  );
  const host: ts.CompilerHost = {
    getSourceFile: (path) => parsed.get(path),
    fileExists: (path) => parsed.has(path),
    readFile: (path) => parsed.get(path)?.text,
    getDefaultLibFileName: () => "/none.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    getNewLine: () => "\n",
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
  };
  const checker = ts.createProgram([...parsed.keys()], options, host).getTypeChecker();
  const files = [...parsed.values()];
  return { files, checker, imports: files.flatMap(importsOf) };
}

export const pathOf = (file: ts.SourceFile): string => file.fileName.slice(1);

export function at(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${pathOf(file)}:${String(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1)}`;
}

export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

export const allNodes = (sources: Sources): ts.Node[] => sources.files.flatMap(nodesOf);

function importsOf(file: ts.SourceFile): Import[] {
  return nodesOf(file).flatMap((node) => {
    const found = specifierOf(node);
    if (found === undefined) return [];
    const from = pathOf(file);
    const target = found.specifier.startsWith(".")
      ? posix.join(posix.dirname(from), found.specifier).replace(/\.js$/, ".ts")
      : undefined;
    return [{ ...found, from, target, node, where: at(node) }];
  });
}

function specifierOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: textOf(node.moduleSpecifier), typeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), typeOnly: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return { specifier: argument === undefined ? "" : textOf(argument), typeOnly: false };
  }
  return undefined;
}

const textOf = (node: ts.Node): string => (ts.isStringLiteral(node) ? node.text : node.getText());
