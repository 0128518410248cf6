import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { declarationRules } from "./declarations.js";
import { languageRules } from "./language.js";
import { hosts, layerRules } from "./layers.js";
import { parse, type Rule, readFolder, type Sources } from "./source.js";

const src = parse(readFolder("src"));
const around = parse({ ...readFolder("test"), ...(existsSync("examples") ? readFolder("examples") : {}) });
const subpaths = Object.keys(manifest.exports).map((subpath) => `keyaccount${subpath.slice(1)}`);

const checks: readonly (readonly [Rule, Sources])[] = [
  ...[...layerRules, ...languageRules, ...declarationRules].map((rule) => [rule, src] as const),
  [hosts(subpaths), around],
];

describe.each(checks)("$name", (rule, sources) => {
  test("holds", () => {
    expect(rule.find(sources)).toEqual([]);
  });

  test.each(rule.wrong.map((files) => [Object.values(files).join(" … "), files] as const))("sees %s", (_, files) => {
    expect(rule.find(parse(files))).not.toEqual([]);
  });

  test("lets pass what is right", () => {
    for (const files of rule.right) expect(rule.find(parse(files))).toEqual([]);
  });
});

test("src has files", () => {
  expect(src.files.length).toBeGreaterThan(0);
});
