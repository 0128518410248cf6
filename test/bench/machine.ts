import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, release, type } from "node:os";

const RIVALS = ["@duckdb/node-api", "@electric-sql/pglite", "@gorules/zen-engine", "decimal.js", "feelin"];
const RULE_ENGINES = ["json-rules-engine", "node-rules", "xstate"];

const versionOf = (name: string): string => {
  const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string };
  return `${name} ${manifest.version}`;
};

/** What it ran on, without what a kernel's builder adds to its release. */
export function machine(): string {
  const [model, cores] = [cpus()[0]?.model.trim() ?? "unknown processor", availableParallelism()];
  const system = `${type()} ${release().replace(/-.*/, "")} ${arch()}`;
  return `Node ${process.version}, ${system}, ${model}, ${String(cores)} ${cores === 1 ? "core" : "cores"}`;
}

/** The versions of all that `keyaccount` was compared with, as installed. */
export const versions = (): string => [...RIVALS, ...RULE_ENGINES].map(versionOf).join(", ");
