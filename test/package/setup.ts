// Packs the package once, as npm would publish it, and installs the tarball into empty folders outside the project.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import manifest from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What the tests are given. */
export interface Packed {
  readonly root: string;
  readonly tarball: string;
  /** Paths in the tarball. */
  readonly files: readonly string[];
  /** Hosts with the package and this zod. */
  readonly zod4: string;
  readonly zod3: string;
  /** A host in which the package has none of the dependencies that `keyaccount` itself must not load. */
  readonly bare: string;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly packed: Packed;
  }
}

/** What `import "keyaccount"` loads nothing of. */
const NOT_LOADED: readonly string[] = ["zod", "decimal.js", "date-fns"];

export default function setup(project: TestProject): () => void {
  if (!existsSync(`${ROOT}dist/index.js`)) throw new Error("nothing is built: run `npm run build` first");
  const temp = mkdtempSync(join(tmpdir(), "keyaccount-"));
  const packing = npm(["pack", "--json", "--ignore-scripts", "--pack-destination", temp], ROOT);
  const [packed] = JSON.parse(packing) as { filename: string; files: { path: string }[] }[];
  if (packed === undefined) throw new Error(`npm pack made nothing: ${packing}`);
  const tarball = join(temp, packed.filename);
  const zod4 = installHost(join(temp, "zod4"), tarball, manifest.devDependencies.zod);
  project.provide("packed", {
    root: ROOT,
    tarball,
    files: packed.files.map(({ path }) => path).sort(),
    zod4,
    zod3: installHost(join(temp, "zod3"), tarball, "3.25.76"),
    bare: bareHost(join(temp, "bare"), zod4),
  });
  return () => {
    rmSync(temp, { recursive: true, force: true });
  };
}

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", [...args, "--loglevel=error"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

function installHost(folder: string, tarball: string, zod: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "host", private: true, version: "1.0.0" }));
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", "--no-package-lock", tarball, `zod@${zod}`], folder);
  cpSync(`${ROOT}test/package/fixtures`, folder, { recursive: true });
  return folder;
}

function bareHost(folder: string, full: string): string {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  cpSync(join(full, "node_modules/keyaccount"), join(folder, "node_modules/keyaccount"), { recursive: true });
  for (const name of Object.keys(manifest.dependencies).filter((one) => !NOT_LOADED.includes(one))) {
    symlinkSync(join(full, "node_modules", name), join(folder, "node_modules", name));
  }
  return folder;
}
