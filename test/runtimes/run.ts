// npm run runtimes: evaluates a hundred seeded clients in other runtimes and compares every byte. Linux on x64; installs the runtimes first.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = `${root}node_modules/.cache/keyaccount/print.mjs`;
const bin = (name: string): string => `${folder}node_modules/.bin/${name}`;

const RUNTIMES: readonly (readonly [string, readonly string[]])[] = [
  [process.execPath, [program]],
  [`${folder}node_modules/node22/bin/node`, [program]],
  [`${folder}node_modules/node24/bin/node`, [program]],
  [bin("bun"), [program]],
  [bin("deno"), ["run", "-A", "--no-remote", program]],
];

function run(command: string, args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    encoding: "utf8",
    cwd: folder,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}${error?.message ?? ""}`);
  return stdout;
}

mkdirSync(`${root}node_modules/.cache/keyaccount`, { recursive: true });
await build({
  entryPoints: [`${root}test/evaluation/determinism/print.ts`],
  bundle: true,
  platform: "node",
  format: "esm",
  outfile: program,
  alias: { keyaccount: `${root}src/index.ts`, "keyaccount/handbook": `${root}src/handbook/index.ts` },
  logLevel: "error",
});
if (!existsSync(`${folder}node_modules`)) run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"]);

const results = RUNTIMES.map(([command, args]) => {
  const hash = createHash("sha256").update(run(command, args)).digest("hex");
  const version = run(command, ["--version"]).split("\n")[0] ?? "";
  console.log(`${hash.slice(0, 16)}  ${version.padEnd(40)} ${command.replace(root, "")}`);
  return hash;
});
const isSame = new Set(results).size === 1;
console.log(isSame ? "the same bytes everywhere" : "DIFFERENT BYTES");
process.exitCode = isSame ? 0 : 1;
