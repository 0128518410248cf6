import type { Files, Import, Rule, Sources } from "./source.js";

/** Folders of src by rank: a file imports from lower ranks and from its own folder, never from its siblings. */
const RANKS: readonly (readonly string[])[] = [
  ["ground"],
  ["evaluation"],
  ["portfolio", "experience", "people"],
  ["visits", "milestones", "opportunities"],
  ["reports"],
  ["handbook", "sql", "charts", "locale", "testing"],
  ["(root)"],
];
/** What siblings may take from each other all the same, as types. */
const SIBLING_TYPES: readonly string[] = ["locale → handbook", "charts → locale"];
/** `models` stands beside the ranks: these are what it may import, and every folder but ground may take its types. */
const MODELS_MAY_IMPORT: readonly string[] = ["models", "ground", "evaluation"];
/** Loading models loads zod. */
const MAY_LOAD_MODELS: readonly string[] = ["models", "testing"];
/** Folders that load nothing but these, whatever their rank: they hold data. */
const MAY_LOAD: Readonly<Record<string, readonly string[]>> = { locale: ["locale", "ground"] };

/** Packages, with the files that may import them. */
const PACKAGES: readonly { readonly specifier: RegExp; readonly within: RegExp }[] = [
  { specifier: /^zod\/v4$/, within: /^src\/models\// },
  { specifier: /^decimal\.js$/, within: /^src\/ground\/decimal\.ts$/ },
  { specifier: /^date-fns\/[A-Za-z]+$/, within: /^src\/ground\// },
  { specifier: /^@date-fns\/utc(\/[a-z/]+)?$/, within: /^src\/ground\// },
];

const folderOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? "(root)";
const rankOf = (folder: string): number => RANKS.findIndex((folders) => folders.includes(folder));
const ours = (sources: Sources): (Import & { readonly source: string; readonly aim: string })[] =>
  sources.imports.flatMap((one) =>
    one.target === undefined ? [] : [{ ...one, source: folderOf(one.from), aim: folderOf(one.target) }],
  );

const known: Rule = {
  name: "every folder of src has a rank, and relative imports stay in src and end in .js",
  find: (sources) => [
    ...sources.files
      .map((file) => file.fileName.slice(1))
      .filter((path) => folderOf(path) !== "models" && rankOf(folderOf(path)) < 0),
    ...ours(sources)
      .filter(({ target, specifier }) => !target?.startsWith("src/") || !specifier.endsWith(".js"))
      .map(({ where, specifier }) => `${where} imports ${specifier}`),
  ],
  wrong: [
    { "src/misc/a.ts": "" },
    { "src/ground/a.ts": 'import { a } from "../../test/a.js";' },
    { "src/ground/a.ts": 'import { a } from "./b";' },
  ],
  right: [{ "src/ground/a.ts": 'import { a } from "./b.js";', "src/index.ts": "", "src/models/a.ts": "" }],
};

const direction: Rule = {
  name: "imports go down the ranks; siblings leave each other alone",
  find: (sources) =>
    ours(sources)
      .filter(({ source, aim }) => source !== aim && source !== "models" && aim !== "models")
      .filter(({ source, aim }) => rankOf(aim) >= rankOf(source))
      .filter(({ source, aim, typeOnly }) => !(typeOnly && SIBLING_TYPES.includes(`${source} → ${aim}`)))
      .map(({ where, aim }) => `${where} imports from ${aim}`),
  wrong: [
    { "src/ground/a.ts": 'import type { B } from "../evaluation/b.js";' },
    { "src/people/a.ts": 'import { b } from "../portfolio/b.js";' },
    { "src/locale/a.ts": 'import { b } from "../handbook/b.js";' },
    { "src/handbook/a.ts": 'import type { B } from "../locale/b.js";' },
    { "src/visits/a.ts": 'import { b } from "../index.js";' },
    { "src/evaluation/a.ts": 'export { b } from "../reports/b.js";' },
    { "src/evaluation/a.ts": 'type B = import("../reports/b.js").B;' },
    { "src/evaluation/a.ts": 'const b = await import("../reports/b.js");' },
  ],
  right: [
    { "src/evaluation/a.ts": 'import { b } from "../ground/b.js"; import { c } from "./c.js";' },
    { "src/locale/a.ts": 'import type { B } from "../handbook/b.js"; import type { C } from "../evaluation/c.js";' },
    { "src/index.ts": 'export { b } from "./handbook/b.js";' },
  ],
};

const models: Rule = {
  name: "models is taken as types only (it loads zod), takes from ground and evaluation, and ground doesn't know it",
  find: (sources) =>
    ours(sources)
      .filter(({ source, aim, typeOnly }) =>
        source === "models"
          ? !MODELS_MAY_IMPORT.includes(aim)
          : aim === "models" && (source === "ground" || !(typeOnly || MAY_LOAD_MODELS.includes(source))),
      )
      .map(({ where, specifier }) => `${where} imports ${specifier}`),
  wrong: [
    { "src/visits/a.ts": 'import { ClientSchema } from "../models/client.js";' },
    { "src/visits/a.ts": 'import { type Client } from "../models/client.js";' },
    { "src/index.ts": 'export { parseClient } from "./models/client.js";' },
    { "src/ground/a.ts": 'import type { Client } from "../models/client.js";' },
    { "src/models/a.ts": 'import { decide } from "../milestones/decide.js";' },
  ],
  right: [
    { "src/visits/a.ts": 'import type { Client } from "../models/client.js";' },
    { "src/models/a.ts": 'import { defineScorecard } from "../evaluation/define.js"; import { b } from "./b.js";' },
    { "src/index.ts": 'export type { Client } from "./models/client.js";' },
  ],
};

const loads: Rule = {
  name: "locale holds data: at run time it loads nothing but itself and ground",
  find: (sources) =>
    ours(sources)
      .filter(({ source, aim, typeOnly }) => !typeOnly && MAY_LOAD[source]?.includes(aim) === false)
      .map(({ where, aim }) => `${where} loads ${aim}`),
  wrong: [{ "src/locale/en.ts": 'import { evaluate } from "../evaluation/evaluate.js";' }],
  right: [{ "src/locale/en.ts": 'import type { Evaluation } from "../evaluation/evaluate.js";' }],
};

const barrels: Rule = {
  name: "files import the file that they mean, never a barrel",
  find: (sources) =>
    ours(sources)
      .filter(({ target }) => target?.endsWith("/index.ts"))
      .map(({ where, specifier }) => `${where} imports ${specifier}`),
  wrong: [
    { "src/reports/a.ts": 'import type { Client } from "../models/index.js";' },
    { "src/index.ts": 'export { b } from "./evaluation/index.js";' },
  ],
  right: [{ "src/index.ts": 'export { b } from "./evaluation/b.js";' }],
};

const cycles: Rule = {
  name: "no import cycle between files, type imports included",
  find: (sources) => {
    const targets = new Map<string, string[]>();
    for (const { from, target } of ours(sources)) {
      if (target !== undefined) targets.set(from, [...(targets.get(from) ?? []), target]);
    }
    return [...targets.keys()]
      .filter((path) => reaches(targets, path))
      .map((path) => `${path} imports itself by others`);
  },
  wrong: [
    { "src/ground/a.ts": 'import { b } from "./b.js";', "src/ground/b.ts": 'import type { A } from "./a.js";' },
    {
      "src/ground/a.ts": 'import { b } from "./b.js";',
      "src/ground/b.ts": 'export { c } from "./c.js";',
      "src/ground/c.ts": 'import type { A } from "./a.js";',
    },
  ],
  right: [
    {
      "src/ground/a.ts": 'import { b } from "./b.js"; import { c } from "./c.js";',
      "src/ground/b.ts": 'import "./c.js";',
    },
  ],
};

function reaches(targets: ReadonlyMap<string, readonly string[]>, start: string): boolean {
  const seen = new Set<string>();
  const queue = [...(targets.get(start) ?? [])];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (path === start) return true;
    if (!seen.has(path)) queue.push(...(targets.get(path) ?? []));
    seen.add(path);
  }
  return false;
}

const packages: Rule = {
  name: "each package is imported only where it belongs, and by its subpath",
  find: (sources) =>
    sources.imports
      .filter(({ target }) => target === undefined)
      .filter(({ from, specifier }) => !PACKAGES.some((one) => one.specifier.test(specifier) && one.within.test(from)))
      .map(({ where, specifier }) => `${where} imports ${specifier}`),
  wrong: [
    { "src/evaluation/a.ts": 'import * as z from "zod/v4";' },
    { "src/models/a.ts": 'import { z } from "zod";' },
    { "src/ground/dates.ts": 'import { addDays } from "date-fns";' },
    { "src/visits/a.ts": 'import { addDays } from "date-fns/addDays";' },
    { "src/visits/a.ts": 'import { utc } from "@date-fns/utc";' },
    { "src/ground/a.ts": 'import { Decimal } from "decimal.js";' },
    { "src/ground/a.ts": 'import { sha256 } from "@noble/hashes/sha2";' },
    { "src/ground/hash.ts": 'import { createHash } from "node:crypto";' },
    { "src/reports/a.ts": 'import { evaluate } from "keyaccount";' },
  ],
  right: [
    { "src/models/a.ts": 'import * as z from "zod/v4";' },
    { "src/ground/dates.ts": 'import { utc } from "@date-fns/utc/utc"; import { addDays } from "date-fns/addDays";' },
    { "src/ground/decimal.ts": 'import { Decimal } from "decimal.js";' },
  ],
};

/** A host sees the package's public names only; so do examples. */
export const hosts = (subpaths: readonly string[]): Rule => ({
  name: "examples and tests import the package by its public subpaths; examples never reach into src",
  find: (sources) =>
    sources.imports
      .filter(
        ({ from, specifier, target }) =>
          (/^keyaccount(\/|$)/.test(specifier) && !subpaths.includes(specifier)) ||
          (from.startsWith("examples/") && target?.startsWith("examples/") === false),
      )
      .map(({ where, specifier }) => `${where} imports ${specifier}`),
  wrong: [
    { "examples/a.ts": 'import { a } from "../src/index.js";' },
    { "test/a.test.ts": 'import { a } from "keyaccount/ground/decimal";' },
  ],
  right: [{ "examples/a.ts": 'import { a } from "keyaccount/models"; import { b } from "./b.js";' }] satisfies Files[],
});

export const layerRules: readonly Rule[] = [known, direction, models, loads, barrels, cycles, packages];
