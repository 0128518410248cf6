import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}node_modules/.cache/keyaccount`;

/** The same judgements as a program for processes, as a worker that answers with them, and as a script that leaves them in a global. */
const SOURCES = {
  process: 'import process from "node:process"; process.stdout.write(judgements());',
  worker: "export default { fetch: () => new Response(judgements()) };",
  page: "globalThis.judged = judgements();",
} as const;

/** Bundles one of them from the sources, and says where it lies. */
export async function bundled(kind: keyof typeof SOURCES): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/judgements-${kind}.mjs`;
  await build({
    stdin: {
      contents: `import { judgements } from "./test/evaluation/determinism/judgements.ts"; ${SOURCES[kind]}`,
      resolveDir: root,
    },
    bundle: true,
    platform: kind === "process" ? "node" : "neutral",
    format: kind === "page" ? "iife" : "esm",
    outfile,
    alias: {
      keyaccount: `${root}src/index.ts`,
      "keyaccount/handbook": `${root}src/handbook/index.ts`,
      "keyaccount/sql": `${root}src/sql/index.ts`,
      "keyaccount/charts": `${root}src/charts/index.ts`,
      "keyaccount/locale/en": `${root}src/locale/en.ts`,
      "keyaccount/locale/zh-CN": `${root}src/locale/zh-CN.ts`,
    },
    logLevel: "error",
  });
  return outfile;
}
