import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minify } from "@swc/core";
import { build } from "esbuild";
import { defineConfig } from "tsup";

/** The `exports` of package.json are the one list of entries: `./dist/models/index.js` comes from `src/models/index.ts`. */
const manifest = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as {
  exports: Record<string, string | { import: { default: string } }>;
};
const publicEntries = Object.fromEntries(
  Object.values(manifest.exports)
    .filter((target) => typeof target !== "string")
    .map((target) => /^\.\/dist\/(.*)\.js$/.exec(target.import.default)?.[1] ?? "")
    .map((name) => [name, `src/${name}.ts`]),
);
/**
 * decimal.js isn't marked free of side effects: only in a chunk of its own will a bundler drop it from a host that has no
 * use for it. Modules share a chunk when the same entries reach them, so decimal.ts is an entry and so is all it imports.
 */
const decimal = "ground/decimal";
const decimalText = readFileSync(new URL(`./src/${decimal}.ts`, import.meta.url), "utf8");
const beneathDecimal = Array.from(decimalText.matchAll(/ from "\.\/([a-z-]+)\.js";/g), ([, name]) => `ground/${name}`);
const internalEntries = Object.fromEntries([decimal, ...beneathDecimal].map((name) => [name, `src/${name}.ts`]));

const root = fileURLToPath(new URL(".", import.meta.url));

const BUNDLE = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  logLevel: "warning",
  // The names of chunks without side effects are all that is wanted of them.
  logOverride: { "ignored-bare-import": "silent" },
} as const;

/** The names that a built file exports, and the built files that it is made of. */
async function look(
  file: string,
): Promise<{ readonly exports: readonly string[]; readonly inputs: readonly string[] }> {
  const { metafile } = await build({ ...BUNDLE, entryPoints: [file], metafile: true, write: false, outdir: "out" });
  const [output] = Object.values(metafile.outputs);
  return { exports: output?.exports ?? [], inputs: Object.keys(metafile.inputs) };
}

const CORE = "dist/core.js";
/** What hosts call row by row and command by command. */
const HOT = ["evaluate", "evaluateAll", "scoreColumns", "decide", "evolve", "replay"];

/** The functions at the top level of the core that these names of the root reach. */
async function functionsBeneath(names: readonly string[], suffix: string): Promise<readonly string[]> {
  const contents = `export { ${names.map((name) => name + suffix).join(", ")} } from "./${CORE}";`;
  const { outputFiles } = await build({ ...BUNDLE, stdin: { contents, resolveDir: root }, write: false });
  return Array.from(outputFiles[0]?.text.matchAll(/^function\*? ([\w$]+)\(/gm) ?? [], ([, name]) => name ?? "");
}

/**
 * Puts each function that has one caller into that caller, so that node has half as many to set up when it loads the core. Those beneath `HOT`
 * stay: a function inside is made anew at each call. Such a function is exported meanwhile, which counts as a second use.
 */
async function nestFunctions(hot: readonly string[]): Promise<void> {
  const kept = `export { ${hot.map((name) => `${name} as ${name}_kept`).join(", ")} };`;
  const code = readFileSync(root + CORE, "utf8").replace(/\/\/# sourceMappingURL=.*\n/, kept);
  const nested = await minify(code, {
    module: true,
    ecma: 2022,
    compress: { passes: 3, toplevel: true },
    mangle: false,
    // It reads the map so far, as terser does, but its types know only a flag.
    sourceMap: { content: readFileSync(`${root}${CORE}.map`, "utf8") } as unknown as boolean,
  });
  const map = Buffer.from(nested.map ?? "").toString("base64");
  writeFileSync(root + CORE, `${nested.code}\n//# sourceMappingURL=data:application/json;base64,${map}\n`);
}

/**
 * Node takes about a millisecond for every module that it loads, and longer ones take longer: so all that the root needs comes in one file,
 * `core.js`, written short. The files that it was in go on, for other subpaths, as names for what it holds; whatever a host imports, there is
 * one copy. Comments go, `@__PURE__` with them, so the sources of these files have to be free of calls at the top level.
 */
async function gatherCore(): Promise<void> {
  const { inputs } = await look("dist/index.js");
  const foreign = inputs.filter((file) => !file.startsWith("dist/"));
  if (foreign.length > 0) throw new Error(`The root loads ${foreign.join(", ")}.`);
  const files = await Promise.all(inputs.map(async (file) => ({ file, names: (await look(file)).exports })));
  const suffixOf = (file: string): string => `_${String(inputs.indexOf(file))}`;
  const lines = files.map(({ file, names }) => {
    const renamed = names.map((name) => `${name} as ${name}${suffixOf(file)}`);
    return `export { ${renamed.join(", ")} } from "./${file}";`;
  });
  await build({ ...BUNDLE, stdin: { contents: lines.join("\n"), resolveDir: root }, sourcemap: true, outfile: CORE });
  await nestFunctions(await functionsBeneath(HOT, suffixOf("dist/index.js")));
  const all = files.flatMap(({ file, names }) => names.map((name) => name + suffixOf(file)));
  const contents = `export { ${all.join(", ")} } from "./${CORE}";`;
  await build({
    ...BUNDLE,
    stdin: { contents, resolveDir: root },
    minify: true,
    sourcemap: true,
    outfile: CORE,
    allowOverwrite: true,
  });
  // One character beyond ASCII, and engines keep the whole file at two bytes each.
  const [foreignText] = /[^\t\n -~]/.exec(readFileSync(root + CORE, "utf8")) ?? [];
  if (foreignText !== undefined) throw new Error(`The core holds ${foreignText}: write it as an escape.`);
  files.forEach(({ file, names }) => {
    const renamed = names.map((name) => `${name}${suffixOf(file)} as ${name}`);
    writeFileSync(`${root}${file}`, `export { ${renamed.join(", ")} } from "./core.js";\n`);
    writeFileSync(`${root}${file}.map`, '{"version":3,"sources":[],"names":[],"mappings":""}\n');
  });
}

export default defineConfig({
  entry: { ...publicEntries, ...internalEntries },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  splitting: true,
  treeshake: true,
  sourcemap: true,
  clean: true,
  silent: true,
  noExternal: ["@date-fns/utc"],
  esbuildOptions(options) {
    options.legalComments = "inline";
    options.charset = "utf8";
    options.mainFields = ["module", "main"];
  },
  onSuccess: gatherCore,
  dts: { entry: publicEntries, compilerOptions: { ignoreDeprecations: "6.0" } },
});
