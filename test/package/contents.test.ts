import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";
import { PASSED, runNode } from "./run.js";

const { files, root, tarball, zod4 } = inject("packed");
const dist = join(zod4, "node_modules/keyaccount/dist");
const built = readdirSync(dist, { recursive: true, encoding: "utf8" });
const read = (name: string): string => readFileSync(join(dist, name), "utf8");
const scripts = built.filter((name) => /\.c?js$/.test(name));
/** What a script imports or requires, read from its tokens: a text may well say `from '…'`. */
const specifiersOf = (script: string): string[] =>
  ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName);
/** Where a page leads inside the package, without the place in the page. */
const linksOf = (page: string): string[] =>
  Array.from(
    readFileSync(join(root, page), "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
    ([, link]) => link as string,
  );
const sourcesOf = (name: string): string[] => (JSON.parse(read(`${name}.map`)) as { sources: string[] }).sources;

describe("the tarball", () => {
  test("holds dist, the papers and what they lead to, nothing else", () => {
    expect(files.filter((path) => !/^(dist|docs|examples)\//.test(path))).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "package.json",
    ]);
    expect(files.filter((path) => path.startsWith("dist/") && !/\.(c?js(\.map)?|d\.c?ts)$/.test(path))).toEqual([]);
  });

  test("holds every page and example that its papers name", () => {
    const pages = files.filter((path) => path.endsWith(".md") && path !== "CHANGELOG.md");
    const links = pages.flatMap((page) =>
      linksOf(page).map((link) => ({ page, path: posix.join(posix.dirname(page), link) })),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ path }) => !files.some((file) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
  });

  test("names no path of the machine that built it", () => {
    const sources = scripts.flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !/^(\.\.\/)+(src|node_modules)\//.test(source))).toEqual([]);
    expect(built.filter((name) => /\.\w+$/.test(name) && read(name).includes(root))).toEqual([]);
  });

  test("imports nothing but its dependencies, and so nothing of Node", () => {
    const specifiers = scripts.flatMap((name) => specifiersOf(read(name)));
    expect(specifiers.filter((one) => !/^(\.{1,2}\/.*|zod\/v4|decimal\.js|date-fns\/[a-zA-Z]+)$/.test(one))).toEqual(
      [],
    );
    expect(new Set(specifiers)).toContain("zod/v4");
  });

  test.each([
    'import{a}from"node:fs"',
    'export * from "node:fs"',
    'import "node:fs"',
    'const a = require("node:fs")',
    'await import("node:fs")',
  ])("%s would be seen, and the same in a text would not", (script) => {
    expect(specifiersOf(script)).toEqual(["node:fs"]);
    expect(specifiersOf(`const text = ${JSON.stringify(script)}`)).toEqual([]);
    expect(specifiersOf(`const text = \`${script}\``)).toEqual([]);
  });

  test("keeps decimal.js in a chunk of its own, for bundlers to drop", () => {
    const users = scripts.filter((name) => /["']decimal\.js["']/.test(read(name)));
    expect(users.length).toBe(2);
    for (const name of users) expect(sourcesOf(name)).toEqual([expect.stringMatching(/src\/ground\/decimal\.ts$/)]);
  });

  test("keeps the licences of the code that it bundles", () => {
    expect(scripts.some((name) => sourcesOf(name).some((source) => source.includes("@date-fns/utc")))).toBe(true);
    expect(readFileSync(join(zod4, "node_modules/keyaccount/LICENSE"), "utf8")).toMatch(/@date-fns\/utc +Copyright/);
  });
});

describe("tools that know packages are content", () => {
  test("publint", async () => {
    const { buffer } = new Uint8Array(readFileSync(tarball));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("are the types wrong", () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { status, output } = runNode([attw, tarball, "--profile", "strict", "--format", "ascii", "--no-emoji"], root);
    expect({ ...PASSED, status }, output).toEqual(PASSED);
  });
});
