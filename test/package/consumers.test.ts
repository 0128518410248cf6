import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { PASSED, type Run, runNode } from "./run.js";

const { root, zod3, zod4 } = inject("packed");
const tsc = (args: readonly string[], folder: string): Run =>
  runNode([join(root, "node_modules/typescript/bin/tsc"), ...args], folder);

/** How hosts resolve the package: the module option, the extension of their files, and how they name a file of theirs. */
const MODES = [
  { name: "node16, ESM", module: "node16", resolution: "node16", extension: "mts", import: ".mjs" },
  { name: "node16, CJS", module: "node16", resolution: "node16", extension: "cts", import: ".cjs" },
  { name: "bundler", module: "esnext", resolution: "bundler", extension: "ts", import: "" },
];
const STRICT = "--target es2022 --lib es2023 --strict --exactOptionalPropertyTypes".split(" ");

describe.each([
  { zod: 4, folder: zod4, modes: MODES },
  { zod: 3, folder: zod3, modes: MODES.slice(0, 1) },
])("with zod $zod", ({ folder, modes }) => {
  test("runs as ESM, beside a CJS copy", () => {
    expect(runNode(["esm.mjs"], folder)).toEqual(PASSED);
  });

  test("runs as CJS", () => {
    expect(runNode(["cjs.cjs"], folder)).toEqual(PASSED);
  });

  test.each(modes)("type-checks, and emits declarations that say what they should: $name", (mode) => {
    const { extension, module, resolution } = mode;
    const out = join(folder, `types-${extension}`);
    const programs = ["host", "host-models"].map((name) => {
      const path = join(folder, `${name}.${extension}`);
      writeFileSync(path, readFileSync(join(folder, `${name}.ts`), "utf8"));
      return path;
    });
    const options = [...STRICT, "--module", module, "--moduleResolution", resolution];
    expect(
      tsc(
        [
          ...options,
          "--skipLibCheck",
          "false",
          "--declaration",
          "--emitDeclarationOnly",
          "--outDir",
          out,
          ...programs,
          "env.d.ts",
        ],
        folder,
      ),
    ).toEqual(PASSED);

    const reader = join(out, `reader.${extension}`);
    writeFileSync(
      reader,
      `import { own, type OwnFacts } from "./host${mode.import}";
       import { schema } from "./host-models${mode.import}";
       export const brand: "none" | "own" | undefined = ({} as OwnFacts & { brand: "none" | "own" }).brand;
       export const ids: (keyof typeof own.indicators)[] = ["sellThrough", "ownEngineers", "brand"];
       export const read = schema.safeParse({}).success;
       // @ts-expect-error the emitted declaration still knows the ids
       export const none = own.indicators.other;`,
    );
    expect(tsc([...options, "--skipLibCheck", "--noEmit", reader, "env.d.ts"], folder)).toEqual(PASSED);
  });
});
