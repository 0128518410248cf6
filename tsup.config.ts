import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
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

/** The names that a built file exports, and the built files that it is made of. */
async function look(
  file: string,
): Promise<{ readonly exports: readonly string[]; readonly inputs: readonly string[] }> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    format: "esm",
    metafile: true,
    write: false,
    outdir: "out",
  });
  const [output] = Object.values(metafile.outputs);
  return { exports: output?.exports ?? [], inputs: Object.keys(metafile.inputs) };
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
  const lines = files.map(({ file, names }, index) => {
    const renamed = names.map((name) => `${name} as ${name}_${String(index)}`);
    return `export { ${renamed.join(", ")} } from "./${file}";`;
  });
  await build({
    absWorkingDir: root,
    stdin: { contents: lines.join("\n"), resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    sourcemap: true,
    outfile: "dist/core.js",
    logLevel: "warning",
  });
  files.forEach(({ file, names }, index) => {
    const renamed = names.map((name) => `${name}_${String(index)} as ${name}`);
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
