import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, test } from "vitest";
import { PASSED, runNode } from "./run.js";

const { files, root, tarball, zod4 } = inject("packed");
const dist = join(zod4, "node_modules/keyaccount/dist");
const built = readdirSync(dist, { recursive: true, encoding: "utf8" });
const read = (name: string): string => readFileSync(join(dist, name), "utf8");
const scripts = built.filter((name) => /\.c?js$/.test(name));
const sourcesOf = (name: string): string[] => (JSON.parse(read(`${name}.map`)) as { sources: string[] }).sources;

describe("the tarball", () => {
  test("holds dist and the papers, nothing else", () => {
    expect(files.filter((path) => !path.startsWith("dist/"))).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "package.json",
    ]);
    expect(files.filter((path) => path.startsWith("dist/") && !/\.(c?js(\.map)?|d\.c?ts)$/.test(path))).toEqual([]);
  });

  test("names no path of the machine that built it", () => {
    const sources = scripts.flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !/^(\.\.\/)+(src|node_modules)\//.test(source))).toEqual([]);
    expect(built.filter((name) => /\.\w+$/.test(name) && read(name).includes(root))).toEqual([]);
  });

  test("imports nothing of Node", () => {
    expect(
      scripts.filter((name) => /(from |import\(?|require\()\s*["'](node:|crypto|fs|path|url|util)/.test(read(name))),
    ).toEqual([]);
  });

  test("imports nothing but its dependencies", () => {
    const specifiers = scripts.flatMap((name) =>
      Array.from(read(name).matchAll(/(?:from |require\()["']([^."'][^"']*)["']/g), ([, specifier]) => specifier),
    );
    expect(specifiers.filter((one = "") => !/^(zod\/v4$|decimal\.js$|date-fns\/[a-zA-Z]+$)/.test(one))).toEqual([]);
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
