import { spawnSync } from "node:child_process";

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program of this Node to its end. */
export function runNode(args: readonly string[], cwd: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}

export const PASSED: Run = { status: 0, output: "" };

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Measures again while a number is over its budget, since others may be using the machine; the least counts. */
export function least(budget: number, measure: () => number, tries = 4): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && best > budget; i++) best = Math.min(best, measure());
  return best;
}
