import ts from "typescript";
import { at, nodesOf, pathOf, type Rule } from "./source.js";

const isBarrel = (file: ts.SourceFile): boolean => pathOf(file).endsWith("/index.ts");
/** Built-in constructors that bundlers know to be free of effects when they get no argument. */
const PURE_NEW = /^new (Map|Set|WeakMap|WeakSet)(<.*>)?\(\)$/s;

const explicit: Rule = {
  name: "a barrel names each of its exports and holds nothing else",
  find: ({ files }) =>
    files.flatMap((file) =>
      file.statements
        .filter((node) => ts.isExportDeclaration(node) || isBarrel(file))
        .filter(
          (node) =>
            !ts.isExportDeclaration(node) || node.exportClause === undefined || ts.isNamespaceExport(node.exportClause),
        )
        .map((node) => `${at(node)} ${node.getText().split("\n")[0] ?? ""}`),
    ),
  wrong: [
    { "src/index.ts": 'export * from "./evaluation/evaluate.js";' },
    { "src/index.ts": 'export * as models from "./models/client.js";' },
    { "src/models/index.ts": "export const a = 1;" },
    { "src/evaluation/a.ts": 'export * from "./b.js";' },
  ],
  right: [{ "src/index.ts": 'export { evaluate, type Facts } from "./evaluation/evaluate.js";' }],
};

/** What bundlers take for an effect: a call, or a spread into an object, which may run a getter. */
const mayAct = (node: ts.Node): boolean =>
  ts.isCallExpression(node) ||
  ts.isNewExpression(node) ||
  ts.isTaggedTemplateExpression(node) ||
  ts.isSpreadAssignment(node);

/** Effects that happen when the file is loaded: outside every function, and not marked pure. */
function runsAtLoad(node: ts.Node): boolean {
  if (!mayAct(node)) return false;
  if (PURE_NEW.test(node.getText())) return false;
  const file = node.getSourceFile();
  for (let one: ts.Node = node; !ts.isSourceFile(one); one = one.parent) {
    if (ts.isFunctionLike(one) || ts.isTypeNode(one)) return false;
    if (file.text.slice(one.getFullStart(), one.getStart(file)).includes("@__PURE__")) return false;
  }
  return true;
}

const declarationsOnly: Rule = {
  name: "outside models a file only declares: what is called at load is marked pure, so that bundlers can drop it",
  find: ({ files }) =>
    files
      .filter((file) => !pathOf(file).startsWith("src/models/"))
      .flatMap((file) => [
        ...nodesOf(file).filter(runsAtLoad),
        ...file.statements.filter(
          (node) =>
            !ts.isImportDeclaration(node) &&
            !ts.isExportDeclaration(node) &&
            !ts.isVariableStatement(node) &&
            !ts.isDeclarationStatement(node) &&
            !ts.isEmptyStatement(node),
        ),
      ])
      .map((node) => `${at(node)} ${node.getText().split("\n")[0] ?? ""}`),
  wrong: [
    { "src/handbook/a.ts": "export const card = defineScorecard({});" },
    { "src/ground/a.ts": "const codes = Object.freeze({ a: 1 });" },
    { "src/ground/a.ts": "let count = 0; count += 1;" },
    { "src/ground/a.ts": "for (const a of []) a;" },
    { "src/ground/a.ts": "const part = { a: 1 }; const whole = { ...part, b: 2 };" },
  ],
  right: [
    {
      "src/handbook/a.ts": `
        const cache = new WeakMap<object, string>();
        export const card = /* @__PURE__ */ defineScorecard({ bands: many(3) });
        export const list = /* @__PURE__ */ Object.freeze(["a"] as const);
        export function f() { return many(1); }
        export const g = () => many(1);`,
      "src/models/a.ts": "export const S = z.object({});",
    },
  ],
};

const dataOnly: Rule = {
  name: "handbook holds data: no function, no class, no control flow",
  find: ({ files }) =>
    files
      .filter((file) => pathOf(file).startsWith("src/handbook/"))
      .flatMap((file) =>
        nodesOf(file).filter((node) => (ts.isFunctionLike(node) && !ts.isTypeNode(node)) || ts.isClassLike(node)),
      )
      .filter((node) => !ts.isMethodSignature(node))
      .map((node) => `${at(node)} ${node.getText().split("\n")[0] ?? ""}`),
  wrong: [
    { "src/handbook/a.ts": "export function f(): number { return 1; }" },
    { "src/handbook/a.ts": "export const f = (): number => 1;" },
    { "src/handbook/a.ts": "export class A {}" },
  ],
  right: [{ "src/handbook/a.ts": "export const card: Scorecard = /* @__PURE__ */ defineScorecard({ id: 'a' });" }],
};

const isolated: Rule = {
  name: "outside models every export states its type (isolatedDeclarations)",
  find: ({ files }) =>
    files
      .filter((file) => !pathOf(file).startsWith("src/models/"))
      .flatMap((file) => {
        const { diagnostics = [] } = ts.transpileDeclaration(file.text, {
          fileName: pathOf(file),
          reportDiagnostics: true,
          compilerOptions: {
            isolatedDeclarations: true,
            declaration: true,
            strict: true,
            target: ts.ScriptTarget.ES2023,
          },
        });
        return diagnostics.map(({ start = 0, messageText }) => {
          const { line } = file.getLineAndCharacterOfPosition(start);
          return `${pathOf(file)}:${String(line + 1)} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
        });
      }),
  wrong: [{ "src/ground/a.ts": "export const f = (a: number) => [a];" }],
  right: [{ "src/ground/a.ts": "export const f = (a: number): number[] => [a];" }],
};

export const declarationRules: readonly Rule[] = [explicit, declarationsOnly, dataOnly, isolated];
