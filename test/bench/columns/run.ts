// Bundles the comparison with the sources, as a host's bundler would, and runs it by plain node: see ../run.ts.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bundle = `${root}node_modules/.cache/keyaccount/bench-columns.mjs`;

buildSync({
  absWorkingDir: root,
  entryPoints: ["test/bench/columns/compare.ts"],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});

const flags = ["--expose-gc", "--no-flush-bytecode", bundle, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, flags, { stdio: "inherit" }).status ?? 1;
