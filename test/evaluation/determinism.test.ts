import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("./determinism/print.ts", import.meta.url));

function printed(zone: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", PROGRAM], {
    env: { ...process.env, TZ: zone, LANG: "C" },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

describe("C3.3 the same input gives the same bytes", () => {
  test("A7.6 in two processes and under four time zones", () => {
    const zones = ["UTC", "Pacific/Apia", "America/Sao_Paulo", "Asia/Shanghai"];
    const [first = "", ...others] = ["UTC", ...zones].map(printed);
    expect(first.length).toBeGreaterThan(100_000);
    for (const other of others) expect(other === first).toBe(true);
  }, 180_000);
});
