import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** A program is a `main.ts`, or a file right under examples; all else is imported by one. */
const programs = existsSync(`${ROOT}examples`)
  ? readdirSync(`${ROOT}examples`, { recursive: true, encoding: "utf8" })
      .filter((name) => /(^|\/)main\.ts$|^[^/]+\.ts$/.test(name) && !name.includes("node_modules"))
      .sort()
  : [];

describe("examples run", () => {
  test.each(programs)("examples/%s", (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", `examples/${name}`], {
      cwd: ROOT,
      encoding: "utf8",
      timeout: 60_000,
    });
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: "" });
  });

  test("all of them were found", () => {
    expect(programs.length > 0).toBe(existsSync(`${ROOT}examples`));
  });
});
