// `npm run bench`. What tsx makes of TypeScript is slower than what ships (it names every function again), so the benchmark is
// bundled with the sources as a host's bundler would, and run by plain node. The engines it compares with stay as they came from npm.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundle = `${root}node_modules/.cache/keyaccount/bench.mjs`;

buildSync({
  absWorkingDir: root,
  entryPoints: ["test/bench/main.ts"],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: [
    "@duckdb/node-api",
    "@electric-sql/pglite",
    "@gorules/zen-engine",
    "feelin",
    "json-rules-engine",
    "node-rules",
  ],
  logLevel: "warning",
});

const flags = ["--expose-gc", "--no-flush-bytecode"];
const { status } = spawnSync(process.execPath, [...flags, bundle, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
