import { setTimeout as sleep } from "node:timers/promises";

/** Work to be timed: does something `count` times; an engine that is asynchronous returns a promise. */
export type Work = (count: number) => void | Promise<void>;

/** The middle of some ratios and the range that holds half of them. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** Microseconds that `count` pieces of work took, each. */
export type Clock = (work: Work, count: number) => Promise<number>;

const cpuMicroseconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};

/** Of this process' CPU, on all its threads. */
export const cpuPerPiece: Clock = async (work, count) => {
  const start = process.cpuUsage();
  await work(count);
  return cpuMicroseconds(start) / count;
};

/** Of the clock on the wall. */
export const wallPerPiece: Clock = async (work, count) => {
  const start = performance.now();
  await work(count);
  return ((performance.now() - start) * 1000) / count;
};

/** Collects the garbage and waits until the compiler's and the collector's threads have finished. */
export async function untilIdle(): Promise<void> {
  globalThis.gc?.();
  for (let quiet = 0; quiet < 2; ) {
    const start = process.cpuUsage();
    await sleep(10);
    quiet = cpuMicroseconds(start) < 1000 ? quiet + 1 : 0;
  }
}

/** The quartiles of some numbers. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? NaN;
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}
