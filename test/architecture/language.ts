import ts from "typescript";
import { allNodes, at, pathOf, type Rule, type Sources } from "./source.js";

/** All that src may take from the language's globals: no clock, randomness, locale, time zone, I/O or host. */
const GLOBALS: readonly string[] = [
  ..."undefined NaN Infinity isFinite isNaN parseInt parseFloat encodeURIComponent".split(" "),
  ..."Object Array Map Set WeakMap WeakSet String Number Boolean BigInt Symbol Math JSON RegExp Date".split(" "),
  ..."Error RangeError TypeError ArrayBuffer DataView Float64Array Int32Array Int16Array Int8Array".split(" "),
  ..."Uint8Array Uint16Array Uint32Array BigInt64Array BigUint64Array".split(" "),
];
/** What every engine computes alike, to the last bit. */
const MATH: readonly string[] = "abs ceil floor round trunc sign min max fround imul clz32".split(" ");
/** Members that read the clock, the locale or the local time zone, whatever the object. */
const MEMBERS = /^(now|toLocale.*|localeCompare|getTimezoneOffset|(get|set)(FullYear|Month|Date|Day|Hours|Minutes))$/;
/** Comments that silence a check. */
const SILENCERS = /@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable|biome-ignore|(v8|c8|istanbul) ignore/;

/** An identifier read as a value that no scope of the file declares. */
function isGlobal(node: ts.Node, { checker }: Sources): node is ts.Identifier {
  if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node)) return false;
  if (ts.isShorthandPropertyAssignment(node.parent))
    return checker.getShorthandAssignmentValueSymbol(node.parent) === undefined;
  const named = node.parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node; readonly label?: ts.Node };
  if (named.name === node || named.propertyName === node || named.label === node) return false;
  if (ts.findAncestor(node, (one) => ts.isTypeNode(one) && !ts.isExpressionWithTypeArguments(one)) !== undefined)
    return false;
  const symbol = checker.getSymbolAtLocation(node);
  return !symbol?.declarations?.length;
}

const globals: Rule = {
  name: "no global but the pure ones",
  find: (sources) =>
    allNodes(sources)
      .filter((node) => isGlobal(node, sources))
      .filter((node) => !GLOBALS.includes(node.getText()))
      .map((node) => `${at(node)} uses ${node.getText()}`),
  wrong: [
    "console.log(1);",
    "const home = process.env;",
    "const all = { process };",
    "const all = globalThis;",
    "const money = new Intl.NumberFormat();",
    "const two = eval('1 + 1');",
    "const add = new Function('a', 'return a');",
    "const fs = require('fs');",
    "setTimeout(() => undefined, 1);",
    "const id = crypto.randomUUID();",
    "const start = performance.now();",
  ].map((text) => ({ "src/ground/a.ts": text })),
  right: [
    {
      "src/milestones/a.ts": `
        import { b } from "./b.js";
        interface Console { process: string }
        export function decide(process: { id: string }, console: Console): string {
          const { crypto } = { crypto: 1 };
          label: for (const x of [1]) continue label;
          return process.id + console.process + String(Math.max(b, crypto)) + JSON.stringify({ process, eval: 1 });
        }`,
    },
  ],
};

const members: Rule = {
  name: "no clock, no locale, no local time, no Math beyond the exact functions",
  find: (sources) =>
    allNodes(sources)
      .filter(ts.isPropertyAccessExpression)
      .filter(({ expression, name }) =>
        expression.getText() === "Math" ? !MATH.includes(name.text) : MEMBERS.test(name.text),
      )
      .map((node) => `${at(node)} uses ${node.getText()}`),
  wrong: [
    "const t = Date.now();",
    "const r = Math.random();",
    "const e = Math.exp(1) + Math.log(2);",
    "const p = Math.pow(2, 3);",
    "const s = Math.sin(1);",
    "const x = (1234.5).toLocaleString();",
    "const y = 'a'.localeCompare('b');",
    "const y = new Date(0)?.getHours();",
  ].map((text) => ({ "src/ground/a.ts": text })),
  right: [{ "src/ground/a.ts": "const x = Math.floor(1.5) + Math.max(1, 2) + new Date(0).getUTCHours();" }],
};

const syntax: Readonly<Record<string, { readonly is: (node: ts.Node) => boolean; readonly wrong: readonly string[] }>> =
  {
    "no Date without an argument": {
      is: (node) =>
        (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) ||
        (ts.isCallExpression(node) && node.expression.getText() === "Date"),
      wrong: ["const d = new Date();", "const d = new Date;", "const d = Date();"],
    },
    "no ** but where it is exact: on a BigInt literal, or 2 to a written power": {
      is: (node) =>
        node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken ||
        (node.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
          !/^(\d+n \*\* |2 \*\* -?\d+$)/.test(node.parent.getText())),
      wrong: [
        "const x = 2 ** (1 / 3);",
        "const x = 3 ** 3;",
        "const f = (n: number) => 2 ** n;",
        "let x = 2; x **= 3;",
      ],
    },
    "no any": { is: ({ kind }) => kind === ts.SyntaxKind.AnyKeyword, wrong: ["let x: any;", "const x = 1 as any;"] },
    "no enum": { is: ts.isEnumDeclaration, wrong: ["enum A { B }", "const enum A { B }"] },
    "no namespace": { is: ts.isModuleDeclaration, wrong: ["namespace A { export const b = 1; }", "declare global {}"] },
    "no default export": {
      is: (node) =>
        ts.isExportAssignment(node) ||
        (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node)) ||
        (ts.isExportSpecifier(node) && node.name.text === "default"),
      wrong: ["export default 1;", "export default function a() {}", "const a = 1; export { a as default };"],
    },
  };

const syntaxRules = Object.entries(syntax).map(
  ([name, { is, wrong }]): Rule => ({
    name,
    find: (sources) =>
      allNodes(sources)
        .filter(is)
        .map((node) => `${at(node)} ${node.getText().split("\n")[0] ?? ""}`),
    wrong: wrong.map((text) => ({ "src/ground/a.ts": text })),
    right: [
      {
        "src/ground/a.ts":
          "const any = new Date(0); const ten = 10n ** 2n; const max = 2 ** 53; const min = 2 ** -50; export const defaults = any; switch (1 * 2) { default: } export type A = unknown;",
      },
    ],
  }),
);

const silencers: Rule = {
  name: "nothing silences a check",
  find: ({ files }) => files.filter(({ text }) => SILENCERS.test(text)).map(pathOf),
  wrong: ["// @ts-expect-error", "/* v8 ignore next */", "// oxlint-disable-next-line"].map((text) => ({
    "src/ground/a.ts": text,
  })),
  right: [{ "src/ground/a.ts": "// ignores what isn't there" }],
};

export const languageRules: readonly Rule[] = [globals, members, ...syntaxRules, silencers];
