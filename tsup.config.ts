import { readFileSync } from "node:fs";
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
  dts: { entry: publicEntries, compilerOptions: { ignoreDeprecations: "6.0" } },
});
