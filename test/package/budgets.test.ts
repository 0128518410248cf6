import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, inject, test } from "vitest";
import { least, median, PASSED, runNode } from "./run.js";

const { bare, root, zod4 } = inject("packed");

/** What a host's bundler makes of one import: gzipped bytes, and the packages that have bytes in it. */
async function bundle(code: string): Promise<{ readonly bytes: number; readonly packages: readonly string[] }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: code, resolveDir: zod4, loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    metafile: true,
    write: false,
    outdir: "out",
    legalComments: "none",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const packages = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "host");
  const bytes = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
  return { bytes, packages: [...new Set(packages)].sort() };
}

/** Names that a host takes, and the most that they may cost it, in gzipped bytes. */
const SIZES: readonly { readonly names: string; readonly most: number }[] = [
  { names: "evaluate, defineScorecard", most: 10 * 1024 },
  { names: "decide, replay", most: 8 * 1024 },
  // One small function out of shared chunks: all that runs at load is known to be pure, so the rest of them is dropped.
  { names: "isKeyAccountError", most: 512 },
];

describe("size", () => {
  test.each(SIZES)("{ $names } in at most $most gzipped bytes, of this package only", async ({ names, most }) => {
    const { bytes, packages } = await bundle(`export { ${names} } from "keyaccount";`);
    expect(packages).toEqual(["keyaccount"]);
    expect(bytes).toBeLessThanOrEqual(most);
  });
});

describe("import", () => {
  const importing = ["--input-type=module", "-e", 'await import("keyaccount");'];
  const requiring = ["--input-type=commonjs", "-e", 'require("keyaccount");'];

  test("of keyaccount needs no zod, no decimal.js and no date-fns", () => {
    expect(runNode(importing, bare)).toEqual(PASSED);
    expect(runNode(requiring, bare)).toEqual(PASSED);
  });

  test("of keyaccount/models does need zod, so the test above can fail", () => {
    expect(runNode(["--input-type=module", "-e", 'await import("keyaccount/models");'], bare).output).toContain("zod");
  });

  // The same code takes 5 ms to compile on these machines at one time and 11 at another; what repeats is its ratio to a neighbour's.
  // It grows with all that is public: parsing 100 KB takes about 7 ms there. Bundlers take what a host names, as the sizes above show.
  test("takes at most half of what importing zod takes, an empty module's time taken off both", () => {
    writeFileSync(join(zod4, "nothing.mjs"), "export {};\n");
    const timeOf = (specifier: string): number => {
      const program = `const t = performance.now(); await import("${specifier}"); console.log(performance.now() - t);`;
      return Number(runNode(["--input-type=module", "-e", program], zod4).output);
    };
    const ratio = (): number => {
      const rounds = Array.from({ length: 9 }, () => [timeOf("./nothing.mjs"), timeOf("keyaccount"), timeOf("zod/v4")]);
      const [nothing, ours, zods] = [0, 1, 2].map((which) => median(rounds.map((round) => round[which] ?? Number.NaN)));
      return ((ours ?? Number.NaN) - (nothing ?? Number.NaN)) / ((zods ?? Number.NaN) - (nothing ?? Number.NaN));
    };
    expect(least(0.5, ratio, 12)).toBeLessThanOrEqual(0.5);
  });
});

describe("type checking", () => {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options =
    "--noEmit --strict --target es2022 --lib es2023 --module node16 --moduleResolution node16 --skipLibCheck";
  const check = (program: string, flag: string): string =>
    runNode([tsc, ...options.split(" "), flag, program], zod4).output;

  test("of a host of keyaccount reads no types of zod's; one of keyaccount/models does", () => {
    expect(check("host.ts", "--listFiles")).not.toContain("node_modules/zod");
    expect(check("host-models.ts", "--listFiles")).toContain("node_modules/zod");
  });

  test("of a host that extends a scorecard takes at most 1 s more than that of an empty program", () => {
    const secondsOf = (program: string): number =>
      Number(/^Total time:\s+([\d.]+)s$/m.exec(check(program, "--extendedDiagnostics"))?.[1]);
    const pairs = (): number => median(Array.from({ length: 3 }, () => secondsOf("host.ts") - secondsOf("empty.ts")));
    expect(least(1, pairs, 3)).toBeLessThanOrEqual(1);
  });
});
