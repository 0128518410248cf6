// npm run runtimes: evaluates a hundred seeded clients in other runtimes and compares every byte. Linux on x64; installs the runtimes first,
// except a browser: Chromium is asked only where CHROMIUM names its executable or /usr/bin/chromium is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { bundled } from "./programs.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (name: string): string => `${folder}node_modules/.bin/${name}`;
const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** What a runtime printed, and its name and version. */
interface Printed {
  readonly name: string;
  readonly text: string;
}

function run(command: string, args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    encoding: "utf8",
    cwd: folder,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stderr}${error?.message ?? ""}`);
  return stdout;
}

function inProcess(command: string, args: readonly string[]): Printed {
  const version = run(command, ["--version"]).split("\n")[0] ?? "";
  return { name: `${command.replace(root, "")} ${version}`, text: run(command, args) };
}

/** The parts of the two packages that are used here: they are installed beside this file, not by the project. */
interface Miniflare {
  dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}
interface Browser {
  version(): string;
  newPage(): Promise<{
    addScriptTag(tag: { content: string }): Promise<unknown>;
    evaluate(code: string): Promise<string>;
  }>;
  close(): Promise<void>;
}
const installed = createRequire(`${folder}package.json`);

async function inWorkerd(): Promise<Printed> {
  const { Miniflare: Worker } = installed("miniflare") as { Miniflare: new (options: object) => Miniflare };
  const script = readFileSync(await bundled("worker"), "utf8");
  const worker = new Worker({ modules: true, script, compatibilityDate: "2026-01-01" });
  const text = await (await worker.dispatchFetch("http://localhost/")).text();
  await worker.dispose();
  return { name: "workerd, by miniflare", text };
}

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

async function inChromium(): Promise<Printed> {
  const { chromium: launcher } = installed("playwright-core") as {
    chromium: { launch(options: object): Promise<Browser> };
  };
  const args = [...FLAGS, "--disable-component-update", "--disable-sync"];
  const browser = await launcher.launch({ executablePath: chromium, args });
  const page = await browser.newPage();
  await page.addScriptTag({ content: readFileSync(await bundled("page"), "utf8") });
  const text = await page.evaluate("globalThis.judged");
  await browser.close();
  return { name: `Chromium ${browser.version()}`, text };
}

if (!existsSync(`${folder}node_modules/miniflare`))
  run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"]);
const program = await bundled("process");
const printed: Printed[] = [
  inProcess(process.execPath, [program]),
  inProcess(`${folder}node_modules/node22/bin/node`, [program]),
  inProcess(`${folder}node_modules/node24/bin/node`, [program]),
  inProcess(bin("bun"), [program]),
  inProcess(bin("deno"), ["run", "-A", "--no-remote", program]),
  await inWorkerd(),
  ...(existsSync(chromium) ? [await inChromium()] : []),
];
if (!existsSync(chromium)) console.log(`no browser at ${chromium}: not tried`);

const hashes = printed.map(({ name, text }) => {
  const hash = createHash("sha256").update(text).digest("hex");
  console.log(`${hash.slice(0, 16)}  ${name}`);
  return hash;
});
const isSame = new Set(hashes).size === 1 && printed.every(({ text }) => text.length > 100_000);
console.log(isSame ? "the same bytes everywhere" : "DIFFERENT BYTES");
process.exitCode = isSame ? 0 : 1;
