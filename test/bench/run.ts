// `npm run bench`. What tsx makes of TypeScript is slower than what ships (it names every function again), so each suite is bundled
// with the sources as a host's bundler would, and run by plain node in a process of its own. The engines it compares with stay as
// they came from npm. Ends with status 1 if a budget is missed or if answers disagree.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { machine } from "./machine.js";
import { pageWith } from "./report.js";
import type { Outcome } from "./suite.js";

const SUITES = ["evaluate-suite", "column-suite", "warehouse-suite", "process-suite", "experience-suite"];
const PAGE = "docs/benchmarks.md";
const RIVALS = [
  "@duckdb/node-api",
  "@electric-sql/pglite",
  "@gorules/zen-engine",
  "feelin",
  "json-rules-engine",
  "node-rules",
  "xstate",
];

process.chdir(fileURLToPath(new URL("../../", import.meta.url)));
const bundles = "node_modules/.cache/keyaccount/bench";
const { values: options } = parseArgs({
  options: {
    /** Prints and leaves the page alone. */
    "no-write": { type: "boolean", default: false },
    /** Measures only rows whose name contains this, and leaves the page alone. */
    only: { type: "string" },
    /** How many ratios a row is the median of; fewer are quicker and rougher. */
    rounds: { type: "string" },
    /** The day above the table. */
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
  },
});

buildSync({
  entryPoints: SUITES.map((suite) => `test/bench/${suite}.ts`),
  outdir: bundles,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: RIVALS,
  logLevel: "warning",
});

async function outcomeOf(suite: string): Promise<Outcome> {
  const child = fork(`${bundles}/${suite}.mjs`, [options.only ?? "", options.rounds ?? ""], {
    execArgv: ["--expose-gc", "--no-flush-bytecode"],
  });
  let outcome: Outcome | undefined;
  child.on("message", (message) => {
    outcome = message as Outcome;
  });
  await once(child, "exit");
  if (outcome === undefined) throw new Error(`${suite} ended without an outcome`);
  return outcome;
}

console.log(`${machine()}\n`);
const outcomes: Outcome[] = [];
for (const suite of SUITES) outcomes.push(await outcomeOf(suite));
if (!options["no-write"] && options.only === undefined) {
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, "utf8"), { date: options.date, outcomes }));
  console.log(`written to ${PAGE}`);
}
const isGood = outcomes.flatMap(({ agreements, rows }) => [...agreements, ...rows]).every(({ ok }) => ok);
process.exitCode = isGood ? 0 : 1;
